package renda.deputy.congress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
 * Takes congresses in bulk. A known one is changed where the row says something new, such
 * as the day of the first session.
 */
@Component
class CongressImport implements ImportKind<Congress.Entry> {

	private final Congresses congresses;

	private final Areas areas;

	private final Outbox outbox;

	CongressImport(Congresses congresses, Areas areas, Outbox outbox) {
		this.congresses = congresses;
		this.areas = areas;
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "congresses";
	}

	@Override
	public Text description() {
		return Text.of("各级人民代表大会的届次，一行一届；区划须已登记。", "Congresses, one a row; the areas must be registered before.");
	}

	@Override
	public Class<Congress.Entry> row() {
		return Congress.Entry.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.DEPUTY_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Congress.Entry>> rows, Command command) {
		return this.areas.levels(rows.stream().map((row) -> row.row().area()).toList())
			.flatMap((levels) -> apply(rows, levels));
	}

	private Mono<Applied> apply(List<Numbered<Congress.Entry>> rows, Map<String, Area.Level> levels) {
		List<Congress.Entry> taken = new ArrayList<>();
		List<RowError> errors = new ArrayList<>();
		for (Numbered<Congress.Entry> row : rows) {
			Congress.Entry entry = row.row();
			if (entry.level().isOf(levels.get(entry.area()))) {
				taken.add(entry);
			}
			else {
				errors.add(new RowError(row.line(), "area",
						Text.of("没有代码为 %s 的 %s 级区划。", "There is no area %s of level %s.", entry.area(),
								entry.level().name().toLowerCase(Locale.ROOT))));
			}
		}
		if (taken.isEmpty()) {
			return Mono.just(new Applied(0, 0, 0, errors));
		}
		return this.congresses.put(taken).flatMap((changed) -> {
			int created = (int) changed.stream().filter((congress) -> congress.version() == 1).count();
			List<NewEvent> events = changed.stream()
				.map((congress) -> new NewEvent((congress.version() == 1) ? "congress.registered" : "congress.changed",
						"congress/" + congress.code(), congress))
				.toList();
			return this.outbox.appendAll(events)
				.thenReturn(new Applied(created, changed.size() - created, taken.size() - changed.size(), errors));
		});
	}

}
