package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.motion.KnownMover;
import renda.legislation.motion.MoverNamed;
import renda.legislation.resolution.Motion.Form;
import renda.legislation.resolution.Motion.Type;
import renda.legislation.sitting.Sitting;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface ResolutionAction {

	/** An organ's code. */
	String CODE = MoverNamed.CODE;

	/**
	 * A motion.
	 *
	 * @param draft the words of the draft resolution
	 * @param explanation why, and on which legal basis
	 * @param country the country of a sister city
	 * @param city the sister city
	 * @param mover who moves it; needed where the office records a motion from paper or
	 * members move together, and otherwise the caller's own body
	 * @param submittedOn the day it came on paper; today unless told
	 * @param known who moves it, as the service knows; filled in by the service
	 */
	record ResolutionMotion(@NotBlank @Size(max = 200) String title, @NotNull Form form, @NotNull Type type,
			@NotNull @Size(max = 100_000) String draft, @Nullable @Size(max = 20_000) String explanation,
			@Nullable @Size(max = 60) String country, @Nullable @Size(max = 60) String city,
			@Nullable @Valid MoverNamed mover, @Nullable @PastOrPresent LocalDate submittedOn,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable KnownMover known)
			implements
				ResolutionAction {

		ResolutionMotion by(KnownMover who) {
			return new ResolutionMotion(this.title, this.form, this.type, this.draft, this.explanation, this.country,
					this.city, this.mover, this.submittedOn, who);
		}

	}

	/**
	 * Other words of the motion.
	 */
	record ResolutionRevision(@NotBlank @Size(max = 200) String title, @NotNull @Size(max = 100_000) String draft,
			@Nullable @Size(max = 20_000) String explanation) implements ResolutionAction {
	}

	/**
	 * Sends it to a committee.
	 */
	record ResolutionReferral(@NotNull @Pattern(regexp = CODE) String committee) implements ResolutionAction {
	}

	/**
	 * What the committee found.
	 */
	record ResolutionExamination(@NotBlank @Size(max = 20_000) String report) implements ResolutionAction {
	}

	/**
	 * Puts it before the standing committee.
	 *
	 * @param meetingFrom the first day of the meeting it goes to
	 * @param shortNotice why it comes later than it should
	 */
	record ResolutionListing(@NotNull LocalDate meetingFrom,
			@Nullable @Size(max = 500) String shortNotice) implements ResolutionAction {
	}

	/**
	 * Reasons in writing.
	 */
	record ResolutionReason(@Nullable @Size(max = 5000) String reason) implements ResolutionAction {
	}

	/**
	 * That a meeting deliberated it.
	 *
	 * @param meeting the meeting
	 * @param opinions what members said, in short
	 * @param sitting the meeting as it stands; filled in by the service
	 */
	record ResolutionDeliberation(@NotNull UUID meeting, @Nullable @Size(max = 20_000) String opinions,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Sitting sitting)
			implements
				ResolutionAction {
	}

	/**
	 * How the vote went; never sent by anybody.
	 */
	record ResolutionVote(@NotNull Voted vote) implements ResolutionAction {
	}

	/**
	 * Opinions or a report in writing.
	 */
	record ResolutionWords(@Nullable @Size(max = 50_000) String text) implements ResolutionAction {
	}

	/**
	 * Publishes it.
	 *
	 * @param text the words as adopted
	 * @param where in which gazette, newspaper or site
	 * @param tasks who has to carry it out; nobody where it needs no more
	 * @param dueOn the last day to carry it out, where the resolution fixes one
	 * @param structured whether to keep the text taken apart into its articles as well
	 */
	record ResolutionPublication(@Nullable @Size(max = 100_000) String text, @NotBlank @Size(max = 200) String where,
			@Nullable @Size(max = 20) List<@Valid @NotNull TaskGiven> tasks, @Nullable LocalDate dueOn,
			@Nullable Boolean structured) implements ResolutionAction {

		List<TaskGiven> given() {
			return (this.tasks != null) ? List.copyOf(this.tasks) : List.of();
		}

	}

	/**
	 * What an organ has to do.
	 *
	 * @param task what; the whole resolution unless told
	 */
	@Schema(name = "ResolutionTaskGiven")
	record TaskGiven(@NotNull @Pattern(regexp = CODE) String organ, @Nullable @Size(max = 500) String task) {
	}

	/**
	 * Asks for more time.
	 */
	record ResolutionExtension(@NotNull LocalDate until,
			@NotBlank @Size(max = 2000) String reason) implements ResolutionAction {
	}

	/**
	 * Sends it back to be carried out.
	 *
	 * @param organ the organ whose part is not done
	 * @param until until when
	 */
	record ResolutionReturn(@NotNull @Pattern(regexp = CODE) String organ, @NotNull LocalDate until,
			@NotBlank @Size(max = 5000) String reason) implements ResolutionAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record ResolutionPlain() implements ResolutionAction {
	}

}
