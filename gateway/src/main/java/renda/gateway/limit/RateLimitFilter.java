package renda.gateway.limit;

import java.security.Principal;
import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Limits every client, after its token is known to be good.
 */
@Component
@Order(0)
class RateLimitFilter implements WebFilter {

	private final RateLimit limit;

	private final String policy;

	private final boolean enabled;

	private final Counter limited;

	RateLimitFilter(RateLimit limit, RateLimitSettings settings, MeterRegistry meters) {
		this.limit = limit;
		this.enabled = settings.enabled();
		this.policy = "\"client\";q=%d;w=%d".formatted(settings.burst(),
				Math.max(1, settings.burst() / settings.perSecond()));
		this.limited = Counter.builder("renda.gateway.limited")
			.description("Requests refused because their client sent too many")
			.register(meters);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		// the name of EdgeHeaders.CLIENT: the edge depends on this package, not the
		// reverse
		String address = headers.getFirst("X-Renda-Client");
		if (!this.enabled || address == null) {
			return chain.filter(exchange);
		}
		if (headers.getFirst(HttpHeaders.AUTHORIZATION) == null) {
			return limited(exchange, chain, address);
		}
		return exchange.getPrincipal()
			.map(Principal::getName)
			.map((subject) -> "subject:" + subject)
			.defaultIfEmpty(address)
			.flatMap((client) -> limited(exchange, chain, client));
	}

	private Mono<Void> limited(ServerWebExchange exchange, WebFilterChain chain, String client) {
		return this.limit.take(client).flatMap((verdict) -> {
			HttpHeaders headers = exchange.getResponse().getHeaders();
			headers.set("RateLimit-Policy", this.policy);
			headers.set("RateLimit", "\"client\";r=" + verdict.remaining() + ";t=" + seconds(verdict.delay()));
			if (verdict.allowed()) {
				return chain.filter(exchange);
			}
			this.limited.increment();
			return Mono.error(new Refused(Problem.tooMany(verdict.delay())));
		});
	}

	private static long seconds(Duration wait) {
		return (wait.toMillis() + 999) / 1000;
	}

}
