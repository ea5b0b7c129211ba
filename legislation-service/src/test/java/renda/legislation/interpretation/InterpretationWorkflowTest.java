package renda.legislation.interpretation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.interpretation.Interpretation.InterpretationAsked;
import renda.legislation.interpretation.Interpretation.InterpretationGround;
import renda.legislation.interpretation.Interpretation.Party;
import renda.legislation.interpretation.Interpretation.Requester;
import renda.legislation.interpretation.Interpretation.State;
import renda.legislation.member.Body;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.test.StatuteTable;
import renda.platform.vote.Tally;
import renda.platform.web.Refusal;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code interpretation/steps.csv}, and what each rule refuses. Letters: C the
 * chairpersons' meeting, L the Legislative Committee, O the office, N the plenary.
 */
class InterpretationWorkflowTest {

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(InterpretationWorkflow.DECLARED,
			"/interpretation/steps.csv",
			Map.of('C', Party.COUNCIL, 'L', Party.LEGAL_COMMITTEE, 'O', Party.OFFICE, 'N', Party.PLENARY));

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private static Interpretation asked(InterpretationGround ground, Requester requester, boolean city) {
		return Interpretation.requested(new UUID(1, 1), "JS-2026-0001", TODAY, new InterpretationAsked(new UUID(1, 2),
				"郑州市花灯会管理条例", "第三条", city, ground, "桥是否包括浮桥", requester, "city-government"), true);
	}

	private static Interpretation ready(State state) {
		return asked(InterpretationGround.MEANING, Requester.GOVERNMENT, true).drafted("关于第三条的解释", "桥包括浮桥。")
			.reviewed("桥包括浮桥。", "审议报告")
			.in(state, TODAY, 2);
	}

	private static Decided decided(Body body, int votesFor) {
		return new Decided(new UUID(1, 3), new UUID(1, 4), "第十六届人大常委会第三次会议", body, TODAY, Purpose.VOTE, "表决",
				Decisions.of(body, Tabled.Deciding.OPEN)
					.outcome(51, 51, Tally.of(votesFor, 51 - votesFor, 0, 0), RuleBook.statutory(TODAY)));
	}

	private static Record input(String step) {
		return switch (step) {
			case "draft" -> new InterpretationAction.InterpretationDraft("关于第三条的解释", "桥包括浮桥。");
			case "answer-by-letter" -> new InterpretationAction.InterpretationLetter("函1号", "包括。", "主任会议同意", TODAY);
			case "report-review" -> new InterpretationAction.InterpretationReview("桥包括浮桥。", "审议报告");
			case "adopt" -> new InterpretationAction.InterpretationDecided(decided(Body.STANDING_COMMITTEE, 26));
			case "reject" -> new InterpretationAction.InterpretationDecided(decided(Body.STANDING_COMMITTEE, 25));
			case "announce" -> new InterpretationAction.InterpretationAnnouncing("2号", "省人大常委会", TODAY, null);
			default -> new InterpretationAction.InterpretationDeciding("理由");
		};
	}

	private static Interpretation taken(Interpretation subject, String step, Record input, Party party) {
		Moment<Party> moment = new Moment<>(Caller.ANONYMOUS, Set.of(party), TODAY, RuleBook.statutory(TODAY));
		return InterpretationWorkflow.DECLARED
			.decide(subject, List.of(), step, input, moment, "", WorkingDays.ofCalendar())
			.after();
	}

	private static void refused(String rule, Interpretation subject, String step, Record input, Party party) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> taken(subject, step, input, party));
		assertThat(refusal).as("%s refuses %s", rule, step).isNotNull();
		assertThat(refusal.properties().get("rule")).isEqualTo(rule);
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		List<DynamicTest> tests = TABLE
			.tests((state, step, party) -> taken(ready(state), step, input(step), party).state());
		assertThat(tests).hasSize(9 * 8 * 5);
		return tests;
	}

	private static final InterpretationAction.InterpretationRequest REQUEST = new InterpretationAction.InterpretationRequest(
			new UUID(1, 2), "第三条", InterpretationGround.MEANING, "桥是否包括浮桥", Requester.GOVERNMENT, true);

	@Test
	void leg63OnlyTheCitysRegulationsOnOneOfTwoGroundsAndApprovedByTheProvince() {
		refused("LEG-63", asked(InterpretationGround.MEANING, Requester.GOVERNMENT, false), "request", REQUEST,
				Party.REQUESTER);
		refused("LEG-63", asked(null, Requester.OTHER, true), "draft", input("draft"), Party.OFFICE);
		for (InterpretationAction.InterpretationAnnouncing early : List.of(
				new InterpretationAction.InterpretationAnnouncing("2号", " ", TODAY, null),
				new InterpretationAction.InterpretationAnnouncing("2号", "省人大常委会", null, null),
				new InterpretationAction.InterpretationAnnouncing("2号", "省人大常委会", TODAY.minusDays(1), null))) {
			refused("LEG-63", ready(State.APPROVAL_PENDING), "announce", early, Party.OFFICE);
		}
		refused("LEG-76", ready(State.APPROVAL_PENDING), "refuse-approval",
				new InterpretationAction.InterpretationDeciding(" "), Party.OFFICE);
	}

	@Test
	void leg64FiveKindsOfBodiesMayAskAndOthersPutAWrittenQuestion() {
		refused("LEG-64", asked(InterpretationGround.MEANING, Requester.OTHER, true), "request", REQUEST,
				Party.REQUESTER);
		assertThat(taken(asked(null, Requester.OTHER, true), "request", REQUEST, Party.REQUESTER).state())
			.isEqualTo(State.REQUESTED);
		for (Requester requester : List.of(Requester.GOVERNMENT, Requester.COURT, Requester.PROCURATORATE,
				Requester.COMMITTEE, Requester.COUNTY_COMMITTEE)) {
			assertThat(taken(asked(InterpretationGround.NEW_SITUATION, requester, true), "request", REQUEST,
					Party.REQUESTER))
				.isNotNull();
		}
	}

	@Test
	void leg65TheCommitteeDecidesOnceTheLegislativeCommitteeHasReported() {
		Interpretation listed = ready(State.LISTED).drafted("关于第三条的解释", "桥包括浮桥。");
		refused("LEG-65", listed, "adopt", input("adopt"), Party.PLENARY);
		refused("LEG-65", ready(State.LISTED), "adopt", input("reject"), Party.PLENARY);
		refused("LEG-65", ready(State.LISTED), "reject", input("adopt"), Party.PLENARY);
		refused("LEG-65", ready(State.LISTED), "adopt",
				new InterpretationAction.InterpretationDecided(decided(Body.CONGRESS, 30)), Party.PLENARY);
	}

	@Test
	void leg67ALetterTakesTheCouncilsConsentAndIsFiledWithTheProvince() {
		refused("LEG-67", ready(State.REQUESTED), "answer-by-letter",
				new InterpretationAction.InterpretationLetter("函1号", "包括。", " ", TODAY), Party.OFFICE);
		refused("LEG-67", ready(State.REQUESTED), "answer-by-letter",
				new InterpretationAction.InterpretationLetter("函1号", "包括。", "主任会议同意", null), Party.OFFICE);
	}

}
