package renda.deputy.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The units kept.
 */
@Repository
public class HandlingUnits {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			Sort.ascending("name").by("name", String.class).by("id", UUID.class));

	private static final String PUT = """
			INSERT INTO handling_unit (id, code, kind, name, area, abolished_on, search)
			VALUES ($1, $2, $3, $4, $5, $6, $7::tsvector)
			ON CONFLICT (id) DO UPDATE
			SET code = excluded.code, kind = excluded.kind, name = excluded.name, area = excluded.area,
			    abolished_on = coalesce(excluded.abolished_on, handling_unit.abolished_on), search = excluded.search,
			    modified_at = clock_timestamp()""";

	private final DatabaseClient database;

	HandlingUnits(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<HandlingUnit>> find(HandlingUnit.Filter filter, ListRequest request) {
		return new Select("SELECT * FROM handling_unit").where("code = ?", filter.code())
			.where("kind = ?", filter.kind())
			.where("area = ?", filter.area())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, HandlingUnits::unit);
	}

	/**
	 * Units by their codes.
	 * @return those that are known, by code
	 */
	public Mono<Map<String, HandlingUnit>> byCodes(Collection<String> codes) {
		return this.database.sql("SELECT * FROM handling_unit WHERE code = any($1)")
			.bind(0, codes.stream().distinct().toArray(String[]::new))
			.map(HandlingUnits::unit)
			.all()
			.collect(HashMap::new, (all, unit) -> all.put(unit.code(), unit));
	}

	/**
	 * Units that can be given work on a day, by code.
	 * @param pointer where in the body their codes stand
	 * @throws Refusal 400 where one is unknown or is no more; 503 while no unit at all is
	 * known, since supervision has not been heard yet
	 */
	public Mono<Map<String, HandlingUnit>> handling(Collection<String> codes, LocalDate on, String pointer) {
		return byCodes(codes).flatMap((known) -> {
			List<String> unfit = codes.stream()
				.filter((code) -> !known.containsKey(code) || !known.get(code).handlesOn(on))
				.distinct()
				.sorted()
				.toList();
			return unfit.isEmpty() ? Mono.just(known) : isEmpty()
				.flatMap((empty) -> Mono.error(empty ? notYet() : Refusal.invalid(pointer,
						Text.of("没有这样的承办单位：%s。", "There is no such handling unit: %s.", String.join(", ", unfit)))));
		});
	}

	private Mono<Boolean> isEmpty() {
		return this.database.sql("SELECT NOT EXISTS (SELECT FROM handling_unit) AS empty")
			.map((row) -> required(row, "empty", Boolean.class))
			.one();
	}

	private static Refusal notYet() {
		return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "units-not-known-yet", Text.of("尚未从监督服务取得承办单位名录，请稍后再试。",
				"The organs are not known here yet: supervision's feed has not been read. Try again later."));
	}

	/**
	 * Keeps what supervision says now, whatever was known before.
	 */
	Mono<Void> put(HandlingUnit unit) {
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(PUT)
			.bind(0, unit.id())
			.bind(1, unit.code())
			.bind(2, unit.kind())
			.bind(3, unit.name())
			.bind(4, unit.area())
			.bind(6, Bigrams.vector(unit.name(), 'A'));
		LocalDate abolishedOn = unit.abolishedOn();
		return ((abolishedOn != null) ? sql.bind(5, abolishedOn) : sql.bindNull(5, LocalDate.class)).fetch()
			.rowsUpdated()
			.then();
	}

	private static HandlingUnit unit(Readable row) {
		return new HandlingUnit(required(row, "id", UUID.class), required(row, "code", String.class),
				required(row, "kind", String.class), required(row, "name", String.class),
				required(row, "area", String.class), row.get("abolished_on", LocalDate.class));
	}

}
