package renda.platform.cases;

import java.time.LocalDate;
import java.util.List;

import renda.platform.deadline.Deadline;

/**
 * A case that has lived before it came here, as an import tells it. Nothing is decided
 * again: what happened, happened, and what came late is marked late.
 *
 * @param subject the case as it is now; its version is the number of its steps
 * @param steps its steps, in order
 * @param clocks its clocks, ended or running
 */
public record Lived<C>(C subject, List<Past> steps, List<Deadline> clocks) {

	public Lived {
		steps = List.copyOf(steps);
		clocks = List.copyOf(clocks);
	}

	/**
	 * A step that was taken.
	 *
	 * @param step the step's name
	 * @param from the state before, empty for the first
	 * @param to the state after
	 * @param on the day
	 * @param by who took it; empty if not known
	 * @param late the clocks it ended too late
	 */
	public record Past(String step, String from, String to, LocalDate on, String by, List<String> late) {
	}

}
