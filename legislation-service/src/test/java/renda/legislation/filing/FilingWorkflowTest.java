package renda.legislation.filing;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.platform.city.CityProfile;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
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

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(FilingWorkflow.DECLARED,
			"/filing/steps.csv",
			Map.of('M', Party.MAKER, 'O', Party.OFFICE, 'C', Party.COMMITTEE, 'R', Party.COUNCIL, 'S', Party.SESSION));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(FilingWorkflow.DECLARED.steps().stream().filter(Step::opens).map(Step::name))
			.containsExactlyInAnyOrder("announce", "file");
		assertThat(FilingWorkflow.DECLARED.steps().stream().filter(Step::automatic).map(Step::name))
			.containsExactlyInAnyOrder("answer-request", "refiled", "annul", "not-annul");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE
			.tests((state, step, party) -> FilingWorkflow.DECLARED
				.decide(FilingFixtures.ready(state, step), List.of(), step, FilingFixtures.input(step),
						FilingFixtures.moment(party, FilingFixtures.TODAY), "", WorkingDays.ofCalendar())
				.after()
				.state());
		assertThat(tests).hasSize(38 * 22 * 5);
		return tests;
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

}
