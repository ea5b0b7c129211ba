package renda.legislation.resolution;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.resolution.Resolution.State;
import renda.legislation.resolution.ResolutionAction.ResolutionVote;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Resolutions at meetings: put on agendas, deliberated, voted upon. While one is being
 * carried out, the vote is about the extension that was asked for.
 */
@Component
class ResolutionTabled implements Tabled {

	private final ResolutionKind kind;

	private final Proceedings proceedings;

	ResolutionTabled(ResolutionKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return Resolution.KIND;
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((resolution) -> new Subject(Resolution.KIND, id, resolution.code(), resolution.motion().title(),
					ResolutionKind.PATH + '/' + id, purposes(resolution)));
	}

	private static Set<Purpose> purposes(Resolution resolution) {
		return switch (resolution.state()) {
			case LISTED, DELIBERATED -> EnumSet.of(Purpose.HEAR_REPORT, Purpose.DELIBERATE, Purpose.VOTE);
			case EXECUTING -> ResolutionConditions.asking(resolution).isEmpty() ? EnumSet.noneOf(Purpose.class)
					: EnumSet.of(Purpose.DELIBERATE, Purpose.VOTE);
			default -> EnumSet.noneOf(Purpose.class);
		};
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return this.kind.table()
			.locked(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这件决议决定。", "There is no such resolution."))))
			.flatMap((resolution) -> this.proceedings.take(this.kind, resolution, step(resolution, outcome),
					new ResolutionVote(Voted.of(outcome)), announcer))
			.then();
	}

	private static String step(Resolution resolution, Decided outcome) {
		if (resolution.state() == State.EXECUTING) {
			return outcome.passed() ? "grant-extension" : "refuse-extension";
		}
		return outcome.passed() ? "adopt" : "reject";
	}

}
