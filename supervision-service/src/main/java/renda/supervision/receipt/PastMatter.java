package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.workflow.Workflow;
import renda.supervision.petition.Destination;
import renda.supervision.petition.Petition;
import renda.supervision.petition.PetitionAction;
import renda.supervision.petition.PetitionParty;
import renda.supervision.petition.PetitionState;
import renda.supervision.petition.PetitionTerms.Ground;
import renda.supervision.petition.PetitionTerms.Reason;
import renda.supervision.petition.PetitionTerms.Verdict;
import renda.supervision.petition.PetitionTerms.Way;
import renda.supervision.petition.PetitionTerms;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A matter from elsewhere, led through the steps its row tells, each by the law of its
 * day. What came late is marked late; what the order of the steps does not allow is
 * refused, so that no row makes up a life that none could have.
 */
final class PastMatter {

	private final ReceiptRow row;

	private final Organs organs;

	private final PastCase<Petition, PetitionState, PetitionParty> past;

	PastMatter(Workflow<Petition, PetitionState, PetitionParty> workflow, ReceiptRow row, Organs organs,
			Caller importer) {
		this.row = row;
		this.organs = organs;
		this.past = PastCase.of(workflow,
				Petition.registered(Ids.next(), row.petition(), row.registration(), "", row.isSample()), importer);
	}

	/**
	 * The matter with its steps and clocks.
	 * @throws renda.platform.web.Refusal where a step could not have been taken
	 */
	Lived<Petition> lived() {
		this.past.take("register", this.row.receivedOn(), this.row.registration());
		tell();
		this.past.takeTold();
		return this.past.lived();
	}

	/**
	 * Tells of the steps in the order in which they follow each other on one day.
	 */
	private void tell() {
		on((this.row.category() != null) ? Objects.requireNonNullElse(this.row.classifiedOn(), this.row.receivedOn())
				: null, "classify",
				() -> new PetitionAction.Classification(Objects.requireNonNull(this.row.category()),
						Objects.requireNonNullElse(this.row.competence(), PetitionTerms.Competence.OTHER),
						this.row.route(), List.of(), null, null));
		on(this.row.notifiedOn(), "notify", () -> new PetitionAction.Notice(Way.LETTER, UNKNOWN));
		on(this.row.supervisedOn(), "supervise", () -> new PetitionAction.Supervising(or(this.row.leader(), UNKNOWN),
				Objects.requireNonNullElse(this.row.supervisionReason(), Reason.LATE)));
		on(this.row.divertedOn(), "divert", () -> new PetitionAction.Diversion(or(this.row.where(), UNKNOWN), UNKNOWN));
		on(this.row.passedOn(), Boolean.TRUE.equals(this.row.assigned()) ? "assign" : "transfer",
				() -> new PetitionAction.Passing(this.organs.handler(), null));
		boolean passed = this.row.passedOn() != null;
		on(this.row.declinedOn(), passed ? "not-accept" : "decline",
				() -> new PetitionAction.NonAcceptance(
						Objects.requireNonNullElse(this.row.ground(), Ground.ACCEPTED_BELOW), UNKNOWN,
						this.row.where()));
		on(this.row.acceptedOn(), "accept", () -> new PetitionAction.Acceptance(UNKNOWN));
		on(this.row.extendedOn(), "extend",
				() -> new PetitionAction.Extension(UNKNOWN, UNKNOWN, this.row.extendedOn()));
		on(this.row.answeredOn(), "answer",
				() -> new PetitionAction.Opinion(this.row.outcome(), or(this.row.findings(), UNKNOWN),
						or(this.row.opinion(), UNKNOWN), or(this.row.basis(), UNKNOWN),
						or(this.row.signedBy(), UNKNOWN), null));
		on(this.row.reportedOn(), "report-back",
				() -> new PetitionAction.ResultReport(or(this.row.opinion(), UNKNOWN)));
		on(this.row.reexaminationAskedOn(), "ask-reexamination",
				() -> new PetitionAction.Appeal(UNKNOWN, this.organs.reexaminer()));
		on(this.row.reexaminedOn(), "reexamine", this::finding);
		on(this.row.reviewAskedOn(), "ask-review", () -> new PetitionAction.Appeal(UNKNOWN, this.organs.reviewer()));
		on(this.row.reviewedOn(), "review", this::finding);
		on(this.row.supervisionEndedOn(), "supervise-result",
				() -> new PetitionAction.SupervisionResult(or(this.row.supervisionResult(), UNKNOWN)));
		on(this.row.finalOn(), "finalise", () -> new PetitionAction.Finalisation(null));
		on(this.row.closedOn(), "close", () -> new PetitionAction.Closing(null, true));
		on((this.row.rating() != null) ? this.past.lastTold() : null, "rate",
				() -> new PetitionAction.Rating(Objects.requireNonNull(this.row.rating()), null));
	}

	private PetitionAction finding() {
		return new PetitionAction.Finding(Objects.requireNonNullElse(this.row.verdict(), Verdict.UPHELD), UNKNOWN,
				or(this.row.basis(), UNKNOWN), UNKNOWN);
	}

	private void on(@Nullable LocalDate day, String step, Supplier<PetitionAction> said) {
		this.past.tell(step, day, () -> (Record) said.get());
	}

	private static String or(@Nullable String text, String otherwise) {
		return Objects.requireNonNullElse(text, otherwise);
	}

	/**
	 * The organs a row names, and those above; missing where it names none.
	 */
	record Organs(@Nullable Destination first, @Nullable Destination reexaminer, @Nullable Destination reviewer) {

		/** A row that was passed on names its organ; the import has seen to it. */
		Destination handler() {
			return Objects.requireNonNull(this.first);
		}

	}

}
