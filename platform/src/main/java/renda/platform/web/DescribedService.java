package renda.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Tells the API's description its name, that it is to be called where it was read from
 * (the gateway's page, not the address of the service behind it), how tokens are sent,
 * and names for operations that stay when others are added.
 */
final class DescribedService implements OpenApiCustomizer {

	private static final Map<String, String> TITLES = Map.of("legislation", "立法", "supervision", "监督", "deputy", "代表");

	private final String service;

	DescribedService(String service) {
		this.service = service;
	}

	@Override
	public void customise(OpenAPI api) {
		api.info(new Info().title((TITLES.getOrDefault(this.service, "") + ' ' + this.service).strip()).version("v1"));
		api.servers(List.of(new Server().url("/")));
		if (api.getComponents() == null) {
			api.components(new Components());
		}
		api.getComponents()
			.addSecuritySchemes(DescribedOperations.TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
		if (api.getPaths() != null) {
			api.getPaths()
				.forEach((path, item) -> item.readOperationsMap()
					.forEach((method, operation) -> name(operation, method, path)));
		}
	}

	/** Steps of cases have names of their own: {@code bill-submit}. */
	private void name(Operation operation, PathItem.HttpMethod method, String path) {
		if (operation.getOperationId() == null || operation.getOperationId().indexOf('-') < 0) {
			operation.operationId(method.name().toLowerCase(Locale.ROOT)
					+ Arrays.stream(path.replace("/api/v1/" + this.service, "").split("[^A-Za-z0-9]+"))
						.filter((part) -> !part.isEmpty())
						.map((part) -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
						.collect(Collectors.joining()));
		}
	}

}
