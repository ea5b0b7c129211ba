package renda.legislation.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;
import renda.platform.security.Sha256;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Writes dossiers back: acts, versions and texts, many at a time. All of it belongs in
 * one transaction.
 */
@Repository
class Ledger {

	private static final String ADD_ACTS = """
			INSERT INTO legal_act (id, act_key, title, jurisdiction, level, decided_on, adopted_on, adopted_by, meeting,
				approved_on, approved_by, packaged, sample)
			SELECT id, act_key, title, jurisdiction, level, decided_on, adopted_on, adopted_by, meeting,
				approved_on, approved_by, packaged, sample
			FROM jsonb_to_recordset($1::text::jsonb)
				AS a (id uuid, act_key text, title text, jurisdiction text, level text, decided_on date, adopted_on date,
					adopted_by text, meeting text, approved_on date, approved_by text, packaged boolean, sample boolean)
			ORDER BY act_key
			ON CONFLICT (act_key) DO UPDATE
			SET approved_on = coalesce(legal_act.approved_on, excluded.approved_on),
				approved_by = CASE WHEN legal_act.approved_by = '' THEN excluded.approved_by ELSE legal_act.approved_by END,
				packaged = legal_act.packaged OR excluded.packaged,
				modified_at = clock_timestamp()
			RETURNING id, act_key""";

	private static final String PUT_VERSIONS = """
			INSERT INTO regulation_version (id, regulation_id, act_id, version_key, kind, ordinal, position, adopted_on,
				adopted_by, meeting, approved_on, approved_by, promulgated_on, published_on, effective_on,
				effective_source, until, decision, packaged, reason)
			SELECT id, regulation_id, act_id, version_key, kind, ordinal, position, adopted_on,
				adopted_by, meeting, approved_on, approved_by, promulgated_on, published_on, effective_on,
				effective_source, until, decision, packaged, reason
			FROM jsonb_to_recordset($1::text::jsonb)
				AS v (id uuid, regulation_id uuid, act_id uuid, version_key text, kind text, ordinal integer,
					position integer, adopted_on date, adopted_by text, meeting text, approved_on date, approved_by text,
					promulgated_on date, published_on date, effective_on date, effective_source text, until date,
					decision text, packaged boolean, reason text)
			ON CONFLICT (id) DO UPDATE
			SET act_id = excluded.act_id, kind = excluded.kind, ordinal = excluded.ordinal, position = excluded.position,
				adopted_on = excluded.adopted_on, adopted_by = excluded.adopted_by, meeting = excluded.meeting,
				approved_on = excluded.approved_on, approved_by = excluded.approved_by,
				promulgated_on = excluded.promulgated_on,
				published_on = coalesce(excluded.published_on, regulation_version.published_on),
				effective_on = excluded.effective_on, effective_source = excluded.effective_source,
				until = excluded.until, decision = excluded.decision, packaged = excluded.packaged,
				reason = excluded.reason, version = regulation_version.version + 1, modified_at = clock_timestamp()""";

	private static final String TOUCH = """
			UPDATE regulation SET version = version + 1, modified_at = clock_timestamp() WHERE id = any($1)""";

	private final DatabaseClient database;

	private final JsonMapper json;

	private final TextLedger texts;

	Ledger(DatabaseClient database, JsonMapper json, TextLedger texts) {
		this.database = database;
		this.json = json;
		this.texts = texts;
	}

	/**
	 * Writes back what was changed.
	 * @param reason why, for texts that put another one right; empty otherwise
	 */
	Mono<Void> save(List<Dossier> dossiers, String reason) {
		List<Dossier> changed = dossiers.stream()
			.filter(Dossier::changed)
			.sorted(Comparator.comparing((dossier) -> dossier.id))
			.toList();
		if (changed.isEmpty()) {
			return Mono.empty();
		}
		return acts(changed)
			.flatMap((acts) -> this.database.sql(PUT_VERSIONS)
				.bind(0, this.json.writeValueAsString(versions(changed, acts)))
				.fetch()
				.rowsUpdated())
			.then(this.texts.save(changed, reason))
			.then(touch(changed));
	}

	private Mono<Map<String, UUID>> acts(List<Dossier> dossiers) {
		Map<String, Map<String, Object>> rows = new TreeMap<>();
		for (Dossier dossier : dossiers) {
			for (Entry entry : dossier.entries) {
				if (entry.added || entry.changed) {
					rows.putIfAbsent(actKey(dossier, entry), act(dossier, entry));
				}
			}
		}
		return this.database.sql(ADD_ACTS)
			.bind(0, this.json.writeValueAsString(rows.values()))
			.map((row) -> Map.entry(Rows.text(row, "act_key"), Rows.required(row, "id", UUID.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * Two regulations are changed by the same act when day, place and decision are the
	 * same.
	 */
	private static String actKey(Dossier dossier, Entry entry) {
		LegalAct act = entry.act;
		String day = entry.key.substring(0, entry.key.indexOf('/'));
		boolean dated = Character.isDigit(day.charAt(0));
		String core = act.decision().isEmpty() ? RegulationTitle.normalise(dossier.title) + '|' + entry.key
				: core(act.decision());
		String key = dossier.maker.jurisdiction() + '|' + day + '|' + core + (dated ? "" : "|" + dossier.id);
		return Sha256.hex(key);
	}

	private static String core(String decision) {
		String words = RegulationTitle.normalise(decision);
		int about = words.indexOf("关于");
		return (about > 0) ? words.substring(about) : words;
	}

	private static Map<String, Object> act(Dossier dossier, Entry entry) {
		LegalAct act = entry.act;
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", Ids.next());
		row.put("act_key", actKey(dossier, entry));
		row.put("title", act.decision().isEmpty() ? dossier.title : act.decision());
		row.put("jurisdiction", dossier.maker.jurisdiction());
		row.put("level", dossier.maker.level());
		row.put("decided_on", text(
				(act.adoptedOn() != null) ? act.adoptedOn() : (act.date() != null) ? act.date() : entry.effectiveOn));
		row.put("adopted_on", text(act.adoptedOn()));
		row.put("adopted_by", act.adoptedBy());
		row.put("meeting", act.meeting());
		row.put("approved_on", text(act.approvedOn()));
		row.put("approved_by", act.approvedBy());
		row.put("packaged", act.packaged());
		row.put("sample", dossier.sample);
		return known(row);
	}

	private static List<Map<String, Object>> versions(List<Dossier> dossiers, Map<String, UUID> acts) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (Dossier dossier : dossiers) {
			for (Entry entry : dossier.entries) {
				if (entry.added || entry.changed) {
					rows.add(version(dossier, entry, acts.get(actKey(dossier, entry))));
				}
			}
		}
		return rows;
	}

	private static Map<String, Object> version(Dossier dossier, Entry entry, @Nullable UUID actId) {
		LegalAct act = entry.act;
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", entry.id);
		row.put("regulation_id", dossier.id);
		row.put("act_id", actId);
		row.put("version_key", entry.key);
		row.put("kind", act.kind());
		row.put("ordinal", act.ordinal());
		row.put("position", entry.position);
		row.put("adopted_on", text(act.adoptedOn()));
		row.put("adopted_by", act.adoptedBy());
		row.put("meeting", act.meeting());
		row.put("approved_on", text(act.approvedOn()));
		row.put("approved_by", act.approvedBy());
		row.put("promulgated_on", text(act.promulgatedOn()));
		row.put("published_on", text(entry.publishedOn));
		row.put("effective_on", text(entry.effectiveOn));
		row.put("effective_source", entry.source);
		row.put("until", text(entry.until));
		row.put("decision", act.decision());
		row.put("packaged", act.packaged());
		row.put("reason", entry.reason);
		return known(row);
	}

	@SuppressWarnings("NullAway") // what is null is left out
	private static Map<String, Object> known(Map<String, @Nullable Object> row) {
		row.values().removeIf((value) -> value == null);
		return row;
	}

	private Mono<Void> touch(List<Dossier> dossiers) {
		UUID[] ids = dossiers.stream()
			.filter((dossier) -> !dossier.created)
			.map((dossier) -> dossier.id)
			.toArray(UUID[]::new);
		return (ids.length == 0) ? Mono.empty() : this.database.sql(TOUCH).bind(0, ids).fetch().rowsUpdated().then();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
