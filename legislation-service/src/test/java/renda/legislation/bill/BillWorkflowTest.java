package renda.legislation.bill;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
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
 * {@code bill/steps.csv}. Letters: P the proposer, C the chairpersons' meeting, K the
 * committee of the preliminary review, L the Legislative Committee, O the office, N the
 * plenary whose ballot it follows from, R an organ that owes rules.
 */
class BillWorkflowTest {

	private static final Workflow<Bill, State, Party> DECLARED = BillWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(BillWorkflow.DECLARED, "/bill/steps.csv",
			Map.of('P', Party.PROPOSER, 'C', Party.COUNCIL, 'K', Party.COMMITTEE, 'L', Party.LEGAL_COMMITTEE, 'O',
					Party.OFFICE, 'N', Party.PLENARY, 'R', Party.ORGAN));

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("adopt",
				"clause-decided", "reject");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests(
				(state, step, party) -> DECLARED
					.decide(BillFixtures.ready(state, step), List.of(), step, BillFixtures.input(state, step),
							BillFixtures.moment(party, BillFixtures.TODAY), "", WorkingDays.ofCalendar())
					.after()
					.state());
		assertThat(tests).hasSize(45 * 25 * 7);
		return tests;
	}

	@Test
	void whoIsWhoInABill() {
		CityProfile city = new CityProfile("410100", Text.of("甲市", "A"), Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"),
				List.of());
		BillKind kind = new BillKind(null, JsonMapper.shared(), city, "city-government", null);
		Bill bill = BillFixtures.ready(State.PROMULGATED, "issue-rules");
		for (Party party : Set.of(Party.PROPOSER, Party.COMMITTEE, Party.LEGAL_COMMITTEE, Party.OFFICE, Party.PLENARY,
				Party.ORGAN)) {
			assertThat(kind.actors(bill, BillFixtures.caller(party))).as(party.name()).containsExactly(party);
		}
		assertThat(kind.actors(bill, BillFixtures.caller(Party.COUNCIL))).containsExactly(Party.COUNCIL, Party.PLENARY);
		assertThat(kind.actors(bill, Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.actors(bill, new Caller("x", "局", Set.of(Role.ORGAN), Set.of(), "finance"))).isEmpty();
		assertThat(kind.actors(bill, new Caller("x", "邻市", Set.of(Role.COUNCIL), Set.of("420100"), ""))).isEmpty();
		Bill joint = bill
			.with(BillFixtures.proposal(ProposerKind.MEMBERS, Body.STANDING_COMMITTEE, Making.ENACT, List.of()));
		joint = joint
			.with(new BillProposal(joint.proposal().title(), Making.ENACT, joint.proposal().domain(), List.of(),
					Body.STANDING_COMMITTEE, false, joint.proposal().proposer().movedBy(BillFixtures.movers(5, 0)),
					List.of(), false, null, "", null, BillProposal.BillTeam.NONE, 16));
		assertThat(kind.actors(joint, new Caller("member-3", "委员", Set.of(Role.MEMBER), Set.of(), "")))
			.containsExactly(Party.PROPOSER);
		assertThat(kind.actors(joint, new Caller("member-9", "委员", Set.of(Role.MEMBER), Set.of(), ""))).isEmpty();
	}

}
