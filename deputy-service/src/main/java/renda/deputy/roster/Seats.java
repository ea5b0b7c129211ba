package renda.deputy.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import reactor.core.publisher.Mono;
import renda.deputy.congress.Congress;
import renda.deputy.congress.ElectingUnit;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * Writes seats, many at once.
 */
@Repository
class Seats {

	private static final String OF_PERSONS = """
			SELECT deputy.id, congress.code AS congress, congress.area, congress.term, person, deputy.name, sex, field,
			       deputy_group, elected_on_seat, account, state, unit.code AS unit, coalesce(digest, '') AS digest
			FROM (SELECT *, elected_on AS elected_on_seat FROM deputy WHERE person = any($1)) AS deputy
			JOIN congress ON congress.id = congress_id
			JOIN electing_unit AS unit ON unit.id = unit_id
			LEFT JOIN deputy_private ON deputy_id = deputy.id""";

	private static final String ADD = """
			INSERT INTO deputy (id, congress_id, unit_id, person, name, sex, field, deputy_group, state, state_since,
			                    elected_on, by_election, account, sample, search)
			SELECT id, congress_id, unit_id, person, name, sex, field, deputy_group, state, state_since, elected_on,
			       by_election, account, sample, search::tsvector
			FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
			            $9::text[], $10::date[], $11::date[], $12::boolean[], $13::text[], $14::boolean[], $15::text[])
			     AS entry (id, congress_id, unit_id, person, name, sex, field, deputy_group, state, state_since,
			               elected_on, by_election, account, sample, search)""";

	private static final String CHANGE = """
			UPDATE deputy
			SET unit_id = entry.unit_id, name = entry.name, sex = entry.sex, field = entry.field,
			    deputy_group = entry.deputy_group, elected_on = entry.elected_on, account = entry.account,
			    search = entry.search::tsvector, version = version + 1, modified_at = clock_timestamp()
			FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[],
			            $9::text[])
			     AS entry (id, unit_id, name, sex, field, deputy_group, elected_on, account, search)
			WHERE deputy.id = entry.id""";

	/**
	 * Two writers never check the same person at once, in whatever congress. Persons
	 * share 64 locks, since a batch of a thousand would fill the server's table of locks.
	 */
	private static final String LOCK = """
			SELECT pg_advisory_xact_lock(hashtext('deputy-person'), key)
			FROM (SELECT DISTINCT hashtext(person) & 63 AS key FROM unnest($1::text[]) AS person ORDER BY key) AS persons""";

	private final DatabaseClient database;

	Seats(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * All seats of persons, in every congress; until the transaction ends nobody else
	 * enters any.
	 */
	Mono<List<Known>> of(Collection<String> persons) {
		String[] keys = persons.stream().distinct().toArray(String[]::new);
		return this.database.sql(LOCK)
			.bind(0, keys)
			.fetch()
			.all()
			.then(this.database.sql(OF_PERSONS)
				.bind(0, keys)
				.map((row) -> new Known(required(row, "id", UUID.class), required(row, "congress", String.class),
						required(row, "area", String.class), required(row, "term", Integer.class),
						required(row, "person", String.class), required(row, "unit", String.class),
						required(row, "name", String.class), Deputy.Sex.valueOf(required(row, "sex", String.class)),
						required(row, "field", String.class), required(row, "deputy_group", String.class),
						required(row, "elected_on_seat", LocalDate.class), required(row, "account", String.class),
						Deputy.State.valueOf(required(row, "state", String.class)),
						required(row, "digest", String.class)))
				.all()
				.collectList());
	}

	Mono<Void> add(List<Seat> seats) {
		return seats.isEmpty() ? Mono.empty()
				: this.database.sql(ADD)
					.bind(0, all(seats, UUID[]::new, Seat::id))
					.bind(1, all(seats, UUID[]::new, (seat) -> seat.congress().id()))
					.bind(2, all(seats, UUID[]::new, (seat) -> seat.unit().id()))
					.bind(3, all(seats, String[]::new, (seat) -> seat.entry().person()))
					.bind(4, all(seats, String[]::new, (seat) -> seat.entry().name()))
					.bind(5, all(seats, String[]::new, (seat) -> seat.entry().sex().name()))
					.bind(6, all(seats, String[]::new, Seat::field))
					.bind(7, all(seats, String[]::new, Seat::group))
					.bind(8, all(seats, String[]::new, (seat) -> seat.entry().startsAs().name()))
					.bind(9, all(seats, LocalDate[]::new, (seat) -> seat.entry().startsOn()))
					.bind(10, all(seats, LocalDate[]::new, (seat) -> seat.entry().electedOn()))
					.bind(11, all(seats, Boolean[]::new, (seat) -> seat.entry().isByElection()))
					.bind(12, all(seats, String[]::new, Seat::account))
					.bind(13, all(seats, Boolean[]::new, (seat) -> Boolean.TRUE.equals(seat.entry().sample())))
					.bind(14, all(seats, String[]::new, Seat::vector))
					.fetch()
					.rowsUpdated()
					.then();
	}

	Mono<Void> change(List<Seat> seats) {
		return seats.isEmpty() ? Mono.empty()
				: this.database.sql(CHANGE)
					.bind(0, all(seats, UUID[]::new, Seat::id))
					.bind(1, all(seats, UUID[]::new, (seat) -> seat.unit().id()))
					.bind(2, all(seats, String[]::new, (seat) -> seat.entry().name()))
					.bind(3, all(seats, String[]::new, (seat) -> seat.entry().sex().name()))
					.bind(4, all(seats, String[]::new, Seat::field))
					.bind(5, all(seats, String[]::new, Seat::group))
					.bind(6, all(seats, LocalDate[]::new, (seat) -> seat.entry().electedOn()))
					.bind(7, all(seats, String[]::new, Seat::account))
					.bind(8, all(seats, String[]::new, Seat::vector))
					.fetch()
					.rowsUpdated()
					.then();
	}

	private static <T> T[] all(List<Seat> seats, IntFunction<T[]> array, Function<Seat, T> value) {
		return seats.stream().map(value).toArray(array);
	}

	/**
	 * A seat to write.
	 */
	record Seat(UUID id, Congress congress, ElectingUnit unit, Deputy.Entry entry) {

		String field() {
			return Objects.toString(this.entry.field(), "");
		}

		String group() {
			return Objects.toString(this.entry.group(), "");
		}

		String account() {
			return Objects.toString(this.entry.account(), "");
		}

		private String vector() {
			return Deputies.vector(this.entry.name(), this.unit.name(), field());
		}

	}

	/**
	 * A seat that is there.
	 *
	 * @param digest of the personal data; empty for none
	 */
	record Known(UUID id, String congress, String area, int term, String person, String unit, String name,
			Deputy.Sex sex, String field, String group, LocalDate electedOn, String account, Deputy.State state,
			String digest) {

		/**
		 * Whether an entry says nothing new. What it does not say about personal data is
		 * left as it is.
		 */
		boolean says(Seat seat, String digestOfEntry) {
			Deputy.Entry entry = seat.entry();
			return this.unit.equals(entry.electingUnit()) && this.name.equals(entry.name()) && this.sex == entry.sex()
					&& this.field.equals(seat.field()) && this.group.equals(seat.group())
					&& this.electedOn.equals(entry.electedOn()) && this.account.equals(seat.account())
					&& (digestOfEntry.isEmpty() || digestOfEntry.equals(this.digest));
		}

	}

}
