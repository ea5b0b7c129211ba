package renda.platform.event;

import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Numbers committed events. Whoever holds the row of event_head does it, so there is one
 * at a time among all copies of the service. Within a round the events go by seq: of two
 * events of a subject the second was appended under the row's lock, after the first was
 * committed, so it has the larger seq and is never in an earlier round.
 */
class Sequencer {

	/** By the index: after a large import the table is full of rows that are gone. */
	private static final String STATE = """
			SELECT last, (SELECT seq FROM event_staged ORDER BY seq LIMIT 1) IS NOT NULL AS staged
			FROM event_head""";

	/** A statement of its own: the snapshot of the next one must begin after it. */
	private static final String LOCK = "SELECT last FROM event_head FOR UPDATE";

	private static final String NUMBER = """
			WITH taken AS (
			    DELETE FROM event_staged
			    WHERE seq IN (SELECT seq FROM event_staged ORDER BY seq LIMIT $2)
			    RETURNING seq, event_id, type, subject, occurred_at, audience, data),
			numbered AS (
			    INSERT INTO event (position, event_id, type, subject, occurred_at, audience, data)
			    SELECT $1 + row_number() OVER (ORDER BY seq), event_id, type, subject, occurred_at, audience, data
			    FROM taken
			    RETURNING position, type, audience),
			types AS (
			    INSERT INTO event_type (type, open)
			    SELECT type, bool_or(audience IS NULL) FROM numbered GROUP BY type ORDER BY type
			    ON CONFLICT (type) DO UPDATE SET open = true
			    WHERE excluded.open AND NOT event_type.open)
			UPDATE event_head
			SET last = coalesce((SELECT max(position) FROM numbered), last)
			RETURNING last""";

	private static final int ROUND = 2000;

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	Sequencer(DatabaseClient database, TransactionalOperator transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	/**
	 * Numbers all that is committed now.
	 * @return the last number given; events up to it can be read
	 */
	Mono<Long> advance() {
		return this.database.sql(STATE)
			.map((row) -> new State(Rows.required(row, "last", Long.class),
					Rows.required(row, "staged", Boolean.class)))
			.one()
			.flatMap((state) -> state.staged() ? rounds() : Mono.just(state.last()));
	}

	private Mono<Long> rounds() {
		return round().expand((done) -> done.full() ? round() : Mono.empty()).last().map(Round::last);
	}

	private Mono<Round> round() {
		Mono<Round> round = this.database.sql(LOCK)
			.map((row) -> Rows.required(row, "last", Long.class))
			.one()
			.flatMap((last) -> this.database.sql(NUMBER)
				.bind(0, last)
				.bind(1, ROUND)
				.map((row) -> Rows.required(row, "last", Long.class))
				.one()
				.map((now) -> new Round(now, now - last == ROUND)));
		return this.transaction.transactional(round);
	}

	private record State(long last, boolean staged) {
	}

	private record Round(long last, boolean full) {
	}

}
