package renda.deputy.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.congress.Congress;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The roster as other features read it: who holds which seat, and since when.
 */
@Repository
public class Roster {

	private static final String READ = """
			SELECT deputy.id, person, deputy.name, account, state, congress.area, congress.level, congress.term,
			       congress.first_session_on, congress.next_session_on
			FROM deputy JOIN congress ON congress.id = congress_id
			WHERE\s""";

	private final DatabaseClient database;

	Roster(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * All seats of an account, the latest congress first.
	 * @param account the subject of the deputy's own token, not empty
	 */
	public Mono<List<Seat>> ofAccount(String account) {
		return seats("account = $1 AND account <> '' ORDER BY congress.elected_on DESC, deputy.id", account);
	}

	/**
	 * Seats by their ids; those that are not there are left out.
	 */
	public Mono<List<Seat>> byIds(Collection<UUID> ids) {
		return seats("deputy.id = any($1) ORDER BY deputy.id", ids.toArray(UUID[]::new));
	}

	/**
	 * All seats of persons, by the keys that imports know them by.
	 */
	public Mono<List<Seat>> ofPersons(Collection<String> persons) {
		return seats("person = any($1) ORDER BY deputy.id", persons.toArray(String[]::new));
	}

	private Mono<List<Seat>> seats(String condition, Object value) {
		return this.database.sql(READ + condition).bind(0, value).map(Roster::seat).all().collectList();
	}

	private static Seat seat(Readable row) {
		return new Seat(required(row, "id", UUID.class), required(row, "person", String.class),
				required(row, "name", String.class), required(row, "account", String.class),
				required(row, "state", String.class), required(row, "area", String.class),
				Congress.Level.valueOf(required(row, "level", String.class)), required(row, "term", Integer.class),
				row.get("first_session_on", LocalDate.class), row.get("next_session_on", LocalDate.class));
	}

	/**
	 * A seat in a congress.
	 *
	 * @param person the person's key in imports
	 * @param account the subject of the deputy's own token; empty if none is known
	 * @param state the state of the seat: ACTIVE, SUSPENDED, …
	 * @param area the area of the congress
	 * @param term the city's term of the same general election
	 * @param from the day of the congress's first session; missing until it is known
	 * @param to the day of the next congress's first session; missing until it is known
	 */
	public record Seat(UUID id, String person, String name, String account, String state, String area,
			Congress.Level level, int term, @Nullable LocalDate from, @Nullable LocalDate to) {

		/**
		 * Whether a day lies in the term of its congress (代表法 第二条).
		 */
		public boolean isOfTermOn(LocalDate day) {
			return this.from != null && !day.isBefore(this.from) && (this.to == null || day.isBefore(this.to));
		}

		/**
		 * Whether it is held on a day, so that its deputy carries out a deputy's duties.
		 */
		public boolean isInOfficeOn(LocalDate day) {
			return this.state.equals(Deputy.State.ACTIVE.name()) && isOfTermOn(day);
		}

	}

}
