package renda.legislation.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;
import renda.legislation.project.PlannedProjects.Naming;
import renda.legislation.project.Project.Idea;
import renda.legislation.project.Project.Planned;
import renda.legislation.project.Project.Result;
import renda.legislation.project.Project.Work;
import renda.legislation.projectlink.ProjectState;
import renda.platform.cases.Lived;

/**
 * A project of a past plan.
 *
 * @param plan the plan that names it
 * @param decidedOn the day that plan was decided
 * @param published whether the plan is public
 * @param regulation the title of the regulation it would change; empty for a new one
 * @param draftingSince the day drafting began; missing where it did not
 * @param doneOn the day it was done; missing where it is not
 */
public record PastProject(UUID id, String code, Naming plan, LocalDate decidedOn, boolean published, String title,
		Making making, Domain domain, ItemClass itemClass, String proposer, String regulation, String draftingUnit,
		String draftingUnitName, @Nullable LocalDate draftingSince, @Nullable LocalDate doneOn, String outcome,
		boolean sample) {

	/** How the code of a drafting unit is written. */
	public static final String ORGAN_CODE = "[a-z][a-z0-9-]{1,39}";

	/**
	 * The project with the steps it has taken.
	 */
	Lived<Project> lived(String by) {
		boolean annual = this.plan.year() > 0;
		List<Lived.Past> steps = new ArrayList<>();
		steps.add(new Lived.Past("propose", "", "PROPOSED", this.decidedOn, by, List.of()));
		ProjectState state = annual ? ProjectState.ANNUAL_PLAN : ProjectState.TERM_PLAN;
		steps.add(new Lived.Past(annual ? "enter-annual-plan" : "enter-term-plan", "PROPOSED", state.name(),
				this.decidedOn, by, List.of()));
		LocalDate since = this.decidedOn;
		if (this.draftingSince != null && annual) {
			since = this.draftingSince;
			steps.add(new Lived.Past("start-drafting", state.name(), "DRAFTING", since, by, List.of()));
			state = ProjectState.DRAFTING;
		}
		if (this.doneOn != null && annual) {
			since = this.doneOn;
			steps.add(new Lived.Past("conclude", state.name(), "DONE", since, by, List.of()));
			state = ProjectState.DONE;
		}
		return new Lived<>(project().in(state, since, steps.size()), steps, List.of());
	}

	private Project project() {
		Idea idea = new Idea(this.title, this.making, this.domain, this.title, this.regulation, null, "", this.proposer,
				Project.Origin.ORGAN, "", "", this.decidedOn, null, List.of(), null);
		Planned planned = (this.plan.year() > 0)
				? Planned.NONE.inYear(this.plan.id(), this.plan.term(), this.plan.year(), this.itemClass)
				: Planned.NONE.inTerm(this.plan.id(), this.plan.term(), this.itemClass);
		Work work = new Work(this.draftingUnit, this.draftingUnitName, List.of(), List.of(), List.of(),
				Body.STANDING_COMMITTEE, this.draftingSince);
		Result result = (this.doneOn != null) ? Result.NONE.done(this.outcome, this.doneOn) : Result.NONE;
		return Project.proposed(this.id, this.code, this.decidedOn, idea)
			.with(this.published ? planned.announced() : planned)
			.with(work)
			.with(result)
			.sample(this.sample);
	}

}
