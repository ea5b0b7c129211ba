package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import renda.legislation.agenda.Purpose;
import renda.legislation.matter.Frequency;
import renda.legislation.matter.Matter;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.matterreport.MatterReport.DecidedBy;
import renda.legislation.matterreport.MatterReport.Heard;
import renda.legislation.matterreport.MatterReport.Party;
import renda.legislation.matterreport.MatterReport.Said;
import renda.legislation.matterreport.MatterReport.State;
import renda.legislation.matterreport.MatterReport.Submission;
import renda.legislation.member.Body;
import renda.legislation.organ.StateOrgan;
import renda.legislation.resolution.Resolutions.Adopted;
import renda.legislation.sitting.Sitting;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.workflow.Moment;

/**
 * Reports on major matters in every state: the finance bureau reports for the government,
 * the finance committee examines.
 */
final class MatterReportFixtures {

	static final LocalDate OPENED = LocalDate.of(2026, 5, 30);

	static final LocalDate DUE = LocalDate.of(2026, 8, 28);

	static final LocalDate TODAY = LocalDate.of(2026, 9, 2);

	static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000711");

	static final UUID MEETING = UUID.fromString("00000000-0000-7000-8000-000000000811");

	static final UUID RESOLUTION = UUID.fromString("00000000-0000-7000-8000-000000000911");

	private MatterReportFixtures() {
	}

	static Matter matter(Obligation obligation) {
		return new Matter(new UUID(7, 1), new UUID(7, 2), "B-02", 2, "预算执行情况", StateOrgan.GOVERNMENT, "finance-bureau",
				"监督法 第二十四条", obligation, Frequency.YEARLY, List.of("08-28"), null, "finance-committee", null, null,
				false, false);
	}

	/**
	 * What is consulted upon takes steps that others do not.
	 */
	static MatterReport ready(State state, String step) {
		return ready(state,
				(step.equals("reply") || step.equals("file")) ? Obligation.CONSULT_AND_FILE : Obligation.REPORT);
	}

	static MatterReport ready(State state, Obligation obligation) {
		MatterReport made = MatterReport.due(ID, "ZD-2026-0001", OPENED, matter(obligation), "2026", "", DUE);
		if (state.ordinal() >= State.SUBMITTED.ordinal() && state != State.CANCELLED) {
			made = made.with(made.course().submitted(new Submission(DUE, "关于预算执行情况的报告", "报告内容")));
		}
		if (state.ordinal() >= State.COMMITTEE.ordinal() && state != State.CANCELLED) {
			made = made.with(made.course().examined(new Said(DUE, "审查意见")));
		}
		if (state.ordinal() >= State.SC.ordinal() && state != State.CANCELLED
				&& obligation != Obligation.CONSULT_AND_FILE) {
			made = made.with(made.course().heard(new Heard(DUE, MEETING, "第四次会议", "")));
		}
		if (state == State.DECIDED) {
			made = made.with(made.course().decided(new DecidedBy(RESOLUTION, "JD-2026-0001", "决议", DUE)));
		}
		return made.in(state, DUE, 9);
	}

	static Sitting sitting(boolean adopted, Purpose purpose, int present) {
		return new Sitting(MEETING, "CWH-16-04", "第四次会议", Body.STANDING_COMMITTEE, 16, 4, TODAY, TODAY, true, 51,
				present, List.of(new Sitting.Item(new UUID(8, 2), MatterReport.KIND, ID, purpose, adopted, DUE)));
	}

	static Record input(String step) {
		return switch (step) {
			case "submit" -> new MatterReportAction.MatterSubmission("关于预算执行情况的报告", "报告内容");
			case "refer" -> new MatterReportAction.MatterReferral("finance-committee");
			case "hear" -> new MatterReportAction.MatterHearing(MEETING, "意见", sitting(true, Purpose.HEAR_REPORT, 40));
			case "decide" ->
				new MatterReportAction.MatterDecision(RESOLUTION, new Adopted(RESOLUTION, "JD-2026-0001", "决议", TODAY));
			case "hand-over" -> new MatterReportAction.MatterHandover(null);
			case "return" -> new MatterReportAction.MatterReturn(TODAY.plusDays(30), "未完成");
			case "table", "extend-report", "close" -> new MatterReportAction.MatterPlain();
			default -> new MatterReportAction.MatterWords("书面内容");
		};
	}

	static Caller caller(Party party) {
		return switch (party) {
			case REPORTER -> new Caller("bureau", "财政局", Set.of(Role.ORGAN), Set.of(), "finance-bureau");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case COMMITTEE -> new Caller("finance", "财经委", Set.of(Role.COMMITTEE), Set.of(), "finance-committee");
			case OFFICE -> new Caller("office", "办公厅", Set.of(Role.GENERAL_OFFICE), Set.of(), "");
			case CALENDAR -> new Caller(MatterReportKind.CALENDAR, "系统", Set.of(Role.SERVICE), Set.of(), "");
		};
	}

	static Moment<Party> moment(Party party, LocalDate on) {
		return new Moment<>(caller(party), Set.of(party), on, RuleBook.statutory(on));
	}

}
