package renda.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

import io.r2dbc.spi.R2dbcTimeoutException;
import jakarta.validation.ConstraintViolationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.command.AnsweredBefore;
import renda.platform.store.SqlState;

import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Turns whatever ends an exchange into a problem. What a client can cause is a 4xx; a
 * database that is away is a 503; the rest is a 500, logged once and told to the client
 * without detail.
 */
final class ProblemHandler implements WebExceptionHandler {

	private static final Log LOG = LogFactory.getLog(ProblemHandler.class);

	/** Class 23: the value is well, but not beside what is there. */
	private static final String INTEGRITY = "23";

	private final Problems problems;

	private final InputErrors inputErrors = new InputErrors();

	ProblemHandler(Problems problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		if (failure instanceof AnsweredBefore answer) {
			return replay(exchange, answer);
		}
		Refusal known = known(exchange, failure);
		if (known != null) {
			return this.problems.write(exchange, known);
		}
		return Correlation
			.logging(() -> LOG.error(
					"%s %s failed, correlation %s".formatted(exchange.getRequest().getMethod(),
							exchange.getRequest().getPath(), ArgumentResolvers.correlation(exchange.getRequest())),
					failure))
			.then(Mono
				.defer(() -> this.problems.write(exchange, Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal",
						Text.of("系统出现故障，已记录，请稍后再试。", "Something failed here; it has been logged. Try again later.")))));
	}

	private @Nullable Refusal known(ServerWebExchange exchange, Throwable failure) {
		return switch (failure) {
			case Refusal refusal -> refusal;
			case AuthenticationException ex -> Refusal.of(HttpStatus.UNAUTHORIZED, "unauthenticated",
					Text.of("请携带有效的访问令牌。", "Send a valid access token."));
			case AccessDeniedException ex ->
				Refusal.forbidden(Text.of("您的角色不能进行此操作。", "Your roles do not allow this."));
			case MethodNotAllowedException ex -> methodNotAllowed(exchange, ex);
			case UnsupportedMediaTypeStatusException ex -> Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					"unsupported-media-type", Text.of("可接受的内容类型：%s。", "Send one of: %s.", ex.getSupportedMediaTypes()));
			case NotAcceptableStatusException ex -> Refusal.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
					Text.of("可提供的格式：%s。", "Available: %s.", ex.getSupportedMediaTypes()));
			case ConstraintViolationException ex -> this.inputErrors.violations(ex);
			case DataBufferLimitException ex -> tooLarge();
			case ErrorResponse ex when causedBy(failure, DataBufferLimitException.class) -> tooLarge();
			case ErrorResponse ex when ex.getStatusCode().is4xxClientError() ->
				this.inputErrors.refusal(exchange, failure, ex.getStatusCode());
			case DecodingException ex -> this.inputErrors.refusal(exchange, failure, HttpStatus.BAD_REQUEST);
			case DataAccessException ex when badData(ex) -> badData();
			case DataIntegrityViolationException ex ->
				Refusal.conflict("exists-or-in-use", Text.of("与已有记录冲突：可能已存在，或引用的记录不存在。",
						"In conflict with what is there: it exists already, or refers to something that does not."));
			case CannotCreateTransactionException ex -> unavailable();
			case TransientDataAccessException ex -> unavailable();
			case DataAccessResourceFailureException ex -> unavailable();
			case R2dbcTimeoutException ex -> unavailable();
			case TimeoutException ex -> unavailable();
			default -> badData(failure) ? badData() : SqlState.isUndone(failure) ? unavailable() : null;
		};
	}

	private static Refusal tooLarge() {
		return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "too-large",
				Text.of("内容超过允许的大小，请拆分或改用批量导入。", "The body is larger than allowed; split it, or use a bulk import."));
	}

	private static Refusal methodNotAllowed(ServerWebExchange exchange, MethodNotAllowedException failure) {
		exchange.getResponse().getHeaders().setAllow(failure.getSupportedMethods());
		return Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
				Text.of("此处可用：%s。", "Allowed here: %s.", failure.getSupportedMethods()));
	}

	private static Refusal unavailable() {
		return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Text.of("数据库暂不可用，请稍后以同一 Idempotency-Key 重试。",
				"The database is away for the moment; retry soon, with the same Idempotency-Key."));
	}

	private static Refusal badData() {
		return Refusal.of(HttpStatus.BAD_REQUEST, "invalid", Text.of("输入中有数据库不能保存的值（如数值超出范围、文字过长或含空字符）。",
				"A value cannot be stored: a number out of range, a text that is too long, or a NUL character."));
	}

	private static boolean badData(Throwable failure) {
		return SqlState.isOfTheData(failure) && !SqlState.of(failure).startsWith(INTEGRITY);
	}

	private static boolean causedBy(Throwable failure, Class<?> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private static Mono<Void> replay(ServerWebExchange exchange, AnsweredBefore answer) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		HttpHeaders headers = response.getHeaders();
		headers.set("Idempotency-Replayed", "true");
		if (answer.location() != null) {
			headers.set(HttpHeaders.LOCATION, answer.location());
		}
		if (answer.version() != null) {
			headers.setETag("\"" + answer.version() + "\"");
		}
		String body = answer.body();
		if (body == null) {
			return response.setComplete();
		}
		headers.setContentType(MediaType.APPLICATION_JSON);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
	}

}
