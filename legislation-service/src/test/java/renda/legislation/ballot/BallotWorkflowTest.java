package renda.legislation.ballot;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code ballot/steps.csv}. Letters: H the chair of the meeting, C the chairpersons'
 * meeting, O the general office.
 */
class BallotWorkflowTest {

	private static final Workflow<Ballot, State, Party> DECLARED = BallotWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(BallotWorkflow.DECLARED,
			"/ballot/steps.csv", Map.of('H', Party.CHAIR, 'C', Party.COUNCIL, 'O', Party.OFFICE));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
		assertThat(DECLARED.step("draft").by()).containsExactlyInAnyOrder(Party.CHAIR, Party.COUNCIL, Party.OFFICE);
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests(
				(state, step, party) -> DECLARED
					.decide(BallotFixtures.ready(state, step), List.of(), step, BallotFixtures.input(step),
							BallotFixtures.moment(party), "", WorkingDays.ofCalendar())
					.after()
					.state());
		assertThat(tests).hasSize(9 * 7 * 3);
		return tests;
	}

}
