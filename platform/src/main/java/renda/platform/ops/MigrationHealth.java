package renda.platform.ops;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;

import static renda.platform.store.Rows.required;

/**
 * Whether every migration went through. Where the database is away nothing can be said,
 * and {@code database} says why.
 */
final class MigrationHealth implements ReactiveHealthIndicator {

	private static final String STATE = """
			SELECT count(*) FILTER (WHERE success) AS done, count(*) FILTER (WHERE NOT success) AS failed
			FROM flyway_schema_history""";

	private final DatabaseClient database;

	MigrationHealth(DatabaseClient database) {
		this.database = database;
	}

	@Override
	public Mono<Health> health() {
		return this.database.sql(STATE)
			.map((row) -> health(required(row, "done", Long.class), required(row, "failed", Long.class)))
			.one()
			.timeout(DatabaseHealth.PATIENCE)
			.onErrorResume((failure) -> Mono
				.just(Health.unknown().withDetail("reason", failure.getClass().getSimpleName()).build()));
	}

	private static Health health(long done, long failed) {
		return ((failed == 0) ? Health.up() : Health.down()).withDetail("done", done)
			.withDetail("failed", failed)
			.build();
	}

}
