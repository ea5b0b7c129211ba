package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.matter.Matter;
import renda.legislation.resolution.Resolutions.Adopted;
import renda.legislation.sitting.Sitting;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface MatterReportAction {

	/**
	 * That a period's report is due; never sent by anybody.
	 */
	record MatterPeriod(@NotNull String period) implements MatterReportAction {
	}

	/**
	 * That something has happened that has to be brought before the standing committee.
	 *
	 * @param matter the item of the list
	 * @param event what has happened
	 * @param dueOn until when it is to be submitted; missing: at once
	 */
	record MatterEvent(@NotNull UUID matter, @NotBlank @Size(max = 500) String event,
			@Nullable LocalDate dueOn) implements MatterReportAction {
	}

	/**
	 * The report, or what is to be decided.
	 */
	record MatterSubmission(@NotBlank @Size(max = 200) String title,
			@NotBlank @Size(max = 100_000) String text) implements MatterReportAction {
	}

	/**
	 * Sends it to a committee.
	 */
	record MatterReferral(@NotNull @Pattern(regexp = Matter.CODE) String committee) implements MatterReportAction {
	}

	/**
	 * That a meeting heard it.
	 *
	 * @param sitting the meeting as it stands; filled in by the service
	 */
	record MatterHearing(@NotNull UUID meeting, @Nullable @Size(max = 20_000) String opinions,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Sitting sitting)
			implements
				MatterReportAction {
	}

	/**
	 * By which resolution it was decided.
	 *
	 * @param adopted the resolution as it stands; filled in by the service
	 */
	record MatterDecision(@NotNull UUID resolution,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Adopted adopted)
			implements
				MatterReportAction {
	}

	/**
	 * Something in writing.
	 */
	record MatterWords(@Nullable @Size(max = 50_000) String text) implements MatterReportAction {
	}

	/**
	 * Has it carried out.
	 *
	 * @param dueOn the last day to report, where one is fixed
	 */
	record MatterHandover(@Nullable LocalDate dueOn) implements MatterReportAction {
	}

	/**
	 * Sends a report back.
	 */
	record MatterReturn(@NotNull LocalDate until,
			@NotBlank @Size(max = 5000) String reason) implements MatterReportAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record MatterPlain() implements MatterReportAction {
	}

}
