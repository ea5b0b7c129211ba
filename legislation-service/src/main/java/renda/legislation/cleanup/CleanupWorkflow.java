package renda.legislation.cleanup;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.legislation.cleanup.CleanupAction.CleanupAddition;
import renda.legislation.cleanup.CleanupAction.CleanupAssignment;
import renda.legislation.cleanup.CleanupAction.CleanupBeginning;
import renda.legislation.cleanup.CleanupAction.CleanupBill;
import renda.legislation.cleanup.CleanupAction.CleanupCheck;
import renda.legislation.cleanup.CleanupAction.CleanupFollow;
import renda.legislation.cleanup.CleanupAction.CleanupProposal;
import renda.legislation.cleanup.CleanupAction.CleanupRemoval;
import renda.legislation.cleanup.CleanupAction.CleanupScope;
import renda.legislation.cleanup.CleanupAction.CleanupVerdict;
import renda.legislation.cleanup.CleanupAction.CleanupWords;
import renda.legislation.cleanup.CleanupItem.Check;
import renda.legislation.cleanup.CleanupRound.Act;
import renda.legislation.cleanup.CleanupRound.Party;
import renda.legislation.cleanup.CleanupRound.Report;
import renda.legislation.cleanup.CleanupRound.State;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

import static renda.legislation.cleanup.CleanupRound.Party.BODY;
import static renda.legislation.cleanup.CleanupRound.Party.COUNCIL;
import static renda.legislation.cleanup.CleanupRound.Party.OFFICE;
import static renda.legislation.cleanup.CleanupRound.Party.PROJECT;
import static renda.legislation.cleanup.CleanupRound.State.CANCELLED;
import static renda.legislation.cleanup.CleanupRound.State.COMPLETED;
import static renda.legislation.cleanup.CleanupRound.State.DECIDING;
import static renda.legislation.cleanup.CleanupRound.State.ENDED;
import static renda.legislation.cleanup.CleanupRound.State.SCOPING;
import static renda.legislation.cleanup.CleanupRound.State.SELF_CHECK;

/**
 * The law's table of a clean-up round (立法法 第一百一十六条): scope, self-check, a decision on
 * each text, the bills that follow.
 */
final class CleanupWorkflow {

	/** Its last day is the one that the office fixes. */
	static final DeadlineRule CHECK = DeadlineRule.of("self-check", Text.of("自查", "Check one's texts"), "LEG-79", "");

	private static final Text NOT_IN_SCOPE = Text.of("该文件不在清理范围内，或者本单位不是其起草单位。",
			"That text is not in the scope, or this body has not drafted it.");

	private static final Text REASONS = Text.of("须说明理由。", "The reasons are said.");

	/** The declaration. */
	static final Workflow<CleanupRound, State, Party> DECLARED = declared();

	private CleanupWorkflow() {
	}

	private static Workflow<CleanupRound, State, Party> declared() {
		Workflow.Builder<CleanupRound, State, Party> workflow = Workflow.of(CleanupRound.KIND, CleanupRound.class,
				State.class, Party.class, Text.of("专项清理", "clean-up round"));
		scoping(workflow);
		fixing(workflow);
		checking(workflow);
		completing(workflow);
		return workflow.build();
	}

	private static void scoping(Workflow.Builder<CleanupRound, State, Party> workflow) {
		workflow.opening("begin", CleanupBeginning.class, Text.of("开展清理", "Begin a round"))
			.to(SCOPING)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79",
					Text.of("须写明发生变化的上位法，或者要求清理的依据。",
							"It names the superior law that has changed, or the document that asks for it."),
					(c, in, m) -> !Given.isBlank(in.superior()) || !Given.isBlank(in.basis()),
					(c, in, m) -> Map.of("superior", "", "basis", ""))
			.event("cleanup-round.begun")
			.end();
		workflow.step("propose-scope", CleanupProposal.class, Text.of("由法规库提出范围", "Let the register propose the scope"))
			.from(SCOPING)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", Text.of("没有写明上位法，法规库无从提出范围。", "Without a superior law the register has nothing to go by."),
					(c, in, m) -> !c.topic().superior().isEmpty(), (c, in, m) -> Map.of("superior", ""))
			.apply((c, in, m) -> c.adding(in.texts().stream().map((text) -> CleanupItem.of(text, true)).toList()))
			.awaited()
			.event("cleanup-round.scope-proposed")
			.end();
		workflow.step("add-items", CleanupAddition.class, Text.of("列入清理", "Take texts into the scope"))
			.from(SCOPING)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", Text.of("只清理本市制定的法规、规章和规范性文件。", "Only the city's own texts are cleaned up."),
					(c, in, m) -> in.texts().size() == in.regulations().stream().distinct().count(),
					(c, in, m) -> Map.of("unknown",
							in.regulations()
								.stream()
								.filter((id) -> in.texts().stream().noneMatch((text) -> text.id().equals(id)))
								.toList()))
			.apply((c, in, m) -> c.adding(in.texts().stream().map((text) -> CleanupItem.of(text, false)).toList()))
			.event("cleanup-round.items-added")
			.end();
		workflow.step("drop-item", CleanupRemoval.class, Text.of("移出清理", "Take a text out of the scope"))
			.from(SCOPING)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", NOT_IN_SCOPE, (c, in, m) -> c.item(in.regulation()).isPresent(),
					(c, in, m) -> Map.of("regulation", in.regulation()))
			.guard("LEG-79", REASONS, (c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.without(in.regulation()))
			.event("cleanup-round.item-dropped")
			.end();
		workflow.step("assign", CleanupAssignment.class, Text.of("确定起草单位", "Say who checks which texts"))
			.from(SCOPING)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", NOT_IN_SCOPE,
					(c, in, m) -> in.items().stream().allMatch((item) -> c.item(item.regulation()).isPresent()),
					(c, in, m) -> Map.of("scope", c.items().size()))
			.apply((c, in, m) -> {
				CleanupRound assigned = c;
				for (CleanupAction.Checker item : in.items()) {
					assigned = assigned.with(item.regulation(), (known) -> known.by(item.body()));
				}
				return assigned;
			})
			.event("cleanup-round.assigned")
			.end();
	}

	private static void fixing(Workflow.Builder<CleanupRound, State, Party> workflow) {
		workflow.step("fix-scope", CleanupScope.class, Text.of("确定范围，开始自查", "Fix the scope"))
			.from(SCOPING)
			.to(SELF_CHECK)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79",
					Text.of("清理范围不能为空，每件须有起草单位。", "The scope is not empty, and each text has a body that checks it."),
					(c, in, m) -> !c.items().isEmpty() && c.items().stream().noneMatch((item) -> item.body().isEmpty()),
					(c, in, m) -> Map.of("items", c.items().size(), "withoutBody",
							c.items()
								.stream()
								.filter((item) -> item.body().isEmpty())
								.map(CleanupItem::title)
								.toList()))
			.guard("LEG-79", Text.of("自查期限须晚于今天。", "The last day to check is to come."),
					(c, in, m) -> in.checkBy().isAfter(m.on()), (c, in, m) -> Map.of("checkBy", in.checkBy()))
			.startsUntil(CHECK, (c, in, m) -> c.checking().stream().map(Holder::organ).toList(),
					(c, in, m) -> in.checkBy())
			.awaited()
			.backdated()
			.event("cleanup-round.scope-fixed")
			.end();
		workflow.step("cancel", CleanupWords.class, Text.of("取消", "Call it off"))
			.from(SCOPING, SELF_CHECK)
			.to(CANCELLED)
			.by(COUNCIL, OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", REASONS, (c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.calledOff(Given.orEmpty(in.text())))
			.event("cleanup-round.cancelled")
			.end();
	}

	private static void checking(Workflow.Builder<CleanupRound, State, Party> workflow) {
		workflow.step("self-check", CleanupCheck.class, Text.of("报告自查意见", "Report what was found"))
			.from(SELF_CHECK)
			.toOneOf((c, in, m) -> c.checking().isEmpty() ? DECIDING : SELF_CHECK, SELF_CHECK, DECIDING)
			.by(BODY, OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", NOT_IN_SCOPE, (c, in, m) -> mayCheck(c, in.regulation(), m),
					(c, in, m) -> Map.of("regulation", in.regulation(), "body", m.caller().organ()))
			.guard("LEG-79", REASONS, (c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(in.regulation(),
					(item) -> item.checked(new Check(m.on(), in.act(), Given.orEmpty(in.reason())))))
			.ends(CHECK, (c, in, m) -> done(c, in.regulation()))
			.awaited()
			.backdated()
			.event("cleanup-round.self-checked")
			.end();
		workflow.step("decide-item", CleanupVerdict.class, Text.of("逐件决定", "Decide on a text"))
			.from(DECIDING)
			.by(COUNCIL, OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", NOT_IN_SCOPE, (c, in, m) -> c.item(in.regulation()).isPresent(),
					(c, in, m) -> Map.of("regulation", in.regulation()))
			.guard("LEG-79", REASONS, (c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.guard("LEG-79",
					Text.of("依据原决定启动的项目已在办理，不能改变决定。", "What the earlier decision started is under way; it stands."),
					(c, in, m) -> CleanupStarting.isChangeable(c, in), (c, in, m) -> CleanupStarting.facts(c, in))
			.guard("LEG-79", Text.of("修订须单独提出；打包的法规案已在起草的，不再增加（pack）。",
					"A revision is a bill of its own; a bill that is being drafted takes in no more texts (pack)."),
					(c, in, m) -> CleanupStarting.isPackable(c, in), (c, in, m) -> CleanupStarting.facts(c, in))
			.apply((c, in, m) -> c.with(in.regulation(), (item) -> CleanupStarting.decided(c, item, in, m.on())))
			.awaited()
			.backdated()
			.event("cleanup-round.item-decided")
			.end();
	}

	private static boolean mayCheck(CleanupRound round, UUID regulation, Moment<Party> moment) {
		return round.item(regulation)
			.filter((item) -> moment.actors().contains(OFFICE) || item.body().equals(moment.caller().organ()))
			.isPresent();
	}

	/**
	 * The body of a text, once it has nothing more to check.
	 */
	private static List<Holder> done(CleanupRound after, UUID regulation) {
		return after.item(regulation)
			.map(CleanupItem::body)
			.filter((body) -> !after.checking().contains(body))
			.map(Holder::organ)
			.stream()
			.toList();
	}

	private static void completing(Workflow.Builder<CleanupRound, State, Party> workflow) {
		workflow
			.step("follow", CleanupFollow.class,
					Text.of("项目进展", "The project that a decision has started makes progress"))
			.from(DECIDING, COMPLETED, ENDED)
			.by(PROJECT)
			.automatic()
			.rules("LEG-79")
			.apply((c, in, m) -> c.reached(in.course()))
			.event("cleanup-round.followed")
			.end();
		workflow.step("record-bill", CleanupBill.class, Text.of("登记修改废止案", "Record what else carries it out"))
			.from(DECIDING, COMPLETED)
			.toOneOf((c, in, m) -> (c.state() == COMPLETED && c.waiting().isEmpty()) ? ENDED : c.state(), DECIDING,
					COMPLETED, ENDED)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79",
					Text.of("只有决定修改、修订或者废止的，才提出议案。",
							"A bill follows only where it was decided to amend, revise or repeal."),
					(c, in, m) -> c.item(in.regulation())
						.map(CleanupItem::verdict)
						.filter((verdict) -> verdict.act() != Act.KEEP)
						.isPresent(),
					(c, in, m) -> Map.of("regulation", in.regulation()))
			.guard("LEG-79",
					Text.of("须写明法规案编号、立法项目或者文件。", "It names the bill, the project of the plan or the document."),
					(c, in, m) -> !in.code().isEmpty(), (c, in, m) -> Map.of("bill", ""))
			.guard("LEG-79", Text.of("依据决定启动的项目已在办理。", "What the decision started is under way."),
					(c, in, m) -> c.item(in.regulation())
						.map(CleanupItem::started)
						.filter((started) -> !started.open())
						.isEmpty(),
					(c, in, m) -> Map.of("regulation", in.regulation()))
			.apply((c, in, m) -> c.with(in.regulation(), (item) -> item.started(in.started(m.on()))))
			.awaited()
			.backdated()
			.event("cleanup-round.bill-recorded")
			.end();
		workflow.step("close", CleanupWords.class, Text.of("清理完成，公布清理情况", "Complete it and publish the report"))
			.from(DECIDING)
			.toOneOf((c, in, m) -> c.waiting().isEmpty() ? ENDED : COMPLETED, COMPLETED, ENDED)
			.by(OFFICE)
			.rules("LEG-79")
			.guard("LEG-79", Text.of("尚有未作决定的文件。", "Some texts are not decided."),
					(c, in, m) -> c.items().stream().allMatch((item) -> item.verdict() != null),
					(c, in, m) -> Map.of("undecided",
							c.items()
								.stream()
								.filter((item) -> item.verdict() == null)
								.map(CleanupItem::title)
								.toList()))
			.guard("LEG-79", Text.of("须公布清理情况报告。", "The report is published with it."),
					(c, in, m) -> !Given.isBlank(in.text()), (c, in, m) -> Map.of("text", ""))
			.apply((c, in, m) -> c.reported(new Report(m.on(), Given.orEmpty(in.text()))))
			.awaited()
			.backdated()
			.event("cleanup-round.completed")
			.end();
	}

}
