package renda.deputy.congress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.store.Ids;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The electing units kept.
 */
@Repository
public class ElectingUnits {

	private static final List<Sort> SORTS = List
		.of(Sort.ascending("code").by("code", String.class).by("id", UUID.class));

	private static final String PUT = """
			INSERT INTO electing_unit (id, code, congress_area, kind, name, area, sample)
			SELECT id, code, congress_area, kind, name, nullif(area, ''), sample
			FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[])
			     AS entry (id, code, congress_area, kind, name, area, sample)
			ON CONFLICT (code) DO UPDATE
			SET name = excluded.name, area = excluded.area, version = electing_unit.version + 1,
			    modified_at = clock_timestamp()
			WHERE (electing_unit.name, electing_unit.area) IS DISTINCT FROM (excluded.name, excluded.area)
			RETURNING *""";

	private final DatabaseClient database;

	ElectingUnits(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<ElectingUnit>> find(ElectingUnit.Filter filter, ListRequest request) {
		return new Select("SELECT * FROM electing_unit").where("code = ?", filter.code())
			.where("kind = ?", filter.kind())
			.where("congress_area = ?", filter.congressArea())
			.where("area = ?", filter.area())
			.page(this.database, request, SORTS, ElectingUnits::unit);
	}

	/**
	 * Units by their codes.
	 * @return those that are known
	 */
	public Mono<Map<String, ElectingUnit>> byCodes(Collection<String> codes) {
		return this.database.sql("SELECT * FROM electing_unit WHERE code = any($1)")
			.bind(0, codes.stream().distinct().toArray(String[]::new))
			.map(ElectingUnits::unit)
			.all()
			.collect(HashMap::new, (all, unit) -> all.put(unit.code(), unit));
	}

	/**
	 * Enters units.
	 * @return those that are new, at version 1, or changed
	 */
	Mono<List<ElectingUnit>> put(List<ElectingUnit.Entry> entries) {
		return this.database.sql(PUT)
			.bind(0, entries.stream().map((entry) -> Ids.next()).toArray(UUID[]::new))
			.bind(1, entries.stream().map(ElectingUnit.Entry::code).toArray(String[]::new))
			.bind(2, entries.stream().map(ElectingUnit.Entry::congressArea).toArray(String[]::new))
			.bind(3, entries.stream().map((entry) -> entry.kind().name()).toArray(String[]::new))
			.bind(4, entries.stream().map(ElectingUnit.Entry::name).toArray(String[]::new))
			.bind(5, entries.stream().map((entry) -> Objects.toString(entry.area(), "")).toArray(String[]::new))
			.bind(6, entries.stream().map((entry) -> Boolean.TRUE.equals(entry.sample())).toArray(Boolean[]::new))
			.map(ElectingUnits::unit)
			.all()
			.collectList();
	}

	private static ElectingUnit unit(Readable row) {
		return new ElectingUnit(required(row, "id", UUID.class), required(row, "code", String.class),
				required(row, "congress_area", String.class),
				ElectingUnit.Kind.valueOf(required(row, "kind", String.class)), required(row, "name", String.class),
				row.get("area", String.class), required(row, "sample", Boolean.class),
				required(row, "version", Long.class));
	}

}
