package renda.legislation.filingreport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.agenda.Purpose;
import renda.legislation.filingreport.AnnualReport.Party;
import renda.legislation.filingreport.AnnualReport.State;
import renda.legislation.filingreport.AnnualReportAction.FilingReportHeard;
import renda.legislation.filingreport.AnnualReportAction.FilingReportOpening;
import renda.legislation.filingreport.AnnualReportAction.FilingReportPublishing;
import renda.legislation.filingreport.AnnualReportAction.FilingReportSubmitting;
import renda.legislation.filingreport.AnnualReportAction.FilingReportTelling;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by both parties, against {@code filingreport/steps.csv}. O
 * is the filing office, M the general office.
 */
class AnnualReportWorkflowTest {

	private static final LocalDate ON = LocalDate.of(2026, 9, 24);

	private static final UUID ID = new UUID(5, 1);

	private static final UUID MEETING = new UUID(5, 2);

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(AnnualReportWorkflow.DECLARED,
			"/filingreport/steps.csv", Map.of('O', Party.OFFICE, 'M', Party.MEETING));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests(
				(state, step, party) -> decide(report(state), List.of(), step, input(step), party, ON).after().state());
		assertThat(tests).hasSize(4 * 4 * 2);
		return tests;
	}

	@Test
	void fil21TheReportOfAYearIsHeardByTheEndOfTheNext() {
		List<Deadline> clocks = decide(report(State.DUE), List.of(), "open", new FilingReportOpening(2025),
				Party.OFFICE, ON)
			.clocks();
		assertThat(clocks).singleElement().satisfies((clock) -> {
			assertThat(clock.rule()).isEqualTo("FIL-21");
			assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
			assertThat(clock.holder().text()).isEqualTo("role:filing-office");
		});
		LocalDate late = LocalDate.of(2027, 2, 25);
		AnnualReport before = report(State.SUBMITTED);
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decide(before, clocks, "hear", hearing(sitting(late, true, 30)), Party.MEETING, late));
		assertThat(refusal.properties()).as("heard late, it says why").containsEntry("rule", "FIL-21");
		assertThat(AnnualReportWorkflow.DECLARED
			.decide(before, clocks, "hear", hearing(sitting(late, true, 30)), moment(Party.MEETING, late), "会期调整",
					WorkingDays.ofCalendar())
			.late()).hasSize(1);
	}

	@Test
	void itIsHeardAtAMeetingOnWhoseAgendaItIs() {
		for (Sitting wrong : List.of(sitting(ON, false, 30), sitting(ON.plusDays(9), true, 30))) {
			assertThat(refused("hear", hearing(wrong))).containsEntry("rule", "MTG-09");
		}
		assertThat(refused("hear", hearing(null))).containsEntry("rule", "MTG-09");
		assertThat(refused("hear", hearing(sitting(ON, true, 10)))).containsEntry("rule", "MTG-02");
	}

	@Test
	void fil28ItIsPublishedAndTheLevelAboveIsToldWithinThirtyDaysOfTheHearing() {
		Decision<AnnualReport, State, Party> heard = decide(report(State.SUBMITTED), List.of(), "hear",
				hearing(sitting(ON, true, 30)), Party.MEETING, ON);
		assertThat(heard.clocks()).singleElement().satisfies((clock) -> {
			assertThat(clock.rule()).isEqualTo("FIL-28");
			assertThat(clock.limit().text()).isEqualTo("30d");
			assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 10, 26));
		});
		AnnualReport published = decide(heard.after(), heard.clocks(), "publish", input("publish"), Party.OFFICE, ON)
			.after();
		assertThat(published.state()).isEqualTo(State.HEARD);
		assertThat(catchThrowableOfType(Refusal.class,
				() -> decide(published, List.of(), "publish", input("publish"), Party.OFFICE, ON))
			.properties()).containsEntry("rule", "FIL-28");
		Decision<AnnualReport, State, Party> told = decide(published, heard.clocks(), "report-upward",
				input("report-upward"), Party.OFFICE, ON.plusDays(20));
		assertThat(told.after().state()).isEqualTo(State.CLOSED);
		assertThat(told.after().upward().to()).isEqualTo("省人大常委会");
		assertThat(told.clocks()).extracting(Deadline::isRunning).containsExactly(false);
		AnnualReport first = decide(heard.after(), heard.clocks(), "report-upward", input("report-upward"),
				Party.OFFICE, ON)
			.after();
		assertThat(first.state()).as("in either order").isEqualTo(State.HEARD);
		assertThat(decide(first, List.of(), "publish", input("publish"), Party.OFFICE, ON).after().state())
			.isEqualTo(State.CLOSED);
	}

	private static Map<String, Object> refused(String step, Record input) {
		return catchThrowableOfType(Refusal.class,
				() -> decide(report(State.SUBMITTED), List.of(), step, input, Party.MEETING, ON))
			.properties();
	}

	private static AnnualReport report(State state) {
		AnnualReport due = AnnualReport.due(ID, "BSBG-2026-0001", ON, 2025, LocalDate.of(2026, 12, 31))
			.submitted(new AnnualReport.Submission(ON, "报告", new UUID(5, 3)));
		return due.in(state, ON, 3);
	}

	private static Record input(String step) {
		return switch (step) {
			case "submit" -> new FilingReportSubmitting("关于2025年备案审查工作情况的报告", new UUID(5, 3));
			case "hear" -> hearing(sitting(ON, true, 30));
			case "publish" -> new FilingReportPublishing("常委会公报");
			case "report-upward" -> new FilingReportTelling("省人大常委会", "已听取审议");
			default -> new FilingReportOpening(2025);
		};
	}

	private static FilingReportHeard hearing(Sitting sitting) {
		return new FilingReportHeard(MEETING, "同意", sitting, null);
	}

	private static Sitting sitting(LocalDate day, boolean adopted, int present) {
		return new Sitting(MEETING, "CWH-16-30", "第三十次会议", Body.STANDING_COMMITTEE, 16, 30, day, day, true, 51, present,
				new ArrayList<>(List
					.of(new Sitting.Item(new UUID(5, 4), AnnualReport.KIND, ID, Purpose.HEAR_REPORT, adopted, null))));
	}

	private static Moment<Party> moment(Party party, LocalDate on) {
		Role role = (party == Party.OFFICE) ? Role.FILING_OFFICE : Role.GENERAL_OFFICE;
		return new Moment<>(new Caller("x", "某", Set.of(role), Set.of(), ""), EnumSet.of(party), on,
				RuleBook.statutory(on));
	}

	private static Decision<AnnualReport, State, Party> decide(AnnualReport before, List<Deadline> clocks, String step,
			Record input, Party party, LocalDate on) {
		return AnnualReportWorkflow.DECLARED.decide(before, clocks, step, input, moment(party, on), "",
				WorkingDays.ofCalendar());
	}

}
