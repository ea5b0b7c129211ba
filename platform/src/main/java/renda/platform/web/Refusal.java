package renda.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * Why a request is not carried out: a fact for the caller, never a fault of the service.
 * It is rendered as an RFC 9457 problem in the caller's language. It has no stack trace:
 * refusing must be cheap, since that is where hostile traffic lands. What a rule of law
 * refuses is refused by the rule book, which cites it.
 */
public final class Refusal extends RuntimeException {

	private final HttpStatus status;

	private final String slug;

	private final Text detail;

	private final Map<String, Object> properties;

	private Refusal(HttpStatus status, String slug, Text detail, Map<String, Object> properties) {
		super(slug, null, false, false);
		this.status = status;
		this.slug = slug;
		this.detail = detail;
		this.properties = properties;
	}

	/**
	 * A refusal of any kind; prefer the named ones.
	 * @param status the HTTP status, 4xx, or 503 for something that is down
	 * @param slug the last part of the problem's type, kebab-case
	 * @param detail what is wrong and what to change
	 */
	public static Refusal of(HttpStatus status, String slug, Text detail) {
		return new Refusal(status, slug, detail, Map.of());
	}

	/**
	 * 404: there is no such thing, or the caller may not know that there is.
	 */
	public static Refusal notFound(Text detail) {
		return of(HttpStatus.NOT_FOUND, "not-found", detail);
	}

	/**
	 * 400: one member of the input is wrong.
	 * @param pointer a JSON pointer into the body ({@code /title}), or the name of a
	 * query parameter or header
	 */
	public static Refusal invalid(String pointer, Text detail) {
		return invalid(List.of(new FieldError(pointer, detail)));
	}

	/**
	 * 400: members of the input are wrong.
	 */
	public static Refusal invalid(List<FieldError> errors) {
		return of(HttpStatus.BAD_REQUEST, "invalid", Text.of("输入有误，请按 errors 修改。", "The input is wrong; see errors."))
			.with("errors", List.copyOf(errors));
	}

	/**
	 * 403: the caller is known and may not do this.
	 */
	public static Refusal forbidden(Text detail) {
		return of(HttpStatus.FORBIDDEN, "forbidden", detail);
	}

	/**
	 * 409: not in this state, or it exists already.
	 */
	public static Refusal conflict(String slug, Text detail) {
		return of(HttpStatus.CONFLICT, slug, detail);
	}

	/**
	 * 412: somebody else has changed it since.
	 * @param version the version that is current now
	 */
	public static Refusal stale(long version) {
		return of(HttpStatus.PRECONDITION_FAILED, "stale",
				Text.of("该记录已被他人修改，请重新读取后再试。", "Somebody has changed this record; read it again and retry."))
			.with("currentVersion", version);
	}

	/**
	 * The same refusal with one more member in the problem's body.
	 */
	public Refusal with(String name, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(this.properties);
		more.put(name, value);
		return new Refusal(this.status, this.slug, this.detail, more);
	}

	public HttpStatus status() {
		return this.status;
	}

	public String slug() {
		return this.slug;
	}

	public Text detail() {
		return this.detail;
	}

	public Map<String, Object> properties() {
		return this.properties;
	}

	/**
	 * The wrong members of the input, where the refusal names them.
	 */
	public List<FieldError> errors() {
		return (this.properties.get("errors") instanceof List<?> errors)
				? errors.stream().filter(FieldError.class::isInstance).map(FieldError.class::cast).toList() : List.of();
	}

	/**
	 * One wrong member of the input.
	 *
	 * @param pointer where
	 * @param detail what is wrong and what would be right
	 */
	public record FieldError(String pointer, Text detail) {
	}

}
