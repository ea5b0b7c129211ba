package renda.platform.workflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The declaration of one kind of case. It reads like the statute's table, decides, and is
 * published and drawn from the same lines.
 *
 * @param <C> the case
 * @param <S> its states
 * @param <A> who acts in it
 */
public final class Workflow<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

	private final String name;

	private final Text title;

	private final Class<S> states;

	private final Class<A> actors;

	private final Map<String, Step<C, S, A, ?>> steps;

	private final boolean secret;

	private Workflow(Builder<C, S, A> builder) {
		this.name = builder.name;
		this.title = builder.title;
		this.states = builder.states;
		this.actors = builder.actors;
		this.steps = Map.copyOf(builder.steps);
		this.secret = builder.secret;
	}

	/**
	 * Begins a declaration.
	 * @param name the kind's name: {@code suggestion}
	 * @param type the record of the case
	 */
	public static <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> Builder<C, S, A> of(
			String name, Class<C> type, Class<S> states, Class<A> actors, Text title) {
		return new Builder<>(name, states, actors, title);
	}

	public String name() {
		return this.name;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether only those who work on a case may know that it exists.
	 */
	public boolean isSecret() {
		return this.secret;
	}

	public List<S> states() {
		return List.of(this.states.getEnumConstants());
	}

	public List<A> actors() {
		return List.of(this.actors.getEnumConstants());
	}

	/**
	 * All steps, by name.
	 */
	public List<Step<C, S, A, ?>> steps() {
		return this.steps.values().stream().sorted((one, other) -> one.name().compareTo(other.name())).toList();
	}

	/**
	 * The step with a name.
	 * @throws Refusal 404 where there is none
	 */
	public Step<C, S, A, ?> step(String step) {
		Step<C, S, A, ?> found = this.steps.get(step);
		if (found == null) {
			throw Refusal.notFound(Text.of("没有步骤 %s；可用：%s。", "There is no step %s; known: %s.", step,
					this.steps.keySet().stream().sorted().collect(Collectors.joining(", "))));
		}
		return found;
	}

	/**
	 * The steps that somebody may take on a case now, guards aside.
	 */
	public List<Step<C, S, A, ?>> open(C subject, Set<A> who) {
		return steps().stream().filter((step) -> step.isOpen(subject.state(), who)).toList();
	}

	/**
	 * Decides on a step: a pure function.
	 * @param before the case
	 * @param running the clocks of the case
	 * @param step the step's name
	 * @param input what was sent; of the step's own type
	 * @param moment who, when, under which rules
	 * @param lateReason why it comes late; empty for none
	 * @param days the calendar
	 * @throws Refusal 403 to others, 409 in the wrong state, 400 for a day out of order,
	 * 422 where a rule refuses or a late step has no reason
	 */
	public Decision<C, S, A> decide(C before, List<Deadline> running, String step, Record input, Moment<A> moment,
			String lateReason, WorkingDays days) {
		Step<C, S, A, ?> taken = step(step);
		if (!taken.isBy(moment.actors())) {
			throw Refusal.forbidden(Text.of("此步骤由%s采取。", "This step is taken by: %2$s.", names(taken.by(), true),
					names(taken.by(), false)));
		}
		if (!taken.opens() && !taken.from().contains(before.state())) {
			throw Refusal
				.conflict("wrong-state",
						Text.of("目前状态为“%s”，不能采取步骤“%s”。", "The case is in state %3$s; it does not take the step %4$s.",
								before.state().title().zh(), taken.title().zh(), before.state().title().en(),
								taken.title().en()))
				.with("state", before.state())
				.with("allowed", open(before, moment.actors()).stream().map(Step::name).toList());
		}
		if (moment.on().isBefore(before.stateSince())) {
			throw Refusal.invalid("/on",
					Text.of("不得早于上一步骤的日期 %s。", "It cannot be before the step before, on %s.", before.stateSince()));
		}
		return new Deciding<>(this, taken, before, moment, days).on(input, running, lateReason);
	}

	private static <A extends Actor> String names(Set<A> actors, boolean chinese) {
		return actors.stream()
			.map((actor) -> chinese ? actor.title().zh() : actor.title().en())
			.sorted()
			.collect(Collectors.joining(chinese ? "、" : ", "));
	}

	/**
	 * Declares a workflow.
	 */
	public static final class Builder<C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> {

		private final String name;

		private final Class<S> states;

		private final Class<A> actors;

		private final Text title;

		private final Map<String, Step<C, S, A, ?>> steps = new LinkedHashMap<>();

		private boolean secret;

		private Builder(String name, Class<S> states, Class<A> actors, Text title) {
			this.name = name;
			this.states = states;
			this.actors = actors;
			this.title = title;
		}

		/**
		 * Only those who work on a case may know that it exists: its clocks are shown to
		 * nobody else, and what its steps say is kept sealed.
		 */
		public Builder<C, S, A> secret() {
			this.secret = true;
			return this;
		}

		/**
		 * A step that opens a case.
		 */
		public <I extends Record> StepBuilder<C, S, A, I> opening(String step, Class<I> input, Text called) {
			return new StepBuilder<>(this, step, input, called, true);
		}

		/**
		 * A step on a case.
		 */
		public <I extends Record> StepBuilder<C, S, A, I> step(String step, Class<I> input, Text called) {
			return new StepBuilder<>(this, step, input, called, false);
		}

		/**
		 * Ends the declaration.
		 */
		public Workflow<C, S, A> build() {
			return new Workflow<>(this);
		}

		List<S> states() {
			return Arrays.asList(this.states.getEnumConstants());
		}

		Builder<C, S, A> add(Step<C, S, A, ?> step) {
			if (this.steps.putIfAbsent(step.name(), step) != null) {
				throw new IllegalStateException("two steps are called " + step.name());
			}
			return this;
		}

	}

}
