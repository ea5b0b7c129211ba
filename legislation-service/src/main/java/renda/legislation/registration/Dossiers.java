package renda.legislation.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.Missing;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.source.Lawmaker;
import renda.legislation.source.Reading;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Opens dossiers for writing, many at a time. Each is locked until the transaction ends.
 */
@Repository
class Dossiers {

	private static final String ADD_REGULATIONS = """
			INSERT INTO regulation (id, title, title_key, jurisdiction, level, kind, sample, search)
			SELECT id, title, title_key, jurisdiction, level, kind, sample, search::tsvector
			FROM jsonb_to_recordset($1::text::jsonb)
				AS r (id uuid, title text, title_key text, jurisdiction text, level text, kind text, sample boolean,
					search text)
			ORDER BY title_key, jurisdiction
			ON CONFLICT (title_key, jurisdiction) DO NOTHING""";

	private static final String OPEN = """
			SELECT id, title, title_key, jurisdiction, level, kind, sample, version
			FROM regulation
			WHERE (title_key, jurisdiction) IN (SELECT * FROM unnest($1::text[], $2::text[]))
			ORDER BY id
			FOR UPDATE""";

	private static final String OPEN_ONE = """
			SELECT id, title, title_key, jurisdiction, level, kind, sample, version
			FROM regulation
			WHERE id = $1
			FOR UPDATE""";

	private static final String VERSIONS = """
			SELECT v.*, t.sha256, t.file_date
			FROM regulation_version v
			LEFT JOIN regulation_text t ON t.version_id = v.id AND t.current
			WHERE v.regulation_id = any($1)
			ORDER BY v.regulation_id, v.position""";

	private static final String KNOWN_TEXTS = """
			SELECT regulation_id, sha256 FROM regulation_text WHERE regulation_id = any($1)""";

	private final DatabaseClient database;

	private final JsonMapper json;

	Dossiers(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * Opens the dossiers of texts, new ones where the register does not know the title.
	 */
	Mono<List<Dossier>> open(Collection<Reading> readings, boolean sample) {
		Map<String, Map<String, Object>> rows = new TreeMap<>();
		for (Reading reading : readings) {
			rows.computeIfAbsent(reading.titleKey() + '\n' + reading.maker().jurisdiction(),
					(key) -> regulation(reading, sample));
		}
		List<String> added = rows.values().stream().map((row) -> String.valueOf(row.get("id"))).toList();
		return this.database.sql(ADD_REGULATIONS)
			.bind(0, this.json.writeValueAsString(rows.values()))
			.fetch()
			.rowsUpdated()
			.then(this.database.sql(OPEN)
				.bind(0, column(rows.values(), "title_key"))
				.bind(1, column(rows.values(), "jurisdiction"))
				.map((row) -> dossier(row, added))
				.all()
				.collectList())
			.flatMap(this::history);
	}

	/**
	 * Opens one dossier; the error 404 where there is none.
	 */
	Mono<Dossier> open(UUID id) {
		return this.database.sql(OPEN_ONE)
			.bind(0, id)
			.map((row) -> dossier(row, List.of()))
			.all()
			.collectList()
			.flatMap(this::history)
			.flatMap((dossiers) -> Mono.justOrEmpty(dossiers.stream().findFirst()))
			.switchIfEmpty(Mono.error(Missing::regulation));
	}

	/**
	 * Opens the dossier that the caller has read; the error 412 where it has changed
	 * since.
	 */
	Mono<Dossier> open(UUID id, long expected) {
		return open(id).flatMap((dossier) -> (dossier.version != expected) ? Mono.error(Refusal.stale(dossier.version))
				: Mono.just(dossier));
	}

	private static Dossier dossier(Readable row, Collection<String> added) {
		UUID id = Rows.required(row, "id", UUID.class);
		return new Dossier(id, Rows.text(row, "title"), RegulationKind.valueOf(Rows.text(row, "kind")),
				new Lawmaker(Rows.text(row, "jurisdiction"), Level.valueOf(Rows.text(row, "level"))),
				added.contains(id.toString()), Rows.flag(row, "sample"), Rows.required(row, "version", Long.class),
				List.of());
	}

	private Mono<List<Dossier>> history(List<Dossier> dossiers) {
		Map<UUID, Dossier> byId = new HashMap<>();
		dossiers.forEach((dossier) -> byId.put(dossier.id, dossier));
		UUID[] ids = dossiers.stream()
			.filter((dossier) -> !dossier.created)
			.map((dossier) -> dossier.id)
			.toArray(UUID[]::new);
		if (ids.length == 0) {
			return Mono.just(dossiers);
		}
		return this.database.sql(VERSIONS)
			.bind(0, ids)
			.map((row) -> Map.entry(Rows.required(row, "regulation_id", UUID.class), Entry.of(row)))
			.all()
			.collectList()
			.doOnNext((entries) -> entries.forEach((pair) -> of(byId, pair.getKey()).entries.add(pair.getValue())))
			.then(this.database.sql(KNOWN_TEXTS)
				.bind(0, ids)
				.map((row) -> Map.entry(Rows.required(row, "regulation_id", UUID.class), Rows.text(row, "sha256")))
				.all()
				.collectList())
			.doOnNext((texts) -> texts.forEach((pair) -> of(byId, pair.getKey()).known.add(pair.getValue())))
			.thenReturn(dossiers);
	}

	private static Dossier of(Map<UUID, Dossier> dossiers, UUID id) {
		return Objects.requireNonNull(dossiers.get(id));
	}

	private static Map<String, Object> regulation(Reading reading, boolean sample) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("id", Ids.next());
		row.put("title", reading.text().title());
		row.put("title_key", reading.titleKey());
		row.put("jurisdiction", reading.maker().jurisdiction());
		row.put("level", reading.maker().level());
		row.put("kind", reading.kind());
		row.put("sample", sample);
		row.put("search", Bigrams.vector(reading.text().title(), 'A'));
		return row;
	}

	private static String[] column(Collection<Map<String, Object>> rows, String name) {
		return rows.stream().map((row) -> String.valueOf(row.get(name))).toArray(String[]::new);
	}

}
