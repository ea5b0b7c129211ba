package renda.legislation.passage;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillFixtures;
import renda.platform.deadline.WorkingDays;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

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

}
