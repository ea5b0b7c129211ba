package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Roster;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.platform.city.CityProfile;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * What the roster says about deputies who make and sign suggestions.
 */
@Component
class Roll {

	private final Roster roster;

	private final CityProfile city;

	Roll(Roster roster, CityProfile city) {
		this.roster = roster;
		this.city = city;
	}

	/**
	 * The caller as the roster knows one: the seat in the city's congress of that day, or
	 * else the one that comes nearest; empty where the caller has none.
	 */
	Mono<Optional<Called>> ofCaller(Caller caller, LocalDate on) {
		return this.roster.ofAccount(caller.subject())
			.map((seats) -> seats.stream()
				.max(Comparator.comparing((Roster.Seat seat) -> isOfTheCity(seat))
					.thenComparing((seat) -> seat.isOfTermOn(on))
					.thenComparing(Roster.Seat::term))
				.map((seat) -> new Called(called(seat, on), seat.term())));
	}

	/**
	 * Deputies by their seats.
	 * @throws Refusal 400 where there is no such seat
	 */
	Mono<List<Seated>> of(Collection<UUID> seats, LocalDate on) {
		return this.roster.byIds(seats).map((found) -> {
			List<UUID> unknown = new ArrayList<>(seats);
			unknown.removeAll(found.stream().map(Roster.Seat::id).toList());
			if (!unknown.isEmpty()) {
				throw Refusal.invalid("/seats",
						Text.of("没有这样的席位：%s。", "There is no such seat: %s.", unknown.getFirst()));
			}
			return found.stream().map((seat) -> called(seat, on)).toList();
		});
	}

	private Seated called(Roster.Seat seat, LocalDate on) {
		return new Seated(seat.id(), seat.name(), seat.account(), seat.state(),
				isOfTheCity(seat) && seat.isInOfficeOn(on));
	}

	private boolean isOfTheCity(Roster.Seat seat) {
		return seat.level() == Congress.Level.CITY && seat.area().equals(this.city.code());
	}

	/**
	 * A deputy who calls.
	 *
	 * @param term the term of the congress the seat belongs to
	 */
	record Called(Seated seat, int term) {
	}

}
