package renda.platform.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;

/**
 * A workflow as data, as the API publishes it.
 *
 * @param name the kind of case
 * @param secret whether only those who work on a case may know of it
 * @param states its states, in the order of the statute
 * @param actors who acts in it
 * @param steps what can be done
 */
public record WorkflowDescription(String name, Text title, boolean secret, List<State> states, List<Named> actors,
		List<Line> steps) {

	/**
	 * Describes a declaration.
	 */
	public static <C extends Case<S, C>, S extends Enum<S> & CaseState, A extends Enum<A> & Actor> WorkflowDescription of(
			Workflow<C, S, A> workflow) {
		return new WorkflowDescription(workflow.name(), workflow.title(), workflow.isSecret(),
				workflow.states()
					.stream()
					.map((state) -> new State(state.name(), state.title(), state.isFinal()))
					.toList(),
				workflow.actors().stream().map((actor) -> new Named(actor.name(), actor.title())).toList(),
				workflow.steps()
					.stream()
					.sorted(Comparator.comparing((Step<C, S, A, ?> step) -> first(step)).thenComparing(Step::name))
					.map(Line::of)
					.toList());
	}

	private static <S extends Enum<S>> int first(Step<?, S, ?, ?> step) {
		return step.from().stream().mapToInt(Enum::ordinal).min().orElse(-1);
	}

	/**
	 * The rules that steps, guards and clocks name.
	 */
	public List<String> rules() {
		return this.steps.stream()
			.flatMap((line) -> Stream
				.of(line.rules().stream(), line.guards().stream().map(Condition::rule),
						line.clocks().stream().map(ClockLine::rule))
				.flatMap((part) -> part))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * A state.
	 *
	 * @param last whether nothing is to be done any more
	 */
	public record State(String name, Text title, boolean last) {
	}

	/**
	 * An actor.
	 */
	public record Named(String name, Text title) {
	}

	/**
	 * One step.
	 *
	 * @param from the states it is taken from; empty: it opens a case
	 * @param to where it can lead; empty: the case stays where it is
	 * @param by who may take it
	 * @param rules the rules that make it what it is
	 * @param guards what must hold
	 * @param clocks what it does to clocks
	 * @param event the event it publishes
	 * @param awaited whether its states wait for it
	 * @param automatic whether it follows from a vote or an event and is not asked for
	 */
	public record Line(String name, Text title, List<String> from, List<String> to, List<String> by, List<String> rules,
			List<Condition> guards, List<ClockLine> clocks, String event, boolean awaited, boolean automatic) {

		static <C, S extends Enum<S>, A extends Enum<A>, I extends Record> Line of(Step<C, S, A, I> step) {
			return new Line(step.name(), step.title(), names(step.from()), names(step.to()), names(step.by()),
					step.rules(),
					step.guards().stream().map((guard) -> new Condition(guard.rule(), guard.says())).toList(),
					step.clocks()
						.stream()
						.map((effect) -> new ClockLine(effect.kind(), effect.clock().name(), effect.clock().title(),
								effect.clock().rule(), effect.clock().parameter()))
						.toList(),
					step.event(), step.awaited(), step.automatic());
		}

		private static List<String> names(Set<? extends Enum<?>> constants) {
			return constants.stream().sorted(Comparator.comparing(Enum::ordinal)).map(Enum::name).toList();
		}

	}

	/**
	 * A condition of law.
	 */
	public record Condition(String rule, Text says) {
	}

	/**
	 * What is done to a clock.
	 *
	 * @param parameter the parameter of the rule book that says how long it runs
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record ClockLine(ClockEffect.Kind effect, String clock, Text title, String rule,
			@Nullable String parameter) {
	}

}
