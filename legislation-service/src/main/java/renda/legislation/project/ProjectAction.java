package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.competence.ReservedMatter;
import renda.legislation.member.Body;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectTarget;
import renda.legislation.projectlink.ProjectVersion;

/**
 * What is sent with each step of a project. What the law asks for by an article is not
 * asked for here: the step refuses it with that article.
 */
sealed interface ProjectAction {

	/**
	 * A proposal for a project.
	 *
	 * @param domain the domain of the law in force; OTHER for none of them
	 * @param regulation the title of the regulation it would change or repeal
	 * @param basis the law that allows a subject outside the domains
	 * @param substitutes the government rule whose place it would take
	 * @param proposer the organ, committee or deputy who proposes it, as it is shown;
	 * missing: a deputy's own name, else the code of the organ
	 * @param proposal the proposal of the public that it takes up
	 */
	record ProposeProject(@NotBlank @Size(max = 200) String title, @NotNull Making making, @NotNull Domain domain,
			@NotBlank @Size(max = 20_000) String need, @Nullable @Size(max = 200) String regulation,
			@Nullable UUID regulationId, @Nullable @Size(max = 500) String basis,
			@Nullable @Valid SubstitutedRule substitutes, @Nullable @Size(max = 100) String proposer,
			@Nullable UUID proposal) implements ProjectAction {
	}

	/**
	 * A government rule that stands in for a regulation.
	 *
	 * @param lapsesOn the day by which a regulation has to be proposed
	 */
	record SubstitutedRule(@NotBlank @Size(max = 200) String title, @NotNull LocalDate inForceOn,
			@NotNull LocalDate lapsesOn) {

		Project.Substituted kept() {
			return new Project.Substituted(this.title.strip(), this.inForceOn, this.lapsesOn);
		}

	}

	/**
	 * What a case starts: a clean-up round by a decision.
	 *
	 * @param targets the regulations that it changes or repeals
	 */
	record StartProject(String title, Domain domain, String need, List<ProjectTarget> targets,
			ProjectStart startedBy) implements ProjectAction {
	}

	/**
	 * What the case that started it, or takes it up, asks of it.
	 *
	 * @param startedBy the case; missing where it asks nothing any more
	 */
	record LinkProject(@Nullable ProjectStart startedBy, List<ProjectTarget> targets) implements ProjectAction {
	}

	/**
	 * What the legislative-affairs body finds.
	 *
	 * @param reserved the matters reserved to national law that it touches; empty: each
	 * was looked at, and there is none
	 */
	record AssessProject(@NotNull Domain domain, @NotNull Set<@NotNull ReservedMatter> reserved,
			boolean especiallyMajor, @NotBlank @Size(max = 20_000) String opinion) implements ProjectAction {
	}

	/**
	 * Who drafts it, led by whom, by when, and which body is to pass it.
	 */
	record OrganiseProject(@NotBlank @Pattern(regexp = PastProject.ORGAN_CODE) String draftingUnit,
			@NotBlank @Size(max = 100) String draftingUnitName,
			@NotEmpty @Size(max = 10) List<@NotNull @Valid LeaderNamed> leaders,
			@Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> taskForce,
			@NotEmpty @Size(max = 20) List<@NotNull @Valid MilestoneSet> timetable,
			@NotNull Body body) implements ProjectAction {
	}

	/** A leader. */
	record LeaderNamed(@NotBlank @Size(max = 50) String name, @NotBlank @Size(max = 100) String post) {
	}

	/** What is to be there by when. */
	record MilestoneSet(@NotBlank @Size(max = 200) String what, @NotNull LocalDate by) {
	}

	/**
	 * That a plan names it.
	 *
	 * @param year the year of an annual plan; 0 for the plan of a term
	 */
	record EnterPlan(UUID plan, String planCode, int term, int year,
			@JsonProperty("class") ItemClass itemClass) implements ProjectAction {
	}

	/** That a plan which names it is public. */
	record AnnouncePlan(UUID plan) implements ProjectAction {
	}

	/** Nothing. */
	record StartDrafting() implements ProjectAction {
	}

	/**
	 * The stage its bill has reached.
	 *
	 * @param made whether the regulation is made
	 * @param versions what it made of regulations
	 */
	record BillProgress(UUID bill, String code, String stage, LocalDate since, boolean made,
			List<ProjectVersion> versions) implements ProjectAction {
	}

	/**
	 * What came of it without a bill of its own: a report of research.
	 */
	record ConcludeProject(@NotBlank @Size(max = 20_000) String outcome) implements ProjectAction {
	}

	/** Why it is not taken up, or taken out of a plan. */
	record DropProject(@NotBlank @Size(max = 2_000) String reason) implements ProjectAction {
	}

}
