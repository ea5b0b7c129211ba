package renda.legislation.filingreport;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.sitting.Sitting;

/**
 * What is sent with each step.
 */
sealed interface AnnualReportAction {

	/**
	 * That the report of a year is due.
	 */
	record FilingReportOpening(@NotNull @Min(2000) @Max(2100) Integer year) implements AnnualReportAction {
	}

	/**
	 * The report.
	 *
	 * @param report the id of the uploaded report; missing only where it is told of one
	 * before
	 */
	record FilingReportSubmitting(@NotBlank @Size(max = 200) String title,
			@NotNull @Nullable UUID report) implements AnnualReportAction {
	}

	/**
	 * That a meeting heard it.
	 *
	 * @param opinions what the members said about it
	 * @param meeting the meeting; missing only where it is told of one before
	 * @param sitting the meeting as it stands; filled in by the service
	 * @param before what a meeting that is not on record here is called; filled in by the
	 * import of past reports alone
	 */
	record FilingReportHeard(@NotNull @Nullable UUID meeting, @Nullable @Size(max = 20_000) String opinions,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Sitting sitting,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String before)
			implements
				AnnualReportAction {
	}

	/**
	 * Where it was published.
	 */
	record FilingReportPublishing(@NotBlank @Size(max = 300) String where) implements AnnualReportAction {
	}

	/**
	 * Who of the level above was told.
	 */
	record FilingReportTelling(@NotBlank @Size(max = 100) String to,
			@NotBlank @Size(max = 5000) String words) implements AnnualReportAction {
	}

}
