package renda.legislation.matterreport;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.agenda.Purpose;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.matterreport.MatterReport.Party;
import renda.legislation.matterreport.MatterReport.State;
import renda.legislation.organ.StateOrgan;
import renda.legislation.organ.StateOrgans;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.matterreport.MatterReportFixtures.DUE;
import static renda.legislation.matterreport.MatterReportFixtures.OPENED;
import static renda.legislation.matterreport.MatterReportFixtures.TODAY;
import static renda.legislation.matterreport.MatterReportFixtures.input;
import static renda.legislation.matterreport.MatterReportFixtures.ready;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code matterreport/steps.csv}, and what each rule refuses. Letters: M the reporting
 * organ, R the chairpersons' meeting, W the committee, O the office.
 */
class MatterReportWorkflowTest {

	private static final Workflow<MatterReport, State, Party> DECLARED = MatterReportWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(MatterReportWorkflow.DECLARED,
			"/matterreport/steps.csv",
			Map.of('M', Party.REPORTER, 'R', Party.COUNCIL, 'W', Party.COMMITTEE, 'O', Party.OFFICE));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("open", "raise");
		assertThat(DECLARED.step("open").automatic()).isTrue();
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step,
				party) -> decided(ready(state, step), List.of(), step, input(step), party, TODAY, "").after().state());
		assertThat(tests).hasSize(15 * 10 * 5);
		return tests;
	}

	@Test
	void whoIsWhoInACase() {
		MatterReportKind kind = new MatterReportKind(null, JsonMapper.shared(),
				new StateOrgans(Map.of(StateOrgan.GOVERNMENT, "city-government", StateOrgan.COURT, "court")),
				new CityProfile("410100", Text.of("甲市", "A"), Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"),
						List.of()));
		MatterReport report = ready(State.DUE, "submit");
		for (Party party : Party.values()) {
			assertThat(kind.actors(report, MatterReportFixtures.caller(party))).as(party.name()).containsExactly(party);
		}
		assertThat(kind.actors(report, organ("city-government"))).as("answers for its bureau")
			.containsExactly(Party.REPORTER);
		assertThat(kind.actors(report, organ("court"))).isEmpty();
		assertThat(kind.actors(report, Caller.ANONYMOUS)).isEmpty();
		Caller elsewhere = new Caller("office", "邻市办公厅", Set.of(Role.GENERAL_OFFICE, Role.COUNCIL), Set.of("410200"),
				"");
		assertThat(kind.actors(report, elsewhere)).as("acts for another city").isEmpty();
		assertThat(kind.actors(report, new Caller("deputy-service", "服务", Set.of(Role.SERVICE), Set.of(), "")))
			.isEmpty();
		assertThat(kind.view(ready(State.SUBMITTED, "refer"), Caller.ANONYMOUS).text()).isNull();
		assertThat(kind.view(ready(State.DECIDED, "close"), Caller.ANONYMOUS).text()).isEqualTo("报告内容");
	}

	private static Caller organ(String code) {
		return new Caller("clerk", "经办", Set.of(Role.ORGAN), Set.of(), code);
	}

	@ParameterizedTest
	@CsvSource({ "DECIDE, MAJ-02", "REPORT, MAJ-03", "CONSULT_AND_FILE, MAJ-08" })
	void maj02Maj03Maj08EachClassHasItsClockUntilTheDayOfTheList(Obligation obligation, String rule) {
		MatterReport due = MatterReport.due(MatterReportFixtures.ID, "ZD-2026-0001", OPENED,
				MatterReportFixtures.matter(obligation), "2026", "", DUE);
		Decision<MatterReport, State, Party> opened = decided(due, List.of(), "open",
				new MatterReportAction.MatterPeriod("2026"), Party.CALENDAR, OPENED, "");
		assertThat(opened.clocks()).hasSize(1).allSatisfy((clock) -> {
			assertThat(clock.rule()).isEqualTo(rule);
			assertThat(clock.dueOn()).isEqualTo(DUE);
			assertThat(clock.holder().text()).isEqualTo("organ:finance-bureau");
		});
		Refusal late = refusal(due, opened.clocks(), "submit", input("submit"), Party.REPORTER, DUE.plusDays(1), "");
		assertThat(late.properties()).containsEntry("rule", rule);
		Decision<MatterReport, State, Party> submitted = decided(due, opened.clocks(), "submit", input("submit"),
				Party.REPORTER, DUE.plusDays(1), "决算未完成");
		assertThat(submitted.late()).hasSize(1);
		assertThat(submitted.clocks().stream().filter(Deadline::isRunning).map(Deadline::rule))
			.containsExactlyElementsOf((obligation == Obligation.CONSULT_AND_FILE) ? List.of() : List.of("MAJ-05"));
	}

	@Test
	void maj03WhatHasToComeIsNotDroppedWithoutReasons() {
		refused("MAJ-03", ready(State.DUE, "cancel"), "cancel", new MatterReportAction.MatterWords(" "), Party.COUNCIL);
	}

	@Test
	void maj04TheCommitteeReportsInThirtyDaysBeforeItGoesToAMeeting() {
		Decision<MatterReport, State, Party> referred = decided(ready(State.SUBMITTED, "refer"), List.of(), "refer",
				input("refer"), Party.COUNCIL, TODAY, "");
		assertThat(referred.clocks().getFirst().rule()).isEqualTo("MAJ-04");
		assertThat(referred.clocks().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 10, 8));
		MatterReport silent = referred.after().with(referred.after().course().referred("finance-committee"));
		MatterReport without = silent.with(MatterReport.Handling.NONE.referred("finance-committee"));
		refused("MAJ-04", without, "table", input("table"), Party.COUNCIL);
		refused("MAJ-04", silent, "examine", new MatterReportAction.MatterWords(""), Party.COMMITTEE);
	}

	@Test
	void mtg09AndMtg02ItIsHeardByAMeetingThatHasItOnItsAgenda() {
		MatterReport tabled = ready(State.SC, "hear");
		for (MatterReportAction.MatterHearing unfit : List.of(
				new MatterReportAction.MatterHearing(MatterReportFixtures.MEETING, null, null),
				new MatterReportAction.MatterHearing(MatterReportFixtures.MEETING, null,
						MatterReportFixtures.sitting(false, Purpose.HEAR_REPORT, 40)),
				new MatterReportAction.MatterHearing(MatterReportFixtures.MEETING, null,
						MatterReportFixtures.sitting(true, Purpose.VOTE, 40)))) {
			refused("MTG-09", tabled, "hear", unfit, Party.OFFICE);
		}
		refused("MTG-02", tabled, "hear", new MatterReportAction.MatterHearing(MatterReportFixtures.MEETING, null,
				MatterReportFixtures.sitting(true, Purpose.HEAR_REPORT, 25)), Party.OFFICE);
	}

	@Test
	void maj05NothingIsDecidedBeforeItIsDeliberated() {
		MatterReport unheard = ready(State.SUBMITTED, "table").in(State.SC, DUE, 9);
		refused("MAJ-05", unheard, "decide", input("decide"), Party.OFFICE);
		refused("MAJ-05", unheard, "send-opinions", input("send-opinions"), Party.OFFICE);
	}

	@Test
	void maj02ItIsDecidedByAResolutionThatWasAdopted() {
		refused("MAJ-02", ready(State.SC, "decide"), "decide",
				new MatterReportAction.MatterDecision(MatterReportFixtures.RESOLUTION, null), Party.OFFICE);
		assertThat(decided(ready(State.SC, "decide"), List.of(), "decide", input("decide"), Party.OFFICE, TODAY, "")
			.after()
			.course()
			.decided()
			.code()).isEqualTo("JD-2026-0001");
	}

	@Test
	void maj06WhereNothingIsDecidedTheOpinionsAreSentInWriting() {
		refused("MAJ-06", ready(State.SC, "send-opinions"), "send-opinions", new MatterReportAction.MatterWords(""),
				Party.OFFICE);
		refused("MAJ-06", ready(State.SUBMITTED, "reply"), "reply", new MatterReportAction.MatterWords(""),
				Party.OFFICE);
	}

	@Test
	void maj08WhatIsConsultedUponIsAnsweredAndFiledWithoutAMeeting() {
		MatterReport consulted = ready(State.SUBMITTED, "reply");
		refused("MAJ-08", consulted, "table", input("table"), Party.COUNCIL);
		refused("MAJ-08", ready(State.SUBMITTED, "refer"), "reply", input("reply"), Party.OFFICE);
		MatterReport replied = decided(consulted, List.of(), "reply", input("reply"), Party.OFFICE, TODAY, "").after();
		refused("MAJ-08", replied, "hand-over", input("hand-over"), Party.OFFICE);
		refused("MAJ-08", replied, "file", new MatterReportAction.MatterWords(""), Party.REPORTER);
		refused("MAJ-08", ready(State.OPINIONS_SENT, "hand-over"), "file", input("file"), Party.REPORTER);
		assertThat(decided(replied, List.of(), "file", input("file"), Party.REPORTER, TODAY, "").after().state())
			.isEqualTo(State.CLOSED);
	}

	@Test
	void maj09OpinionsInTenDaysAndReportsInThreeMonthsAtMostSix() {
		Decision<MatterReport, State, Party> heard = decided(ready(State.SC, "hear"), List.of(), "hear", input("hear"),
				Party.OFFICE, TODAY, "");
		assertThat(heard.clocks().getFirst().rule()).isEqualTo("MAJ-09");
		assertThat(heard.clocks().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 9, 14));
		Decision<MatterReport, State, Party> given = decided(ready(State.OPINIONS_SENT, "hand-over"), List.of(),
				"hand-over", input("hand-over"), Party.OFFICE, TODAY, "");
		assertThat(given.clocks().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 12, 2));
		assertThat(decided(given.after(), given.clocks(), "extend-report", input("extend-report"), Party.COUNCIL, TODAY,
				"")
			.clocks()
			.getFirst()
			.dueOn()).isEqualTo(LocalDate.of(2027, 3, 2));
	}

	@Test
	void maj01AndMaj07WhatWasDoneIsReportedByTheDayThatWasFixed() {
		refused("MAJ-07", ready(State.DECIDED, "hand-over"), "hand-over", new MatterReportAction.MatterHandover(TODAY),
				Party.OFFICE);
		Decision<MatterReport, State, Party> given = decided(ready(State.DECIDED, "hand-over"), List.of(), "hand-over",
				new MatterReportAction.MatterHandover(TODAY.plusDays(40)), Party.OFFICE, TODAY, "");
		assertThat(given.clocks().getFirst().rule()).isEqualTo("MAJ-07");
		assertThat(given.clocks().getFirst().dueOn()).isEqualTo(TODAY.plusDays(40));
		refused("MAJ-01", ready(State.EXECUTING, "report"), "report", new MatterReportAction.MatterWords(null),
				Party.REPORTER);
		refused("MAJ-07", ready(State.REPORTED, "return"), "return", new MatterReportAction.MatterReturn(TODAY, "未完成"),
				Party.OFFICE);
	}

	private static Decision<MatterReport, State, Party> decided(MatterReport before, List<Deadline> clocks, String step,
			Record input, Party party, LocalDate on, String lateReason) {
		return DECLARED.decide(before, clocks, step, input, MatterReportFixtures.moment(party, on), lateReason,
				WorkingDays.ofCalendar());
	}

	private static void refused(String rule, MatterReport before, String step, Record input, Party party) {
		assertThat(refusal(before, List.of(), step, input, party, TODAY, "").properties()).containsEntry("rule", rule);
	}

	private static Refusal refusal(MatterReport before, List<Deadline> clocks, String step, Record input, Party party,
			LocalDate on, String lateReason) {
		return catchThrowableOfType(Refusal.class, () -> decided(before, clocks, step, input, party, on, lateReason));
	}

}
