package renda.legislation.filing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.legislation.examination.FilingCorrection;
import renda.legislation.examination.FilingLock;
import renda.legislation.examination.FilingReview;
import renda.legislation.examination.FilingReview.Ground;
import renda.legislation.examination.FilingReview.Mode;
import renda.legislation.filing.Filing.Party;
import renda.legislation.filing.Filing.State;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.Workflow;

import static renda.legislation.filing.Filing.Party.COMMITTEE;
import static renda.legislation.filing.Filing.Party.MAKER;
import static renda.legislation.filing.Filing.Party.OFFICE;
import static renda.legislation.filing.Filing.State.CLOSED;
import static renda.legislation.filing.Filing.State.CONSULTING_ORGAN;
import static renda.legislation.filing.Filing.State.EXTENDED;
import static renda.legislation.filing.Filing.State.IN_REVIEW;
import static renda.legislation.filing.Filing.State.NO_PROBLEM;
import static renda.legislation.filing.Filing.State.REGISTERED;
import static renda.legislation.filing.Filing.State.SUSPENDED;

/**
 * The review: by the office and by committees at the same time, question by question.
 */
final class ReviewSteps {

	static final Text OPINIONS = Text.of("参加审查的委员会尚未提出意见；不等待的须说明原因（withoutOpinions）。",
			"A committee has not given its opinion; say in withoutOpinions why it is not waited for.");

	private ReviewSteps() {
	}

	static void declare(Workflow.Builder<Filing, State, Party> workflow) {
		assigning(workflow);
		committees(workflow);
		questions(workflow);
		maker(workflow);
		ending(workflow);
	}

	private static void assigning(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("begin-review", FilingAction.FilingAssignment.class, Text.of("启动审查并交委员会", "Begin the review"))
			.from(REGISTERED)
			.to(IN_REVIEW)
			.by(OFFICE)
			.rules("FIL-08", "FIL-09", "FIL-29")
			.apply((c, in, m) -> c.with(
					FilingConditions.begun(c.review(), c.document(), in.modesOr(Mode.ACTIVE), in.committees(), m.on())))
			.ends(FilingClocks.DISPATCH)
			.starts(FilingClocks.ACTIVE,
					(c, in, m) -> c.review().modes().contains(Mode.ACTIVE) ? FilingClocks.office() : List.of())
			.starts(FilingClocks.COMMITTEE,
					(c, in, m) -> FilingClocks.organs(in.committees().stream().distinct().toList()))
			.awaited()
			.backdated()
			.event("filing.review-begun")
			.end();
		workflow
			.step("widen", FilingAction.FilingAssignment.class,
					Text.of("增加委员会或者审查方式", "Ask more committees, or review it in another way too"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-09")
			.guard("FIL-09", Text.of("这些委员会已经参加审查。", "These committees review it already."),
					(c, in, m) -> in.committees().stream().allMatch((code) -> c.review().committee(code).isEmpty()),
					(c, in, m) -> Map.of("committees", in.committees()))
			.apply((c, in, m) -> c.with(c.review().with((review) -> {
				review.modes.addAll(Objects.requireNonNullElse(in.modes(), Set.of()));
				FilingConditions.asked(review, c.review(), in.committees(), m.on());
			})))
			.starts(FilingClocks.COMMITTEE,
					(c, in, m) -> FilingClocks.organs(in.committees().stream().distinct().toList()))
			.backdated()
			.event("filing.review-widened")
			.end();
		workflow
			.step("answer-request", FilingAction.FilingRequested.class,
					Text.of("因审查要求、建议启动审查", "Review it on a request"))
			.from(REGISTERED, IN_REVIEW, EXTENDED, CONSULTING_ORGAN, SUSPENDED, State.OPINION_SENT,
					State.ORGAN_ANSWERED, State.TO_CHAIRS, State.CHAIRS_DECIDED, State.ANNUL_MOTION, NO_PROBLEM, CLOSED)
			.toOneOf((c, in, m) -> requested(c), IN_REVIEW, EXTENDED, CONSULTING_ORGAN, SUSPENDED, State.OPINION_SENT,
					State.ORGAN_ANSWERED, State.TO_CHAIRS, State.CHAIRS_DECIDED, State.ANNUL_MOTION)
			.by(OFFICE)
			.rules("REV-01", "REV-02", "FIL-08")
			.guard("FIL-08",
					Text.of("该文件已经纠正、撤销或者决定，不再审查。",
							"The document was corrected, annulled or decided upon, and is not reviewed again."),
					(c, in, m) -> !c.isReviewed() || c.review().result() == FilingReview.Result.NO_PROBLEM,
					(c, in, m) -> Map.of("result", String.valueOf(c.review().result())))
			.apply((c, in, m) -> {
				FilingReview.Requested request = new FilingReview.Requested(in.request(), in.code(), in.demanded());
				if (c.state() == REGISTERED || c.isReviewed()) {
					FilingReview begun = FilingConditions
						.begun(FilingReview.NONE, c.document(), Set.of(Mode.ON_REQUEST), List.of(), m.on())
						.with((review) -> review.requests.add(request));
					return c.isReviewed() ? c.reviewedAgain(begun) : c.with(begun);
				}
				return c.with(c.review().with((review) -> {
					review.modes.add(Mode.ON_REQUEST);
					review.requests.add(request);
				}));
			})
			.cancels(FilingClocks.DISPATCH)
			.starts(FilingClocks.REVIEW,
					(c, in, m) -> (c.earlier().isEmpty() || c.review().requests().size() > 1) ? List.<Holder>of()
							: FilingClocks.office())
			.automatic()
			.event("filing.requested")
			.end();
	}

	/**
	 * A review that has not begun, or has ended, begins; one that is on goes on.
	 */
	private static State requested(Filing changed) {
		return (changed.state() == REGISTERED || changed.state() == NO_PROBLEM || changed.state() == CLOSED) ? IN_REVIEW
				: changed.state();
	}

	private static void committees(Workflow.Builder<Filing, State, Party> workflow) {
		workflow
			.step("give-opinion", FilingAction.FilingOpinion.class, Text.of("提出审查意见", "Give the committee's opinion"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(COMMITTEE)
			.rules("FIL-09", "FIL-10")
			.guard("FIL-09", Text.of("本委员会已提出意见。", "The committee has given its opinion."),
					(c, in, m) -> !FilingConditions.isOfTheOpinion(c.review(), m.caller().organ()),
					(c, in, m) -> Map.of("committee", m.caller().organ()))
			.apply((c, in,
					m) -> c.with(
							c.review()
								.with((review) -> review.committees
									.replaceAll((asked) -> asked.committee().equals(m.caller().organ())
											? new FilingReview.CommitteeReview(asked.committee(), asked.askedOn(),
													new FilingReview.Opinion(m.on(), grounds(in), in.words()))
											: asked))))
			.ends(FilingClocks.COMMITTEE, (c, in, m) -> own(m))
			.awaited()
			.event("filing.committee-opinion-given")
			.end();
		workflow
			.step("take-more-time", FilingAction.FilingExtending.class,
					Text.of("委员会延长审查", "Give the committee more time"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(COMMITTEE)
			.rules("FIL-09")
			.guard("FIL-09",
					Text.of("须说明理由，并经本委员会负责人批准（approvedBy）。",
							"It needs reasons, and the approval of the committee's head (approvedBy)."),
					(c, in, m) -> isApproved(in), (c, in, m) -> approval(in))
			.prolongs(FilingClocks.COMMITTEE, (c, in, m) -> own(m))
			.event("filing.committee-extended")
			.end();
		workflow.step("extend", FilingAction.FilingExtending.class, Text.of("延长审查期限", "Take more time for the review"))
			.from(IN_REVIEW)
			.to(EXTENDED)
			.by(OFFICE)
			.rules("FIL-08")
			.guard("FIL-08",
					Text.of("须说明特殊情况，并经审查机构负责人批准（approvedBy）。",
							"It needs special reasons, and the approval of the review body's head (approvedBy)."),
					(c, in, m) -> isApproved(in), (c, in, m) -> approval(in))
			.apply((c, in,
					m) -> c.with(c.review()
						.with((review) -> review.extension = new FilingReview.Extension(m.on(),
								Given.orEmpty(in.reason()), Given.orEmpty(in.approvedBy())))))
			.prolongs(FilingClocks.REVIEW, (c, in, m) -> FilingClocks.office())
			.event("filing.review-extended")
			.end();
	}

	private static void questions(Workflow.Builder<Filing, State, Party> workflow) {
		workflow
			.step("answer-ground", FilingAction.FilingGround.class,
					Text.of("逐项回答审查标准", "Answer one question of the law"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-10")
			.guard("FIL-10",
					Text.of("认为有问题的须写明条款（provisions）和理由。", "Where it is wrong, say which provisions, and why."),
					(c, in, m) -> !in.found()
							|| (!Given.orNone(in.provisions()).isEmpty() && !Given.orEmpty(in.reason()).isEmpty()),
					(c, in, m) -> Map.of("ground", in.ground().name()))
			.apply((c, in, m) -> c.with(c.review().with((review) -> {
				review.findings.removeIf((known) -> known.ground() == in.ground());
				review.findings.add(new FilingReview.Finding(in.ground(), in.found(), Given.orNone(in.provisions()),
						Given.orEmpty(in.reason()), m.on()));
				if (in.found()) {
					review.found(m.on());
				}
			})))
			.backdated()
			.event("filing.ground-answered")
			.end();
		workflow.step("answer-lock", FilingAction.FilingUnlocking.class, Text.of("核对敏感条款", "Answer for a lock"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE, COMMITTEE)
			.rules("FIL-10")
			.guard("FIL-10", Text.of("没有这一条待核对内容。", "There is no such lock."),
					(c, in, m) -> FilingConditions.lock(c.review(), in.number()).isPresent(),
					(c, in, m) -> Map.of("number", in.number(), "locks", c.review().locks().size()))
			.guard("FIL-10", Text.of("须写明核对理由。", "Say why."), (c, in, m) -> !Given.orEmpty(in.reason()).isEmpty(),
					(c, in, m) -> lockFacts(c, in.number()))
			.apply((c, in, m) -> c.with(c.review()
				.with((review) -> review.locks = review.locks.stream()
					.map((lock) -> (lock.number() == in.number()) ? lock.answered(new FilingLock.LockAnswer(in.lawful(),
							Given.orEmpty(in.reason()), m.caller().name(), m.on())) : lock)
					.toList())))
			.event("filing.lock-answered")
			.end();
		workflow
			.step("raise-doubt", FilingAction.FilingDoubt.class,
					Text.of("合宪性问题逐级上报", "Send a constitutional doubt upward"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-27")
			.guard("FIL-27", Text.of("合宪性问题已经上报，尚未答复。", "A doubt was sent and is not answered yet."),
					(c, in, m) -> !c.review().doubted(), (c, in, m) -> Map.of("doubted", true))
			.apply((c, in, m) -> c.with(c.review()
				.with((review) -> review.doubt = new FilingReview.Doubt(m.on(), in.words(), in.sentTo(), null, ""))))
			.backdated()
			.event("filing.doubt-raised")
			.end();
		workflow
			.step("settle-doubt", FilingAction.FilingWords.class,
					Text.of("记录合宪性问题的答复", "Record the answer to a constitutional doubt"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-27")
			.guard("FIL-27", Text.of("没有待答复的合宪性问题。", "There is no doubt that waits for an answer."),
					(c, in, m) -> c.review().doubted(), (c, in, m) -> Map.of("doubted", false))
			.apply((c, in, m) -> c.with(c.review().with((review) -> {
				FilingReview.Doubt doubt = review.doubt;
				if (doubt != null) {
					review.doubt = new FilingReview.Doubt(doubt.on(), doubt.words(), doubt.sentTo(), m.on(),
							in.words());
				}
			})))
			.backdated()
			.event("filing.doubt-settled")
			.end();
		workflow
			.step("refer", FilingAction.FilingTransfer.class, Text.of("将有关问题移送其他机关", "Hand a matter to another organ"))
			.from(IN_REVIEW, EXTENDED, CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-22")
			.apply((c, in, m) -> c.with(c.review()
				.with((review) -> review.referrals.add(new FilingReview.Referral(m.on(), in.to(), in.reason())))))
			.backdated()
			.event("filing.matter-referred")
			.end();
	}

	private static void maker(Workflow.Builder<Filing, State, Party> workflow) {
		workflow.step("ask-maker", FilingAction.FilingInquiry.class, Text.of("要求制定机关说明", "Ask the maker to explain"))
			.from(IN_REVIEW, EXTENDED)
			.to(CONSULTING_ORGAN)
			.by(OFFICE)
			.rules("FIL-12")
			.guard("FIL-12", Text.of("说明的期限须在今天之后。", "The day set is a day to come."),
					(c, in, m) -> FilingConditions.isBy(in.by(), m.on()), (c, in, m) -> Map.of("by", in.by()))
			.apply((c, in,
					m) -> c.with(c.review()
						.with((review) -> review.inquiries
							.add(new FilingReview.Inquiry(m.on(), in.questions(), in.by(), null, "")))))
			.startsUntil(FilingClocks.EXPLANATION, (c, in, m) -> FilingClocks.maker(c), (c, in, m) -> in.by())
			.event("filing.maker-asked")
			.end();
		workflow.step("explain", FilingAction.FilingWords.class, Text.of("说明情况", "Explain"))
			.from(CONSULTING_ORGAN)
			.toOneOf((c, in, m) -> FilingConditions.reviewing(c), IN_REVIEW, EXTENDED)
			.by(MAKER)
			.rules("FIL-12")
			.apply((c, in,
					m) -> c.with(c.review()
						.with((review) -> review.inquiries.set(review.inquiries.size() - 1,
								review.inquiries.getLast().explained(m.on(), in.words())))))
			.ends(FilingClocks.EXPLANATION)
			.awaited()
			.event("filing.explained")
			.end();
		workflow.step("go-on", FilingAction.FilingReasons.class, Text.of("不再等待说明，继续审查", "Go on without an explanation"))
			.from(CONSULTING_ORGAN)
			.toOneOf((c, in, m) -> FilingConditions.reviewing(c), IN_REVIEW, EXTENDED)
			.by(OFFICE)
			.rules("FIL-12")
			.guard("FIL-12", Text.of("须说明不再等待的理由。", "Say why it is not waited for."),
					(c, in, m) -> !Given.orEmpty(in.reason()).isEmpty(), (c, in, m) -> Map.of("reason", ""))
			.cancels(FilingClocks.EXPLANATION)
			.backdated()
			.event("filing.review-went-on")
			.end();
		workflow
			.step("promise", FilingAction.FilingPlan.class, Text.of("提交书面纠正计划", "Give a written plan to correct it"))
			.from(CONSULTING_ORGAN)
			.to(SUSPENDED)
			.by(MAKER)
			.rules("FIL-24")
			.guard("FIL-24", Text.of("须有书面计划和今天之后的完成日期。", "It needs a written plan, and a day to come."),
					(c, in, m) -> !Given.orEmpty(in.words()).isEmpty() && FilingConditions.isBy(in.by(), m.on()),
					(c, in, m) -> Map.of("written", !Given.orEmpty(in.words()).isEmpty(), "by", in.by()))
			.apply((c, in,
					m) -> c
						.with(c.correction()
							.with((done) -> done.plan = new FilingCorrection.Plan(m.on(), Given.orEmpty(in.words()),
									in.by())))
						.with(c.review().with((review) -> review.found(m.on()))))
			.ends(FilingClocks.EXPLANATION)
			.pauses(FilingClocks.REVIEW)
			.pauses(FilingClocks.ACTIVE)
			.startsUntil(FilingClocks.PLAN, (c, in, m) -> FilingClocks.maker(c), (c, in, m) -> in.by())
			.event("filing.suspended")
			.end();
	}

	private static void ending(Workflow.Builder<Filing, State, Party> workflow) {
		workflow
			.step("conclude", FilingAction.FilingConclusion.class, Text.of("审查终结：未发现问题", "End the review: no problem"))
			.from(IN_REVIEW, EXTENDED)
			.to(NO_PROBLEM)
			.by(OFFICE)
			.rules("FIL-08", "FIL-10", "FIL-09", "FIL-27")
			.guard("FIL-10", Text.of("审查标准须逐项回答，且均未发现问题。", "Each question of the law is answered, and each with no."),
					(c, in, m) -> c.review().unanswered().isEmpty() && c.review().grounds().isEmpty(),
					(c, in, m) -> Map.of("unanswered", c.review().unanswered(), "found", c.review().grounds()))
			.guard("FIL-10",
					Text.of("涉及处罚、许可、强制、收费等内容的条款须逐一核对并写明理由，且未认为违法。",
							"Somebody answers for each lock with a reason, and none is found unlawful."),
					(c, in, m) -> openLocks(c).isEmpty(), (c, in, m) -> Map.of("locks", openLocks(c)))
			.guard("FIL-09", OPINIONS, (c, in, m) -> opinionsIn(c, in.withoutOpinions()),
					(c, in, m) -> Map.of("missing", c.review().silent()))
			.guard("FIL-27",
					Text.of("合宪性问题尚未答复，本级不作决定。", "A constitutional doubt is not answered; it is not decided here."),
					(c, in, m) -> !c.review().doubted(), (c, in, m) -> Map.of("doubted", c.review().doubted()))
			.apply((c, in, m) -> c.with(c.review()
				.with((review) -> review.ended(m.on(), FilingReview.Result.NO_PROBLEM, in.conclusion().strip()))))
			.ends(FilingClocks.REVIEW)
			.ends(FilingClocks.ACTIVE)
			.cancels(FilingClocks.COMMITTEE)
			.backdated()
			.event("filing.no-problem")
			.end();
	}

	static boolean opinionsIn(Filing filing, @Nullable String withoutOpinions) {
		return filing.review().silent().isEmpty() || !Given.orEmpty(withoutOpinions).isEmpty();
	}

	/**
	 * The locks that keep a document from passing: not answered, or answered with no.
	 */
	private static List<Integer> openLocks(Filing filing) {
		return filing.review()
			.locks()
			.stream()
			.filter((lock) -> lock.answer() == null || !lock.answer().lawful())
			.map(FilingLock::number)
			.toList();
	}

	private static Map<String, Object> lockFacts(Filing filing, int number) {
		Optional<FilingLock> lock = FilingConditions.lock(filing.review(), number);
		return Map.of("number", number, "word", lock.map(FilingLock::word).orElse(""), "place",
				lock.map(FilingLock::place).orElse(""));
	}

	private static List<Ground> grounds(FilingAction.FilingOpinion opinion) {
		return Objects.requireNonNullElse(opinion.grounds(), Set.<Ground>of()).stream().sorted().toList();
	}

	private static boolean isApproved(FilingAction.FilingExtending input) {
		return !Given.orEmpty(input.reason()).isEmpty() && !Given.orEmpty(input.approvedBy()).isEmpty();
	}

	private static Map<String, Object> approval(FilingAction.FilingExtending input) {
		return Map.of("reasonGiven", !Given.orEmpty(input.reason()).isEmpty(), "approvedBy",
				Given.orEmpty(input.approvedBy()));
	}

	private static List<Holder> own(Moment<Party> moment) {
		return List.of(Holder.organ(moment.caller().organ()));
	}

}
