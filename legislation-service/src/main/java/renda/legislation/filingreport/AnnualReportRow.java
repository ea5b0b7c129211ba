package renda.legislation.filingreport;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A yearly report from elsewhere, one a row, with the days of its steps.
 *
 * @param code what people call it: {@code BSBG-2023-0001}
 * @param year the year it is about
 * @param openedOn the day from which it was due
 * @param title what the report was called
 * @param meeting what the meeting was called that heard it
 * @param opinions what the members said about it
 * @param publishedIn where it was published
 * @param toldTo who of the level above was told
 */
record AnnualReportRow(@NotBlank @Pattern(regexp = "BSBG-\\d{4}-\\d{4,}") String code,
		@NotNull @Min(2000) @Max(2100) Integer year, @NotNull @PastOrPresent LocalDate openedOn,
		@Nullable @Size(max = 200) String title, @Nullable @PastOrPresent LocalDate submittedOn,
		@Nullable @PastOrPresent LocalDate heardOn, @Nullable @Size(max = 100) String meeting,
		@Nullable @Size(max = 20_000) String opinions, @Nullable @PastOrPresent LocalDate publishedOn,
		@Nullable @Size(max = 300) String publishedIn, @Nullable @PastOrPresent LocalDate toldOn,
		@Nullable @Size(max = 100) String toldTo) {
}
