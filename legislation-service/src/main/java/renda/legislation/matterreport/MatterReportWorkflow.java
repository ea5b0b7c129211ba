package renda.legislation.matterreport;

import java.util.List;
import java.util.Map;

import renda.legislation.matter.Matter.Obligation;
import renda.legislation.matterreport.MatterReport.Heard;
import renda.legislation.matterreport.MatterReport.Party;
import renda.legislation.matterreport.MatterReport.Said;
import renda.legislation.matterreport.MatterReport.State;
import renda.legislation.matterreport.MatterReport.Submission;
import renda.legislation.matterreport.MatterReportAction.MatterEvent;
import renda.legislation.matterreport.MatterReportAction.MatterHearing;
import renda.legislation.matterreport.MatterReportAction.MatterPeriod;
import renda.legislation.matterreport.MatterReportAction.MatterPlain;
import renda.legislation.matterreport.MatterReportAction.MatterReferral;
import renda.legislation.matterreport.MatterReportAction.MatterSubmission;
import renda.legislation.matterreport.MatterReportAction.MatterWords;
import renda.legislation.member.Body;
import renda.legislation.resolution.ResolutionClocks;
import renda.legislation.sitting.AtMeeting;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.matterreport.MatterReport.Party.CALENDAR;
import static renda.legislation.matterreport.MatterReport.Party.COMMITTEE;
import static renda.legislation.matterreport.MatterReport.Party.COUNCIL;
import static renda.legislation.matterreport.MatterReport.Party.OFFICE;
import static renda.legislation.matterreport.MatterReport.Party.REPORTER;
import static renda.legislation.matterreport.MatterReport.State.CANCELLED;
import static renda.legislation.matterreport.MatterReport.State.DUE;
import static renda.legislation.matterreport.MatterReport.State.SC;
import static renda.legislation.matterreport.MatterReport.State.SUBMITTED;

/**
 * The law's table of a report on a major matter. Here: from the day it falls due to the
 * meeting. What comes of it stands in {@link MatterFollowUp}.
 */
final class MatterReportWorkflow {

	/** The declaration. */
	static final Workflow<MatterReport, State, Party> DECLARED = declared();

	private MatterReportWorkflow() {
	}

	private static Workflow<MatterReport, State, Party> declared() {
		Workflow.Builder<MatterReport, State, Party> workflow = Workflow.of(MatterReport.KIND, MatterReport.class,
				State.class, Party.class, Text.of("重大事项报告", "report on a major matter"));
		falling(workflow);
		submitting(workflow);
		examining(workflow);
		hearing(workflow);
		MatterFollowUp.declare(workflow);
		return workflow.build();
	}

	private static void falling(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.opening("open", MatterPeriod.class, Text.of("按清单到期", "It falls due by the list"))
			.to(DUE)
			.by(CALENDAR)
			.rules("MAJ-02", "MAJ-03", "MAJ-08")
			.startsUntil(MatterClocks.DECIDE, (c, in, m) -> MatterClocks.reporter(c, Obligation.DECIDE),
					(c, in, m) -> c.dueOn())
			.startsUntil(MatterClocks.REPORT, (c, in, m) -> MatterClocks.reporter(c, Obligation.REPORT),
					(c, in, m) -> c.dueOn())
			.startsUntil(MatterClocks.FILE, (c, in, m) -> MatterClocks.reporter(c, Obligation.CONSULT_AND_FILE),
					(c, in, m) -> c.dueOn())
			.automatic()
			.event("matter-report.due")
			.end();
		workflow.opening("raise", MatterEvent.class, Text.of("发生应提交的事项", "Something has happened"))
			.to(DUE)
			.by(OFFICE, REPORTER)
			.rules("MAJ-02", "MAJ-03", "MAJ-08")
			.startsUntil(MatterClocks.DECIDE, (c, in, m) -> MatterClocks.reporter(c, Obligation.DECIDE),
					(c, in, m) -> c.dueOn())
			.startsUntil(MatterClocks.REPORT, (c, in, m) -> MatterClocks.reporter(c, Obligation.REPORT),
					(c, in, m) -> c.dueOn())
			.startsUntil(MatterClocks.FILE, (c, in, m) -> MatterClocks.reporter(c, Obligation.CONSULT_AND_FILE),
					(c, in, m) -> c.dueOn())
			.event("matter-report.raised")
			.end();
	}

	private static void submitting(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("submit", MatterSubmission.class, Text.of("提交", "Submit it"))
			.from(DUE)
			.to(SUBMITTED)
			.by(REPORTER, OFFICE)
			.rules("MAJ-02", "MAJ-03", "MAJ-08")
			.apply((c, in, m) -> c
				.with(c.course().submitted(new Submission(m.on(), in.title().strip(), in.text().strip()))))
			.ends(MatterClocks.REPORT)
			.starts(ResolutionClocks.DELIBERATION,
					(c, in, m) -> (c.item().obligation() == Obligation.CONSULT_AND_FILE) ? List.of()
							: ResolutionClocks.council())
			.awaited()
			.backdated()
			.event("matter-report.submitted")
			.end();
		workflow.step("cancel", MatterWords.class, Text.of("不再提交", "It is not submitted"))
			.from(DUE)
			.to(CANCELLED)
			.by(COUNCIL)
			.rules("MAJ-03")
			.guard("MAJ-03",
					Text.of("应当报告的事项不再提交的，须说明理由。", "Where what has to come does not come, the reasons are said."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().ended(Given.orEmpty(in.text()))))
			.backdated()
			.event("matter-report.cancelled")
			.end();
	}

	private static void examining(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("refer", MatterReferral.class, Text.of("交委员会审查", "Send it to a committee"))
			.from(SUBMITTED)
			.to(State.COMMITTEE)
			.by(COUNCIL)
			.rules("MAJ-04")
			.apply((c, in, m) -> c.with(c.course().referred(in.committee())))
			.starts(ResolutionClocks.REVIEW, (c, in, m) -> MatterClocks.committee(c))
			.awaited()
			.backdated()
			.event("matter-report.referred")
			.end();
		workflow.step("examine", MatterWords.class, Text.of("提出审查意见", "Report on it"))
			.from(State.COMMITTEE)
			.by(COMMITTEE)
			.rules("MAJ-04")
			.guard("MAJ-04", Text.of("审查意见须书面提出。", "What was found is put in writing."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.with(c.course().examined(new Said(m.on(), Given.orEmpty(in.text())))))
			.ends(ResolutionClocks.REVIEW)
			.awaited()
			.backdated()
			.event("matter-report.examined")
			.end();
		workflow.step("table", MatterPlain.class, Text.of("提请常委会会议", "Put it before the standing committee"))
			.from(SUBMITTED, State.COMMITTEE)
			.to(SC)
			.by(COUNCIL)
			.rules("MAJ-04", "MTG-09")
			.guard("MAJ-04", Text.of("委员会尚未提出审查意见。", "The committee has not reported yet."),
					(c, in, m) -> c.state() == SUBMITTED || c.course().examination() != null,
					(c, in, m) -> Map.of("committee", c.course().committee()))
			.guard("MAJ-08",
					Text.of("征求意见并备案的事项不提请会议审议。", "What is consulted upon and filed does not go to a meeting."),
					(c, in, m) -> c.item().obligation() != Obligation.CONSULT_AND_FILE,
					(c, in, m) -> Map.of("class", c.item().obligation().name()))
			.awaited()
			.backdated()
			.event("matter-report.tabled")
			.end();
	}

	private static void hearing(Workflow.Builder<MatterReport, State, Party> workflow) {
		workflow.step("hear", MatterHearing.class, Text.of("会议听取审议", "Record that the meeting heard it"))
			.from(SC)
			.by(OFFICE, COUNCIL)
			.rules("MAJ-05", "MTG-09", "MTG-02")
			.guard("MTG-09", Text.of("未列入所述会议已通过的议程，或者不在会期之内。",
					"It is not on the agenda that the meeting has adopted, or the day is not one of the meeting's."),
					(c, in, m) -> AtMeeting.isDealtWith(in.sitting(), Body.STANDING_COMMITTEE, MatterReport.KIND,
							c.id(), m.on(), MatterClocks.HEARD),
					(c, in, m) -> AtMeeting.facts(in.sitting(), c.id()))
			.guard("MTG-02", Text.of("出席人数不足，会议不得举行。", "Too few were present for the meeting to be held."),
					(c, in, m) -> AtMeeting.isQuorate(in.sitting(), m.rules()),
					(c, in, m) -> AtMeeting.facts(in.sitting(), c.id()))
			.apply((c, in, m) -> (in.sitting() == null) ? c
					: c.with(c.course()
						.heard(new Heard(m.on(), in.meeting(), in.sitting().name(), Given.orEmpty(in.opinions())))))
			.ends(ResolutionClocks.DELIBERATION)
			.cancels(ResolutionClocks.OPINIONS)
			.starts(ResolutionClocks.OPINIONS, (c, in, m) -> ResolutionClocks.office())
			.awaited()
			.backdated()
			.event("matter-report.heard")
			.end();
	}

}
