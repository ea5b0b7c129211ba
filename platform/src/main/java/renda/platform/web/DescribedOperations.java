package renda.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import renda.platform.command.Command;
import renda.platform.security.Admission;
import renda.platform.security.Caller;
import renda.platform.security.Endpoints;
import renda.platform.security.Role;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells the API's description what a handler takes besides what its signature names: the
 * headers of a change, the parameters of a list, the token and the roles.
 */
public final class DescribedOperations implements OperationCustomizer {

	/** The name under which the description has the bearer token. */
	static final String TOKEN = "token";

	private static final Parameter KEY = header("Idempotency-Key", 255,
			"重试用同一键，只办理一次 · A retry with the same key is done once")
		.required(false);

	private static final Parameter VERSION = header("If-Match", 60,
			"读取时得到的 ETag；修改已有记录时必需 · The ETag as it was read; required to change what is there")
		.required(false);

	private static final List<Parameter> LIST = List.of(
			query("limit", Map.of("type", "integer", "minimum", 1, "maximum", ListRequest.MOST, "default", 50),
					"每页行数 · Rows a page"),
			query("cursor", Map.of("type", "string"), "上一页的 next · The next of the page before"),
			query("q", Map.of("type", "string", "maxLength", 200), "中文全文检索 · Chinese full text"),
			query("sort", Map.of("type", "string"), "排序 · One of the list's orders"),
			query("modifiedSince", Map.of("type", "string", "format", "date-time"),
					"只要此后变动的，含已删除的 · Only what changed since, with what was removed"));

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Command.class, ListRequest.class);
	}

	private final Endpoints endpoints;

	DescribedOperations(Endpoints endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (takes(handler, Command.class)) {
			operation.addParametersItem(KEY);
			if (Arrays.stream(handler.getMethodParameters())
				.anyMatch((one) -> one.hasParameterAnnotation(PathVariable.class))) {
				operation.addParametersItem(VERSION);
			}
		}
		if (takes(handler, ListRequest.class)) {
			LIST.forEach(operation::addParametersItem);
		}
		Admission admission = this.endpoints.admission(handler);
		if (!admission.open()) {
			operation.addSecurityItem(token());
			List<String> roles = admission.roles().stream().map(Role::claim).sorted().toList();
			if (!roles.isEmpty()) {
				operation.addExtension("x-roles", roles);
			}
		}
		return operation;
	}

	/**
	 * The header that makes a retry safe, for paths that are described otherwise.
	 */
	public static Parameter idempotencyKey() {
		return KEY;
	}

	/**
	 * That a token is needed.
	 */
	public static SecurityRequirement token() {
		return new SecurityRequirement().addList(TOKEN);
	}

	private static boolean takes(HandlerMethod handler, Class<?> type) {
		return Arrays.stream(handler.getMethodParameters()).anyMatch((one) -> one.getParameterType() == type);
	}

	private static Parameter header(String name, int longest, String words) {
		return new Parameter().in("header")
			.name(name)
			.description(words)
			.schema(schema(Map.of("type", "string", "maxLength", longest)));
	}

	private static Parameter query(String name, Map<String, Object> schema, String words) {
		return new Parameter().in("query").name(name).required(false).description(words).schema(schema(schema));
	}

	private static Schema<?> schema(Map<String, Object> written) {
		return Json31.mapper().convertValue(written, Schema.class);
	}

}
