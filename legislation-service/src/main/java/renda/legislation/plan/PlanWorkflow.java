package renda.legislation.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.legislation.plan.LegislativePlan.Change;
import renda.legislation.plan.LegislativePlan.Party;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.LegislativePlan.State;
import renda.legislation.plan.PlanAction.CloseProposals;
import renda.legislation.plan.PlanAction.DecideChange;
import renda.legislation.plan.PlanAction.DecidePlan;
import renda.legislation.plan.PlanAction.DraftPlan;
import renda.legislation.plan.PlanAction.EditPlan;
import renda.legislation.plan.PlanAction.GiveOpinion;
import renda.legislation.plan.PlanAction.PublishPlan;
import renda.legislation.plan.PlanAction.RecordItems;
import renda.legislation.plan.PlanAction.ReportPlan;
import renda.legislation.plan.PlanAction.RequestChange;
import renda.legislation.plan.PlanAction.SubmitPlan;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.rule.RuleSet;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

import static renda.legislation.plan.LegislativePlan.Party.COUNCIL;
import static renda.legislation.plan.LegislativePlan.Party.OFFICE;
import static renda.legislation.plan.LegislativePlan.Party.REQUESTER;
import static renda.legislation.plan.LegislativePlan.State.DECIDED;
import static renda.legislation.plan.LegislativePlan.State.DRAFT;
import static renda.legislation.plan.LegislativePlan.State.PUBLISHED;
import static renda.legislation.plan.LegislativePlan.State.REPORTED;

/**
 * The law's table of a plan: drafted by the legislative-affairs body in time, decided by
 * the chairpersons' meeting, reported to the province, published, and changed by report,
 * opinion and decision only.
 */
final class PlanWorkflow {

	static final DeadlineRule PROPOSALS = DeadlineRule.of("proposals",
			Text.of("征集本届立法项目建议", "Collect proposals for the term"), "LEG-08", "legis.proposalsMonths");

	static final DeadlineRule TERM_DRAFT = DeadlineRule.of("term-draft",
			Text.of("提出五年立法规划草案", "Draft the plan of the term"), "LEG-09", "legis.termPlanMonths");

	/** Its last day is a day of the year. */
	static final DeadlineRule ANNUAL_DRAFT = DeadlineRule.of("annual-draft",
			Text.of("提出下一年度立法计划草案", "Draft the plan of the next year"), "LEG-10", "");

	/** The declaration. */
	static final Workflow<LegislativePlan, State, Party> DECLARED = declared();

	private PlanWorkflow() {
	}

	private static Workflow<LegislativePlan, State, Party> declared() {
		Workflow.Builder<LegislativePlan, State, Party> workflow = Workflow.of("legislative-plan",
				LegislativePlan.class, State.class, Party.class, Text.of("立法规划、计划", "legislative plan"));
		making(workflow);
		changing(workflow);
		return workflow.build();
	}

	private static void making(Workflow.Builder<LegislativePlan, State, Party> workflow) {
		workflow.opening("draft", DraftPlan.class, Text.of("开始编制", "Begin a plan"))
			.to(DRAFT)
			.by(OFFICE)
			.rules("LEG-08", "LEG-09", "LEG-10")
			.startsFrom(PROPOSALS, (c, in, m) -> c.annual() ? List.of() : office(),
					(c, in, m) -> c.scope().firstSession())
			.startsFrom(TERM_DRAFT, (c, in, m) -> c.annual() ? List.of() : office(),
					(c, in, m) -> c.scope().firstSession())
			.startsUntil(ANNUAL_DRAFT, (c, in, m) -> c.annual() ? office() : List.of(),
					(c, in, m) -> c.annual() ? annualDue(c, m.rules()) : m.on())
			.event("plan.drafted")
			.end();
		workflow.step("close-proposals", CloseProposals.class, Text.of("项目建议征集结束", "Close the collection of proposals"))
			.from(DRAFT)
			.by(OFFICE)
			.rules("LEG-08")
			.apply((c, in, m) -> c.with(c.course().proposalsClosed(m.on())))
			.ends(PROPOSALS)
			.backdated()
			.event("plan.proposals-closed")
			.end();
		workflow.step("edit", EditPlan.class, Text.of("编排项目", "Set its items"))
			.from(DRAFT)
			.by(OFFICE)
			.rules("LEG-09", "LEG-10")
			.guard("LEG-10", Text.of("同一项目只能列入一次。", "Each project is named once."),
					(c, in, m) -> distinct(known(in.known())), (c, in, m) -> Map.of("items", in.items().size()))
			.apply((c, in, m) -> c.with(known(in.known())).with(c.course().submitted(null)))
			.awaited()
			.event("plan.edited")
			.end();
		workflow.step("submit", SubmitPlan.class, Text.of("提请主任会议讨论", "Submit the draft"))
			.from(DRAFT)
			.by(OFFICE)
			.rules("LEG-09", "LEG-10")
			.guard("LEG-10", Text.of("草案中没有项目。", "The draft names no project."), (c, in, m) -> !c.items().isEmpty(),
					(c, in, m) -> Map.of("items", 0))
			.apply((c, in, m) -> c.with(c.course().submitted(m.on())))
			.ends(TERM_DRAFT)
			.ends(ANNUAL_DRAFT)
			.backdated()
			.event("plan.submitted")
			.end();
		workflow.step("decide", DecidePlan.class, Text.of("主任会议通过", "Decide it"))
			.from(DRAFT)
			.to(DECIDED)
			.by(COUNCIL)
			.rules("LEG-10", "LEG-09")
			.guard("LEG-10", Text.of("草案尚未由法制工作机构提请讨论。", "The legislative-affairs body has not submitted the draft."),
					(c, in, m) -> c.course().submittedOn() != null, (c, in, m) -> Map.of("plan", c.code()))
			.apply((c, in, m) -> c.with(c.course().decided(m.on(), in.decision().strip())))
			.cancels(PROPOSALS)
			.awaited()
			.event("plan.decided")
			.end();
		workflow.step("report", ReportPlan.class, Text.of("报省人大常委会", "Report it to the province"))
			.from(DECIDED)
			.to(REPORTED)
			.by(OFFICE)
			.rules("LEG-10")
			.apply((c, in, m) -> c.with(c.course().reported(m.on(), in.reportNumber().strip())))
			.awaited()
			.backdated()
			.event("plan.reported")
			.end();
		workflow.step("publish", PublishPlan.class, Text.of("向社会公布", "Publish it"))
			.from(REPORTED)
			.to(PUBLISHED)
			.by(OFFICE)
			.rules("LEG-12")
			.apply((c, in, m) -> c.with(c.course().published(m.on())))
			.awaited()
			.event("plan.published")
			.end();
	}

	private static void changing(Workflow.Builder<LegislativePlan, State, Party> workflow) {
		workflow
			.step("request-change", RequestChange.class, Text.of("书面报告，要求调整", "Ask for a change, by a written report"))
			.from(DECIDED, REPORTED, PUBLISHED)
			.by(REQUESTER, OFFICE)
			.rules("LEG-11")
			.guard("LEG-11", Text.of("调整须有书面报告，写明理由（report）。", "A change needs a written report (report)."),
					(c, in, m) -> !Given.orEmpty(in.report()).isEmpty(), (c, in, m) -> Map.of("report", ""))
			.guard("LEG-11",
					Text.of("没有要增加、变更的项目，或者要调出的项目不在其中。", "It adds nothing and takes nothing out that is in the plan."),
					(c, in, m) -> changes(c, in) && distinct(known(in.known())),
					(c, in, m) -> Map.of("added", in.added().size(), "removed", in.removed()))
			.apply((c, in,
					m) -> c.asking(new Change(c.changes().size() + 1, m.on(), in.by().strip(),
							Given.orEmpty(in.report()), known(in.known()), in.removed(), "", null, "", null, null)))
			.event("plan.change-requested")
			.end();
		workflow.step("give-opinion", GiveOpinion.class, Text.of("对调整提出意见", "Give an opinion on a change"))
			.from(DECIDED, REPORTED, PUBLISHED)
			.by(OFFICE)
			.rules("LEG-11")
			.guard("LEG-11", Text.of("没有这项待处理的调整。", "No such change waits."), (c, in, m) -> waits(c, in.change()),
					(c, in, m) -> Map.of("change", in.change()))
			.apply((c, in, m) -> c.with(in.change(), (change) -> change.opined(in.opinion().strip(), m.on())))
			.event("plan.change-opined")
			.end();
		workflow.step("decide-change", DecideChange.class, Text.of("主任会议决定调整", "Decide on a change"))
			.from(DECIDED, REPORTED, PUBLISHED)
			.by(COUNCIL)
			.rules("LEG-11")
			.guard("LEG-11", Text.of("没有这项待处理的调整。", "No such change waits."), (c, in, m) -> waits(c, in.change()),
					(c, in, m) -> Map.of("change", in.change()))
			.guard("LEG-11",
					Text.of("决定前须有法制工作机构的意见（give-opinion）。",
							"Before the decision the legislative-affairs body gives its opinion (give-opinion)."),
					(c, in, m) -> c.change(in.change()).filter((change) -> !change.opinion().isEmpty()).isPresent(),
					(c, in, m) -> Map.of("change", in.change(), "opinion", ""))
			.apply((c, in, m) -> decided(c, in, m.on()))
			.event("plan.changed")
			.end();
		workflow.step("record-items", RecordItems.class, Text.of("补录项目", "Record items of the past"))
			.from(DRAFT, DECIDED, REPORTED, PUBLISHED)
			.by(OFFICE)
			.automatic()
			.rules("LEG-10")
			.apply((c, in, m) -> {
				List<PlanItem> all = new ArrayList<>(c.items());
				in.items().stream().filter((item) -> !c.names(item.project())).forEach(all::add);
				return c.with(all);
			})
			.event("plan.items-recorded")
			.end();
	}

	private static LegislativePlan decided(LegislativePlan plan, DecideChange in, LocalDate on) {
		Change change = plan.change(in.change()).orElseThrow().decided(in.decision().strip(), in.adopted(), on);
		LegislativePlan told = plan.with(in.change(), (known) -> change);
		return in.adopted() ? told.changed(change, on) : told;
	}

	private static boolean waits(LegislativePlan plan, int number) {
		return plan.change(number).filter((change) -> change.decidedOn() == null).isPresent();
	}

	private static boolean changes(LegislativePlan plan, RequestChange in) {
		return !(in.added().isEmpty() && in.removed().isEmpty()) && in.removed().stream().allMatch(plan::names);
	}

	private static List<PlanItem> known(@Nullable List<PlanItem> filled) {
		return (filled != null) ? filled : List.of();
	}

	private static boolean distinct(List<PlanItem> items) {
		Set<UUID> projects = new HashSet<>();
		return items.stream().allMatch((item) -> projects.add(item.project()));
	}

	/**
	 * The day of the year before by which the draft is to be ready.
	 */
	static LocalDate annualDue(LegislativePlan plan, RuleSet rules) {
		return MonthDay.parse("--" + rules.value("legis.planDraftDue").value()).atYear(plan.scope().year() - 1);
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
	}

	static List<Holder> council() {
		return List.of(Holder.role(Role.COUNCIL));
	}

}
