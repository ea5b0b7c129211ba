package renda.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Chooses the copy that answers a request. Where the chosen one refuses the connection
 * the next is asked; a read is also asked again where the connection broke, once more of
 * the same copy where there is no other. Nothing else is ever sent twice. Where a few
 * requests are just finding out whether a copy is well again, the others wait a moment
 * for what they find.
 */
@Component
class CopyFilter implements GlobalFilter, Ordered {

	private final Upstreams upstreams;

	CopyFilter(Upstreams upstreams) {
		this.upstreams = upstreams;
	}

	@Override
	public int getOrder() {
		return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		Copies copies = this.upstreams.copies(RouteGroup.service(route), RouteGroup.of(route));
		URI wanted = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		return attempt(exchange, chain, new Attempt(copies, wanted, new HashSet<>(), null, this.upstreams.patience()));
	}

	private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Attempt attempt) {
		Copy.Call call = attempt.copies.next(attempt.tried);
		if (call == null) {
			return attempt.mayWait()
					? Mono.delay(Upstreams.STEP).then(Mono.defer(() -> attempt(exchange, chain, attempt.later())))
					: Mono.error(refusal(attempt));
		}
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, call.copy().target(attempt.wanted));
		return chain.filter(exchange)
			.doOnSuccess((_) -> call.answered(exchange.getResponse().getStatusCode()))
			.doOnError(call::failed)
			.doOnCancel(call::dropped)
			.onErrorResume((thrown) -> again(thrown, exchange.getRequest().getMethod()), (thrown) -> {
				ServerWebExchangeUtils.reset(exchange);
				return attempt(exchange, chain, attempt.after(thrown));
			});
	}

	private Throwable refusal(Attempt attempt) {
		return (attempt.last != null) ? attempt.last
				: new Refused(Problem.down(attempt.copies.service(), this.upstreams.pause()));
	}

	private static boolean again(Throwable thrown, HttpMethod method) {
		boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
		return refused(thrown) || (read && thrown instanceof IOException);
	}

	private static boolean refused(Throwable thrown) {
		return thrown instanceof ConnectException || thrown instanceof ConnectTimeoutException;
	}

	/**
	 * How far a request has come.
	 *
	 * @param tried copies not to ask again
	 * @param last why the one before did not answer
	 * @param steps how often it may still wait
	 */
	private record Attempt(Copies copies, URI wanted, Set<Copy> tried, @Nullable Throwable last, int steps) {

		boolean mayWait() {
			return this.steps > 0 && this.copies.probed(this.tried);
		}

		Attempt later() {
			return new Attempt(this.copies, this.wanted, this.tried, this.last, this.steps - 1);
		}

		Attempt after(Throwable thrown) {
			boolean broken = this.last == null && !refused(thrown);
			return new Attempt(this.copies, this.wanted, (broken && this.copies.isOne()) ? new HashSet<>() : this.tried,
					thrown, this.steps);
		}

	}

}
