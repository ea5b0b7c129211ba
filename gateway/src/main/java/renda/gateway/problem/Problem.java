package renda.gateway.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * One kind of refusal or failure of the gateway (RFC 9457).
 *
 * @param status the HTTP status
 * @param slug the last part of the type {@code urn:renda:problem:<slug>}
 * @param title what kind of problem it is
 * @param detail what is wrong and what to change
 * @param headers further headers of the answer, such as {@code Retry-After}
 * @param errors the wrong members of the request, may be empty
 */
public record Problem(HttpStatus status, String slug, Text title, Text detail, Map<String, String> headers,
		List<Wrong> errors) {

	/**
	 * The media type of every problem.
	 */
	public static final String MEDIA_TYPE = "application/problem+json";

	private static Problem of(HttpStatus status, String slug, Text title, Text detail) {
		return new Problem(status, slug, title, detail, Map.of(), List.of());
	}

	public static Problem badPath() {
		return of(HttpStatus.BAD_REQUEST, "bad-path", Text.of("路径无效", "Bad path"), Text.of("请求路径含有不允许的字符或写法，请使用规范路径。",
				"The path holds characters or segments that are not allowed; use the plain path."));
	}

	public static Problem malformed() {
		return of(HttpStatus.BAD_REQUEST, "malformed", Text.of("请求格式错误", "Malformed request"),
				Text.of("无法按 HTTP 解析该请求。", "The request cannot be read as HTTP."));
	}

	/**
	 * 400 with the members of the request that are wrong.
	 */
	public static Problem invalid(List<Wrong> errors) {
		return new Problem(HttpStatus.BAD_REQUEST, "invalid", Text.of("输入有误", "Invalid input"),
				Text.of("输入有误，请按 errors 修改。", "The input is wrong; see errors."), Map.of(), List.copyOf(errors));
	}

	/**
	 * 401 for a request that came without a token.
	 */
	public static Problem tokenWanted() {
		return of(HttpStatus.UNAUTHORIZED, "unauthenticated", Text.of("未认证", "Not authenticated"),
				Text.of("请携带有效的访问令牌。", "Send a valid access token."))
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
	}

	/**
	 * 401 for a bad token, with the challenge of RFC 6750.
	 */
	public static Problem unauthorized() {
		return of(HttpStatus.UNAUTHORIZED, "unauthorized", Text.of("令牌无效", "Invalid token"),
				Text.of("访问令牌无效、已过期或不是本平台签发的，请重新获取。",
						"The access token is invalid, expired or not issued for this platform; get a new one."))
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
	}

	public static Problem forbidden() {
		return of(HttpStatus.FORBIDDEN, "forbidden", Text.of("不允许", "Forbidden"),
				Text.of("不允许该操作。", "This is not allowed."));
	}

	/**
	 * 403 of a browser that calls from a page of another origin.
	 */
	public static Problem foreignOrigin() {
		return of(HttpStatus.FORBIDDEN, "foreign-origin", Text.of("来源不允许", "Origin not allowed"),
				Text.of("不允许该来源的网页跨域访问。", "Pages of this origin may not call this platform."));
	}

	public static Problem notFound() {
		return of(HttpStatus.NOT_FOUND, "not-found", Text.of("没有找到", "Not found"),
				Text.of("没有这个地址；接口目录见 /docs。", "There is nothing at this address; see /docs."));
	}

	/**
	 * 405, or 501 for a method nobody knows.
	 */
	public static Problem methodNotAllowed(String allowed) {
		return of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", Text.of("方法不允许", "Method not allowed"),
				Text.of("此地址只接受 %s。", "This address takes %s only.", allowed))
			.header(HttpHeaders.ALLOW, allowed);
	}

	/**
	 * 406: none of the asked formats.
	 */
	public static Problem notAcceptable(String offered) {
		return of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", Text.of("没有所要的格式", "Not acceptable"),
				Text.of("可用格式：%s。", "The formats are: %s.", offered));
	}

	/**
	 * 413.
	 * @param limit the greatest size in bytes
	 */
	public static Problem tooLarge(long limit) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", Text.of("请求体过大", "Body too large"),
				Text.of("请求体超过 %s 字节的上限。", "The body is larger than the limit of %s bytes.", limit))
			.header(HttpHeaders.CONNECTION, "close");
	}

	public static Problem uriTooLong() {
		return of(HttpStatus.URI_TOO_LONG, "uri-too-long", Text.of("地址过长", "URI too long"),
				Text.of("请求地址过长，请减少查询条件。", "The address is too long; use fewer conditions."));
	}

	public static Problem headersTooLarge() {
		return of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large",
				Text.of("请求头过大", "Headers too large"), Text.of("请求头超过上限。", "The request headers are too large."));
	}

	/**
	 * 429.
	 * @param wait until the next request is allowed
	 */
	public static Problem tooMany(Duration wait) {
		return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", Text.of("请求过于频繁", "Too many requests"),
				Text.of("请求过于频繁，请稍后再试。", "Too many requests; wait and try again."))
			.retryAfter(wait);
	}

	/**
	 * 502: a service answered with something that is not HTTP, or broke off.
	 */
	public static Problem badAnswer(String service) {
		return of(HttpStatus.BAD_GATEWAY, "bad-answer", Text.of("服务应答异常", "Bad answer"),
				Text.of("%1$s服务中断了应答；如为写操作，请用同一 Idempotency-Key 重试。",
						"The service %2$s broke off its answer; retry a write with the same Idempotency-Key.",
						ServiceNames.zh(service), service));
	}

	/**
	 * 503: a service, or all its copies, cannot be reached.
	 */
	public static Problem down(String service, Duration wait) {
		return of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", Text.of("服务暂不可用", "Service unavailable"),
				Text.of("%1$s服务暂时不可用，请稍后再试。", "The service %2$s cannot be reached now; try again later.",
						ServiceNames.zh(service), service))
			.retryAfter(wait);
	}

	/**
	 * 504: a service did not answer in time.
	 */
	public static Problem slow(String service) {
		return of(HttpStatus.GATEWAY_TIMEOUT, "service-timeout", Text.of("服务超时", "Service timeout"),
				Text.of("%1$s服务未在规定时间内应答；如为写操作，请用同一 Idempotency-Key 重试。",
						"The service %2$s did not answer in time; retry a write with the same Idempotency-Key.",
						ServiceNames.zh(service), service));
	}

	/**
	 * 500: a fault of the gateway itself; nothing of it is told.
	 */
	public static Problem fault() {
		return of(HttpStatus.INTERNAL_SERVER_ERROR, "fault", Text.of("网关故障", "Gateway fault"),
				Text.of("网关出现故障，请凭 X-Correlation-Id 联系管理员。",
						"The gateway has a fault; tell the operator the X-Correlation-Id."));
	}

	/**
	 * The same problem with one more header.
	 */
	public Problem header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Problem(this.status, this.slug, this.title, this.detail, Map.copyOf(more), this.errors);
	}

	private Problem retryAfter(Duration wait) {
		return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
	}

	/**
	 * The members of the JSON body, in their order.
	 * @param language Chinese or English
	 * @param instance the path of the request
	 */
	public Map<String, Object> body(Locale language, String instance) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "urn:renda:problem:" + this.slug);
		body.put("title", this.title.in(language));
		body.put("status", this.status.value());
		body.put("detail", this.detail.in(language));
		body.put("instance", instance);
		if (!this.errors.isEmpty()) {
			body.put("errors", this.errors.stream().map((wrong) -> wrong.body(language)).toList());
		}
		return body;
	}

	/**
	 * One wrong member of a request.
	 *
	 * @param pointer the name of a query parameter or header
	 * @param detail what is wrong and what would be right
	 */
	public record Wrong(String pointer, Text detail) {

		private Map<String, Object> body(Locale language) {
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("pointer", this.pointer);
			body.put("detail", this.detail.in(language));
			return body;
		}

		/**
		 * Query parameters that an endpoint does not know; a misspelt one would be
		 * ignored in silence.
		 */
		public static List<Wrong> unknown(Collection<String> given, List<String> known) {
			return given.stream()
				.filter((name) -> !known.contains(name))
				.sorted()
				.map((name) -> new Wrong(name,
						Text.of("没有这个参数；可用：%s。", "There is no such parameter; known: %s.", String.join(", ", known))))
				.toList();
		}

	}

}
