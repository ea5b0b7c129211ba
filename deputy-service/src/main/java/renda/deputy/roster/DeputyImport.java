package renda.deputy.roster;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.deputy.roster.Intake.Outcome;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes seats in bulk. A seat is known by its congress and person; the state of a known
 * one is left as it is, since only steps change it.
 */
@Component
class DeputyImport implements ImportKind<Deputy.Entry> {

	private final Intake intake;

	DeputyImport(Intake intake) {
		this.intake = intake;
	}

	@Override
	public String name() {
		return "deputies";
	}

	@Override
	public Text description() {
		return Text.of("代表名册，一行一席；届次与选举单位须已登记。县级人大常委会只能导入本县的。",
				"Seats of deputies, one a row; congresses and electing units must be registered before.");
	}

	@Override
	public Class<Deputy.Entry> row() {
		return Deputy.Entry.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Deputy.Entry>> rows, Command command) {
		return this.intake.enter(rows.stream().map(Numbered::row).toList(), command.caller()).map((outcomes) -> {
			Applied applied = Applied.NOTHING;
			for (int i = 0; i < outcomes.size(); i++) {
				applied = applied.plus(applied(rows.get(i), outcomes.get(i)));
			}
			return applied;
		});
	}

	private static Applied applied(Numbered<?> row, Outcome outcome) {
		return switch (outcome.kind()) {
			case ADDED -> Applied.ONE_CREATED;
			case CHANGED -> Applied.ONE_UPDATED;
			case UNCHANGED -> Applied.ONE_UNCHANGED;
			case REFUSED -> Applied.refused(row, Objects.requireNonNull(outcome.refusal()));
		};
	}

}
