package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.consultation.Consultation.Form;

/**
 * What is sent with each step of a consultation. What the law asks for by an article is
 * not asked for here: the step refuses it with that article.
 */
sealed interface ConsultationAction {

	/**
	 * A new consultation.
	 *
	 * @param text the draft as Markdown or plain text; its articles are what comments are
	 * anchored to
	 * @param from the first day; missing: today
	 * @param notice where and how it is announced
	 * @param decision the decision of the chairpersons' meeting, for less time than the
	 * law asks for
	 */
	record OpenConsultation(@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 1_000_000) String text,
			@Nullable LocalDate from, @NotNull LocalDate until, @NotBlank @Size(max = 500) String notice,
			@Nullable @Size(max = 200) String decision) implements ConsultationAction {
	}

	/**
	 * More time.
	 */
	record ExtendConsultation(@NotNull LocalDate until,
			@NotBlank @Size(max = 500) String reason) implements ConsultationAction {
	}

	/**
	 * A meeting at which views were heard, or an assessment.
	 *
	 * @param attending who came, as kinds of people or bodies
	 * @param deputies how many deputies sat in
	 * @param reportedOn the day the standing committee was told the result
	 */
	record HearViews(@NotNull Form form, @NotNull @PastOrPresent LocalDate heldOn,
			@Nullable @Size(max = 200) String place, @NotBlank @Size(max = 200) String convenor,
			@PositiveOrZero int participants,
			@Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> attending, @PositiveOrZero int deputies,
			@Nullable @Size(max = 20_000) String result,
			@Nullable @PastOrPresent LocalDate reportedOn) implements ConsultationAction {
	}

	/**
	 * Whether opinions differ greatly or interests shift greatly.
	 */
	record MarkContested(@NotNull Boolean contested,
			@NotBlank @Size(max = 500) String reason) implements ConsultationAction {
	}

	/**
	 * The end.
	 *
	 * @param decision the decision of the chairpersons' meeting to end it early; needed
	 * before the last day is over
	 */
	record CloseConsultation(@Nullable @Size(max = 200) String decision) implements ConsultationAction {
	}

	/**
	 * The report on what became of the comments.
	 *
	 * @param conclusion what it says besides the numbers
	 * @param known how many comments wait; filled in by the service
	 */
	record Summarise(@NotBlank @Size(max = 20_000) String conclusion,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Waiting known)
			implements
				ConsultationAction {
	}

	/**
	 * A later draft of the same subject to which the comments are carried over.
	 */
	record CarryOver(@NotNull UUID draft) implements ConsultationAction {
	}

	/**
	 * Why the report is taken up again.
	 */
	record TakeUpAgain(@NotBlank @Size(max = 500) String reason) implements ConsultationAction {
	}

	/**
	 * Nothing.
	 */
	record PublishSummary() implements ConsultationAction {
	}

	/**
	 * What still waits.
	 *
	 * @param unanswered comments without an outcome
	 * @param suspect comments held back and not decided on
	 */
	record Waiting(long unanswered, long suspect) {
	}

}
