package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Roster;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Unit;
import renda.deputy.unit.HandlingUnit;
import renda.deputy.unit.HandlingUnits;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes suggestions in bulk, each with its whole life. A suggestion is known by its code;
 * a known one is left as it is.
 */
@Component
class SuggestionImport implements ImportKind<SuggestionRow> {

	private final SuggestionKind kind;

	private final Proceedings proceedings;

	private final Roster roster;

	private final HandlingUnits units;

	private final CityProfile city;

	SuggestionImport(SuggestionKind kind, Proceedings proceedings, Roster roster, HandlingUnits units,
			CityProfile city) {
		this.kind = kind;
		this.proceedings = proceedings;
		this.roster = roster;
		this.units = units;
		this.city = city;
	}

	@Override
	public String name() {
		return "suggestions";
	}

	@Override
	public Text description() {
		return Text.of("代表建议，一行一件，写明各步骤的日期；代表须在名册中，承办单位须在机关名录中。",
				"Suggestions, one a row, with the days of their steps; deputies must be in the roster and units among the organs.");
	}

	@Override
	public Class<SuggestionRow> row() {
		return SuggestionRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.DEPUTY_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<SuggestionRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		List<SuggestionRow> all = rows.stream().map(Numbered::row).toList();
		return Mono
			.zip(this.kind.table().byCodes(all.stream().map(SuggestionRow::code).toList()),
					this.roster.ofPersons(all.stream().flatMap((row) -> row.persons().stream()).distinct().toList()),
					this.units.byCodes(all.stream().flatMap((row) -> row.parts().stream()).map(Unit::organ).toList()))
			.flatMap((known) -> {
				Batch batch = new Batch(command, known.getT1(), known.getT2(), known.getT3());
				rows.forEach(batch::take);
				return this.proceedings.record(this.kind, batch.lives).thenReturn(batch.applied);
			});
	}

	/**
	 * What a batch comes to.
	 */
	private final class Batch {

		private final Command command;

		private final Set<String> codes = new HashSet<>();

		private final Map<String, Roster.Seat> seats = new HashMap<>();

		private final Map<String, HandlingUnit> known;

		private final Map<LocalDate, RuleSet> laws = new HashMap<>();

		private final List<Lived<Suggestion>> lives = new ArrayList<>();

		private Applied applied = Applied.NOTHING;

		Batch(Command command, List<Suggestion> there, List<Roster.Seat> seats, Map<String, HandlingUnit> units) {
			this.command = command;
			there.forEach((suggestion) -> this.codes.add(suggestion.code()));
			seats.stream()
				.filter((seat) -> seat.level() == Congress.Level.CITY
						&& seat.area().equals(SuggestionImport.this.city.code()))
				.forEach((seat) -> this.seats.put(seat.term() + "/" + seat.person(), seat));
			this.known = units;
		}

		void take(Numbered<SuggestionRow> numbered) {
			SuggestionRow row = numbered.row();
			if (!this.codes.add(row.code())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				this.lives.add(new PastSuggestion(row, row.persons().stream().map((key) -> seat(row, key)).toList(),
						row.parts().stream().map(this::named).toList(), this.command.caller(), this.laws)
					.lived());
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.codes.remove(row.code());
				this.applied = this.applied.plus(Applied.refusedByColumn(numbered.line(), refusal));
			}
		}

		/**
		 * A deputy of the row's term who held the seat on its day, whatever became of the
		 * seat since.
		 */
		private Seated seat(SuggestionRow row, String person) {
			Roster.Seat seat = this.seats.get(row.term() + "/" + person);
			if (seat == null) {
				throw Refusal.invalid("lead", Text.of("%s 不是第 %s 届市人大代表。",
						"%s is no deputy of term %s of the city's congress.", person, row.term()));
			}
			return new Seated(seat.id(), seat.name(), seat.account(), "HELD", seat.isOfTermOn(row.submittedOn()));
		}

		private Unit named(Unit unit) {
			HandlingUnit found = this.known.get(unit.organ());
			if (found == null) {
				throw Refusal.invalid("units",
						Text.of("没有这样的承办单位：%s（机关名录副本可能尚未取得）。",
								"There is no such handling unit: %s; supervision's organs may not be known here yet.",
								unit.organ()));
			}
			return new Unit(unit.organ(), unit.role(), found.name());
		}

	}

}
