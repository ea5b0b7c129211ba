package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.PromiseMade;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Unit;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A suggestion from elsewhere, led through the steps its row tells, each by the law of
 * its day. What came late is marked late; what the law does not allow is refused, so that
 * no row makes up a life that none could have.
 */
final class PastSuggestion {

	private final SuggestionRow row;

	private final List<Seated> seats;

	private final List<Unit> units;

	private final PastCase<Suggestion, State, Party> past;

	/**
	 * A life.
	 * @param seats the deputies, the leading one first
	 * @param units the units with their names
	 * @param importer who imports
	 */
	PastSuggestion(SuggestionRow row, List<Seated> seats, List<Unit> units, Caller importer) {
		this.row = row;
		this.seats = seats;
		this.units = units;
		this.past = PastCase.of(SuggestionWorkflow.DECLARED,
				Suggestion.draft(Ids.next(), row.code(), row.submittedOn(), proposal())
					.sample(Boolean.TRUE.equals(row.sample())),
				importer);
	}

	/**
	 * The suggestion with its steps and clocks.
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Suggestion> lived() {
		introduced();
		handled();
		answered(1, this.row.answeredOn(), this.row.kind());
		rated(this.row.ratedOn(), this.row.attitude(), this.row.result());
		answered(2, this.row.reansweredOn(), this.row.finalKind());
		rated(this.row.reratedOn(), this.row.finalAttitude(), this.row.finalResult());
		overseen();
		this.past.takeTold();
		return this.past.lived();
	}

	private Proposal proposal() {
		return new Proposal(this.row.title(), this.row.content(), this.row.field(), this.row.term(), this.row.session(),
				null, true, this.seats.getFirst().signer(), List.of(), "",
				Boolean.TRUE.equals(this.row.confidential()));
	}

	private void introduced() {
		LocalDate on = this.row.submittedOn();
		List<Seated> lead = List.of(this.seats.getFirst());
		List<Seated> signers = this.seats.subList(1, this.seats.size());
		tell("draft", on, () -> new SuggestionAction.Draft(this.row.title(), this.row.content(), this.row.field(),
				this.row.session(), true, null, null, this.row.confidential(), lead));
		if (!signers.isEmpty()) {
			tell("invite", on,
					() -> new SuggestionAction.Invitation(signers.stream().map(Seated::seat).toList(), signers));
			signers.stream()
				.map(Seated::account)
				.distinct()
				.forEach((account) -> this.past.tell("confirm", on, () -> new SuggestionAction.Signature(signers),
						new Caller(account, "", Set.of(), Set.of(), "")));
		}
		tell("submit", on, () -> new SuggestionAction.Signature(lead));
		tell("assign", this.row.assignedOn(), () -> new SuggestionAction.Assignment(this.units));
	}

	private void handled() {
		for (Unit unit : this.units) {
			boolean helps = unit.role() == Handling.Role.CO;
			tell(unit, "name-officer", this.row.contactedOn(), () -> new SuggestionAction.Officer(UNKNOWN));
			if (!helps) {
				tell(unit, "contact", this.row.contactedOn(),
						() -> new SuggestionAction.Contacting(Given.required(this.row.contactedOn(), "contactedOn"),
								Given.required(this.row.contactHow(), "contactHow"), UNKNOWN));
				tell(unit, "extend", this.row.extendedOn(),
						() -> new SuggestionAction.Extending(UNKNOWN, this.row.extendedOn()));
			}
		}
	}

	private void answered(int round, @Nullable LocalDate on, Handling.@Nullable Kind kind) {
		for (Unit unit : this.units) {
			if (unit.role() == Handling.Role.CO) {
				continue;
			}
			if (round == 2) {
				tell(unit, "contact", on, () -> new SuggestionAction.Contacting(Given.required(on, "reansweredOn"),
						Given.required(this.row.contactHow(), "contactHow"), UNKNOWN));
			}
			tell(unit, (round == 1) ? "answer" : "re-answer", on,
					() -> answer(Given.required(kind, (round == 1) ? "kind" : "finalKind"), round));
		}
	}

	/**
	 * What the row promises was promised with the last answer of class B.
	 */
	private SuggestionAction.Answering answer(Handling.Kind kind, int round) {
		boolean last = round == 2 || this.row.reansweredOn() == null;
		PromiseMade promise = null;
		if (kind.grade() == Handling.Grade.B) {
			LocalDate by = Given.required(this.row.promiseBy(), "promiseBy");
			promise = new PromiseMade(Objects.requireNonNullElse(this.row.promise(), UNKNOWN), by);
		}
		return new SuggestionAction.Answering(kind.grade(), kind,
				last ? Objects.requireNonNullElse(this.row.answer(), UNKNOWN) : UNKNOWN, this.row.answerSignedBy(),
				this.seats.stream().skip(1).map(Seated::seat).toList(), UNKNOWN, promise);
	}

	private void rated(@Nullable LocalDate on, @Nullable Satisfaction attitude, @Nullable Satisfaction result) {
		tell("rate", on,
				() -> new SuggestionAction.Feedback(
						Objects.requireNonNullElseGet(attitude, () -> Given.required(result, "result")),
						Given.required(result, "result"), Objects.requireNonNullElse(this.row.reason(), UNKNOWN)));
	}

	private void overseen() {
		this.units.stream()
			.filter((unit) -> unit.role() != Handling.Role.CO)
			.forEach((unit) -> tell(unit, "fulfil", this.row.promiseKeptOn(),
					() -> new SuggestionAction.Keeping(UNKNOWN)));
		tell("prioritise", this.row.prioritisedOn(), () -> new SuggestionAction.Prioritising(UNKNOWN,
				this.row.priorityLeader(), this.row.priorityCommittee()));
		tell("supervise-on-site", this.row.onsiteOn(),
				() -> new SuggestionAction.Supervising(Objects.requireNonNullElse(this.row.onsiteLeader(), UNKNOWN),
						Objects.requireNonNullElse(this.row.onsitePlace(), UNKNOWN),
						Objects.requireNonNullElse(this.row.onsiteResult(), UNKNOWN)));
		tell("publish", this.row.publishedOn(), SuggestionAction.Plain::new);
		tell("close", this.row.closedOn(), SuggestionAction.Plain::new);
	}

	private void tell(String step, @Nullable LocalDate on, Supplier<SuggestionAction> said) {
		this.past.tell(step, on, () -> (Record) said.get());
	}

	private void tell(Unit unit, String step, @Nullable LocalDate on, Supplier<SuggestionAction> said) {
		this.past.tell(step, on, () -> (Record) said.get(), this.past.organ(unit.organ()));
	}

}
