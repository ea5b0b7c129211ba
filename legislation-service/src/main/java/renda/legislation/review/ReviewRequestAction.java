package renda.legislation.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import renda.legislation.review.ReviewRequest.Ground;
import renda.legislation.review.ReviewRequest.Kind;
import renda.platform.web.Given;

/**
 * What is sent with each step. What a request lacks is not refused: the requester is
 * told.
 */
sealed interface ReviewRequestAction {

	/**
	 * A request.
	 *
	 * @param document the title of the normative document
	 * @param matter which of its provisions or points
	 * @param reason why they are wrong
	 * @param contact a telephone number or an address, for the answer
	 * @param organ the organ that demands it; the filing office names it for a letter,
	 * others act for theirs
	 * @param receivedOn the day a letter came; only the filing office says it
	 */
	record ReviewAsking(@NotNull Kind kind, @Nullable @Size(max = 300) String document,
			@Nullable @Size(max = 100) String number, @Nullable @Size(max = 100) String maker,
			@Nullable @Size(max = 5000) String matter, @Nullable @Size(max = 20_000) String reason,
			@Nullable @Size(max = 100) String name, @Nullable @Size(max = 300) String contact,
			@Nullable @Size(max = 100) String organ, @Nullable LocalDate receivedOn) implements ReviewRequestAction {

		ReviewRequest.Asked asked() {
			return new ReviewRequest.Asked(Given.orEmpty(this.document), Given.orEmpty(this.number),
					Given.orEmpty(this.maker), Given.orEmpty(this.matter), Given.orEmpty(this.reason));
		}

	}

	/**
	 * What is missing.
	 */
	record ReviewMissing(
			@NotEmpty @Size(
					max = 10) List<@NotNull @Pattern(regexp = "document|matter|reason|name|contact") String> missing,
			@NotBlank @Size(max = 100) String how,
			@Nullable @Size(max = 2000) String words) implements ReviewRequestAction {
	}

	/**
	 * What was missing.
	 */
	record ReviewCompletion(@Nullable @Size(max = 300) String document, @Nullable @Size(max = 100) String number,
			@Nullable @Size(max = 100) String maker, @Nullable @Size(max = 5000) String matter,
			@Nullable @Size(max = 20_000) String reason, @Nullable @Size(max = 100) String name,
			@Nullable @Size(max = 300) String contact) implements ReviewRequestAction {

		/**
		 * The request with what is said now; what is not said stays.
		 */
		ReviewRequest added(ReviewRequest request) {
			ReviewRequest.Asked old = request.asked();
			ReviewRequest.Asked asked = new ReviewRequest.Asked(or(this.document, old.document()),
					or(this.number, old.number()), or(this.maker, old.maker()), or(this.matter, old.matter()),
					or(this.reason, old.reason()));
			return request.asking(asked, or(this.name, request.requester().name()),
					or(this.contact, request.requester().contact()));
		}

		private static String or(@Nullable String said, String known) {
			return Given.orEmpty(said).isEmpty() ? known : Given.orEmpty(said);
		}

	}

	/**
	 * Another organ that is competent.
	 */
	record ReviewPassing(@NotBlank @Size(max = 100) String to,
			@NotBlank @Size(max = 2000) String reason) implements ReviewRequestAction {
	}

	/**
	 * That no review is begun.
	 */
	record ReviewDeclining(@NotNull Ground ground,
			@Nullable @Size(max = 2000) String reason) implements ReviewRequestAction {
	}

	/**
	 * How the requester was told.
	 */
	record ReviewTold(@NotBlank @Size(max = 100) String how,
			@NotBlank @Size(max = 5000) String words) implements ReviewRequestAction {
	}

	/**
	 * Begins the review.
	 *
	 * @param filing the filing of the document
	 * @param approvedBy who agreed to it, where that is asked for
	 */
	record ReviewStarting(@NotNull UUID filing,
			@Nullable @Size(max = 60) String approvedBy) implements ReviewRequestAction {
	}

	/**
	 * How the review ended; told by the filing.
	 */
	record ReviewEnded(@NotBlank String result, @NotNull String conclusion) implements ReviewRequestAction {
	}

	/**
	 * The answer.
	 */
	record ReviewReplying(@NotBlank @Size(max = 20_000) String words) implements ReviewRequestAction {
	}

	/**
	 * New reasons.
	 */
	record ReviewRenewing(@Nullable @Size(max = 20_000) String reason) implements ReviewRequestAction {
	}

	/**
	 * A step that says nothing more.
	 */
	record ReviewPlain() implements ReviewRequestAction {
	}

}
