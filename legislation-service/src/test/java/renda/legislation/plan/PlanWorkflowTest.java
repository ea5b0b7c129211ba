package renda.legislation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import renda.legislation.Trial;
import renda.legislation.member.Body;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.PlanAction.DecideChange;
import renda.legislation.plan.PlanAction.DecidePlan;
import renda.legislation.plan.PlanAction.EditPlan;
import renda.legislation.plan.PlanAction.GiveOpinion;
import renda.legislation.plan.PlanAction.ItemNamed;
import renda.legislation.plan.PlanAction.RecordItems;
import renda.legislation.plan.PlanAction.ReportPlan;
import renda.legislation.plan.PlanAction.RequestChange;
import renda.legislation.plan.Project.Making;
import renda.legislation.plan.ProjectAction.AssessProject;
import renda.legislation.plan.ProjectAction.BillProgress;
import renda.legislation.plan.ProjectAction.ConcludeProject;
import renda.legislation.plan.ProjectAction.DropProject;
import renda.legislation.plan.ProjectAction.EnterPlan;
import renda.legislation.plan.ProjectAction.OrganiseProject;
import renda.legislation.plan.ProjectAction.ProposeProject;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step of projects and plans against the statute's tables. Of projects: P the
 * proposer, O the office, C the chairpersons' meeting, D the drafting unit, B the bill;
 * of plans: O, C, and R the organ that asks for a change.
 */
class PlanWorkflowTest {

	private static final LocalDate BEGUN = LocalDate.of(2024, 1, 10);

	private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);

	private static final UUID ID = new UUID(4, 1);

	private static final PlanItem ITEM = new PlanItem(ID, "XM-2024-0001", "租房条例", ItemClass.RESEARCH, "");

	private static final StatuteTable<Project.State, Project.Party> PROJECT_TABLE = StatuteTable
		.of(ProjectWorkflow.DECLARED, "/plan/project-steps.csv", Map.of('P', Project.Party.PROPOSER, 'O',
				Project.Party.OFFICE, 'C', Project.Party.COUNCIL, 'D', Project.Party.DRAFTER, 'B', Project.Party.BILL));

	private static final StatuteTable<LegislativePlan.State, LegislativePlan.Party> PLAN_TABLE = StatuteTable
		.of(PlanWorkflow.DECLARED, "/plan/plan-steps.csv", Map.of('O', LegislativePlan.Party.OFFICE, 'C',
				LegislativePlan.Party.COUNCIL, 'R', LegislativePlan.Party.REQUESTER));

	private final Trial<Project, Project.State, Project.Party> projects = new Trial<>(ProjectWorkflow.DECLARED,
			(party) -> caller(), TODAY);

	private final Trial<LegislativePlan, LegislativePlan.State, LegislativePlan.Party> plans = new Trial<>(
			PlanWorkflow.DECLARED, (party) -> caller(), TODAY);

	private static Caller caller() {
		return new Caller("somebody", "某人", Set.of(Role.LEGISLATIVE_OFFICE), Set.of(), "");
	}

	private static ProposeProject proposal(Making making, Domain domain, String regulation, String basis) {
		return new ProposeProject("租房条例", making, domain, "需要", regulation, null, basis, null, "市住房局", null);
	}

	private static Project project(Making making, Domain domain, String regulation, String basis) {
		return Project.proposed(ID, "XM-2024-0001", BEGUN,
				Proposing.idea(proposal(making, domain, regulation, basis), caller(), BEGUN));
	}

	private static Project assessed(Project project, Set<ReservedMatter> reserved, boolean major) {
		return project.with(new Project.Assessment(BEGUN, project.idea().domain(), reserved, major, "意见"));
	}

	private static Project ready(Project.State state) {
		return assessed(project(Making.ENACT, Domain.URBAN_RURAL, "", ""), Set.of(), false)
			.with(Project.Planned.NONE.inYear(ID, 16, 2024, ItemClass.RESEARCH))
			.with(Proposing.work(Project.Work.NONE, organised(Body.STANDING_COMMITTEE)))
			.in(state, BEGUN, 4);
	}

	private static OrganiseProject organised(Body body) {
		return new OrganiseProject("housing", "市住房局",
				List.of(new ProjectAction.LeaderNamed("甲", "副主任"), new ProjectAction.LeaderNamed("乙", "副市长")),
				List.of("市司法局"), List.of(new ProjectAction.MilestoneSet("草案", TODAY)), body);
	}

	private static EnterPlan entering() {
		return new EnterPlan(ID, "LG-2024-0001", 16, 2024, ItemClass.REVIEW);
	}

	private static Record projectInput(String step) {
		return switch (step) {
			case "revise" -> proposal(Making.ENACT, Domain.ECOLOGY, "", "");
			case "assess" -> new AssessProject(Domain.URBAN_RURAL, Set.of(), false, "意见");
			case "decline", "drop" -> new DropProject("暂不需要");
			case "enter-term-plan", "enter-annual-plan" -> entering();
			case "announce" -> new ProjectAction.AnnouncePlan(ID);
			case "organise" -> organised(Body.CONGRESS);
			case "start-drafting" -> new ProjectAction.StartDrafting();
			case "progress" -> new BillProgress(ID, "FA-1", "LISTED", TODAY, false);
			default -> new ConcludeProject("调研报告");
		};
	}

	@TestFactory
	List<DynamicTest> projectsMoveOnlyAsTheTableSays() {
		assertThat(PROJECT_TABLE.steps()).isEqualTo(PROJECT_TABLE.declared());
		return PROJECT_TABLE.tests((state, step,
				party) -> this.projects.decide(ready(state), step, projectInput(step), party, "").state());
	}

	private static LegislativePlan plan(LegislativePlan.State state) {
		LegislativePlan.Change asked = new LegislativePlan.Change(1, BEGUN, "市住房局", "报告", List.of(ITEM), List.of(),
				"同意", BEGUN, "", null, null);
		return LegislativePlan
			.draft(ID, "LG-2024-0001", BEGUN,
					new LegislativePlan.Scope(LegislativePlan.Kind.ANNUAL, 16, 2025, "2025年度立法计划", BEGUN))
			.with(List.of(ITEM))
			.with(LegislativePlan.Course.NONE.submitted(BEGUN))
			.asking(asked)
			.in(state, BEGUN, 3);
	}

	private static RequestChange request(String report, List<UUID> removed, List<PlanItem> known) {
		return new RequestChange("市住房局", report,
				known.stream().map((item) -> new ItemNamed(item.project(), item.itemClass(), "")).toList(), removed,
				known);
	}

	private static Record planInput(String step) {
		return switch (step) {
			case "close-proposals" -> new PlanAction.CloseProposals();
			case "edit" -> new EditPlan(List.of(), List.of(ITEM));
			case "submit" -> new PlanAction.SubmitPlan();
			case "decide" -> new DecidePlan("第1号");
			case "report" -> new ReportPlan("〔2024〕1号");
			case "publish" -> new PlanAction.PublishPlan();
			case "request-change" -> request("报告", List.of(ID), List.of());
			case "give-opinion" -> new GiveOpinion(1, "同意");
			case "decide-change" -> new DecideChange(1, true, "第2号");
			default -> new RecordItems(List.of(ITEM));
		};
	}

	@TestFactory
	List<DynamicTest> plansMoveOnlyAsTheTableSays() {
		assertThat(PLAN_TABLE.steps()).isEqualTo(PLAN_TABLE.declared());
		return PLAN_TABLE
			.tests((state, step, party) -> this.plans.decide(plan(state), step, planInput(step), party, "").state());
	}

	@Test
	void leg01TheFourDomainsSince2023AndTheThreeBefore() {
		assertThat(Stream.of(Domain.values()).filter((domain) -> domain.isLawful(RuleBook.statutory(TODAY))))
			.containsExactly(Domain.URBAN_RURAL, Domain.ECOLOGY, Domain.HISTORY_CULTURE, Domain.GRASSROOTS);
		assertThat(Stream.of(Domain.values())
			.filter((domain) -> domain.isLawful(RuleBook.statutory(LocalDate.of(2023, 3, 14)))))
			.containsExactly(Domain.URBAN_RURAL, Domain.ENVIRONMENT, Domain.HISTORY_CULTURE);
		for (String step : List.of("enter-annual-plan", "enter-term-plan")) {
			assertThat(entered(step, project(Making.ENACT, Domain.OTHER, "", ""))).isEqualTo("LEG-01");
			assertThat(entered(step, project(Making.ENACT, Domain.ENVIRONMENT, "", ""))).isEqualTo("LEG-01");
			assertThat(entered(step, project(Making.ENACT, Domain.OTHER, "", "某法第九条授权"))).isEmpty();
			assertThat(entered(step, project(Making.ENACT, Domain.GRASSROOTS, "", ""))).isEmpty();
		}
	}

	private String entered(String step, Project project) {
		return this.projects.refusedBy(assessed(project, Set.of(), false), step, entering(), Project.Party.COUNCIL);
	}

	@Test
	void leg02AnOldRegulationOutsideTheDomainsMayBeChangedWhenItIsNamed() {
		assertThat(entered("enter-annual-plan", project(Making.AMEND, Domain.OTHER, "客运出租汽车管理条例", ""))).isEmpty();
		assertThat(entered("enter-annual-plan", project(Making.REPEAL, Domain.OTHER, "", ""))).isEqualTo("LEG-02");
		assertThat(this.projects.refusedBy(project(Making.REVISE, Domain.OTHER, "", ""), "propose",
				proposal(Making.REVISE, Domain.OTHER, "", ""), Project.Party.PROPOSER))
			.isEqualTo("LEG-02");
		assertThat(this.projects.refusedBy(ready(Project.State.PROPOSED), "revise",
				proposal(Making.AMEND, Domain.ECOLOGY, " ", ""), Project.Party.PROPOSER))
			.isEqualTo("LEG-02");
	}

	@Test
	void leg03WhatIsReservedToNationalLawIsNotPlanned() {
		Project good = project(Making.ENACT, Domain.URBAN_RURAL, "", "");
		for (ReservedMatter matter : ReservedMatter.values()) {
			assertThat(this.projects.refusedBy(assessed(good, Set.of(matter), false), "enter-annual-plan", entering(),
					Project.Party.COUNCIL))
				.as(matter.title().zh())
				.isEqualTo("LEG-03");
		}
		assertThat(ReservedMatter.values()).hasSize(11);
		assertThat(this.projects.refusedBy(good, "enter-annual-plan", entering(), Project.Party.COUNCIL))
			.as("nobody has looked at it")
			.isEqualTo("LEG-09");
	}

	@Test
	void leg04AnEspeciallyMajorMatterIsLeftToTheCongress() {
		Project major = assessed(ready(Project.State.ANNUAL_PLAN), Set.of(), true);
		assertThat(this.projects.refusedBy(major, "organise", organised(Body.STANDING_COMMITTEE), Project.Party.OFFICE))
			.isEqualTo("LEG-04");
		assertThat(this.projects.refusedBy(major, "organise", organised(Body.CONGRESS), Project.Party.OFFICE))
			.isEmpty();
	}

	@Test
	void leg78AGovernmentRuleInPlaceOfARegulationHasItsClockUntilItLapses() {
		ProjectAction.SubstitutedRule rule = new ProjectAction.SubstitutedRule("某规章", LocalDate.of(2023, 1, 1),
				LocalDate.of(2025, 1, 1));
		ProposeProject said = new ProposeProject("租房条例", Making.ENACT, Domain.URBAN_RURAL, "需要", null, null, null, rule,
				null, null);
		Project project = Project.proposed(ID, "XM-1", TODAY, Proposing.idea(said, caller(), TODAY));
		assertThat(ProjectWorkflow.DECLARED
			.decide(project, List.of(), "propose", said,
					new Moment<>(caller(), Set.of(Project.Party.OFFICE), TODAY, RuleBook.statutory(TODAY)), "",
					WorkingDays.ofCalendar())
			.clocks()).singleElement()
			.satisfies((clock) -> assertThat(clock.rule()).isEqualTo("LEG-78"))
			.satisfies((clock) -> assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2025, 1, 1)));
		ProposeProject wrong = new ProposeProject("租房条例", Making.ENACT, Domain.URBAN_RURAL, "需要", null, null, null,
				new ProjectAction.SubstitutedRule("某规章", TODAY, TODAY), null, null);
		assertThat(this.projects.refusedBy(project, "propose", wrong, Project.Party.OFFICE)).isEqualTo("LEG-78");
	}

	@Test
	void leg10DraftingNeedsAUnitTwoLeadersAndATimetableAndAReviewItemEndsWithItsBill() {
		Project bare = ready(Project.State.ANNUAL_PLAN).with(Project.Work.NONE);
		assertThat(this.projects.refusedBy(bare, "start-drafting", new ProjectAction.StartDrafting(),
				Project.Party.DRAFTER))
			.isEqualTo("LEG-10");
		Project review = ready(Project.State.DRAFTING)
			.with(Project.Planned.NONE.inYear(ID, 16, 2024, ItemClass.REVIEW));
		assertThat(this.projects.refusedBy(review, "conclude", new ConcludeProject("完成"), Project.Party.OFFICE))
			.isEqualTo("LEG-10");
		Project made = this.projects.decide(review, "progress",
				new BillProgress(ID, "FA-1", "PROMULGATED", TODAY, true), Project.Party.BILL, "");
		assertThat(made.state()).isEqualTo(Project.State.DONE);
		assertThat(made.result().doneOn()).isEqualTo(TODAY);
		assertThat(this.projects
			.decide(made, "progress", new BillProgress(ID, "FA-1", "IN_FORCE", TODAY, true), Project.Party.BILL, "")
			.state()).isEqualTo(Project.State.DONE);
	}

	@Test
	void leg10Leg12ThePlanIsDueOnThe30thOfNovemberBeforeItsYear() {
		assertThat(PlanWorkflow.annualDue(plan(LegislativePlan.State.DRAFT), RuleBook.statutory(TODAY)))
			.isEqualTo(LocalDate.of(2024, 11, 30));
		LegislativePlan empty = plan(LegislativePlan.State.DRAFT).with(List.of());
		assertThat(this.plans.refusedBy(empty, "submit", new PlanAction.SubmitPlan(), LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-10");
		assertThat(this.plans.refusedBy(empty.with(LegislativePlan.Course.NONE), "decide", new DecidePlan("第1号"),
				LegislativePlan.Party.COUNCIL))
			.isEqualTo("LEG-10");
		assertThat(this.plans.refusedBy(empty, "edit", new EditPlan(List.of(), List.of(ITEM, ITEM)),
				LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-10");
		assertThat(PlanWorkflow.DECLARED.step("publish").rules()).contains("LEG-12");
	}

	@Test
	void leg11AChangeNeedsReportSubstanceOpinionAndDecision() {
		LegislativePlan decided = plan(LegislativePlan.State.DECIDED);
		LegislativePlan.Party organ = LegislativePlan.Party.REQUESTER;
		assertThat(this.plans.refusedBy(decided, "request-change", request(" ", List.of(ID), List.of()), organ))
			.isEqualTo("LEG-11");
		assertThat(this.plans.refusedBy(decided, "request-change", request("报告", List.of(), List.of()), organ))
			.isEqualTo("LEG-11");
		assertThat(this.plans.refusedBy(decided, "request-change", request("报告", List.of(new UUID(9, 9)), List.of()),
				organ))
			.as("not in the plan")
			.isEqualTo("LEG-11");
		LegislativePlan asked = this.plans.decide(decided, "request-change", request("报告", List.of(ID), List.of()),
				organ, "");
		assertThat(this.plans.refusedBy(asked, "decide-change", new DecideChange(2, true, "第2号"),
				LegislativePlan.Party.COUNCIL))
			.as("no opinion yet")
			.isEqualTo("LEG-11");
		LegislativePlan opined = this.plans.decide(asked, "give-opinion", new GiveOpinion(2, "不同意"),
				LegislativePlan.Party.OFFICE, "");
		LegislativePlan refused = this.plans.decide(opined, "decide-change", new DecideChange(2, false, "第2号"),
				LegislativePlan.Party.COUNCIL, "");
		assertThat(refused.items()).containsExactly(ITEM);
		assertThat(refused.editions()).isEmpty();
		LegislativePlan taken = this.plans.decide(opined, "decide-change", new DecideChange(2, true, "第2号"),
				LegislativePlan.Party.COUNCIL, "");
		assertThat(taken.items()).isEmpty();
		assertThat(taken.editions()).singleElement()
			.satisfies((edition) -> assertThat(edition.items()).containsExactly(ITEM));
		assertThat(this.plans.refusedBy(taken, "give-opinion", new GiveOpinion(2, "再议"), LegislativePlan.Party.OFFICE))
			.isEqualTo("LEG-11");
	}

}
