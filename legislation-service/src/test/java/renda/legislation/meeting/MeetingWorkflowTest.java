package renda.legislation.meeting;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code meeting/steps.csv}. Letters: C the chairpersons' meeting, H whoever presides, O
 * the general office.
 */
class MeetingWorkflowTest {

	private static final Workflow<Meeting, State, Party> DECLARED = MeetingWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(MeetingWorkflow.DECLARED,
			"/meeting/steps.csv", Map.of('C', Party.COUNCIL, 'H', Party.CHAIR, 'O', Party.OFFICE));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("plan");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests(
				(state, step, party) -> DECLARED
					.decide(MeetingCases.ready(state, step), List.of(), step, MeetingCases.input(step),
							MeetingCases.moment(party, MeetingCases.BEFORE), "", WorkingDays.ofCalendar())
					.after()
					.state());
		assertThat(tests).hasSize(28 * 9 * 3);
		return tests;
	}

}
