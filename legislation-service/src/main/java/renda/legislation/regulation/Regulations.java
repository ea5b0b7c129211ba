package renda.legislation.regulation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Reads regulations as they are on a day.
 */
@Repository
public class Regulations {

	/**
	 * The version in force is found by the index on (regulation, day), at the same cost
	 * for any number of versions and regulations.
	 */
	private static final String ON_A_DAY = """
			SELECT r.id, r.title, r.kind, r.jurisdiction, r.level, r.sample, r.search, r.version, r.modified_at,
				now_v.id AS version_id, now_v.kind AS version_kind, now_v.effective_on,
				EXISTS (SELECT FROM regulation_text t WHERE t.version_id = now_v.id AND t.current) AS text_held,
				next_v.effective_on AS upcoming,
				CASE WHEN now_v.kind = 'REPEALED' THEN 'REPEALED'
					WHEN now_v.id IS NOT NULL THEN 'IN_FORCE'
					WHEN next_v.id IS NOT NULL THEN 'NOT_YET_IN_FORCE'
					ELSE 'NOT_YET_APPROVED' END AS status
			FROM regulation r
			LEFT JOIN LATERAL (
				SELECT v.id, v.kind, v.effective_on FROM regulation_version v
				WHERE v.regulation_id = r.id AND v.effective_on <= ? AND v.kind <> 'INTERPRETED'
				ORDER BY v.effective_on DESC, v.position DESC LIMIT 1) now_v ON true
			LEFT JOIN LATERAL (
				SELECT v.id, v.effective_on FROM regulation_version v
				WHERE v.regulation_id = r.id AND v.effective_on > ? AND v.effective_on < DATE '9999-12-31'
					AND v.kind <> 'INTERPRETED'
				ORDER BY v.effective_on, v.position LIMIT 1) next_v ON true""";

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("title").by("title", String.class).by("id", UUID.class),
			Sort.descending("-title").by("title", String.class).by("id", UUID.class),
			Sort.descending("-modified").by("modified_at", OffsetDateTime.class).by("id", UUID.class));

	private static final String ONE = ON_A_DAY.replaceFirst("\\?", "\\$2").replaceFirst("\\?", "\\$2")
			+ "\nWHERE r.id = $1";

	private static final String BY_TITLES = """
			SELECT DISTINCT ON (title_key) title_key, id FROM regulation
			WHERE title_key = any($1)
			ORDER BY title_key, (jurisdiction = $2) DESC, id""";

	private final DatabaseClient database;

	Regulations(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Regulation>> find(Regulation.Filter filter, LocalDate on, ListRequest request) {
		// the filters need the computed status, and the sorts plain column names
		Select select = new Select("SELECT * FROM (" + ON_A_DAY + ") AS found", on, on);
		if (filter.title() != null && !filter.title().isBlank()) {
			select.where("title LIKE '%' || ? || '%'", escaped(filter.title().strip()));
		}
		return select.where("kind = ?", filter.kind())
			.where("level = ?", filter.level())
			.where("jurisdiction = ?", filter.jurisdiction())
			.where("status = ?", filter.status())
			.where("sample = ?", filter.sample())
			.where("id IN (SELECT regulation_id FROM regulation_version WHERE extract(year FROM adopted_on) = ?)",
					filter.year())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Regulation::of);
	}

	/**
	 * Words as a part of a pattern of LIKE.
	 */
	public static String escaped(String words) {
		return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * A regulation as it is on a day; empty where there is none.
	 */
	public Mono<Regulation> one(UUID id, LocalDate on) {
		return this.database.sql(ONE).bind(0, id).bind(1, on).map(Regulation::of).one();
	}

	/**
	 * The same; the error 404 where there is none.
	 */
	public Mono<Regulation> existing(UUID id, LocalDate on) {
		return one(id, on).switchIfEmpty(Mono.error(Missing::regulation));
	}

	/**
	 * The regulations with these titles, those of the same place first.
	 */
	public Mono<Map<String, UUID>> byTitles(Collection<String> titles, String jurisdiction) {
		if (titles.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.database.sql(BY_TITLES)
			.bind(0, titles.toArray(String[]::new))
			.bind(1, jurisdiction)
			.map((row) -> Map.entry(Rows.text(row, "title_key"), Rows.required(row, "id", UUID.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

}
