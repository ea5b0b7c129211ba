package renda.legislation.appointment;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code appointment/steps.csv}. Letters: N the nominator, O the personnel office, R the
 * chairpersons' meeting, C the chair, G the general office, W the organ of the post.
 */
class AppointmentWorkflowTest {

	private static final Workflow<Appointment, State, Party> DECLARED = AppointmentWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(AppointmentWorkflow.DECLARED,
			"/appointment/steps.csv", Map.of('N', Party.NOMINATOR, 'O', Party.OFFICE, 'R', Party.COUNCIL, 'C',
					Party.CHAIR, 'G', Party.GENERAL_OFFICE, 'W', Party.OWN_ORGAN));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft", "nominate",
				"record-election");
	}

	@Test
	void onlyWhatFollowsFromAVoteAListACeremonyOrAnotherActIsAutomatic() {
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("appoint",
				"dismiss", "elect", "leave", "list-by-votes", "list-together", "miss-oath", "not-approve", "not-elect",
				"not-list", "preselect", "record-oath", "stand", "swear", "tie");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step, party) -> DECLARED
			.decide(AppointmentFixtures.ready(state, step), List.of(), step, AppointmentFixtures.input(step),
					AppointmentFixtures.moment(party, AppointmentFixtures.TODAY), "", WorkingDays.ofCalendar())
			.after()
			.state());
		assertThat(tests).hasSize(42 * 25 * 6);
		return tests;
	}

}
