package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.cleanup.CleanupItem.Check;
import renda.legislation.cleanup.CleanupItem.Verdict;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.cleanup.CleanupRound.Party;
import renda.legislation.cleanup.CleanupRound.State;
import renda.legislation.cleanup.CleanupRound.Topic;
import renda.legislation.impact.Referring.Referrer;
import renda.legislation.regulation.RegulationKind;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by every party, against the law's table in
 * {@code cleanup/steps.csv}, and what the duty to clean up (LEG-79, 立法法 第一百一十六条) refuses.
 * Letters: O the legislative office, R the chairpersons' meeting, B a drafting body.
 */
class CleanupWorkflowTest {

	private static final Workflow<CleanupRound, State, Party> DECLARED = CleanupWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(CleanupWorkflow.DECLARED,
			"/cleanup/steps.csv", Map.of('O', Party.OFFICE, 'R', Party.COUNCIL, 'B', Party.BODY));

	private static final LocalDate BEGUN = LocalDate.of(2026, 3, 2);

	private static final LocalDate TODAY = LocalDate.of(2026, 5, 6);

	private static final UUID LANTERNS = new UUID(7, 1);

	private static final UUID BRIDGES = new UUID(7, 2);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("begin");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests(
				(state, step, party) -> decided(ready(state), List.of(), step, input(step), party, "").after().state());
		assertThat(tests).hasSize(10 * 6 * 3);
		return tests;
	}

	@Test
	void whoIsWhoInACase() {
		CleanupKind kind = new CleanupKind(null, JsonMapper.shared());
		for (Party party : Party.values()) {
			assertThat(kind.actors(ready(State.SELF_CHECK), caller(party))).as(party.name()).containsExactly(party);
		}
		assertThat(kind.actors(ready(State.SELF_CHECK), Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.isVisible(ready(State.SCOPING), Caller.ANONYMOUS)).isFalse();
		assertThat(kind.isVisible(ready(State.SELF_CHECK), Caller.ANONYMOUS)).isTrue();
		assertThat(kind.view(ready(State.DECIDING), Caller.ANONYMOUS).items()).hasSize(2)
			.allMatch((item) -> item.check() == null && item.decision() == null);
		assertThat(kind.view(ready(State.COMPLETED), Caller.ANONYMOUS).items())
			.allMatch((item) -> item.check() == null && item.decision() != null);
	}

	@Test
	void leg79ARoundSaysWhatHasChangedOrWhoAsksForIt() {
		CleanupRound fresh = CleanupRound.begun(UUID.randomUUID(), "QL-2026-0001", 16, BEGUN,
				new Topic("清理", "民法典实施", "", null, ""), false);
		refused(fresh, "begin", new CleanupAction.CleanupBeginning("清理", "民法典实施", " ", null, null), Party.OFFICE);
		assertThat(decided(fresh, List.of(), "begin",
				new CleanupAction.CleanupBeginning("清理", "民法典实施", null, null, "省人大常委会通知"), Party.OFFICE, "")
			.after()
			.state()).isEqualTo(State.SCOPING);
		refused(fresh, "propose-scope", new CleanupAction.CleanupProposal(List.of()), Party.OFFICE);
	}

	@Test
	void leg79TheScopeIsWhatTheRegisterProposesAndWhatTheOfficeAddsOrDrops() {
		CleanupRound fresh = CleanupRound.begun(UUID.randomUUID(), "QL-2026-0001", 16, BEGUN,
				new Topic("清理", "民法典实施", "中华人民共和国民法典", null, ""), false);
		CleanupRound proposed = after(fresh, "propose-scope",
				new CleanupAction.CleanupProposal(List.of(text(LANTERNS, "第一条"))), Party.OFFICE);
		CleanupRound again = after(proposed, "propose-scope",
				new CleanupAction.CleanupProposal(List.of(text(LANTERNS, "第一条"), text(BRIDGES, "第二条"))), Party.OFFICE);
		assertThat(again.items()).hasSize(2).allMatch(CleanupItem::proposed);
		refused(again, "add-items", new CleanupAction.CleanupAddition(List.of(UUID.randomUUID()), List.of()),
				Party.OFFICE);
		refused(again, "drop-item", new CleanupAction.CleanupRemoval(BRIDGES, ""), Party.OFFICE);
		refused(again, "drop-item", new CleanupAction.CleanupRemoval(UUID.randomUUID(), "无关"), Party.OFFICE);
		assertThat(after(again, "drop-item", new CleanupAction.CleanupRemoval(BRIDGES, "仅引用名称"), Party.OFFICE).items())
			.hasSize(1);
		refused(again, "assign", new CleanupAction.CleanupAssignment(
				List.of(new CleanupAction.Checker(UUID.randomUUID(), "parks-bureau"))), Party.OFFICE);
		Refusal unassigned = refused(again, "fix-scope", input("fix-scope"), Party.OFFICE);
		assertThat(unassigned.properties().get("facts").toString()).contains("withoutBody");
		refused(fresh, "fix-scope", input("fix-scope"), Party.OFFICE);
		refused(ready(State.SCOPING), "fix-scope", new CleanupAction.CleanupScope(TODAY), Party.OFFICE);
	}

	@Test
	void leg79EachBodyChecksItsOwnTextsByTheDayThatWasFixed() {
		Decision<CleanupRound, State, Party> fixed = decided(ready(State.SCOPING), List.of(), "fix-scope",
				input("fix-scope"), Party.OFFICE, "");
		assertThat(fixed.clocks()).hasSize(2).allMatch((clock) -> clock.rule().equals("LEG-79"));
		CleanupAction.CleanupCheck foreign = new CleanupAction.CleanupCheck(BRIDGES, Act.KEEP, "无冲突");
		refused(fixed.after(), "self-check", foreign, Party.BODY);
		refused(fixed.after(), "self-check", new CleanupAction.CleanupCheck(LANTERNS, Act.KEEP, ""), Party.BODY);
		Decision<CleanupRound, State, Party> first = decided(fixed.after(), fixed.clocks(), "self-check",
				input("self-check"), Party.BODY, "");
		assertThat(first.after().state()).isEqualTo(State.SELF_CHECK);
		assertThat(first.clocks()).hasSize(1)
			.allMatch((clock) -> clock.holder().text().equals("organ:parks-bureau") && !clock.isRunning());
		assertThat(after(first.after(), "self-check", foreign, Party.OFFICE).state()).as("the last one")
			.isEqualTo(State.DECIDING);
		refused(fixed.after(), "cancel", new CleanupAction.CleanupWords(""), Party.COUNCIL);
	}

	@Test
	void leg79ItIsCompleteWhenEachTextIsDecidedAndEndsWhenTheBillsAreStarted() {
		CleanupRound deciding = undecided();
		refused(deciding, "close", input("close"), Party.OFFICE);
		refused(deciding, "decide-item", new CleanupAction.CleanupVerdict(UUID.randomUUID(), Act.KEEP, "无冲突", "主任会议"),
				Party.COUNCIL);
		refused(deciding, "decide-item", new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "", "主任会议"),
				Party.COUNCIL);
		refused(deciding, "record-bill", input("record-bill"), Party.OFFICE);
		CleanupRound amended = after(deciding, "decide-item",
				new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "与上位法不一致", "主任会议"), Party.COUNCIL);
		CleanupRound kept = after(amended, "decide-item",
				new CleanupAction.CleanupVerdict(BRIDGES, Act.KEEP, "无冲突", "主任会议"), Party.OFFICE);
		refused(kept, "close", new CleanupAction.CleanupWords(" "), Party.OFFICE);
		refused(kept, "record-bill", new CleanupAction.CleanupBill(BRIDGES, "FA-2026-0001", null, null), Party.OFFICE);
		refused(kept, "record-bill", new CleanupAction.CleanupBill(LANTERNS, null, null, null), Party.OFFICE);
		CleanupRound completed = after(kept, "close", input("close"), Party.OFFICE);
		assertThat(completed.state()).isEqualTo(State.COMPLETED);
		assertThat(completed.waiting()).containsExactly(LANTERNS);
		assertThat(after(completed, "record-bill", input("record-bill"), Party.OFFICE).state()).isEqualTo(State.ENDED);
		CleanupRound early = after(kept, "record-bill", input("record-bill"), Party.OFFICE);
		assertThat(early.state()).isEqualTo(State.DECIDING);
		assertThat(after(early, "close", input("close"), Party.OFFICE).state()).isEqualTo(State.ENDED);
	}

	/** All checked, nothing decided. */
	private static CleanupRound undecided() {
		CleanupRound round = ready(State.SELF_CHECK);
		for (UUID id : List.of(LANTERNS, BRIDGES)) {
			round = round.with(id, (item) -> item.checked(new Check(BEGUN, Act.KEEP, "理由")));
		}
		return round.in(State.DECIDING, BEGUN, 5);
	}

	private static Referrer text(UUID id, String... labels) {
		return new Referrer(id, "条例" + id.getLeastSignificantBits(), RegulationKind.OTHER, null, List.of(labels));
	}

	private static CleanupRound ready(State state) {
		CleanupRound round = CleanupRound
			.begun(new UUID(8, 1), "QL-2026-0001", 16, BEGUN, new Topic("清理", "民法典实施", "中华人民共和国民法典", BEGUN, "通知"),
					false)
			.adding(List.of(CleanupItem.of(text(LANTERNS, "第一条"), true).by("parks-bureau"),
					CleanupItem.of(text(BRIDGES), false).by("roads-bureau")));
		if (state == State.DECIDING || state == State.COMPLETED || state == State.ENDED) {
			for (UUID id : List.of(LANTERNS, BRIDGES)) {
				round = round.with(id, (item) -> item.checked(new Check(BEGUN, Act.AMEND, "理由"))
					.decided(new Verdict(BEGUN, Act.AMEND, "理由", "主任会议")));
			}
		}
		if (state == State.COMPLETED || state == State.ENDED) {
			round = round.reported(new CleanupRound.Report(BEGUN, "报告"));
		}
		return round.in(state, BEGUN, 4);
	}

	private static Record input(String step) {
		return switch (step) {
			case "propose-scope" -> new CleanupAction.CleanupProposal(List.of());
			case "add-items" -> new CleanupAction.CleanupAddition(List.of(BRIDGES), List.of(text(BRIDGES)));
			case "drop-item" -> new CleanupAction.CleanupRemoval(LANTERNS, "无关");
			case "assign" ->
				new CleanupAction.CleanupAssignment(List.of(new CleanupAction.Checker(LANTERNS, "parks-bureau")));
			case "fix-scope" -> new CleanupAction.CleanupScope(TODAY.plusDays(30));
			case "self-check" -> new CleanupAction.CleanupCheck(LANTERNS, Act.AMEND, "与上位法不一致");
			case "decide-item" -> new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "与上位法不一致", "主任会议");
			case "record-bill" -> new CleanupAction.CleanupBill(LANTERNS, "FA-2026-0001", null, null);
			default -> new CleanupAction.CleanupWords("书面内容");
		};
	}

	private static Caller caller(Party party) {
		return switch (party) {
			case OFFICE -> new Caller("office", "法工委", Set.of(Role.LEGISLATIVE_OFFICE), Set.of(), "");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case BODY -> new Caller("clerk", "园林局", Set.of(Role.ORGAN), Set.of(), "parks-bureau");
		};
	}

	private static CleanupRound after(CleanupRound before, String step, Record input, Party party) {
		return decided(before, List.of(), step, input, party, "").after();
	}

	private static Decision<CleanupRound, State, Party> decided(CleanupRound before, List<Deadline> clocks, String step,
			Record input, Party party, String lateReason) {
		return DECLARED.decide(before, clocks, step, input,
				new Moment<>(caller(party), Set.of(party), TODAY, RuleBook.statutory(TODAY)), lateReason,
				WorkingDays.ofCalendar());
	}

	private static Refusal refused(CleanupRound before, String step, Record input, Party party) {
		Refusal refusal = catchThrowableOfType(Refusal.class, () -> decided(before, List.of(), step, input, party, ""));
		assertThat(refusal.properties()).containsEntry("rule", "LEG-79");
		return refusal;
	}

}
