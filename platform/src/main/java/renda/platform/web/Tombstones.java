package renda.platform.web;

import java.time.OffsetDateTime;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import static renda.platform.store.Rows.required;

/**
 * What was removed from lists, and until when a list of changes is complete.
 */
final class Tombstones {

	/**
	 * A running transaction may still commit rows that carry the time it began at; the
	 * oldest of them bounds what a list of changes can promise. The tenth of a second is
	 * for a transaction that has begun and is not shown yet.
	 */
	private static final String UNTIL = """
			SELECT least(min(xact_start), clock_timestamp()) - interval '100 milliseconds' AS until
			FROM pg_stat_activity
			WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()""";

	private static final String REMOVED = """
			SELECT id, removed_at
			FROM tombstone
			WHERE resource = $1 AND removed_at >= $2
			ORDER BY removed_at
			FETCH FIRST 10000 ROWS WITH TIES""";

	private static final int MOST = 10_000;

	private final DatabaseClient database;

	Tombstones(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What was removed since a time. Where that is more than one answer holds, the answer
	 * ends earlier, and the rest comes the next time.
	 */
	Mono<Since> since(String resource, OffsetDateTime from) {
		Mono<OffsetDateTime> until = this.database.sql(UNTIL)
			.map((row) -> required(row, "until", OffsetDateTime.class))
			.one();
		return until.flatMap((time) -> this.database.sql(REMOVED)
			.bind(0, resource)
			.bind(1, from)
			.map((row) -> new Page.Tombstone(required(row, "id", String.class),
					required(row, "removed_at", OffsetDateTime.class)))
			.all()
			.collectList()
			.map((removed) -> new Since(removed, end(removed, time))));
	}

	private static OffsetDateTime end(List<Page.Tombstone> removed, OffsetDateTime until) {
		if (removed.size() < MOST) {
			return until;
		}
		// just after the last one told, so that it is not told for ever
		OffsetDateTime last = removed.getLast().removedAt().plusNanos(1000);
		return last.isBefore(until) ? last : until;
	}

	/**
	 * What was removed, and the time to ask from the next time.
	 */
	record Since(List<Page.Tombstone> removed, OffsetDateTime until) {
	}

}
