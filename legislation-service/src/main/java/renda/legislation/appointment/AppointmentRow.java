package renda.legislation.appointment;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.post.Post;

/**
 * A past appointment or dismissal with its vote, as a row of an import. A day that is
 * missing is a step that was not taken.
 *
 * @param code what it is known by; the same code is the same act
 * @param person the key of the personnel file
 * @param post the post's code, which is registered before
 * @param meeting the meeting as documents name it; of an election the session
 * @param members all members, or deputies, as recorded for that meeting
 * @param passed whether it was passed; it was unless told
 * @param filedOn the day it was filed; the day of the vote unless told
 * @param examScore the law examination
 * @param approvedOn the day the level above approved it, where that is needed
 * @param announcedOn the day it was announced; the day it was passed unless told
 * @param filedUpOn the day it was filed with the level above, or with the congress
 * @param signedBy the chair who signed the certificate
 */
record AppointmentRow(@NotBlank @Pattern(regexp = "[A-Z]{1,8}-\\d{4}-\\d{1,9}") String code, @NotNull Act act,
		@NotBlank @Pattern(regexp = Post.PERSON) String person, @NotBlank @Size(max = 60) String name,
		@NotBlank @Pattern(regexp = Post.CODE) String post, @NotBlank @Size(max = 100) String meeting,
		@NotNull @PastOrPresent LocalDate votedOn, @Positive int members, @Nullable @Positive Integer present,
		@PositiveOrZero int votesFor, @Nullable @PositiveOrZero Integer against,
		@Nullable @PositiveOrZero Integer abstained, @Nullable @PositiveOrZero Integer notPressed,
		@Nullable Boolean passed, @Nullable @PastOrPresent LocalDate filedOn,
		@Nullable @Min(0) @Max(100) Integer examScore, @Nullable @PastOrPresent LocalDate approvedOn,
		@Nullable @PastOrPresent LocalDate announcedOn, @Nullable @PastOrPresent LocalDate notifiedOn,
		@Nullable @PastOrPresent LocalDate filedUpOn, @Nullable @PastOrPresent LocalDate certifiedOn,
		@Nullable @Size(max = 60) String signedBy, @Nullable Boolean sample) {

	boolean isPassed() {
		return !Boolean.FALSE.equals(this.passed);
	}

}
