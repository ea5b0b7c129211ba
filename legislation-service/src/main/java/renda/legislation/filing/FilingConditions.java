package renda.legislation.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingLock;
import renda.legislation.examination.FilingReview.CommitteeReview;
import renda.legislation.examination.FilingReview;
import renda.legislation.examination.FilingText;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.legislation.normative.FilingDocument;
import renda.legislation.normative.FilingDue;
import renda.platform.workflow.Moment;

/**
 * What the steps of a filing are decided on.
 */
final class FilingConditions {

	private FilingConditions() {
	}

	/**
	 * Where a review is while nothing else is waited for.
	 */
	static State reviewing(Filing filing) {
		return (filing.review().extension() != null) ? State.EXTENDED : State.IN_REVIEW;
	}

	static Map<String, Object> scope(FilingDocument.Scope scope) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("binding", scope.binding());
		facts.put("repeated", scope.repeated());
		facts.put("rights", scope.rights());
		facts.put("internal", scope.internal());
		return facts;
	}

	static boolean isOfTheOpinion(FilingReview review, String organ) {
		return review.committee(organ).map(CommitteeReview::opinion).isPresent();
	}

	/**
	 * A lock by its number.
	 */
	static Optional<FilingLock> lock(FilingReview review, int number) {
		return review.locks().stream().filter((lock) -> lock.number() == number).findFirst();
	}

	/**
	 * A written plan not kept, or no plan at all.
	 */
	static boolean planIsOver(Filing filing, LocalDate on) {
		FilingCorrection.Plan plan = filing.correction().plan();
		return filing.state() != State.SUSPENDED || plan == null || on.isAfter(plan.by());
	}

	/**
	 * Whether the maker refuses, by its words or by silence, or has not done what it
	 * said.
	 */
	static boolean refuses(Filing filing, Moment<Party> moment) {
		FilingCorrection correction = filing.correction();
		if (correction.answer() == null) {
			return moment.on().isAfter(FilingDue.last(FilingClocks.ANSWER, filing.stateSince(), moment.rules()).on());
		}
		LocalDate by = correction.answer().by();
		return !correction.accepted() || (by != null && moment.on().isAfter(by));
	}

	/**
	 * Whether the council's decision has not been carried out in its time.
	 */
	static boolean isNotExecuted(Filing filing, Moment<Party> moment) {
		FilingCorrection.CouncilDecision decision = filing.correction().decision();
		return decision != null && decision.outcome() != FilingCorrection.Outcome.MAINTAIN
				&& moment.on().isAfter(FilingDue.last(FilingClocks.EXECUTION, decision.on(), moment.rules()).on());
	}

	static boolean isBy(LocalDate by, LocalDate on) {
		return by.isAfter(on);
	}

	static List<String> fresh(FilingReview review, List<String> committees) {
		return committees.stream().distinct().filter((code) -> review.committee(code).isEmpty()).toList();
	}

	/**
	 * A review begun.
	 */
	static FilingReview begun(FilingReview before, FilingDocument document, Set<FilingReview.Mode> modes,
			List<String> committees, LocalDate on) {
		return before.with((review) -> {
			review.modes.addAll(modes);
			review.begunOn = on;
			review.locks = FilingText.locks(document);
			asked(review, before, committees, on);
		});
	}

	static void asked(FilingReview.Change review, FilingReview before, List<String> committees, LocalDate on) {
		fresh(before, committees).forEach((code) -> review.committees.add(new CommitteeReview(code, on, null)));
	}

}
