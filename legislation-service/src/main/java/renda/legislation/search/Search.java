package renda.legislation.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Level;
import renda.legislation.regulation.RegulationKind;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Finds words in the titles and articles of the texts in force on a day.
 */
@Repository
class Search {

	/**
	 * The most matches that are ranked: a word that stands in every article would
	 * otherwise cost as much as the whole register.
	 */
	private static final int RANKED = 200;

	private static final String FILTER = """
			AND ($3 = '' OR r.kind = $3) AND ($4 = '' OR r.level = $4) AND ($5 = '' OR r.jurisdiction = $5)
			AND ($6::uuid IS NULL OR r.id = $6)""";

	private static final String FIND = """
			WITH query AS (SELECT $1::tsquery AS q),
			titles AS (
				SELECT r.id, r.title, r.kind, r.jurisdiction, v.id AS version_id,
					(10 + ts_rank_cd(r.search, q, 1))::float4 AS score
				FROM query, regulation r
				JOIN regulation_version v ON v.regulation_id = r.id
				WHERE r.search @@ q AND v.effective_on <= $2 AND v.until > $2
					AND v.kind NOT IN ('INTERPRETED', 'REPEALED')$FILTER
				LIMIT $RANKED),
			words AS (
				SELECT a.text_id, a.position, a.regulation_id, a.version_id, a.node_id, a.label, a.path, a.words,
					m.title, m.kind, m.jurisdiction,
					(ts_rank_cd(a.search, q, 1) + CASE WHEN m.title_search @@ q THEN 1 ELSE 0 END)::float4 AS score
				FROM query, matching_articles($1::tsquery, $2, $3, $4, $5, $6, $RANKED) m
				JOIN article a ON a.text_id = m.text_id AND a.position = m.position),
			found AS (
				SELECT id AS regulation_id, version_id, title, kind, jurisdiction, '' AS node_id, '' AS label, '' AS path,
					title AS words, score, id::text AS place
				FROM titles
				UNION ALL
				SELECT regulation_id, version_id, title, kind, jurisdiction, node_id, label, path, words, score,
					text_id::text || '/' || lpad(position::text, 6, '0')
				FROM words)
			SELECT * FROM found
			WHERE $7::float4 IS NULL OR (score, place) < ($7::float4, $8::text)
			ORDER BY score DESC, place DESC
			LIMIT $9"""
		.replace("$FILTER", FILTER)
		.replace("$RANKED", String.valueOf(RANKED));

	private final DatabaseClient database;

	Search(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Finds.
	 * @param limit one more than a page
	 * @param after where the page before ended
	 */
	Mono<List<Hit>> find(String q, LocalDate on, Filter filter, int limit, @Nullable Place after) {
		String query = Bigrams.query(q).orElse("");
		if (query.isEmpty()) {
			return Mono.just(List.of());
		}
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(FIND)
			.bind(0, query)
			.bind(1, on)
			.bind(2, (filter.kind() != null) ? filter.kind().name() : "")
			.bind(3, (filter.level() != null) ? filter.level().name() : "")
			.bind(4, (filter.jurisdiction() != null) ? filter.jurisdiction() : "");
		sql = (filter.regulation() != null) ? sql.bind(5, filter.regulation()) : sql.bindNull(5, UUID.class);
		sql = (after != null) ? sql.bind(6, after.score()).bind(7, after.place())
				: sql.bindNull(6, Float.class).bindNull(7, String.class);
		return sql.bind(8, limit).map(Hit::of).all().collectList();
	}

	/**
	 * What a search can be narrowed by.
	 *
	 * @param kind the kind
	 * @param level whose regulation it is
	 * @param jurisdiction the place, as written
	 * @param regulation only in this regulation
	 */
	record Filter(@Nullable RegulationKind kind, @Nullable Level level, @Nullable String jurisdiction,
			@Nullable UUID regulation) {
	}

	/**
	 * Where a page ended.
	 */
	record Place(float score, String place) {
	}

	/**
	 * A piece that was found.
	 */
	record Hit(UUID regulationId, UUID versionId, String title, RegulationKind kind, String jurisdiction, String nodeId,
			String label, String path, String words, float score, String place) {

		static Hit of(Readable row) {
			Float score = row.get("score", Float.class);
			return new Hit(Rows.required(row, "regulation_id", UUID.class),
					Rows.required(row, "version_id", UUID.class), Rows.text(row, "title"),
					RegulationKind.valueOf(Rows.text(row, "kind")), Rows.text(row, "jurisdiction"),
					Rows.text(row, "node_id"), Rows.text(row, "label"), Rows.text(row, "path"), Rows.text(row, "words"),
					(score != null) ? score : 0, Rows.text(row, "place"));
		}

	}

}
