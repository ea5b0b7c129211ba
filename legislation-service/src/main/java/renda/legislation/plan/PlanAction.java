package renda.legislation.plan;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.plan.LegislativePlan.Kind;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.project.ItemClass;

/**
 * What is sent with each step of a plan. What the law asks for by an article is not asked
 * for here: the step refuses it with that article.
 */
sealed interface PlanAction {

	/**
	 * A new plan.
	 *
	 * @param year the year of an annual plan; missing for the plan of a term
	 */
	record DraftPlan(@NotNull Kind kind, @Positive int term, @Nullable @Min(1980) @Max(2200) Integer year,
			@NotBlank @Size(max = 200) String title) implements PlanAction {
	}

	/** Nothing. */
	record CloseProposals() implements PlanAction {
	}

	/**
	 * All items.
	 *
	 * @param known the projects named, as they are; filled in by the service
	 */
	record EditPlan(@NotNull @Size(max = 500) List<@NotNull @Valid ItemNamed> items,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable List<PlanItem> known)
			implements
				PlanAction {
	}

	/**
	 * An item.
	 *
	 * @param due when it is to be deliberated or ready
	 */
	@Schema(name = "PlanItemNamed")
	record ItemNamed(@NotNull UUID project, @JsonProperty("class") @NotNull ItemClass itemClass,
			@Nullable @Size(max = 100) String due) {
	}

	/** Nothing. */
	record SubmitPlan() implements PlanAction {
	}

	/** The decision of the chairpersons' meeting. */
	record DecidePlan(@NotBlank @Size(max = 200) String decision) implements PlanAction {
	}

	/** The letter to the standing committee of the province. */
	record ReportPlan(@NotBlank @Size(max = 100) String reportNumber) implements PlanAction {
	}

	/** Nothing. */
	record PublishPlan() implements PlanAction {
	}

	/**
	 * A change that is asked for.
	 *
	 * @param by the organ that asks, as shown
	 * @param report the written report with its reasons
	 * @param added items that are new, or get another class or time
	 * @param removed the projects that go
	 * @param known the projects added, as they are; filled in by the service
	 */
	record RequestChange(@NotBlank @Size(max = 100) String by, @Nullable @Size(max = 20_000) String report,
			@NotNull @Size(max = 100) List<@NotNull @Valid ItemNamed> added,
			@NotNull @Size(max = 100) List<@NotNull UUID> removed, @Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable List<PlanItem> known)
			implements
				PlanAction {
	}

	/** The opinion of the legislative-affairs body on a change. */
	record GiveOpinion(@Positive int change, @NotBlank @Size(max = 20_000) String opinion) implements PlanAction {
	}

	/** What the chairpersons' meeting decides on a change. */
	record DecideChange(@Positive int change, boolean adopted,
			@NotBlank @Size(max = 200) String decision) implements PlanAction {
	}

	/** Items that an import brings to a plan that is there. */
	record RecordItems(List<PlanItem> items) implements PlanAction {
	}

}
