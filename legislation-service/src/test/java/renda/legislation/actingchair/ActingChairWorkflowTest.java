package renda.legislation.actingchair;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.actingchair.ActingChair.Ground;
import renda.legislation.actingchair.ActingChair.Party;
import renda.legislation.actingchair.ActingChair.State;
import renda.legislation.actingchair.ActingChairAction.ActingProposed;
import renda.legislation.actingchair.ActingChairAction.Officers;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled.Deciding;
import renda.legislation.member.Body;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.test.StatuteTable;
import renda.platform.vote.Tally;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code actingchair/steps.csv}. Letters: C the chairpersons' meeting, H whoever
 * presides, O the general office.
 */
class ActingChairWorkflowTest {

	private static final Workflow<ActingChair, State, Party> DECLARED = ActingChairWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(ActingChairWorkflow.DECLARED,
			"/actingchair/steps.csv", Map.of('C', Party.COUNCIL, 'H', Party.CHAIR, 'O', Party.OFFICE));

	private static final LocalDate DAY = LocalDate.of(2026, 3, 26);

	private static final UUID VICE = new UUID(5, 2);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("propose");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE
			.tests((state, step, party) -> decided(ready(state), step, input(step), party).after().state());
		assertThat(tests).hasSize(4 * 5 * 3);
		return tests;
	}

	@ParameterizedTest
	@CsvSource({ "HEALTH, true, true, false, true", "VACANCY, true, false, false, true",
			"HEALTH, false, true, false, false", "VACANCY, true, true, false, false",
			"HEALTH, true, false, false, false", "HEALTH, true, true, true, false" })
	void mtg39OneOfTheViceChairsActsWhereTheChairCannotOrThereIsNone(Ground ground, boolean viceChair, boolean chair,
			boolean acting, boolean lawful) {
		ActingProposed proposed = new ActingProposed(VICE, ground, "因病住院", null,
				new Officers(viceChair, chair, acting));
		if (lawful) {
			assertThat(decided(ready(State.PROPOSED), "propose", proposed, Party.COUNCIL).after().state())
				.isEqualTo(State.PROPOSED);
		}
		else {
			assertThat(refused("propose", proposed)).isEqualTo("MTG-39");
		}
	}

	@Test
	void mtg39TheCommitteeElectsAndNotTheCongress() {
		assertThat(refused("elect", new ActingChairAction.ActingDecided(vote(Body.CONGRESS)))).isEqualTo("MTG-39");
		ActingChair acting = decided(ready(State.PROPOSED), "elect", input("elect"), Party.CHAIR).after();
		assertThat(acting.open()).isTrue();
		assertThat(acting.vote()).isNotNull();
		assertThat(acting.vote().explanation().zh()).contains("26");
		ActingChair over = decided(acting, "end", new ActingChairAction.ActingOver(ActingChair.Ended.Why.CHAIR_ELECTED),
				Party.OFFICE)
			.after();
		assertThat(over.ended()).isEqualTo(new ActingChair.Ended(DAY, ActingChair.Ended.Why.CHAIR_ELECTED));
	}

	private static Decided vote(Body body) {
		return new Decided(new UUID(9, 1), new UUID(3, 1), "某次会议", body, DAY, Purpose.ELECT, "推选代理主任",
				Decisions.of(body, Deciding.SECRET).outcome(51, 40, Tally.of(26, 14, 0, 0), RuleBook.statutory(DAY)));
	}

	private static ActingChair ready(State state) {
		return ActingChair.proposed(new UUID(4, 1), "DLZR-2026-0001", DAY, VICE, "某副主任", Ground.HEALTH, "因病住院", true)
			.in(state, DAY, 2);
	}

	private static Record input(String step) {
		return switch (step) {
			case "elect", "reject" -> new ActingChairAction.ActingDecided(vote(Body.STANDING_COMMITTEE));
			case "end" -> new ActingChairAction.ActingOver(ActingChair.Ended.Why.RECOVERED);
			default -> new ActingChairAction.ActingWithdrawn("主任已恢复工作");
		};
	}

	private static Decision<ActingChair, State, Party> decided(ActingChair before, String step, Record input,
			Party party) {
		return DECLARED.decide(before, List.of(), step, input,
				new Moment<>(new Caller("x", "某人", Set.of(), Set.of(), ""), Set.of(party), DAY,
						RuleBook.statutory(DAY)),
				"", WorkingDays.ofCalendar());
	}

	private static Object refused(String step, Record input) {
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decided(ready(State.PROPOSED), step, input, Party.COUNCIL));
		assertThat(refusal.status().value()).isEqualTo(422);
		return refusal.properties().get("rule");
	}

}
