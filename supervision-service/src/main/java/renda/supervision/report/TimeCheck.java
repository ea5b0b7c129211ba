package renda.supervision.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;

/**
 * One of the periods before a meeting (监督法 第十五条), and what the register shows.
 *
 * @param rule the rule's id in the rule book
 * @param citation law and article that set the period on the day of the meeting
 * @param step what had to be done
 * @param dueOn the last day for it
 * @param doneOn the day it was done; missing where the register does not say
 * @param late whether it came after the last day
 * @param explanation how the last day was computed, and what follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeCheck(String rule, String citation, String step, LocalDate dueOn, @Nullable LocalDate doneOn, boolean late,
		String explanation) {

	/**
	 * The three checks of a report. The periods run backwards from the meeting in
	 * calendar days; they record and warn, they do not refuse.
	 * @param rules the rules of the day of the meeting
	 */
	static List<TimeCheck> of(LocalDate meetingOn, @Nullable LocalDate draft, @Nullable LocalDate last,
			@Nullable LocalDate distributed, RuleSet rules) {
		return List.of(check("SUP-06", "sup.draftDays", "送交报告草案征求意见", meetingOn, rules, draft),
				check("SUP-07", "sup.finalDays", "送交修改后的报告", meetingOn, rules, last),
				check("SUP-08", "sup.memberDays", "发给常委会组成人员", meetingOn, rules, distributed));
	}

	static boolean anyLate(List<TimeCheck> checks) {
		return checks.stream().anyMatch(TimeCheck::late);
	}

	static Stream<TimeCheck> late(List<TimeCheck> checks) {
		return checks.stream().filter(TimeCheck::late);
	}

	private static TimeCheck check(String rule, String parameter, String step, LocalDate meetingOn, RuleSet rules,
			@Nullable LocalDate done) {
		TimeLimit limit = rules.limit(parameter);
		LocalDate due = DueDate.before(meetingOn, limit, WorkingDays.ofCalendar()).on();
		boolean late = done != null && done.isAfter(due);
		String explanation = "会议日 %s 前 %s为 %s".formatted(meetingOn, limit.spoken().zh(), due)
				+ (late ? "；实际 %s，迟 %d 日".formatted(done, ChronoUnit.DAYS.between(due, done)) : "");
		return new TimeCheck(rule, rules.value(parameter).basis(), step, due, done, late, explanation);
	}

}
