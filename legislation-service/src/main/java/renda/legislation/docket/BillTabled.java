package renda.legislation.docket;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.bill.Bill;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Bills on the agenda of meetings, and what ballots make of them.
 */
@Component
class BillTabled implements Tabled {

	private final BillKind kind;

	private final Proceedings proceedings;

	BillTabled(BillKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	@Override
	public String kind() {
		return "bill";
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((bill) -> new Subject(kind(), bill.id(), bill.code(), bill.proposal().title(),
					BillKind.PATH + '/' + bill.id(), purposes(bill)));
	}

	/**
	 * What a meeting may be asked to do with it. An agenda is made before the meeting, so
	 * a vote at the same meeting as the last reading can be put on it.
	 */
	static Set<Purpose> purposes(Bill bill) {
		Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
		boolean once = bill.course().type() == ReadingType.ONE;
		switch (bill.state()) {
			case LISTED -> {
				if (bill.course().readings().isEmpty()) {
					purposes.add(Purpose.FIRST_READING);
				}
				if (once) {
					purposes.add(Purpose.VOTE);
				}
			}
			case READING_1 -> {
				if (once) {
					purposes.add(Purpose.VOTE);
				}
			}
			case UNIFIED_REVIEW -> {
				purposes.add((bill.course().held() <= 1) ? Purpose.SECOND_READING : Purpose.THIRD_READING);
				purposes.addAll(Set.of(Purpose.CLAUSE_VOTE, Purpose.VOTE));
			}
			case READING_2, READING_3, VOTE_DRAFT, CLAUSE_VOTE ->
				purposes.addAll(Set.of(Purpose.CLAUSE_VOTE, Purpose.VOTE));
			case TO_PC -> purposes.addAll(Set.of(Purpose.DELIBERATE, Purpose.VOTE));
			case PC_REVIEW -> purposes.add(Purpose.VOTE);
			default -> {
			}
		}
		return purposes;
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		String step = (outcome.purpose() == Purpose.CLAUSE_VOTE) ? "clause-decided"
				: outcome.passed() ? "adopt" : "reject";
		return this.kind.table()
			.locked(id)
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Text.of("没有这件法规案。", "There is no such bill."))))
			.flatMap((bill) -> this.proceedings.take(this.kind, bill, step, new BillAction.BillDecided(outcome),
					announcer))
			.then();
	}

}
