package renda.legislation.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Rows;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The entries kept, each with all versions it ever had.
 */
@Repository
class LedgerRows {

	private static final String INSERT = """
			WITH given AS (
			    SELECT id, key, day, until, term, owner, content, search::tsvector
			    FROM jsonb_to_recordset($2::text::jsonb)
			         AS entry (id uuid, key text, day date, until date, term integer, owner text, content jsonb,
			                   search text)),
			entered AS (
			    INSERT INTO ledger_entry (ledger, id, key, day, until, term, owner, content, search)
			    SELECT $1, * FROM given)
			INSERT INTO ledger_version (entry_id, version, ledger, content, caller, caller_name)
			SELECT id, 1, $1, content, $3, $4 FROM given""";

	private static final String UPDATE = """
			WITH given AS (
			    SELECT id, key, day, until, term, owner, content, search::tsvector, version
			    FROM jsonb_to_recordset($2::text::jsonb)
			         AS entry (id uuid, key text, day date, until date, term integer, owner text, content jsonb,
			                   search text, version bigint)),
			changed AS (
			    UPDATE ledger_entry
			    SET key = given.key, day = given.day, until = given.until, term = given.term,
			        owner = given.owner, content = given.content, search = given.search,
			        version = ledger_entry.version + 1, modified_at = clock_timestamp()
			    FROM given
			    WHERE ledger_entry.id = given.id AND ledger = $1 AND ledger_entry.version = given.version
			    RETURNING ledger_entry.id, ledger_entry.version, ledger_entry.content)
			INSERT INTO ledger_version (entry_id, version, ledger, content, reason, caller, caller_name)
			SELECT id, version, $1, content, $3, $4, $5 FROM changed""";

	private static final String REMOVE = """
			WITH removed AS (
			    DELETE FROM ledger_entry WHERE ledger = $1 AND id = $2 AND version = $3
			    RETURNING id, version, content),
			told AS (
			    INSERT INTO tombstone (resource, id) SELECT $1, id::text FROM removed)
			INSERT INTO ledger_version (entry_id, version, ledger, content, removed, reason, caller, caller_name)
			SELECT id, version + 1, $1, content, true, $4, $5, $6 FROM removed""";

	private static final String BY_ID = "SELECT * FROM ledger_entry WHERE ledger = $1 AND id = $2";

	/**
	 * Whoever adds a line that belongs to this one holds a lock on it, so this waits
	 * until that line can be seen.
	 */
	private static final String LOCKED = BY_ID + " FOR UPDATE";

	private static final String BY_KEYS = "SELECT * FROM ledger_entry WHERE ledger = $1 AND key = any($2)";

	private static final String LOCKED_BY_KEYS = BY_KEYS + " ORDER BY key FOR UPDATE";

	private static final String VERSIONS = """
			SELECT version, content, removed, reason, caller_name, entered_at
			FROM ledger_version
			WHERE ledger = $1 AND entry_id = $2
			ORDER BY version""";

	/**
	 * Locks the lines that others belong to, so that they are not removed while they
	 * come.
	 */
	private static final String HELD = """
			SELECT ledger || '/' || key AS owner
			FROM ledger_entry
			WHERE (ledger, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))
			ORDER BY ledger, key
			FOR SHARE""";

	private static final String MEMBERS = "SELECT EXISTS (SELECT FROM ledger_entry WHERE owner = $1) AS any";

	private final DatabaseClient database;

	private final EntryReader reader;

	private final JsonMapper json;

	private final CityProfile city;

	LedgerRows(DatabaseClient database, EntryReader reader, JsonMapper json, CityProfile city) {
		this.database = database;
		this.reader = reader;
		this.json = json;
		this.city = city;
	}

	<R extends Record & Line> Mono<LedgerEntry<R>> byId(Ledger<R> ledger, UUID id) {
		return read(BY_ID, ledger, id);
	}

	/**
	 * An entry that nobody else changes, and nothing is added to, until this transaction
	 * ends.
	 */
	<R extends Record & Line> Mono<LedgerEntry<R>> locked(Ledger<R> ledger, UUID id) {
		return read(LOCKED, ledger, id);
	}

	private <R extends Record & Line> Mono<LedgerEntry<R>> read(String sql, Ledger<R> ledger, UUID id) {
		return this.database.sql(sql)
			.bind(0, ledger.name())
			.bind(1, id)
			.map((row) -> this.reader.entry(ledger, row))
			.one();
	}

	/**
	 * The entries that have one of these keys, by key.
	 */
	<R extends Record & Line> Mono<Map<String, LedgerEntry<R>>> byKeys(Ledger<R> ledger, Collection<String> keys) {
		return byKeys(BY_KEYS, ledger, keys);
	}

	/**
	 * The same, and nobody else changes them until this transaction ends.
	 */
	<R extends Record & Line> Mono<Map<String, LedgerEntry<R>>> lockedByKeys(Ledger<R> ledger,
			Collection<String> keys) {
		return byKeys(LOCKED_BY_KEYS, ledger, keys);
	}

	private <R extends Record & Line> Mono<Map<String, LedgerEntry<R>>> byKeys(String sql, Ledger<R> ledger,
			Collection<String> keys) {
		return this.database.sql(sql)
			.bind(0, ledger.name())
			.bind(1, keys.toArray(String[]::new))
			.map((row) -> this.reader.entry(ledger, row))
			.all()
			.collectList()
			.map((all) -> all.stream().collect(Collectors.toMap((entry) -> entry.line().key(), Function.identity())));
	}

	<R extends Record & Line> Mono<List<LedgerVersion<R>>> versions(Ledger<R> ledger, UUID id) {
		return this.database.sql(VERSIONS)
			.bind(0, ledger.name())
			.bind(1, id)
			.map((row) -> this.reader.version(ledger, row))
			.all()
			.collectList();
	}

	Mono<Void> insert(Ledger<?> ledger, Map<UUID, ? extends Line> lines, Caller by) {
		return this.database.sql(INSERT)
			.bind(0, ledger.name())
			.bind(1, written(lines.entrySet().stream().map((entry) -> row(entry.getKey(), entry.getValue(), 0))))
			.bind(2, by.subject())
			.bind(3, by.name())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Writes the next versions; false where one of the versions is not current.
	 */
	Mono<Boolean> update(Ledger<?> ledger, List<? extends Next<?>> next, String reason, Caller by) {
		return this.database.sql(UPDATE)
			.bind(0, ledger.name())
			.bind(1, written(next.stream().map((one) -> row(one.id(), one.line(), one.version()))))
			.bind(2, reason)
			.bind(3, by.subject())
			.bind(4, by.name())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == next.size());
	}

	/**
	 * Takes an entry out of its ledger; false where the version is not current.
	 */
	Mono<Boolean> remove(Ledger<?> ledger, UUID id, long version, String reason, Caller by) {
		return this.database.sql(REMOVE)
			.bind(0, ledger.name())
			.bind(1, id)
			.bind(2, version)
			.bind(3, reason)
			.bind(4, by.subject())
			.bind(5, by.name())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Those of these lines that there are, each as ledger and key.
	 */
	Mono<Set<String>> held(Collection<Line.Owner> owners) {
		return owners.isEmpty() ? Mono.just(Set.of())
				: this.database.sql(HELD)
					.bind(0, owners.stream().map(Line.Owner::ledger).toArray(String[]::new))
					.bind(1, owners.stream().map(Line.Owner::key).toArray(String[]::new))
					.map((row) -> Rows.text(row, "owner"))
					.all()
					.collect(Collectors.toSet());
	}

	/**
	 * Whether lines of other ledgers belong to this one.
	 */
	Mono<Boolean> hasMembers(Ledger<?> ledger, Line line) {
		return this.database.sql(MEMBERS)
			.bind(0, new Line.Owner("", ledger.name(), line.key()).toString())
			.map((row) -> Rows.flag(row, "any"))
			.one();
	}

	private String written(Stream<Row> rows) {
		return this.json.writeValueAsString(rows.toList());
	}

	private Row row(UUID id, Line line, long version) {
		return new Row(id, line.key(), line.day(), line.until(), term(line), owner(line), this.reader.written(line),
				Bigrams.vector(line.words(), 'A'), version);
	}

	private static @Nullable String owner(Line line) {
		return (line.partOf() != null) ? line.partOf().toString() : null;
	}

	private @Nullable Integer term(Line line) {
		return (line.ofTerm() != null) ? line.ofTerm()
				: this.city.termOn(line.day()).map(CityProfile.Term::number).orElse(null);
	}

	/**
	 * What an entry says next.
	 *
	 * @param version the version that is current
	 */
	record Next<R extends Record & Line>(UUID id, long version, R line) {
	}

	/**
	 * A row to write.
	 */
	private record Row(UUID id, String key, LocalDate day, @Nullable LocalDate until, @Nullable Integer term,
			@Nullable String owner, @JsonRawValue String content, String search, long version) {
	}

}
