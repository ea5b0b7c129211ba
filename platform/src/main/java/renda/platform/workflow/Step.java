package renda.platform.workflow;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;

/**
 * One line of the statute's table: from which states to which, by whom, under which
 * rules, with which clocks.
 *
 * @param name the last part of its path: {@code extend}
 * @param title what it is called
 * @param input the record its body is read into
 * @param from the states it is taken from; empty: it opens a case
 * @param to the states it can lead to; empty: the case stays where it is
 * @param by the actors who may take it, any of whom suffices
 * @param rules the rules that make it what it is
 * @param guards what must hold
 * @param effect what it changes in the case, its state aside
 * @param target which of several states it leads to; null where there is one or none
 * @param clocks what it does to clocks
 * @param awaited whether the state waits for it, so that it stands on its actors' desks
 * @param backdated whether it may be recorded for a day that is past
 * @param automatic whether it follows from something else, a vote or an event, so that
 * nobody takes it by a request
 * @param event the type of the event it publishes
 */
public record Step<C, S extends Enum<S>, A extends Enum<A>, I extends Record>(String name, Text title, Class<I> input,
		Set<S> from, Set<S> to, Set<A> by, List<String> rules, List<Guard<C, I, A>> guards,
		StepFunction<C, I, A, C> effect, @Nullable StepFunction<C, I, A, S> target, List<ClockEffect<C, I, A>> clocks,
		boolean awaited, boolean backdated, boolean automatic, String event) {

	/**
	 * Whether it opens a case.
	 */
	public boolean opens() {
		return this.from.isEmpty();
	}

	/**
	 * Whether somebody may take it from a state by a request.
	 */
	public boolean isOpen(S state, Set<A> actors) {
		return !this.automatic && this.from.contains(state) && isBy(actors);
	}

	boolean isBy(Set<A> actors) {
		return actors.stream().anyMatch(this.by::contains);
	}

	/**
	 * Whether it can come late, and then needs a reason.
	 */
	public boolean canBeLate() {
		return this.clocks.stream().anyMatch((clock) -> clock.kind() == ClockEffect.Kind.ENDS);
	}

}
