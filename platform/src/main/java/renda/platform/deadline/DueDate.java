package renda.platform.deadline;

import java.time.LocalDate;
import java.util.List;

import renda.platform.rule.TimeLimit;
import renda.platform.web.Text;

/**
 * The last day of a period, and how it was computed: whoever reads the steps can do the
 * sum again with a calendar.
 *
 * @param on the last day
 * @param steps the steps in order; the last one arrives at the last day
 */
public record DueDate(LocalDate on, List<Explained> steps) {

	public DueDate {
		steps = List.copyOf(steps);
	}

	/**
	 * Counts a period forward (民法典 第二百条至第二百零三条). The first day is not counted; months and
	 * years end on the day of the same number, or where there is none on the last of the
	 * month; days on which the clock stood still do not count; a last day of rest moves
	 * on to the next working day. Where an end falls on days of rest and the clock stops
	 * before they are over, the rest of the period is the first working day after the
	 * pause. A pause that begins after the end moves nothing.
	 * @param trigger the day of what sets the clock going
	 * @param limit how long
	 * @param prolonged how it was prolonged, in order. A whole length counts from the
	 * trigger and never shortens; an added one counts on from the end before days of rest
	 * @param pauses when it stood still, in any order; one that still lasts moves nothing
	 * yet
	 */
	public static DueDate count(LocalDate trigger, TimeLimit limit, List<Prolonged> prolonged, List<Pause> pauses,
			WorkingDays days) {
		return new Counting("TIM-01", trigger, days).forward(limit, prolonged, pauses);
	}

	/**
	 * Counts a period backward from a day, which is not counted: 会议举行的七日前. The result is
	 * the latest day, and is not moved where it is one of rest.
	 * @param day the day of the event
	 * @param limit how long before
	 */
	public static DueDate before(LocalDate day, TimeLimit limit, WorkingDays days) {
		return new Counting("TIM-01", day, days).backward(limit);
	}

	/**
	 * One step of a computation.
	 *
	 * @param rule the rule that governs the step
	 * @param day the day arrived at
	 * @param text the step in words
	 */
	public record Explained(String rule, LocalDate day, Text text) {
	}

}
