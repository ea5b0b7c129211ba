package renda.legislation.meeting;

import java.time.LocalDate;
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

	/** The last day is counted back from the meeting. */
	static final DeadlineRule NOTICE = DeadlineRule.of("notice", Text.of("发出会议通知", "Give notice of the meeting"),
			"MTG-07", "");

	/** All of them. */
	static final List<DeadlineRule> ALL = List.of(INTERVAL, NOTICE);

	private MeetingClocks() {
	}

	static List<Holder> council() {
		return List.of(Holder.role(Role.COUNCIL));
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.GENERAL_OFFICE));
	}

	/**
	 * Whether the law gives a day for the notice: not for special meetings of the
	 * committee. That of a session is not a number of the rule book.
	 */
	static boolean hasNotice(Convening convening) {
		return !convening.kind().equals(Convening.Kind.SPECIAL) && !isOfCongress(convening);
	}

	/**
	 * The last day for the notice.
	 */
	static LocalDate noticeBy(Convening convening, RuleSet rules) {
		return DueDate.before(convening.from(), rules.limit("mtg.noticeDays"), WorkingDays.ofCalendar()).on();
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
