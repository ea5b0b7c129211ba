package renda.legislation.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

import static renda.platform.workflow.Lists.plus;

/**
 * A request that a normative document be reviewed. It is kept encrypted as a whole.
 *
 * @param kind whether a state organ demands it, or somebody suggests it
 * @param requester who asks
 * @param keyDigest the digest of the receipt's key, by which whoever has no account is
 * known
 * @param receivedOn the day it came
 * @param asked what is asked
 * @param renewals the new reasons with which it was asked again
 * @param tellings what the requester was told, and how
 * @param refusal why no review is begun
 * @param transfer which organ is competent
 * @param filing the document's filing whose review answers it
 * @param outcome how that review ended
 * @param replies the answers
 * @param sample whether the record is invented for the demonstration
 */
record ReviewRequest(UUID id, String code, State state, LocalDate stateSince, long version, Kind kind,
		Requester requester, String keyDigest, LocalDate receivedOn, Asked asked, List<Renewal> renewals,
		List<Telling> tellings, @Nullable Refused refusal, @Nullable Passed transfer, @Nullable UUID filing,
		@Nullable Outcome outcome, List<Reply> replies,
		boolean sample) implements Case<ReviewRequest.State, ReviewRequest> {

	ReviewRequest {
		renewals = List.copyOf(renewals);
		tellings = List.copyOf(tellings);
		replies = List.copyOf(replies);
	}

	static ReviewRequest received(UUID id, String code, LocalDate on, Kind kind, Requester requester, String keyDigest,
			Asked asked) {
		return new ReviewRequest(id, code, State.RECEIVED, on, 1, kind, requester, keyDigest, on, asked, List.of(),
				List.of(), null, null, null, null, List.of(), false);
	}

	@Override
	public ReviewRequest in(State next, LocalDate since, long number) {
		return new ReviewRequest(this.id, this.code, next, since, number, this.kind, this.requester, this.keyDigest,
				this.receivedOn, this.asked, this.renewals, this.tellings, this.refusal, this.transfer, this.filing,
				this.outcome, this.replies, this.sample);
	}

	/**
	 * What is missing, by the names of its members.
	 */
	List<String> missing() {
		List<String> missing = new ArrayList<>();
		add(missing, "document", this.asked.document());
		add(missing, "matter", this.asked.matter());
		add(missing, "reason", this.asked.reason());
		add(missing, "name", this.requester.name());
		add(missing, "contact", this.requester.contact());
		return List.copyOf(missing);
	}

	private static void add(List<String> missing, String name, String value) {
		if (value.isBlank()) {
			missing.add(name);
		}
	}

	ReviewRequest asking(Asked changed, String name, String contact) {
		Requester known = new Requester(name, contact, this.requester.organ(), this.requester.account());
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind, known,
				this.keyDigest, this.receivedOn, changed, this.renewals, this.tellings, this.refusal, this.transfer,
				this.filing, this.outcome, this.replies, this.sample);
	}

	ReviewRequest told(Telling telling) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals,
				plus(this.tellings, telling), this.refusal, this.transfer, this.filing, this.outcome, this.replies,
				this.sample);
	}

	ReviewRequest notStarted(Refused reasons) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals, this.tellings, reasons,
				this.transfer, this.filing, this.outcome, this.replies, this.sample);
	}

	ReviewRequest transferred(Passed to) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals, this.tellings, this.refusal,
				to, this.filing, this.outcome, this.replies, this.sample);
	}

	ReviewRequest started(UUID reviewed) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals, this.tellings, this.refusal,
				this.transfer, reviewed, null, this.replies, this.sample);
	}

	ReviewRequest reviewed(Outcome how) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals, this.tellings, this.refusal,
				this.transfer, this.filing, how, this.replies, this.sample);
	}

	ReviewRequest replied(Reply reply) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, this.renewals, this.tellings, this.refusal,
				this.transfer, this.filing, this.outcome, plus(this.replies, reply), this.sample);
	}

	/**
	 * Asked again: what was decided before stays readable in the timeline.
	 */
	ReviewRequest renewed(Renewal renewal) {
		return new ReviewRequest(this.id, this.code, this.state, this.stateSince, this.version, this.kind,
				this.requester, this.keyDigest, this.receivedOn, this.asked, plus(this.renewals, renewal),
				this.tellings, null, this.transfer, null, null, this.replies, this.sample);
	}

	/**
	 * Who asks.
	 *
	 * @param organ the code or name of the organ that demands it; empty for a suggestion
	 * @param account the subject of the token; the receipt where there was none, and for
	 * a letter
	 */
	@Schema(name = "ReviewRequester")
	record Requester(String name, String contact, String organ, String account) {
	}

	/**
	 * What is asked.
	 *
	 * @param document the document's title
	 * @param number its number, where known
	 * @param maker who made it, where known
	 * @param matter which provisions or points
	 * @param reason why they are wrong
	 */
	@Schema(name = "ReviewAsked")
	record Asked(String document, String number, String maker, String matter, String reason) {
	}

	/**
	 * New reasons.
	 */
	@Schema(name = "ReviewRenewal")
	record Renewal(LocalDate on, String reason) {
	}

	/**
	 * That the requester was told something.
	 *
	 * @param missing what was to be completed; empty where it was told something else
	 */
	@Schema(name = "ReviewTelling")
	record Telling(LocalDate on, String how, String words, List<String> missing) {

		Telling {
			missing = List.copyOf(missing);
		}

	}

	/**
	 * Why no review is begun.
	 */
	@Schema(name = "ReviewRefused")
	record Refused(LocalDate on, Ground ground, String reason) {
	}

	/**
	 * Which organ is competent.
	 */
	@Schema(name = "ReviewPassed")
	record Passed(LocalDate on, String to, String reason) {
	}

	/**
	 * How the review ended.
	 *
	 * @param result as filings name it
	 */
	@Schema(name = "ReviewOutcome")
	record Outcome(LocalDate on, String result, String conclusion) {
	}

	/**
	 * What the requester was answered.
	 */
	@Schema(name = "ReviewReply")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Reply(LocalDate on, String words) {
	}

	/**
	 * What it is.
	 */
	enum Kind {

		/** 审查要求. */
		DEMAND,
		/** 审查建议. */
		SUGGESTION

	}

	/**
	 * Why no review is begun on a suggestion (北京备案审查条例 第二十五条).
	 */
	enum Ground {

		/** 审查事项和理由不明确. */
		REASON_UNCLEAR,
		/** 已有审查结论. */
		DECIDED_BEFORE,
		/** 文件已修改或者废止. */
		TEXT_CHANGED,
		/** 制定机关已同意修改或者废止. */
		MAKER_AGREED,
		/** 其他不需要审查的情形. */
		OTHER

	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		RECEIVED(Text.of("已收到", "Received")), INCOMPLETE(Text.of("待补充", "Incomplete")),
		REGISTERED(Text.of("已登记", "Registered")), TRANSFERRED(Text.of("已移送", "Transferred")),
		NOT_STARTED(Text.of("未启动审查", "No review begun")), IN_REVIEW(Text.of("审查中", "In review")),
		REPLIED(Text.of("已反馈", "Answered")), REOPENED(Text.of("再次提出", "Asked again"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

	/**
	 * Who acts in a request.
	 */
	enum Party implements Actor {

		REQUESTER(Text.of("提出人", "the requester")), OFFICE(Text.of("备案审查工作机构", "the filing office"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
