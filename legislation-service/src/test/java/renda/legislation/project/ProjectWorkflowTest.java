package renda.legislation.project;

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
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;
import renda.legislation.project.ProjectAction.AssessProject;
import renda.legislation.project.ProjectAction.BillProgress;
import renda.legislation.project.ProjectAction.ConcludeProject;
import renda.legislation.project.ProjectAction.DropProject;
import renda.legislation.project.ProjectAction.EnterPlan;
import renda.legislation.project.ProjectAction.LinkProject;
import renda.legislation.project.ProjectAction.OrganiseProject;
import renda.legislation.project.ProjectAction.ProposeProject;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.StatuteTable;
import renda.platform.workflow.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every step of projects against the statute's table: P the proposer, O the office, C the
 * chairpersons' meeting, D the drafting unit, B the bill.
 */
class ProjectWorkflowTest {

	private static final LocalDate BEGUN = LocalDate.of(2024, 1, 10);

	private static final LocalDate TODAY = LocalDate.of(2024, 6, 3);

	private static final UUID ID = new UUID(4, 1);

	private static final StatuteTable<ProjectState, Project.Party> TABLE = StatuteTable.of(ProjectWorkflow.DECLARED,
			"/project/steps.csv", Map.of('P', Project.Party.PROPOSER, 'O', Project.Party.OFFICE, 'C',
					Project.Party.COUNCIL, 'D', Project.Party.DRAFTER, 'B', Project.Party.BILL));

	private final Trial<Project, ProjectState, Project.Party> projects = new Trial<>(ProjectWorkflow.DECLARED,
			(party) -> caller(), TODAY);

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

	private static Project ready(ProjectState state) {
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
			case "link" -> new LinkProject(null, List.of());
			case "decline", "drop" -> new DropProject("暂不需要");
			case "enter-term-plan", "enter-annual-plan" -> entering();
			case "announce" -> new ProjectAction.AnnouncePlan(ID);
			case "organise" -> organised(Body.CONGRESS);
			case "start-drafting" -> new ProjectAction.StartDrafting();
			case "progress" -> new BillProgress(ID, "FA-1", "LISTED", TODAY, false, List.of());
			default -> new ConcludeProject("调研报告");
		};
	}

	@TestFactory
	List<DynamicTest> projectsMoveOnlyAsTheTableSays() {
		assertThat(TABLE.steps()).isEqualTo(TABLE.declared());
		return TABLE.tests((state, step,
				party) -> this.projects.decide(ready(state), step, projectInput(step), party, "").state());
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
		assertThat(this.projects.refusedBy(ready(ProjectState.PROPOSED), "revise",
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
		Project major = assessed(ready(ProjectState.ANNUAL_PLAN), Set.of(), true);
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
		ProposeProject longer = new ProposeProject("租房条例", Making.ENACT, Domain.URBAN_RURAL, "需要", null, null, null,
				new ProjectAction.SubstitutedRule("某规章", LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 2)), null,
				null);
		assertThat(this.projects.refusedBy(project, "propose", longer, Project.Party.OFFICE)).as("two years at most")
			.isEqualTo("LEG-78");
	}

	@Test
	void leg10DraftingNeedsAUnitTwoLeadersAndATimetableAndAReviewItemEndsWithItsBill() {
		Project bare = ready(ProjectState.ANNUAL_PLAN).with(Project.Work.NONE);
		assertThat(this.projects.refusedBy(bare, "start-drafting", new ProjectAction.StartDrafting(),
				Project.Party.DRAFTER))
			.isEqualTo("LEG-10");
		Project review = ready(ProjectState.DRAFTING).with(Project.Planned.NONE.inYear(ID, 16, 2024, ItemClass.REVIEW));
		assertThat(this.projects.refusedBy(review, "conclude", new ConcludeProject("完成"), Project.Party.OFFICE))
			.isEqualTo("LEG-10");
		Project made = this.projects.decide(review, "progress",
				new BillProgress(ID, "FA-1", "PROMULGATED", TODAY, true, List.of()), Project.Party.BILL, "");
		assertThat(made.state()).isEqualTo(ProjectState.DONE);
		assertThat(made.result().doneOn()).isEqualTo(TODAY);
		assertThat(this.projects
			.decide(made, "progress", new BillProgress(ID, "FA-1", "IN_FORCE", TODAY, true, List.of()),
					Project.Party.BILL, "")
			.state()).isEqualTo(ProjectState.DONE);
	}

	@Test
	void leg79AProjectCarriesOutTheDecisionsOfOneRoundOnly() {
		ProjectStart round = new ProjectStart("cleanup-round", new UUID(8, 1), "QL-2024-0001", "/rounds/1");
		ProjectTarget lanterns = new ProjectTarget(new UUID(7, 1), "花灯会条例", Making.AMEND);
		ProjectTarget bridges = new ProjectTarget(new UUID(7, 2), "木桥条例", Making.REPEAL);
		Project started = Project.proposed(ID, "XM-2024-0002", BEGUN, Proposing
			.started(new ProjectAction.StartProject("打包修改", Domain.OTHER, "清理", List.of(bridges), round), BEGUN));
		assertThat(started.idea().making()).isEqualTo(Making.REPEAL);
		assertThat(started.idea().regulation()).isEqualTo("木桥条例");
		Project both = linked(started, new LinkProject(round, List.of(lanterns, bridges)));
		assertThat(both.idea().making()).isEqualTo(Making.AMEND);
		assertThat(both.targets()).containsExactly(lanterns, bridges);
		ProjectStart other = new ProjectStart("cleanup-round", new UUID(8, 2), "QL-2024-0002", "/rounds/2");
		assertThat(
				this.projects.refusedBy(both, "link", new LinkProject(other, List.of(lanterns)), Project.Party.OFFICE))
			.isEqualTo("LEG-79");
		Project own = linked(ready(ProjectState.DRAFTING), new LinkProject(other, List.of(lanterns)));
		assertThat(own.idea().making()).as("what was proposed by somebody stays as it is").isEqualTo(Making.ENACT);
		assertThat(linked(own, new LinkProject(null, List.of())).idea().startedBy()).isNull();
	}

	private Project linked(Project project, LinkProject said) {
		return this.projects.decide(project, "link", said, Project.Party.OFFICE, "");
	}

}
