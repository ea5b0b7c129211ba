package renda.supervision.organ;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.search.Bigrams;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The organs kept.
 */
@Repository
public class Organs {

	private static final List<Sort> SORTS = List.of(
			Sort.ascending("code").by("code", String.class).by("id", UUID.class),
			// holder is the id again, in the table that has the name and the index of
			// both
			Sort.ascending("name").by("name", String.class).by("holder", UUID.class));

	/**
	 * Before its first period an organ shows its first: a record is never without a name.
	 * <p>
	 * Which period shows is asked for each one read, in a subselect that is no join: the
	 * planner then walks the index of the order or of a filter and stops when the page is
	 * full, instead of working out the period of every organ.
	 */
	private static final String ON_A_DAY = """
			SELECT * FROM (
			  SELECT organ.id, organ.code, organ.kind, period.name, period.organ_id AS holder, period.area,
			         parent.code AS parent, period.effective_from, period.basis, period.search, organ.established_on,
			         organ.abolished_on, successor.code AS successor, organ.sample, organ.version, organ.modified_at
			  FROM organ
			  JOIN organ_period AS period ON period.organ_id = organ.id
			   AND (SELECT period.effective_from = coalesce(max(effective_from) FILTER (WHERE effective_from <= ?),
			                                                min(effective_from))
			        FROM organ_period
			        WHERE organ_id = period.organ_id)
			  LEFT JOIN organ AS parent ON parent.id = period.parent_id
			  LEFT JOIN organ AS successor ON successor.id = organ.successor_id) AS organ""";

	private static final String INSERT = """
			WITH parent AS (SELECT id FROM organ WHERE code = $5),
			     inserted AS (
			       INSERT INTO organ (id, code, kind, established_on, sample)
			       VALUES ($1, $2, $3, $6, $7)
			       RETURNING id)
			INSERT INTO organ_period (organ_id, effective_from, name, area, parent_id, basis, search)
			SELECT inserted.id, $6, $4, $8, (SELECT id FROM parent), $9, $10::tsvector
			FROM inserted""";

	private static final String ADD_PERIOD = """
			INSERT INTO organ_period (organ_id, effective_from, name, area, parent_id, basis, search)
			VALUES ($1, $2, $3, $4, (SELECT id FROM organ WHERE code = $5), $6, $7::tsvector)
			ON CONFLICT (organ_id, effective_from) DO UPDATE
			SET name = excluded.name, area = excluded.area, parent_id = excluded.parent_id, basis = excluded.basis,
			    search = excluded.search""";

	private static final String TOUCH = """
			UPDATE organ SET version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String ABOLISH = """
			UPDATE organ SET abolished_on = $2, successor_id = (SELECT id FROM organ WHERE code = $3)
			WHERE id = $1""";

	private static final String PERIODS = """
			SELECT effective_from, name, area, parent.code AS parent, basis
			FROM organ_period LEFT JOIN organ AS parent ON parent.id = organ_period.parent_id
			WHERE organ_id = $1
			ORDER BY effective_from""";

	private final DatabaseClient database;

	Organs(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<Organ>> find(Organ.Filter filter, LocalDate on, ListRequest request) {
		return new Select(ON_A_DAY, on).where("established_on <= ?", on)
			.where("coalesce(abolished_on, 'infinity') > ?", on)
			.where("kind = ?", filter.kind())
			.where("area = ?", filter.area())
			.where("parent = ?", filter.parent())
			.where("code = ?", filter.code())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, SORTS, Organs::organ);
	}

	/**
	 * The organ with a code, as it stands on a day; also when it does not exist then.
	 */
	public Mono<Organ> byCode(String code, LocalDate on) {
		return read(" WHERE code = $2", on, code);
	}

	Mono<Organ> byId(UUID id, LocalDate on) {
		return read(" WHERE id = $2", on, id);
	}

	private Mono<Organ> read(String where, LocalDate on, Object key) {
		String statement = ON_A_DAY.replace("?", "$1") + where;
		return this.database.sql(statement).bind(0, on).bind(1, key).map(Organs::organ).one();
	}

	Flux<Organ.Period> periods(UUID id) {
		return this.database.sql(PERIODS)
			.bind(0, id)
			.map((row) -> new Organ.Period(required(row, "effective_from", LocalDate.class),
					required(row, "name", String.class), required(row, "area", String.class),
					row.get("parent", String.class), required(row, "basis", String.class)))
			.all()
			.collectList()
			.flatMapIterable((periods) -> periods);
	}

	Mono<Void> insert(UUID id, Organ.Registration organ) {
		return text(this.database.sql(INSERT)
			.bind(0, id)
			.bind(1, organ.code())
			.bind(2, organ.kind().name())
			.bind(3, organ.name()), 4, organ.parent()).bind(5, organ.establishedOn())
			.bind(6, organ.sample())
			.bind(7, organ.area())
			.bind(8, organ.basis())
			.bind(9, Bigrams.vector(organ.name(), 'A'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> addPeriod(UUID id, Organ.Change change) {
		return text(this.database.sql(ADD_PERIOD)
			.bind(0, id)
			.bind(1, change.from())
			.bind(2, change.name())
			.bind(3, change.area()), 4, change.parent()).bind(5, change.basis())
			.bind(6, Bigrams.vector(change.name(), 'A'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> abolish(UUID id, Organ.Abolition abolition) {
		return text(this.database.sql(ABOLISH).bind(0, id).bind(1, abolition.on()), 2, abolition.successor()).fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Moves the record to its next version; false where the version is not current.
	 */
	Mono<Boolean> touch(UUID id, long version) {
		return this.database.sql(TOUCH).bind(0, id).bind(1, version).fetch().rowsUpdated().map((rows) -> rows == 1);
	}

	private static DatabaseClient.GenericExecuteSpec text(DatabaseClient.GenericExecuteSpec sql, int index,
			@Nullable String value) {
		return (value != null) ? sql.bind(index, value) : sql.bindNull(index, String.class);
	}

	private static Organ organ(Readable row) {
		return new Organ(required(row, "id", UUID.class), required(row, "code", String.class),
				Organ.Kind.valueOf(required(row, "kind", String.class)), required(row, "name", String.class),
				required(row, "area", String.class), row.get("parent", String.class),
				required(row, "effective_from", LocalDate.class), required(row, "basis", String.class),
				required(row, "established_on", LocalDate.class), row.get("abolished_on", LocalDate.class),
				row.get("successor", String.class), required(row, "sample", Boolean.class),
				required(row, "version", Long.class));
	}

}
