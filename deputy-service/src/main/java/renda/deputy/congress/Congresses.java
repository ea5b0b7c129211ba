package renda.deputy.congress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.area.Area;
import renda.platform.store.Ids;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The congresses kept.
 */
@Repository
public class Congresses {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.descending("-electedOn").by("elected_on", LocalDate.class).by("id", UUID.class));

	/**
	 * A row that is there and says the same is not returned. Empty text stands for no
	 * day.
	 */
	private static final String PUT = """
			INSERT INTO congress (id, code, area, level, number, term, name, elected_on, first_session_on,
			                      next_session_on, sample)
			SELECT id, code, area, level, number, term, name, elected_on, nullif(first_session_on, '')::date,
			       nullif(next_session_on, '')::date, sample
			FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[], $8::date[],
			            $9::text[], $10::text[], $11::boolean[])
			     AS entry (id, code, area, level, number, term, name, elected_on, first_session_on, next_session_on, sample)
			ON CONFLICT (code) DO UPDATE
			SET term = excluded.term, name = excluded.name, elected_on = excluded.elected_on,
			    first_session_on = excluded.first_session_on, next_session_on = excluded.next_session_on,
			    version = congress.version + 1, modified_at = clock_timestamp()
			WHERE (congress.term, congress.name, congress.elected_on, congress.first_session_on, congress.next_session_on)
			      IS DISTINCT FROM (excluded.term, excluded.name, excluded.elected_on, excluded.first_session_on,
			                        excluded.next_session_on)
			RETURNING *""";

	private final DatabaseClient database;

	Congresses(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Congress>> find(Congress.Filter filter, ListRequest request) {
		return new Select("SELECT * FROM congress").where("code = ?", filter.code())
			.where("level = ?", filter.level())
			.where("term = ?", filter.term())
			.where("starts_with(area, ?)", (filter.area() != null) ? Area.prefix(filter.area()) : null)
			.page(this.database, request, SORTS, Congresses::congress);
	}

	/**
	 * Congresses by their codes.
	 * @return those that are known
	 */
	public Mono<Map<String, Congress>> byCodes(Collection<String> codes) {
		return this.database.sql("SELECT * FROM congress WHERE code = any($1)")
			.bind(0, codes.stream().distinct().toArray(String[]::new))
			.map(Congresses::congress)
			.all()
			.collect(HashMap::new, (all, congress) -> all.put(congress.code(), congress));
	}

	/**
	 * Enters congresses.
	 * @return those that are new, at version 1, or changed
	 */
	Mono<List<Congress>> put(List<Congress.Entry> entries) {
		return this.database.sql(PUT)
			.bind(0, all(entries, UUID[]::new, (entry) -> Ids.next()))
			.bind(1, all(entries, String[]::new, Congress.Entry::code))
			.bind(2, all(entries, String[]::new, Congress.Entry::area))
			.bind(3, all(entries, String[]::new, (entry) -> entry.level().name()))
			.bind(4, all(entries, Integer[]::new, Congress.Entry::number))
			.bind(5, all(entries, Integer[]::new, Congress.Entry::term))
			.bind(6, all(entries, String[]::new, Congress.Entry::name))
			.bind(7, all(entries, LocalDate[]::new, Congress.Entry::electedOn))
			.bind(8, all(entries, String[]::new, (entry) -> text(entry.firstSessionOn())))
			.bind(9, all(entries, String[]::new, (entry) -> text(entry.nextSessionOn())))
			.bind(10, all(entries, Boolean[]::new, (entry) -> Boolean.TRUE.equals(entry.sample())))
			.map(Congresses::congress)
			.all()
			.collectList();
	}

	private static <E, T> T[] all(List<E> entries, IntFunction<T[]> array, Function<E, T> value) {
		return entries.stream().map(value).toArray(array);
	}

	private static String text(@Nullable LocalDate day) {
		return Objects.toString(day, "");
	}

	private static Congress congress(Readable row) {
		return new Congress(required(row, "id", UUID.class), required(row, "code", String.class),
				required(row, "area", String.class), Congress.Level.valueOf(required(row, "level", String.class)),
				required(row, "number", Integer.class), required(row, "term", Integer.class),
				required(row, "name", String.class), required(row, "elected_on", LocalDate.class),
				row.get("first_session_on", LocalDate.class), row.get("next_session_on", LocalDate.class),
				required(row, "sample", Boolean.class), required(row, "version", Long.class));
	}

}
