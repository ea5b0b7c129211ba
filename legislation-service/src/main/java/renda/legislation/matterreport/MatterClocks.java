package renda.legislation.matterreport;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import renda.legislation.agenda.Purpose;
import renda.legislation.matter.Matter.Obligation;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.web.Text;

/**
 * The clocks of a report on a major matter besides those that it shares with resolutions,
 * and who holds them. The three of the submission have one name: an item is of one class.
 */
final class MatterClocks {

	private static final String SUBMISSION = "submission";

	/** Its last day stands in the list, as those of the others. */
	static final DeadlineRule DECIDE = DeadlineRule.of(SUBMISSION, Text.of("提请讨论决定", "Bring it to be decided"),
			"MAJ-02", "");

	static final DeadlineRule REPORT = DeadlineRule.of(SUBMISSION, Text.of("提交报告", "Submit the report"), "MAJ-03", "");

	static final DeadlineRule FILE = DeadlineRule.of(SUBMISSION, Text.of("征求意见", "Ask for the opinion"), "MAJ-08", "");

	/** For which of these it must be on the agenda to be heard. */
	static final Set<Purpose> HEARD = EnumSet.of(Purpose.HEAR_REPORT, Purpose.DELIBERATE);

	private MatterClocks() {
	}

	/**
	 * The organ that does the work, where the matter is of a class.
	 */
	static List<Holder> reporter(MatterReport report, Obligation obligation) {
		return (report.item().obligation() == obligation) ? reporter(report) : List.of();
	}

	static List<Holder> reporter(MatterReport report) {
		return List.of(Holder.organ(report.item().organ()));
	}

	static List<Holder> committee(MatterReport report) {
		return List.of(Holder.organ(report.course().committee()));
	}

}
