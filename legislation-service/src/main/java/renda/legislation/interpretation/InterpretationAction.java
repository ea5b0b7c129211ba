package renda.legislation.interpretation;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Decided;
import renda.legislation.interpretation.Interpretation.InterpretationGround;
import renda.legislation.interpretation.Interpretation.Requester;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
sealed interface InterpretationAction {

	/** The most characters of a text. */
	int LONG = 20_000;

	/**
	 * A request, or a written question.
	 *
	 * @param article the article asked about
	 * @param ground why an interpretation is needed; missing for a written question
	 * @param requester what the requester is
	 */
	record InterpretationRequest(@NotNull UUID regulation, @NotBlank @Size(max = 100) String article,
			@Nullable InterpretationGround ground, @NotBlank @Size(max = LONG) String question,
			@NotNull Requester requester, @Nullable Boolean sample) implements InterpretationAction {
	}

	/**
	 * The draft of an interpretation.
	 */
	record InterpretationDraft(@NotBlank @Size(max = 200) String title,
			@NotBlank @Size(max = LONG) String text) implements InterpretationAction {
	}

	/**
	 * A decision with its reason.
	 */
	record InterpretationDeciding(@Nullable @Size(max = LONG) String reason) implements InterpretationAction {
	}

	/**
	 * The report of the Legislative Committee.
	 *
	 * @param text the words that are put to the vote
	 */
	record InterpretationReview(@NotBlank @Size(max = LONG) String text,
			@NotBlank @Size(max = LONG) String report) implements InterpretationAction {
	}

	/**
	 * The outcome of a ballot.
	 */
	record InterpretationDecided(@NotNull Decided decided) implements InterpretationAction {
	}

	/**
	 * The announcement.
	 *
	 * @param approvedBy the body that approved it, with its meeting
	 * @param effectiveOn the day it takes effect; that of the announcement unless told
	 */
	record InterpretationAnnouncing(@NotBlank @Size(max = 100) String number,
			@Nullable @Size(max = 200) String approvedBy, @Nullable LocalDate approvedOn,
			@Nullable LocalDate effectiveOn) implements InterpretationAction {
	}

	/**
	 * The letter.
	 *
	 * @param consent the consent of the chairpersons' meeting
	 * @param filedOn the day it was filed with the province
	 */
	record InterpretationLetter(@NotBlank @Size(max = 100) String number, @NotBlank @Size(max = LONG) String text,
			@Nullable @Size(max = 200) String consent, @Nullable LocalDate filedOn) implements InterpretationAction {
	}

}
