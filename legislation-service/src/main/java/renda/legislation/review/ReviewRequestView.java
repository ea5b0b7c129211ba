package renda.legislation.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review request as one reader sees it.
 *
 * @param requester who asks; for the office and for whoever asked
 * @param missing what it lacks
 * @param filing the filing whose review answers it
 * @param outcome how that review ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewRequestView(UUID id, String code, ReviewRequest.State state, LocalDate stateSince, ReviewRequest.Kind kind,
		@Nullable Asker requester, ReviewRequest.Asked asked, List<String> missing,
		List<ReviewRequest.Renewal> renewals, @Nullable List<ReviewRequest.Telling> tellings,
		ReviewRequest.@Nullable Refused refusal, ReviewRequest.@Nullable Passed transfer, @Nullable UUID filing,
		ReviewRequest.@Nullable Outcome outcome, @Nullable List<ReviewRequest.Reply> replies, boolean sample,
		long version) {

	static ReviewRequestView of(ReviewRequest request, boolean inIt) {
		ReviewRequest.Requester who = request.requester();
		return new ReviewRequestView(request.id(), request.code(), request.state(), request.stateSince(),
				request.kind(), inIt ? new Asker(who.name(), who.contact(), who.organ()) : null, request.asked(),
				request.missing(), request.renewals(), inIt ? request.tellings() : null, request.refusal(),
				request.transfer(), request.filing(), request.outcome(), inIt ? request.replies() : null,
				request.sample(), request.version());
	}

	/**
	 * Who asks, without the account.
	 */
	@Schema(name = "ReviewAsker")
	record Asker(String name, String contact, String organ) {
	}

}
