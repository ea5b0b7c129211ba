package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import renda.legislation.cleanup.CleanupAction.CleanupAddition;
import renda.legislation.cleanup.CleanupAction.CleanupAssignment;
import renda.legislation.cleanup.CleanupAction.CleanupBeginning;
import renda.legislation.cleanup.CleanupAction.CleanupBill;
import renda.legislation.cleanup.CleanupAction.CleanupCheck;
import renda.legislation.cleanup.CleanupAction.CleanupScope;
import renda.legislation.cleanup.CleanupAction.CleanupVerdict;
import renda.legislation.cleanup.CleanupAction.CleanupWords;
import renda.legislation.cleanup.CleanupAction.Checker;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.cleanup.CleanupRound.Party;
import renda.legislation.cleanup.CleanupRound.State;
import renda.legislation.impact.Referring.Referrer;
import renda.platform.cases.Lived;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

/**
 * A round from elsewhere, led through the steps its row tells.
 */
final class PastCleanup {

	private static final String UNKNOWN = "历史资料，未载明";

	private final CleanupImport.Row row;

	private final Map<UUID, Act> decided = new LinkedHashMap<>();

	private final Map<String, Referrer> texts = new LinkedHashMap<>();

	private final Caller importer;

	private final Map<LocalDate, RuleSet> laws;

	private final List<Lived.Past> steps = new ArrayList<>();

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	private CleanupRound round;

	PastCleanup(CleanupImport.Row row, Map<String, Referrer> register, Caller importer, Map<LocalDate, RuleSet> laws) {
		this.row = row;
		this.importer = importer;
		this.laws = laws;
		row.decided().forEach((title, act) -> {
			Referrer text = row.text(title, register);
			this.decided.put(text.id(), act);
			this.texts.put(title, text);
		});
		this.round = CleanupRound.begun(Ids.next(), row.code(), row.term(), row.begunOn(), row.topic(),
				Boolean.TRUE.equals(row.sample()));
	}

	/**
	 * The round with its steps and clocks.
	 */
	Lived<CleanupRound> lived() {
		LocalDate begun = this.row.begunOn();
		take("begin", begun, new CleanupBeginning(this.row.title(), this.row.field(), this.row.superior(),
				this.row.changedOn(), this.row.basis()));
		List<UUID> ids = List.copyOf(this.decided.keySet());
		take("add-items", begun, new CleanupAddition(ids, List.copyOf(this.texts.values())));
		take("assign", begun,
				new CleanupAssignment(ids.stream().map((id) -> new Checker(id, this.row.body())).toList()));
		if (this.row.completedOn() != null) {
			completed(this.row.completedOn());
		}
		return new Lived<>(this.round, this.steps, List.copyOf(this.clocks.values()));
	}

	private void completed(LocalDate on) {
		take("fix-scope", this.row.begunOn(), new CleanupScope(on.plusDays(1)));
		this.decided.forEach((id, act) -> take("self-check", on, new CleanupCheck(id, act, UNKNOWN)));
		this.decided.forEach(
				(id, act) -> take("decide-item", on, new CleanupVerdict(id, act, UNKNOWN, UNKNOWN, null, null, null)));
		Map<String, String> bills = this.row.started();
		this.texts.forEach((title, text) -> {
			String bill = bills.get(title);
			if (bill != null) {
				take("record-bill", on, new CleanupBill(text.id(), bill, null, null, null));
			}
		});
		take("close", on, new CleanupWords(Objects.requireNonNullElse(this.row.report(), UNKNOWN)));
	}

	private void take(String step, LocalDate on, Record said) {
		RuleSet law = this.laws.computeIfAbsent(on, RuleBook::statutory);
		State before = this.round.state();
		Decision<CleanupRound, State, Party> decision = CleanupWorkflow.DECLARED.decide(this.round,
				List.copyOf(this.clocks.values()), step, said,
				new Moment<>(this.importer, Set.of(Party.OFFICE), on, law), UNKNOWN, WorkingDays.ofCalendar());
		decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
		this.round = decision.after();
		this.steps.add(new Lived.Past(step, this.steps.isEmpty() ? "" : before.name(), this.round.state().name(), on,
				this.importer.name(), decision.late().stream().map(Deadline::name).distinct().toList()));
	}

}
