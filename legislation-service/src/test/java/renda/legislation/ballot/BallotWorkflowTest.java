package renda.legislation.ballot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.ballot.Ballot.Party;
import renda.legislation.ballot.Ballot.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.web.Refusal;
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

	private final Map<String, Map<State, String>> table = table();

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(this.table.keySet()).containsExactlyInAnyOrderElementsOf(
				DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
		assertThat(DECLARED.step("draft").by()).containsExactlyInAnyOrder(Party.CHAIR, Party.COUNCIL, Party.OFFICE);
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> allowedAnywhere = new HashSet<>();
			cells.values().forEach((letters) -> allowedAnywhere.addAll(BallotFixtures.parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = BallotFixtures.parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: allowedAnywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(9 * 7 * 3);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		Ballot ready = BallotFixtures.ready(state, step);
		try {
			DECLARED.decide(ready, List.of(), step, BallotFixtures.input(step), BallotFixtures.moment(party), "",
					WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

	private static Map<String, Map<State, String>> table() {
		Map<String, Map<State, String>> table = new LinkedHashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(BallotWorkflowTest.class.getResourceAsStream("/ballot/steps.csv")),
				StandardCharsets.UTF_8))) {
			String[] states = lines.readLine().split(",", -1);
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] cells = line.split(",", -1);
				Map<State, String> row = new EnumMap<>(State.class);
				for (int i = 1; i < cells.length; i++) {
					row.put(State.valueOf(states[i]), cells[i]);
				}
				table.put(cells[0], row);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return table;
	}

}
