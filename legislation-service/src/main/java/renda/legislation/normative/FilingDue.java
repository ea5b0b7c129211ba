package renda.legislation.normative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.DueDate;
import renda.platform.rule.TimeLimit;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;
import renda.platform.web.Text;

/**
 * Until when a document is to be filed.
 */
public final class FilingDue {

	/** The time the law gives a maker. */
	public static final DeadlineRule CLOCK = DeadlineRule.of("filing", Text.of("报送备案", "File the document"), "FIL-03",
			"fil.fileDays");

	private FilingDue() {
	}

	/**
	 * The last day to file what was issued on a day, with the computation.
	 */
	public static DueDate of(LocalDate issuedOn, RuleSet rules) {
		DueDate due = last(CLOCK, issuedOn, rules);
		TimeLimit limit = rules.limit(CLOCK.parameter());
		String citation = rules.rule(CLOCK.rule()).citation();
		List<DueDate.Explained> steps = new ArrayList<>(due.steps());
		steps.addFirst(new DueDate.Explained(CLOCK.rule(), issuedOn, Text.of("期限%1$s（%2$s）", "The limit is %3$s (%2$s)",
				limit.spoken().zh(), citation, limit.spoken().en())));
		return new DueDate(due.on(), steps);
	}

	/**
	 * The last day of a clock that starts on a day.
	 */
	public static DueDate last(DeadlineRule clock, LocalDate from, RuleSet rules) {
		return DueDate.count(from, rules.limit(clock.parameter()), List.of(), List.of(), WorkingDays.ofCalendar());
	}

}
