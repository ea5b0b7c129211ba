package renda.legislation.resolution;

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
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code resolution/steps.csv}. Letters: M the mover, R the chairpersons' meeting, W the
 * committee, O the office, C the chair, E an executing organ.
 */
class ResolutionWorkflowTest {

	private static final Workflow<Resolution, State, Party> DECLARED = ResolutionWorkflow.DECLARED;

	private final Map<String, Map<State, String>> table = StepTable.read("/resolution/steps.csv", State.class);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = new HashSet<>(
				DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("propose");
	}

	@Test
	void whatFollowsFromTheBallotIsTakenByNobody() {
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("adopt",
				"grant-extension", "refuse-extension", "reject");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> allowedAnywhere = new HashSet<>();
			cells.values().forEach((letters) -> allowedAnywhere.addAll(ResolutionFixtures.parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = ResolutionFixtures.parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: allowedAnywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(28 * 14 * 6);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		try {
			DECLARED.decide(ResolutionFixtures.ready(state, step), List.of(), step, ResolutionFixtures.input(step),
					ResolutionFixtures.moment(party, ResolutionFixtures.TODAY), "", WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return refusal.status().value();
		}
	}

	@Test
	void whoIsWhoInACase() {
		ResolutionKind kind = new ResolutionKind(null, tools.jackson.databind.json.JsonMapper.shared(), null);
		Resolution resolution = ResolutionFixtures.ready(State.EXECUTING, "follow-up");
		for (Party party : Party.values()) {
			assertThat(kind.actors(resolution, ResolutionFixtures.caller(party))).as(party.name())
				.containsExactly(party);
		}
		assertThat(kind.actors(resolution, Caller.ANONYMOUS)).isEmpty();
		Resolution joint = ResolutionFixtures.ready(State.SUBMITTED, "revise", ResolutionFixtures.members(5, 0));
		assertThat(kind.actors(joint, member("account-0"))).containsExactly(Party.MOVER);
		assertThat(kind.actors(joint, member("account-1"))).as("the leading member acts for all").isEmpty();
		assertThat(kind.isVisible(joint, member("account-9"))).as("not before it is listed").isFalse();
		assertThat(kind.isVisible(ResolutionFixtures.ready(State.LISTED, "deliberate"), member("account-9"))).isTrue();
		assertThat(kind.isVisible(ResolutionFixtures.ready(State.LISTED, "deliberate"), Caller.ANONYMOUS)).isFalse();
		assertThat(kind.isVisible(ResolutionFixtures.ready(State.ADOPTED, "publish"), Caller.ANONYMOUS)).isTrue();
		assertThat(kind.published(joint).toString()).doesNotContain("委员0", "account-0");
	}

	private static Caller member(String account) {
		return new Caller(account, "委员", Set.of(renda.platform.security.Role.MEMBER), Set.of(), "");
	}

}
