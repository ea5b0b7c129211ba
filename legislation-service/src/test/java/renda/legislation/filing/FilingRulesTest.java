package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.examination.FilingCorrection.AnnulmentGround;
import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Outcome;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingLock;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.examination.FilingReview.Result;
import renda.legislation.examination.FilingReview;
import renda.legislation.examination.FilingText;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.filing.FilingFixtures.Life;
import renda.legislation.normative.FilingDocument.Recipient;
import renda.legislation.normative.FilingDocument.Scope;
import renda.legislation.normative.FilingDocument.SentTo;
import renda.legislation.normative.FilingDocument.Source;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDue;
import renda.legislation.normative.FilingEntry;
import renda.legislation.normative.FilingIntake;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.web.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static renda.legislation.filing.FilingFixtures.ISSUED;
import static renda.legislation.filing.FilingFixtures.NORMATIVE;
import static renda.legislation.filing.FilingFixtures.TODAY;
import static renda.legislation.filing.FilingFixtures.entry;
import static renda.legislation.filing.FilingFixtures.file;
import static renda.legislation.filing.FilingFixtures.input;
import static renda.legislation.filing.FilingFixtures.ready;

/**
 * What each rule refuses, and the clocks it starts.
 */
class FilingRulesTest {

	private static final List<FilingDocument.FilingFile> FILES = List.of(file(1), file(2), file(3));

	@Test
	void fil01OnlyWhatBindsGenerallyAndAgainAndAgainIsFiled() {
		for (Scope scope : List.of(new Scope(false, true, true, false), new Scope(true, false, true, false),
				new Scope(true, true, false, false), new Scope(true, true, true, true))) {
			FilingEntry entry = entry(Source.GOVERNMENT_DOCUMENT, scope, FILES, List.of("某法"), List.of(), "");
			assertThat(refused("FIL-01", ready(State.ISSUED, "submit"), "submit", entry, Party.MAKER).toString())
				.contains("internal");
			refused("FIL-01", ready(State.FORMAL_CHECK, "register"), "register",
					new FilingAction.FilingRegistration(scope), Party.OFFICE);
		}
	}

	@Test
	void fil02OtherKindsOfDocumentsAreNotFiled() {
		FilingEntry other = entry(Source.OTHER, NORMATIVE, FILES, List.of("某法"), List.of(), "");
		refused("FIL-02", ready(State.ISSUED, "submit"), "submit", other, Party.MAKER);
		Filing noted = ready(State.ISSUED, "announce").with(other.document("housing"));
		refused("FIL-02", noted, "announce", other, Party.OFFICE);
		for (Source source : Source.values()) {
			boolean rule = source == Source.GOVERNMENT_RULE;
			if (source != Source.OTHER) {
				Filing filed = new Life(ready(State.ISSUED, "submit")).take("submit",
						entry(source, NORMATIVE, FILES, List.of("某法"), rule ? FilingFixtures.all() : List.of(), ""),
						Party.MAKER, TODAY).filing;
				assertThat(filed.document().source()).as("FIL-02 %s", source).isEqualTo(source);
			}
		}
	}

	@Test
	void fil03ThirtyDaysFromIssueAndALateFilingSaysWhy() {
		assertThat(FilingDue.of(ISSUED, RuleBook.statutory(ISSUED)).on()).isEqualTo(LocalDate.of(2026, 4, 1));
		Filing late = Filing.of(new UUID(7, 3), "BA-2026-0002", State.FILED, LocalDate.of(2026, 4, 2),
				entry().document("housing"),
				FilingIntake.dueOn(LocalDate.of(2026, 4, 1)).filed(LocalDate.of(2026, 4, 2), ""), false);
		assertThat(refused("FIL-03", late, "file", entry(), Party.MAKER).toString()).contains("2026-04-01");
		FilingEntry why = entry(Source.GOVERNMENT_DOCUMENT, NORMATIVE, FILES, List.of("某法"), List.of(), "系统故障");
		assertThat(new Life(late).take("file", why, Party.MAKER, late.stateSince()).filing.intake().isLate()).isTrue();
		Life noted = new Life(ready(State.ISSUED, "announce").in(State.ISSUED, TODAY, 1));
		noted.take("announce", entry(), Party.OFFICE, TODAY);
		assertThat(noted.clock("filing").dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
		assertThat(refusal(() -> noted.take("submit", entry(), Party.MAKER, TODAY)).properties()).containsEntry("rule",
				"FIL-03");
		assertThat(noted.take("submit", entry(), Party.MAKER, TODAY, "遗漏").filing.intake().isLate()).isTrue();
	}

	@Test
	void fil04RulesGoToFourBodiesAtTheSameTime() {
		List<SentTo> two = List.of(new SentTo(Recipient.STATE_COUNCIL, ISSUED),
				new SentTo(Recipient.PROVINCIAL_COMMITTEE, ISSUED));
		FilingEntry rules = entry(Source.GOVERNMENT_RULE, NORMATIVE, FILES, List.of("某法"), two, "");
		assertThat(refused("FIL-04", ready(State.ISSUED, "submit"), "submit", rules, Party.MAKER).toString())
			.contains("PROVINCIAL_GOVERNMENT")
			.doesNotContain("STATE_COUNCIL");
		assertThat(entry(Source.GOVERNMENT_DOCUMENT, NORMATIVE, FILES, List.of("某法"), List.of(), "").document("x")
			.notSentTo()).isEmpty();
	}

	@Test
	void fil05ReportTextExplanationAndBasis() {
		FilingEntry bare = new FilingEntry(null, "市住房局", Source.GOVERNMENT_DOCUMENT, FilingDocument.Act.MADE, "办法",
				"1号", ISSUED, null, NORMATIVE, null, null, null, null, null, null, "", null, null, null, null, null);
		assertThat(refused("FIL-05", ready(State.ISSUED, "submit"), "submit", bare, Party.MAKER).toString())
			.contains("report", "officialText", "explanation", "basis");
		refused("FIL-05", ready(State.SUPPLEMENT, "supplement"), "supplement", bare, Party.MAKER);
		refused("FIL-05", ready(State.FILED, "register").with(bare.document("housing")), "register", input("register"),
				Party.OFFICE);
	}

	@Test
	void fil06AndFil07TheCheckAndTheSupplementHaveTheirClocks() {
		LocalDate on = LocalDate.of(2026, 3, 20);
		Life life = new Life(ready(State.ISSUED, "submit").in(State.ISSUED, ISSUED, 1));
		life.take("submit", entry(), Party.MAKER, on);
		assertThat(life.clock("formal-check").rule()).isEqualTo("FIL-06");
		assertThat(life.clock("formal-check").dueOn()).isEqualTo(LocalDate.of(2026, 3, 30));
		life.take("ask-supplement", Party.OFFICE, on.plusDays(2));
		assertThat(life.running()).containsExactly("supplement");
		assertThat(life.clock("supplement").rule()).isEqualTo("FIL-07");
		life.take("supplement", entry(), Party.MAKER, on.plusDays(5));
		assertThat(life.running()).containsExactly("formal-check");
		assertThat(life.filing.intake().filedOn()).as("the day it was filed stays").isEqualTo(on);
		refused("FIL-06", ready(State.FORMAL_CHECK, "not-accept"), "not-accept", new FilingAction.FilingReasons(" "),
				Party.OFFICE);
	}

	@Test
	void fil08ThirtyDaysFromRegistrationOnceThirtyMoreWithTheHeadsApproval() {
		Life life = registered();
		assertThat(life.clock("review").dueOn()).isEqualTo(LocalDate.of(2026, 4, 27));
		life.take("begin-review", Party.OFFICE, LocalDate.of(2026, 4, 1));
		refused("FIL-08", life.filing, "extend", new FilingAction.FilingExtending("疑难", ""), Party.OFFICE);
		refused("FIL-08", life.filing, "extend", new FilingAction.FilingExtending("", "某主任"), Party.OFFICE);
		life.take("extend", Party.OFFICE, LocalDate.of(2026, 4, 20));
		assertThat(life.clock("review").dueOn()).isEqualTo(LocalDate.of(2026, 5, 25));
		assertThat(life.filing.state()).isEqualTo(State.EXTENDED);
	}

	@Test
	void fil09EachCommitteeHasItsOwnOpinionAndClock() {
		Life life = registered();
		life.take("begin-review", new FilingAction.FilingAssignment(null, List.of("social", "legal", "social")),
				Party.OFFICE, LocalDate.of(2026, 4, 1));
		assertThat(life.filing.review().modes()).containsExactly(Mode.ACTIVE);
		assertThat(life.running()).containsExactly("active-review", "committee-opinion", "committee-opinion", "review");
		assertThat(life.clock("committee-opinion").dueOn()).as("fil.committeeDays").isEqualTo(LocalDate.of(2026, 5, 6));
		life.take("take-more-time", Party.COMMITTEE, LocalDate.of(2026, 4, 3));
		life.take("give-opinion", Party.COMMITTEE, LocalDate.of(2026, 4, 9));
		assertThat(life.running()).containsExactly("active-review", "committee-opinion", "review");
		assertThat(life.filing.review().silent()).containsExactly("legal");
		refused("FIL-09", life.filing, "give-opinion", input("give-opinion"), Party.COMMITTEE);
		refused("FIL-09", life.filing, "take-more-time", new FilingAction.FilingExtending(null, null), Party.COMMITTEE);
		refused("FIL-09", life.filing, "widen", new FilingAction.FilingAssignment(Set.of(), List.of("legal")),
				Party.OFFICE);
		Filing silent = ready(State.IN_REVIEW, "give-opinion").with(ready(State.IN_REVIEW, "conclude").review()
			.with((review) -> review.committees
				.replaceAll((asked) -> new FilingReview.CommitteeReview(asked.committee(), asked.askedOn(), null))));
		assertThat(refused("FIL-09", silent, "conclude", input("conclude"), Party.OFFICE).toString())
			.contains("social");
		assertThat(new Life(silent).take("conclude", new FilingAction.FilingConclusion("无", "委员会换届"), Party.OFFICE,
				TODAY).filing
			.state()).isEqualTo(State.NO_PROBLEM);
		Filing wrong = ready(State.IN_REVIEW, "send-opinion").with(ready(State.IN_REVIEW, "send-opinion").review()
			.with((review) -> review.committees
				.replaceAll((asked) -> new FilingReview.CommitteeReview(asked.committee(), asked.askedOn(), null))));
		refused("FIL-09", wrong, "send-opinion", input("send-opinion"), Party.OFFICE);
	}

	@Test
	void fil10EveryQuestionAndEveryLockIsAnsweredBeforeNoProblem() {
		Life life = registered();
		life.take("begin-review", new FilingAction.FilingAssignment(null, List.of()), Party.OFFICE,
				LocalDate.of(2026, 4, 1));
		assertThat(life.filing.review().locks()).extracting(FilingLock::kind, FilingLock::word, FilingLock::place)
			.containsExactly(tuple(FilingLock.Kind.PENALTY, "罚款", "第三条"), tuple(FilingLock.Kind.COERCION, "查封", "第三条"));
		refused("FIL-10", life.filing, "conclude", input("conclude"), Party.OFFICE);
		LocalDate on = LocalDate.of(2026, 4, 2);
		for (Ground ground : Ground.values()) {
			life.take("answer-ground", new FilingAction.FilingGround(ground, false, null, null), Party.OFFICE, on);
		}
		assertThat(refused("FIL-10", life.filing, "conclude", input("conclude"), Party.OFFICE).toString())
			.contains("locks=[1, 2]");
		refused("FIL-10", life.filing, "answer-lock", new FilingAction.FilingUnlocking(1, true, " "), Party.OFFICE);
		refused("FIL-10", life.filing, "answer-lock", new FilingAction.FilingUnlocking(3, true, "有据"), Party.OFFICE);
		life.take("answer-lock", new FilingAction.FilingUnlocking(1, true, "行政处罚法第十四条"), Party.OFFICE, on);
		life.take("answer-lock", new FilingAction.FilingUnlocking(2, false, "无权设定查封"), Party.OFFICE, on);
		assertThat(refused("FIL-10", life.filing, "conclude", input("conclude"), Party.OFFICE).toString())
			.contains("locks=[2]");
		refused("FIL-10", life.filing, "send-opinion", input("send-opinion"), Party.OFFICE);
		refused("FIL-10", life.filing, "answer-ground",
				new FilingAction.FilingGround(Ground.EXCEEDS_POWERS, true, null, "无权"), Party.OFFICE);
		life.take("answer-ground", new FilingAction.FilingGround(Ground.EXCEEDS_POWERS, true, List.of("第三条"), "无权设定查封"),
				Party.OFFICE, on);
		assertThat(life.filing.review().foundOn()).isEqualTo(on);
		refused("FIL-10", life.filing, "conclude", input("conclude"), Party.OFFICE);
		assertThat(life.take("send-opinion", Party.OFFICE, on).filing.correction().opinion().grounds())
			.containsExactly(Ground.EXCEEDS_POWERS);
	}

	@Test
	void aTextThatCannotBeReadIsLockedAsAWhole() {
		FilingDocument scanned = new FilingDocument("housing", "局", Source.COURT, FilingDocument.Act.MADE, "题", "",
				ISSUED, null, NORMATIVE, entry().document("housing").materials(), "", List.of(), null);
		assertThat(FilingText.locks(scanned)).singleElement()
			.satisfies((lock) -> assertThat(lock.kind()).isEqualTo(FilingLock.Kind.UNREADABLE));
	}

	@Test
	void fil11AndFil18OnlyTheOwnGovernmentsRulesAreAnnulledAndPartly() {
		FilingEntry rules = entry(Source.GOVERNMENT_RULE, NORMATIVE, FILES, List.of("某法"), FilingFixtures.all(), "");
		Filing decided = ready(State.CHAIRS_DECIDED, "move-annulment").with(rules.document("housing"));
		refused("FIL-11", decided, "move-annulment", motion(false), Party.OFFICE);
		Life life = new Life(decided).take("move-annulment", motion(true), Party.COUNCIL, TODAY);
		life.take("annul", Party.SESSION, TODAY);
		assertThat(life.running()).as("FIL-18: what is left is issued and filed anew")
			.containsExactly("execution-report", "refiling");
		life.take("note-attendance", Party.OFFICE, TODAY)
			.take("publish-decision", Party.OFFICE, TODAY)
			.take("report-execution", Party.MAKER, TODAY);
		refused("FIL-25", life.filing, "close", input("close"), Party.OFFICE);
		assertThat(life.take("refiled", Party.MAKER, TODAY).take("close", Party.OFFICE, TODAY).filing.state())
			.isEqualTo(State.CLOSED);
	}

	private static FilingAction.FilingMotion motion(boolean own) {
		return new FilingAction.FilingMotion(AnnulmentGround.EXCEEDS_POWERS, List.of("第三条"), "议案", own);
	}

	@Test
	void fil12TheMakerExplainsByTheDaySet() {
		refused("FIL-12", ready(State.IN_REVIEW, "ask-maker"), "ask-maker",
				new FilingAction.FilingInquiry("请说明", TODAY), Party.OFFICE);
		refused("FIL-12", ready(State.CONSULTING_ORGAN, "go-on"), "go-on", new FilingAction.FilingReasons(""),
				Party.OFFICE);
		Life life = new Life(ready(State.EXTENDED, "ask-maker")).take("ask-maker", Party.OFFICE, TODAY);
		assertThat(life.clock("explanation").dueOn()).isEqualTo(TODAY.plusDays(30));
		life.take("explain", Party.MAKER, TODAY.plusDays(3));
		assertThat(life.filing.state()).isEqualTo(State.EXTENDED);
		assertThat(life.filing.review().inquiries()).singleElement()
			.satisfies((inquiry) -> assertThat(inquiry.explanation()).isEqualTo("说明"));
	}

	@Test
	void fil13AndFil14ThirtyDaysToAnswerTheOpinion() {
		Life life = new Life(ready(State.IN_REVIEW, "send-opinion")).take("send-opinion", Party.OFFICE, TODAY);
		assertThat(life.clock("answer").rule()).isEqualTo("FIL-13");
		assertThat(life.clock("answer").limit().text()).as("C7: 30 days, not the two months of FIL-14")
			.isEqualTo("30d");
		assertThat(life.clock("answer").holder().text()).isEqualTo("organ:housing");
		refused("FIL-13", life.filing, "answer", new FilingAction.FilingAnswer(Response.AMEND, "将修改", null),
				Party.MAKER);
		life.take("answer", Party.MAKER, TODAY.plusDays(3));
		assertThat(life.running()).containsExactly("correction");
		life.take("correct", new FilingAction.FilingCorrecting(How.AMENDED, TODAY.plusDays(9), "9号", "已改"), Party.MAKER,
				TODAY.plusDays(10));
		assertThat(life.filing.review().result()).isEqualTo(Result.CORRECTED_AFTER_OPINION);
		assertThat(life.running()).containsExactly("refiling");
		assertThat(life.clock("refiling").rule()).isEqualTo("FIL-25");
	}

	@Test
	void fil15RefusalGoesToTheCouncilAndItsDecisionIsCarriedOutInThirtyDays() {
		Life life = new Life(ready(State.IN_REVIEW, "send-opinion")).take("send-opinion", Party.OFFICE, TODAY);
		refused("FIL-15", life.filing, "report-to-council", input("report-to-council"), Party.OFFICE,
				TODAY.plusDays(30));
		Filing accepted = new Life(life.filing).take("answer", Party.MAKER, TODAY.plusDays(1)).filing;
		refused("FIL-15", accepted, "report-to-council", input("report-to-council"), Party.OFFICE, TODAY.plusDays(2));
		assertThat(new Life(accepted).take("report-to-council", Party.OFFICE, TODAY.plusDays(60)).filing.state())
			.as("not done by the day it said")
			.isEqualTo(State.TO_CHAIRS);
		assertThat(
				new Life(life.filing).take("report-to-council", Party.OFFICE, LocalDate.of(2026, 10, 9)).filing.state())
			.as("silence is refusal")
			.isEqualTo(State.TO_CHAIRS);
		life.take("answer", new FilingAction.FilingAnswer(Response.REFUSE, "不改", null), Party.MAKER, TODAY.plusDays(5));
		life.take("report-to-council", Party.OFFICE, TODAY.plusDays(6))
			.take("decide", Party.COUNCIL, TODAY.plusDays(9));
		assertThat(life.clock("execution").rule()).isEqualTo("FIL-15");
		refused("FIL-15", life.filing, "move-annulment", input("move-annulment"), Party.OFFICE, TODAY.plusDays(10));
		refused("FIL-15", life.filing, "close", input("close"), Party.OFFICE, TODAY.plusDays(10));
		assertThat(life.take("move-annulment", Party.OFFICE, LocalDate.of(2026, 10, 20)).filing.state())
			.isEqualTo(State.ANNUL_MOTION);
	}

	@Test
	void fil26TheCouncilConfirmsOrdersOrMaintains() {
		for (Outcome outcome : Outcome.values()) {
			Life life = new Life(ready(State.TO_CHAIRS, "decide"));
			life.take("decide", new FilingAction.FilingDecision(outcome, "决定"), Party.COUNCIL, TODAY);
			boolean maintained = outcome == Outcome.MAINTAIN;
			assertThat(life.running()).as("FIL-26 %s", outcome)
				.isEqualTo(maintained ? List.of() : List.of("execution"));
			assertThat(life.filing.isReviewed()).isEqualTo(maintained);
			if (maintained) {
				refused("FIL-15", life.filing, "correct", input("correct"), Party.MAKER);
				assertThat(life.take("close", Party.OFFICE, TODAY).filing.review().result())
					.isEqualTo(Result.MAINTAINED);
			}
			else {
				assertThat(life.take("correct", Party.MAKER, TODAY).filing.review().result())
					.isEqualTo(Result.CORRECTED_AFTER_DECISION);
			}
		}
	}

	@Test
	void fil16AndFil17TheDecisionIsPublishedAndTheMakerReportsInThirtyDays() {
		Life life = new Life(ready(State.ANNUL_MOTION, "annul")).take("annul", Party.SESSION, TODAY);
		assertThat(life.clock("execution-report").rule()).isEqualTo("FIL-17");
		assertThat(life.clock("execution-report").dueOn()).isEqualTo(LocalDate.of(2026, 10, 8));
		refused("FIL-16", life.filing, "publish-decision", input("publish-decision"), Party.OFFICE);
		refused("FIL-16", life.filing, "note-attendance", new FilingAction.FilingAttendance("张三", false, ""),
				Party.OFFICE);
		life.take("note-attendance", Party.OFFICE, TODAY);
		refused("FIL-17", life.filing, "close", input("close"), Party.OFFICE);
		life.take("report-execution", Party.MAKER, TODAY.plusDays(3));
		refused("FIL-16", life.filing, "close", input("close"), Party.OFFICE, TODAY.plusDays(3));
		life.take("publish-decision", Party.OFFICE, TODAY.plusDays(3)).take("close", Party.OFFICE, TODAY.plusDays(3));
		assertThat(life.filing.state()).isEqualTo(State.CLOSED);
		assertThat(
				new Life(ready(State.ANNUL_MOTION, "not-annul")).take("not-annul", Party.SESSION, TODAY).filing.review()
					.result())
			.isEqualTo(Result.NOT_ANNULLED);
	}

	@Test
	void fil20AnOrderAfterTheTimeIsOverAndCriticismAfterTheOrder() {
		Filing issued = ready(State.ISSUED, "demand");
		Filing young = Filing.of(issued.id(), issued.code(), State.ISSUED, TODAY, issued.document(),
				FilingIntake.dueOn(TODAY), false);
		refused("FIL-20", young, "demand", input("demand"), Party.OFFICE);
		refused("FIL-20", issued, "demand", new FilingAction.FilingDemand(TODAY, "限期"), Party.OFFICE);
		Life life = new Life(issued).take("demand", Party.OFFICE, TODAY);
		assertThat(life.clock("demand").holder().text()).isEqualTo("organ:housing");
		refused("FIL-20", life.filing, "criticise", input("criticise"), Party.OFFICE, TODAY.plusDays(30));
		life.take("criticise", Party.OFFICE, TODAY.plusDays(31));
		assertThat(life.filing.intake().criticisms()).hasSize(1);
	}

	@Test
	void fil22AndFil23WhatIsForOthersIsTransferred() {
		Life life = new Life(ready(State.FILED, "transfer")).take("transfer", Party.OFFICE, TODAY);
		assertThat(life.filing.intake().transfer().to()).isEqualTo("县人大常委会");
		assertThat(new Life(ready(State.IN_REVIEW, "refer")).take("refer", Party.OFFICE, TODAY).filing.review()
			.referrals()).hasSize(1);
	}

	@Test
	void fil24AWrittenPlanSuspendsTheReviewUntilItsDay() {
		Life life = registered();
		life.take("begin-review", Party.OFFICE, LocalDate.of(2026, 4, 1))
			.take("ask-maker", new FilingAction.FilingInquiry("请说明", LocalDate.of(2026, 4, 20)), Party.OFFICE,
					LocalDate.of(2026, 4, 2));
		refused("FIL-24", life.filing, "promise", new FilingAction.FilingPlan("", TODAY), Party.MAKER,
				LocalDate.of(2026, 4, 7));
		refused("FIL-24", life.filing, "promise", new FilingAction.FilingPlan("改", LocalDate.of(2026, 4, 7)),
				Party.MAKER, LocalDate.of(2026, 4, 7));
		life.take("promise", new FilingAction.FilingPlan("改", LocalDate.of(2026, 6, 30)), Party.MAKER,
				LocalDate.of(2026, 4, 7));
		assertThat(life.clock("review").statusOn(LocalDate.of(2026, 6, 1)).name()).isEqualTo("PAUSED");
		refused("FIL-24", ready(State.SUSPENDED, "send-opinion"), "send-opinion", input("send-opinion"), Party.OFFICE,
				LocalDate.of(2026, 8, 1));
		life.take("correct", new FilingAction.FilingCorrecting(How.AMENDED, LocalDate.of(2026, 6, 1), "9号", "已改"),
				Party.MAKER, LocalDate.of(2026, 6, 3));
		assertThat(life.filing.review().result()).isEqualTo(Result.CORRECTED_AFTER_COMMUNICATION);
		assertThat(life.running()).containsExactly("refiling");
		assertThat(life.clock("refiling").dueOn()).isEqualTo(LocalDate.of(2026, 7, 1));
		refused("FIL-25", life.filing, "close", input("close"), Party.OFFICE);
		for (LocalDate day : List.of(ISSUED.minusDays(1), TODAY.plusDays(1))) {
			refused("FIL-25", ready(State.SUSPENDED, "correct"), "correct",
					new FilingAction.FilingCorrecting(How.AMENDED, day, "9号", "已改"), Party.MAKER);
		}
	}

	@Test
	void fil27AConstitutionalDoubtGoesUpwardAndIsNotDecidedHere() {
		Life life = new Life(ready(State.IN_REVIEW, "conclude")).take("raise-doubt", Party.OFFICE, TODAY);
		refused("FIL-27", life.filing, "conclude", input("conclude"), Party.OFFICE);
		refused("FIL-27", life.filing, "raise-doubt", input("raise-doubt"), Party.OFFICE);
		life.take("settle-doubt", Party.OFFICE, TODAY);
		refused("FIL-27", life.filing, "settle-doubt", input("settle-doubt"), Party.OFFICE);
		assertThat(life.take("conclude", Party.OFFICE, TODAY).filing.state()).isEqualTo(State.NO_PROBLEM);
	}

	@Test
	void fil09AFilingIsSentToCommitteesInFiveWorkingDays() {
		Life life = registered();
		assertThat(life.running()).containsExactly("dispatch", "review");
		assertThat(life.clock("dispatch").limit().text()).isEqualTo("5wd");
		assertThat(life.clock("dispatch").dueOn()).isEqualTo(LocalDate.of(2026, 4, 2));
		assertThat(refusal(() -> life.take("begin-review", Party.OFFICE, LocalDate.of(2026, 4, 3))).properties())
			.as("later it is begun as well, and says why")
			.containsEntry("rule", "FIL-09");
		life.take("begin-review", input("begin-review"), Party.OFFICE, LocalDate.of(2026, 4, 3), "假期");
		assertThat(life.running()).doesNotContain("dispatch");
	}

	@Test
	void fil25AndFil23HaveTheirOwnNumbers() {
		assertThat(List.of(FilingClocks.REFILING, FilingClocks.COMMITTEE, FilingClocks.DISPATCH, FilingClocks.ACTIVE))
			.extracting(DeadlineRule::rule, DeadlineRule::parameter)
			.containsExactly(tuple("FIL-25", "fil.refileDays"), tuple("FIL-09", "fil.committeeDays"),
					tuple("FIL-09", "fil.dispatchWd"), tuple("FIL-29", "fil.activeReviewMonths"));
		assertThat(RuleBook.statutory(TODAY).limit("fil.transferDays").text()).as("FIL-23").isEqualTo("10d");
	}

	@Test
	void fil29AnActiveReviewUsuallyTakesTwoMonthsAndStandsStillWhileThePlanRuns() {
		Life life = registered().take("begin-review", Party.OFFICE, LocalDate.of(2026, 4, 1));
		assertThat(life.clock("active-review").dueOn()).isEqualTo(LocalDate.of(2026, 6, 1));
		life.take("ask-maker", new FilingAction.FilingInquiry("请说明", LocalDate.of(2026, 4, 20)), Party.OFFICE,
				LocalDate.of(2026, 4, 2));
		life.take("promise", new FilingAction.FilingPlan("改", LocalDate.of(2026, 6, 30)), Party.MAKER,
				LocalDate.of(2026, 4, 7));
		assertThat(life.clock("active-review").statusOn(LocalDate.of(2026, 6, 15)).name()).isEqualTo("PAUSED");
		Life asked = registered().take("begin-review",
				new FilingAction.FilingAssignment(Set.of(Mode.SPECIAL), List.of()), Party.OFFICE,
				LocalDate.of(2026, 4, 1));
		assertThat(asked.running()).as("of a review that is not active the rule says nothing")
			.containsExactly("review");
	}

	@Test
	void c6TheReviewTakesThirtyAndThirtyDaysNotTheTwoMonthsOfFil29() {
		assertThat(RuleBook.statutory(TODAY).limit("fil.reviewDays").text()).isEqualTo("30d");
		assertThat(FilingClocks.REVIEW.prolonging().most()).isEqualTo(1);
	}

	@Test
	void aRequestBeginsAReviewJoinsOneOrBeginsAnotherButNotWhereItWasCorrected() {
		Life registered = registered();
		registered.take("answer-request", Party.OFFICE, LocalDate.of(2026, 4, 1));
		assertThat(registered.filing.review().modes()).containsExactly(Mode.ON_REQUEST);
		assertThat(registered.running()).containsExactly("review");
		Filing joined = new Life(ready(State.OPINION_SENT, "answer-request")).take("answer-request", Party.OFFICE,
				TODAY).filing;
		assertThat(joined.state()).isEqualTo(State.OPINION_SENT);
		assertThat(joined.review().modes()).containsExactlyInAnyOrder(Mode.ACTIVE, Mode.ON_REQUEST);
		Life again = new Life(ready(State.CLOSED, "answer-request")).take("answer-request", Party.OFFICE, TODAY);
		assertThat(again.filing.earlier()).hasSize(1);
		assertThat(again.filing.isReviewed()).isFalse();
		assertThat(again.running()).containsExactly("review");
		Filing corrected = ready(State.CLOSED, "answer-request").with(ready(State.CORRECTED, "close").review());
		refused("FIL-08", corrected, "answer-request", input("answer-request"), Party.OFFICE);
	}

	private static Life registered() {
		Life life = new Life(ready(State.FILED, "register"));
		life.filing = life.filing.in(State.FILED, LocalDate.of(2026, 3, 20), 1);
		life.take("register", Party.OFFICE, LocalDate.of(2026, 3, 26));
		assertThat(life.filing.intake().receipt().hash()).hasSize(64);
		return life;
	}

	private static Refusal refusal(Runnable step) {
		return catchThrowableOfType(Refusal.class, step::run);
	}

	private static Map<String, Object> refused(String rule, Filing filing, String step, Record input, Party party) {
		return refused(rule, filing, step, input, party,
				filing.stateSince().isAfter(TODAY) ? filing.stateSince() : TODAY);
	}

	private static Map<String, Object> refused(String rule, Filing filing, String step, Record input, Party party,
			LocalDate on) {
		Refusal refusal = refusal(() -> FilingWorkflow.DECLARED.decide(filing, List.of(), step, input,
				FilingFixtures.moment(party, on), "", WorkingDays.ofCalendar()));
		assertThat(refusal).as(rule).isNotNull();
		assertThat(refusal.properties()).as(refusal.detail().zh()).containsEntry("rule", rule);
		return refusal.properties();
	}

}
