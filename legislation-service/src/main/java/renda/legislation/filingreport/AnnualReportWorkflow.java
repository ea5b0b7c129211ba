package renda.legislation.filingreport;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import renda.legislation.agenda.Purpose;
import renda.legislation.filingreport.AnnualReport.Party;
import renda.legislation.filingreport.AnnualReport.State;
import renda.legislation.filingreport.AnnualReportAction.FilingReportHeard;
import renda.legislation.filingreport.AnnualReportAction.FilingReportOpening;
import renda.legislation.filingreport.AnnualReportAction.FilingReportPublishing;
import renda.legislation.filingreport.AnnualReportAction.FilingReportSubmitting;
import renda.legislation.filingreport.AnnualReportAction.FilingReportTelling;
import renda.legislation.member.Body;
import renda.legislation.sitting.AtMeeting;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.filingreport.AnnualReport.Party.MEETING;
import static renda.legislation.filingreport.AnnualReport.Party.OFFICE;
import static renda.legislation.filingreport.AnnualReport.State.CLOSED;
import static renda.legislation.filingreport.AnnualReport.State.DUE;
import static renda.legislation.filingreport.AnnualReport.State.HEARD;
import static renda.legislation.filingreport.AnnualReport.State.SUBMITTED;

/**
 * What the law has for the yearly report (监督法 第四十五条): it is heard within the year, then
 * published with the catalogue, and the level above is told.
 */
final class AnnualReportWorkflow {

	/** Its last day is that of the year; the law promises the year and counts no days. */
	static final DeadlineRule HEARING = DeadlineRule.of("hearing", Text.of("听取备案审查工作情况报告", "Have the report heard"),
			"FIL-21", "");

	static final DeadlineRule UPWARD = DeadlineRule.of("upward", Text.of("报告上一级人大常委会", "Tell the level above"),
			"FIL-28", "fil.reportUpDays");

	/** For which of these it must be on the agenda to be heard. */
	static final Set<Purpose> PURPOSES = EnumSet.of(Purpose.HEAR_REPORT, Purpose.DELIBERATE);

	/** The declaration. */
	static final Workflow<AnnualReport, State, Party> DECLARED = declared();

	private AnnualReportWorkflow() {
	}

	/**
	 * The last day on which the standing committee hears the report of a year: that of
	 * the year after.
	 */
	static LocalDate dueOn(int year, RuleSet rules) {
		return MonthDay.parse(rules.value("fil.reportHearDue").value(), DateTimeFormatter.ofPattern("MM-dd"))
			.atYear(year + 1);
	}

	private static Workflow<AnnualReport, State, Party> declared() {
		Workflow.Builder<AnnualReport, State, Party> workflow = Workflow.of(AnnualReport.KIND, AnnualReport.class,
				State.class, Party.class, Text.of("备案审查工作情况报告", "yearly report on filing and review"));
		hearing(workflow);
		after(workflow);
		return workflow.build();
	}

	private static void hearing(Workflow.Builder<AnnualReport, State, Party> workflow) {
		workflow.opening("open", FilingReportOpening.class, Text.of("列入年度", "Note that the report of a year is due"))
			.to(DUE)
			.by(OFFICE)
			.rules("FIL-21")
			.startsUntil(HEARING, (c, in, m) -> office(), (c, in, m) -> c.dueOn())
			.event("filing-report.due")
			.end();
		workflow.step("submit", FilingReportSubmitting.class, Text.of("提请常委会会议听取", "Put it before the committee"))
			.from(DUE, SUBMITTED)
			.to(SUBMITTED)
			.by(OFFICE)
			.rules("FIL-21")
			.apply((c, in, m) -> c.submitted(new AnnualReport.Submission(m.on(), in.title().strip(), in.report())))
			.awaited()
			.backdated()
			.event("filing-report.submitted")
			.end();
		workflow.step("hear", FilingReportHeard.class, Text.of("会议听取审议", "Record that the meeting heard it"))
			.from(SUBMITTED)
			.to(HEARD)
			.by(MEETING, OFFICE)
			.rules("FIL-21", "MTG-09", "MTG-02")
			.guard("MTG-09", Text.of("未列入所述会议已通过的议程，或者不在会期之内。",
					"It is not on the agenda that the meeting has adopted, or the day is not one of the meeting's."),
					(c, in, m) -> in.before() != null || AtMeeting.isDealtWith(in.sitting(), Body.STANDING_COMMITTEE,
							AnnualReport.KIND, c.id(), m.on(), PURPOSES),
					(c, in, m) -> AtMeeting.facts(in.sitting(), c.id()))
			.guard("MTG-02", Text.of("出席人数不足，会议不得举行。", "Too few were present for the meeting to be held."),
					(c, in, m) -> in.before() != null || AtMeeting.isQuorate(in.sitting(), m.rules()),
					(c, in, m) -> AtMeeting.facts(in.sitting(), c.id()))
			.apply((c, in, m) -> c
				.heard(new AnnualReport.Hearing(m.on(), in.meeting(), name(in), Given.orEmpty(in.opinions()))))
			.ends(HEARING)
			.starts(UPWARD, (c, in, m) -> office())
			.awaited()
			.backdated()
			.event("filing-report.heard")
			.end();
	}

	private static void after(Workflow.Builder<AnnualReport, State, Party> workflow) {
		workflow.step("publish", FilingReportPublishing.class, Text.of("公布报告和备案目录", "Publish it with the catalogue"))
			.from(HEARD)
			.toOneOf((c, in, m) -> c.afterHearing(), HEARD, CLOSED)
			.by(OFFICE)
			.rules("FIL-28")
			.guard("FIL-28", Text.of("报告和目录已经公布。", "The report and the catalogue are published."),
					(c, in, m) -> c.publication() == null, (c, in, m) -> Map.of("published", true))
			.apply((c, in, m) -> c.published(new AnnualReport.Publication(m.on(), in.where().strip())))
			.awaited()
			.backdated()
			.event("filing-report.published")
			.end();
		workflow.step("report-upward", FilingReportTelling.class, Text.of("报告上一级人大常委会", "Tell the level above"))
			.from(HEARD)
			.toOneOf((c, in, m) -> c.afterHearing(), HEARD, CLOSED)
			.by(OFFICE)
			.rules("FIL-28")
			.guard("FIL-28", Text.of("已经报告。", "The level above was told."), (c, in, m) -> c.upward() == null,
					(c, in, m) -> Map.of("told", true))
			.apply((c, in, m) -> c.told(new AnnualReport.Upward(m.on(), in.to().strip(), in.words().strip())))
			.ends(UPWARD)
			.awaited()
			.backdated()
			.event("filing-report.told-upward")
			.end();
	}

	/**
	 * What the meeting is called that heard it.
	 */
	private static String name(FilingReportHeard heard) {
		return (heard.sitting() != null) ? heard.sitting().name() : Given.orEmpty(heard.before());
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.FILING_OFFICE));
	}

}
