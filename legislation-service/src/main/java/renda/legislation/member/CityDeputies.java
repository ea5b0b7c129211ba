package renda.legislation.member;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.search.Bigrams;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The deputies of the city's congress, kept from the roster's feed. Events carry no
 * accounts; those come by import or are set by the personnel office, and stay.
 */
@Repository
class CityDeputies {

	/** States in which a seat is held and its credentials are confirmed. */
	private static final Set<String> SEATED = Set.of("CREDENTIALS_OK", "ACTIVE", "SUSPENDED", "RESIGN_REQUESTED");

	private static final String PUT = """
			INSERT INTO member (id, body, term, name, post, delegation, since, suspended, search)
			VALUES ($1, 'CONGRESS', $2, $3, 'DEPUTY', $4, $5, $6, $7::tsvector)
			ON CONFLICT (id) DO UPDATE
			SET name = excluded.name, suspended = excluded.suspended, search = excluded.search, until = NULL,
			    delegation = CASE WHEN member.delegation = '' THEN excluded.delegation ELSE member.delegation END,
			    version = member.version + 1, modified_at = clock_timestamp()""";

	private static final String END = """
			UPDATE member
			SET until = greatest(since, least(until, $2)), suspended = false, version = version + 1,
			    modified_at = clock_timestamp()
			WHERE id = $1""";

	private static final String RENAME = """
			UPDATE member
			SET name = $2, search = $3::tsvector, version = version + 1, modified_at = clock_timestamp()
			WHERE id = $1 AND name <> $2""";

	private final DatabaseClient database;

	private final CityProfile city;

	CityDeputies(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	/**
	 * Takes what the roster says of a seat.
	 * @param on the day it says so
	 */
	Mono<Void> told(Seat seat, LocalDate on) {
		if (!"CITY".equals(seat.level()) || !this.city.code().equals(seat.area())
				|| this.city.terms().stream().noneMatch((term) -> term.number() == seat.term())) {
			return Mono.empty();
		}
		String state = seat.state();
		if (state == null) {
			return this.database.sql(RENAME)
				.bind(0, seat.id())
				.bind(1, seat.name())
				.bind(2, Bigrams.vector(seat.name(), 'A'))
				.fetch()
				.rowsUpdated()
				.then();
		}
		if (!SEATED.contains(state)) {
			return this.database.sql(END).bind(0, seat.id()).bind(1, on).fetch().rowsUpdated().then();
		}
		LocalDate began = this.city.term(seat.term()).from();
		LocalDate elected = seat.electedOn();
		return this.database.sql(PUT)
			.bind(0, seat.id())
			.bind(1, seat.term())
			.bind(2, seat.name())
			.bind(3, seat.electingUnit())
			.bind(4, (elected != null && elected.isAfter(began)) ? elected : began)
			.bind(5, state.equals("SUSPENDED"))
			.bind(6, Bigrams.vector(seat.name(), 'A'))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * A seat as an event tells it.
	 *
	 * @param level only seats of the city's own congress are kept
	 * @param electingUnit the unit that elected, which is the delegation until told
	 * otherwise
	 * @param state the state of the seat; missing where the event says nothing of it
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Seat(UUID id, String name, String level, String area, int term, String electingUnit, @Nullable String state,
			@Nullable LocalDate electedOn) {
	}

}
