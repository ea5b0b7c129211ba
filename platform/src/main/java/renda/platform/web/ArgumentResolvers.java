package renda.platform.web;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.security.Caller;
import renda.platform.security.Callers;
import renda.platform.web.ListRequest.Format;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives controllers {@link Caller}, {@link Command} and {@link ListRequest}.
 */
final class ArgumentResolvers implements HandlerMethodArgumentResolver {

	private static final Set<Class<?>> TYPES = Set.of(Caller.class, Command.class, ListRequest.class);

	private static final Set<String> LIST_PARAMETERS = Set.of("limit", "cursor", "q", "sort", "modifiedSince");

	private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,18})(?:\\.[0-9a-f]{1,16})?\"");

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

	private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final int LONGEST_Q = 200;

	private final ClientAddress address;

	ArgumentResolvers(ClientAddress address) {
		this.address = address;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return TYPES.contains(parameter.getParameterType());
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
		Class<?> type = parameter.getParameterType();
		if (type == ListRequest.class) {
			return Mono.fromSupplier(() -> listRequest(parameter, exchange));
		}
		Mono<Caller> caller = Callers.current();
		return (type == Caller.class) ? caller.cast(Object.class) : caller.map((who) -> command(who, exchange));
	}

	private Command command(Caller caller, ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return new Command(caller, request.getMethod().name(), request.getURI().getRawPath(), key(request),
				version(request), correlation(request), this.address.of(request));
	}

	static String correlation(ServerHttpRequest request) {
		String given = request.getHeaders().getFirst("X-Correlation-Id");
		return (given != null && CORRELATION.matcher(given).matches()) ? given : request.getId();
	}

	private static Optional<String> key(ServerHttpRequest request) {
		String key = request.getHeaders().getFirst("Idempotency-Key");
		if (key != null && !KEY.matcher(key).matches()) {
			throw Refusal.invalid("Idempotency-Key",
					Text.of("须为 1 至 255 个可见 ASCII 字符。", "Use 1 to 255 visible ASCII characters."));
		}
		return Optional.ofNullable(key);
	}

	private static OptionalLong version(ServerHttpRequest request) {
		String tag = request.getHeaders().getFirst(HttpHeaders.IF_MATCH);
		if (tag == null) {
			return OptionalLong.empty();
		}
		Matcher matcher = VERSION_TAG.matcher(tag);
		if (!matcher.matches()) {
			throw Refusal.invalid(HttpHeaders.IF_MATCH,
					Text.of("请原样使用读取时得到的 ETag，如 \"3\"。", "Send the ETag as it was read, such as \"3\"."));
		}
		return OptionalLong.of(Long.parseLong(matcher.group(1)));
	}

	private static ListRequest listRequest(MethodParameter parameter, ServerWebExchange exchange) {
		MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
		refuseUnknown(parameter, controller(parameter, exchange), query.keySet());
		return new ListRequest(limit(query.getFirst("limit")), blankToNull(query.getFirst("cursor")),
				q(query.getFirst("q")), blankToNull(query.getFirst("sort")), since(query.getFirst("modifiedSince")),
				format(exchange));
	}

	private static Class<?> controller(MethodParameter parameter, ServerWebExchange exchange) {
		return (exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)
				? handler.getBeanType() : parameter.getContainingClass();
	}

	/**
	 * A filter that is silently ignored gives a list that is silently wrong.
	 */
	private static void refuseUnknown(MethodParameter parameter, Class<?> controller, Set<String> given) {
		Set<String> known = new TreeSet<>(LIST_PARAMETERS);
		for (Parameter other : parameter.getExecutable().getParameters()) {
			RequestParam named = other.getAnnotation(RequestParam.class);
			if (named != null) {
				known.add(named.name().isEmpty() ? other.getName() : named.name());
			}
			else if (other.isAnnotationPresent(ModelAttribute.class)) {
				// a controller that inherits the handler says what the record is
				RecordComponent[] parts = ResolvableType
					.forType(other.getParameterizedType(),
							ResolvableType.forClass(controller).as(parameter.getDeclaringClass()))
					.toClass()
					.getRecordComponents();
				Stream.ofNullable(parts).flatMap(Arrays::stream).forEach((part) -> known.add(part.getName()));
			}
		}
		Set<String> unknown = new HashSet<>(given);
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			throw Refusal.invalid(unknown.stream()
				.sorted()
				.map((name) -> new Refusal.FieldError(name,
						Text.of("没有这个参数；可用：%s。", "There is no such parameter; known: %s.", String.join(", ", known))))
				.toList());
		}
	}

	private static int limit(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return 50;
		}
		try {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= ListRequest.MOST) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// told below, together with the range
		}
		throw Refusal.invalid("limit",
				Text.of("limit 为 1 至 %d 的整数。", "limit is an integer from 1 to %d.", ListRequest.MOST));
	}

	private static @Nullable String q(@Nullable String text) {
		if (text != null && (text.length() > LONGEST_Q || text.indexOf('\0') >= 0)) {
			throw Refusal.invalid("q",
					Text.of("q 最多 %d 个字符，且不含空字符。", "q has at most %d characters, and no NUL.", LONGEST_Q));
		}
		return blankToNull(text);
	}

	private static @Nullable OffsetDateTime since(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text);
		}
		catch (DateTimeException ex) {
			throw Refusal.invalid("modifiedSince", Text.of(
					"请用带时区的时间，如 2022-12-31T08:00:00+08:00（“+”须写作 %2B）。".replace("%", "%%"),
					"Use a time with offset, such as 2022-12-31T08:00:00+08:00 (write + as %2B).".replace("%", "%%")));
		}
	}

	private static Format format(ServerWebExchange exchange) {
		List<MediaType> accepted;
		try {
			accepted = exchange.getRequest().getHeaders().getAccept();
		}
		catch (InvalidMimeTypeException | InvalidMediaTypeException ex) {
			throw Refusal.invalid(HttpHeaders.ACCEPT, Text.of("Accept 无法读取。", "The Accept header cannot be read."));
		}
		for (MediaType type : accepted) {
			for (Format format : Format.values()) {
				if (type.includes(format.mediaType())) {
					return format;
				}
			}
		}
		return Format.JSON;
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
