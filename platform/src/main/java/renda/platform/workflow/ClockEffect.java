package renda.platform.workflow;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;

/**
 * What a step does to a clock.
 *
 * @param kind what it does
 * @param clock which clock
 * @param holders for whom a clock starts; of whom the others are meant, null: of all
 * @param from the day a clock starts on; null: the day of the step
 * @param until the last day, where the step itself promises one; null: the clock counts
 */
public record ClockEffect<C, I, A>(Kind kind, DeadlineRule clock, @Nullable StepFunction<C, I, A, List<Holder>> holders,
		@Nullable StepFunction<C, I, A, LocalDate> from, @Nullable StepFunction<C, I, A, LocalDate> until) {

	/**
	 * What can be done to a clock.
	 */
	public enum Kind {

		/** It starts. */
		STARTS,
		/** What it asked for is done; late if after its last day. */
		ENDS,
		/** What it asked for is not needed any more. */
		CANCELS,
		/** It stands still from this day. */
		PAUSES,
		/** It goes on from this day. */
		RESUMES,
		/** It gets longer, as its rule allows. */
		PROLONGS

	}

}
