package renda.legislation.passage;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillFixtures;
import renda.legislation.bill.BillResult.PublicationChannel;
import renda.legislation.member.Body;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.bill.BillFixtures.CHECKS;
import static renda.legislation.bill.BillFixtures.MEETING;
import static renda.legislation.bill.BillFixtures.TODAY;
import static renda.legislation.bill.BillFixtures.deciding;
import static renda.legislation.bill.BillFixtures.input;
import static renda.legislation.bill.BillFixtures.known;
import static renda.legislation.bill.BillFixtures.moment;
import static renda.legislation.bill.BillFixtures.ready;
import static renda.legislation.bill.BillFixtures.sitting;

/**
 * The periods within which a bill goes on: what starts and stops each, and that what
 * comes late is taken with a reason.
 */
class BillClocksTest {

	private static Decision<Bill, State, Party> decide(Bill bill, String step, Record input, Party party, LocalDate on,
			List<Deadline> clocks, String lateReason) {
		return BillWorkflow.DECLARED.decide(bill, clocks, step, input, moment(party, on), lateReason,
				WorkingDays.ofCalendar());
	}

	private static Decision<Bill, State, Party> taken(State state, String step, Party party) {
		return decide(ready(state, step), step, input(state, step), party, TODAY, List.of(), "");
	}

	private static List<String> running(Decision<Bill, State, Party> decision) {
		return decision.clocks().stream().filter(Deadline::isRunning).map(Deadline::rule).toList();
	}

	private static Deadline clock(Decision<Bill, State, Party> decision, String rule) {
		return decision.clocks().stream().filter((clock) -> clock.rule().equals(rule)).findFirst().orElseThrow();
	}

	/**
	 * Late without a reason it is refused by the rule, with one it is taken and marked.
	 */
	private static void late(String rule, Bill bill, String step, Record input, Party party, LocalDate on,
			List<Deadline> clocks) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> decide(bill, step, input, party, on, clocks, ""));
		assertThat(refusal).as("late without a reason").isNotNull();
		assertThat(refusal.properties().get("rule")).isEqualTo(rule);
		assertThat(decide(bill, step, input, party, on, clocks, "资料不全").late()).extracting(Deadline::rule)
			.containsExactly(rule);
	}

	@Test
	void leg73ACommitteeReportsOnItsPreliminaryReviewWithinSixMonths() {
		Decision<Bill, State, Party> referred = taken(State.SUBMITTED, "refer", Party.COUNCIL);
		assertThat(referred.clocks()).singleElement()
			.satisfies((clock) -> assertThat(clock.rule()).isEqualTo("LEG-73"))
			.satisfies((clock) -> assertThat(clock.holder().text()).isEqualTo("organ:city-building"))
			.satisfies((clock) -> assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 12, 1)));
		BillAction.BillPreliminaryReport report = new BillAction.BillPreliminaryReport("可行", "全体会议", CHECKS, null);
		late("LEG-73", referred.after(), "report-preliminary", report, Party.COMMITTEE, LocalDate.of(2026, 12, 2),
				referred.clocks());
		assertThat(running(decide(referred.after(), "report-preliminary", report, Party.COMMITTEE, TODAY.plusMonths(1),
				referred.clocks(), "")))
			.isEmpty();
		assertThat(running(decide(referred.after(), "return", deciding(), Party.COUNCIL, TODAY.plusMonths(7),
				referred.clocks(), "")))
			.as("given back to the proposer")
			.isEmpty();
		LocalDate then = LocalDate.of(2024, 6, 3);
		assertThat(decide(ready(State.SUBMITTED, "refer").in(State.SUBMITTED, then, 2), "refer",
				input(State.SUBMITTED, "refer"), Party.COUNCIL, then, List.of(), "")
			.clocks()).as("the city's own rules had no such period").isEmpty();
	}

	@Test
	void leg74TheLegislativeCommitteeReportsWithinSixMonthsOfTheFirstReading() {
		Decision<Bill, State, Party> read = taken(State.LISTED, "read-first", Party.OFFICE);
		assertThat(clock(read, "LEG-74").holder().text()).isEqualTo("role:legal-committee");
		assertThat(clock(read, "LEG-74").dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
		Bill reviewing = ready(State.UNIFIED_REVIEW, "report-review").in(State.UNIFIED_REVIEW, TODAY, 5);
		List<Deadline> legal = List.of(clock(read, "LEG-74"));
		late("LEG-74", reviewing, "report-review", input(State.UNIFIED_REVIEW, "report-review"), Party.LEGAL_COMMITTEE,
				LocalDate.of(2026, 12, 2), legal);
		assertThat(running(decide(ready(State.READING_1, "shelve"), "shelve", deciding(), Party.COUNCIL,
				LocalDate.of(2026, 12, 2), legal, "")))
			.as("set aside, it waits for nobody's report")
			.containsExactly("LEG-47");
	}

	@Test
	void leg75TheProvinceIsAskedAfterTheFirstReadingWhileThePublicIs() {
		Decision<Bill, State, Party> read = taken(State.LISTED, "read-first", Party.OFFICE);
		List<Deadline> province = List.of(clock(read, "LEG-75"));
		assertThat(province.getFirst().dueOn()).isEqualTo(TODAY.plusDays(30));
		BillAction.BillProvinceAsked asked = new BillAction.BillProvinceAsked("人常法函1号", "第三条宜修改");
		late("LEG-75", read.after(), "ask-province", asked, Party.OFFICE, TODAY.plusDays(40), province);
		Decision<Bill, State, Party> done = decide(read.after(), "ask-province", asked, Party.OFFICE, TODAY.plusDays(3),
				province, "");
		assertThat(running(done)).isEmpty();
		assertThat(done.after().course().decision("ask-province")).hasValueSatisfying((decision) -> {
			assertThat(decision.document()).isEqualTo("人常法函1号");
			assertThat(decision.reason()).isEqualTo("第三条宜修改");
		});
		assertThat(running(decide(ready(State.VOTE_DRAFT, "reject"), "reject",
				new BillAction.BillDecided(BillFixtures.decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 20)),
				Party.PLENARY, TODAY.plusDays(60), province, "")))
			.isEmpty();
	}

	@Test
	void leg77ItIsAnnouncedWithinTwentyDaysOfTheLetterOfApproval() {
		Decision<Bill, State, Party> approved = taken(State.APPROVAL_PENDING, "approve", Party.OFFICE);
		assertThat(clock(approved, "LEG-77").dueOn()).isEqualTo(TODAY.plusDays(21));
		Bill bill = ready(State.APPROVED, "promulgate").in(State.APPROVED, TODAY, 3);
		late("LEG-77", bill, "promulgate", BillFixtures.announcement(), Party.OFFICE, TODAY.plusDays(22),
				approved.clocks());
		assertThat(running(decide(bill, "promulgate", BillFixtures.announcement(), Party.OFFICE, TODAY.plusDays(9),
				approved.clocks(), "")))
			.doesNotContain("LEG-77");
	}

	@Test
	void leg54TheNewspaperPrintsTheWholeTextWithinSevenDays() {
		Decision<Bill, State, Party> promulgated = taken(State.APPROVED, "promulgate", Party.OFFICE);
		List<Deadline> newspaper = List.of(clock(promulgated, "LEG-54"));
		assertThat(newspaper.getFirst().dueOn()).isEqualTo(TODAY.plusDays(7));
		assertThat(
				decide(promulgated.after(), "publish", new BillAction.BillPublishing(PublicationChannel.GAZETTE, "第6期"),
						Party.OFFICE, TODAY.plusDays(9), newspaper, "")
					.late())
			.as("the gazette is not the newspaper")
			.isEmpty();
		BillAction.BillPublishing printed = new BillAction.BillPublishing(PublicationChannel.NEWSPAPER, "第3版");
		assertThat(decide(promulgated.after(), "publish", printed, Party.OFFICE, TODAY.plusDays(2), newspaper, "")
			.clocks()).noneMatch(Deadline::isRunning);
		late("LEG-54", promulgated.after(), "publish", printed, Party.OFFICE, TODAY.plusDays(8), newspaper);
	}

	@Test
	void leg49WhatTheCongressLeftToTheCommitteeIsReportedToItsNextSession() {
		Decision<Bill, State, Party> authorised = taken(State.PC_REVIEW, "authorise", Party.OFFICE);
		assertThat(clock(authorised, "LEG-49").dueOn()).isEqualTo(TODAY.plusYears(1));
		BillAction.BillPlenaryDecision here = new BillAction.BillPlenaryDecision(MEETING, null, "审议情况的报告",
				known(sitting(Body.STANDING_COMMITTEE, Purpose.VOTE)));
		BillAction.BillPlenaryDecision there = new BillAction.BillPlenaryDecision(MEETING, null, "审议情况的报告",
				known(sitting(Body.CONGRESS, Purpose.DELIBERATE)));
		assertThat(refusedBy(authorised.after(), here)).isEqualTo("LEG-49");
		assertThat(refusedBy(ready(State.UNIFIED_REVIEW, "report-review"), there)).as("nobody authorised it")
			.isEqualTo("LEG-49");
		Decision<Bill, State, Party> reported = decide(authorised.after(), "report-to-congress", there, Party.OFFICE,
				TODAY.plusMonths(9), authorised.clocks(), "");
		assertThat(running(reported)).isEmpty();
		assertThat(refusedBy(reported.after(), there)).as("once").isEqualTo("LEG-49");
	}

	private static Object refusedBy(Bill bill, Record input) {
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decide(bill, "report-to-congress", input, Party.OFFICE, TODAY, List.of(), ""));
		assertThat(refusal).isNotNull();
		return refusal.properties().get("rule");
	}

}
