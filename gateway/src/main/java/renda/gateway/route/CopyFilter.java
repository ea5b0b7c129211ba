package renda.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Chooses the copy that answers a request. Where the chosen one refuses the connection
 * the next is asked; a read is also asked again where the connection broke. Nothing else
 * is ever sent twice.
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
		return attempt(exchange, chain, copies, wanted, new HashSet<>(), null);
	}

	private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Copies copies, URI wanted,
			Set<Copies.Copy> tried, @Nullable Throwable last) {
		Copies.Copy copy = copies.next(tried);
		if (copy == null) {
			return Mono
				.error((last != null) ? last : new Refused(Problem.down(copies.service(), this.upstreams.pause())));
		}
		tried.add(copy);
		exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, copy.target(wanted));
		long start = System.nanoTime();
		return chain.filter(exchange)
			.doOnSuccess((_) -> copy.breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS))
			.doOnError((thrown) -> count(copy, thrown, System.nanoTime() - start))
			.doOnCancel(copy.breaker()::releasePermission)
			.onErrorResume((thrown) -> again(thrown, exchange.getRequest().getMethod()), (thrown) -> {
				ServerWebExchangeUtils.reset(exchange);
				return attempt(exchange, chain, copies, wanted, tried, thrown);
			});
	}

	private static void count(Copies.Copy copy, Throwable thrown, long nanos) {
		if (fault(thrown)) {
			copy.breaker().onError(nanos, TimeUnit.NANOSECONDS, thrown);
		}
		else {
			copy.breaker().releasePermission();
		}
	}

	/** Whether the copy is to blame, not the client and not the gateway's own limits. */
	private static boolean fault(Throwable thrown) {
		return thrown instanceof IOException || thrown instanceof ReadTimeoutException
				|| thrown instanceof ResponseStatusException;
	}

	private static boolean again(Throwable thrown, HttpMethod method) {
		boolean refused = thrown instanceof ConnectException || thrown instanceof ConnectTimeoutException;
		boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
		return refused || (read && thrown instanceof IOException);
	}

}
