package renda.deputy.congress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import renda.deputy.area.Area;
import renda.deputy.area.Areas;
import renda.platform.command.Command;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes electing units in bulk; a known one is changed where its name or area is new.
 */
@Component
class ElectingUnitImport implements ImportKind<ElectingUnit.Entry> {

	private final ElectingUnits units;

	private final Areas areas;

	private final Outbox outbox;

	ElectingUnitImport(ElectingUnits units, Areas areas, Outbox outbox) {
		this.units = units;
		this.areas = areas;
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "electing-units";
	}

	@Override
	public Text description() {
		return Text.of("选举单位与选区，一行一个；区划须已登记。",
				"Electing units and districts, one a row; the areas must be registered before.");
	}

	@Override
	public Class<ElectingUnit.Entry> row() {
		return ElectingUnit.Entry.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.DEPUTY_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<ElectingUnit.Entry>> rows, Command command) {
		return this.areas
			.levels(rows.stream()
				.flatMap((row) -> Stream.concat(Stream.of(row.row().congressArea()),
						Stream.ofNullable(row.row().area())))
				.toList())
			.flatMap((levels) -> apply(rows, levels));
	}

	private Mono<Applied> apply(List<Numbered<ElectingUnit.Entry>> rows, Map<String, Area.Level> levels) {
		List<ElectingUnit.Entry> taken = new ArrayList<>();
		List<RowError> errors = new ArrayList<>();
		for (Numbered<ElectingUnit.Entry> row : rows) {
			fault(row, levels).ifPresentOrElse(errors::add, () -> taken.add(row.row()));
		}
		if (taken.isEmpty()) {
			return Mono.just(new Applied(0, 0, 0, errors));
		}
		return this.units.put(taken).flatMap((changed) -> {
			int created = (int) changed.stream().filter((unit) -> unit.version() == 1).count();
			List<NewEvent> events = changed.stream()
				.map((unit) -> new NewEvent(
						(unit.version() == 1) ? "electing-unit.registered" : "electing-unit.changed",
						"electing-unit/" + unit.code(), unit))
				.toList();
			return this.outbox.appendAll(events)
				.thenReturn(new Applied(created, changed.size() - created, taken.size() - changed.size(), errors));
		});
	}

	private static Optional<RowError> fault(Numbered<ElectingUnit.Entry> row, Map<String, Area.Level> levels) {
		ElectingUnit.Entry entry = row.row();
		Optional<Congress.Level> level = Stream.of(Congress.Level.values())
			.filter((candidate) -> candidate.isOf(levels.get(entry.congressArea())))
			.findFirst();
		if (level.isEmpty()) {
			return Optional.of(new RowError(row.line(), "congressArea", Text.of("没有代码为 %s 且设人民代表大会的区划。",
					"There is no area %s that has a congress.", entry.congressArea())));
		}
		if (!entry.kind().elects(level.get())) {
			return Optional
				.of(new RowError(row.line(), "kind", Text.of("DEP-03（地方组织法 第八条）：市代表由下一级人大或驻军选举，县、乡代表由选区选民直接选举。",
						"DEP-03: a city's deputies are elected by lower congresses or the army, others by voters.")));
		}
		if (entry.area() == null ? entry.kind() != ElectingUnit.Kind.ARMY : !levels.containsKey(entry.area())) {
			return Optional.of(new RowError(row.line(), "area", Text.of("须给出已登记的区划。", "Give a registered area.")));
		}
		return Optional.empty();
	}

}
