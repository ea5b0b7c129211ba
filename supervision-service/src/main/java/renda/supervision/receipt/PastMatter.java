package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
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

/**
 * A matter from elsewhere, led through the steps its row tells, each by the law of its
 * day. What came late is marked late; what the order of the steps does not allow is
 * refused, so that no row makes up a life that none could have.
 */
final class PastMatter {

	private static final String UNKNOWN = "历史资料，未载明";

	private static final String LATE = "历史资料，未载明逾期原因";

	private final Workflow<Petition, PetitionState, PetitionParty> workflow;

	private final ReceiptRow row;

	private final Organs organs;

	private final Caller caller;

	PastMatter(Workflow<Petition, PetitionState, PetitionParty> workflow, ReceiptRow row, Organs organs,
			Caller caller) {
		this.workflow = workflow;
		this.row = row;
		this.organs = organs;
		this.caller = caller;
	}

	/**
	 * The matter with its steps and clocks.
	 * @throws renda.platform.web.Refusal where a step could not have been taken
	 */
	Lived<Petition> lived() {
		PetitionAction.Registration said = this.row.registration();
		Petition petition = Petition.registered(Ids.next(), this.row.petition(), said, "", this.row.isSample());
		List<Lived.Past> steps = new ArrayList<>();
		Map<UUID, Deadline> clocks = new LinkedHashMap<>();
		petition = take(petition, new Taken("register", said.receivedOn(), said), steps, clocks);
		for (Taken taken : taken()) {
			petition = take(petition, taken, steps, clocks);
		}
		return new Lived<>(petition, steps, List.copyOf(clocks.values()));
	}

	private Petition take(Petition before, Taken taken, List<Lived.Past> steps, Map<UUID, Deadline> clocks) {
		Moment<PetitionParty> moment = new Moment<>(this.caller, EnumSet.allOf(PetitionParty.class), taken.on(),
				RuleBook.statutory(taken.on()));
		Decision<Petition, PetitionState, PetitionParty> decision = this.workflow.decide(before,
				List.copyOf(clocks.values()), taken.step(), (Record) taken.said(), moment, LATE,
				WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> clocks.put(clock.id(), clock));
		steps.add(new Lived.Past(taken.step(), steps.isEmpty() ? "" : before.state().name(),
				decision.after().state().name(), taken.on(), this.caller.name(),
				decision.late().stream().map(Deadline::name).distinct().toList()));
		return decision.after();
	}

	/**
	 * The steps by day; those of one day in the order in which they follow each other.
	 */
	private List<Taken> taken() {
		Steps steps = new Steps();
		steps.on((this.row.category() != null) ? first(this.row.classifiedOn(), this.row.receivedOn()) : null,
				"classify",
				() -> new PetitionAction.Classification(Objects.requireNonNull(this.row.category()),
						Objects.requireNonNullElse(this.row.competence(),
								renda.supervision.petition.PetitionTerms.Competence.OTHER),
						this.row.route(), List.of(), null, null));
		steps.on(this.row.notifiedOn(), "notify", () -> new PetitionAction.Notice(Way.LETTER, UNKNOWN));
		steps.on(this.row.supervisedOn(), "supervise",
				() -> new PetitionAction.Supervising(or(this.row.leader(), UNKNOWN),
						Objects.requireNonNullElse(this.row.supervisionReason(), Reason.LATE)));
		steps.on(this.row.divertedOn(), "divert",
				() -> new PetitionAction.Diversion(or(this.row.where(), UNKNOWN), UNKNOWN));
		steps.on(this.row.passedOn(), Boolean.TRUE.equals(this.row.assigned()) ? "assign" : "transfer",
				() -> new PetitionAction.Passing(this.organs.handler(), null));
		boolean passed = this.row.passedOn() != null;
		steps.on(this.row.declinedOn(), passed ? "not-accept" : "decline",
				() -> new PetitionAction.NonAcceptance(
						Objects.requireNonNullElse(this.row.ground(), Ground.ACCEPTED_BELOW), UNKNOWN,
						this.row.where()));
		steps.on(this.row.acceptedOn(), "accept", () -> new PetitionAction.Acceptance(UNKNOWN));
		steps.on(this.row.extendedOn(), "extend",
				() -> new PetitionAction.Extension(UNKNOWN, UNKNOWN, this.row.extendedOn()));
		steps.on(this.row.answeredOn(), "answer",
				() -> new PetitionAction.Opinion(this.row.outcome(), or(this.row.findings(), UNKNOWN),
						or(this.row.opinion(), UNKNOWN), or(this.row.basis(), UNKNOWN),
						or(this.row.signedBy(), UNKNOWN), null));
		steps.on(this.row.reportedOn(), "report-back",
				() -> new PetitionAction.ResultReport(or(this.row.opinion(), UNKNOWN)));
		steps.on(this.row.reexaminationAskedOn(), "ask-reexamination",
				() -> new PetitionAction.Appeal(UNKNOWN, this.organs.reexaminer()));
		steps.on(this.row.reexaminedOn(), "reexamine", this::finding);
		steps.on(this.row.reviewAskedOn(), "ask-review",
				() -> new PetitionAction.Appeal(UNKNOWN, this.organs.reviewer()));
		steps.on(this.row.reviewedOn(), "review", this::finding);
		steps.on(this.row.supervisionEndedOn(), "supervise-result",
				() -> new PetitionAction.SupervisionResult(or(this.row.supervisionResult(), UNKNOWN)));
		steps.on(this.row.finalOn(), "finalise", () -> new PetitionAction.Finalisation(null));
		steps.on(this.row.closedOn(), "close", () -> new PetitionAction.Closing(null, true));
		steps.on((this.row.rating() != null) ? steps.last() : null, "rate",
				() -> new PetitionAction.Rating(Objects.requireNonNull(this.row.rating()), null));
		return steps.ordered();
	}

	private PetitionAction finding() {
		return new PetitionAction.Finding(Objects.requireNonNullElse(this.row.verdict(), Verdict.UPHELD), UNKNOWN,
				or(this.row.basis(), UNKNOWN), UNKNOWN);
	}

	private static LocalDate first(@Nullable LocalDate day, LocalDate otherwise) {
		return Objects.requireNonNullElse(day, otherwise);
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

	private record Taken(String step, LocalDate on, PetitionAction said) {
	}

	/**
	 * Gathers steps.
	 */
	private static final class Steps {

		private final List<Taken> all = new ArrayList<>();

		void on(@Nullable LocalDate day, String step, java.util.function.Supplier<PetitionAction> said) {
			if (day != null) {
				this.all.add(new Taken(step, day, said.get()));
			}
		}

		@Nullable LocalDate last() {
			return this.all.stream().map(Taken::on).max(Comparator.naturalOrder()).orElse(null);
		}

		List<Taken> ordered() {
			return this.all.stream().sorted(Comparator.comparing(Taken::on)).toList();
		}

	}

}
