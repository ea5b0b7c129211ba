package renda.legislation.conference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.ledger.Ledger;
import renda.legislation.text.RegulationTitle;
import renda.platform.figure.Figure;
import renda.platform.security.Role;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * What press conferences and regulations have to do with each other.
 */
@Repository
class Conferences {

	static final String PATH = "/api/v1/legislation/press-conferences";

	static final Ledger<PressConference> LEDGER = new Ledger<>("press-conferences", "press-conference", PATH,
			PressConference.class, Text.of("法规新闻发布会", "Press conferences"),
			Set.of(Role.GENERAL_OFFICE, Role.LEGISLATIVE_OFFICE), Set.of(),
			Set.of(Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.ADMINISTRATOR));

	/**
	 * The city's own regulations that were made, not only amended.
	 */
	private static final String MADE = """
			SELECT r.id, r.title_key
			FROM regulation AS r
			WHERE r.level = 'CITY' AND %s
			  AND EXISTS (SELECT FROM regulation_version AS v
			              WHERE v.regulation_id = r.id AND v.kind IN ('ENACTED', 'REVISED'))""";

	private static final String COVERED = """
			SELECT *
			FROM (SELECT r.id, r.title, min(e.day) AS first_on, count(*) AS conferences,
			             max(e.modified_at) AS modified_at
			      FROM ledger_entry AS e
			           CROSS JOIN LATERAL jsonb_array_elements_text(e.content -> 'regulations') AS about
			           JOIN regulation AS r ON r.id = about::uuid
			      WHERE e.ledger = 'press-conferences' AND e.day <= ? AND e.term BETWEEN ? AND ?
			      GROUP BY r.id) AS covered""";

	private static final String COUNT = """
			SELECT %s AS part, count(*) AS value
			FROM (SELECT about, min(e.day) AS first_on
			      FROM ledger_entry AS e
			           CROSS JOIN LATERAL jsonb_array_elements_text(e.content -> 'regulations') AS about
			      WHERE e.ledger = 'press-conferences' AND e.day <= $1 AND e.term = $2
			      GROUP BY about) AS covered
			GROUP BY 1
			ORDER BY 1""";

	private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

	private static final List<Sort> SORTS = List
		.of(Sort.ascending("firstOn").by("first_on", LocalDate.class).by("id", UUID.class));

	private final DatabaseClient database;

	Conferences(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Refuses regulations that the register does not have as made by the city.
	 */
	Mono<Void> requireMade(List<UUID> regulations, String pointer) {
		return this.database.sql(MADE.formatted("r.id = any($1)"))
			.bind(0, regulations.toArray(UUID[]::new))
			.map((row) -> Rows.required(row, "id", UUID.class))
			.all()
			.collectList()
			.flatMap((known) -> {
				List<UUID> unfit = regulations.stream().filter((id) -> !known.contains(id)).toList();
				return unfit.isEmpty() ? Mono.empty()
						: Mono.error(Refusal.invalid(pointer, Text.of("法规库中没有本市制定或修订的法规 %s。",
								"The register has no regulation made by the city with id %s.", unfit.getFirst())));
			});
	}

	/**
	 * The ids of the city's regulations by their titles; those unknown are left out.
	 */
	Mono<Map<String, UUID>> madeByTitle(Collection<String> titles) {
		return this.database.sql(MADE.formatted("r.title_key = any($1)"))
			.bind(0, titles.stream().map(RegulationTitle::normalise).distinct().toArray(String[]::new))
			.map((row) -> Map.entry(Rows.text(row, "title_key"), Rows.required(row, "id", UUID.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * The regulations that conferences were about, each once.
	 */
	Mono<Slice<PressConference.Covered>> covered(PressConference.CoveredFilter filter, ListRequest request) {
		LocalDate to = (filter.to() != null) ? filter.to() : ALL;
		int from = (filter.term() != null) ? filter.term() : 0;
		int last = (filter.term() != null) ? filter.term() : Integer.MAX_VALUE;
		return new Select(COVERED, to, from, last).page(this.database, request, SORTS,
				(row) -> new PressConference.Covered(Rows.required(row, "id", UUID.class), Rows.text(row, "title"),
						Rows.required(row, "first_on", LocalDate.class), Rows.required(row, "conferences", Long.class),
						Rows.required(row, "modified_at", OffsetDateTime.class)));
	}

	/**
	 * Counts regulations, each in the year of its first conference.
	 */
	Mono<List<Figure.Count>> count(Figure.Query query) {
		String part = "year".equals(query.by()) ? "extract(year FROM first_on)::int::text" : "''";
		return this.database.sql(COUNT.formatted(part))
			.bind(0, query.asOf())
			.bind(1, query.term())
			.map((row) -> new Figure.Count(Rows.text(row, "part"), Rows.required(row, "value", Long.class)))
			.all()
			.collectList();
	}

}
