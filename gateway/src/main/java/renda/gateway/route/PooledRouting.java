package renda.gateway.route;

import java.util.List;

import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends each kind of requests through its own pool.
 */
@Component
class PooledRouting extends NettyRoutingFilter {

	private final Upstreams upstreams;

	PooledRouting(HttpClient client, ObjectProvider<List<HttpHeadersFilter>> headersFilters,
			HttpClientProperties properties, Upstreams upstreams) {
		super(client, headersFilters, properties);
		this.upstreams = upstreams;
	}

	@Override
	protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
		return this.upstreams.client(RouteGroup.of(route));
	}

}
