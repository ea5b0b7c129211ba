package renda.legislation.matterreport;

import java.util.List;
import java.util.Map;

import renda.legislation.matter.Matter.Obligation;
import renda.legislation.matterreport.MatterReport.DecidedBy;
import renda.legislation.matterreport.MatterReport.Party;
import renda.legislation.matterreport.MatterReport.Said;
import renda.legislation.matterreport.MatterReport.State;
import renda.legislation.matterreport.MatterReportAction.MatterDecision;
import renda.legislation.matterreport.MatterReportAction.MatterHandover;
import renda.legislation.matterreport.MatterReportAction.MatterPlain;
import renda.legislation.matterreport.MatterReportAction.MatterReturn;
import renda.legislation.matterreport.MatterReportAction.MatterWords;
import renda.legislation.resolution.ResolutionClocks;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.matterreport.MatterReport.Party.COUNCIL;
import static renda.legislation.matterreport.MatterReport.Party.OFFICE;
import static renda.legislation.matterreport.MatterReport.Party.REPORTER;
import static renda.legislation.matterreport.MatterReport.State.CLOSED;
import static renda.legislation.matterreport.MatterReport.State.DECIDED;
import static renda.legislation.matterreport.MatterReport.State.EXECUTING;
import static renda.legislation.matterreport.MatterReport.State.OPINIONS_SENT;
import static renda.legislation.matterreport.MatterReport.State.REPORTED;
import static renda.legislation.matterreport.MatterReport.State.SC;
import static renda.legislation.matterreport.MatterReport.State.SUBMITTED;

/**
 * What comes of a report on a major matter: a resolution or opinions, and what was done
 * about them.
 */
final class MatterFollowUp {

	private static final Text NOT_HEARD = Text.of("常委会会议尚未审议。", "No meeting has deliberated it yet.");

	private static final Text WRITTEN = Text.of("意见须书面通知报告机关。", "The organ is told the opinions in writing.");

	private MatterFollowUp() {
	}

	static void declare(Workflow.Builder<MatterReport, State, Party> workflow) {
		deciding(workflow);
		filing(workflow);
		carryingOut(workflow);
		ending(workflow);
	}

	private static void deciding(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("decide", MatterDecision.class, Text.of("作出决议决定", "It is decided by a resolution"))
			.from(SC)
			.to(DECIDED)
			.by(OFFICE)
			.rules("MAJ-01", "MAJ-02")
			.guard("MAJ-05", NOT_HEARD, (c, in, m) -> c.heard(), (c, in, m) -> Map.of("heard", false))
			.guard("MAJ-02", Text.of("所述决议决定尚未通过。", "That resolution is not adopted."),
					(c, in, m) -> in.adopted() != null, (c, in, m) -> Map.of("resolution", in.resolution()))
			.apply((c, in, m) -> (in.adopted() == null) ? c
					: c.with(c.course()
						.decided(new DecidedBy(in.adopted().id(), in.adopted().code(), in.adopted().title(),
								in.adopted().on()))))
			.cancels(ResolutionClocks.OPINIONS)
			.awaited()
			.backdated()
			.event("matter-report.decided")
			.end();
		workflow.step("send-opinions", MatterWords.class, Text.of("送达审议意见", "Send the opinions"))
			.from(SC)
			.to(OPINIONS_SENT)
			.by(OFFICE)
			.rules("MAJ-06", "MAJ-09")
			.guard("MAJ-05", NOT_HEARD, (c, in, m) -> c.heard(), (c, in, m) -> Map.of("heard", false))
			.guard("MAJ-06", WRITTEN, (c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().told(new Said(m.on(), Given.orEmpty(in.text())))))
			.ends(ResolutionClocks.OPINIONS)
			.awaited()
			.backdated()
			.event("matter-report.opinions-sent")
			.end();
	}

	private static void filing(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("reply", MatterWords.class, Text.of("答复征求的意见", "Give the opinion asked for"))
			.from(SUBMITTED, State.COMMITTEE)
			.to(OPINIONS_SENT)
			.by(OFFICE)
			.rules("MAJ-08")
			.guard("MAJ-08",
					Text.of("只有征求意见并备案的事项不经会议答复。",
							"Only what is consulted upon and filed is answered without a meeting."),
					(c, in, m) -> c.item().obligation() == Obligation.CONSULT_AND_FILE,
					(c, in, m) -> Map.of("class", c.item().obligation().name()))
			.guard("MAJ-06", WRITTEN, (c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().told(new Said(m.on(), Given.orEmpty(in.text())))))
			.cancels(ResolutionClocks.REVIEW)
			.awaited()
			.backdated()
			.event("matter-report.replied")
			.end();
		workflow.step("file", MatterWords.class, Text.of("批准后备案", "File what was approved"))
			.from(OPINIONS_SENT)
			.to(CLOSED)
			.by(REPORTER, OFFICE)
			.rules("MAJ-08")
			.guard("MAJ-08",
					Text.of("只有征求意见并备案的事项备案，并须写明批准文件。",
							"Only what is consulted upon and filed is filed, and with the document that approved it."),
					(c, in, m) -> c.item().obligation() == Obligation.CONSULT_AND_FILE && !Given.isBlank(in.text()),
					(c, in, m) -> Map.of("class", c.item().obligation().name(), "text", Given.orEmpty(in.text())))
			.apply((c, in, m) -> c.with(c.course().ended(Given.orEmpty(in.text()))))
			.awaited()
			.backdated()
			.event("matter-report.filed")
			.end();
	}

	private static void carryingOut(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("hand-over", MatterHandover.class, Text.of("交付办理", "Have it carried out"))
			.from(DECIDED, OPINIONS_SENT)
			.to(EXECUTING)
			.by(OFFICE)
			.rules("MAJ-01", "MAJ-07", "MAJ-09")
			.guard("MAJ-08", Text.of("征求意见并备案的事项以备案办结。", "What is consulted upon ends when it is filed."),
					(c, in, m) -> c.item().obligation() != Obligation.CONSULT_AND_FILE,
					(c, in, m) -> Map.of("class", c.item().obligation().name()))
			.guard("MAJ-07", Text.of("办结期限须晚于今天。", "The last day is to come."),
					(c, in, m) -> in.dueOn() == null || in.dueOn().isAfter(m.on()),
					(c, in, m) -> Map.of("dueOn", String.valueOf(in.dueOn())))
			.apply((c, in, m) -> c.with(c.course().handedOver(m.on())))
			.startsUntil(ResolutionClocks.EXECUTION,
					(c, in, m) -> (in.dueOn() != null) ? MatterClocks.reporter(c) : List.of(),
					(c, in, m) -> (in.dueOn() != null) ? in.dueOn() : m.on())
			.starts(ResolutionClocks.REPORT, (c, in, m) -> (in.dueOn() == null) ? MatterClocks.reporter(c) : List.of())
			.awaited()
			.backdated()
			.event("matter-report.handed-over")
			.end();
		workflow.step("extend-report", MatterPlain.class, Text.of("延长报告期限", "Allow more time to report"))
			.from(EXECUTING)
			.by(COUNCIL)
			.rules("MAJ-09")
			.prolongs(ResolutionClocks.REPORT, (c, in, m) -> MatterClocks.reporter(c))
			.event("matter-report.report-extended")
			.end();
		workflow.step("report", MatterWords.class, Text.of("报告办理情况", "Report what was done"))
			.from(EXECUTING)
			.to(REPORTED)
			.by(REPORTER)
			.rules("MAJ-01", "MAJ-07", "MAJ-09")
			.guard("MAJ-01", Text.of("办理情况须书面报告。", "It is reported in writing."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().reported(new Said(m.on(), Given.orEmpty(in.text())))))
			.ends(ResolutionClocks.REPORT)
			.ends(ResolutionClocks.EXECUTION)
			.awaited()
			.event("matter-report.reported")
			.end();
	}

	private static void ending(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("return", MatterReturn.class, Text.of("退回继续办理", "Send it back"))
			.from(REPORTED)
			.to(EXECUTING)
			.by(OFFICE)
			.rules("MAJ-01", "MAJ-07")
			.guard("MAJ-07", Text.of("新的期限须晚于今天。", "The new last day is to come."),
					(c, in, m) -> in.until().isAfter(m.on()), (c, in, m) -> Map.of("until", in.until()))
			.startsUntil(ResolutionClocks.EXECUTION, (c, in, m) -> MatterClocks.reporter(c), (c, in, m) -> in.until())
			.event("matter-report.returned")
			.end();
		workflow.step("close", MatterPlain.class, Text.of("办结", "Close it"))
			.from(DECIDED, REPORTED)
			.to(CLOSED)
			.by(OFFICE)
			.rules("MAJ-01")
			.awaited()
			.backdated()
			.event("matter-report.closed")
			.end();
	}

}
