package renda.platform.ops;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Whether the database answers.
 */
final class DatabaseHealth implements ReactiveHealthIndicator {

	static final Duration PATIENCE = Duration.ofSeconds(3);

	private final DatabaseClient database;

	DatabaseHealth(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Health> health() {
		return this.database.sql("SELECT 1")
			.fetch()
			.rowsUpdated()
			.thenReturn(Health.up().build())
			.timeout(PATIENCE)
			.onErrorResume((failure) -> Mono
				.just(Health.down().withDetail("reason", failure.getClass().getSimpleName()).build()));
	}

}
