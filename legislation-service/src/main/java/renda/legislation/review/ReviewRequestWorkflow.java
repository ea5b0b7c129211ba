package renda.legislation.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

import renda.legislation.review.ReviewRequest.Kind;
import renda.legislation.review.ReviewRequest.Party;
import renda.legislation.review.ReviewRequest.State;
import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

import static renda.legislation.review.ReviewRequest.Party.OFFICE;
import static renda.legislation.review.ReviewRequest.Party.REQUESTER;
import static renda.legislation.review.ReviewRequest.State.INCOMPLETE;
import static renda.legislation.review.ReviewRequest.State.IN_REVIEW;
import static renda.legislation.review.ReviewRequest.State.NOT_STARTED;
import static renda.legislation.review.ReviewRequest.State.RECEIVED;
import static renda.legislation.review.ReviewRequest.State.REGISTERED;
import static renda.legislation.review.ReviewRequest.State.REOPENED;
import static renda.legislation.review.ReviewRequest.State.REPLIED;
import static renda.legislation.review.ReviewRequest.State.TRANSFERRED;

/**
 * The law's table of a review request. The review itself is that of the document's
 * filing.
 */
final class ReviewRequestWorkflow {

	static final DeadlineRule INCOMPLETE_NOTICE = DeadlineRule.of("incomplete-notice",
			Text.of("告知补充完整", "Tell what is missing"), "REV-05", "rev.incompleteNoticeWd");

	static final DeadlineRule PASSING_ON = DeadlineRule.of("passing-on",
			Text.of("登记或者移送", "Register it, or pass it on"), "FIL-23", "fil.transferDays");

	static final DeadlineRule NOTICE = DeadlineRule.of("notice", Text.of("告知提出人", "Tell the requester"), "REV-07",
			"rev.noStartNoticeDays");

	static final DeadlineRule REPLY = DeadlineRule.of("reply", Text.of("反馈审查结果", "Answer the requester"), "REV-10",
			"rev.feedbackDays");

	private static final Set<Role> STATE_ORGANS = Set.of(Role.ORGAN, Role.COUNTY_COMMITTEE, Role.AUDIT_OFFICE);

	/** The declaration. */
	static final Workflow<ReviewRequest, State, Party> DECLARED = declared();

	private ReviewRequestWorkflow() {
	}

	private static Workflow<ReviewRequest, State, Party> declared() {
		Workflow.Builder<ReviewRequest, State, Party> workflow = Workflow
			.of("review-request", ReviewRequest.class, State.class, Party.class, Text.of("审查要求、审查建议", "review request"))
			.secret();
		receiving(workflow);
		deciding(workflow);
		answering(workflow);
		return workflow.build();
	}

	private static void receiving(Workflow.Builder<ReviewRequest, State, Party> workflow) {
		workflow.opening("ask", ReviewRequestAction.ReviewAsking.class, Text.of("提出", "Ask for a review"))
			.to(RECEIVED)
			.by(REQUESTER, OFFICE)
			.rules("REV-01", "REV-02", "REV-03")
			.guard("REV-01",
					Text.of("审查要求由国家机关提出；其他机关、组织和公民可以提出审查建议。",
							"State organs demand a review; everybody else may suggest one."),
					(c, in, m) -> in.kind() == Kind.SUGGESTION || isStateOrgan(in, m),
					(c, in, m) -> Map.of("kind", in.kind().name(), "organ", m.caller().organ()))
			.starts(INCOMPLETE_NOTICE, (c, in, m) -> c.missing().isEmpty() ? List.of() : office())
			.starts(PASSING_ON, (c, in, m) -> office())
			.event("review-request.received")
			.end();
		workflow
			.step("tell-incomplete", ReviewRequestAction.ReviewMissing.class, Text.of("告知补充完整", "Tell what is missing"))
			.from(RECEIVED)
			.to(INCOMPLETE)
			.by(OFFICE)
			.rules("REV-05", "REV-03")
			.guard("REV-05", Text.of("没有缺少的内容。", "Nothing is missing."), (c, in, m) -> !c.missing().isEmpty(),
					(c, in, m) -> Map.of("missing", c.missing()))
			.apply((c, in, m) -> c
				.told(new ReviewRequest.Telling(m.on(), in.how(), Given.orEmpty(in.words()), in.missing())))
			.ends(INCOMPLETE_NOTICE)
			.cancels(PASSING_ON)
			.backdated()
			.event("review-request.incomplete")
			.end();
		workflow.step("complete", ReviewRequestAction.ReviewCompletion.class, Text.of("补充", "Complete it"))
			.from(INCOMPLETE)
			.to(RECEIVED)
			.by(REQUESTER, OFFICE)
			.rules("REV-03", "REV-05")
			.apply((c, in, m) -> in.added(c))
			.starts(INCOMPLETE_NOTICE, (c, in, m) -> c.missing().isEmpty() ? List.of() : office())
			.starts(PASSING_ON, (c, in, m) -> office())
			.awaited()
			.event("review-request.completed")
			.end();
	}

	private static void deciding(Workflow.Builder<ReviewRequest, State, Party> workflow) {
		workflow.step("register", ReviewRequestAction.ReviewPlain.class, Text.of("登记", "Register it"))
			.from(RECEIVED, REOPENED)
			.to(REGISTERED)
			.by(OFFICE)
			.rules("REV-03", "REV-05")
			.guard("REV-03", Text.of("须写明规范性文件名称、审查的事项和理由。", "It names the document, the point and the reason."),
					(c, in, m) -> c.missing().stream().noneMatch(Set.of("document", "matter", "reason")::contains),
					(c, in, m) -> Map.of("missing", c.missing()))
			.guard("REV-05", Text.of("须有提出人的姓名（名称）和联系方式。", "It gives the requester's name and how to reach them."),
					(c, in, m) -> c.missing().isEmpty(), (c, in, m) -> Map.of("missing", c.missing()))
			.cancels(PASSING_ON)
			.cancels(INCOMPLETE_NOTICE)
			.awaited()
			.backdated()
			.event("review-request.registered")
			.end();
		workflow
			.step("transfer", ReviewRequestAction.ReviewPassing.class,
					Text.of("移送有权机关", "Pass it on to the competent organ"))
			.from(RECEIVED, REOPENED)
			.to(TRANSFERRED)
			.by(OFFICE)
			.rules("FIL-22", "FIL-23")
			.apply((c, in, m) -> c.transferred(new ReviewRequest.Passed(m.on(), in.to(), in.reason())))
			.ends(PASSING_ON)
			.cancels(INCOMPLETE_NOTICE)
			.starts(NOTICE, (c, in, m) -> office())
			.backdated()
			.event("review-request.transferred")
			.end();
		workflow.step("not-start", ReviewRequestAction.ReviewDeclining.class, Text.of("不启动审查", "Begin no review"))
			.from(REGISTERED)
			.to(NOT_STARTED)
			.by(OFFICE)
			.rules("REV-06", "REV-07")
			.guard("REV-06", Text.of("国家机关的审查要求应当启动审查。", "What a state organ demands is reviewed."),
					(c, in, m) -> c.kind() == Kind.SUGGESTION, (c, in, m) -> Map.of("kind", c.kind().name()))
			.guard("REV-07", Text.of("不启动审查须说明理由。", "The requester is told the reasons."),
					(c, in, m) -> !Given.orEmpty(in.reason()).isEmpty(),
					(c, in, m) -> Map.of("ground", in.ground().name(), "reason", ""))
			.apply((c, in, m) -> c
				.notStarted(new ReviewRequest.Refused(m.on(), in.ground(), Given.orEmpty(in.reason()))))
			.starts(NOTICE, (c, in, m) -> office())
			.backdated()
			.event("review-request.not-started")
			.end();
		workflow.step("tell", ReviewRequestAction.ReviewTold.class, Text.of("告知提出人", "Tell the requester"))
			.from(NOT_STARTED, TRANSFERRED)
			.by(OFFICE)
			.rules("REV-07")
			.apply((c, in, m) -> c.told(new ReviewRequest.Telling(m.on(), in.how(), in.words(), List.of())))
			.ends(NOTICE)
			.awaited()
			.backdated()
			.event("review-request.requester-told")
			.end();
		workflow.step("start", ReviewRequestAction.ReviewStarting.class, Text.of("启动审查", "Begin the review"))
			.from(REGISTERED)
			.to(IN_REVIEW)
			.by(OFFICE)
			.rules("REV-01", "REV-02", "REV-09", "REV-11")
			.apply((c, in, m) -> c.started(in.filing()))
			.awaited()
			.event("review-request.started")
			.end();
	}

	private static void answering(Workflow.Builder<ReviewRequest, State, Party> workflow) {
		workflow.step("review-ended", ReviewRequestAction.ReviewEnded.class, Text.of("审查已结束", "The review has ended"))
			.from(IN_REVIEW)
			.by(OFFICE)
			.rules("REV-04", "REV-10")
			.apply((c, in, m) -> c.reviewed(new ReviewRequest.Outcome(m.on(), in.result(), in.conclusion())))
			.starts(REPLY, (c, in, m) -> office())
			.automatic()
			.event("review-request.reviewed")
			.end();
		workflow.step("reply", ReviewRequestAction.ReviewReplying.class, Text.of("反馈审查情况和处理结果", "Answer the requester"))
			.from(IN_REVIEW)
			.to(REPLIED)
			.by(OFFICE)
			.rules("REV-04", "REV-10")
			.guard("REV-04", Text.of("审查尚未结束。", "The review has not ended."), (c, in, m) -> c.outcome() != null,
					(c, in, m) -> Map.of("filing", String.valueOf(c.filing())))
			.apply((c, in, m) -> c.replied(new ReviewRequest.Reply(m.on(), in.words())))
			.ends(REPLY)
			.awaited()
			.backdated()
			.event("review-request.replied")
			.end();
		workflow
			.step("reopen", ReviewRequestAction.ReviewRenewing.class,
					Text.of("补充新的理由再次提出", "Ask again with new reasons"))
			.from(NOT_STARTED, REPLIED)
			.to(REOPENED)
			.by(REQUESTER)
			.rules("REV-08")
			.guard("REV-08", Text.of("再次提出须有新的理由。", "It is asked again with reasons that are new."),
					(c, in, m) -> isNew(c, in), (c, in, m) -> Map.of("reasons", 1 + c.renewals().size()))
			.apply((c, in, m) -> c.renewed(new ReviewRequest.Renewal(m.on(), Given.orEmpty(in.reason()))))
			.cancels(NOTICE)
			.starts(PASSING_ON, (c, in, m) -> office())
			.event("review-request.reopened")
			.end();
	}

	/**
	 * Organs act by their tokens; what one sent on paper the office enters in its name.
	 */
	private static boolean isStateOrgan(ReviewRequestAction.ReviewAsking asking, Moment<Party> moment) {
		Caller caller = moment.caller();
		return moment.actors().contains(OFFICE) ? !Given.orEmpty(asking.organ()).isEmpty()
				: !caller.organ().isEmpty() && caller.roles().stream().anyMatch(STATE_ORGANS::contains);
	}

	private static boolean isNew(ReviewRequest request, ReviewRequestAction.ReviewRenewing renewing) {
		String reason = Given.orEmpty(renewing.reason());
		return !reason.isEmpty() && !reason.equals(request.asked().reason())
				&& request.renewals().stream().noneMatch((before) -> before.reason().equals(reason));
	}

	private static List<Holder> office() {
		return List.of(Holder.role(Role.FILING_OFFICE));
	}

}
