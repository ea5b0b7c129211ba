package renda.supervision.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One of the periods before a meeting (监督法 第十五条), and what the register shows.
 *
 * @param rule the rule's id in the rule book
 * @param citation law and article
 * @param step what had to be done
 * @param dueOn the last day for it
 * @param doneOn the day it was done; missing where the register does not say
 * @param late whether it came after the last day
 * @param explanation how the last day was computed, and what follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimeCheck(String rule, String citation, String step, LocalDate dueOn, @Nullable LocalDate doneOn, boolean late,
		String explanation) {

	private static final String CITATION = "监督法 第十五条";

	/**
	 * The three checks of a report. The periods run backwards from the meeting in
	 * calendar days; they record and warn, they do not refuse.
	 */
	static List<TimeCheck> of(LocalDate meetingOn, @Nullable LocalDate draft, @Nullable LocalDate last,
			@Nullable LocalDate distributed, Periods periods) {
		return List.of(check("SUP-06", "送交报告草案征求意见", meetingOn, periods.draft(), draft),
				check("SUP-07", "送交修改后的报告", meetingOn, periods.last(), last),
				check("SUP-08", "发给常委会组成人员", meetingOn, periods.distribution(), distributed));
	}

	static boolean anyLate(List<TimeCheck> checks) {
		return checks.stream().anyMatch(TimeCheck::late);
	}

	static Stream<TimeCheck> late(List<TimeCheck> checks) {
		return checks.stream().filter(TimeCheck::late);
	}

	private static TimeCheck check(String rule, String step, LocalDate meetingOn, int days, @Nullable LocalDate done) {
		LocalDate due = meetingOn.minusDays(days);
		boolean late = done != null && done.isAfter(due);
		String explanation = "会议日 %s 前 %d 日为 %s".formatted(meetingOn, days, due)
				+ (late ? "；实际 %s，迟 %d 日".formatted(done, ChronoUnit.DAYS.between(due, done)) : "");
		return new TimeCheck(rule, CITATION, step, due, done, late, explanation);
	}

	/**
	 * The numbers of days of the article, as data.
	 *
	 * @param draft days before the meeting for the draft (20)
	 * @param last days before the meeting for the final report (10)
	 * @param distribution days before the meeting for the members' copies (7)
	 */
	record Periods(int draft, int last, int distribution) {
	}

}
