package renda.legislation.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.organ.StateOrgan;
import renda.platform.web.Text;

/**
 * An item of the list of major matters, as one version of the list has it.
 *
 * @param id its id in this version of the list
 * @param list the version of the list
 * @param key what stays the same over all versions
 * @param number its number in the list
 * @param reporter which of the four organs brings it
 * @param organ the code of the organ that does the work; the reporter's own unless told
 * @param basis the law and article
 * @param obligation whether it has to be decided, reported, or consulted and filed
 * @param frequency how often
 * @param dueDays on which days of a year it is due, as {@code 08-31}
 * @param dueOn the day on which a matter that comes once is due
 * @param committee the code of the committee that follows it; missing for none
 * @param lastReportOn the day it was last submitted; missing if never
 * @param nextDueOn the last day for the next submission; missing where none is known
 * @param overdue whether a report is due and not there
 */
@Schema(name = "MajorMatter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Matter(UUID id, UUID list, String key, int number, String title, StateOrgan reporter, String organ,
		String basis, Obligation obligation, Frequency frequency, List<String> dueDays, @Nullable LocalDate dueOn,
		@Nullable String committee, @Nullable LocalDate lastReportOn, @Nullable LocalDate nextDueOn, boolean overdue,
		boolean sample) {

	/** An organ's code. */
	public static final String CODE = "[a-z][a-z0-9-]{1,39}";

	public Matter {
		dueDays = List.copyOf(dueDays);
	}

	/**
	 * All that is shown of it, in words: the same in every copy of the service, as hashes
	 * of enums are not.
	 */
	String shown() {
		return toString();
	}

	/**
	 * What has to be done about it (the three lists of the province's rules).
	 */
	public enum Obligation {

		/** 应当提请讨论、决定 (第四条). */
		DECIDE(Text.of("提请讨论决定", "to be decided")),
		/** 应当报告 (第五条). */
		REPORT(Text.of("报告", "to be reported")),
		/** 应当征求意见并备案 (第六条). */
		CONSULT_AND_FILE(Text.of("征求意见并备案", "to be consulted upon and filed"));

		private final Text title;

		Obligation(Text title) {
			this.title = title;
		}

		Text title() {
			return this.title;
		}

	}

	/**
	 * A version of the list.
	 *
	 * @param effectiveFrom the first day it is in force
	 * @param effectiveUntil the first day it is not any more; missing while it is
	 * @param items how many items it has
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MatterList(UUID id, String title, String decision, LocalDate effectiveFrom,
			@Nullable LocalDate effectiveUntil, int items, boolean sample, long version) {
	}

	/**
	 * A new version of the list.
	 *
	 * @param decision the decision it rests on
	 * @param effectiveFrom the first day it is in force; the version before ends then
	 */
	@Schema(name = "MatterListDraft")
	record ListDraft(@NotBlank @Size(max = 200) String title, @NotBlank @Size(max = 200) String decision,
			@NotNull LocalDate effectiveFrom, @NotEmpty @Size(max = 500) List<@Valid @NotNull ItemDraft> items,
			@Nullable Boolean sample) {
	}

	/**
	 * An item of a new version.
	 *
	 * @param key what stays the same over all versions
	 * @param organ the code of the organ that does the work; the reporter's own unless
	 * told
	 * @param dueDays one day of the year for a yearly item, two for a half-yearly one
	 * @param dueOn the day of an item that comes once
	 */
	@Schema(name = "MatterDraft")
	record ItemDraft(@NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}") String key, @Positive int number,
			@NotBlank @Size(max = 300) String title, @NotNull StateOrgan reporter,
			@Nullable @Pattern(regexp = CODE) String organ, @NotBlank @Size(max = 300) String basis,
			@NotNull Obligation obligation, @NotNull Frequency frequency,
			@Nullable @Size(max = 2) List<@NotNull String> dueDays, @Nullable LocalDate dueOn,
			@Nullable @Pattern(regexp = CODE) String committee) {

		List<String> days() {
			return (this.dueDays != null) ? this.dueDays.stream().sorted().toList() : List.of();
		}

	}

	/**
	 * Which items to list.
	 *
	 * @param on the day whose list is meant; today unless told
	 * @param list a version of the list, instead of a day
	 */
	@Schema(name = "MajorMatterFilter")
	record Filter(@Nullable LocalDate on, @Nullable UUID list, @Nullable StateOrgan reporter,
			@Nullable Obligation obligation, @Nullable Frequency frequency, @Nullable String organ,
			@Nullable String key, @Nullable Boolean overdue) {
	}

}
