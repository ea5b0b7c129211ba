package renda.platform.workflow;

import java.util.List;

import renda.platform.deadline.Deadline;

/**
 * What a step leads to.
 *
 * @param after the case after it
 * @param step the step
 * @param actor as whom it was taken
 * @param clocks the clocks that it started or changed
 * @param late the clocks that it ended after their last day
 */
public record Decision<C, S extends Enum<S>, A extends Enum<A>>(C after, Step<C, S, A, ?> step, A actor,
		List<Deadline> clocks, List<Deadline> late) {

	public Decision {
		clocks = List.copyOf(clocks);
		late = List.copyOf(late);
	}

}
