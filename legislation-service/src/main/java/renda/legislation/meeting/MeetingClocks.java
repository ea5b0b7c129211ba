package renda.legislation.meeting;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

import renda.legislation.member.Body;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.Holder;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a meeting, and the days by which things go to the members.
 */
final class MeetingClocks {

	/** From the meeting before to the opening of this one. */
	static final DeadlineRule INTERVAL = DeadlineRule.of("interval", Text.of("举行下一次常委会会议", "Hold the next meeting"),
			"MTG-01", "mtg.minIntervalMonths");

	/** From the last session to the end of the next year. */
	static final DeadlineRule SESSION = DeadlineRule.of("session",
			Text.of("举行当年的人民代表大会会议", "Hold the session of the year"), "MTG-12", "");

	/** From the election of the deputies to the opening of their first session. */
	static final DeadlineRule FIRST_SESSION = DeadlineRule.of("first-session",
			Text.of("举行新一届第一次会议", "Hold the first session of the new congress"), "MTG-16", "mtg.firstSessionMonths");

	/** On the last meeting, while the next one has no date. */
	static final DeadlineRule NEXT = DeadlineRule.of("next",
			Text.of("确定下一次常委会会议的会期", "Fix the date of the next meeting"), "MTG-01", "mtg.minIntervalMonths");

	/** On the last session, while the next one has no date. */
	static final DeadlineRule NEXT_SESSION = DeadlineRule.of("next-session",
			Text.of("确定下一次大会的会期", "Fix the date of the next session"), "MTG-12", "");

	/** The last day is counted back from the session. */
	static final DeadlineRule SESSION_NOTICE = DeadlineRule.of("session-notice",
			Text.of("将会期和议程通知代表", "Tell the deputies date and agenda"), "MTG-19", "");

	/** The last day is counted back from the meeting. */
	static final DeadlineRule NOTICE = DeadlineRule.of("notice", Text.of("发出会议通知", "Give notice of the meeting"),
			"MTG-07", "");

	/** All of them. */
	static final List<DeadlineRule> ALL = List.of(INTERVAL, SESSION, FIRST_SESSION, NEXT, NEXT_SESSION, NOTICE,
			SESSION_NOTICE);

	private MeetingClocks() {
	}

	static List<Holder> council() {
		return List.of(Holder.role(Role.COUNCIL));
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.GENERAL_OFFICE));
	}

	/**
	 * The last day for the next session: the congress meets every year.
	 */
	static LocalDate yearAfter(LocalDate last) {
		return LocalDate.of(last.getYear() + 1, Month.DECEMBER, 31);
	}

	/**
	 * Who has to give notice by a day: not for special meetings.
	 * @param body of the meetings of which body
	 */
	static List<Holder> notifying(Convening convening, Body body) {
		return (convening.kind() == Convening.Kind.REGULAR && convening.body() == body) ? office() : List.of();
	}

	/**
	 * Who has to see to the next meeting.
	 * @param body of which body
	 * @param open whether that is still to be done
	 */
	static List<Holder> convening(Convening convening, Body body, boolean open) {
		return (open && convening.body() == body) ? council() : List.of();
	}

	/**
	 * The last day for the notice.
	 */
	static LocalDate noticeBy(Convening convening, RuleSet rules) {
		String limit = isOfCongress(convening) ? "mtg.sessionNoticeMonths" : "mtg.noticeDays";
		return DueDate.before(convening.from(), rules.limit(limit), WorkingDays.ofCalendar()).on();
	}

	/**
	 * The last day for the papers of an item: drafts of regulations have a day of their
	 * own.
	 */
	static LocalDate papersBy(Convening convening, RuleSet rules) {
		return DueDate.before(convening.from(), rules.limit(papersParameter(convening)), WorkingDays.ofCalendar()).on();
	}

	/**
	 * Draft regulations go to the members 7 days before, to deputies a month (LEG-23,
	 * LEG-24, LEG-25).
	 */
	static String papersParameter(Convening convening) {
		return isOfCongress(convening) ? "legis.deputyDraftDays" : "legis.memberDraftDays";
	}

	private static boolean isOfCongress(Convening convening) {
		return convening.body() == Body.CONGRESS;
	}

}
