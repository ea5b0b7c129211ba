package renda.legislation.docket;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.member.Body;

/**
 * A past bill as a row. What came of it is told by the days: a bill that was voted upon
 * is passed or not by the votes.
 *
 * @param code by which it is known
 * @param organ the code of the government or the committee that proposed it
 * @param name what the proposer is called
 * @param body which body decided on it; missing: the standing committee
 * @param regulations what it makes, changes and ends: {@code 题名=ENACT;题名=REPEAL}
 * @param readings how many readings it got; missing: TWO
 * @param readOn the days of its readings, in order: {@code 2019-04-25;2019-06-27}
 * @param withdrawnOn the day it was taken back
 * @param shelvedOn the day it was shelved
 * @param terminatedOn the day its review was ended, and so lapsed
 * @param reason why it was taken back, shelved or ended
 * @param askedOn the day the province was asked; missing: with the vote, where it
 * answered
 * @param effectiveOn the day it took effect
 */
record BillImportRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code,
		@NotBlank @Size(max = 200) String title, @NotNull Making act, @NotNull Domain domain,
		@NotNull ProposerKind proposer, @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String organ,
		@Nullable @Size(max = 100) String name, @Nullable Body body, @Positive int term,
		@Nullable @Size(max = 20_000) @Pattern(
				regexp = "[^;=]+=(ENACT|AMEND|REVISE|REPEAL)(;[^;=]+=(ENACT|AMEND|REVISE|REPEAL))*") String regulations,
		@NotNull @PastOrPresent LocalDate submittedOn, @Nullable @PastOrPresent LocalDate listedOn,
		@Nullable ReadingType readings,
		@Nullable @Pattern(regexp = "\\d{4}-\\d\\d-\\d\\d(;\\d{4}-\\d\\d-\\d\\d){0,2}") String readOn,
		@Nullable @PastOrPresent LocalDate withdrawnOn, @Nullable @PastOrPresent LocalDate shelvedOn,
		@Nullable @PastOrPresent LocalDate terminatedOn, @Nullable @Size(max = 2000) String reason,
		@Nullable @PastOrPresent LocalDate votedOn, @Nullable @Size(max = 200) String meeting,
		@Nullable @Positive Integer members, @Nullable @PositiveOrZero Integer votesFor,
		@Nullable @PositiveOrZero Integer against, @Nullable @PositiveOrZero Integer abstained,
		@Nullable @PositiveOrZero Integer notPressed, @Nullable @PastOrPresent LocalDate askedOn,
		@Nullable @PastOrPresent LocalDate approvedOn, @Nullable @Size(max = 200) String approvedBy,
		@Nullable @Size(max = 100) String number, @Nullable @PastOrPresent LocalDate promulgatedOn,
		@Nullable LocalDate effectiveOn, @Nullable Boolean sample) {

	/**
	 * What it does, by title.
	 */
	Map<String, Making> does() {
		Map<String, Making> does = new LinkedHashMap<>();
		if (this.regulations != null) {
			Arrays.stream(this.regulations.split(";")).forEach((pair) -> {
				int equals = pair.lastIndexOf('=');
				does.put(pair.substring(0, equals).strip(), Making.valueOf(pair.substring(equals + 1)));
			});
		}
		return does;
	}

	List<String> readingDays() {
		return (this.readOn != null) ? List.of(this.readOn.split(";")) : List.of();
	}

	Body decidedBy() {
		return (this.body != null) ? this.body : Body.STANDING_COMMITTEE;
	}

	boolean isSample() {
		return Boolean.TRUE.equals(this.sample);
	}

}
