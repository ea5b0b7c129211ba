package renda.legislation.cleanup;

import java.time.LocalDate;
import java.time.ZoneId;
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
import renda.legislation.competence.Making;
import renda.legislation.impact.Referring.Referrer;
import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.legislation.projectlink.ProjectVersion;
import renda.legislation.regulation.RegulationKind;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
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
 * Letters: O the legislative office, R the chairpersons' meeting, B a drafting body, P a
 * project that a decision has started.
 */
class CleanupWorkflowTest {

	private static final Workflow<CleanupRound, State, Party> DECLARED = CleanupWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(CleanupWorkflow.DECLARED,
			"/cleanup/steps.csv", Map.of('O', Party.OFFICE, 'R', Party.COUNCIL, 'B', Party.BODY, 'P', Party.PROJECT));

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
		assertThat(tests).hasSize(11 * 6 * 4);
		return tests;
	}

	@Test
	void whoIsWhoInACase() {
		CleanupKind kind = new CleanupKind(null, JsonMapper.shared(), new CityProfile("410100", Text.of("甲市", "A"),
				Text.of("乙省", "B"), ZoneId.of("Asia/Shanghai"), List.of()), null);
		for (Party party : Party.values()) {
			assertThat(kind.actors(ready(State.SELF_CHECK), caller(party))).as(party.name()).containsExactly(party);
		}
		assertThat(kind.actors(ready(State.SELF_CHECK), Caller.ANONYMOUS)).isEmpty();
		assertThat(kind.isVisible(ready(State.SCOPING), Caller.ANONYMOUS)).isFalse();
		Caller elsewhere = new Caller("x", "邻市", Set.of(Role.LEGISLATIVE_OFFICE), Set.of("420100"), "");
		assertThat(kind.actors(ready(State.SCOPING), elsewhere)).isEmpty();
		assertThat(kind.isVisible(ready(State.SCOPING), elsewhere)).isFalse();
		assertThat(kind.view(ready(State.DECIDING), caller(Party.PROJECT)).items()).as("a service is told no reasons")
			.allMatch((item) -> item.check() == null);
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
		refused(deciding, "decide-item",
				new CleanupAction.CleanupVerdict(UUID.randomUUID(), Act.KEEP, "无冲突", "主任会议", null, null, null),
				Party.COUNCIL);
		refused(deciding, "decide-item",
				new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "", "主任会议", null, null, null), Party.COUNCIL);
		refused(deciding, "record-bill", input("record-bill"), Party.OFFICE);
		CleanupRound amended = after(deciding, "decide-item",
				new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "与上位法不一致", "主任会议", null, null, null),
				Party.COUNCIL);
		CleanupRound kept = after(amended, "decide-item",
				new CleanupAction.CleanupVerdict(BRIDGES, Act.KEEP, "无冲突", "主任会议", null, null, null), Party.OFFICE);
		refused(kept, "close", new CleanupAction.CleanupWords(" "), Party.OFFICE);
		refused(kept, "record-bill", new CleanupAction.CleanupBill(BRIDGES, "FA-2026-0001", null, null, null),
				Party.OFFICE);
		refused(kept, "record-bill", new CleanupAction.CleanupBill(LANTERNS, null, null, null, null), Party.OFFICE);
		CleanupRound completed = after(kept, "close", input("close"), Party.OFFICE);
		assertThat(completed.state()).isEqualTo(State.COMPLETED);
		assertThat(completed.waiting()).containsExactly(LANTERNS);
		assertThat(after(completed, "record-bill", input("record-bill"), Party.OFFICE).state()).isEqualTo(State.ENDED);
		CleanupRound early = after(kept, "record-bill", input("record-bill"), Party.OFFICE);
		assertThat(early.state()).isEqualTo(State.DECIDING);
		assertThat(after(early, "close", input("close"), Party.OFFICE).state()).isEqualTo(State.ENDED);
	}

	@Test
	void leg79ADecisionStartsAProjectOnceAndOnlyForWhatTheCommitteeChangesByABill() {
		CleanupRound round = decides(undecided(), verdict(LANTERNS, Act.AMEND, null, 1));
		assertThat(round.projects()).containsExactly(new UUID(9, 1));
		assertThat(round.item(LANTERNS).orElseThrow().waits()).isFalse();
		assertThat(decides(round, verdict(LANTERNS, Act.REPEAL, null, 2)).projects()).as("the same, with another act")
			.containsExactly(new UUID(9, 1));
		assertThat(decides(round, verdict(LANTERNS, Act.KEEP, null, 2)).projects()).isEmpty();
		assertThat(decides(round, verdict(LANTERNS, Act.AMEND, "打包修改", 2)).projects()).containsExactly(new UUID(9, 2));
		CleanupRound rule = undecided().with(LANTERNS,
				(item) -> CleanupItem.of(new Referrer(LANTERNS, "办法", RegulationKind.RULE, null, List.of()), false));
		CleanupRound decided = decides(rule, verdict(LANTERNS, Act.AMEND, null, 1));
		assertThat(decided.projects()).as("the government changes its own rule").isEmpty();
		assertThat(decided.waiting()).containsExactly(LANTERNS);
		assertThat(after(decided, "record-bill", new CleanupAction.CleanupBill(LANTERNS, null, null, "市政府令第9号", null),
				Party.OFFICE)
			.waiting()).isEmpty();
	}

	@Test
	void leg79SeveralTextsGoIntoOneBillWhenTheRoundSaysSo() {
		CleanupRound one = decides(undecided(), verdict(LANTERNS, Act.AMEND, "打包修改", 1));
		CleanupRound both = decides(one, verdict(BRIDGES, Act.REPEAL, " 打包修改 ", 2));
		assertThat(both.projects()).containsExactly(new UUID(9, 1));
		assertThat(both.targets(new UUID(9, 1))).extracting(ProjectTarget::making)
			.containsExactly(Making.AMEND, Making.REPEAL);
		refused(one, "decide-item", verdict(BRIDGES, Act.REVISE, "打包修改", 2), Party.COUNCIL);
		CleanupRound drafting = one.reached(course(ProjectState.DRAFTING, "DRAFTING", List.of()));
		refused(drafting, "decide-item", verdict(BRIDGES, Act.AMEND, "打包修改", 2), Party.COUNCIL);
		assertThat(decides(drafting, verdict(BRIDGES, Act.AMEND, null, 2)).projects()).hasSize(2);
		CleanupRound dropped = one.reached(course(ProjectState.DROPPED, "", List.of()));
		assertThat(decides(dropped, verdict(BRIDGES, Act.AMEND, "打包修改", 2)).projects()).as("begun anew")
			.contains(new UUID(9, 2));
	}

	@Test
	void leg79WhatIsUnderWayStandsAndIsDoneWhenItsVersionIsInTheRegister() {
		CleanupRound round = decides(undecided(), verdict(LANTERNS, Act.AMEND, "打包修改", 1));
		round = decides(round, verdict(BRIDGES, Act.AMEND, "打包修改", 2));
		CleanupRound listed = round.reached(course(ProjectState.DRAFTING, "LISTED", List.of()));
		Refusal stands = refused(listed, "decide-item", verdict(LANTERNS, Act.KEEP, null, 3), Party.COUNCIL);
		assertThat(stands.properties().get("facts").toString()).contains("XM-2026-0001 DRAFTING");
		refused(listed, "record-bill", input("record-bill"), Party.OFFICE);
		assertThat(decides(listed, verdict(LANTERNS, Act.AMEND, "打包修改", 3)).projects()).as("other words, same wish")
			.containsExactly(new UUID(9, 1));
		CleanupRound made = after(listed, "follow", new CleanupAction.CleanupFollow(
				course(ProjectState.DONE, "PROMULGATED", List.of(new ProjectVersion(LANTERNS, new UUID(6, 1))))),
				Party.PROJECT);
		CleanupItem.Started lanterns = made.item(LANTERNS).orElseThrow().started();
		assertThat(lanterns).isNotNull();
		assertThat(lanterns.version()).isEqualTo(new UUID(6, 1));
		assertThat(lanterns.doneOn()).isEqualTo(TODAY);
		assertThat(lanterns.billCode()).isEqualTo("FA-2026-0001");
		assertThat(made.item(LANTERNS).orElseThrow().done()).isTrue();
		assertThat(made.item(BRIDGES).orElseThrow().done()).as("the bill left it out").isFalse();
	}

	private static CleanupRound decides(CleanupRound round, CleanupAction.CleanupVerdict verdict) {
		return after(round, "decide-item", verdict, Party.COUNCIL);
	}

	private static CleanupAction.CleanupVerdict verdict(UUID text, Act act, String pack, int fresh) {
		return new CleanupAction.CleanupVerdict(text, act, "理由", "主任会议", pack, null,
				new CleanupAction.Fresh(new UUID(9, fresh), "XM-2026-000" + fresh));
	}

	private static ProjectCourse course(ProjectState state, String stage, List<ProjectVersion> versions) {
		return new ProjectCourse(new UUID(9, 1), "XM-2026-0001", state, TODAY, stage.isEmpty() ? null : new UUID(5, 1),
				stage.isEmpty() ? "" : "FA-2026-0001", stage, stage.isEmpty() ? null : TODAY, versions);
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
		return new Referrer(id, "条例" + id.getLeastSignificantBits(), RegulationKind.LOCAL_REGULATION, null,
				List.of(labels));
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
					.decided(new Verdict(BEGUN, Act.AMEND, "理由", "主任会议", null)));
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
			case "decide-item" ->
				new CleanupAction.CleanupVerdict(LANTERNS, Act.AMEND, "与上位法不一致", "主任会议", null, null, null);
			case "follow" -> new CleanupAction.CleanupFollow(course(ProjectState.ANNUAL_PLAN, "", List.of()));
			case "record-bill" -> new CleanupAction.CleanupBill(LANTERNS, "FA-2026-0001", null, null, null);
			default -> new CleanupAction.CleanupWords("书面内容");
		};
	}

	private static Caller caller(Party party) {
		return switch (party) {
			case OFFICE -> new Caller("office", "法工委", Set.of(Role.LEGISLATIVE_OFFICE), Set.of(), "");
			case COUNCIL -> new Caller("council", "主任会议", Set.of(Role.COUNCIL), Set.of(), "");
			case PROJECT -> new Caller("project/1", "XM", Set.of(Role.SERVICE), Set.of(), "");
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
