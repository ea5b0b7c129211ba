package renda.legislation.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingReview;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingIntake;
import renda.legislation.normative.FilingReceipt;

/**
 * A filing as one reader sees it.
 *
 * @param state the state; for the public that of the registration until the review has
 * ended
 * @param intake how it came; the office's orders and returns are shown to the maker and
 * to reviewers
 * @param receipt the electronic receipt
 * @param review the review: its result for everyone, the maker's part for the maker, the
 * rest for reviewers
 * @param correction what was done about it: once the review has ended for everyone, its
 * course for the others
 * @param earlier how earlier reviews ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilingView(UUID id, String code, Filing.State state, LocalDate stateSince, FilingDocument document,
		@Nullable FilingIntake intake, LocalDate dueOn, @Nullable LocalDate filedOn, boolean late,
		@Nullable FilingReceipt receipt, @Nullable FilingReview review, @Nullable ReviewResult result,
		@Nullable FilingCorrection correction, List<ReviewResult> earlier, boolean sample, long version) {

	static FilingView of(Filing filing, FilingReader reader) {
		boolean open = reader == FilingReader.PUBLIC;
		FilingReview review = switch (reader) {
			case REVIEWER -> filing.review();
			case MAKER -> forMaker(filing.review());
			case PUBLIC -> null;
		};
		FilingCorrection correction = open ? forPublic(filing) : filing.correction();
		LocalDate since = (open && filing.publicState() != filing.state() && filing.intake().receipt() != null)
				? filing.intake().receipt().on() : filing.stateSince();
		return new FilingView(filing.id(), filing.code(), open ? filing.publicState() : filing.state(), since,
				filing.document(), open ? null : filing.intake(), filing.intake().dueOn(), filing.intake().filedOn(),
				filing.intake().isLate(), filing.intake().receipt(), review, ReviewResult.of(filing.review()),
				correction, filing.earlier().stream().map(ReviewResult::required).toList(), filing.sample(),
				filing.version());
	}

	/**
	 * What the maker is asked and told, and nothing of what reviewers think among
	 * themselves.
	 */
	private static FilingReview forMaker(FilingReview review) {
		return new FilingReview(Set.of(), review.begunOn(), List.of(), List.of(), List.of(), review.inquiries(),
				List.of(), review.extension(), null, List.of(), null, review.endedOn(), review.result(),
				review.conclusion());
	}

	/**
	 * How it was put right, and the decision to annul it; not what was written between
	 * the organs.
	 */
	private static @Nullable FilingCorrection forPublic(Filing filing) {
		if (!filing.isReviewed()) {
			return null;
		}
		FilingCorrection all = filing.correction();
		return FilingCorrection.NONE.with((shown) -> {
			shown.correction = all.correction();
			shown.motion = (all.vote() != null) ? all.motion() : null;
			shown.vote = all.vote();
			shown.publication = all.publication();
			shown.refiledAs = all.refiledAs();
		});
	}

	/**
	 * How a review ended.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingReviewResult")
	public record ReviewResult(Set<FilingReview.Mode> modes, @Nullable LocalDate begunOn, LocalDate endedOn,
			FilingReview.Result result, String conclusion) {

		static @Nullable ReviewResult of(FilingReview review) {
			LocalDate ended = review.endedOn();
			FilingReview.Result result = review.result();
			return (ended != null && result != null)
					? new ReviewResult(review.modes(), review.begunOn(), ended, result, review.conclusion()) : null;
		}

		private static ReviewResult required(FilingReview review) {
			return Objects.requireNonNull(of(review));
		}

	}

}
