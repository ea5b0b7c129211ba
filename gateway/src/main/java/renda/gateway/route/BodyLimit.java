package renda.gateway.route;

import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses bodies that are too large: at once where their length is announced, else when
 * the limit is passed. Nothing is held in memory.
 */
@Component
class BodyLimit implements GlobalFilter, Ordered {

	private final RouteSettings settings;

	BodyLimit(RouteSettings settings) {
		this.settings = settings;
	}

	@Override
	public int getOrder() {
		return -100;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		long length = request.getHeaders().getContentLength();
		boolean chunked = request.getHeaders().getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
		if (length <= 0 && !chunked) {
			return chain.filter(exchange);
		}
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		long limit = RouteGroup.of(route).of(this.settings).body().toBytes();
		if (length > limit) {
			return Mono.error(new Refused(Problem.tooLarge(limit)));
		}
		return chain.filter(exchange.mutate().request(limited(request, limit)).build());
	}

	private static ServerHttpRequest limited(ServerHttpRequest request, long limit) {
		return new ServerHttpRequestDecorator(request) {
			@Override
			public Flux<DataBuffer> getBody() {
				AtomicLong seen = new AtomicLong();
				return super.getBody().onErrorMap((thrown) -> new Refused(Problem.malformed()))
					.handle((buffer, sink) -> {
						if (seen.addAndGet(buffer.readableByteCount()) > limit) {
							DataBufferUtils.release(buffer);
							sink.error(new Refused(Problem.tooLarge(limit)));
						}
						else {
							sink.next(buffer);
						}
					});
			}
		};
	}

}
