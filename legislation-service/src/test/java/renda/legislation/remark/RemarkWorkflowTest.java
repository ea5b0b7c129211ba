package renda.legislation.remark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.remark.Remark.Party;
import renda.legislation.remark.Remark.State;
import renda.platform.deadline.Deadline;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.test.StatuteTable;
import renda.platform.web.Refusal;
import renda.platform.workflow.Decision;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Step;
import renda.platform.workflow.Workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every step from every state by every party, against the statute's table in
 * {@code remark/steps.csv}. Letters: O the office, M the member, H the organ.
 */
class RemarkWorkflowTest {

	private static final Workflow<Remark, State, Party> DECLARED = RemarkWorkflow.DECLARED;

	private static final StatuteTable<State, Party> TABLE = StatuteTable.of(RemarkWorkflow.DECLARED,
			"/remark/steps.csv", Map.of('O', Party.OFFICE, 'M', Party.MEMBER, 'H', Party.HANDLER));

	private static final LocalDate DAY = LocalDate.of(2026, 3, 26);

	private static final UUID MEETING = new UUID(3, 1);

	@Test
	void theTableKnowsEveryStepAndNoOther() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		assertThat(DECLARED.steps().stream().filter(Step::opens).map(Step::name)).containsExactly("raise");
	}

	@TestFactory
	List<DynamicTest> takesAStepOnlyFromTheStatesAndByThePartiesOfTheTable() {
		List<DynamicTest> tests = TABLE.tests((state, step,
				party) -> decided(ready(state), List.of(), step, input(step), party, DAY, "").after().state());
		assertThat(tests).hasSize(3 * 4 * 3);
		return tests;
	}

	@Test
	void mtg29ItIsRaisedAtAMeetingThatWasHeld() {
		RemarkAction.RemarkRaised raised = new RemarkAction.RemarkRaised(MEETING, null, null, "建议", null, null);
		assertThat(refused(ready(State.RAISED), List.of(), "raise", raised.at(false), DAY)).isEqualTo("MTG-29");
		assertThat(decided(ready(State.RAISED), List.of(), "raise", raised.at(true), Party.MEMBER, DAY, "").after()
			.state()).isEqualTo(State.RAISED);
	}

	@Test
	void mtg29TheOrganReportsWithinThreeMonthsAndALateReportSaysWhy() {
		Decision<Remark, State, Party> forwarded = decided(ready(State.RAISED), List.of(), "forward", input("forward"),
				Party.OFFICE, DAY, "");
		Deadline clock = forwarded.clocks().getFirst();
		assertThat(clock.rule()).isEqualTo("MTG-29");
		assertThat(clock.holder().text()).isEqualTo("organ:finance");
		assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 6, 26));
		Remark waiting = forwarded.after();
		assertThat(decided(waiting, List.of(clock), "answer", input("answer"), Party.HANDLER, clock.dueOn(), "").late())
			.isEmpty();
		LocalDate late = clock.dueOn().plusDays(3);
		assertThat(refused(waiting, List.of(clock), "answer", input("answer"), late)).isEqualTo("MTG-29");
		Decision<Remark, State, Party> answered = decided(waiting, List.of(clock), "answer", input("answer"),
				Party.HANDLER, late, "调研需时");
		assertThat(answered.late()).containsExactly(clock);
		assertThat(answered.after().open()).isTrue();
		assertThat(answered.after().answer()).isEqualTo(new Remark.Answer(late, "已落实"));
	}

	private static Remark ready(State state) {
		return Remark
			.raised(new UUID(4, 1), "HYYJ-2026-0001", DAY,
					new Remark.Saying(MEETING, "某次会议", null, new UUID(5, 1), "某委员", "member-1", "建议加快修路", DAY), true)
			.forwarded((state == State.RAISED || state == State.DROPPED) ? "" : "finance")
			.in(state, DAY, 2);
	}

	private static Record input(String step) {
		return switch (step) {
			case "forward" -> new RemarkAction.RemarkForwarded("finance", null);
			case "answer" -> new RemarkAction.RemarkAnswered("已落实");
			default -> new RemarkAction.RemarkDropped("属一般意见，已收入审议意见");
		};
	}

	private static Decision<Remark, State, Party> decided(Remark before, List<Deadline> clocks, String step,
			Record input, Party party, LocalDate on, String late) {
		return DECLARED.decide(before, clocks, step, input,
				new Moment<>(new Caller("x", "某人", Set.of(), Set.of(), ""), Set.of(party), on, RuleBook.statutory(on)),
				late, WorkingDays.ofCalendar());
	}

	private static Object refused(Remark before, List<Deadline> clocks, String step, Record input, LocalDate on) {
		Refusal refusal = catchThrowableOfType(Refusal.class,
				() -> decided(before, clocks, step, input, Party.OFFICE, on, ""));
		assertThat(refusal.status().value()).isEqualTo(422);
		return refusal.properties().get("rule");
	}

}
