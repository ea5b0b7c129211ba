package renda.platform.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.util.Json31;

import renda.platform.workflow.Step;

/**
 * The JSON schemas of what steps take, as the API's description has them: each is told
 * once, by the input's record.
 */
final class InputSchemas {

	private static final Map<Class<?>, Object> KEPT = new ConcurrentHashMap<>();

	private static final String DESCRIBED = "#/components/schemas/";

	private static final String LOCAL = "#/$defs/";

	private InputSchemas() {
	}

	/**
	 * The schema of a step's body, as JSON.
	 */
	static Object of(Step<?, ?, ?, ?> step) {
		Object own = KEPT.computeIfAbsent(step.input(), InputSchemas::read);
		if (!step.canBeLate() && !step.backdated()) {
			return own;
		}
		@SuppressWarnings("unchecked")
		Map<String, Object> schema = new LinkedHashMap<>((Map<String, Object>) own);
		Map<String, Object> members = new LinkedHashMap<>();
		if (schema.get("properties") instanceof Map<?, ?> properties) {
			properties.forEach((name, value) -> members.put(String.valueOf(name), value));
		}
		common(step).forEach(members::put);
		schema.put("properties", members);
		return schema;
	}

	/**
	 * The members that the mechanism adds to a step's own.
	 */
	static Map<String, Object> common(Step<?, ?, ?, ?> step) {
		Map<String, Object> common = new LinkedHashMap<>();
		if (step.backdated()) {
			common.put("on", Map.of("type", "string", "format", "date", "description",
					"办理日期，默认今天，可补记过去的日期 · the day it was done, today unless told, never in the future"));
		}
		if (step.canBeLate()) {
			common.put("lateReason", Map.of("type", "string", "maxLength", 500, "description",
					"逾期原因，逾期时必填 · why it is late; required when a deadline it ends has passed"));
		}
		return common;
	}

	/**
	 * A schema that stands for itself: what it refers to is in its {@code $defs}.
	 */
	static Object read(Class<?> type) {
		ResolvedSchema resolved = ModelConverters.getInstance(true)
			.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
		Map<String, Object> read = members(Json31.mapper().convertValue(resolved.schema, Map.class));
		Map<String, Object> parts = members(Json31.mapper().convertValue(resolved.referencedSchemas, Map.class));
		String all = read.toString() + parts;
		parts.keySet().removeIf((name) -> !all.contains(LOCAL + name));
		if (!parts.isEmpty()) {
			read.put("$defs", parts);
		}
		return read;
	}

	private static Map<String, Object> members(Map<?, ?> written) {
		Map<String, Object> members = new LinkedHashMap<>();
		written.forEach((name, value) -> members.put(String.valueOf(name), local(value)));
		return members;
	}

	/** References of the API's description lead nowhere in a schema that stands alone. */
	private static Object local(Object value) {
		return switch (value) {
			case Map<?, ?> map -> members(map);
			case List<?> list -> list.stream().map(InputSchemas::local).toList();
			case String text when text.startsWith(DESCRIBED) -> LOCAL + text.substring(DESCRIBED.length());
			default -> value;
		};
	}

}
