package renda.deputy.suggestion;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
import renda.platform.city.CityProfile;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Text;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code suggestion/steps.csv}. Letters: L the leading deputy, S a co-signer, O the
 * office, R the chairpersons' meeting, W the committee, H a main or separate handler, P a
 * co-handler.
 */
class SuggestionWorkflowTest {

	private static final Workflow<Suggestion, State, Party> DECLARED = SuggestionWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(DECLARED, "/suggestion/steps.csv",
			Map.of('L', Party.LEAD, 'S', Party.CO_SIGNER, 'O', Party.OFFICE, 'R', Party.COUNCIL, 'W', Party.COMMITTEE,
					'H', Party.HANDLER, 'P', Party.CO_HANDLER));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step, party) -> DECLARED
			.decide(SuggestionFixtures.ready(state, step), List.of(), step, SuggestionFixtures.input(step),
					SuggestionFixtures.moment(party, SuggestionFixtures.TODAY), "", WorkingDays.ofCalendar())
			.after()
			.state());
		assertThat(tests).hasSize(27 * 12 * 7);
		return tests;
	}

	@Test
	void whoIsWhoInACase() {
		SuggestionKind kind = new SuggestionKind(null, JsonMapper.shared(), city());
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

	private static CityProfile city() {
		return new CityProfile("410100", Text.of("甲市", "A"), Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"), List.of());
	}

}
