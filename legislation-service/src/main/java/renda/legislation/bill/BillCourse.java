package renda.legislation.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Decided;
import renda.legislation.member.Body;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Text;

import static renda.platform.workflow.Lists.plus;

/**
 * How a bill was dealt with up to the vote.
 *
 * @param referral to which committee it was sent first, and what that reported
 * @param listing how it came on the agenda
 * @param readings the readings, in order
 * @param consultation how the public was asked
 * @param reviews the reports of the unified review, in order
 * @param voteDraft the draft that is put to the vote
 * @param clause the clause that is voted upon separately
 * @param withdrawal that the proposer asks to have it back
 * @param decisions what the chairpersons' meeting or a plenary decided on the way
 * @param votes the outcomes of ballots, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillCourse(@Nullable BillReferral referral, @Nullable BillListing listing, List<BillReading> readings,
		@Nullable BillConsultation consultation, List<BillReview> reviews, @Nullable BillVoteDraft voteDraft,
		@Nullable BillClause clause, @Nullable BillWithdrawal withdrawal, List<BillDecision> decisions,
		List<BillVote> votes) {

	public static final BillCourse NONE = new BillCourse(null, null, List.of(), null, List.of(), null, null, null,
			List.of(), List.of());

	public BillCourse {
		readings = List.copyOf(readings);
		reviews = List.copyOf(reviews);
		decisions = List.copyOf(decisions);
		votes = List.copyOf(votes);
	}

	public BillCourse with(BillReferral given) {
		return new BillCourse(given, this.listing, this.readings, this.consultation, this.reviews, this.voteDraft,
				this.clause, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillListing given) {
		return new BillCourse(this.referral, given, this.readings, this.consultation, this.reviews, this.voteDraft,
				this.clause, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillReading held) {
		return new BillCourse(this.referral, this.listing, plus(this.readings, held), this.consultation, this.reviews,
				this.voteDraft, this.clause, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillConsultation held) {
		return new BillCourse(this.referral, this.listing, this.readings, held, this.reviews, this.voteDraft,
				this.clause, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillReview report) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, plus(this.reviews, report),
				this.voteDraft, this.clause, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillVoteDraft proposed) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, this.reviews, proposed,
				null, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse with(BillClause named) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, this.reviews,
				this.voteDraft, named, this.withdrawal, this.decisions, this.votes);
	}

	public BillCourse withdrawing(@Nullable BillWithdrawal asked) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, this.reviews,
				this.voteDraft, this.clause, asked, this.decisions, this.votes);
	}

	public BillCourse with(BillDecision decision) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, this.reviews,
				this.voteDraft, this.clause, this.withdrawal, plus(this.decisions, decision), this.votes);
	}

	public BillCourse with(BillVote vote) {
		return new BillCourse(this.referral, this.listing, this.readings, this.consultation, this.reviews,
				this.voteDraft, this.clause, this.withdrawal, this.decisions, plus(this.votes, vote));
	}

	/**
	 * How many readings it gets: two unless told.
	 */
	public ReadingType type() {
		return (this.listing != null) ? this.listing.type() : ReadingType.TWO;
	}

	/**
	 * How many it has had; that by the congress, which authorised the standing committee
	 * to go on, counts.
	 */
	public int held() {
		return this.readings.size() + (decision("authorise").isPresent() ? 1 : 0);
	}

	/**
	 * The last decision taken by a step.
	 */
	public Optional<BillDecision> decision(String step) {
		return this.decisions.stream().filter((one) -> one.step().equals(step)).reduce((one, other) -> other);
	}

	/**
	 * Whether it was sent to the congress.
	 */
	boolean wentToCongress() {
		return decision("to-congress").isPresent();
	}

	/**
	 * The vote that decided on the whole.
	 */
	public Optional<BillVote> decisiveVote() {
		return this.votes.stream().filter(BillVote::onTheWhole).reduce((one, other) -> other);
	}

	/**
	 * The unified review's report since the last reading or setback; empty while it is
	 * still owed.
	 */
	public Optional<BillReview> pendingReview() {
		return this.reviews.isEmpty() ? Optional.empty()
				: Optional.of(this.reviews.getLast()).filter((report) -> report.round() == this.round());
	}

	/**
	 * How often the bill has come to the unified review: once for each reading before it,
	 * and once more after each setback.
	 */
	public int round() {
		long setbacks = this.decisions.stream().filter((one) -> SETBACKS.contains(one.step())).count();
		return this.readings.size() + Math.toIntExact(setbacks);
	}

	private static final Set<String> SETBACKS = Set.of("resume", "authorise", "revise-refused");

	/**
	 * The preliminary review.
	 *
	 * @param committee the committee or working body
	 * @param report what it reported; empty before
	 * @param meeting the committee's plenary meeting that reviewed it
	 * @param disagreement what bodies disagree on, as reported to the chairpersons'
	 * meeting; empty for none
	 * @param checks the six questions answered
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillReferral(LocalDate on, String committee, String report, String meeting, String disagreement,
			Set<ReviewQuestion> checks, @Nullable LocalDate reportedOn) {

		public static BillReferral to(LocalDate on, String committee) {
			return new BillReferral(on, committee, "", "", "", Set.of(), null);
		}

	}

	/**
	 * How it came on the agenda.
	 *
	 * @param type how many readings it gets
	 * @param reason why it gets one or three
	 */
	public record BillListing(LocalDate on, ReadingType type, String reason) {
	}

	/**
	 * A reading.
	 *
	 * @param number 1, 2, 3
	 * @param meeting the meeting; missing for one that was held before there were any
	 * here
	 * @param presentedBy who presented it: the proposer's representative, then the
	 * Legislative Committee's
	 * @param papersSentOn the day its papers went to the members
	 * @param papersLate why they came late; empty where they did not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillReading(int number, LocalDate on, @Nullable UUID meeting, String meetingName, String presentedBy,
			@Nullable LocalDate papersSentOn, String papersLate, String opinions) {
	}

	/**
	 * How the public was asked, or why it was not.
	 *
	 * @param draft the draft that was published
	 * @param notice what was announced with it
	 * @param decision the decision on a shorter time; empty for none
	 * @param notPublished the decision not to publish; empty where it was
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillConsultation(LocalDate on, @Nullable LocalDate from, @Nullable LocalDate until,
			@Nullable UUID draft, String notice, String decision, String notPublished) {
	}

	/**
	 * A report of the unified review.
	 *
	 * @param round which round of review it belongs to
	 * @param dissent important differing opinions, each in words
	 * @param noDissent the declaration that there were none
	 * @param feedback how those whose key opinions were not taken up were told
	 * @param disagreement what bodies disagree on, as reported to the chairpersons'
	 * meeting; empty for none
	 * @param assessment the assessment before adoption; empty where none was made
	 */
	public record BillReview(int round, LocalDate on, UUID draft, String report, List<String> dissent, String feedback,
			String disagreement, String assessment) {
	}

	/**
	 * The draft that is put to the vote.
	 *
	 * @param report the report on the result of the review
	 */
	public record BillVoteDraft(LocalDate on, UUID draft, String report) {
	}

	/**
	 * A clause that is voted upon separately.
	 *
	 * @param article the article's id in the vote draft: {@code art_10}
	 * @param decided whether it was passed; missing before the vote
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillClause(LocalDate on, String article, String question, @Nullable Boolean decided) {
	}

	/**
	 * That the proposer asks to have it back.
	 */
	public record BillWithdrawal(LocalDate on, String reason) {
	}

	/**
	 * A decision on the way.
	 *
	 * @param step the step it is
	 * @param reason why
	 * @param document the document or meeting of the decision; empty where none is named
	 * @param reportedOn the day it was reported to the standing committee
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillDecision(String step, LocalDate on, String reason, String document,
			@Nullable LocalDate reportedOn) {
	}

	/**
	 * The outcome of a ballot on it.
	 *
	 * @param ballot the ballot; missing, as the meeting, for one that was held before
	 * there were any here
	 * @param onTheWhole whether it was on the bill and not on one clause
	 * @param needed the fewest votes that pass it
	 * @param explanation the computation
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record BillVote(LocalDate on, @Nullable UUID ballot, @Nullable UUID meeting, String meetingName, Body body,
			boolean onTheWhole, String question, boolean passed, int members, int present, int votesFor, int against,
			int abstained, int notPressed, int needed, Text explanation) {

		public static BillVote of(Decided decided, boolean whole) {
			return of(decided.on(), decided.ballot(), decided.meeting(), decided.meetingName(), decided.body(), whole,
					decided.question(), decided.outcome());
		}

		/**
		 * A vote of the past on the whole.
		 */
		public static BillVote past(LocalDate on, String meetingName, Body body, Outcome outcome) {
			return of(on, null, null, meetingName, body, true, "", outcome);
		}

		private static BillVote of(LocalDate on, @Nullable UUID ballot, @Nullable UUID meeting, String meetingName,
				Body body, boolean whole, String question, Outcome outcome) {
			Tally tally = outcome.tally();
			return new BillVote(on, ballot, meeting, meetingName, body, whole, question, outcome.passed(),
					outcome.members(), outcome.present(), tally.votesFor(), tally.against(), tally.abstained(),
					tally.notPressed(), outcome.needed(), outcome.explanation());
		}

	}

	/**
	 * The six questions of every review (郑州市地方立法条例 第五十条).
	 */
	public enum ReviewQuestion {

		/** 是否与上位法相抵触. */
		CONFLICT,
		/** 是否与其他法规协调. */
		CONSISTENCY,
		/** 是否符合本市实际需要. */
		LOCAL_NEED,
		/** 权利义务、权力责任是否平衡. */
		BALANCE,
		/** 是否可行. */
		FEASIBILITY,
		/** 立法技术. */
		DRAFTING

	}

	/**
	 * How many readings a bill gets; how many that are, the rule book says.
	 */
	public enum ReadingType {

		/** 一审. */
		ONE("legis.readings.min"),
		/** 两审. */
		TWO("legis.readings.default"),
		/** 三审. */
		THREE("legis.readings.max");

		private final String parameter;

		ReadingType(String parameter) {
			this.parameter = parameter;
		}

		public String parameter() {
			return this.parameter;
		}

	}

}
