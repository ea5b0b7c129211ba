package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingEntry;
import renda.platform.store.Rows;

import renda.legislation.normative.FilingDocument.Act;

/**
 * The yearly list of what a maker has made, amended and repealed (年度文件目录), which shows
 * what was not filed.
 *
 * @param dueOn the last day to hand it in
 * @param late whether it came later
 * @param lateReason why
 */
@Schema(name = "FilingYearList")
record YearList(UUID id, String maker, String makerName, int year, LocalDate dueOn, LocalDate submittedOn, boolean late,
		String lateReason, boolean sample, long version) {

	/** The years that lists are kept of. */
	static final int FIRST = 2000;

	static final int LAST = 2100;

	static YearList of(Readable row) {
		LocalDate due = Rows.required(row, "due_on", LocalDate.class);
		LocalDate submitted = Rows.required(row, "submitted_on", LocalDate.class);
		return new YearList(Rows.required(row, "id", UUID.class), Rows.text(row, "maker"), Rows.text(row, "maker_name"),
				Rows.required(row, "year", Integer.class), due, submitted, submitted.isAfter(due),
				Rows.text(row, "late_reason"), Rows.flag(row, "sample"), Rows.required(row, "version", Long.class));
	}

	/**
	 * A list as it is handed in.
	 *
	 * @param maker the organ; only the filing office names it, others hand in their own
	 * @param late why it comes late
	 */
	@Schema(name = "FilingYearListing")
	record Listing(@Nullable @Pattern(regexp = FilingEntry.CODE) String maker,
			@NotBlank @Size(max = 100) String makerName, @NotNull @Min(YearList.FIRST) @Max(YearList.LAST) Integer year,
			@NotNull @Size(max = 2000) List<@NotNull @Valid Entry> entries, @Nullable @Size(max = 500) String late) {
	}

	/**
	 * More entries, which were forgotten.
	 */
	@Schema(name = "FilingYearAddition")
	record Addition(@NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid Entry> entries,
			@NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * One document.
	 */
	@Schema(name = "FilingYearEntry")
	record Entry(@NotNull Act act, @NotBlank @Size(max = 300) String title, @Nullable @Size(max = 100) String number,
			@NotNull LocalDate issuedOn) {
	}

	/**
	 * A list held against what is filed (目录核对).
	 *
	 * @param listed how many documents it names
	 * @param filed how many of them are filed
	 * @param entries each with its filing, where there is one
	 * @param unlisted what was issued in the year and filed, and is not on the list
	 */
	@Schema(name = "FilingCompleteness")
	record Completeness(YearList list, int listed, int filed, List<Checked> entries, List<Unlisted> unlisted) {
	}

	/**
	 * An entry and its filing.
	 *
	 * @param dueOn the last day on which the document was to be filed
	 */
	@Schema(name = "FilingCheckedEntry")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Checked(FilingDocument.Act act, String title, String number, LocalDate issuedOn, LocalDate dueOn,
			@Nullable UUID filing, @Nullable String code, @Nullable LocalDate filedOn) {
	}

	/**
	 * A filing that is not on the list.
	 */
	@Schema(name = "FilingUnlisted")
	record Unlisted(UUID filing, String code, String title, LocalDate issuedOn) {
	}

	/**
	 * A document that is known and not filed.
	 *
	 * @param knownFrom {@code YEAR_LIST}, or {@code FILING} where it was announced or its
	 * filing is incomplete
	 */
	@Schema(name = "FilingMissing")
	record Missing(UUID id, String knownFrom, String maker, String title, String number, LocalDate issuedOn,
			LocalDate dueOn) {

		static Missing of(Readable row) {
			return new Missing(Rows.required(row, "id", UUID.class), Rows.text(row, "known_from"),
					Rows.text(row, "maker"), Rows.text(row, "title"), Rows.text(row, "number"),
					Rows.required(row, "issued_on", LocalDate.class), Rows.required(row, "due_on", LocalDate.class));
		}

	}

}
