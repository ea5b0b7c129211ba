package renda.legislation.resolution;

import tools.jackson.databind.json.JsonMapper;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.city.CityProfile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.resolution.Resolution.Party;
import renda.legislation.resolution.Resolution.State;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.test.StatuteTable;
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

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(ResolutionWorkflow.DECLARED,
			"/resolution/steps.csv", Map.of('M', Party.MOVER, 'R', Party.COUNCIL, 'W', Party.COMMITTEE, 'O',
					Party.OFFICE, 'C', Party.CHAIR, 'E', Party.EXECUTOR));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("propose");
	}

	@Test
	void whatFollowsFromTheBallotIsTakenByNobody() {
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("adopt",
				"grant-extension", "refuse-extension", "reject");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step, party) -> DECLARED
			.decide(ResolutionFixtures.ready(state, step), List.of(), step, ResolutionFixtures.input(step),
					ResolutionFixtures.moment(party, ResolutionFixtures.TODAY), "", WorkingDays.ofCalendar())
			.after()
			.state());
		assertThat(tests).hasSize(28 * 14 * 6);
		return tests;
	}

	@Test
	void whoIsWhoInACase() {
		ResolutionKind kind = new ResolutionKind(null, JsonMapper.shared(), null, new CityProfile("410100",
				Text.of("甲市", "A"), Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"), List.of()));
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
		Caller elsewhere = new Caller("x", "邻市", Set.of(Role.GENERAL_OFFICE), Set.of("420100"), "");
		assertThat(kind.actors(resolution, elsewhere)).as("an office of another city").isEmpty();
		assertThat(kind.isVisible(joint, elsewhere)).isFalse();
		assertThat(kind.isVisible(joint, new Caller("x", "本市", Set.of(Role.GENERAL_OFFICE), Set.of("410100"), "")))
			.isTrue();
		assertThat(kind.published(joint).toString()).doesNotContain("委员0", "account-0");
	}

	private static Caller member(String account) {
		return new Caller(account, "委员", Set.of(renda.platform.security.Role.MEMBER), Set.of(), "");
	}

}
