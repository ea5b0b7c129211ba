package renda.deputy.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.deputy.area.Area;
import renda.deputy.congress.Congress;
import renda.deputy.congress.Congresses;
import renda.deputy.congress.ElectingUnit;
import renda.deputy.congress.ElectingUnits;
import renda.deputy.roster.Seats.Known;
import renda.deputy.roster.Seats.Seat;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Service;

/**
 * Enters seats, many at once: new ones, and what is new about known ones.
 */
@Service
class Intake {

	private final Congresses congresses;

	private final ElectingUnits units;

	private final Seats seats;

	private final PersonalRecords personal;

	private final Outbox outbox;

	Intake(Congresses congresses, ElectingUnits units, Seats seats, PersonalRecords personal, Outbox outbox) {
		this.congresses = congresses;
		this.units = units;
		this.seats = seats;
		this.personal = personal;
		this.outbox = outbox;
	}

	/**
	 * Enters seats in the current transaction.
	 * @param entries what is said of each
	 * @param caller who says it
	 * @return what became of each, in the same order
	 */
	Mono<List<Outcome>> enter(List<Deputy.Entry> entries, Caller caller) {
		return Mono
			.zip(this.congresses.byCodes(entries.stream().map(Deputy.Entry::congress).toList()),
					this.units.byCodes(entries.stream().map(Deputy.Entry::electingUnit).toList()),
					this.seats.of(entries.stream().map(Deputy.Entry::person).toList()))
			.flatMap((found) -> write(new Batch(found.getT1(), found.getT2(), found.getT3(), caller).all(entries)));
	}

	private Mono<List<Outcome>> write(List<Outcome> outcomes) {
		List<Seat> added = new ArrayList<>();
		List<Seat> changed = new ArrayList<>();
		Map<UUID, PersonalData> data = new LinkedHashMap<>();
		List<NewEvent> events = new ArrayList<>();
		for (Outcome outcome : outcomes) {
			Seat seat = outcome.seat();
			if (seat == null || outcome.kind() == Kind.UNCHANGED) {
				continue;
			}
			((outcome.kind() == Kind.ADDED) ? added : changed).add(seat);
			if (!seat.entry().personal().isEmpty()) {
				data.put(seat.id(), seat.entry().personal());
			}
			events.add(event(outcome.kind(), seat));
		}
		return this.seats.add(added)
			.then(this.seats.change(changed))
			.then(Mono.defer(() -> this.personal.put(data)))
			.then(this.outbox.appendAll(events))
			.thenReturn(outcomes);
	}

	private static NewEvent event(Kind kind, Seat seat) {
		Deputy.Entry entry = seat.entry();
		Congress congress = seat.congress();
		Map<String, Object> data = new LinkedHashMap<>(Map.of("id", seat.id(), "name", entry.name(), "sex", entry.sex(),
				"congress", congress.code(), "level", congress.level(), "area", congress.area(), "term",
				congress.term(), "electingUnit", seat.unit().code(), "electedOn", entry.electedOn()));
		if (kind == Kind.ADDED) {
			data.put("state", entry.startsAs());
		}
		return new NewEvent((kind == Kind.ADDED) ? "deputy.elected" : "deputy.corrected", "deputy/" + seat.id(), data);
	}

	/**
	 * What becomes of an entry.
	 */
	enum Kind {

		ADDED, CHANGED, UNCHANGED, REFUSED

	}

	/**
	 * What became of an entry.
	 *
	 * @param seat the seat, unless it was refused
	 * @param refusal why it was refused
	 */
	record Outcome(Kind kind, @Nullable Seat seat, @Nullable Refusal refusal) {
	}

	/**
	 * Decides on entries one after the other, each knowing those before it.
	 */
	private final class Batch {

		private final Map<String, Congress> congresses;

		private final Map<String, ElectingUnit> units;

		private final Map<String, List<Known>> seats = new HashMap<>();

		private final Caller caller;

		Batch(Map<String, Congress> congresses, Map<String, ElectingUnit> units, List<Known> known, Caller caller) {
			this.congresses = congresses;
			this.units = units;
			this.caller = caller;
			known.forEach(this::remember);
		}

		List<Outcome> all(List<Deputy.Entry> entries) {
			return entries.stream().map(this::one).toList();
		}

		private Outcome one(Deputy.Entry entry) {
			try {
				return decide(entry);
			}
			catch (Refusal refusal) {
				return new Outcome(Kind.REFUSED, null, refusal);
			}
		}

		private Outcome decide(Deputy.Entry entry) {
			Congress congress = this.congresses.get(entry.congress());
			if (congress == null) {
				throw Refusal.invalid("/congress",
						Text.of("没有代码为 %s 的一届人大。", "There is no congress %s.", entry.congress()));
			}
			ElectingUnit unit = this.units.get(entry.electingUnit());
			if (unit == null || !unit.congressArea().equals(congress.area())) {
				throw Refusal.invalid("/electingUnit",
						Text.of("%s 不是选举该人大代表的选举单位（选区）。", "%s does not elect to this congress.", entry.electingUnit()));
			}
			if (Actor.of(this.caller, congress.level(), congress.area(), "", "").isEmpty()) {
				throw Refusal.forbidden(
						Text.of("您不负责区划 %s 的代表名册。", "The roster of area %s is not yours to keep.", congress.area()));
			}
			if (!Decision.mayBeginAs(entry.startsAs()) || entry.startsOn().isBefore(entry.electedOn())) {
				throw Refusal.invalid("/state",
						Text.of("不能以此状态或日期登记。", "A seat is not entered in this state or on this day."));
			}
			List<Known> others = this.seats.getOrDefault(entry.person(), List.of());
			for (Known known : others) {
				if (known.congress().equals(congress.code())) {
					return known(known, new Seat(known.id(), congress, unit, entry));
				}
			}
			requireRelated(entry, congress, others);
			Seat seat = new Seat(Ids.next(), congress, unit, entry);
			remember(new Known(seat.id(), congress.code(), congress.area(), congress.term(), entry.person(),
					unit.code(), entry.name(), entry.sex(), seat.field(), seat.group(), entry.electedOn(),
					seat.account(), entry.startsAs(), digest(entry)));
			return new Outcome(Kind.ADDED, seat, null);
		}

		private Outcome known(Known known, Seat seat) {
			return new Outcome(known.says(seat, digest(seat.entry())) ? Kind.UNCHANGED : Kind.CHANGED, seat, null);
		}

		private void requireRelated(Deputy.Entry entry, Congress congress, List<Known> others) {
			for (Known other : others) {
				if (other.term() == congress.term() && other.state().isHeld() && entry.startsAs().isHeld()
						&& !isRelated(other.area(), congress.area())) {
					throw RuleBook.statutory(entry.electedOn())
						.refuse("DEP-05",
								Text.of("此人已是区划 %s 的代表，与区划 %s 无隶属关系。",
										"This person is a deputy of area %s, which is unrelated to area %s.",
										other.area(), congress.area()),
								Map.of("area", congress.area(), "otherArea", other.area(), "otherCongress",
										other.congress()));
				}
			}
		}

		private String digest(Deputy.Entry entry) {
			return Intake.this.personal.digest(entry.personal());
		}

		private void remember(Known known) {
			this.seats.computeIfAbsent(known.person(), (person) -> new ArrayList<>()).add(known);
		}

		private static boolean isRelated(String one, String other) {
			return one.startsWith(Area.prefix(other)) || other.startsWith(Area.prefix(one));
		}

	}

}
