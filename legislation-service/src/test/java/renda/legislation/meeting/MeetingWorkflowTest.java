package renda.legislation.meeting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.StepTable;
import renda.legislation.meeting.Meeting.Party;
import renda.legislation.meeting.Meeting.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
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

	private final Map<String, Map<State, String>> table = StepTable.read("/meeting/steps.csv", State.class);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = DECLARED.steps()
			.stream()
			.filter((step) -> !step.opens())
			.map(Step::name)
			.collect(Collectors.toSet());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("plan");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> anywhere = new HashSet<>();
			cells.values().forEach((letters) -> anywhere.addAll(parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: anywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(25 * 9 * 3);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		try {
			DECLARED.decide(MeetingCases.ready(state, step), List.of(), step, MeetingCases.input(step),
					MeetingCases.moment(party, MeetingCases.BEFORE), "", WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

	private static Set<Party> parties(String letters) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		letters.chars().forEach((letter) -> parties.add(switch (letter) {
			case 'C' -> Party.COUNCIL;
			case 'H' -> Party.CHAIR;
			case 'O' -> Party.OFFICE;
			default -> throw new IllegalArgumentException(letters);
		}));
		return parties;
	}

}
