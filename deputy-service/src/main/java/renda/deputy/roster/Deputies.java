package renda.deputy.roster;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.area.Area;
import renda.deputy.congress.Congress;
import renda.platform.figure.Figure;
import renda.platform.search.Bigrams;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The seats kept.
 */
@Repository
class Deputies {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("name").by("name", String.class).by("id", UUID.class),
			Sort.descending("-electedOn").by("elected_on", LocalDate.class).by("id", UUID.class));

	private static final String READ = """
			SELECT * FROM (
			  SELECT deputy.*, congress.code AS congress, congress.name AS congress_name, congress.level, congress.area,
			         congress.term, congress.first_session_on, unit.code AS unit, unit.name AS unit_name,
			         coalesce(unit.area, '') AS unit_area, left(coalesce(unit.area, congress.area), 6) AS county
			  FROM deputy
			  JOIN congress ON congress.id = congress_id
			  JOIN electing_unit AS unit ON unit.id = unit_id) AS deputy""";

	private static final String LATEST = """
			congress_id IN (SELECT DISTINCT ON (level, area) id FROM congress WHERE elected_on <= ?
			                ORDER BY level, area, elected_on DESC)""";

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM deputy
			JOIN congress ON congress.id = congress_id
			JOIN electing_unit AS unit ON unit.id = unit_id
			WHERE level = $1 AND starts_with(congress.area, $2) AND state <> 'VOID' AND NOT by_election
			  AND deputy.elected_on <= $3 AND left(coalesce(unit.area, congress.area), 6) = coalesce($4,
			      left(coalesce(unit.area, congress.area), 6))
			  AND congress_id IN (SELECT DISTINCT ON (level, area) id FROM congress WHERE elected_on <= $3
			                      ORDER BY level, area, elected_on DESC)
			GROUP BY 1 ORDER BY 1""";

	private static final String CORRECT = """
			UPDATE deputy
			SET name = $3, sex = $4, field = $5, deputy_group = $6, search = $7::tsvector, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String MOVE = """
			UPDATE deputy
			SET state = $3, state_since = $4, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String RECORD = """
			INSERT INTO deputy_step (deputy_id, position, action, from_state, to_state, on_date, taken_by, rule, facts)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)""";

	private final DatabaseClient database;

	Deputies(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Deputy>> find(Deputy.Filter filter, ListRequest request) {
		Select select = new Select(READ).where("level = ?", filter.level())
			.where("term = ?", filter.term())
			.where("congress = ?", filter.congress())
			.where("starts_with(area, ?)", (filter.area() != null) ? Area.prefix(filter.area()) : null)
			.where("county = ?", filter.county())
			.where("unit = ?", filter.electingUnit())
			.where("sex = ?", filter.sex())
			.where("field = ?", filter.field())
			.where("deputy_group = ?", filter.group())
			.where("state = ?", filter.state())
			.where("by_election = ?", filter.byElection())
			.where("elected_on <= ?", filter.latestOn())
			.where(LATEST, filter.latestOn())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.valid() != null) {
			select.where(filter.valid() ? "state <> 'VOID'" : "state = 'VOID'");
		}
		return select.page(this.database, request, SORTS, Deputies::deputy);
	}

	Mono<Deputy> byId(UUID id) {
		return this.database.sql(READ + " WHERE id = $1").bind(0, id).map(Deputies::deputy).one();
	}

	Mono<List<Deputy>> byIds(Collection<UUID> ids) {
		return this.database.sql(READ + " WHERE id = any($1)")
			.bind(0, ids.toArray(UUID[]::new))
			.map(Deputies::deputy)
			.all()
			.collectList();
	}

	Mono<Boolean> correct(UUID id, long version, Deputy.Correction correction, String unit) {
		return this.database.sql(CORRECT)
			.bind(0, id)
			.bind(1, version)
			.bind(2, correction.name())
			.bind(3, correction.sex().name())
			.bind(4, correction.field())
			.bind(5, correction.group())
			.bind(6, vector(correction.name(), unit, correction.field()))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Takes a step and writes it into the timeline; false where the version is not
	 * current.
	 * @param facts the action as JSON
	 */
	Mono<Boolean> move(Deputy deputy, long version, Step step, LocalDate on, String by, String facts) {
		return this.database.sql(MOVE)
			.bind(0, deputy.id())
			.bind(1, version)
			.bind(2, step.to().name())
			.bind(3, on)
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? record(deputy, version + 1, step, on, by, facts) : Mono.just(false));
	}

	private Mono<Boolean> record(Deputy deputy, long position, Step step, LocalDate on, String by, String facts) {
		return this.database.sql(RECORD)
			.bind(0, deputy.id())
			.bind(1, position)
			.bind(2, step.path())
			.bind(3, deputy.state().name())
			.bind(4, step.to().name())
			.bind(5, on)
			.bind(6, by)
			.bind(7, step.rule(deputy.level()))
			.bind(8, facts)
			.fetch()
			.rowsUpdated()
			.thenReturn(true);
	}

	Mono<List<Deputy.Step>> steps(UUID id, Function<String, Object> json) {
		return this.database
			.sql("SELECT *, facts::text AS said FROM deputy_step WHERE deputy_id = $1 ORDER BY position")
			.bind(0, id)
			.map((row) -> new Deputy.Step(required(row, "position", Long.class), required(row, "action", String.class),
					required(row, "from_state", String.class), required(row, "to_state", String.class),
					required(row, "on_date", LocalDate.class), required(row, "taken_at", OffsetDateTime.class),
					required(row, "taken_by", String.class), required(row, "rule", String.class),
					json.apply(required(row, "said", String.class))))
			.all()
			.collectList();
	}

	/**
	 * Counts the valid seats of general elections.
	 * @param area what the codes of the areas counted begin with
	 * @param by an SQL expression of this package's own, never a caller's
	 */
	Mono<List<Figure.Count>> count(Congress.Level level, String area, LocalDate asOf, @Nullable String county,
			String by) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(COUNT.formatted(by))
			.bind(0, level.name())
			.bind(1, area)
			.bind(2, asOf);
		return ((county != null) ? sql.bind(3, county) : sql.bindNull(3, String.class))
			.map((row) -> new Figure.Count(required(row, "grouped", String.class), required(row, "value", Long.class)))
			.all()
			.collectList();
	}

	static String vector(String name, String unit, String field) {
		return Bigrams.vector(name + " " + unit + " " + field, 'A');
	}

	/**
	 * What the feed says about a seat: no personal data.
	 */
	static Map<String, Object> published(Deputy deputy) {
		return Map.of("id", deputy.id(), "name", deputy.name(), "sex", deputy.sex(), "congress", deputy.congress(),
				"level", deputy.level(), "area", deputy.area(), "term", deputy.term(), "electingUnit",
				deputy.electingUnit(), "state", deputy.state(), "version", deputy.version());
	}

	private static Deputy deputy(Readable row) {
		return new Deputy(required(row, "id", UUID.class), required(row, "name", String.class),
				Deputy.Sex.valueOf(required(row, "sex", String.class)), required(row, "congress", String.class),
				required(row, "congress_name", String.class),
				Congress.Level.valueOf(required(row, "level", String.class)), required(row, "area", String.class),
				required(row, "term", Integer.class), required(row, "unit", String.class),
				required(row, "unit_name", String.class), required(row, "unit_area", String.class),
				required(row, "field", String.class), required(row, "deputy_group", String.class),
				Deputy.State.valueOf(required(row, "state", String.class)),
				required(row, "state_since", LocalDate.class), required(row, "elected_on", LocalDate.class),
				required(row, "by_election", Boolean.class), row.get("first_session_on", LocalDate.class),
				required(row, "account", String.class), required(row, "sample", Boolean.class),
				required(row, "version", Long.class));
	}

}
