package renda.legislation.oath;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.oath.OathCeremony.CeremonyState;
import renda.legislation.oath.OathCeremony.Form;
import renda.legislation.oath.OathCeremony.OathTaken;
import renda.legislation.oath.OathCeremony.Result;
import renda.legislation.post.PostKind.OrganClass;
import renda.legislation.post.PostKind.Organiser;
import renda.platform.search.Bigrams;
import renda.platform.store.Ids;
import renda.platform.store.Rows;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The ceremonies kept, and who swore at them.
 */
@Repository
class OathCeremonies {

	private static final List<Sort> BY_DAY = List
		.of(Sort.descending("-on").by("held_on", LocalDate.class).by("id", UUID.class));

	private static final String CEREMONY = """
			SELECT id, code, state, organiser, held_on, place, form, leader, text_version, anthem, emblem, formal_dress,
			       constitution, note, sample, version, modified_at
			FROM oath_ceremony""";

	private static final String OATH = """
			SELECT * FROM (
			  SELECT oath.id, oath.ceremony, oath_ceremony.code AS ceremony_code, oath.appointment, oath.code, oath.person,
			         oath.name, oath.title, oath.organ, oath.organ_class, oath.organiser, oath.result, oath.held_on,
			         oath.sample, oath.search, oath.modified_at
			  FROM oath JOIN oath_ceremony ON oath_ceremony.id = oath.ceremony) AS oath""";

	private static final String INSERT = """
			INSERT INTO oath_ceremony (id, code, state, organiser, held_on, place, form, leader, text_version, note, sample)
			SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[],
			                     $8::uuid[], $9::text[], $10::text[], $11::boolean[])""";

	private static final String ASK = """
			INSERT INTO oath (id, ceremony, appointment, code, person, name, title, organ, organ_class, result, held_on,
			                  organiser, sample, search)
			SELECT id, asked.ceremony, appointment, asked.code, person, name, title, organ, organ_class, $1, held_on,
			       organiser, oath_ceremony.sample, search::tsvector
			FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
			            $10::text[], $11::text[])
			       AS asked (id, ceremony, appointment, code, person, name, title, organ, organ_class, search)
			  JOIN (SELECT id AS ceremony, held_on, organiser, sample FROM oath_ceremony) AS oath_ceremony USING (ceremony)""";

	private static final String MOVE = """
			UPDATE oath_ceremony
			SET held_on = $3, place = $4, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String CLOSE = """
			UPDATE oath_ceremony
			SET state = $3, held_on = $4, anthem = $5, emblem = $6, formal_dress = $7, constitution = $8, note = $9,
			    version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND version = $2""";

	private static final String SETTLE = """
			UPDATE oath
			SET result = CASE WHEN appointment = any($2) THEN 'MISSED' ELSE $3 END, held_on = $4,
			    modified_at = clock_timestamp()
			WHERE ceremony = $1""";

	private static final String REMOVE = """
			WITH gone AS (DELETE FROM oath WHERE ceremony = $1 RETURNING id)
			INSERT INTO tombstone (resource, id) SELECT 'oaths', id::text FROM gone
			ON CONFLICT (resource, id) DO UPDATE SET removed_at = now()""";

	private final DatabaseClient database;

	OathCeremonies(DatabaseClient database) {
		this.database = database;
	}

	Mono<Slice<OathCeremony>> find(OathCeremony.Filter filter, ListRequest request) {
		return new Select(CEREMONY).where("state = ?", filter.state())
			.where("organiser = ?", filter.organiser())
			.where("held_on >= ?", filter.from())
			.where("held_on <= ?", filter.to())
			.where("code = ?", filter.code())
			.page(this.database, request, BY_DAY, OathCeremonies::ceremony);
	}

	Mono<Slice<OathTaken>> findOaths(OathCeremony.OathFilter filter, ListRequest request) {
		return new Select(OATH).where("result = ?", filter.result())
			.where("ceremony = ?", filter.ceremony())
			.where("appointment = ?", filter.appointment())
			.where("person = ?", filter.person())
			.where("organ = ?", filter.organ())
			.where("organ_class = ?", filter.organClass())
			.where("organiser = ?", filter.organiser())
			.where("held_on >= ?", filter.from())
			.where("held_on <= ?", filter.to())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()))
			.page(this.database, request, BY_DAY, OathCeremonies::oath);
	}

	Mono<OathCeremony> byId(UUID id, boolean locked) {
		return this.database.sql(CEREMONY + " WHERE id = $1" + (locked ? " FOR UPDATE" : ""))
			.bind(0, id)
			.map(OathCeremonies::ceremony)
			.one()
			.flatMap((found) -> oaths(id).map(found::with));
	}

	/**
	 * The ceremonies with these codes, of those there are.
	 */
	Mono<List<OathCeremony>> byCodes(Collection<String> codes) {
		return this.database.sql(CEREMONY + " WHERE code = any($1)")
			.bind(0, codes.toArray(String[]::new))
			.map(OathCeremonies::ceremony)
			.all()
			.collectList();
	}

	private Mono<List<OathTaken>> oaths(UUID ceremony) {
		return this.database.sql(OATH + " WHERE ceremony = $1 ORDER BY code")
			.bind(0, ceremony)
			.map(OathCeremonies::oath)
			.all()
			.collectList();
	}

	/**
	 * Keeps new ceremonies.
	 */
	Mono<Void> insert(List<OathCeremony> fresh) {
		return this.database.sql(INSERT)
			.bind(0, column(fresh, OathCeremony::id, UUID[]::new))
			.bind(1, column(fresh, OathCeremony::code, String[]::new))
			.bind(2, column(fresh, (one) -> one.state().name(), String[]::new))
			.bind(3, column(fresh, (one) -> one.organiser().name(), String[]::new))
			.bind(4, column(fresh, OathCeremony::on, LocalDate[]::new))
			.bind(5, column(fresh, OathCeremony::place, String[]::new))
			.bind(6, column(fresh, (one) -> one.form().name(), String[]::new))
			.bind(7, column(fresh, OathCeremony::leader, UUID[]::new))
			.bind(8, column(fresh, OathCeremony::textVersion, String[]::new))
			.bind(9, column(fresh, OathCeremony::note, String[]::new))
			.bind(10, column(fresh, OathCeremony::sample, Boolean[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Keeps who is asked to ceremonies that are kept, or swore at them.
	 */
	Mono<Void> ask(List<Asked> asked, Result result) {
		return this.database.sql(ASK)
			.bind(0, result.name())
			.bind(1, column(asked, (one) -> Ids.next(), UUID[]::new))
			.bind(2, column(asked, (one) -> one.ceremony().id(), UUID[]::new))
			.bind(3, column(asked, (one) -> one.person().id(), UUID[]::new))
			.bind(4, column(asked, (one) -> one.person().code(), String[]::new))
			.bind(5, column(asked, (one) -> one.person().person(), String[]::new))
			.bind(6, column(asked, (one) -> one.person().name(), String[]::new))
			.bind(7, column(asked, (one) -> one.person().title(), String[]::new))
			.bind(8, column(asked, (one) -> one.person().organ(), String[]::new))
			.bind(9, column(asked, (one) -> one.person().organClass().name(), String[]::new))
			.bind(10,
					column(asked,
							(one) -> Bigrams.vector(one.person().name(), 'A') + ' '
									+ Bigrams.vector(one.person().title(), 'B'),
							String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Boolean> move(UUID id, long version, LocalDate on, String place) {
		return this.database.sql(MOVE)
			.bind(0, id)
			.bind(1, version)
			.bind(2, on)
			.bind(3, place)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * That it was held, or is not.
	 */
	Mono<Boolean> close(UUID id, long version, CeremonyState state, LocalDate on, OathCeremony.@Nullable Holding held,
			String note) {
		return this.database.sql(CLOSE)
			.bind(0, id)
			.bind(1, version)
			.bind(2, state.name())
			.bind(3, on)
			.bind(4, held != null && held.anthem())
			.bind(5, held != null && held.emblem())
			.bind(6, held != null && held.formalDress())
			.bind(7, held != null && held.constitution())
			.bind(8, note)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * What came of it for each: who is not named as missing swore.
	 */
	Mono<Void> settle(UUID ceremony, Collection<UUID> missed, Result others, LocalDate on) {
		return this.database.sql(SETTLE)
			.bind(0, ceremony)
			.bind(1, missed.toArray(UUID[]::new))
			.bind(2, others.name())
			.bind(3, on)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * Nobody is asked to it any more.
	 */
	Mono<Void> remove(UUID ceremony) {
		return this.database.sql(REMOVE).bind(0, ceremony).fetch().rowsUpdated().then();
	}

	private static <R, T> T[] column(List<R> rows, Function<R, ? extends @Nullable T> value, IntFunction<T[]> array) {
		return rows.stream().map(value).toArray(array);
	}

	private static OathCeremony ceremony(Readable row) {
		return new OathCeremony(Rows.required(row, "id", UUID.class), Rows.text(row, "code"),
				CeremonyState.valueOf(Rows.text(row, "state")), Organiser.valueOf(Rows.text(row, "organiser")),
				Rows.required(row, "held_on", LocalDate.class), Rows.text(row, "place"),
				Form.valueOf(Rows.text(row, "form")), row.get("leader", UUID.class), Rows.text(row, "text_version"),
				Rows.flag(row, "anthem"), Rows.flag(row, "emblem"), Rows.flag(row, "formal_dress"),
				Rows.flag(row, "constitution"), Rows.text(row, "note"), null, Rows.flag(row, "sample"),
				Rows.required(row, "version", Long.class));
	}

	private static OathTaken oath(Readable row) {
		return new OathTaken(Rows.required(row, "id", UUID.class), Rows.required(row, "ceremony", UUID.class),
				Rows.text(row, "ceremony_code"), Rows.required(row, "appointment", UUID.class), Rows.text(row, "code"),
				Rows.text(row, "person"), Rows.text(row, "name"), Rows.text(row, "title"), Rows.text(row, "organ"),
				OrganClass.valueOf(Rows.text(row, "organ_class")), Organiser.valueOf(Rows.text(row, "organiser")),
				Result.valueOf(Rows.text(row, "result")), Rows.required(row, "held_on", LocalDate.class),
				Rows.flag(row, "sample"));
	}

	/**
	 * One who is asked to a ceremony.
	 */
	record Asked(OathCeremony ceremony, Appointee person) {
	}

}
