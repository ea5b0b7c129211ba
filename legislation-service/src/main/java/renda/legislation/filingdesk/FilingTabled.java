package renda.legislation.filingdesk;

import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.filing.Filing;
import renda.legislation.filing.FilingAction;
import renda.legislation.filing.FilingKind;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;

import org.springframework.stereotype.Component;

/**
 * Motions to annul a document, as sessions of the standing committee deal with them.
 */
@Component
class FilingTabled implements Tabled {

	private final FilingKind kind;

	private final Proceedings proceedings;

	FilingTabled(FilingKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return this.kind.workflow().name();
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((filing) -> new Subject(kind(), id, filing.code(), "关于撤销《" + filing.document().title() + "》的议案",
					FilingKind.PATH + '/' + id,
					(filing.state() == Filing.State.ANNUL_MOTION) ? Set.of(Purpose.ANNUL) : Set.of()));
	}

	/**
	 * Takes the step that follows from the vote; what was not moved to be annulled is not
	 * annulled, whatever was voted.
	 */
	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return this.kind.table()
			.locked(id)
			.flatMap((filing) -> this.proceedings.take(this.kind, filing, outcome.passed() ? "annul" : "not-annul",
					new FilingAction.FilingVoted(outcome.ballot(), outcome.meeting(), outcome.meetingName(),
							outcome.passed(), outcome.outcome().members(), outcome.outcome().tally().votesFor(),
							outcome.outcome().explanation().zh()),
					announcer))
			.then();
	}

}
