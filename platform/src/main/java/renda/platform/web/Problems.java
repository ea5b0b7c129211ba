package renda.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes refusals as RFC 9457 problems, in the caller's language.
 */
public final class Problems {

	private static final Map<Integer, Text> TITLES = Map.ofEntries(Map.entry(400, Text.of("请求有误", "Bad request")),
			Map.entry(401, Text.of("未认证", "Not authenticated")), Map.entry(403, Text.of("无权操作", "Not allowed")),
			Map.entry(404, Text.of("未找到", "Not found")), Map.entry(405, Text.of("不支持该方法", "Method not allowed")),
			Map.entry(406, Text.of("无法按所请求的格式回答", "Not acceptable")), Map.entry(409, Text.of("与当前状态冲突", "Conflict")),
			Map.entry(412, Text.of("版本已过时", "Precondition failed")),
			Map.entry(413, Text.of("内容过大", "Content too large")),
			Map.entry(415, Text.of("不支持该媒体类型", "Unsupported media type")),
			Map.entry(422, Text.of("依规则不能办理", "Refused by rule")),
			Map.entry(428, Text.of("缺少前提条件", "Precondition required")),
			Map.entry(500, Text.of("系统故障", "Internal error")),
			Map.entry(503, Text.of("暂不可用", "Temporarily unavailable")));

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final JsonMapper json;

	private final MeterRegistry meters;

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	public Problems(JsonMapper json, MeterRegistry meters) {
		this.json = json;
		this.meters = meters;
	}

	/**
	 * Ends an exchange with a problem.
	 */
	public Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.empty();
		}
		counter(refusal.slug()).increment();
		List<Locale.LanguageRange> languages = languages(exchange);
		byte[] body = this.json.writeValueAsBytes(body(exchange, refusal, languages));
		response.setStatusCode(refusal.status());
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setContentLength(body.length);
		headers.setCacheControl("no-store");
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
		if (refusal.status() == HttpStatus.UNAUTHORIZED) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
		}
		if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

	private Counter counter(String slug) {
		return this.counters.computeIfAbsent(slug, (type) -> this.meters.counter("renda.refusals", "type", type));
	}

	private Map<String, Object> body(ServerWebExchange exchange, Refusal refusal,
			List<Locale.LanguageRange> languages) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "urn:renda:problem:" + refusal.slug());
		body.put("title",
				TITLES.getOrDefault(refusal.status().value(), Text.of("请求未办理", refusal.status().getReasonPhrase()))
					.in(languages));
		body.put("status", refusal.status().value());
		body.put("detail", refusal.detail().in(languages));
		body.put("instance", exchange.getRequest().getURI().getRawPath());
		refusal.properties().forEach((name, value) -> body.put(name, localised(value, languages)));
		return body;
	}

	private static Object localised(Object value, List<Locale.LanguageRange> languages) {
		return switch (value) {
			case Text text -> text.in(languages);
			case Refusal.FieldError error -> Map.of("pointer", error.pointer(), "detail", error.detail().in(languages));
			case List<?> list -> list.stream().map((item) -> localised(item, languages)).toList();
			default -> value;
		};
	}

	/**
	 * The languages a caller reads, best first; a header that cannot be read counts as
	 * none.
	 */
	public static List<Locale.LanguageRange> languages(ServerWebExchange exchange) {
		String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
		if (header == null || header.getBytes(StandardCharsets.UTF_8).length > 200) {
			return List.of();
		}
		try {
			return Locale.LanguageRange.parse(header);
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

}
