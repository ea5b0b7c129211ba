package renda.legislation.resolution;

import java.util.List;

import renda.legislation.motion.Mover;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a major matter (重大事项), whether it comes as a motion or as a report, and
 * who holds those of a resolution.
 */
public final class ResolutionClocks {

	/** 委员会审查. */
	public static final DeadlineRule REVIEW = DeadlineRule.of("review",
			Text.of("委员会审查", "Examination by the committee"), "MAJ-04", "maj.committeeDays");

	/** 常委会审议. */
	public static final DeadlineRule DELIBERATION = DeadlineRule.of("deliberation",
			Text.of("常委会审议", "Deliberation by the standing committee"), "MAJ-05", "maj.deliberateMonths");

	/** 送达审议意见. */
	public static final DeadlineRule OPINIONS = DeadlineRule.of("opinions", Text.of("送达审议意见", "Send the opinions"),
			"MAJ-09", "maj.opinionDays");

	/** 报告审议意见办理情况. */
	public static final DeadlineRule ANSWER = DeadlineRule
		.of("answer", Text.of("报告审议意见办理情况", "Report on the opinions"), "MAJ-09", "maj.reportMonths")
		.prolongedTo("MAJ-09", "maj.reportMostMonths");

	/** Its last day is the one that the resolution, or an extension, fixes. */
	public static final DeadlineRule EXECUTION = DeadlineRule.of("execution",
			Text.of("在规定期限内办结", "Carry it out in time"), "MAJ-07", "");

	/** Where the resolution fixes no day. */
	public static final DeadlineRule REPORT = DeadlineRule
		.of("report", Text.of("报告执行情况", "Report on the execution"), "MAJ-09", "maj.reportMonths")
		.prolongedTo("MAJ-09", "maj.reportMostMonths");

	private ResolutionClocks() {
	}

	/** The general office. */
	public static List<Holder> office() {
		return List.of(Holder.role(Role.GENERAL_OFFICE));
	}

	/** The chairpersons' meeting. */
	public static List<Holder> council() {
		return List.of(Holder.role(Role.COUNCIL));
	}

	static List<Holder> committee(Resolution resolution) {
		return List.of(Holder.organ(resolution.course().committee()));
	}

	/**
	 * The mover, where it is an organ that can be asked to report.
	 */
	static List<Holder> answering(Resolution resolution) {
		Mover mover = resolution.motion().mover();
		return mover.reports() ? List.of(Holder.organ(mover.organ())) : List.of();
	}

	static List<Holder> organs(List<String> codes) {
		return codes.stream().map(Holder::organ).toList();
	}

}
