package renda.deputy.suggestion;

import java.util.HashMap;
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
import renda.platform.cases.PastCases;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
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

	private final PastCases past;

	private final Roster roster;

	private final HandlingUnits units;

	private final CityProfile city;

	SuggestionImport(SuggestionKind kind, PastCases past, Roster roster, HandlingUnits units, CityProfile city) {
		this.kind = kind;
		this.past = past;
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
			.zip(this.roster.ofPersons(all.stream().flatMap((row) -> row.persons().stream()).distinct().toList()),
					this.units.byCodes(all.stream().flatMap((row) -> row.parts().stream()).map(Unit::organ).toList()))
			.flatMap((known) -> {
				Map<String, Roster.Seat> seats = seats(known.getT1());
				return this.past.record(this.kind, rows, SuggestionRow::code,
						(row) -> new PastSuggestion(row,
								row.persons().stream().map((key) -> seat(row, key, seats)).toList(),
								row.parts().stream().map((unit) -> named(unit, known.getT2())).toList(),
								command.caller())
							.lived());
			})
			.map(PastCases.Recorded::applied);
	}

	/**
	 * The seats in the city's congress, by term and person.
	 */
	private Map<String, Roster.Seat> seats(List<Roster.Seat> all) {
		Map<String, Roster.Seat> seats = new HashMap<>();
		all.stream()
			.filter((seat) -> seat.level() == Congress.Level.CITY && seat.area().equals(this.city.code()))
			.forEach((seat) -> seats.put(seat.term() + "/" + seat.person(), seat));
		return seats;
	}

	/**
	 * A deputy of the row's term who held the seat on its day, whatever became of the
	 * seat since.
	 */
	private static Seated seat(SuggestionRow row, String person, Map<String, Roster.Seat> seats) {
		Roster.Seat seat = seats.get(row.term() + "/" + person);
		if (seat == null) {
			throw Refusal.invalid("lead", Text.of("%s 不是第 %s 届市人大代表。",
					"%s is no deputy of term %s of the city's congress.", person, row.term()));
		}
		return new Seated(seat.id(), seat.name(), seat.account(), "HELD", seat.isOfTermOn(row.submittedOn()));
	}

	private static Unit named(Unit unit, Map<String, HandlingUnit> known) {
		HandlingUnit found = known.get(unit.organ());
		if (found == null) {
			throw Refusal.invalid("units",
					Text.of("没有这样的承办单位：%s（机关名录副本可能尚未取得）。",
							"There is no such handling unit: %s; supervision's organs may not be known here yet.",
							unit.organ()));
		}
		return new Unit(unit.organ(), unit.role(), found.name());
	}

}
