package renda.legislation.nomination;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.post.Post;

/**
 * What is sent with each step from the draft to the examination. What the law asks for by
 * an article is not asked for here: the step refuses it with that article.
 */
public sealed interface NominationAction {

	/**
	 * A new draft.
	 *
	 * @param person the key of the personnel file
	 * @param account the subject of the person's tokens, where known
	 * @param post the post's code
	 * @param meetingOn the first day of the meeting it is meant for
	 * @param newGovernmentOn the day the leaders of a new government were elected, where
	 * this fills a post of it for the first time
	 * @param members the members who move a removal together
	 */
	@Schema(name = "AppointmentDraft")
	record Draft(@NotNull Act act, @NotBlank @Pattern(regexp = Post.PERSON) String person,
			@NotBlank @Size(max = 60) String name, @Nullable @Size(max = 100) String account,
			@NotBlank @Pattern(regexp = Post.CODE) String post, @NotNull LocalDate meetingOn,
			@Nullable LocalDate newGovernmentOn, @Nullable Boolean newBody,
			@Nullable @Size(max = 100) List<@NotNull UUID> members, @NotNull @Valid PersonnelFile.Papers papers,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				NominationAction {
	}

	/**
	 * Other papers, or another meeting.
	 */
	@Schema(name = "AppointmentRevision")
	record Revision(@NotNull @Valid PersonnelFile.Papers papers,
			@Nullable LocalDate meetingOn) implements NominationAction {
	}

	/**
	 * Gives the file back.
	 */
	@Schema(name = "AppointmentReturn")
	record Return(@NotBlank @Size(max = 2000) String reason) implements NominationAction {
	}

	/**
	 * Found complete and in order.
	 *
	 * @param opinion what the personnel office thinks of it
	 * @param namesake why a member of the standing committee of that name is somebody
	 * else
	 */
	@Schema(name = "AppointmentCheck")
	record Check(@Nullable @Size(max = 5000) String opinion, @Nullable @Size(max = 500) String namesake,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				NominationAction {
	}

	/**
	 * A law examination.
	 *
	 * @param heldOn the day; the day of the step unless told
	 * @param training the legal training before
	 */
	@Schema(name = "AppointmentExam")
	record Exam(@Min(0) @Max(100) int score, @Nullable LocalDate heldOn, @Nullable @Size(max = 500) String training,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				NominationAction {
	}

	/**
	 * Something said against the person.
	 */
	@Schema(name = "AppointmentComplaint")
	record Complain(@NotBlank @Size(max = 20_000) String text) implements NominationAction {
	}

	/**
	 * What came out of it.
	 *
	 * @param number which complaint, from 1
	 */
	@Schema(name = "AppointmentFinding")
	record Finding(@Positive int number, @NotBlank @Size(max = 5000) String finding) implements NominationAction {
	}

	/**
	 * Takes it back.
	 *
	 * @param consent the decision of the chairpersons' meeting that agrees, once it is
	 * tabled
	 */
	@Schema(name = "AppointmentWithdrawal")
	record Withdraw(@NotBlank @Size(max = 2000) String reason,
			@Nullable @Size(max = 500) String consent) implements NominationAction {
	}

	/**
	 * Proposes somebody again.
	 */
	@Schema(name = "AppointmentRenomination")
	record Again(@NotNull @Valid PersonnelFile.Papers papers, @NotNull LocalDate meetingOn,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				NominationAction {
	}

}
