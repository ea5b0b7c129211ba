package renda.legislation.actingchair;

import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Acting for the chair on the agenda of the committee, and what its ballot makes of it.
 */
@Component
class ActingChairTabled implements Tabled {

	private final ActingChairKind kind;

	private final Proceedings proceedings;

	ActingChairTabled(ActingChairKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return ActingChair.KIND;
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((one) -> new Subject(kind(), one.id(), one.code(), "推选代理主任：" + one.name(),
					ActingChairKind.PATH + '/' + one.id(),
					(one.state() == ActingChair.State.PROPOSED) ? Set.of(Purpose.ELECT) : Set.of()));
	}

	@Override
	public Deciding deciding(Purpose purpose) {
		return Deciding.SECRET;
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return this.kind.table()
			.locked(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这件代理主任事项。", "There is no such case."))))
			.flatMap((one) -> this.proceedings.take(this.kind, one, outcome.passed() ? "elect" : "reject",
					new ActingChairAction.ActingDecided(outcome), announcer))
			.then();
	}

}
