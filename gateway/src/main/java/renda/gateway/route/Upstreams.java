package renda.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

	/** How long a request waits before it looks again whether a copy is well. */
	static final Duration STEP = Duration.ofMillis(20);

	private final Map<String, Copies> copies = new HashMap<>();

	private final Map<RouteGroup, HttpClient> clients = new HashMap<>();

	private final List<ConnectionProvider> pools;

	private final Duration pause;

	private final int patience;

	Upstreams(RouteSettings settings, ServiceSettings services, CircuitBreakerRegistry breakers, MeterRegistry meters) {
		this.pause = settings.breaker().pause();
		this.patience = Math.toIntExact(settings.acquireTimeout().dividedBy(STEP));
		List<ConnectionProvider> providers = new ArrayList<>();
		for (RouteGroup group : RouteGroup.values()) {
			ConnectionProvider pool = pool(group, settings);
			providers.add(pool);
			this.clients.put(group, client(group, settings, pool));
			CircuitBreakerConfig config = breaker(group, settings);
			for (String service : ServiceSettings.NAMES) {
				Copies ways = new Copies(service,
						services.copies(service)
							.stream()
							.map((base) -> new Copy(base, breakers.circuitBreaker(name(service, group, base), config)))
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
		return Objects.requireNonNull(this.copies.get(key(service, group)));
	}

	HttpClient client(RouteGroup group) {
		return Objects.requireNonNull(this.clients.get(group));
	}

	/** How long a copy is left out at least. */
	Duration pause() {
		return this.pause;
	}

	/** How many steps a request may wait for a copy that is being tried. */
	int patience() {
		return this.patience;
	}

	@Override
	public void destroy() {
		this.pools.forEach(ConnectionProvider::dispose);
	}

	/**
	 * Long polls and bulk take long to say anything: as many as there are connections may
	 * try the copy. Every call is ended, so that trying never needs an end of its own.
	 */
	static CircuitBreakerConfig breaker(RouteGroup group, RouteSettings settings) {
		RouteSettings.Breaker breaker = settings.breaker();
		return CircuitBreakerConfig.custom()
			.slidingWindowType(SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(breaker.window())
			.minimumNumberOfCalls(breaker.minimum())
			.failureRateThreshold(breaker.failures())
			.waitDurationInOpenState(breaker.pause())
			.permittedNumberOfCallsInHalfOpenState(
					(group == RouteGroup.ORDINARY) ? breaker.probes() : group.of(settings).connections())
			.writableStackTraceEnabled(false)
			.build();
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
