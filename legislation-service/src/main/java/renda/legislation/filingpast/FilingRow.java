package renda.legislation.filingpast;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.normative.FilingDocument.Act;
import renda.legislation.normative.FilingDocument.Source;
import renda.legislation.normative.FilingEntry;

/**
 * A filing from elsewhere, one a row, with the days of its steps.
 *
 * @param code what people call it: {@code BA-2019-0012}
 * @param modes how its review came about, separated by blanks; {@code ACTIVE} unless told
 * @param committees the committees that reviewed it, separated by blanks
 * @param declinedOn the day it was not accepted
 * @param declinedFor why
 * @param concludedOn the day the review ended without a fault
 * @param suspendedOn the day of the maker's written plan
 * @param opinionOn the day of the written opinion
 * @param answeredOn the day of the maker's answer
 * @param correctedOn the day it was put right
 * @param corrected how: {@code AMENDED} or {@code REPEALED}
 * @param refiledAs the code of the filing of the new text; needed to close one that was
 * amended
 */
record FilingRow(@NotBlank @Pattern(regexp = "BA-\\d{4}-\\d{4,}") String code,
		@NotNull @Pattern(regexp = FilingEntry.CODE) String maker, @NotBlank @Size(max = 100) String makerName,
		@NotNull Source source, @NotNull Act act, @NotBlank @Size(max = 300) String title,
		@Nullable @Size(max = 100) String number, @NotNull @PastOrPresent LocalDate issuedOn,
		@Nullable LocalDate effectiveOn, @NotNull @PastOrPresent LocalDate filedOn,
		@Nullable @Size(max = 500) String lateReason, @Nullable @Size(max = 100_000) String text,
		@Nullable LocalDate declinedOn, @Nullable @Size(max = 2000) String declinedFor,
		@Nullable LocalDate registeredOn, @Nullable LocalDate reviewBegunOn, @Nullable @Size(max = 100) String modes,
		@Nullable @Size(max = 500) String committees, @Nullable LocalDate concludedOn, @Nullable LocalDate suspendedOn,
		@Nullable LocalDate opinionOn, @Nullable LocalDate answeredOn, @Nullable LocalDate correctedOn,
		FilingCorrection.@Nullable How corrected, @Nullable @Pattern(regexp = "BA-\\d{4}-\\d{4,}") String refiledAs,
		@Nullable LocalDate closedOn, @Nullable Boolean sample) {

	static List<String> words(@Nullable String separated) {
		return (separated == null || separated.isBlank()) ? List.of() : List.of(separated.strip().split("[\\s,，、;；]+"));
	}

}
