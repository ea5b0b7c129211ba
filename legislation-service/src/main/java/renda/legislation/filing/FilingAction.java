package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.examination.FilingCorrection.AnnulmentGround;
import renda.legislation.examination.FilingCorrection.How;
import renda.legislation.examination.FilingCorrection.Outcome;
import renda.legislation.examination.FilingCorrection.Response;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.examination.FilingReview;
import renda.legislation.normative.FilingDocument.Scope;
import renda.legislation.normative.FilingEntry;

/**
 * What is sent with each step. What the law asks for by an article is not asked for here:
 * the step refuses it with that article.
 */
public sealed interface FilingAction {

	/**
	 * An order to file by a day.
	 */
	record FilingDemand(@NotNull LocalDate by, @NotBlank @Size(max = 2000) String words) implements FilingAction {
	}

	/**
	 * A circular criticism.
	 *
	 * @param decision by which decision of the standing committee
	 */
	record FilingCriticism(@NotBlank @Size(max = 300) String decision,
			@NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * What has to be supplemented.
	 */
	record FilingReturn(@NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 200) String> missing,
			@NotBlank @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * Reasons.
	 */
	record FilingReasons(@Nullable @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * Another organ that is competent.
	 */
	record FilingTransfer(@NotBlank @Size(max = 100) String to,
			@NotBlank @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * The office's own answers about the nature of the document.
	 */
	record FilingRegistration(@NotNull Scope scope) implements FilingAction {
	}

	/**
	 * Begins the review, or has more committees take part.
	 */
	record FilingAssignment(@Nullable Set<@NotNull Mode> modes,
			@NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = FilingEntry.CODE) String> committees)
			implements
				FilingAction {

		Set<FilingReview.Mode> modesOr(FilingReview.Mode one) {
			return (this.modes == null || this.modes.isEmpty()) ? Set.of(one) : Set.copyOf(this.modes);
		}

	}

	/**
	 * That a review request is answered by this review; told by the request.
	 */
	record FilingRequested(@NotNull UUID request, @NotBlank String code, boolean demanded) implements FilingAction {
	}

	/**
	 * A committee's opinion.
	 */
	record FilingOpinion(@Nullable Set<@NotNull Ground> grounds,
			@NotBlank @Size(max = 20_000) String words) implements FilingAction {
	}

	/**
	 * More time.
	 *
	 * @param approvedBy the head of the review body who approved it
	 */
	record FilingExtending(@Nullable @Size(max = 2000) String reason,
			@Nullable @Size(max = 60) String approvedBy) implements FilingAction {
	}

	/**
	 * The answer to one question of the law.
	 */
	record FilingGround(@NotNull Ground ground, @NotNull Boolean found,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> provisions,
			@Nullable @Size(max = 5000) String reason) implements FilingAction {
	}

	/**
	 * The answer for one lock.
	 *
	 * @param lawful whether the words stay within the maker's powers
	 */
	record FilingUnlocking(@NotNull @Positive Integer number, @NotNull Boolean lawful,
			@Nullable @Size(max = 2000) String reason) implements FilingAction {
	}

	/**
	 * What the maker is to explain by a day.
	 */
	record FilingInquiry(@NotBlank @Size(max = 5000) String questions, @NotNull LocalDate by) implements FilingAction {
	}

	/**
	 * Words.
	 */
	record FilingWords(@NotBlank @Size(max = 20_000) String words) implements FilingAction {
	}

	/**
	 * A doubt about the constitution, sent upward.
	 */
	record FilingDoubt(@NotBlank @Size(max = 5000) String words,
			@NotBlank @Size(max = 100) String sentTo) implements FilingAction {
	}

	/**
	 * The end of a review without a fault.
	 *
	 * @param conclusion in words, for everyone to read
	 * @param withoutOpinions why it does not wait for a committee
	 */
	record FilingConclusion(@NotBlank @Size(max = 5000) String conclusion,
			@Nullable @Size(max = 2000) String withoutOpinions) implements FilingAction {
	}

	/**
	 * A written plan.
	 */
	record FilingPlan(@Nullable @Size(max = 20_000) String words, @NotNull LocalDate by) implements FilingAction {
	}

	/**
	 * A written review opinion.
	 *
	 * @param withoutOpinions why it does not wait for a committee
	 */
	record FilingWrittenOpinion(@NotBlank @Size(max = 20_000) String words,
			@Nullable @Size(max = 2000) String withoutOpinions) implements FilingAction {
	}

	/**
	 * The maker's answer.
	 *
	 * @param by the day by which it is put right; needed unless it is refused
	 */
	record FilingAnswer(@NotNull Response how, @NotBlank @Size(max = 20_000) String words,
			@Nullable LocalDate by) implements FilingAction {
	}

	/**
	 * A report to the chairpersons' meeting.
	 */
	record FilingCouncilReport(@NotBlank @Size(max = 20_000) String words,
			@NotBlank @Size(max = 5000) String proposal) implements FilingAction {
	}

	/**
	 * The chairpersons' meeting's decision.
	 */
	record FilingDecision(@NotNull Outcome outcome, @NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * How the maker has put it right.
	 *
	 * @param doneOn the day of the amendment or repeal
	 * @param number the number of the document by which it was done
	 */
	record FilingCorrecting(@NotNull How how, @NotNull LocalDate doneOn, @NotBlank @Size(max = 100) String number,
			@NotBlank @Size(max = 5000) String words) implements FilingAction {
	}

	/**
	 * A motion to annul.
	 *
	 * @param provisions the provisions to be annulled; none: the whole document
	 * @param own whether the maker is the city's own government; filled in by the service
	 */
	record FilingMotion(@NotNull AnnulmentGround ground,
			@Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> provisions,
			@NotBlank @Size(max = 20_000) String words,
			@Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable Boolean own)
			implements
				FilingAction {
	}

	/**
	 * Whether the head of the maker attended.
	 */
	record FilingAttendance(@NotBlank @Size(max = 60) String name, @NotNull Boolean attended,
			@Nullable @Size(max = 500) String reason) implements FilingAction {
	}

	/**
	 * How the session voted; told by the ballot.
	 */
	record FilingVoted(@NotNull UUID ballot, @NotNull UUID meeting, @NotBlank String meetingName, boolean passed,
			int members, int votesFor, @NotBlank String explanation) implements FilingAction {
	}

	/**
	 * Where a decision was published.
	 */
	record FilingPublication(@NotBlank @Size(max = 300) String where) implements FilingAction {
	}

	/**
	 * The filing of the new text; told by that filing.
	 */
	record FilingRefiled(@NotNull UUID filing) implements FilingAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record FilingPlain() implements FilingAction {
	}

}
