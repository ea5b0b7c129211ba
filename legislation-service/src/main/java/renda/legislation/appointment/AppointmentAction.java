package renda.legislation.appointment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.personnel.AppointmentFacts;
import renda.legislation.personnel.Settlement;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface AppointmentAction {

	/**
	 * Introduces it at a meeting.
	 *
	 * @param speaker who speaks for the nominator
	 */
	@Schema(name = "AppointmentIntroduction")
	record Introduce(@NotNull UUID meeting, @NotBlank @Size(max = 60) String speaker,
			@NotBlank @Size(max = 20_000) String text,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				AppointmentAction {
	}

	/**
	 * A member's question with its answer.
	 */
	@Schema(name = "AppointmentQuestion")
	record Question(@NotBlank @Size(max = 2000) String question,
			@NotBlank @Size(max = 5000) String answer) implements AppointmentAction {
	}

	/**
	 * What the person says.
	 *
	 * @param waived whether the person was asked and does not want to speak
	 */
	@Schema(name = "AppointmentSpeech")
	record Speech(@Nullable @Size(max = 20_000) String text, @Nullable Boolean waived) implements AppointmentAction {
	}

	/**
	 * That a meeting deliberated on it.
	 */
	@Schema(name = "AppointmentDeliberation")
	record Deliberate(@NotNull UUID meeting,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				AppointmentAction {
	}

	/**
	 * Not put to the vote.
	 *
	 * @param next what is to happen instead
	 */
	@Schema(name = "AppointmentDoubt")
	record Doubt(@Nullable @Size(max = 2000) String reason,
			@Nullable @Size(max = 2000) String next) implements AppointmentAction {
	}

	/**
	 * The outcome of a vote; the service takes the step.
	 */
	@Schema(name = "AppointmentVoted")
	record Voted(@NotNull @Valid Settlement.CastVote vote,
			@Schema(hidden = true) @JsonProperty(
					access = JsonProperty.Access.WRITE_ONLY) @Nullable AppointmentFacts known)
			implements
				AppointmentAction {
	}

}
