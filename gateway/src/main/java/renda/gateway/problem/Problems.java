package renda.gateway.problem;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.netty.handler.timeout.ReadTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * Turns whatever went wrong into a problem; the last resort before a bare 500.
 */
@Component
@Order(-2)
class Problems implements ErrorWebExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private static final Duration WAIT = Duration.ofSeconds(3);

	private final ProblemWriter writer;

	Problems(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		if (exchange.getResponse().isCommitted()) {
			// too late for another answer: break the connection, so that nobody takes a
			// part
			// for the whole
			return Mono.error(thrown);
		}
		Problem problem = of(thrown, service(exchange));
		if (problem.status().value() == 500) {
			log.error("fault at {} {}, correlation {}", exchange.getRequest().getMethod(),
					exchange.getRequest().getPath(), exchange.getRequest().getHeaders().getFirst("X-Correlation-Id"),
					thrown);
		}
		return this.writer.write(problem, exchange.getRequest(), exchange.getResponse());
	}

	static Problem of(Throwable thrown, String service) {
		return switch (thrown) {
			case Refused refused -> refused.problem();
			case ConnectException _, UnknownHostException _, PoolAcquireTimeoutException _,
					PoolAcquirePendingLimitException _ ->
				Problem.down(service, WAIT);
			case TimeoutException _, ReadTimeoutException _ -> Problem.slow(service);
			case AuthenticationServiceException _ -> Problem.down("identity", WAIT);
			case MethodNotAllowedException wrong -> Problem.methodNotAllowed(wrong.getSupportedMethods()
				.stream()
				.map(HttpMethod::name)
				.sorted()
				.collect(Collectors.joining(", ")));
			case NotAcceptableStatusException wrong -> Problem.notAcceptable(
					wrong.getSupportedMediaTypes().stream().map(Objects::toString).collect(Collectors.joining(", ")));
			case ServerWebInputException wrong ->
				Problem.invalid(List.of(new Problem.Wrong(
						(wrong.getMethodParameter() != null)
								? String.valueOf(wrong.getMethodParameter().getParameterName()) : "",
						Text.of("缺少该参数，或其格式不对。", "The parameter is missing or malformed."))));
			case InvalidMediaTypeException _ -> Problem.malformed();
			case ResponseStatusException known -> of(known.getStatusCode(), service);
			case AbortedException _, IOException _ -> Problem.badAnswer(service);
			default -> (thrown.getCause() instanceof Exception cause && cause != thrown) ? of(cause, service)
					: Problem.fault();
		};
	}

	private static Problem of(HttpStatusCode status, String service) {
		return switch (status.value()) {
			case 400 -> Problem.malformed();
			case 401 -> Problem.unauthorized();
			case 403 -> Problem.forbidden();
			case 404 -> Problem.notFound();
			case 503 -> Problem.down(service, WAIT);
			case 504 -> Problem.slow(service);
			default -> Problem.fault();
		};
	}

	private static String service(ServerWebExchange exchange) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return (route != null) ? String.valueOf(route.getMetadata().get("service")) : "gateway";
	}

}
