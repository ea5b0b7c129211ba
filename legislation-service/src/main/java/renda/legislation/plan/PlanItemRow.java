package renda.legislation.plan;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.plan.LegislativePlan.Kind;
import renda.legislation.project.ItemClass;
import renda.legislation.project.PastProject;
import renda.platform.store.Ids;
import renda.platform.web.Given;

/**
 * An item of a plan as a row. The first row of a plan says what the plan is.
 *
 * @param plan the code of the plan, such as LG-2023-0001
 * @param year the year of an annual plan; missing for the plan of a term
 * @param project the code of the project, by which it is known
 * @param doneOn the day it was done; missing where it is not
 */
record PlanItemRow(@NotBlank @Pattern(regexp = PlanItemRow.CODE) String plan, @NotNull Kind kind, @Positive int term,
		@Nullable @Positive Integer year, @NotBlank @Size(max = 200) String planTitle, @NotNull LocalDate decidedOn,
		@Nullable @Size(max = 200) String decision, @Nullable LocalDate reportedOn, @Nullable LocalDate publishedOn,
		@NotBlank @Pattern(regexp = PlanItemRow.CODE) String project, @NotBlank @Size(max = 200) String title,
		@NotNull Making making, @NotNull Domain domain, @NotNull ItemClass itemClass,
		@Nullable @Size(max = 100) String due, @NotBlank @Size(max = 100) String proposer,
		@Nullable @Size(max = 200) String regulation,
		@Nullable @Pattern(regexp = PastProject.ORGAN_CODE) String draftingUnit,
		@Nullable @Size(max = 100) String draftingUnitName, @Nullable LocalDate draftingSince,
		@Nullable LocalDate doneOn, @Nullable @Size(max = 2_000) String outcome, @Nullable Boolean sample) {

	static final String CODE = "[A-Z]{1,8}-\\d{4}-\\d{1,9}";

	/**
	 * The project of the item.
	 */
	PastProject past(LegislativePlan plan) {
		return new PastProject(Ids.next(), this.project, plan.naming(), this.decidedOn,
				plan.course().publishedOn() != null, this.title.strip(), this.making, this.domain, this.itemClass,
				this.proposer.strip(), Given.orEmpty(this.regulation), Given.orEmpty(this.draftingUnit),
				Given.orEmpty(this.draftingUnitName), this.draftingSince, this.doneOn, Given.orEmpty(this.outcome),
				isSample());
	}

	boolean isSample() {
		return Boolean.TRUE.equals(this.sample);
	}

}
