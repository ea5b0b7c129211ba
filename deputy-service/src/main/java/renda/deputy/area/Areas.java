package renda.deputy.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The areas kept.
 */
@Repository
public class Areas {

	private static final LocalDate EVER = LocalDate.of(1, 1, 1);

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.ascending("name").by("name", String.class).by("id", UUID.class));

	/**
	 * Before its first name an area shows its first: a record is never without a name.
	 */
	private static final String ON_A_DAY = """
			SELECT * FROM (
			  SELECT area.*, period.name, period.effective_from, period.basis, period.search
			  FROM area
			  CROSS JOIN LATERAL (
			    SELECT * FROM area_period
			    WHERE area_id = area.id
			    ORDER BY effective_from <= ? DESC,
			             CASE WHEN effective_from <= ? THEN effective_from END DESC, effective_from
			    LIMIT 1) AS period) AS area""";

	private static final String PERIODS = """
			SELECT effective_from, name, basis FROM area_period WHERE area_id = $1 ORDER BY effective_from""";

	private static final String ADD = """
			INSERT INTO area (id, code, level, parent, sample)
			SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[])
			ON CONFLICT (code) DO NOTHING
			RETURNING code""";

	private static final String NAME = """
			INSERT INTO area_period (area_id, effective_from, name, basis, search)
			SELECT area.id, entry.effective_from, entry.name, entry.basis, entry.search::tsvector
			FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[])
			     AS entry (code, effective_from, name, basis, search)
			JOIN area USING (code)
			WHERE entry.name IS DISTINCT FROM (
			  SELECT name FROM area_period AS known
			  WHERE known.area_id = area.id AND known.effective_from <= entry.effective_from
			  ORDER BY known.effective_from DESC LIMIT 1)
			ON CONFLICT (area_id, effective_from) DO UPDATE
			SET name = excluded.name, basis = excluded.basis, search = excluded.search
			RETURNING (SELECT code FROM area WHERE id = area_id) AS code""";

	private static final String TOUCH = """
			UPDATE area SET version = version + 1, modified_at = clock_timestamp() WHERE code = any($1)""";

	private static final String LEVELS = "SELECT code, level FROM area WHERE code = any($1)";

	private final DatabaseClient database;

	Areas(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Area>> find(Area.Filter filter, LocalDate on, ListRequest request) {
		return new Select(ON_A_DAY, on, on).where("code = ?", filter.code())
			.where("level = ?", filter.level())
			.where("parent = ?", filter.parent())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Areas::area);
	}

	Mono<Area> byCode(String code, LocalDate on) {
		return this.database.sql(ON_A_DAY.replace("?", "$1") + " WHERE code = $2")
			.bind(0, on)
			.bind(1, code)
			.map(Areas::area)
			.one();
	}

	Mono<List<Area.Period>> periods(UUID id) {
		return this.database.sql(PERIODS)
			.bind(0, id)
			.map((row) -> new Area.Period(required(row, "effective_from", LocalDate.class),
					required(row, "name", String.class), required(row, "basis", String.class)))
			.all()
			.collectList();
	}

	/**
	 * The levels of areas.
	 * @param codes the codes asked for
	 * @return the level by code, of those that are known
	 */
	public Mono<Map<String, Area.Level>> levels(Collection<String> codes) {
		return this.database.sql(LEVELS)
			.bind(0, codes.stream().distinct().toArray(String[]::new))
			.map((row) -> Map.entry(required(row, "code", String.class),
					Area.Level.valueOf(required(row, "level", String.class))))
			.all()
			.collect(HashMap::new, (levels, entry) -> levels.put(entry.getKey(), entry.getValue()));
	}

	/**
	 * Adds the areas that are not there.
	 * @return the codes added
	 */
	Mono<List<String>> add(List<Area.Entry> entries) {
		return this.database.sql(ADD)
			.bind(0, entries.stream().map((entry) -> Ids.next()).toArray(UUID[]::new))
			.bind(1, entries.stream().map(Area.Entry::code).toArray(String[]::new))
			.bind(2, entries.stream().map((entry) -> entry.level().name()).toArray(String[]::new))
			.bind(3, entries.stream().map(Area.Entry::parent).toArray(String[]::new))
			.bind(4, entries.stream().map((entry) -> Boolean.TRUE.equals(entry.sample())).toArray(Boolean[]::new))
			.map((row) -> required(row, "code", String.class))
			.all()
			.collectList();
	}

	/**
	 * Gives areas the names that they do not have yet on the day.
	 * @return the codes of the areas named anew
	 */
	Mono<List<String>> name(List<Area.Entry> entries) {
		return this.database.sql(NAME)
			.bind(0, entries.stream().map(Area.Entry::code).toArray(String[]::new))
			.bind(1, entries.stream()
				.map((entry) -> Objects.requireNonNullElse(entry.from(), EVER))
				.toArray(LocalDate[]::new))
			.bind(2, entries.stream().map(Area.Entry::name).toArray(String[]::new))
			.bind(3, entries.stream()
				.map((entry) -> Objects.requireNonNullElse(entry.basis(), ""))
				.toArray(String[]::new))
			.bind(4, entries.stream().map((entry) -> Bigrams.vector(entry.name(), 'A')).toArray(String[]::new))
			.map((row) -> required(row, "code", String.class))
			.all()
			.collectList();
	}

	Mono<Void> touch(Collection<String> codes) {
		return codes.isEmpty() ? Mono.empty()
				: this.database.sql(TOUCH).bind(0, codes.toArray(String[]::new)).fetch().rowsUpdated().then();
	}

	private static Area area(Readable row) {
		String code = required(row, "code", String.class);
		return new Area(required(row, "id", UUID.class), code, code.indexOf('Z') < 0,
				Area.Level.valueOf(required(row, "level", String.class)), required(row, "parent", String.class),
				required(row, "name", String.class), required(row, "effective_from", LocalDate.class),
				required(row, "basis", String.class), required(row, "sample", Boolean.class),
				required(row, "version", Long.class));
	}

}
