package renda.legislation.consultation;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Given;

/**
 * A consultation that has ended, as a row.
 *
 * @param code its code, such as ZX-2021-0003
 * @param decision the decision for a shorter time
 * @param publishedOn the day the report was published; missing where it was not
 */
record ConsultationRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code,
		@NotBlank @Size(max = 200) String title, @NotNull LocalDate from, @NotNull LocalDate until,
		@NotNull LocalDate closedOn, @Nullable LocalDate publishedOn, @Nullable @Size(max = 500) String notice,
		@Nullable @Size(max = 200) String decision, @Nullable @Size(max = 20_000) String conclusion,
		@Nullable Boolean sample) {

	String words(@Nullable String text) {
		return Given.orEmpty(text);
	}

	boolean isSample() {
		return Boolean.TRUE.equals(this.sample);
	}

}
