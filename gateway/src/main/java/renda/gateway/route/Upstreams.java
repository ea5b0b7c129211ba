package renda.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Every way to a service: its copies with their breakers, and a pool of connections for
 * each kind of requests, so that one kind never waits for another.
 */
@Component
class Upstreams implements DisposableBean {

	private final Map<String, Copies> copies = new HashMap<>();

	private final Map<RouteGroup, HttpClient> clients = new HashMap<>();

	private final List<ConnectionProvider> pools;

	private final Duration pause;

	Upstreams(RouteSettings settings, ServiceSettings services, CircuitBreakerRegistry breakers, MeterRegistry meters) {
		this.pause = settings.breaker().pause();
		CircuitBreakerConfig config = CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(settings.breaker().window())
			.minimumNumberOfCalls(settings.breaker().minimum())
			.failureRateThreshold(settings.breaker().failures())
			.waitDurationInOpenState(this.pause)
			.permittedNumberOfCallsInHalfOpenState(3)
			.maxWaitDurationInHalfOpenState(settings.ordinary().timeout().multipliedBy(2))
			.writableStackTraceEnabled(false)
			.build();
		List<ConnectionProvider> providers = new java.util.ArrayList<>();
		for (RouteGroup group : RouteGroup.values()) {
			ConnectionProvider pool = pool(group, settings);
			providers.add(pool);
			this.clients.put(group, client(group, settings, pool));
			for (String service : ServiceSettings.NAMES) {
				Copies ways = new Copies(service, services.copies(service)
					.stream()
					.map((base) -> new Copies.Copy(base, breakers.circuitBreaker(name(service, group, base), config)))
					.toList());
				this.copies.put(key(service, group), ways);
				Gauge.builder("renda.gateway.copies.available", ways, Copies::available)
					.description("Copies of a service that are not left out by their breaker")
					.tag("service", service)
					.tag("group", group.label())
					.register(meters);
			}
		}
		this.pools = List.copyOf(providers);
	}

	Copies copies(String service, RouteGroup group) {
		return java.util.Objects.requireNonNull(this.copies.get(key(service, group)));
	}

	HttpClient client(RouteGroup group) {
		return java.util.Objects.requireNonNull(this.clients.get(group));
	}

	/** How long a copy is left out at least. */
	Duration pause() {
		return this.pause;
	}

	@Override
	public void destroy() {
		this.pools.forEach(ConnectionProvider::dispose);
	}

	private static String key(String service, RouteGroup group) {
		return service + "-" + group.label();
	}

	private static String name(String service, RouteGroup group, URI base) {
		return key(service, group) + "@" + base.getRawAuthority();
	}

	private static ConnectionProvider pool(RouteGroup group, RouteSettings settings) {
		int connections = group.of(settings).connections();
		return ConnectionProvider.builder("renda-" + group.label())
			.maxConnections(connections)
			.pendingAcquireMaxCount(connections)
			.pendingAcquireTimeout(settings.acquireTimeout())
			.maxIdleTime(settings.maxIdle())
			.evictInBackground(settings.maxIdle())
			.metrics(true)
			.build();
	}

	private static HttpClient client(RouteGroup group, RouteSettings settings, ConnectionProvider pool) {
		return HttpClient.create(pool)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.connectTimeout().toMillis())
			.option(ChannelOption.TCP_NODELAY, true)
			.responseTimeout(group.of(settings).timeout());
	}

}
