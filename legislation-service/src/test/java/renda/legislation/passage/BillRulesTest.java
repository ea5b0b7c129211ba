package renda.legislation.passage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse;
import renda.legislation.bill.BillCourse.BillListing;
import renda.legislation.bill.BillCourse.BillReading;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillFixtures;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillPapers.BillText;
import renda.legislation.bill.BillProposal;
import renda.legislation.bill.BillProposal.BillPrevious;
import renda.legislation.bill.BillProposal.BillProject;
import renda.legislation.bill.BillProposal.BillTarget;
import renda.legislation.bill.BillProposal.BillTeam;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.bill.BillResult;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.bill.BillFixtures.DRAFT;
import static renda.legislation.bill.BillFixtures.LAW;
import static renda.legislation.bill.BillFixtures.MEETING;
import static renda.legislation.bill.BillFixtures.TODAY;
import static renda.legislation.bill.BillFixtures.decided;
import static renda.legislation.bill.BillFixtures.deciding;
import static renda.legislation.bill.BillFixtures.input;
import static renda.legislation.bill.BillFixtures.known;
import static renda.legislation.bill.BillFixtures.moment;
import static renda.legislation.bill.BillFixtures.reading;
import static renda.legislation.bill.BillFixtures.ready;
import static renda.legislation.bill.BillFixtures.sitting;

/**
 * What each rule refuses, and the facts it names.
 */
class BillRulesTest {

	private static final BillTarget OLD = new BillTarget(LAW, "郑州市油灯管理条例", Making.AMEND, true, false);

	private static final BillTarget OF_CONGRESS = new BillTarget(LAW, "郑州市地方立法条例", Making.AMEND, true, true);

	private static final BillAction.BillDeciding WITHOUT_REASON = new BillAction.BillDeciding(" ", null, null);

	private static final BillAction.BillDrafting DRAFTING = new BillAction.BillDrafting("郑州市湖泊养护条例", Making.ENACT,
			Domain.URBAN_RURAL, null, null, null, ProposerKind.GOVERNMENT, null, null, null, null, null, null, null,
			null);

	private static Decision<Bill, State, Party> decide(Bill bill, String step, Record input, Party party, LocalDate on,
			List<Deadline> clocks, String lateReason) {
		return BillWorkflow.DECLARED.decide(bill, clocks, step, input, moment(party, on), lateReason,
				WorkingDays.ofCalendar());
	}

	private static Bill taken(Bill bill, String step, Record input, Party party) {
		return decide(bill, step, input, party, TODAY, List.of(), "").after();
	}

	private static Refusal refused(String rule, Bill bill, String step, Record input, Party party) {
		return refused(rule, bill, step, input, party, TODAY);
	}

	private static Refusal refused(String rule, Bill bill, String step, Record input, Party party, LocalDate on) {
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decide(bill, step, input, party, on, List.of(), ""));
		assertThat(refusal).as("%s refuses %s", rule, step).isNotNull();
		assertThat(refusal.properties().get("rule")).as(refusal.detail().zh()).isEqualTo(rule);
		return refusal;
	}

	private static Bill proposed(Domain domain, List<ReservedMatter> reserved, Body body, boolean major, Making act,
			List<BillTarget> targets, boolean principles, BillProject project, String without, BillPrevious previous,
			ProposerKind proposer) {
		BillProposal proposal = new BillProposal("郑州市湖泊养护条例", act, domain, reserved, body, major,
				new BillProposal.BillProposer(proposer, "", "", "", List.of()), targets, principles, project, without,
				previous, BillTeam.NONE, 16);
		return Bill.drafted(BillFixtures.ID, "FA-2026-0001", TODAY, proposal, true);
	}

	private static Bill plain(Domain domain, Making act, List<BillTarget> targets) {
		return proposed(domain, List.of(), Body.STANDING_COMMITTEE, false, act, targets, false, null, "市委交办", null,
				ProposerKind.GOVERNMENT);
	}

	private static Refusal notDrafted(String rule, Bill bill) {
		return refused(rule, bill, "draft", DRAFTING, Party.PROPOSER);
	}

	private static Bill drafted(Bill bill) {
		return decide(bill, "draft", DRAFTING, Party.PROPOSER, TODAY, List.of(), "").after();
	}

	@Test
	void leg01ANewRegulationLiesInOneOfTheFourDomains() {
		notDrafted("LEG-01", plain(Domain.OTHER, Making.ENACT, List.of()));
		notDrafted("LEG-01", plain(Domain.ENVIRONMENT, Making.ENACT, List.of()));
		assertThat(drafted(plain(Domain.GRASSROOTS, Making.ENACT, List.of())).state()).isEqualTo(State.DRAFTING);
	}

	@Test
	void leg02OldRegulationsOutsideStayValidAndAreChangedOrEnded() {
		assertThat(drafted(plain(Domain.OTHER, Making.AMEND, List.of(OLD))).proposal().targets()).hasSize(1);
		BillTarget foreign = new BillTarget(LAW, "河南省某条例", Making.AMEND, false, false);
		assertThat(notDrafted("LEG-02", plain(Domain.OTHER, Making.AMEND, List.of(foreign))).properties()
			.get("facts")
			.toString()).contains("河南省某条例");
	}

	@Test
	void leg03ReservedMattersAreNeverRegulated() {
		notDrafted("LEG-03", proposed(Domain.URBAN_RURAL, List.of(ReservedMatter.TAXATION), Body.STANDING_COMMITTEE,
				false, Making.ENACT, List.of(), false, null, "交办", null, ProposerKind.GOVERNMENT));
	}

	@Test
	void leg05WhatTheCongressMadeIsChangedOnlyInPartAndWithinItsPrinciples() {
		notDrafted("LEG-05", plain(Domain.URBAN_RURAL, Making.AMEND, List.of(OF_CONGRESS)));
		BillTarget whole = new BillTarget(LAW, OF_CONGRESS.title(), Making.REVISE, true, true);
		notDrafted("LEG-05", proposed(Domain.URBAN_RURAL, List.of(), Body.STANDING_COMMITTEE, false, Making.REVISE,
				List.of(whole), true, null, "交办", null, ProposerKind.GOVERNMENT));
		assertThat(drafted(proposed(Domain.URBAN_RURAL, List.of(), Body.STANDING_COMMITTEE, false, Making.AMEND,
				List.of(OF_CONGRESS), true, null, "交办", null, ProposerKind.GOVERNMENT)))
			.isNotNull();
		assertThat(drafted(proposed(Domain.URBAN_RURAL, List.of(), Body.CONGRESS, false, Making.REVISE, List.of(whole),
				false, null, "交办", null, ProposerKind.GOVERNMENT)))
			.isNotNull();
	}

	@Test
	void leg11AProjectOutsideThePlanNeedsAChangeOfThePlanOrAReason() {
		BillProject outside = new BillProject(new UUID(5, 1), "XM-2026-0001", "湖泊", false);
		BillProject inside = new BillProject(new UUID(5, 1), "XM-2026-0001", "湖泊", true);
		notDrafted("LEG-11", proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT,
				List.of(), false, outside, "", null, ProposerKind.GOVERNMENT));
		notDrafted("LEG-11", proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT,
				List.of(), false, null, "", null, ProposerKind.GOVERNMENT));
		assertThat(drafted(proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT, List.of(),
				false, inside, "", null, ProposerKind.GOVERNMENT)))
			.isNotNull();
	}

	@Test
	void leg13TheCouncilsOwnBillGoesStraightToTheSession() {
		Bill own = ready(State.SUBMITTED, "refer")
			.with(BillFixtures.proposal(ProposerKind.COUNCIL, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		refused("LEG-13", own, "refer", new BillAction.BillReferring("city-building"), Party.COUNCIL);
		assertThat(taken(own, "list", input(State.SUBMITTED, "list"), Party.COUNCIL).state()).isEqualTo(State.LISTED);
	}

	@Test
	void leg14ABillOfTheGovernmentIsReferredReturnedOrListedOnceReported() {
		Bill members = ready(State.SUBMITTED, "refuse-listing");
		refused("LEG-14", members, "return", deciding(), Party.COUNCIL);
		refused("LEG-14", ready(State.SUBMITTED, "return"), "return", WITHOUT_REASON, Party.COUNCIL);
		Bill referred = taken(ready(State.SUBMITTED, "refer"), "refer", input(State.SUBMITTED, "refer"), Party.COUNCIL);
		refused("LEG-14", referred, "list", input(State.PRELIMINARY, "list"), Party.COUNCIL);
		assertThat(taken(ready(State.PRELIMINARY, "return"), "return", deciding(), Party.COUNCIL).state())
			.isEqualTo(State.RETURNED);
	}

	@Test
	void leg15FiveMembersInOfficeMoveItTogetherAndARefusalIsExplained() {
		Bill joint = ready(State.DRAFTING, "submit")
			.with(BillFixtures.proposal(ProposerKind.MEMBERS, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		Refusal refusal = refused("LEG-15", joint, "submit", BillFixtures.submission(movedBy(4, 3)), Party.PROPOSER);
		assertThat(refusal.properties().get("facts").toString()).contains("movers=4", "needed=5");
		Bill submitted = taken(joint, "submit", BillFixtures.submission(movedBy(5, 0)), Party.PROPOSER);
		assertThat(submitted.proposal().proposer().movers()).hasSize(5);
		refused("LEG-15", submitted, "refuse-listing", WITHOUT_REASON, Party.COUNCIL);
		refused("LEG-15", ready(State.SUBMITTED, "list"), "refuse-listing", deciding(), Party.COUNCIL);
		for (BillAction.BillDeciding lawful : List.of(new BillAction.BillDeciding(null, null, TODAY),
				new BillAction.BillDeciding("已向提案人说明", null, null))) {
			assertThat(taken(submitted, "refuse-listing", lawful, Party.COUNCIL).state()).isEqualTo(State.NOT_LISTED);
		}
	}

	private static BillKnown movedBy(int inOffice, int former) {
		BillKnown known = known(null);
		return new BillKnown(known.drafts(), null, BillFixtures.movers(inOffice, former), null, null);
	}

	@Test
	void leg16TenDeputiesMoveABillToTheCongressAndWhoMayProposeWhere() {
		notDrafted("LEG-16", proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT,
				List.of(), false, null, "交办", null, ProposerKind.DELEGATION));
		notDrafted("LEG-16", proposed(Domain.ECOLOGY, List.of(), Body.CONGRESS, false, Making.ENACT, List.of(), false,
				null, "交办", null, ProposerKind.MEMBERS));
		for (ProposerKind kind : List.of(ProposerKind.PRESIDIUM, ProposerKind.STANDING_COMMITTEE,
				ProposerKind.GOVERNMENT, ProposerKind.COMMITTEE, ProposerKind.DELEGATION, ProposerKind.DEPUTIES)) {
			assertThat(drafted(proposed(Domain.ECOLOGY, List.of(), Body.CONGRESS, false, Making.ENACT, List.of(), false,
					null, "交办", null, kind)))
				.isNotNull();
		}
		Bill joint = ready(State.DRAFTING, "submit")
			.with(BillFixtures.proposal(ProposerKind.DEPUTIES, Body.CONGRESS, Making.ENACT, List.of()));
		refused("LEG-16", joint, "submit", BillFixtures.submission(movedBy(9, 5)), Party.PROPOSER);
		Bill submitted = taken(joint, "submit", BillFixtures.submission(movedBy(10, 0)), Party.PROPOSER);
		assertThat(taken(submitted, "to-congress", input(State.SUBMITTED, "to-congress"), Party.OFFICE).state())
			.isEqualTo(State.TO_PC);
		refused("LEG-16", ready(State.SUBMITTED, "list"), "to-congress", input(State.SUBMITTED, "to-congress"),
				Party.OFFICE);
		refused("LEG-16", ready(State.TO_PC, "table-at-congress"), "table-at-congress",
				reading(sitting(Body.STANDING_COMMITTEE, Purpose.DELIBERATE)), Party.OFFICE);
	}

	@Test
	void leg17AMeetingOfTheCommitteeResolvesToSendItToTheCongress() {
		Bill read = ready(State.READING_2, "to-congress");
		refused("LEG-17", read, "to-congress", new BillAction.BillPlenaryDecision(MEETING, "重大", null, known(null)),
				Party.OFFICE);
		BillKnown meets = known(sitting(Body.STANDING_COMMITTEE, Purpose.VOTE));
		refused("LEG-17", read, "to-congress", new BillAction.BillPlenaryDecision(MEETING, " ", null, meets),
				Party.OFFICE);
		Bill sent = taken(read, "to-congress", input(State.READING_2, "to-congress"), Party.OFFICE);
		assertThat(sent.proposal().body()).isEqualTo(Body.CONGRESS);
	}

	@Test
	void leg18EveryPaperOfThePackageIsThere() {
		Bill drafting = ready(State.DRAFTING, "submit");
		BillAction.BillSubmission nothing = new BillAction.BillSubmission(null, null, null, " ", List.of(), null, null);
		assertThat(refused("LEG-18", drafting, "submit", nothing, Party.PROPOSER).properties().get("facts"))
			.isEqualTo(Map.of("missing", List.of("draft", "explanation", "legalBasis", "materials")));
		BillAction.BillSubmission foreign = new BillAction.BillSubmission(new UUID(9, 9), null, "说明", "依据",
				List.of("报告"), "一致", known(null));
		assertThat(refused("LEG-18", drafting, "submit", foreign, Party.PROPOSER).properties().get("facts").toString())
			.contains(new UUID(9, 9).toString());
	}

	@Test
	void leg19AChangeComesWithTheWholeTextThatIsCompared() {
		Bill amending = ready(State.DRAFTING, "submit")
			.with(BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.AMEND, List.of(OLD)));
		Refusal refusal = refused("LEG-19", amending, "submit", BillFixtures.submission(known(null)), Party.PROPOSER);
		assertThat(refusal.properties().get("facts").toString()).contains("郑州市油灯管理条例");
		BillAction.BillSubmission whole = new BillAction.BillSubmission(DRAFT, List.of(new BillText(LAW, DRAFT)), "说明",
				"依据", List.of("报告"), "一致", known(null));
		Bill submitted = taken(amending, "submit", whole, Party.PROPOSER);
		assertThat(submitted.papers().wholeTextOf(LAW)).as("what is compared").contains(DRAFT);
		BillTarget same = new BillTarget(LAW, "郑州市湖泊养护条例", Making.REVISE, true, false);
		Bill revising = amending.with(
				BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.REVISE, List.of(same)));
		assertThat(taken(revising, "submit", BillFixtures.submission(known(null)), Party.PROPOSER).state())
			.isEqualTo(State.SUBMITTED);
	}

	@Test
	void leg20TheGovernmentSaysHowPowersWereCoordinated() {
		BillAction.BillSubmission silent = new BillAction.BillSubmission(DRAFT, null, "说明", "依据", List.of("报告"), " ",
				known(null));
		refused("LEG-20", ready(State.DRAFTING, "submit"), "submit", silent, Party.PROPOSER);
		Bill committee = ready(State.DRAFTING, "submit")
			.with(BillFixtures.proposal(ProposerKind.COMMITTEE, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		assertThat(taken(committee, "submit", silent, Party.PROPOSER).state()).isEqualTo(State.SUBMITTED);
	}

	@Test
	void leg21BeforeListingItIsTakenBackFreely() {
		for (State state : List.of(State.SUBMITTED, State.PRELIMINARY, State.RETURNED)) {
			assertThat(taken(ready(state, "withdraw"), "withdraw", WITHOUT_REASON, Party.PROPOSER).state())
				.as("LEG-21: free before it is listed")
				.isEqualTo(State.WITHDRAWN);
		}
	}

	@Test
	void leg22AfterListingItTakesReasonsConsentAndAReport() {
		Bill listed = ready(State.VOTE_DRAFT, "request-withdrawal");
		refused("LEG-22", listed, "request-withdrawal", WITHOUT_REASON, Party.PROPOSER);
		refused("LEG-22", listed, "agree-withdrawal", deciding(), Party.COUNCIL);
		Bill asked = taken(listed, "request-withdrawal", deciding(), Party.PROPOSER);
		assertThat(asked.state()).isEqualTo(State.VOTE_DRAFT);
		refused("LEG-22", asked, "agree-withdrawal", new BillAction.BillDeciding("同意", null, null), Party.COUNCIL);
		assertThat(taken(asked, "agree-withdrawal", deciding(), Party.COUNCIL).state()).isEqualTo(State.WITHDRAWN);
		Bill kept = taken(asked, "refuse-withdrawal", deciding(), Party.COUNCIL);
		assertThat(kept.course().withdrawal()).isNull();
		assertThat(kept.state()).isEqualTo(State.VOTE_DRAFT);
	}

	@Test
	void leg23PapersReachTheMembersSevenDaysBeforeOrTheCircumstancesAreNamed() {
		Bill listed = ready(State.LISTED, "read-first");
		Refusal refusal = refused("LEG-23", listed, "read-first",
				reading(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING, true, true, TODAY.minusDays(6))),
				Party.OFFICE);
		assertThat(refusal.properties().get("facts").toString()).contains("dueOn=2026-05-25", "sentOn=2026-05-26");
		assertThat(taken(listed, "read-first",
				reading(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING, true, true, TODAY.minusDays(7))),
				Party.OFFICE)
			.state()).isEqualTo(State.READING_1);
		Bill late = taken(listed, "read-first",
				new BillAction.BillReadingHeld(MEETING, "局长", "防汛急需", null,
						known(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING, true, true, null))),
				Party.OFFICE);
		assertThat(late.course().readings().getFirst().papersLate()).isEqualTo("防汛急需");
	}

	@Test
	void leg24AndLeg25DeputiesGetTheDraftTwentyDaysAndNowOneMonthBefore() {
		Bill sent = ready(State.TO_PC, "table-at-congress");
		refused("LEG-25", sent, "table-at-congress",
				reading(sitting(Body.CONGRESS, Purpose.DELIBERATE, true, true, TODAY.minusDays(25))), Party.OFFICE);
		LocalDate before = LocalDate.of(2024, 1, 20);
		Bill old = sent.in(State.TO_PC, before, 2);
		renda.legislation.sitting.Sitting then = new renda.legislation.sitting.Sitting(MEETING, "RDH", "大会",
				Body.CONGRESS, 16, 2, before, before, true, 51, 40,
				List.of(new renda.legislation.sitting.Sitting.Item(new UUID(3, 8), "bill", BillFixtures.ID,
						Purpose.DELIBERATE, true, before.minusDays(19))));
		refused("LEG-24", old, "table-at-congress", reading(then), Party.OFFICE, before);
	}

	@Test
	void leg26TwoReadingsAreTheDefault() {
		Bill once = ready(State.READING_1, "vote-draft")
			.with(ready(State.READING_1, "vote-draft").course().with(new BillListing(TODAY, ReadingType.TWO, "")));
		Refusal refusal = refused("LEG-26", once, "vote-draft", input(State.READING_1, "vote-draft"),
				Party.LEGAL_COMMITTEE);
		assertThat(refusal.properties().get("facts").toString()).contains("readings=1", "required=2");
		refused("LEG-26", ready(State.UNIFIED_REVIEW, "read-third"), "read-second",
				reading(sitting(Body.STANDING_COMMITTEE, Purpose.SECOND_READING)), Party.OFFICE);
		assertThat(BillFixtures.enactment(State.LISTED).course().type()).isEqualTo(ReadingType.TWO);
	}

	@Test
	void leg27ThreeReadingsForMajorMattersOrManyProblems() {
		refused("LEG-27", ready(State.SUBMITTED, "list"), "list",
				new BillAction.BillListed(ReadingType.THREE, " ", null), Party.COUNCIL);
		Bill twice = ready(State.READING_2, "another-review");
		refused("LEG-27", twice, "another-review", WITHOUT_REASON, Party.COUNCIL);
		Bill again = taken(twice, "another-review", deciding(), Party.COUNCIL);
		assertThat(again.course().type()).isEqualTo(ReadingType.THREE);
		assertThat(again.course().pendingReview()).isEmpty();
		Bill two = ready(State.UNIFIED_REVIEW, "read-third")
			.with(ready(State.UNIFIED_REVIEW, "read-third").course().with(new BillListing(TODAY, ReadingType.TWO, "")));
		refused("LEG-27", two, "read-third", input(State.UNIFIED_REVIEW, "read-third"), Party.OFFICE);
	}

	@Test
	void leg28OneReadingForAPartialChangeOrAnUrgentMatterWithBroadAgreement() {
		Bill submitted = ready(State.SUBMITTED, "list");
		refused("LEG-28", submitted, "list", new BillAction.BillListed(ReadingType.ONE, "防汛急需", false), Party.COUNCIL);
		refused("LEG-28", submitted, "list", new BillAction.BillListed(ReadingType.ONE, null, true), Party.COUNCIL);
		assertThat(taken(submitted, "list", new BillAction.BillListed(ReadingType.ONE, "防汛急需", true), Party.COUNCIL)
			.course()
			.listing()
			.type()).isEqualTo(ReadingType.ONE);
		Bill partial = submitted
			.with(BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.AMEND, List.of(OLD)));
		assertThat(
				taken(partial, "list", new BillAction.BillListed(ReadingType.ONE, null, true), Party.COUNCIL).state())
			.isEqualTo(State.LISTED);
	}

	@Test
	void leg29TheFirstReadingIsAtAnOpenMeetingThatAdoptedTheItemAndHearsTheProposer() {
		Bill listed = ready(State.LISTED, "read-first");
		for (renda.legislation.sitting.Sitting wrong : List.of(
				sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING, false, true, TODAY.minusDays(9)),
				sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING, true, false, TODAY.minusDays(9)),
				sitting(Body.STANDING_COMMITTEE, Purpose.SECOND_READING),
				sitting(Body.CONGRESS, Purpose.FIRST_READING))) {
			refused("LEG-29", listed, "read-first", reading(wrong), Party.OFFICE);
		}
		refused("LEG-29", listed, "read-first", reading(null), Party.OFFICE);
		refused("LEG-29", listed, "read-first", new BillAction.BillReadingHeld(MEETING, " ", null, null,
				known(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING))), Party.OFFICE);
	}

	@Test
	void leg30TheSecondReadingHearsTheLegislativeCommittee() {
		refused("LEG-30", ready(State.UNIFIED_REVIEW, "read-second"), "read-second",
				reading(sitting(Body.STANDING_COMMITTEE, Purpose.FIRST_READING)), Party.OFFICE);
	}

	@Test
	void leg31EveryBillIsReviewedByTheLegislativeCommitteeBeforeItIsReadAgain() {
		Bill reviewed = ready(State.UNIFIED_REVIEW, "read-second");
		Bill before = reviewed
			.with(reviewed.course().with(new BillReading(2, TODAY, MEETING, "会议", "局长", TODAY.minusDays(9), "", "")));
		refused("LEG-31", ready(State.UNIFIED_REVIEW, "report-review"), "report-review",
				new BillAction.BillReviewReport(new UUID(9, 9), null, "报告", null, true, null, BillFixtures.CHECKS, null,
						null, known(null)),
				Party.LEGAL_COMMITTEE);
		refused("LEG-31", before, "vote-draft", input(State.UNIFIED_REVIEW, "vote-draft"), Party.LEGAL_COMMITTEE);
		refused("LEG-31", before.with(before.course().with(new BillListing(TODAY, ReadingType.THREE, "重大"))),
				"read-third", input(State.UNIFIED_REVIEW, "read-third"), Party.OFFICE);
	}

	@Test
	void leg32ImportantDissentIsInTheReportAndAnswered() {
		Bill review = ready(State.UNIFIED_REVIEW, "report-review");
		for (BillAction.BillReviewReport wrong : List.of(report(null, null, "已反馈"),
				report(List.of("不同意见"), true, "已反馈"), report(List.of("不同意见"), null, " "))) {
			refused("LEG-32", review, "report-review", wrong, Party.LEGAL_COMMITTEE);
		}
		Bill told = taken(review, "report-review", report(List.of("不同意见"), null, "已反馈"), Party.LEGAL_COMMITTEE);
		assertThat(told.course().reviews().getLast().dissent()).containsExactly("不同意见");
	}

	private static BillAction.BillReviewReport report(List<String> dissent, Boolean none, String feedback) {
		return new BillAction.BillReviewReport(DRAFT, null, "报告", dissent, none, feedback, BillFixtures.CHECKS,
				"两委意见不一致", "已作通过前评估", known(null));
	}

	@Test
	void leg33ACommitteeReviewsInItsPlenaryMeetingAndLeg34TellsTheCouncilOfDisagreement() {
		Bill referred = ready(State.PRELIMINARY, "report-preliminary");
		refused("LEG-33", referred, "report-preliminary",
				new BillAction.BillPreliminaryReport("可行", " ", BillFixtures.CHECKS, null), Party.COMMITTEE);
		Bill reported = taken(referred, "report-preliminary",
				new BillAction.BillPreliminaryReport("可行", "全体会议", BillFixtures.CHECKS, "与农委意见不一致"), Party.COMMITTEE);
		assertThat(reported.course().referral().disagreement()).as("LEG-34").isEqualTo("与农委意见不一致");
		Bill reviewed = taken(ready(State.UNIFIED_REVIEW, "report-review"), "report-review",
				report(List.of("不同意见"), null, "已反馈"), Party.LEGAL_COMMITTEE);
		assertThat(reviewed.course().reviews().getLast().disagreement()).as("LEG-34").isEqualTo("两委意见不一致");
		assertThat(reviewed.course().reviews().getLast().assessment()).as("LEG-40").isEqualTo("已作通过前评估");
	}

	@Test
	void leg72AReviewAnswersAllSixQuestions() {
		Set<BillCourse.ReviewQuestion> five = java.util.EnumSet
			.complementOf(java.util.EnumSet.of(BillCourse.ReviewQuestion.FEASIBILITY));
		Refusal refusal = refused("LEG-72", ready(State.PRELIMINARY, "report-preliminary"), "report-preliminary",
				new BillAction.BillPreliminaryReport("可行", "全体会议", five, null), Party.COMMITTEE);
		assertThat(refusal.properties().get("facts").toString()).contains("FEASIBILITY");
		refused("LEG-72", ready(State.UNIFIED_REVIEW, "report-review"), "report-review",
				new BillAction.BillReviewReport(DRAFT, null, "报告", null, true, null, null, null, null, known(null)),
				Party.LEGAL_COMMITTEE);
	}

	@Test
	void leg37ThirtyDaysUnlessDecidedOtherwiseAndTheResultsArePublished() {
		Bill read = ready(State.READING_1, "consult");
		refused("LEG-37", read, "consult",
				new BillAction.BillConsulting(null, TODAY, TODAY.plusDays(29), "公告", null, known(null)), Party.OFFICE);
		assertThat(taken(read, "consult",
				new BillAction.BillConsulting(null, TODAY, TODAY.plusDays(15), "公告", "主任会议决定", known(null)),
				Party.OFFICE)
			.state()).isEqualTo(State.CONSULTATION);
		refused("LEG-37", read, "consult",
				new BillAction.BillConsulting(new UUID(9, 9), TODAY, TODAY.plusDays(30), "公告", null, known(null)),
				Party.OFFICE);
		refused("LEG-37", read, "no-consultation", new BillAction.BillDeciding("涉密", null, null), Party.COUNCIL);
		assertThat(taken(read, "no-consultation", deciding(), Party.COUNCIL).state()).isEqualTo(State.UNIFIED_REVIEW);
		for (BillKnown.KnownConsultation standing : List.of(
				new BillKnown.KnownConsultation(false, false, TODAY.plusDays(3)),
				new BillKnown.KnownConsultation(true, false, TODAY.minusDays(3)))) {
			refused("LEG-37", ready(State.CONSULTATION, "begin-review"), "begin-review",
					new BillAction.BillProceeding(new BillKnown(List.of(), null, List.of(), standing, null)),
					Party.OFFICE);
		}
	}

	@Test
	void leg04EspeciallyMajorMattersAreOnlyPassedByTheCongress() {
		Bill read = ready(State.READING_2, "vote-draft");
		BillProposal was = read.proposal();
		Bill major = read.with(new BillProposal(was.title(), was.act(), was.domain(), List.of(),
				Body.STANDING_COMMITTEE, true, was.proposer(), List.of(), false, null, "", null, BillTeam.NONE, 16));
		refused("LEG-04", major, "vote-draft", input(State.READING_2, "vote-draft"), Party.LEGAL_COMMITTEE);
		assertThat(taken(major, "to-congress",
				new BillAction.BillPlenaryDecision(MEETING, null, null,
						known(sitting(Body.STANDING_COMMITTEE, Purpose.VOTE))),
				Party.OFFICE)
			.state()).isEqualTo(State.TO_PC);
	}

	@Test
	void leg42AndLeg43TheRightBodyPassesItByMoreThanHalfOfAllMembers() {
		Bill proposed = ready(State.VOTE_DRAFT, "adopt");
		refused("LEG-42", proposed, "adopt",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 25)), Party.PLENARY);
		refused("LEG-42", proposed, "reject",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 26)), Party.PLENARY);
		refused("LEG-42", proposed, "adopt", new BillAction.BillDecided(decided(Body.CONGRESS, Purpose.VOTE, 26)),
				Party.PLENARY);
		refused("LEG-42", proposed, "adopt",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.CLAUSE_VOTE, 26)), Party.PLENARY);
		refused("LEG-43", ready(State.PC_REVIEW, "adopt"), "adopt",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 26)), Party.PLENARY);
		Bill passed = taken(proposed, "adopt",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 26)), Party.PLENARY);
		assertThat(passed.course().decisiveVote().orElseThrow().needed()).isEqualTo(26);
	}

	@Test
	void leg44AClauseIsVotedUponBeforeTheWhole() {
		refused("LEG-44", ready(State.VOTE_DRAFT, "clause-vote"), "clause-vote",
				new BillAction.BillClauseNaming("art_9", "第九条", known(null)), Party.COUNCIL);
		Bill named = taken(ready(State.VOTE_DRAFT, "clause-vote"), "clause-vote",
				input(State.VOTE_DRAFT, "clause-vote"), Party.COUNCIL);
		refused("LEG-44", named, "put-to-vote", deciding(), Party.COUNCIL);
		refused("LEG-44", named, "defer", input(State.CLAUSE_VOTE, "defer"), Party.COUNCIL);
		refused("LEG-44", named, "vote-draft", input(State.CLAUSE_VOTE, "vote-draft"), Party.LEGAL_COMMITTEE);
		refused("LEG-44", named, "clause-decided",
				new BillAction.BillDecided(decided(Body.STANDING_COMMITTEE, Purpose.VOTE, 26)), Party.PLENARY);
		Bill decided = taken(named, "clause-decided", input(State.CLAUSE_VOTE, "clause-decided"), Party.PLENARY);
		assertThat(decided.course().clause().decided()).isTrue();
		assertThat(decided.course().decisiveVote()).as("a clause is not the whole").isEmpty();
		assertThat(taken(decided, "put-to-vote", deciding(), Party.COUNCIL).state()).isEqualTo(State.VOTE_DRAFT);
		assertThat(taken(decided, "defer", input(State.CLAUSE_VOTE, "defer"), Party.COUNCIL).state())
			.isEqualTo(State.DEFERRED);
	}

	@Test
	void leg46AfterThreeReadingsAPlenaryAgreesToDeferAndTheReviewIsResumed() {
		Bill thrice = ready(State.READING_3, "defer");
		refused("LEG-46", thrice, "defer", new BillAction.BillPlenaryDecision(null, "重大问题", null, known(null)),
				Party.COUNCIL);
		Bill deferred = taken(thrice, "defer", input(State.READING_3, "defer"), Party.COUNCIL);
		Bill listed = taken(deferred, "relist", deciding(), Party.COUNCIL);
		refused("LEG-46", listed, "read-first", input(State.LISTED, "read-first"), Party.OFFICE);
		Bill resumed = taken(listed, "resume", deciding(), Party.LEGAL_COMMITTEE);
		assertThat(resumed.state()).as("the public was never asked").isEqualTo(State.READING_1);
		assertThat(resumed.course().pendingReview()).as("it is reviewed again").isEmpty();
		refused("LEG-46", ready(State.LISTED, "read-first"), "resume", deciding(), Party.OFFICE);
	}

	@Test
	void leg47AndLeg48WhatIsShelvedEndsAfterTwoYearsOrGetsMoreTime() {
		refused("LEG-47", ready(State.READING_1, "shelve"), "shelve", WITHOUT_REASON, Party.COUNCIL);
		Decision<Bill, State, Party> shelving = decide(ready(State.READING_1, "shelve"), "shelve", deciding(),
				Party.COUNCIL, TODAY, List.of(), "");
		assertThat(shelving.clocks()).singleElement()
			.satisfies((clock) -> assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2028, 6, 1)));
		Bill shelved = shelving.after();
		Refusal early = refused("LEG-47", shelved, "terminate", deciding(), Party.COUNCIL, LocalDate.of(2028, 5, 31));
		assertThat(early.properties().get("facts").toString()).contains("until=2028-06-01");
		refused("LEG-47", shelved, "terminate", new BillAction.BillDeciding("满两年", null, null), Party.COUNCIL,
				LocalDate.of(2028, 6, 1));
		assertThat(
				decide(shelved, "terminate", deciding(), Party.COUNCIL, LocalDate.of(2028, 6, 1), shelving.clocks(), "")
					.after()
					.state())
			.isEqualTo(State.TERMINATED);
		Decision<Bill, State, Party> extended = decide(shelved, "extend-shelf", deciding(), Party.COUNCIL,
				LocalDate.of(2028, 5, 1), shelving.clocks(), "");
		assertThat(extended.clocks().getFirst().dueOn()).as("LEG-48").isAfter(LocalDate.of(2030, 5, 1));
		refused("LEG-48", shelved, "extend-shelf", WITHOUT_REASON, Party.COUNCIL);
		refused("LEG-47", extended.after(), "terminate", deciding(), Party.COUNCIL, LocalDate.of(2029, 1, 1));
		Bill old = shelved.in(State.SHELVED, LocalDate.of(2023, 1, 9), 3);
		refused("LEG-47", old, "extend-shelf", deciding(), Party.COUNCIL, LocalDate.of(2024, 12, 1));
		refused("LEG-47", shelved, "relist", deciding(), Party.COUNCIL, LocalDate.of(2028, 7, 1), shelving.clocks());
	}

	private static void refused(String rule, Bill bill, String step, Record input, Party party, LocalDate on,
			List<Deadline> clocks) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> decide(bill, step, input, party, on, clocks, ""));
		assertThat(refusal).as("late without a reason").isNotNull();
		assertThat(refusal.properties().get("rule")).isEqualTo(rule);
		assertThat(decide(bill, step, input, party, on, clocks, "会议推迟").late()).hasSize(1);
	}

	@Test
	void leg49TheCongressAuthorisesTheCommitteeToGoOn() {
		refused("LEG-49", ready(State.PC_REVIEW, "authorise"), "authorise", new BillAction.BillPlenaryDecision(MEETING,
				"重大问题", null, known(sitting(Body.STANDING_COMMITTEE, Purpose.VOTE))), Party.OFFICE);
		Bill authorised = taken(ready(State.PC_REVIEW, "authorise"), "authorise", input(State.PC_REVIEW, "authorise"),
				Party.OFFICE);
		assertThat(authorised.proposal().body()).isEqualTo(Body.STANDING_COMMITTEE);
		assertThat(authorised.course().pendingReview()).as("the draft is reviewed again").isEmpty();
		assertThat(Conditions.isForCommittee(authorised)).isTrue();
	}

	@Test
	void leg50WhatFailedInTheCongressGoesBackThere() {
		BillPrevious failed = new BillPrevious(new UUID(6, 1), "FA-2025-0009", Body.CONGRESS);
		notDrafted("LEG-50", proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT,
				List.of(), false, null, "再次提出", failed, ProposerKind.GOVERNMENT));
		BillPrevious here = new BillPrevious(new UUID(6, 1), "FA-2025-0009", Body.STANDING_COMMITTEE);
		assertThat(drafted(proposed(Domain.ECOLOGY, List.of(), Body.STANDING_COMMITTEE, false, Making.ENACT, List.of(),
				false, null, "再次提出", here, ProposerKind.GOVERNMENT))
			.proposal()
			.previous()).isEqualTo(here);
	}

	@Test
	void leg06AndLeg07TheProvinceApprovesWithinFourMonths() {
		refused("LEG-06", ready(State.PASSED, "submit-for-approval"), "submit-for-approval",
				new BillAction.BillApprovalRequest("说明", List.of()), Party.OFFICE);
		Decision<Bill, State, Party> asked = decide(ready(State.PASSED, "submit-for-approval"), "submit-for-approval",
				input(State.PASSED, "submit-for-approval"), Party.OFFICE, TODAY, List.of(), "");
		assertThat(asked.clocks().getFirst().rule()).isEqualTo("LEG-07");
		assertThat(asked.clocks().getFirst().dueOn()).as("1 October is a day of rest")
			.isEqualTo(LocalDate.of(2026, 10, 8));
		BillAction.BillAnnouncement early = new BillAction.BillAnnouncement("1号", "常委会", null, TODAY.minusDays(1), null,
				new BillKnown(known(null).drafts(), null, List.of(), null, null));
		refused("LEG-06", ready(State.APPROVED, "promulgate"), "promulgate", early, Party.OFFICE);
	}

	@Test
	void leg76ARefusalHasItsReasonAndTheBillIsRevised() {
		refused("LEG-76", ready(State.APPROVAL_PENDING, "refuse-approval"), "refuse-approval",
				new BillAction.BillApprovalAnswer("省人大常委会", "1号", " "), Party.OFFICE);
		Bill refusedOnce = taken(ready(State.APPROVAL_PENDING, "refuse-approval"), "refuse-approval",
				input(State.APPROVAL_PENDING, "refuse-approval"), Party.OFFICE);
		Bill again = taken(refusedOnce, "revise-refused", deciding(), Party.LEGAL_COMMITTEE);
		assertThat(again.course().pendingReview()).isEmpty();
		refused("LEG-31", again, "vote-draft", input(State.UNIFIED_REVIEW, "vote-draft"), Party.LEGAL_COMMITTEE);
		Bill reported = taken(again, "report-review", input(State.UNIFIED_REVIEW, "report-review"),
				Party.LEGAL_COMMITTEE);
		assertThat(
				taken(reported, "vote-draft", input(State.UNIFIED_REVIEW, "vote-draft"), Party.LEGAL_COMMITTEE).state())
			.isEqualTo(State.VOTE_DRAFT);
	}

	@Test
	void leg52TheAnnouncementNamesBothBodiesAndThreeDays() {
		Bill unvoted = ready(State.APPROVED, "publish");
		refused("LEG-52", unvoted, "promulgate", BillFixtures.announcement(), Party.OFFICE);
		Bill promulgated = taken(ready(State.APPROVED, "promulgate"), "promulgate", BillFixtures.announcement(),
				Party.OFFICE);
		BillResult.BillPromulgation announced = promulgated.result().promulgation();
		assertThat(announced.meeting()).as("LEG-57").isEqualTo("第十六届人大常委会第三次会议");
		assertThat(announced.approvedBy()).isEqualTo("省人大常委会");
		assertThat(List.of(announced.adoptedOn(), announced.approvedOn(), announced.effectiveOn()))
			.containsExactly(TODAY, TODAY, LocalDate.of(2027, 3, 1));
		// LEG-53, LEG-54, LEG-55: the channels are recorded, each with its day
		for (BillResult.PublicationChannel channel : BillResult.PublicationChannel.values()) {
			promulgated = taken(promulgated, "publish", new BillAction.BillPublishing(channel, "第6期"), Party.OFFICE);
		}
		assertThat(promulgated.result().publications()).hasSize(4);
	}

	@Test
	void leg56ACommencementDayIsMandatory() {
		BillKnown silent = new BillKnown(known(null).drafts(), null, List.of(), null, null);
		refused("LEG-56", ready(State.APPROVED, "promulgate"), "promulgate",
				new BillAction.BillAnnouncement("1号", "常委会", null, null, null, silent), Party.OFFICE);
		refused("LEG-56", ready(State.APPROVED, "promulgate"), "promulgate",
				new BillAction.BillAnnouncement("1号", "常委会", null, TODAY.plusDays(3), null, known(null)), Party.OFFICE);
	}

	@Test
	void leg60TheWholeTextAfterAChangeIsPublished() {
		Bill amending = ready(State.APPROVED, "promulgate")
			.with(BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.AMEND, List.of(OLD)));
		refused("LEG-60", amending, "promulgate",
				new BillAction.BillAnnouncement("1号", "常委会", null, TODAY, null, known(null)), Party.OFFICE);
		BillTarget ended = new BillTarget(LAW, "郑州市油灯管理条例", Making.REPEAL, true, false);
		Bill ending = amending.with(
				BillFixtures.proposal(ProposerKind.GOVERNMENT, Body.STANDING_COMMITTEE, Making.REPEAL, List.of(ended)));
		assertThat(taken(ending, "promulgate",
				new BillAction.BillAnnouncement("1号", "常委会", null, TODAY, null, known(null)), Party.OFFICE)
			.state()).as("LEG-61: a repeal has no text").isEqualTo(State.PROMULGATED);
	}

	@Test
	void leg62AndLeg68AndLeg69FilingAndImplementingRulesHaveTheirClocks() {
		Decision<Bill, State, Party> now = decide(ready(State.APPROVED, "promulgate"), "promulgate",
				BillFixtures.announcement(), Party.OFFICE, TODAY, List.of(), "");
		assertThat(now.clocks()).extracting(Deadline::rule).containsExactlyInAnyOrder("LEG-54", "LEG-62", "LEG-69");
		assertThat(now.clocks()).filteredOn((clock) -> clock.rule().equals("LEG-69"))
			.singleElement()
			.satisfies((clock) -> assertThat(clock.dueOn()).as("a year from commencement")
				.isEqualTo(LocalDate.of(2028, 3, 1)));
		LocalDate then = LocalDate.of(2024, 3, 1);
		Bill old = ready(State.APPROVED, "promulgate").in(State.APPROVED, then, 2);
		Decision<Bill, State, Party> before = decide(old, "promulgate",
				new BillAction.BillAnnouncement("1号", "常委会", null, null,
						List.of(new BillAction.BillRuleInput("water", "第二条", "办法", null),
								new BillAction.BillRuleInput("roads", "第三条", "细则", then.plusMonths(2))),
						known(null)),
				Party.OFFICE, then, List.of(), "");
		assertThat(before.clocks()).filteredOn((clock) -> clock.rule().equals("LEG-68"))
			.extracting(Deadline::dueOn)
			.as("six months from promulgation; the term in the regulation wins")
			.containsExactlyInAnyOrder(LocalDate.of(2024, 9, 2), LocalDate.of(2024, 5, 1));
		refused("LEG-68", now.after(), "issue-rules", new BillAction.BillRulesIssued("roads", "细则"), Party.ORGAN);
		Bill filed = taken(now.after(), "file-upward", new BillAction.BillFiling("备1号"), Party.OFFICE);
		refused("LEG-62", filed, "file-upward", new BillAction.BillFiling("备2号"), Party.OFFICE);
	}

	@Test
	void leg70AnEvaluationIsReportedToTheCommittee() {
		refused("LEG-70", ready(State.PROMULGATED, "evaluate"), "evaluate",
				new BillAction.BillEvaluating("法工委", "良好", null), Party.OFFICE);
	}

}
