package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import renda.legislation.competence.Domain;
import renda.legislation.member.Body;
import renda.legislation.project.Project.Assessment;
import renda.legislation.project.Project.Party;
import renda.legislation.project.ProjectAction.AnnouncePlan;
import renda.legislation.project.ProjectAction.AssessProject;
import renda.legislation.project.ProjectAction.BillProgress;
import renda.legislation.project.ProjectAction.ConcludeProject;
import renda.legislation.project.ProjectAction.DropProject;
import renda.legislation.project.ProjectAction.EnterPlan;
import renda.legislation.project.ProjectAction.LinkProject;
import renda.legislation.project.ProjectAction.OrganiseProject;
import renda.legislation.project.ProjectAction.ProposeProject;
import renda.legislation.project.ProjectAction.StartDrafting;
import renda.legislation.project.ProjectAction.StartProject;
import renda.legislation.projectlink.ProjectState;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.project.Project.Party.BILL;
import static renda.legislation.project.Project.Party.COUNCIL;
import static renda.legislation.project.Project.Party.DRAFTER;
import static renda.legislation.project.Project.Party.OFFICE;
import static renda.legislation.project.Project.Party.PROPOSER;
import static renda.legislation.projectlink.ProjectState.ANNUAL_PLAN;
import static renda.legislation.projectlink.ProjectState.DONE;
import static renda.legislation.projectlink.ProjectState.DRAFTING;
import static renda.legislation.projectlink.ProjectState.DROPPED;
import static renda.legislation.projectlink.ProjectState.PROPOSED;
import static renda.legislation.projectlink.ProjectState.TERM_PLAN;

/**
 * The law's table of a project: only plans move it from an idea to a task, and only the
 * chairpersons' meeting decides plans.
 */
final class ProjectWorkflow {

	/** Its last day is what the government rule says, and not a number of the book. */
	static final DeadlineRule SUBSTITUTE = DeadlineRule.of("substitute",
			Text.of("提请制定地方性法规，替代临时性规章", "Propose the regulation in place of the rule"), "LEG-78", "");

	private static final Text OPINION = Text.of("列入规划、计划前须有法制工作机构的意见（assess）。",
			"Before it is planned the legislative-affairs body gives its opinion (assess).");

	/** The declaration. */
	static final Workflow<Project, ProjectState, Party> DECLARED = declared();

	private ProjectWorkflow() {
	}

	private static Workflow<Project, ProjectState, Party> declared() {
		Workflow.Builder<Project, ProjectState, Party> workflow = Workflow.of("project", Project.class,
				ProjectState.class, Party.class, Text.of("立法项目", "legislative project"));
		proposing(workflow);
		planning(workflow);
		working(workflow);
		return workflow.build();
	}

	private static void proposing(Workflow.Builder<Project, ProjectState, Party> workflow) {
		workflow.opening("propose", ProposeProject.class, Text.of("提出立法项目建议", "Propose a project"))
			.to(PROPOSED)
			.by(PROPOSER, OFFICE)
			.rules("LEG-08", "LEG-01", "LEG-78")
			.guard("LEG-02", Text.of("修改、废止法规的项目须写明该法规（regulation）。", "To change or repeal a regulation, name it."),
					(c, in, m) -> !in.making().changes() || !c.idea().regulation().isEmpty(),
					(c, in, m) -> Map.of("making", in.making().name(), "regulation", ""))
			.guard("LEG-78", Text.of("规章失效日须晚于施行日。", "The rule lapses after it came into force."),
					(c, in, m) -> in.substitutes() == null
							|| in.substitutes().lapsesOn().isAfter(in.substitutes().inForceOn()),
					(c, in, m) -> Map.of("substitutes", Objects.requireNonNull(in.substitutes())))
			.guard("LEG-78",
					Text.of("临时性规章实施期满须继续实施的，应当提请制定地方性法规：失效日不得晚于期满之日。",
							"Such a rule holds only so long; the regulation is to be proposed before that day."),
					(c, in, m) -> in.substitutes() == null || !in.substitutes().lapsesOn().isAfter(lapses(in, m)),
					(c, in, m) -> Map.of("substitutes", Objects.requireNonNull(in.substitutes()), "latest",
							lapses(in, m)))
			.startsUntil(SUBSTITUTE, (c, in, m) -> (c.idea().substitutes() != null) ? government(c) : List.of(),
					(c, in, m) -> (c.idea().substitutes() != null) ? c.idea().substitutes().lapsesOn() : m.on())
			.event("project.proposed")
			.end();
		workflow.opening("start", StartProject.class, Text.of("由专项清理的决定启动", "Be started by a clean-up round"))
			.to(PROPOSED)
			.by(COUNCIL, OFFICE)
			.automatic()
			.rules("LEG-79")
			.event("project.started")
			.end();
		workflow
			.step("link", LinkProject.class, Text.of("与专项清理的决定关联", "Be linked to the decisions of a clean-up round"))
			.from(PROPOSED, TERM_PLAN, ANNUAL_PLAN, DRAFTING, DONE)
			.by(COUNCIL, OFFICE)
			.automatic()
			.rules("LEG-79")
			.guard("LEG-79", Text.of("该项目已关联另一轮清理。", "The project is linked to another round."),
					(c, in, m) -> c.idea().startedBy() == null || in.startedBy() == null
							|| c.idea().startedBy().id().equals(in.startedBy().id()),
					(c, in, m) -> Map.of("project", c.code(), "startedBy",
							(c.idea().startedBy() != null) ? c.idea().startedBy().code() : ""))
			.apply((c, in, m) -> c.with(c.idea().linked(in.startedBy(), in.targets())))
			.event("project.linked")
			.end();
		workflow.step("revise", ProposeProject.class, Text.of("修改建议", "Change the proposal"))
			.from(PROPOSED)
			.by(PROPOSER, OFFICE)
			.rules("LEG-01")
			.guard("LEG-02", Text.of("修改、废止法规的项目须写明该法规（regulation）。", "To change or repeal a regulation, name it."),
					(c, in, m) -> !in.making().changes() || !Given.orEmpty(in.regulation()).isEmpty(),
					(c, in, m) -> Map.of("making", in.making().name(), "regulation", ""))
			.apply((c, in, m) -> c.with(Proposing.revised(c.idea(), in)))
			.event("project.revised")
			.end();
		workflow.step("assess", AssessProject.class, Text.of("提出意见", "Give an opinion on it"))
			.from(PROPOSED, TERM_PLAN, ANNUAL_PLAN)
			.by(OFFICE)
			.rules("LEG-01", "LEG-02", "LEG-03", "LEG-04")
			.apply((c, in, m) -> c
				.with(new Assessment(m.on(), in.domain(), in.reserved(), in.especiallyMajor(), in.opinion().strip())))
			.awaited()
			.event("project.assessed")
			.end();
		workflow.step("decline", DropProject.class, Text.of("不列入", "Do not take it up"))
			.from(PROPOSED)
			.to(DROPPED)
			.by(OFFICE, COUNCIL)
			.rules("LEG-09", "LEG-10")
			.apply((c, in, m) -> c.with(c.result().saying(in.reason().strip())))
			.event("project.declined")
			.end();
	}

	/**
	 * The last day on which a government rule can stand in for a regulation.
	 */
	private static LocalDate lapses(ProposeProject in, Moment<Party> moment) {
		LocalDate since = Objects.requireNonNull(in.substitutes()).inForceOn();
		TimeLimit limit = moment.rules().limit("legis.substituteYears");
		return switch (limit.unit()) {
			case YEARS -> since.plusYears(limit.amount());
			case MONTHS -> since.plusMonths(limit.amount());
			case DAYS, WORKING_DAYS -> since.plusDays(limit.amount());
		};
	}

	private static void planning(Workflow.Builder<Project, ProjectState, Party> workflow) {
		plannable(workflow.step("enter-term-plan", EnterPlan.class, Text.of("列入五年规划", "Enter the plan of the term")))
			.from(PROPOSED, TERM_PLAN)
			.to(TERM_PLAN)
			.rules("LEG-09", "LEG-01", "LEG-02", "LEG-03")
			.apply((c, in, m) -> c.with(c.planned().inTerm(in.plan(), in.term(), in.itemClass())))
			.event("project.in-term-plan")
			.end();
		plannable(workflow.step("enter-annual-plan", EnterPlan.class, Text.of("列入年度计划", "Enter an annual plan")))
			.from(PROPOSED, TERM_PLAN, ANNUAL_PLAN, DRAFTING)
			.toOneOf((c, in, m) -> (c.state() == DRAFTING) ? DRAFTING : ANNUAL_PLAN, ANNUAL_PLAN, DRAFTING)
			.rules("LEG-10", "LEG-11", "LEG-01", "LEG-02", "LEG-03")
			.apply((c, in, m) -> c.with(c.planned().inYear(in.plan(), in.term(), in.year(), in.itemClass())))
			.event("project.in-annual-plan")
			.end();
		workflow.step("announce", AnnouncePlan.class, Text.of("随规划、计划公布", "Be published with a plan"))
			.from(PROPOSED, TERM_PLAN, ANNUAL_PLAN, DRAFTING, DONE, DROPPED)
			.by(OFFICE, COUNCIL)
			.automatic()
			.rules("LEG-12")
			.apply((c, in, m) -> c.with(c.planned().announced()))
			.event("project.announced")
			.end();
		workflow.step("drop", DropProject.class, Text.of("调出规划、计划", "Be taken out of a plan"))
			.from(TERM_PLAN, ANNUAL_PLAN, DRAFTING)
			.to(DROPPED)
			.by(COUNCIL)
			.automatic()
			.rules("LEG-11")
			.apply((c, in, m) -> c.with(c.result().saying(in.reason())))
			.event("project.dropped")
			.end();
	}

	/**
	 * What every plan asks of an item. Its guards are told apart so that the answer cites
	 * the article that refuses.
	 */
	private static StepBuilder<Project, ProjectState, Party, EnterPlan> plannable(
			StepBuilder<Project, ProjectState, Party, EnterPlan> step) {
		return step.by(COUNCIL)
			.automatic()
			.guard("LEG-09", OPINION, (c, in, m) -> c.assessment() != null, (c, in, m) -> Map.of("project", c.code()))
			.guard("LEG-02", Text.of("项目超出地方立法事项范围；修改、废止原有法规的不受此限，须写明该法规。",
					"The subject is outside the domains; only an old regulation, which has to be named, may be changed or repealed there."),
					(c, in, m) -> !c.idea().making().changes() || lawful(c, m.rules()), ProjectWorkflow::domain)
			.guard("LEG-01", Text.of("项目不属于本市可以立法的领域；其他法律另有规定的，须写明依据（basis）。",
					"The subject is not in a domain in which the city may make regulations; name the law that allows it (basis)."),
					(c, in, m) -> lawful(c, m.rules()), ProjectWorkflow::domain)
			.guard("LEG-03", Text.of("项目涉及只能制定法律的事项。", "It touches matters reserved to national law."),
					(c, in, m) -> c.assessment() == null || c.assessment().reserved().isEmpty(),
					(c, in, m) -> Map.of("project", c.code(), "reserved",
							(c.assessment() != null) ? c.assessment().reserved() : List.of()));
	}

	private static void working(Workflow.Builder<Project, ProjectState, Party> workflow) {
		workflow
			.step("organise", OrganiseProject.class, Text.of("明确起草单位、双组长、专班和时间安排", "Name unit, leaders and timetable"))
			.from(TERM_PLAN, ANNUAL_PLAN, DRAFTING)
			.by(OFFICE, COUNCIL)
			.rules("LEG-04")
			.guard("LEG-04",
					Text.of("本行政区域特别重大事项，须由市人民代表大会通过。", "An especially major matter is passed by the congress."),
					(c, in, m) -> c.assessment() == null || !c.assessment().especiallyMajor()
							|| in.body() == Body.CONGRESS,
					(c, in, m) -> Map.of("especiallyMajor", true, "body", in.body().name()))
			.apply((c, in, m) -> c.with(Proposing.work(c.work(), in)))
			.event("project.organised")
			.end();
		workflow.step("start-drafting", StartDrafting.class, Text.of("开始起草", "Start drafting"))
			.from(ANNUAL_PLAN)
			.to(DRAFTING)
			.by(DRAFTER, OFFICE)
			.rules("LEG-10")
			.guard("LEG-10",
					Text.of("起草前须明确起草单位、双组长和时间安排（organise）。",
							"Before drafting, the unit, two leaders and a timetable are named (organise)."),
					(c, in, m) -> c.work().organised(),
					(c, in, m) -> Map.of("draftingUnit", c.work().draftingUnit(), "leaders", c.work().leaders().size(),
							"milestones", c.work().timetable().size()))
			.apply((c, in, m) -> c.with(c.work().started(m.on())))
			.awaited()
			.backdated()
			.event("project.drafting-started")
			.end();
		workflow.step("progress", BillProgress.class, Text.of("法规案进展", "The bill makes progress"))
			.from(PROPOSED, TERM_PLAN, ANNUAL_PLAN, DRAFTING, DONE)
			.toOneOf((c, in, m) -> (in.made() || c.state() == DONE) ? DONE : DRAFTING, DRAFTING, DONE)
			.by(BILL)
			.automatic()
			.rules("LEG-10")
			.apply((c, in, m) -> c.with(Proposing.reached(c.result(), in)))
			.cancels(SUBSTITUTE)
			.event("project.progressed")
			.end();
		workflow.step("conclude", ConcludeProject.class, Text.of("完成（调研、预备项目）", "Conclude it (research, preparation)"))
			.from(ANNUAL_PLAN, DRAFTING)
			.to(DONE)
			.by(DRAFTER, OFFICE)
			.rules("LEG-10")
			.guard("LEG-10", Text.of("审议项目以提请审议的法规案完成，不单独办结。", "An item to be deliberated ends with its bill."),
					(c, in, m) -> c.planned().itemClass() != ItemClass.REVIEW,
					(c, in, m) -> Map.of("class", String.valueOf(c.planned().itemClass())))
			.apply((c, in, m) -> c.with(c.result().done(in.outcome().strip(), m.on())))
			.backdated()
			.event("project.concluded")
			.end();
	}

	/**
	 * In a domain; or outside where a law allows it, or where an old regulation is
	 * changed that is named.
	 */
	private static boolean lawful(Project subject, RuleSet rules) {
		Project.Idea idea = subject.idea();
		Domain domain = domain(subject);
		return domain.isLawful(rules) || !idea.basis().isEmpty()
				|| (idea.making().changes() && !idea.regulation().isEmpty());
	}

	private static Domain domain(Project subject) {
		return (subject.assessment() != null) ? subject.assessment().domain() : subject.idea().domain();
	}

	private static Map<String, Object> domain(Project subject, EnterPlan in, Moment<Party> moment) {
		return Map.of("project", subject.code(), "domain", domain(subject).name(), "making",
				subject.idea().making().name(), "basis", subject.idea().basis());
	}

	static List<Holder> office() {
		return List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
	}

	/**
	 * The duty to propose the regulation is the government's: the organ that proposed the
	 * project; else the office follows it.
	 */
	private static List<Holder> government(Project subject) {
		return subject.idea().organ().isEmpty() ? office() : List.of(Holder.organ(subject.idea().organ()));
	}

}
