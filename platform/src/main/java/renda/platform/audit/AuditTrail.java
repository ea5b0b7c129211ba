package renda.platform.audit;

import java.util.OptionalLong;

import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Writes who did what, when, from where and to which version, in the transaction of the
 * change, and who read personal data. {@link AuditSeal} chains the entries afterwards, so
 * that writers need not wait for each other.
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
		return append(command, answer.subject(), answer.version(), answer.status().value());
	}

	/**
	 * Appends that somebody reads what only few may read, such as personal data in full.
	 * It is on record before it is shown.
	 * @param subject what is read: {@code deputy/018f…}
	 */
	public Mono<Void> read(Command command, String subject) {
		return append(command, subject, OptionalLong.empty(), HttpStatus.OK.value());
	}

	private Mono<Void> append(Command command, String subject, OptionalLong version, int status) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(APPEND)
			.bind(0, command.caller().subject())
			.bind(1, command.caller().name())
			.bind(2, command.method())
			.bind(3, command.path())
			.bind(4, subject);
		sql = version.isPresent() ? sql.bind(5, version.getAsLong()) : sql.bindNull(5, Long.class);
		return sql.bind(6, status)
			.bind(7, command.address())
			.bind(8, command.correlationId())
			.fetch()
			.rowsUpdated()
			.then();
	}

}
