package renda.legislation.filing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.platform.city.CityProfile;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import renda.platform.workflow.Step;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code filing/steps.csv}. Letters: M the maker, O the filing office, C a committee that
 * reviews, R the chairpersons' meeting, S the session. In the last column but one stands
 * where it leads to; = means that the case stays where it is.
 */
class FilingWorkflowTest {

	private final Map<String, Map<State, Cell>> table = table();

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = new HashSet<>(
				FilingWorkflow.DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(FilingWorkflow.DECLARED.steps().stream().filter(Step::opens).map(Step::name))
			.containsExactlyInAnyOrder("announce", "file");
		assertThat(FilingWorkflow.DECLARED.steps().stream().filter(Step::automatic).map(Step::name))
			.containsExactlyInAnyOrder("answer-request", "refiled", "annul", "not-annul");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> anywhere = EnumSet.noneOf(Party.class);
			cells.values().forEach((cell) -> anywhere.addAll(cell.by()));
			for (State state : State.values()) {
				Cell cell = cells.get(state);
				for (Party party : Party.values()) {
					String expected = (cell != null && cell.by().contains(party)) ? cell.to()
							: anywhere.contains(party) ? "409" : "403";
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %s".formatted(step, state, party, expected),
							() -> assertThat(outcome(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(38 * 22 * 5);
		return tests.stream();
	}

	private static String outcome(State state, String step, Party party) {
		try {
			return FilingWorkflow.DECLARED
				.decide(FilingFixtures.ready(state, step), List.of(), step, FilingFixtures.input(step),
						FilingFixtures.moment(party, FilingFixtures.TODAY), "", WorkingDays.ofCalendar())
				.after()
				.state()
				.name();
		}
		catch (Refusal refusal) {
			return String.valueOf(refusal.status().value());
		}
	}

	@Test
	void whoIsWhoInACase() {
		FilingKind kind = new FilingKind(null, JsonMapper.shared(), new CityProfile("410100", Text.of("甲市", "A"),
				Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"), List.of()), null);
		Filing filing = FilingFixtures.ready(State.IN_REVIEW, "extend");
		for (Party party : Party.values()) {
			assertThat(kind.actors(filing, FilingFixtures.caller(party))).as(party.name()).contains(party);
		}
		assertThat(kind.actors(filing, Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.actors(filing, new Caller("x", "别局", Set.of(Role.MAKER), Set.of(), "traffic"))).isEmpty();
		assertThat(kind.actors(filing, new Caller("x", "别委", Set.of(Role.COMMITTEE), Set.of(), "finance"))).isEmpty();
		assertThat(kind.actors(filing, new Caller("x", "邻市", Set.of(Role.FILING_OFFICE), Set.of("420100"), "")))
			.isEmpty();
		assertThat(
				kind.actors(filing, new Caller("x", "兼职", Set.of(Role.MAKER, Role.FILING_OFFICE), Set.of(), "housing")))
			.as("nobody reviews what their own organ made")
			.containsExactly(Party.MAKER);
	}

	private static Map<String, Map<State, Cell>> table() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(FilingWorkflowTest.class.getResourceAsStream("/filing/steps.csv")),
				StandardCharsets.UTF_8))) {
			Map<String, Map<State, Cell>> table = new LinkedHashMap<>();
			lines.lines().skip(1).forEach((line) -> {
				String[] cells = line.split(",");
				Map<State, Cell> row = table.computeIfAbsent(cells[0], (step) -> new EnumMap<>(State.class));
				for (String from : cells[2].split(" ")) {
					row.put(State.valueOf(from),
							new Cell(FilingFixtures.parties(cells[1]), cells[3].equals("=") ? from : cells[3]));
				}
			});
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Cell(Set<Party> by, String to) {
	}

}
