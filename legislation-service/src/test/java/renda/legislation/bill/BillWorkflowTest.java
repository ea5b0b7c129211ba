package renda.legislation.bill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
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
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillProposal.BillAct;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.member.Body;
import renda.platform.city.CityProfile;
import renda.platform.deadline.WorkingDays;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
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

	private final Map<String, Map<State, String>> table = table();

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		Set<String> declared = new HashSet<>(
				DECLARED.steps().stream().filter((step) -> !step.opens()).map(Step::name).toList());
		assertThat(this.table.keySet()).isEqualTo(declared);
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("draft");
		assertThat(DECLARED.steps().stream().filter(Step::automatic).map(Step::name)).containsExactly("adopt",
				"clause-decided", "reject");
	}

	@TestFactory
	Stream<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = new ArrayList<>();
		this.table.forEach((step, cells) -> {
			Set<Party> allowedAnywhere = new HashSet<>();
			cells.values().forEach((letters) -> allowedAnywhere.addAll(BillFixtures.parties(letters)));
			for (State state : State.values()) {
				for (Party party : Party.values()) {
					int expected = BillFixtures.parties(cells.getOrDefault(state, "")).contains(party) ? 200
							: allowedAnywhere.contains(party) ? 409 : 403;
					tests.add(DynamicTest.dynamicTest("%s from %s by %s: %d".formatted(step, state, party, expected),
							() -> assertThat(status(state, step, party)).isEqualTo(expected)));
				}
			}
		});
		assertThat(tests).hasSize(43 * 25 * 7);
		return tests.stream();
	}

	private static int status(State state, String step, Party party) {
		try {
			DECLARED.decide(BillFixtures.ready(state, step), List.of(), step, BillFixtures.input(state, step),
					BillFixtures.moment(party, BillFixtures.TODAY), "", WorkingDays.ofCalendar());
			return 200;
		}
		catch (Refusal refusal) {
			return (refusal.status().value() == 422)
					? Integer.parseInt("422" + refusal.properties().get("rule").toString().replaceAll("\\D", ""))
					: refusal.status().value();
		}
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
			.with(BillFixtures.proposal(ProposerKind.MEMBERS, Body.STANDING_COMMITTEE, BillAct.ENACT, List.of()));
		joint = joint
			.with(new BillProposal(joint.proposal().title(), BillAct.ENACT, joint.proposal().domain(), List.of(),
					Body.STANDING_COMMITTEE, false, joint.proposal().proposer().movedBy(BillFixtures.movers(5, 0)),
					List.of(), false, null, "", null, BillProposal.BillTeam.NONE, 16));
		assertThat(kind.actors(joint, new Caller("member-3", "委员", Set.of(Role.MEMBER), Set.of(), "")))
			.containsExactly(Party.PROPOSER);
		assertThat(kind.actors(joint, new Caller("member-9", "委员", Set.of(Role.MEMBER), Set.of(), ""))).isEmpty();
	}

	private static Map<String, Map<State, String>> table() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(BillWorkflowTest.class.getResourceAsStream("/bill/steps.csv")),
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
			throw new UncheckedIOException(ex);
		}
	}

}
