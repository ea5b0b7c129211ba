package renda.gateway.cache;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps public answers on their way to the client, and asks the service by ETag whether a
 * stale one still holds.
 */
@Component
class CacheFilter implements GlobalFilter, Ordered {

	private final PublicCache cache;

	CacheFilter(PublicCache cache) {
		this.cache = cache;
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (this.cache.largest() == 0 || !PublicCache.applies(request)) {
			return chain.filter(exchange);
		}
		PublicCache.Entry stale = this.cache.find(request);
		String etag = (stale != null && request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH) == null) ? stale.etag()
				: null;
		KeptResponse response = new KeptResponse(exchange.getResponse(), request, this.cache,
				(etag != null) ? stale : null);
		return chain.filter(exchange.mutate().request(asking(request, etag)).response(response).build());
	}

	private static ServerHttpRequest asking(ServerHttpRequest request, @Nullable String etag) {
		return (etag != null) ? request.mutate().header(HttpHeaders.IF_NONE_MATCH, etag).build() : request;
	}

}
