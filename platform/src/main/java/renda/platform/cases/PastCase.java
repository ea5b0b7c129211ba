package renda.platform.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

/**
 * A case from elsewhere, led through the steps that are told of it, each by the law of
 * its day. Who acted is not asked again: every step is taken by whoever may take it. What
 * came late is marked late; what the order of the steps or a rule does not allow is
 * refused, so that nothing makes up a life that no case could have.
 *
 * <pre>
 * PastCase&lt;Circular, State, Party&gt; past = PastCase.of(CircularWorkflow.DECLARED, drafted, importer);
 * past.take("give", row.givenOn(), new CircularAction.Giving(row.organ()));
 * past.take("answer", row.answeredOn(), new CircularAction.Answer(PastCase.UNKNOWN), past.organ(row.organ()));
 * return past.lived();
 * </pre>
 *
 * @param <C> the case
 * @param <S> its states
 * @param <A> who acts in it
 */
public final class PastCase<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

	/** What stands in place of words that are not told. */
	public static final String UNKNOWN = "历史资料，未载明";

	private static final String LATE = "历史资料，未载明逾期原因";

	private final Workflow<C, S, A> workflow;

	private final Caller importer;

	private final Map<String, String> columns = new HashMap<>();

	private final List<Told> told = new ArrayList<>();

	private final List<Lived.Past> steps = new ArrayList<>();

	private final Map<UUID, Deadline> clocks = new LinkedHashMap<>();

	private C subject;

	private PastCase(Workflow<C, S, A> workflow, C subject, Caller importer) {
		this.workflow = workflow;
		this.subject = subject;
		this.importer = new Caller(importer.subject(), importer.name(), Set.of(), Set.of(), "");
	}

	/**
	 * A case before its first step.
	 * @param fresh the case as its opening step makes it
	 * @param importer who tells of it
	 */
	public static <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> PastCase<C, S, A> of(
			Workflow<C, S, A> workflow, C fresh, Caller importer) {
		return new PastCase<>(workflow, fresh, importer);
	}

	/**
	 * Says in which column stands what a rule decides a step on. Where none is said, a
	 * step that a rule refuses is refused at the column of its day.
	 */
	public PastCase<C, S, A> toldIn(String column, String... steps) {
		for (String step : steps) {
			this.columns.put(step, column);
		}
		return this;
	}

	/**
	 * The case as the steps so far have left it.
	 */
	public C subject() {
		return this.subject;
	}

	/**
	 * Takes a step.
	 * @param on its day; null where none is told, and then it was not taken
	 * @throws Refusal where it could not have been taken
	 */
	public void take(String step, @Nullable LocalDate on, Record said) {
		take(step, on, said, this.importer);
	}

	/**
	 * Takes a step as somebody.
	 * @param by for what organ or account it was taken, where that matters to the step
	 */
	public void take(String step, @Nullable LocalDate on, Record said, Caller by) {
		if (on != null) {
			decide(this.workflow.step(step), on, said, by);
		}
	}

	/**
	 * Tells of a step that is taken when {@link #takeTold} is called, in the order of
	 * days.
	 */
	public void tell(String step, @Nullable LocalDate on, Supplier<? extends Record> said) {
		tell(step, on, said, this.importer);
	}

	/**
	 * The same, taken as somebody.
	 */
	public void tell(String step, @Nullable LocalDate on, Supplier<? extends Record> said, Caller by) {
		if (on != null) {
			this.told.add(new Told(step, on, said.get(), by));
		}
	}

	/**
	 * The last day of the steps told of; null where there is none.
	 */
	public @Nullable LocalDate lastTold() {
		return this.told.stream().map(Told::on).max(Comparator.naturalOrder()).orElse(null);
	}

	/**
	 * Takes the steps told of by day; those of one day in the order in which they were
	 * told.
	 */
	public void takeTold() {
		List<Told> ordered = this.told.stream().sorted(Comparator.comparing(Told::on)).toList();
		this.told.clear();
		ordered.forEach((one) -> take(one.step(), one.on(), one.said(), one.by()));
	}

	/**
	 * Notes a step that is believed and not decided: nothing is known of it but its day.
	 * @param after the case after it
	 */
	public void believe(String step, LocalDate on, C after) {
		note(this.workflow.step(step), on, after, List.of());
	}

	/**
	 * Somebody of an organ.
	 */
	public Caller organ(String code) {
		return new Caller(this.importer.subject(), this.importer.name(), Set.of(), Set.of(), code);
	}

	/**
	 * The case with its steps and clocks.
	 */
	public Lived<C> lived() {
		return new Lived<>(this.subject, this.steps, List.copyOf(this.clocks.values()));
	}

	private void decide(Step<C, S, A, ?> step, LocalDate on, Record said, Caller by) {
		try {
			Decision<C, S, A> decision = this.workflow.decide(this.subject, List.copyOf(this.clocks.values()),
					step.name(), said, new Moment<>(by, step.by(), on, RuleBook.statutory(on)), LATE,
					WorkingDays.ofCalendar());
			decision.clocks().forEach((clock) -> this.clocks.put(clock.id(), clock));
			note(step, on, decision.after(), decision.late().stream().map(Deadline::name).distinct().toList());
		}
		catch (Refusal refusal) {
			Text why = refusal.errors().isEmpty() ? refusal.detail() : refusal.errors().getFirst().detail();
			Text where = Text.of("步骤“%1$s”（%2$s）：%3$s", "Step “%4$s” (%2$s): %5$s", step.title().zh(), on, why.zh(),
					step.title().en(), why.en());
			String column = this.columns.get(step.name());
			boolean byRule = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
			throw (byRule && column != null) ? Refusal.invalid(column, where)
					: Refusal.of(refusal.status(), refusal.slug(), where).with("day", on);
		}
	}

	private void note(Step<C, S, A, ?> step, LocalDate on, C after, List<String> late) {
		String from = this.steps.isEmpty() ? "" : this.subject.state().name();
		this.steps.add(new Lived.Past(step.name(), from, after.state().name(), on, this.importer.name(), late));
		this.subject = after;
	}

	private record Told(String step, LocalDate on, Record said, Caller by) {
	}

}
