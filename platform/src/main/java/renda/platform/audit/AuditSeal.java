package renda.platform.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Chains committed entries. Whoever holds the row of audit_head does it, so that among
 * all copies of the service there is one chain.
 */
class AuditSeal {

	private static final int ROUND = 500;

	private static final String WAITING = "SELECT EXISTS (SELECT 1 FROM audit_unsealed) AS waiting";

	/** A statement of its own: the snapshot of the next one must begin after it. */
	private static final String LOCK = "SELECT position, hash FROM audit_head FOR UPDATE";

	private static final String TAKE = """
			WITH taken AS (
			    DELETE FROM audit_unsealed
			    WHERE seq IN (SELECT seq FROM audit_unsealed ORDER BY seq LIMIT $1)
			    RETURNING seq, entry)
			SELECT %s
			FROM taken JOIN audit_entry ON id = entry
			ORDER BY seq""".formatted(AuditEntry.COLUMNS);

	private static final String CHAIN = """
			WITH link AS (
			    INSERT INTO audit_chain (position, entry, previous, hash)
			    SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[]::bytea[], $4::text[]::bytea[])
			    RETURNING position, hash)
			UPDATE audit_head SET (position, hash) = (SELECT position, hash FROM link ORDER BY position DESC LIMIT 1)""";

	private final DatabaseClient database;

	private final TransactionalOperator transaction;

	AuditSeal(DatabaseClient database, TransactionalOperator transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	/**
	 * Chains all entries that are committed now.
	 */
	Mono<Void> seal() {
		return this.database.sql(WAITING)
			.map((row) -> Rows.required(row, "waiting", Boolean.class))
			.one()
			.flatMap((waiting) -> waiting ? round().repeat().takeUntil((sealed) -> sealed < ROUND).then()
					: Mono.empty());
	}

	private Mono<Integer> round() {
		Mono<Integer> round = this.database.sql(LOCK)
			.map((row) -> new Head(Rows.required(row, "position", Long.class),
					Rows.required(row, "hash", byte[].class)))
			.one()
			.flatMap((head) -> this.database.sql(TAKE)
				.bind(0, ROUND)
				.map(AuditEntry::of)
				.all()
				.collectList()
				.flatMap((entries) -> entries.isEmpty() ? Mono.just(0)
						: chain(head, entries).thenReturn(entries.size())));
		return this.transaction.transactional(round);
	}

	private Mono<Long> chain(Head head, List<AuditEntry> entries) {
		Long[] positions = new Long[entries.size()];
		UUID[] ids = new UUID[entries.size()];
		String[] before = new String[entries.size()];
		String[] after = new String[entries.size()];
		byte[] hash = head.hash();
		for (int i = 0; i < entries.size(); i++) {
			positions[i] = head.position() + i + 1;
			ids[i] = entries.get(i).id();
			before[i] = hex(hash);
			hash = entries.get(i).chained(hash);
			after[i] = hex(hash);
		}
		return this.database.sql(CHAIN)
			.bind(0, positions)
			.bind(1, ids)
			.bind(2, before)
			.bind(3, after)
			.fetch()
			.rowsUpdated();
	}

	private static String hex(byte[] bytes) {
		return "\\x" + HexFormat.of().formatHex(bytes);
	}

	private record Head(long position, byte[] hash) {
	}

}
