package renda.legislation.interpretation;

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
 * Interpretations on the agenda of meetings, and what ballots make of them.
 */
@Component
class InterpretationTabled implements Tabled {

	private final InterpretationKind kind;

	private final Proceedings proceedings;

	InterpretationTabled(InterpretationKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return "interpretation";
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((one) -> new Subject(kind(), one.id(), one.code(), one.title(),
					InterpretationKind.PATH + '/' + one.id(), (one.state() == Interpretation.State.LISTED)
							? Set.of(Purpose.DELIBERATE, Purpose.VOTE) : Set.of()));
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return this.kind.table()
			.locked(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这件解释。", "There is no such interpretation."))))
			.flatMap((one) -> this.proceedings.take(this.kind, one, outcome.passed() ? "adopt" : "reject",
					new InterpretationAction.InterpretationDecided(outcome), announcer))
			.then();
	}

}
