package renda.legislation.passage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillAction.BillAnnouncement;
import renda.legislation.bill.BillCourse.BillVote;
import renda.legislation.bill.BillKnown;
import renda.legislation.bill.BillResult.BillApproval;
import renda.legislation.bill.BillResult.BillEvaluation;
import renda.legislation.bill.BillResult.BillFiledUp;
import renda.legislation.bill.BillResult.BillPromulgation;
import renda.legislation.bill.BillResult.BillPublication;
import renda.legislation.bill.BillResult.BillRule;
import renda.legislation.bill.BillResult.PublicationChannel;
import renda.legislation.competence.Making;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.Moment;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.LEGAL_COMMITTEE;
import static renda.legislation.bill.Bill.Party.OFFICE;
import static renda.legislation.bill.Bill.Party.ORGAN;
import static renda.legislation.bill.Bill.State.APPROVAL_PENDING;
import static renda.legislation.bill.Bill.State.APPROVAL_REFUSED;
import static renda.legislation.bill.Bill.State.APPROVED;
import static renda.legislation.bill.Bill.State.PASSED;
import static renda.legislation.bill.Bill.State.PROMULGATED;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;

/**
 * Approval by the province, promulgation, and what follows (批准、公布、备案、配套规定、评估).
 */
final class ApprovalSteps {

	private ApprovalSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		approval(workflow);
		promulgation(workflow);
		following(workflow);
	}

	private static void approval(Workflow.Builder<Bill, State, Party> workflow) {
		workflow
			.step("submit-for-approval", BillAction.BillApprovalRequest.class,
					Text.of("报请省人大常委会批准", "Submit it to the province"))
			.from(PASSED)
			.to(APPROVAL_PENDING)
			.by(OFFICE)
			.rules("LEG-06", "LEG-07")
			.guard("LEG-06",
					Text.of("报请批准须附说明（explanation）和有关资料（materials）。",
							"It goes with an explanation (explanation) and materials (materials)."),
					(c, in, m) -> !Given.isBlank(in.explanation()) && !Given.orNone(in.materials()).isEmpty(),
					(c, in, m) -> Map.of("explanationGiven", !Given.isBlank(in.explanation()), "materials",
							Given.orNone(in.materials()).size()))
			.apply((c, in,
					m) -> c.with(c.result()
						.asked(BillApproval.asked(m.on(), Given.orEmpty(in.explanation()),
								Given.orNone(in.materials())))))
			.starts(Clocks.APPROVAL, (c, in, m) -> Clocks.office())
			.awaited()
			.backdated()
			.event("bill.submitted-for-approval")
			.end();
		answer(workflow
			.step("approve", BillAction.BillApprovalAnswer.class, Text.of("省人大常委会批准", "The province approves"))
			.to(APPROVED)
			.awaited(), true)
			.starts(Clocks.ANNOUNCEMENT, (c, in, m) -> Clocks.since(m.rules(), "legis.announceDays", Clocks.office()))
			.event("bill.approved")
			.end();
		answer(workflow
			.step("refuse-approval", BillAction.BillApprovalAnswer.class, Text.of("省人大常委会不予批准", "The province refuses"))
			.to(APPROVAL_REFUSED), false)
			.guard("LEG-76", Text.of("须记录不予批准的理由（reason）。", "Record why it was refused (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.event("bill.approval-refused")
			.end();
		workflow
			.step("revise-refused", BillAction.BillDeciding.class, Text.of("修改后重新审议", "Revise it and review it again"))
			.from(APPROVAL_REFUSED)
			.to(UNIFIED_REVIEW)
			.by(LEGAL_COMMITTEE, OFFICE)
			.rules("LEG-76", "LEG-31")
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("revise-refused", in, m.on()))))
			.awaited()
			.backdated()
			.event("bill.revision-begun")
			.end();
	}

	private static StepBuilder<Bill, State, Party, BillAction.BillApprovalAnswer> answer(
			StepBuilder<Bill, State, Party, BillAction.BillApprovalAnswer> step, boolean yes) {
		return step.from(APPROVAL_PENDING)
			.by(OFFICE)
			.rules("LEG-06", "LEG-07", "LEG-76")
			.apply((c, in, m) -> c.with(c.result()
				.answered(c.result()
					.approvals()
					.getLast()
					.answered(yes, m.on(), in.by().strip(), Given.orEmpty(in.document()), Given.orEmpty(in.reason())))))
			.ends(Clocks.APPROVAL)
			.backdated();
	}

	private static void promulgation(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("promulgate", BillAnnouncement.class, Text.of("公布", "Promulgate"))
			.from(APPROVED)
			.to(PROMULGATED)
			.by(OFFICE)
			.rules("LEG-51", "LEG-52", "LEG-54", "LEG-56", "LEG-57", "LEG-60", "LEG-61", "LEG-77")
			.guard("LEG-52",
					Text.of("公告须载明制定和批准机关以及通过、批准日期。",
							"The announcement names both bodies and the days of passage and approval."),
					(c, in, m) -> c.course().decisiveVote().isPresent() && c.result().approval().isPresent(),
					(c, in, m) -> Map.of("passed", c.course().decisiveVote().isPresent(), "approved",
							c.result().approval().isPresent()))
			.guard("LEG-56",
					Text.of("法规须明确规定施行日期；文本已规定的，以文本为准。",
							"A regulation names the day it takes effect; where the text does, that day holds."),
					(c, in, m) -> isCommencementClear(c, in), (c, in, m) -> commencement(c, in))
			.guard("LEG-06", Text.of("未经批准不得施行：施行日期早于批准日期。", "Nothing takes effect before it is approved."),
					(c, in, m) -> !effectiveOn(c, in, m)
						.isBefore(c.result().approval().map(BillApproval::answeredOn).orElse(m.on())),
					(c, in, m) -> Map.of("effectiveOn", effectiveOn(c, in, m), "approvedOn",
							c.result().approval().map(BillApproval::answeredOn).map(LocalDate::toString).orElse("")))
			.guard("LEG-60",
					Text.of("须公布修改后的法规全文，缺少下列法规修改后的文本。",
							"The whole text after the change is published; these are missing."),
					(c, in, m) -> Conditions.withoutWholeText(c, c.papers().draft(), null, in.known()).isEmpty(),
					(c, in, m) -> Map.of("withoutWholeText",
							Conditions.withoutWholeText(c, c.papers().draft(), null, in.known())))
			.apply((c, in, m) -> c.with(c.result().promulgated(announced(c, in, m), rules(in))))
			.ends(Clocks.ANNOUNCEMENT)
			.starts(Clocks.NEWSPAPER, (c, in, m) -> Clocks.office())
			.starts(Clocks.FILING_UP, (c, in, m) -> Clocks.office())
			.starts(Clocks.RULES_CITY, (c, in, m) -> Clocks.isNational(m.rules()) ? List.of() : Clocks.owing(c, false))
			.startsFrom(Clocks.RULES_NATIONAL,
					(c, in, m) -> Clocks.isNational(m.rules()) ? Clocks.owing(c, false) : List.of(),
					(c, in, m) -> effectiveOn(c, in, m))
			.startsUntil(Clocks.RULES_CITY, (c, in, m) -> Clocks.owing(c, true),
					(c, in, m) -> Clocks.writtenDay(c, m.on()))
			.awaited()
			.event("bill.promulgated")
			.end();
	}

	/**
	 * A new text says itself when it takes effect, and the announcement says nothing
	 * else; what only changes or ends others leaves it to the announcement.
	 */
	private static boolean isCommencementClear(Bill bill, BillAnnouncement in) {
		LocalDate own = own(bill, in);
		LocalDate told = in.effectiveOn();
		return (own != null) ? told == null || told.equals(own) : told != null;
	}

	private static @Nullable LocalDate own(Bill bill, BillAnnouncement in) {
		Making act = bill.proposal().act();
		return (act == Making.ENACT || act == Making.REVISE) ? BillKnown.of(in.known()).commencement() : null;
	}

	private static Map<String, Object> commencement(Bill bill, BillAnnouncement in) {
		LocalDate own = own(bill, in);
		return Map.of("inText", (own != null) ? own.toString() : "", "effectiveOn",
				(in.effectiveOn() != null) ? in.effectiveOn().toString() : "");
	}

	private static LocalDate effectiveOn(Bill bill, BillAnnouncement in, Moment<Party> moment) {
		LocalDate own = own(bill, in);
		return (in.effectiveOn() != null) ? in.effectiveOn() : (own != null) ? own : moment.on();
	}

	private static BillPromulgation announced(Bill bill, BillAnnouncement in, Moment<Party> moment) {
		BillVote vote = bill.course().decisiveVote().orElseThrow();
		BillApproval approval = bill.result().approval().orElseThrow();
		return new BillPromulgation(moment.on(), in.number().strip(), in.signedBy().strip(),
				Given.orEmpty(in.adoptedBy()), vote.meetingName(), vote.on(), approval.by(),
				dayOf(approval.answeredOn(), moment), effectiveOn(bill, in, moment));
	}

	private static LocalDate dayOf(@Nullable LocalDate day, Moment<Party> moment) {
		return (day != null) ? day : moment.on();
	}

	private static List<BillRule> rules(BillAnnouncement in) {
		return Given.orNone(in.rules())
			.stream()
			.map((rule) -> new BillRule(rule.organ(), rule.article().strip(), rule.subject().strip(), rule.dueOn(), "",
					null))
			.toList();
	}

	private static void following(Workflow.Builder<Bill, State, Party> workflow) {
		workflow
			.step("publish", BillAction.BillPublishing.class, Text.of("在公报、网站、报纸刊载", "Record where it was published"))
			.from(PROMULGATED)
			.by(OFFICE)
			.rules("LEG-53", "LEG-54", "LEG-55")
			.apply((c, in, m) -> c
				.with(c.result().published(new BillPublication(in.channel(), m.on(), in.reference().strip()))))
			.ends(Clocks.NEWSPAPER,
					(c, in, m) -> (in.channel() == PublicationChannel.NEWSPAPER) ? Clocks.office() : List.of())
			.backdated()
			.event("bill.published")
			.end();
		workflow.step("file-upward", BillAction.BillFiling.class, Text.of("报送备案", "Record the filing with the state"))
			.from(PROMULGATED)
			.by(OFFICE)
			.rules("LEG-62")
			.guard("LEG-62", Text.of("已经报送备案。", "It was filed already."), (c, in, m) -> c.result().filedUp() == null,
					(c, in, m) -> Map.of("number", (c.result().filedUp() != null) ? c.result().filedUp().number() : ""))
			.apply((c, in, m) -> c.with(c.result().filedUp(new BillFiledUp(m.on(), in.number().strip()))))
			.ends(Clocks.FILING_UP)
			.awaited()
			.backdated()
			.event("bill.filed-upward")
			.end();
		workflow.step("issue-rules", BillAction.BillRulesIssued.class, Text.of("制定配套规定", "Issue implementing rules"))
			.from(PROMULGATED)
			.by(ORGAN, OFFICE)
			.rules("LEG-68", "LEG-69")
			.guard("LEG-68", Text.of("该机关没有尚未制定的配套规定，或者不由您代表。", "That organ owes no rules, or you do not act for it."),
					(c, in, m) -> c.result().owes(in.organ())
							&& (m.actors().contains(OFFICE) || m.caller().organ().equals(in.organ())),
					(c, in, m) -> Map.of("organ", in.organ(), "owes", c.result().owes(in.organ())))
			.apply((c, in, m) -> c.with(c.result().ruled(in.organ(), in.title().strip(), m.on())))
			.ends(Clocks.RULES_CITY, (c, in, m) -> List.of(Holder.organ(in.organ())))
			.awaited()
			.backdated()
			.event("bill.rules-issued")
			.end();
		workflow.step("evaluate", BillAction.BillEvaluating.class, Text.of("立法后评估", "Record an evaluation"))
			.from(PROMULGATED)
			.by(OFFICE, LEGAL_COMMITTEE)
			.rules("LEG-70")
			.guard("LEG-70",
					Text.of("评估情况须向常务委员会报告（reportedOn）。", "The result is reported to the committee (reportedOn)."),
					(c, in, m) -> in.reportedOn() != null, (c, in, m) -> Map.of("reported", false))
			.apply((c, in, m) -> c.with(c.result().evaluated(evaluation(in, m.on()))))
			.backdated()
			.event("bill.evaluated")
			.end();
	}

	private static BillEvaluation evaluation(BillAction.BillEvaluating in, LocalDate on) {
		return new BillEvaluation(on, in.by().strip(), in.findings().strip(),
				(in.reportedOn() != null) ? in.reportedOn() : on);
	}

}
