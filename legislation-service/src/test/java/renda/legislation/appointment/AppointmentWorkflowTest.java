package renda.legislation.appointment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.StepTable;
import renda.legislation.appointment.Appointment.Party;
import renda.legislation.appointment.Appointment.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
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

	private final Map<String, Map<State, String>> table = StepTable.read("/appointment/steps.csv", State.class);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = new HashSet<>(
				DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft",
				"record-election");
	}

	@Test
	void onlyWhatFollowsFromAVoteAListACeremonyOrAnotherActIsAutomatic() {
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("appoint",
				"dismiss", "leave", "list-together", "miss-oath", "not-approve", "record-oath", "swear");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> allowedAnywhere = new HashSet<>();
			cells.values().forEach((letters) -> allowedAnywhere.addAll(AppointmentFixtures.parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = AppointmentFixtures.parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: allowedAnywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(33 * 21 * 6);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		try {
			DECLARED.decide(AppointmentFixtures.ready(state, step), List.of(), step, AppointmentFixtures.input(step),
					AppointmentFixtures.moment(party, AppointmentFixtures.TODAY), "", WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

}
