package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.member.Body;
import renda.legislation.motion.MoverKind;
import renda.legislation.resolution.Motion.Form;
import renda.legislation.resolution.Motion.Type;

/**
 * A resolution from elsewhere with its whole life, up to where it has come. A day that is
 * missing is a step that was not taken. Whether it was adopted is computed from the
 * votes, by the law of their day.
 *
 * @param code what it is known by; the same code is the same resolution
 * @param moverOrgan the code of the organ or committee that moved it
 * @param moverMembers the ids of the members who moved it together, by semicolons
 * @param body which body voted; the standing committee unless told
 * @param meeting the meeting as documents name it
 * @param members all members in office at the vote
 * @param executors the codes of the executing organs, by semicolons
 * @param dueOn the last day that the resolution fixes
 * @param executedOn the day all of them had reported the end
 */
record ResolutionRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code,
		@NotBlank @Size(max = 200) String title, @NotNull Form form, @NotNull Type type,
		@Nullable @Size(max = 100_000) String text, @Positive int term, @NotNull MoverKind mover,
		@Nullable @Pattern(regexp = ResolutionAction.CODE) String moverOrgan,
		@Nullable @Size(max = 4000) String moverMembers, @Nullable @Size(max = 60) String country,
		@Nullable @Size(max = 60) String city, @NotNull @PastOrPresent LocalDate submittedOn,
		@Nullable @PastOrPresent LocalDate withdrawnOn, @Nullable Body body, @Nullable @Size(max = 100) String meeting,
		@Nullable @PastOrPresent LocalDate votedOn, @Nullable @Positive Integer members,
		@Nullable @PositiveOrZero Integer votesFor, @Nullable @PositiveOrZero Integer against,
		@Nullable @PositiveOrZero Integer abstained, @Nullable @PositiveOrZero Integer notPressed,
		@Nullable @PastOrPresent LocalDate publishedOn, @Nullable @Size(max = 200) String publishedIn,
		@Nullable @Pattern(regexp = ResolutionAction.CODE + "(;" + ResolutionAction.CODE + ")*") String executors,
		@Nullable LocalDate dueOn, @Nullable @PastOrPresent LocalDate executedOn,
		@Nullable @Size(max = 50_000) String report, @Nullable @PastOrPresent LocalDate opinionsOn,
		@Nullable @Size(max = 50_000) String opinions, @Nullable @PastOrPresent LocalDate closedOn,
		@Nullable Boolean sample) {

	List<String> organs() {
		return (this.executors == null) ? List.of() : List.of(this.executors.split(";"));
	}

	/**
	 * The members who moved it together; what is no id is left out, and missed by the
	 * rule.
	 */
	List<UUID> together() {
		return (this.moverMembers == null) ? List.of()
				: Arrays.stream(this.moverMembers.split(";"))
					.map(String::strip)
					.filter((id) -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
					.map(UUID::fromString)
					.distinct()
					.toList();
	}

}
