package renda.deputy.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.event.NewEvent;
import renda.platform.event.Outbox;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes areas in bulk, larger before smaller. An area that is known changes nothing
 * unless the row gives it another name, which then holds from the row's day.
 */
@Component
class AreaImport implements ImportKind<Area.Entry> {

	private final Areas areas;

	private final Outbox outbox;

	AreaImport(Areas areas, Outbox outbox) {
		this.areas = areas;
		this.outbox = outbox;
	}

	@Override
	public String name() {
		return "areas";
	}

	@Override
	public Text description() {
		return Text.of("行政区划，一行一个；上级须在下级之前。", "Areas, one a row; the area around must come before.");
	}

	@Override
	public Class<Area.Entry> row() {
		return Area.Entry.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.DEPUTY_OFFICE, Role.ADMINISTRATOR);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Area.Entry>> rows, Command command) {
		return this.areas
			.levels(rows.stream().flatMap((row) -> Stream.of(row.row().code(), row.row().parent())).toList())
			.flatMap((known) -> apply(rows, known));
	}

	private Mono<Applied> apply(List<Numbered<Area.Entry>> rows, Map<String, Area.Level> known) {
		Set<String> there = new HashSet<>(known.keySet());
		List<Area.Entry> taken = new ArrayList<>();
		List<RowError> errors = new ArrayList<>();
		for (Numbered<Area.Entry> row : rows) {
			Area.Entry entry = row.row();
			if (entry.level() != Area.Level.CITY && !there.contains(entry.parent())) {
				errors.add(new RowError(row.line(), "parent",
						Text.of("没有代码为 %s 的区划。", "There is no area with code %s.", entry.parent())));
				continue;
			}
			there.add(entry.code());
			taken.add(entry);
		}
		if (taken.isEmpty()) {
			return Mono.just(new Applied(0, 0, 0, errors));
		}
		return this.areas.add(taken)
			.flatMap((added) -> this.areas.name(taken).flatMap((named) -> finished(taken, added, named, errors)));
	}

	private Mono<Applied> finished(List<Area.Entry> taken, List<String> added, List<String> named,
			List<RowError> errors) {
		Set<String> fresh = new HashSet<>(added);
		Set<String> renamed = new HashSet<>(named);
		renamed.removeAll(fresh);
		List<NewEvent> events = taken.stream()
			.filter((entry) -> fresh.contains(entry.code()) || renamed.contains(entry.code()))
			.map((entry) -> new NewEvent(fresh.contains(entry.code()) ? "area.registered" : "area.renamed",
					"area/" + entry.code(), entry))
			.toList();
		Applied applied = new Applied(fresh.size(), renamed.size(), taken.size() - fresh.size() - renamed.size(),
				errors);
		return this.areas.touch(renamed).then(this.outbox.appendAll(events)).thenReturn(applied);
	}

}
