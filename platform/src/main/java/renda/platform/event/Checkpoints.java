package renda.platform.event;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * How far each consumer has come. The row is also the lease: one copy of the service
 * consumes, and another takes over when it has been silent for a while.
 */
class Checkpoints {

	/** Longer than a long poll; each batch renews it. */
	static final Duration LEASE = Duration.ofSeconds(20);

	private static final String ACQUIRE = """
			INSERT INTO event_checkpoint (name, lease, leased_until)
			VALUES ($1, $2, now() + make_interval(secs => $3))
			ON CONFLICT (name) DO UPDATE
			SET lease = excluded.lease, leased_until = excluded.leased_until
			WHERE event_checkpoint.lease = excluded.lease OR event_checkpoint.leased_until < now()
			RETURNING last_event_id, handled""";

	private static final String RELEASE = """
			UPDATE event_checkpoint SET leased_until = '-infinity'
			WHERE name = $1 AND lease = $2""";

	private static final String ADVANCE = """
			UPDATE event_checkpoint
			SET last_event_id = $3, handled = handled + $4, leased_until = now() + make_interval(secs => $5)
			WHERE name = $1 AND lease = $2 AND last_event_id IS NOT DISTINCT FROM $6""";

	private static final String REWIND = """
			UPDATE event_checkpoint SET last_event_id = NULL
			WHERE name = $1 AND lease = $2""";

	private final DatabaseClient database;

	Checkpoints(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Takes or renews the lease; empty where another copy has it.
	 */
	Mono<Checkpoint> acquire(String name, UUID lease) {
		return this.database.sql(ACQUIRE)
			.bind(0, name)
			.bind(1, lease)
			.bind(2, (double) LEASE.toSeconds())
			.map((row) -> new Checkpoint(row.get("last_event_id", String.class),
					Rows.required(row, "handled", Long.class)))
			.one();
	}

	/**
	 * Moves on, in the transaction of what the events did. It fails where the lease was
	 * lost, and so takes that back.
	 */
	Mono<Void> advance(String name, UUID lease, @Nullable String from, String to, int events) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(ADVANCE)
			.bind(0, name)
			.bind(1, lease)
			.bind(2, to)
			.bind(3, events)
			.bind(4, (double) LEASE.toSeconds());
		sql = (from != null) ? sql.bind(5, from) : sql.bindNull(5, String.class);
		return sql.fetch()
			.rowsUpdated()
			.flatMap((updated) -> (updated == 1) ? Mono.empty()
					: Mono.error(new IllegalStateException("another copy consumes " + name)));
	}

	/**
	 * Goes back to the beginning of the feed.
	 */
	Mono<Void> rewind(String name, UUID lease) {
		return this.database.sql(REWIND).bind(0, name).bind(1, lease).fetch().rowsUpdated().then();
	}

	Mono<Void> release(String name, UUID lease) {
		return this.database.sql(RELEASE).bind(0, name).bind(1, lease).fetch().rowsUpdated().then();
	}

	/**
	 * A place in a feed.
	 */
	record Checkpoint(@Nullable String lastEventId, long handled) {
	}

}
