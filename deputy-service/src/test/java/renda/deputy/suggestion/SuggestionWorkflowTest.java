package renda.deputy.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code suggestion/steps.csv}. Letters: L the leading deputy, S a co-signer, O the
 * office, R the chairpersons' meeting, W the committee, H a main or separate handler, P a
 * co-handler.
 */
class SuggestionWorkflowTest {

	private static final Workflow<Suggestion, State, Party> DECLARED = SuggestionWorkflow.DECLARED;

	private final Map<String, Map<State, String>> table = table();

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = new HashSet<>(
				DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> allowedAnywhere = new HashSet<>();
			cells.values().forEach((letters) -> allowedAnywhere.addAll(SuggestionFixtures.parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = SuggestionFixtures.parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: allowedAnywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(27 * 12 * 7);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		try {
			DECLARED.decide(SuggestionFixtures.ready(state, step), List.of(), step, SuggestionFixtures.input(step),
					SuggestionFixtures.moment(party, SuggestionFixtures.TODAY), "", WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

	@Test
	void whoIsWhoInACase() {
		SuggestionKind kind = new SuggestionKind(null, tools.jackson.databind.json.JsonMapper.shared(), city());
		Suggestion suggestion = SuggestionFixtures.ready(State.ASSIGNED, "supervise-on-site");
		for (Party party : Party.values()) {
			assertThat(kind.actors(suggestion, SuggestionFixtures.caller(party))).as(party.name())
				.containsExactly(party);
		}
		assertThat(kind.actors(suggestion, Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.actors(suggestion, SuggestionFixtures.organ("other"))).isEmpty();
		assertThat(
				kind.actors(suggestion, new Caller("lead", "兼职", Set.of(Role.DEPUTY, Role.ORGAN), Set.of(), "water")))
			.as("a deputy handles nothing")
			.containsExactly(Party.LEAD);
		assertThat(
				kind.actors(suggestion, new Caller("office", "邻市", Set.of(Role.DEPUTY_OFFICE), Set.of("420100"), "")))
			.isEmpty();
		Caller secretariat = new Caller("g", "办公厅", Set.of(Role.GENERAL_OFFICE), Set.of(), "");
		assertThat(kind.actors(suggestion, secretariat)).as("between sessions").isEmpty();
		Suggestion inSession = suggestion.with(suggestion.proposal()
			.saying(new SuggestionAction.Revision("标题", "内容", Proposal.Field.SOCIAL, 3, true, null)));
		assertThat(kind.actors(inSession, secretariat)).containsExactly(Party.OFFICE);
	}

	private static renda.platform.city.CityProfile city() {
		return new renda.platform.city.CityProfile("410100", renda.platform.web.Text.of("甲市", "A"),
				renda.platform.web.Text.of("乙省", "B"), java.time.ZoneId.of("Asia/Shanghai"), List.of());
	}

	private static Map<String, Map<State, String>> table() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(SuggestionWorkflowTest.class.getResourceAsStream("/suggestion/steps.csv")),
				StandardCharsets.UTF_8))) {
			String[] states = lines.readLine().split(",");
			Map<String, Map<State, String>> table = new LinkedHashMap<>();
			lines.lines().forEach((line) -> {
				String[] cells = line.split(",", -1);
				Map<State, String> row = new LinkedHashMap<>();
				for (int i = 1; i < cells.length; i++) {
					row.put(State.valueOf(states[i]), cells[i]);
				}
				table.put(cells[0], row);
			});
			return table;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
