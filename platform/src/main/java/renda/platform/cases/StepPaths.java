package renda.platform.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import renda.platform.web.DescribedOperations;
import renda.platform.workflow.Guard;
import renda.platform.workflow.Step;

/**
 * Tells the API's description of every step: one path each, from the declaration.
 */
final class StepPaths implements OpenApiCustomizer {

	private final List<CaseKind<?, ?, ?, ?>> kinds;

	StepPaths(Collection<CaseKind<?, ?, ?, ?>> kinds) {
		this.kinds = List.copyOf(kinds);
	}

	@Override
	public void customise(OpenAPI api) {
		for (CaseKind<?, ?, ?, ?> kind : this.kinds) {
			String generic = kind.path() + "/{id}/{step}";
			PathItem one = api.getPaths().get(kind.path() + "/{id}");
			String answer = (one != null && one.getGet() != null) ? reference(one.getGet()) : null;
			for (Step<?, ?, ?, ?> step : kind.workflow().steps()) {
				if (!step.opens() && !step.automatic()) {
					api.path(kind.path() + "/{id}/" + step.name(),
							new PathItem().post(operation(kind, step, api, answer)));
				}
			}
			api.getPaths().remove(generic);
		}
		// what the class itself looks like is nobody's business, and changes from run to
		// run
		if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
			api.getComponents()
				.getSchemas()
				.computeIfPresent("JsonNode", (name, own) -> new Schema<>().description("JSON"));
		}
	}

	private static Operation operation(CaseKind<?, ?, ?, ?> kind, Step<?, ?, ?, ?> step, OpenAPI api,
			@Nullable String answer) {
		Schema<?> body = new Schema<>().$ref("#/components/schemas/" + register(step, api));
		MediaType json = new MediaType().schema(extended(step, body));
		ApiResponse done = new ApiResponse().description("步骤已办理 · The case after the step");
		if (answer != null) {
			done.content(new Content().addMediaType("application/json",
					new MediaType().schema(new Schema<>().$ref(answer))));
		}
		return new Operation().operationId(kind.workflow().name() + "-" + step.name())
			.addTagsItem(kind.workflow().name())
			.summary(step.title().zh() + " · " + step.title().en())
			.description(description(step))
			.addParametersItem(new Parameter().name("id")
				.in("path")
				.required(true)
				.schema(Json31.mapper().convertValue(Map.of("type", "string", "format", "uuid"), Schema.class)))
			.addParametersItem(new Parameter().name("If-Match")
				.in("header")
				.required(true)
				.schema(Json31.mapper().convertValue(Map.of("type", "string"), Schema.class)))
			.addParametersItem(DescribedOperations.idempotencyKey())
			.addSecurityItem(DescribedOperations.token())
			.requestBody(new RequestBody().content(new Content().addMediaType("application/json", json)))
			.responses(new ApiResponses().addApiResponse("200", done));
	}

	private static String description(Step<?, ?, ?, ?> step) {
		StringBuilder text = new StringBuilder("By: ").append(step.by().stream().map(Enum::name).sorted().toList())
			.append("; from: ")
			.append(step.from().stream().map(Enum::name).sorted().toList())
			.append("; to: ")
			.append(step.to().isEmpty() ? "the same state" : step.to().stream().map(Enum::name).sorted().toList())
			.append(". Rules: ")
			.append(step.rules())
			.append(". 403 to others, 404 where the case may not be known, 409 in another state, 412 when stale");
		List<String> guards = step.guards().stream().map(Guard::rule).distinct().toList();
		if (!guards.isEmpty() || step.canBeLate()) {
			text.append(", 422 where a rule refuses: ").append(guards);
			if (step.canBeLate()) {
				text.append(" (late without a reason: the rule of the clock)");
			}
		}
		return text.append('.').toString();
	}

	private static String register(Step<?, ?, ?, ?> step, OpenAPI api) {
		ResolvedSchema resolved = ModelConverters.getInstance(true)
			.resolveAsResolvedSchema(new AnnotatedType(step.input()).resolveAsRef(false));
		resolved.referencedSchemas.forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
		String name = step.input().getSimpleName();
		api.getComponents().addSchemas(name, resolved.schema);
		return name;
	}

	private static Schema<?> extended(Step<?, ?, ?, ?> step, Schema<?> own) {
		Map<String, Object> common = InputSchemas.common(step);
		if (common.isEmpty()) {
			return own;
		}
		return Json31.mapper()
			.convertValue(
					Map.of("allOf",
							List.of(Map.of("$ref", own.get$ref()), Map.of("type", "object", "properties", common))),
					Schema.class);
	}

	private static @Nullable String reference(Operation get) {
		ApiResponse ok = get.getResponses().get("200");
		if (ok == null || ok.getContent() == null || ok.getContent().isEmpty()) {
			return null;
		}
		Schema<?> schema = ok.getContent().values().iterator().next().getSchema();
		return (schema != null) ? schema.get$ref() : null;
	}

}
