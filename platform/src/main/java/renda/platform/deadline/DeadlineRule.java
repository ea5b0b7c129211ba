package renda.platform.deadline;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * Declares a clock: what has to be done, by which rule, and how long it may take. The
 * length itself is a parameter of the rule book, so that it follows the law of the day.
 *
 * @param name the clock's name in its workflow, kebab-case
 * @param title what has to be done
 * @param rule the rule's id in the rule book
 * @param parameter the key of the length
 * @param prolonging how it may be prolonged; null: it may not
 */
public record DeadlineRule(String name, Text title, String rule, String parameter, @Nullable Prolonging prolonging) {

	/**
	 * A clock that may not be prolonged.
	 */
	public static DeadlineRule of(String name, Text title, String rule, String parameter) {
		return new DeadlineRule(name, title, rule, parameter, null);
	}

	/**
	 * The same clock, which may once be prolonged to a longer length, counted from its
	 * beginning.
	 * @param rule the rule that allows it
	 * @param parameter the key of the whole length: six months in all
	 */
	public DeadlineRule prolongedTo(String rule, String parameter) {
		return new DeadlineRule(this.name, this.title, this.rule, this.parameter,
				new Prolonging(rule, parameter, true, 1));
	}

	/**
	 * The same clock, which may once be prolonged by some time, counted on from its end.
	 * @param rule the rule that allows it
	 * @param parameter the key of the time added: thirty days more
	 */
	public DeadlineRule prolongedBy(String rule, String parameter) {
		return new DeadlineRule(this.name, this.title, this.rule, this.parameter,
				new Prolonging(rule, parameter, false, 1));
	}

	/**
	 * How a clock may be prolonged.
	 *
	 * @param rule the rule that allows it, which also refuses what goes beyond it
	 * @param parameter the key of the length
	 * @param total whether the length is counted from the trigger; else it is added
	 * @param most how often
	 */
	public record Prolonging(String rule, String parameter, boolean total, int most) {
	}

}
