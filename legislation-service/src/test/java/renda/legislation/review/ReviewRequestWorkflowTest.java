package renda.legislation.review;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.review.ReviewRequest.Ground;
import renda.legislation.review.ReviewRequest.Kind;
import renda.legislation.review.ReviewRequest.Party;
import renda.legislation.review.ReviewRequest.State;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code review/steps.csv} (Q the requester, O the filing office; = means that the case
 * stays where it is), and what each rule refuses.
 */
class ReviewRequestWorkflowTest {

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(ReviewRequestWorkflow.DECLARED,
			"/review/steps.csv", Map.of('Q', Party.REQUESTER, 'O', Party.OFFICE));

	private static final LocalDate ON = LocalDate.of(2026, 9, 1);

	private static final Caller RESIDENT = new Caller("resident", "某居民", Set.of(Role.RESIDENT), Set.of(), "");

	private static final Caller ORGAN = new Caller("court", "法院", Set.of(Role.ORGAN), Set.of(), "court");

	private static final Caller OFFICE = new Caller("office", "备案审查", Set.of(Role.FILING_OFFICE), Set.of(), "");

	private static final ReviewRequest.Asked ASKED = new ReviewRequest.Asked("房屋租赁管理办法", "3号", "市住房局", "第三条", "越权");

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(ReviewRequestWorkflow.DECLARED.steps().stream().filter(Step::automatic).map(Step::name))
			.containsExactly("review-ended");
		assertThat(ReviewRequestWorkflow.DECLARED.isSecret()).isTrue();
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step, party) -> {
			ReviewRequest ready = request(state, Kind.SUGGESTION, step.equals("tell-incomplete") ? "" : "越权");
			if (step.equals("reply")) {
				ready = ready.reviewed(new ReviewRequest.Outcome(ON, "NO_PROBLEM", "无"));
			}
			return decide(ready, List.of(), step, input(step), party, ON).after().state();
		});
		assertThat(tests).hasSize(10 * 8 * 2);
		return tests;
	}

	@Test
	void rev01StateOrgansDemandAndRev02EveryoneSuggests() {
		assertThat(asked(Kind.DEMAND, ORGAN, Party.REQUESTER, null).kind()).isEqualTo(Kind.DEMAND);
		assertThat(asked(Kind.DEMAND, OFFICE, Party.OFFICE, "市中级人民法院").kind()).isEqualTo(Kind.DEMAND);
		assertThat(asked(Kind.SUGGESTION, Caller.ANONYMOUS, Party.REQUESTER, null).state())
			.as("REV-02: anyone may suggest")
			.isEqualTo(State.RECEIVED);
		for (Caller caller : List.of(RESIDENT, Caller.ANONYMOUS,
				new Caller("maker", "某局", Set.of(Role.MAKER), Set.of(), "housing"))) {
			assertThat(catchThrowableOfType(Refusal.class, () -> asked(Kind.DEMAND, caller, Party.REQUESTER, null))
				.properties()).containsEntry("rule", "REV-01");
		}
		assertThat(
				catchThrowableOfType(Refusal.class, () -> asked(Kind.DEMAND, OFFICE, Party.OFFICE, " ")).properties())
			.containsEntry("rule", "REV-01");
	}

	@Test
	void rev03AndRev05WhatIsMissingIsToldWithinFiveWorkingDays() {
		ReviewRequest vague = request(State.RECEIVED, Kind.SUGGESTION, "");
		Decision<ReviewRequest, State, Party> asked = decide(vague, List.of(), "ask", asking(Kind.SUGGESTION, null),
				Party.REQUESTER, ON);
		assertThat(asked.clocks()).extracting(Deadline::name, Deadline::rule)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("incomplete-notice", "REV-05"),
					org.assertj.core.groups.Tuple.tuple("passing-on", "FIL-23"));
		assertThat(asked.clocks().getFirst().limit().text()).isEqualTo("5wd");
		assertThat(ReviewRequestWorkflow.PASSING_ON.parameter()).isEqualTo("fil.transferDays");
		refused("REV-03", vague, "register", Party.OFFICE);
		ReviewRequest nameless = request(State.RECEIVED, Kind.SUGGESTION, "越权").asking(ASKED, "", "");
		refused("REV-05", nameless, "register", Party.OFFICE);
		refused("REV-05", request(State.RECEIVED, Kind.SUGGESTION, "越权"), "tell-incomplete", Party.OFFICE);
		ReviewRequest told = decide(vague, asked.clocks(), "tell-incomplete", input("tell-incomplete"), Party.OFFICE,
				ON)
			.after();
		ReviewRequest complete = decide(told, List.of(), "complete",
				new ReviewRequestAction.ReviewCompletion(null, null, null, null, "越权", null, null), Party.REQUESTER, ON)
			.after();
		assertThat(complete.missing()).isEmpty();
		assertThat(complete.asked()).isEqualTo(ASKED);
	}

	@Test
	void rev06AndRev07OnlyASuggestionIsNotStartedWithReasonsToldInTenDays() {
		refused("REV-06", request(State.REGISTERED, Kind.DEMAND, "越权"), "not-start", Party.OFFICE);
		ReviewRequest suggestion = request(State.REGISTERED, Kind.SUGGESTION, "越权");
		for (Ground ground : Ground.values()) {
			assertThat(catchThrowableOfType(Refusal.class,
					() -> decide(suggestion, List.of(), "not-start",
							new ReviewRequestAction.ReviewDeclining(ground, " "), Party.OFFICE, ON))
				.properties()).containsEntry("rule", "REV-07");
		}
		Decision<ReviewRequest, State, Party> declined = decide(suggestion, List.of(), "not-start", input("not-start"),
				Party.OFFICE, ON);
		assertThat(declined.clocks()).singleElement().satisfies((clock) -> {
			assertThat(clock.rule()).isEqualTo("REV-07");
			assertThat(clock.limit().text()).isEqualTo("10d");
		});
		assertThat(decide(declined.after(), declined.clocks(), "tell", input("tell"), Party.OFFICE, ON).clocks())
			.extracting(Deadline::isRunning)
			.containsExactly(false);
	}

	@Test
	void rev04AndRev10TheAnswerComesAfterTheReviewAndWithinFifteenDays() {
		ReviewRequest inReview = request(State.IN_REVIEW, Kind.DEMAND, "越权");
		refused("REV-04", inReview, "reply", Party.OFFICE);
		Decision<ReviewRequest, State, Party> ended = decide(inReview, List.of(), "review-ended", input("review-ended"),
				Party.OFFICE, ON);
		assertThat(ended.clocks()).singleElement().satisfies((clock) -> {
			assertThat(clock.rule()).isEqualTo("REV-10");
			assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 9, 16));
		});
		assertThat(decide(ended.after(), ended.clocks(), "reply", input("reply"), Party.OFFICE, ON).after().replies())
			.hasSize(1);
	}

	@Test
	void rev08AskedAgainOnlyWithReasonsThatAreNew() {
		ReviewRequest declined = request(State.NOT_STARTED, Kind.SUGGESTION, "越权");
		for (String reason : new String[] { "", " 越权 " }) {
			assertThat(catchThrowableOfType(Refusal.class, () -> decide(declined, List.of(), "reopen",
					new ReviewRequestAction.ReviewRenewing(reason), Party.REQUESTER, ON))
				.properties()).containsEntry("rule", "REV-08");
		}
		ReviewRequest again = decide(declined, List.of(), "reopen", input("reopen"), Party.REQUESTER, ON).after();
		assertThat(again.renewals()).hasSize(1);
		assertThat(again.in(State.REPLIED, ON, 5))
			.satisfies((replied) -> refused("REV-08", replied, "reopen", Party.REQUESTER));
	}

	@Test
	void rev09AndRev11AReviewOnRequestRunsByTheClockOfTheFilingAndNotesWhoAgreed() {
		ReviewRequest registered = request(State.REGISTERED, Kind.SUGGESTION, "越权");
		Decision<ReviewRequest, State, Party> started = decide(registered, List.of(), "start", input("start"),
				Party.OFFICE, ON);
		assertThat(started.clocks()).as("REV-09 is a model; the filing's 30 + 30 days run").isEmpty();
		assertThat(started.step().rules()).contains("REV-11");
	}

	private static ReviewRequest asked(Kind kind, Caller caller, Party as, String organ) {
		ReviewRequest fresh = request(State.RECEIVED, kind, "越权");
		return ReviewRequestWorkflow.DECLARED
			.decide(fresh, List.of(), "ask", asking(kind, organ),
					new Moment<>(caller, EnumSet.of(as), ON, RuleBook.statutory(ON)), "", WorkingDays.ofCalendar())
			.after();
	}

	private static ReviewRequestAction.ReviewAsking asking(Kind kind, String organ) {
		return new ReviewRequestAction.ReviewAsking(kind, "办法", null, null, "第三条", "越权", "某人", "电话", organ, null);
	}

	private static ReviewRequest request(State state, Kind kind, String reason) {
		ReviewRequest.Asked asked = new ReviewRequest.Asked(ASKED.document(), ASKED.number(), ASKED.maker(),
				ASKED.matter(), reason);
		ReviewRequest made = ReviewRequest.received(new UUID(8, 1), "SC-2026-0001", ON, kind,
				new ReviewRequest.Requester("某人", "电话", "", "resident"), "digest", asked);
		if (state == State.IN_REVIEW) {
			made = made.started(new UUID(7, 1));
		}
		return made.in(state, ON, 4);
	}

	private static Record input(String step) {
		return switch (step) {
			case "tell-incomplete" -> new ReviewRequestAction.ReviewMissing(List.of("reason"), "电话", null);
			case "complete" -> new ReviewRequestAction.ReviewCompletion(null, null, null, null, "理由", null, null);
			case "transfer" -> new ReviewRequestAction.ReviewPassing("省人大常委会", "属其职权");
			case "not-start" -> new ReviewRequestAction.ReviewDeclining(Ground.TEXT_CHANGED, "已修改");
			case "tell" -> new ReviewRequestAction.ReviewTold("书面", "告知");
			case "start" -> new ReviewRequestAction.ReviewStarting(new UUID(7, 1), "秘书长");
			case "review-ended" -> new ReviewRequestAction.ReviewEnded("NO_PROBLEM", "无");
			case "reply" -> new ReviewRequestAction.ReviewReplying("反馈");
			case "reopen" -> new ReviewRequestAction.ReviewRenewing("新的理由");
			default -> new ReviewRequestAction.ReviewPlain();
		};
	}

	private static Decision<ReviewRequest, State, Party> decide(ReviewRequest before, List<Deadline> clocks,
			String step, Record input, Party party, LocalDate on) {
		Caller caller = (party == Party.OFFICE) ? OFFICE : RESIDENT;
		return ReviewRequestWorkflow.DECLARED.decide(before, clocks, step, input,
				new Moment<>(caller, EnumSet.of(party), on, RuleBook.statutory(on)), "", WorkingDays.ofCalendar());
	}

	private static void refused(String rule, ReviewRequest request, String step, Party party) {
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decide(request, List.of(), step, input(step), party, ON));
		assertThat(refusal).as(rule).isNotNull();
		assertThat(refusal.properties()).containsEntry("rule", rule);
	}

}
