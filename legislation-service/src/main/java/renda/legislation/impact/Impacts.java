package renda.legislation.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.Regulation;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.RegulationTitle;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who refers to whom.
 */
@Repository
class Impacts {

	private static final String IMPACT = """
			SELECT * FROM (
				SELECT r.id, r.title, r.kind, r.level, r.modified_at, v.id AS version_id,
					'/api/v1/legislation/regulations/' || r.id AS href,
					coalesce(json_agg(json_build_object('nodeId', f.from_node, 'label', f.from_label, 'words', f.words,
						'target', f.target) ORDER BY f.position), '[]')::text AS places
				FROM regulation_reference f
				JOIN regulation_version v ON v.id = f.version_id
				JOIN regulation r ON r.id = f.regulation_id
				WHERE f.title_key = ? AND v.effective_on <= ? AND v.until > ? AND v.kind <> 'REPEALED' AND r.id <> ?
				GROUP BY r.id, v.id
				UNION ALL
				SELECT d.id, d.title, d.kind, d.level, d.modified_at, NULL, d.href,
					json_agg(json_build_object('nodeId', p.from_node, 'label', p.from_label, 'words', p.words,
						'target', p.target) ORDER BY p.position)::text
				FROM referring_place p
				JOIN referring_document d ON d.id = p.document_id
				WHERE p.title_key = ? AND d.effective_on <= ? AND d.until > ?
				GROUP BY d.id) AS found""";

	private static final List<Sort> SORTS = List
		.of(Sort.ascending("title").by("title", String.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final JsonMapper json;

	Impacts(DatabaseClient database, JsonMapper json) {
		this.database = database;
		this.json = json;
	}

	/**
	 * The texts in force on a day that refer to a regulation, and the normative documents
	 * filed here that do.
	 */
	Mono<Slice<Impact>> find(Regulation regulation, LocalDate on, ListRequest request) {
		String key = RegulationTitle.normalise(regulation.title());
		return new Select(IMPACT, key, on, on, regulation.id(), key, on, on).page(this.database, request, SORTS,
				(row) -> new Impact(Rows.required(row, "id", UUID.class), Rows.text(row, "title"),
						RegulationKind.valueOf(Rows.text(row, "kind")), Level.valueOf(Rows.text(row, "level")),
						row.get("version_id", UUID.class), Rows.text(row, "href"),
						this.json.readValue(Rows.text(row, "places"), new TypeReference<List<Place>>() {
						})));
	}

	/**
	 * A text that refers to another.
	 *
	 * @param id the regulation or normative document
	 * @param title its title
	 * @param kind its kind; {@code RULE} and {@code OTHER} are the normative documents
	 * @param level whose it is
	 * @param versionId the version in force on the day; missing for a document that is
	 * not in the register
	 * @param href where it is
	 * @param places the places that refer, in the order of the text
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Impact(UUID id, String title, RegulationKind kind, Level level, @Nullable UUID versionId, String href,
			List<Place> places) {
	}

	/**
	 * A place that refers.
	 *
	 * @param nodeId the piece whose words refer
	 * @param label the article it is in, as printed
	 * @param words the words that refer
	 * @param target the piece referred to; empty for the whole text
	 */
	record Place(String nodeId, String label, String words, String target) {
	}

}
