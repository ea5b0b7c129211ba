package renda.platform.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.web.Text;
import renda.platform.workflow.ClockEffect.Kind;

/**
 * Declares one step; {@link #end} goes back to the workflow.
 */
public final class StepBuilder<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor, I extends Record> {

	private final Workflow.Builder<C, S, A> workflow;

	private final String name;

	private final Text title;

	private final Class<I> input;

	private final boolean opens;

	private final Set<S> from = new LinkedHashSet<>();

	private final Set<S> to = new LinkedHashSet<>();

	private final Set<A> by = new LinkedHashSet<>();

	private List<String> rules = List.of();

	private final List<Guard<C, I, A>> guards = new ArrayList<>();

	private StepFunction<C, I, A, C> effect = (subject, input, moment) -> subject;

	private @Nullable StepFunction<C, I, A, S> target;

	private final List<ClockEffect<C, I, A>> clocks = new ArrayList<>();

	private boolean awaited;

	private boolean backdated;

	private boolean automatic;

	private String event = "";

	StepBuilder(Workflow.Builder<C, S, A> workflow, String name, Class<I> input, Text title, boolean opens) {
		this.workflow = workflow;
		this.name = name;
		this.input = input;
		this.title = title;
		this.opens = opens;
	}

	/**
	 * The states it is taken from.
	 */
	@SafeVarargs
	public final StepBuilder<C, S, A, I> from(S first, S... others) {
		this.from.add(first);
		for (S other : others) {
			this.from.add(other);
		}
		return this;
	}

	/**
	 * It may be taken from every state that is not final.
	 */
	public StepBuilder<C, S, A, I> fromAnyOpen() {
		this.workflow.states().stream().filter((state) -> !state.isFinal()).forEach(this.from::add);
		return this;
	}

	/**
	 * The state it leads to.
	 */
	public StepBuilder<C, S, A, I> to(S state) {
		this.to.add(state);
		return this;
	}

	/**
	 * The states it can lead to.
	 * @param which chooses among them, seeing the case as the step has changed it
	 */
	@SafeVarargs
	public final StepBuilder<C, S, A, I> toOneOf(StepFunction<C, I, A, S> which, S first, S... others) {
		this.target = which;
		this.to.add(first);
		for (S other : others) {
			this.to.add(other);
		}
		return this;
	}

	/**
	 * The actors who may take it.
	 */
	@SafeVarargs
	public final StepBuilder<C, S, A, I> by(A first, A... others) {
		this.by.add(first);
		for (A other : others) {
			this.by.add(other);
		}
		return this;
	}

	/**
	 * The rules that make it what it is.
	 */
	public StepBuilder<C, S, A, I> rules(String... ids) {
		this.rules = List.of(ids);
		return this;
	}

	/**
	 * Asks for a condition of law, see {@link Guard}.
	 */
	public StepBuilder<C, S, A, I> guard(String rule, Text says, StepFunction<C, I, A, Boolean> holds,
			StepFunction<C, I, A, Map<String, Object>> facts) {
		this.guards.add(new Guard<>(rule, says, holds, facts));
		return this;
	}

	/**
	 * What it changes in the case, its state aside.
	 */
	public StepBuilder<C, S, A, I> apply(StepFunction<C, I, A, C> change) {
		this.effect = change;
		return this;
	}

	/**
	 * Starts a clock for each holder, on the day of the step.
	 */
	public StepBuilder<C, S, A, I> starts(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders) {
		return clock(new ClockEffect<>(Kind.STARTS, clock, holders, null, null));
	}

	/**
	 * Starts a clock for each holder, on another day: that of a letter received.
	 */
	public StepBuilder<C, S, A, I> startsFrom(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders,
			StepFunction<C, I, A, LocalDate> from) {
		return clock(new ClockEffect<>(Kind.STARTS, clock, holders, from, null));
	}

	/**
	 * Starts a clock that runs until the day the step promises.
	 */
	public StepBuilder<C, S, A, I> startsUntil(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders,
			StepFunction<C, I, A, LocalDate> until) {
		return clock(new ClockEffect<>(Kind.STARTS, clock, holders, null, until));
	}

	/**
	 * Does what a clock asked for, of whoever holds it.
	 */
	public StepBuilder<C, S, A, I> ends(DeadlineRule clock) {
		return clock(new ClockEffect<>(Kind.ENDS, clock, null, null, null));
	}

	/**
	 * Does what a clock asked for, of some holders.
	 */
	public StepBuilder<C, S, A, I> ends(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders) {
		return clock(new ClockEffect<>(Kind.ENDS, clock, holders, null, null));
	}

	/**
	 * Makes a clock needless, whoever holds it.
	 */
	public StepBuilder<C, S, A, I> cancels(DeadlineRule clock) {
		return clock(new ClockEffect<>(Kind.CANCELS, clock, null, null, null));
	}

	/**
	 * Makes a clock needless for some holders.
	 */
	public StepBuilder<C, S, A, I> cancels(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders) {
		return clock(new ClockEffect<>(Kind.CANCELS, clock, holders, null, null));
	}

	/**
	 * Makes a clock stand still.
	 */
	public StepBuilder<C, S, A, I> pauses(DeadlineRule clock) {
		return clock(new ClockEffect<>(Kind.PAUSES, clock, null, null, null));
	}

	/**
	 * Lets a clock go on.
	 */
	public StepBuilder<C, S, A, I> resumes(DeadlineRule clock) {
		return clock(new ClockEffect<>(Kind.RESUMES, clock, null, null, null));
	}

	/**
	 * Makes a clock longer, as its rule allows.
	 */
	public StepBuilder<C, S, A, I> prolongs(DeadlineRule clock, StepFunction<C, I, A, List<Holder>> holders) {
		return clock(new ClockEffect<>(Kind.PROLONGS, clock, holders, null, null));
	}

	/**
	 * The state waits for this step: it stands on its actors' desks.
	 */
	public StepBuilder<C, S, A, I> awaited() {
		this.awaited = true;
		return this;
	}

	/**
	 * It may be recorded for a day that is past, as an office does with what came on
	 * paper.
	 */
	public StepBuilder<C, S, A, I> backdated() {
		this.backdated = true;
		return this;
	}

	/**
	 * It follows from something else, such as the outcome of a vote or an event of
	 * another service, and is taken with it in one transaction; a request for it is
	 * refused.
	 */
	public StepBuilder<C, S, A, I> automatic() {
		this.automatic = true;
		return this;
	}

	/**
	 * The type of the event it publishes: {@code suggestion.assigned}.
	 */
	public StepBuilder<C, S, A, I> event(String type) {
		this.event = type;
		return this;
	}

	/**
	 * Ends the declaration of this step.
	 */
	public Workflow.Builder<C, S, A> end() {
		if (this.by.isEmpty() || this.event.isEmpty() || this.opens != this.from.isEmpty()) {
			throw new IllegalStateException("step " + this.name + " lacks its actors, its event or its states");
		}
		if ((this.to.size() > 1) != (this.target != null)) {
			throw new IllegalStateException("step " + this.name + " does not say which state it leads to");
		}
		return this.workflow.add(new Step<>(this.name, this.title, this.input, Set.copyOf(this.from),
				Set.copyOf(this.to), Set.copyOf(this.by), this.rules, List.copyOf(this.guards), this.effect,
				this.target, List.copyOf(this.clocks), this.awaited, this.backdated, this.automatic, this.event));
	}

	private StepBuilder<C, S, A, I> clock(ClockEffect<C, I, A> change) {
		this.clocks.add(change);
		return this;
	}

}
