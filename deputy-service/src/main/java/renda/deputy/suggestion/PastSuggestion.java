package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.deputy.suggestion.SuggestionAction.PromiseMade;
import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.deputy.suggestion.SuggestionAction.Seated;
import renda.deputy.suggestion.SuggestionAction.Unit;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * A suggestion from elsewhere, led through the steps its row tells, each by the law of
 * its day. What came late is marked late; what the law does not allow is refused, so that
 * no row makes up a life that none could have.
 */
final class PastSuggestion {

	private static final String UNKNOWN = "历史资料，未载明";

	private static final String LATE = "历史资料，未载明逾期原因";

	private final SuggestionRow row;

	private final List<Seated> seats;

	private final List<Unit> units;

	private final Caller importer;

	private final Map<LocalDate, RuleSet> laws;

	private final List<Taken> all = new ArrayList<>();

	/**
	 * A life.
	 * @param seats the deputies, the leading one first
	 * @param units the units with their names
	 * @param importer who imports
	 * @param laws the rule sets of days, as far as they are known; added to
	 */
	PastSuggestion(SuggestionRow row, List<Seated> seats, List<Unit> units, Caller importer,
			Map<LocalDate, RuleSet> laws) {
		this.row = row;
		this.seats = seats;
		this.units = units;
		this.importer = importer;
		this.laws = laws;
	}

	/**
	 * The suggestion with its steps and clocks.
	 * @throws Refusal where a step could not have been taken
	 */
	Lived<Suggestion> lived() {
		Suggestion suggestion = Suggestion.draft(Ids.next(), this.row.code(), this.row.submittedOn(), proposal())
			.sample(Boolean.TRUE.equals(this.row.sample()));
		introduced();
		handled();
		answered(1, this.row.answeredOn(), this.row.kind());
		rated(this.row.ratedOn(), this.row.attitude(), this.row.result());
		answered(2, this.row.reansweredOn(), this.row.finalKind());
		rated(this.row.reratedOn(), this.row.finalAttitude(), this.row.finalResult());
		overseen();
		List<Lived.Past> steps = new ArrayList<>();
		Map<UUID, Deadline> clocks = new LinkedHashMap<>();
		this.all.sort(Comparator.comparing(Taken::on));
		for (Taken taken : this.all) {
			suggestion = take(suggestion, taken, steps, clocks);
		}
		return new Lived<>(suggestion, steps, List.copyOf(clocks.values()));
	}

	private Suggestion take(Suggestion before, Taken taken, List<Lived.Past> steps, Map<UUID, Deadline> clocks) {
		RuleSet law = this.laws.computeIfAbsent(taken.on(), RuleBook::statutory);
		Caller caller = new Caller(taken.account(), this.importer.name(), Set.of(), Set.of(), taken.organ());
		Decision<Suggestion, State, Party> decision = SuggestionWorkflow.DECLARED.decide(before,
				List.copyOf(clocks.values()), taken.step(), (Record) taken.said(),
				new Moment<>(caller, Set.of(taken.party()), taken.on(), law), LATE, WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> clocks.put(clock.id(), clock));
		steps.add(new Lived.Past(taken.step(), steps.isEmpty() ? "" : before.state().name(),
				decision.after().state().name(), taken.on(), this.importer.name(),
				decision.late().stream().map(Deadline::name).distinct().toList()));
		return decision.after();
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
		this.all.add(new Taken("draft", on, Party.LEAD, lead.getFirst().account(), "",
				new SuggestionAction.Draft(this.row.title(), this.row.content(), this.row.field(), this.row.session(),
						true, null, null, this.row.confidential(), lead)));
		if (!signers.isEmpty()) {
			by(Party.LEAD, on, "invite",
					() -> new SuggestionAction.Invitation(signers.stream().map(Seated::seat).toList(), signers));
			signers.stream()
				.map(Seated::account)
				.distinct()
				.forEach((account) -> this.all.add(new Taken("confirm", on, Party.CO_SIGNER, account, "",
						new SuggestionAction.Signature(signers))));
		}
		by(Party.LEAD, on, "submit", () -> new SuggestionAction.Signature(lead));
		by(Party.OFFICE, this.row.assignedOn(), "assign", () -> new SuggestionAction.Assignment(this.units));
	}

	private void handled() {
		for (Unit unit : this.units) {
			boolean helps = unit.role() == Handling.Role.CO;
			by(helps ? Party.CO_HANDLER : Party.HANDLER, unit, this.row.contactedOn(), "name-officer",
					() -> new SuggestionAction.Officer(UNKNOWN));
			if (!helps) {
				by(Party.HANDLER, unit, this.row.contactedOn(), "contact",
						() -> new SuggestionAction.Contacting(required(this.row.contactedOn(), "contactedOn"),
								required(this.row.contactHow(), "contactHow"), UNKNOWN));
				by(Party.HANDLER, unit, this.row.extendedOn(), "extend",
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
				by(Party.HANDLER, unit, on, "contact",
						() -> new SuggestionAction.Contacting(required(on, "reansweredOn"),
								required(this.row.contactHow(), "contactHow"), UNKNOWN));
			}
			by(Party.HANDLER, unit, on, (round == 1) ? "answer" : "re-answer",
					() -> answer(required(kind, (round == 1) ? "kind" : "finalKind"), round));
		}
	}

	/**
	 * What the row promises was promised with the last answer of class B.
	 */
	private SuggestionAction.Answering answer(Handling.Kind kind, int round) {
		boolean last = round == 2 || this.row.reansweredOn() == null;
		PromiseMade promise = null;
		if (kind.grade() == Handling.Grade.B) {
			LocalDate by = required(this.row.promiseBy(), "promiseBy");
			promise = new PromiseMade(SuggestionRow.or(this.row.promise(), UNKNOWN), by);
		}
		return new SuggestionAction.Answering(kind.grade(), kind,
				last ? SuggestionRow.or(this.row.answer(), UNKNOWN) : UNKNOWN, this.row.answerSignedBy(),
				this.seats.stream().skip(1).map(Seated::seat).toList(), UNKNOWN, promise);
	}

	private void rated(@Nullable LocalDate on, @Nullable Satisfaction attitude, @Nullable Satisfaction result) {
		by(Party.LEAD, on, "rate",
				() -> new SuggestionAction.Feedback(
						Objects.requireNonNullElseGet(attitude, () -> required(result, "result")),
						required(result, "result"), SuggestionRow.or(this.row.reason(), UNKNOWN)));
	}

	private void overseen() {
		this.units.stream()
			.filter((unit) -> unit.role() != Handling.Role.CO)
			.forEach((unit) -> by(Party.HANDLER, unit, this.row.promiseKeptOn(), "fulfil",
					() -> new SuggestionAction.Keeping(UNKNOWN)));
		by(Party.COUNCIL, this.row.prioritisedOn(), "prioritise", () -> new SuggestionAction.Prioritising(UNKNOWN,
				this.row.priorityLeader(), this.row.priorityCommittee()));
		by(Party.OFFICE, this.row.onsiteOn(), "supervise-on-site",
				() -> new SuggestionAction.Supervising(SuggestionRow.or(this.row.onsiteLeader(), UNKNOWN),
						SuggestionRow.or(this.row.onsitePlace(), UNKNOWN),
						SuggestionRow.or(this.row.onsiteResult(), UNKNOWN)));
		by(Party.OFFICE, this.row.publishedOn(), "publish", SuggestionAction.Plain::new);
		by(Party.OFFICE, this.row.closedOn(), "close", SuggestionAction.Plain::new);
	}

	private void by(Party party, @Nullable LocalDate on, String step, Supplier<SuggestionAction> said) {
		if (on != null) {
			this.all.add(new Taken(step, on, party, this.seats.getFirst().account(), "", said.get()));
		}
	}

	private void by(Party party, Unit unit, @Nullable LocalDate on, String step, Supplier<SuggestionAction> said) {
		if (on != null) {
			this.all.add(new Taken(step, on, party, "", unit.organ(), said.get()));
		}
	}

	private static <T> T required(@Nullable T value, String column) {
		if (value == null) {
			throw Refusal.invalid(column, Text.of("须填写 %s。", "%s is needed.", column));
		}
		return value;
	}

	private record Taken(String step, LocalDate on, Party party, String account, String organ, SuggestionAction said) {
	}

}
