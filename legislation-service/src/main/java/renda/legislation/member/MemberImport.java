package renda.legislation.member;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes rolls in bulk. A row is known by its body, term and number, or without a number
 * by its name and first day; what it leaves out stays as it was.
 */
@Component
class MemberImport implements ImportKind<Roll.Entry> {

	private final Roll roll;

	private final CityProfile city;

	MemberImport(Roll roll, CityProfile city) {
		this.roll = roll;
		this.city = city;
	}

	@Override
	public String name() {
		return "members";
	}

	@Override
	public Text description() {
		return Text.of("常委会组成人员与市人大代表名册，一行一人；account 为本人登录标识。",
				"The rolls of the standing committee and the congress, one person a row; account is the subject of the person's tokens.");
	}

	@Override
	public Class<Roll.Entry> row() {
		return Roll.Entry.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<Roll.Entry>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		return Flux.fromIterable(rows).concatMap(this::one).reduce(Applied.NOTHING, Applied::plus);
	}

	private Mono<Applied> one(Numbered<Roll.Entry> numbered) {
		Roll.Entry row = numbered.row();
		return Mono.fromRunnable(row::check).then(Mono.defer(() -> this.roll.known(row))).flatMap((known) -> {
			Member after = row.over(known);
			return after.equals(known) ? Mono.just(Applied.ONE_UNCHANGED)
					: this.roll.change(after, known.version(), "member.changed").thenReturn(Applied.ONE_UPDATED);
		})
			.switchIfEmpty(Mono.defer(() -> this.roll.enter(row).thenReturn(Applied.ONE_CREATED)))
			.onErrorResume(Refusal.class, (refusal) -> Mono.just(Applied.refused(numbered, refusal)));
	}

}
