package renda.platform.audit;

import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Writes who did what, when, from where and to which version, in the transaction of the
 * change. {@link AuditSeal} chains the entries afterwards, so that writers need not wait
 * for each other.
 */
public class AuditTrail {

	private static final String APPEND = """
			WITH entry AS (
			    INSERT INTO audit_entry (caller, caller_name, method, path, subject, version, status, address, correlation_id)
			    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
			    RETURNING id)
			INSERT INTO audit_unsealed (entry)
			SELECT id FROM entry""";

	private final DatabaseClient database;

	public AuditTrail(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Appends an entry to the current transaction.
	 */
	public Mono<Void> append(Command command, Answer<?> answer) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(APPEND)
			.bind(0, command.caller().subject())
			.bind(1, command.caller().name())
			.bind(2, command.method())
			.bind(3, command.path())
			.bind(4, answer.subject());
		sql = answer.version().isPresent() ? sql.bind(5, answer.version().getAsLong()) : sql.bindNull(5, Long.class);
		return sql.bind(6, answer.status().value())
			.bind(7, command.address())
			.bind(8, command.correlationId())
			.fetch()
			.rowsUpdated()
			.then();
	}

}
