package renda.platform.ops;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Whether the identity provider gives its keys. It is told and does not count: public
 * reads need no token, and keys that are known go on to serve.
 */
final class IdentityHealth implements ReactiveHealthIndicator {

	private static final Duration REMEMBERED = Duration.ofSeconds(30);

	private final Mono<Health> state;

	IdentityHealth(String keys) {
		this.state = WebClient.create(keys)
			.get()
			.retrieve()
			.toBodilessEntity()
			.map((answer) -> Health.up().build())
			.timeout(Duration.ofSeconds(2))
			.onErrorResume((failure) -> Mono
				.just(Health.unknown().withDetail("reason", failure.getClass().getSimpleName()).build()))
			.cache(REMEMBERED);
	}

	@Override
	public Mono<Health> health() {
		return this.state;
	}

}
