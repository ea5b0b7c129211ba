package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectState;
import renda.legislation.projectlink.ProjectTarget;
import renda.legislation.projectlink.ProjectVersion;

import static renda.platform.web.Given.orNull;

/**
 * A project as the API shows it.
 *
 * @param proposer who proposed it
 * @param termPlan the plan of a term that names it
 * @param annualPlan the last annual plan that names it
 * @param itemClass its class there
 * @param opinion the opinion of the legislative-affairs body; for those who act in it
 * @param reserved the matters reserved to national law it touches; for those who act in
 * it
 * @param body which body is to pass it
 * @param stage the stage its bill has reached
 * @param targets the regulations that it changes or repeals, where a clean-up round names
 * them
 * @param startedBy the clean-up round whose decisions it carries out
 * @param outcome what came of it
 * @param versions what its bill made of regulations
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectView(UUID id, String code, ProjectState state, LocalDate stateSince, String title, Making making,
		Domain domain, String need, @Nullable String regulation, @Nullable UUID regulationId,
		List<ProjectTarget> targets, @Nullable ProjectStart startedBy, @Nullable String basis, String proposer,
		Project.Origin origin, LocalDate proposedOn, Project.@Nullable Substituted substitutes, @Nullable UUID termPlan,
		@Nullable UUID annualPlan, @Nullable Integer year, @JsonProperty("class") @Nullable ItemClass itemClass,
		@Nullable Boolean especiallyMajor, @Nullable String opinion, @Nullable List<ReservedMatter> reserved,
		@Nullable String draftingUnit, @Nullable String draftingUnitName, List<Project.Leader> leaders,
		List<String> taskForce, List<Project.Milestone> timetable, Body body, @Nullable LocalDate draftingSince,
		@Nullable UUID bill, @Nullable String billCode, @Nullable String stage, @Nullable LocalDate stageOn,
		@Nullable String outcome, @Nullable LocalDate doneOn, List<ProjectVersion> versions, boolean sample,
		long version) {

	static ProjectView of(Project project, boolean whole) {
		Project.Idea idea = project.idea();
		Project.Planned planned = project.planned();
		Project.Assessment found = project.assessment();
		Project.Work work = project.work();
		Project.Result result = project.result();
		return new ProjectView(project.id(), project.code(), project.state(), project.stateSince(), idea.title(),
				idea.making(), (found != null) ? found.domain() : idea.domain(), idea.need(), orNull(idea.regulation()),
				idea.regulationId(), project.targets(), idea.startedBy(), orNull(idea.basis()), idea.proposer(),
				idea.origin(), idea.proposedOn(), idea.substitutes(), planned.term(), planned.annual(),
				(planned.year() > 0) ? planned.year() : null, planned.itemClass(),
				(found != null) ? found.especiallyMajor() : null, (whole && found != null) ? found.opinion() : null,
				(whole && found != null) ? found.reserved().stream().sorted().toList() : null,
				orNull(work.draftingUnit()), orNull(work.draftingUnitName()), work.leaders(), work.taskForce(),
				work.timetable(), work.body(), work.startedOn(), result.bill(), orNull(result.billCode()),
				orNull(result.stage()), result.stageOn(), orNull(result.outcome()), result.doneOn(), project.made(),
				project.sample(), project.version());
	}

}
