package renda.gateway.route;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The routes: for each service its long poll and live streams, its bulk and all the rest,
 * at the same path as at the service, and its API description.
 */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

	@Bean
	RouteLocator serviceRouteLocator(RouteLocatorBuilder builder, ServiceSettings services, RouteSettings settings) {
		RouteLocatorBuilder.Builder routes = builder.routes();
		for (String service : ServiceSettings.NAMES.stream().sorted().toList()) {
			String base = "/api/v1/" + service;
			route(routes, service, RouteGroup.EVENTS, services, settings, base + "/events", base + "/*/*/live");
			route(routes, service, RouteGroup.BULK, services, settings, base + "/imports/**", base + "/files",
					base + "/files/**");
			routes.route(service + "-docs",
					(route) -> route.path("/v3/api-docs/" + service)
						.filters((filters) -> filters.setPath("/v3/api-docs"))
						// made when it is first asked for, which takes seconds
						.metadata(metadata(service, RouteGroup.BULK, settings))
						.uri(services.copies(service).getFirst()));
			route(routes, service, RouteGroup.ORDINARY, services, settings, base, base + "/**");
		}
		return routes.build();
	}

	/** Comes with the routing filter that {@link PooledRouting} replaces. */
	@Bean
	NettyWriteResponseFilter nettyWriteResponseFilter(GatewayProperties properties,
			ObjectProvider<List<HttpHeadersFilter>> headersFilters) {
		return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), headersFilters);
	}

	private static void route(RouteLocatorBuilder.Builder routes, String service, RouteGroup group,
			ServiceSettings services, RouteSettings settings, String... paths) {
		routes.route(service + "-" + group.label(),
				(route) -> route.path(paths)
					.metadata(metadata(service, group, settings))
					.uri(services.copies(service).getFirst()));
	}

	private static Map<String, Object> metadata(String service, RouteGroup group, RouteSettings settings) {
		return Map.of("service", service, "group", group, "connect-timeout", (int) settings.connectTimeout().toMillis(),
				"response-timeout", group.of(settings).timeout().toMillis());
	}

}
