package renda.platform.command;

import java.time.Duration;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Sha256;
import renda.platform.security.Vault;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The answers kept for retries. The key's row is the first thing the transaction writes,
 * so that of two equal requests at once the second waits for the first, and then gets its
 * answer. Keys are the caller's own: two callers may use the same.
 */
final class IdempotencyKeys {

	private static final int FORGOTTEN_AT_ONCE = 500;

	private static final String CLAIM = """
			INSERT INTO idempotency_key (caller, key, fingerprint)
			VALUES ($1, $2, $3)
			ON CONFLICT (caller, key) DO NOTHING""";

	private static final String READ = """
			SELECT fingerprint, status, body, body_sealed, location, version
			FROM idempotency_key
			WHERE caller = $1 AND key = $2""";

	private static final String KEEP = """
			UPDATE idempotency_key
			SET status = $3, body = $4, location = $5, version = $6, body_sealed = $7
			WHERE caller = $1 AND key = $2""";

	private static final String FORGET = """
			DELETE FROM idempotency_key
			WHERE ctid = any(array(
			    SELECT ctid
			    FROM idempotency_key
			    WHERE created_at < now() - make_interval(secs => $1)
			    ORDER BY created_at
			    LIMIT %d
			    FOR UPDATE SKIP LOCKED))""".formatted(FORGOTTEN_AT_ONCE);

	private final DatabaseClient database;

	private final JsonMapper json;

	private final Vault vault;

	IdempotencyKeys(DatabaseClient database, JsonMapper json, Vault vault) {
		this.database = database;
		this.json = json;
		this.vault = vault;
	}

	<T> Mono<Answer<T>> once(Command command, String key, Object input, Mono<Answer<T>> work) {
		String fingerprint = fingerprint(command, this.json.writeValueAsString(input), this.vault);
		String caller = command.caller().subject();
		return this.database.sql(CLAIM)
			.bind(0, caller)
			.bind(1, key)
			.bind(2, fingerprint)
			.fetch()
			.rowsUpdated()
			.flatMap((claimed) -> (claimed == 1) ? work.flatMap((answer) -> keep(caller, key, answer))
					: this.<T>replay(caller, key, fingerprint)
						// it was forgotten at this moment
						.switchIfEmpty(Mono.defer(() -> once(command, key, input, work))));
	}

	/**
	 * Deletes some of the answers that are older than this.
	 * @return whether there may be more
	 */
	Mono<Boolean> forget(Duration age) {
		return this.database.sql(FORGET)
			.bind(0, (double) age.toSeconds())
			.fetch()
			.rowsUpdated()
			.map((deleted) -> deleted == FORGOTTEN_AT_ONCE);
	}

	private <T> Mono<Answer<T>> keep(String caller, String key, Answer<T> answer) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(KEEP)
			.bind(0, caller)
			.bind(1, key)
			.bind(2, answer.status().value());
		String body = answer.body().map(this.json::writeValueAsString).orElse(null);
		boolean sealed = body != null && this.vault.isOpen();
		sql = (body != null && !sealed) ? sql.bind(3, body) : sql.bindNull(3, String.class);
		sql = (body != null && sealed) ? sql.bind(6, this.vault.seal(body, place(caller, key)))
				: sql.bindNull(6, byte[].class);
		sql = answer.location().isPresent() ? sql.bind(4, answer.location().get()) : sql.bindNull(4, String.class);
		sql = answer.version().isPresent() ? sql.bind(5, answer.version().getAsLong()) : sql.bindNull(5, Long.class);
		return sql.fetch().rowsUpdated().thenReturn(answer);
	}

	private <T> Mono<Answer<T>> replay(String caller, String key, String fingerprint) {
		return this.database.sql(READ)
			.bind(0, caller)
			.bind(1, key)
			.map((row) -> new Kept(text(row.get("fingerprint", String.class)), row.get("status", Integer.class),
					body(row, place(caller, key)), row.get("location", String.class), row.get("version", Long.class)))
			.one()
			.flatMap((kept) -> Mono.error(kept.matching(fingerprint)));
	}

	private @Nullable String body(Readable row, String place) {
		byte[] sealed = row.get("body_sealed", byte[].class);
		return (sealed != null) ? this.vault.open(sealed, place) : row.get("body", String.class);
	}

	private static String place(String caller, String key) {
		return "answer/" + caller + '/' + key;
	}

	/**
	 * What makes two requests the same. Input may hold identity numbers, of which there
	 * are so few that a plain digest could be tried out.
	 */
	static String fingerprint(Command command, String input, Vault vault) {
		String words = command.method() + ' ' + command.path() + ' ' + command.ifMatch() + '\n' + input;
		return vault.isOpen() ? vault.index(words) : Sha256.hex(words);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private record Kept(String fingerprint, @Nullable Integer status, @Nullable String body, @Nullable String location,
			@Nullable Long version) {

		RuntimeException matching(String asked) {
			if (!this.fingerprint.equals(asked) || this.status == null) {
				return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
						Text.of("该 Idempotency-Key 已用于另一内容的请求，请换一个。",
								"This Idempotency-Key was used for a different request; use another."));
			}
			return new AnsweredBefore(this.status, this.body, this.location, this.version);
		}

	}

}
