package renda.legislation.passage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillDecision;
import renda.legislation.bill.BillCourse.BillListing;
import renda.legislation.bill.BillCourse.BillReferral;
import renda.legislation.bill.BillCourse.BillWithdrawal;
import renda.legislation.bill.BillCourse.ReadingType;
import renda.legislation.bill.BillProposal.ProposerKind;
import renda.legislation.competence.Making;
import renda.platform.deadline.Holder;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COMMITTEE;
import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.PROPOSER;
import static renda.legislation.bill.Bill.State.LISTED;
import static renda.legislation.bill.Bill.State.NOT_LISTED;
import static renda.legislation.bill.Bill.State.PRELIMINARY;
import static renda.legislation.bill.Bill.State.RETURNED;
import static renda.legislation.bill.Bill.State.SUBMITTED;
import static renda.legislation.bill.Bill.State.WITHDRAWN;

/**
 * How a submitted bill comes on the agenda, or does not; and how it is taken back once it
 * is there.
 */
final class ListingSteps {

	private static final Set<ProposerKind> RETURNABLE = EnumSet.of(ProposerKind.GOVERNMENT, ProposerKind.COMMITTEE);

	private ListingSteps() {
	}

	static BillDecision decision(String step, BillAction.BillDeciding in, LocalDate on) {
		return new BillDecision(step, on, Given.orEmpty(in.reason()), Given.orEmpty(in.document()), in.reportedOn());
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		preliminary(workflow);
		refusals(workflow);
		listing(workflow);
		withdrawals(workflow);
	}

	private static void preliminary(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("refer", BillAction.BillReferring.class, Text.of("交委员会初步审议", "Send it to a committee first"))
			.from(SUBMITTED)
			.to(PRELIMINARY)
			.by(COUNCIL)
			.rules("LEG-13", "LEG-14", "LEG-15", "LEG-73")
			.guard("LEG-13",
					Text.of("主任会议提出的法规案直接列入议程。", "A bill of the chairpersons' meeting goes straight to the session."),
					(c, in, m) -> c.proposal().proposer().kind() != ProposerKind.COUNCIL,
					(c, in, m) -> Map.of("proposer", c.proposal().proposer().kind()))
			.apply((c, in, m) -> c.with(c.course().with(BillReferral.to(m.on(), in.committee()))))
			.starts(Clocks.FIRST_REPORT,
					(c, in, m) -> Clocks.since(m.rules(), "legis.preliminaryMonths",
							List.of(Holder.organ(in.committee()))))
			.awaited()
			.backdated()
			.event("bill.referred")
			.end();
		workflow
			.step("report-preliminary", BillAction.BillPreliminaryReport.class,
					Text.of("提出初步审议意见", "Report on the preliminary review"))
			.from(PRELIMINARY)
			.by(COMMITTEE)
			.rules("LEG-33", "LEG-34", "LEG-72")
			.guard("LEG-33",
					Text.of("专门委员会须召开全体会议审议（meeting）。", "A committee reviews in its plenary meeting (meeting)."),
					(c, in, m) -> !Given.isBlank(in.meeting()), (c, in, m) -> Map.of("meeting", ""))
			.guard("LEG-72", Text.of("审议须回答六个方面的问题。", "A review answers all six questions."),
					(c, in, m) -> Conditions.allAnswered(in.checks()), (c, in, m) -> Conditions.unanswered(in.checks()))
			.apply((c, in, m) -> c.with(c.course().with(reported(c.course().referral(), in, m.on()))))
			.ends(Clocks.FIRST_REPORT)
			.awaited()
			.backdated()
			.event("bill.preliminarily-reviewed")
			.end();
	}

	private static BillReferral reported(@Nullable BillReferral referral, BillAction.BillPreliminaryReport in,
			LocalDate on) {
		return new BillReferral((referral != null) ? referral.on() : on, (referral != null) ? referral.committee() : "",
				in.report().strip(), Given.orEmpty(in.meeting()), Given.orEmpty(in.disagreement()),
				(in.checks() != null) ? in.checks() : Set.of(), on);
	}

	private static void refusals(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("return", BillAction.BillDeciding.class, Text.of("建议提案人修改完善", "Advise the proposer to revise"))
			.from(SUBMITTED, PRELIMINARY)
			.to(RETURNED)
			.by(COUNCIL)
			.rules("LEG-14")
			.guard("LEG-14",
					Text.of("只有市人民政府、专门委员会的法规案可以建议修改后再提出。",
							"Only a bill of the government or a committee is given back for revision."),
					(c, in, m) -> RETURNABLE.contains(c.proposal().proposer().kind()),
					(c, in, m) -> Map.of("proposer", c.proposal().proposer().kind()))
			.guard("LEG-14", Text.of("须写明修改建议（reason）。", "Say what to revise (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(c.course().with(decision("return", in, m.on()))))
			.backdated()
			.cancels(Clocks.FIRST_REPORT)
			.event("bill.returned")
			.end();
		workflow.step("refuse-listing", BillAction.BillDeciding.class, Text.of("决定不列入议程", "Refuse to list it"))
			.from(SUBMITTED, PRELIMINARY)
			.to(NOT_LISTED)
			.by(COUNCIL)
			.rules("LEG-15")
			.guard("LEG-15", Text.of("只有组成人员联名的法规案可以不列入议程。", "Only a joint bill of members can be refused a place."),
					(c, in, m) -> c.proposal().proposer().kind() == ProposerKind.MEMBERS,
					(c, in, m) -> Map.of("proposer", c.proposal().proposer().kind()))
			.guard("LEG-15",
					Text.of("须向常务委员会会议报告（reportedOn）或者向提案人说明（reason）。",
							"It is reported to the committee (reportedOn) or explained to the movers (reason)."),
					(c, in, m) -> in.reportedOn() != null || !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("reported", false, "explained", false))
			.apply((c, in, m) -> c.with(c.course().with(decision("refuse-listing", in, m.on()))))
			.backdated()
			.cancels(Clocks.FIRST_REPORT)
			.event("bill.not-listed")
			.end();
	}

	private static void listing(Workflow.Builder<Bill, State, Party> workflow) {
		workflow.step("list", BillAction.BillListed.class, Text.of("列入会议议程", "List it"))
			.from(SUBMITTED, PRELIMINARY)
			.to(LISTED)
			.by(COUNCIL)
			.rules("LEG-13", "LEG-14", "LEG-15", "LEG-26", "LEG-27", "LEG-28")
			.guard("LEG-14", Text.of("委员会尚未提出审议意见。", "The committee has not reported yet."),
					(c, in, m) -> c.state() != PRELIMINARY || isReported(c),
					(c, in, m) -> Map.of("committee",
							(c.course().referral() != null) ? c.course().referral().committee() : ""))
			.guard("LEG-28", Text.of("一审即付表决，须属部分修改、废止或者特别急需（reason），并且意见比较一致（broadAgreement）。",
					"One reading is for a partial change or an urgent matter (reason), with broad agreement (broadAgreement)."),
					(c, in, m) -> in.readings() != ReadingType.ONE || (Boolean.TRUE.equals(in.broadAgreement())
							&& (isPartial(c.proposal().act()) || !Given.isBlank(in.reason()))),
					(c, in, m) -> Map.of("act", c.proposal().act(), "broadAgreement",
							Boolean.TRUE.equals(in.broadAgreement()), "reasonGiven", !Given.isBlank(in.reason())))
			.guard("LEG-27",
					Text.of("三审须因事项重大或者问题较多（reason）。",
							"Three readings are for major matters or many problems (reason)."),
					(c, in, m) -> in.readings() != ReadingType.THREE || !Given.isBlank(in.reason()),
					(c, in, m) -> Map.of("readings", in.readings(), "reason", ""))
			.apply((c, in, m) -> c
				.with(c.course().with(new BillListing(m.on(), in.readings(), Given.orEmpty(in.reason())))))
			.awaited()
			.backdated()
			.cancels(Clocks.FIRST_REPORT)
			.event("bill.listed")
			.end();
	}

	private static boolean isReported(Bill bill) {
		return bill.course().referral() != null && bill.course().referral().reportedOn() != null;
	}

	private static boolean isPartial(Making act) {
		return act == Making.AMEND || act == Making.REPEAL;
	}

	private static void withdrawals(Workflow.Builder<Bill, State, Party> workflow) {
		beforeTheVote(workflow.step("request-withdrawal", BillAction.BillDeciding.class,
				Text.of("要求撤回", "Ask to have it back")))
			.by(PROPOSER)
			.guard("LEG-22",
					Text.of("列入议程后要求撤回须说明理由（reason）。", "Once listed it is taken back only with reasons (reason)."),
					(c, in, m) -> !Given.isBlank(in.reason()), (c, in, m) -> Map.of("reason", ""))
			.apply((c, in, m) -> c.with(c.course().withdrawing(new BillWithdrawal(m.on(), Given.orEmpty(in.reason())))))
			.event("bill.withdrawal-requested")
			.end();
		asked(beforeTheVote(workflow.step("agree-withdrawal", BillAction.BillDeciding.class,
				Text.of("同意撤回", "Agree to the withdrawal")))
			.to(WITHDRAWN))
			.guard("LEG-22", Text.of("撤回须向常务委员会会议报告（reportedOn）。", "It is reported to the committee (reportedOn)."),
					(c, in, m) -> in.reportedOn() != null, (c, in, m) -> Map.of("reported", false))
			.apply((c, in, m) -> c.with(c.course().with(decision("agree-withdrawal", in, m.on()))))
			.cancels(Clocks.LEGAL_REPORT)
			.cancels(Clocks.PROVINCE)
			.event("bill.withdrawn")
			.end();
		asked(beforeTheVote(workflow.step("refuse-withdrawal", BillAction.BillDeciding.class,
				Text.of("不同意撤回", "Refuse the withdrawal"))))
			.apply((c, in, m) -> c.with(c.course().with(decision("refuse-withdrawal", in, m.on())).withdrawing(null)))
			.event("bill.withdrawal-refused")
			.end();
	}

	private static <I extends Record> StepBuilder<Bill, State, Party, I> beforeTheVote(
			StepBuilder<Bill, State, Party, I> step) {
		return step
			.from(LISTED, State.READING_1, State.CONSULTATION, State.UNIFIED_REVIEW, State.READING_2, State.READING_3,
					State.VOTE_DRAFT, State.CLAUSE_VOTE)
			.rules("LEG-22");
	}

	private static StepBuilder<Bill, State, Party, BillAction.BillDeciding> asked(
			StepBuilder<Bill, State, Party, BillAction.BillDeciding> step) {
		return step.by(COUNCIL)
			.backdated()
			.guard("LEG-22", Text.of("提案人没有要求撤回。", "The proposer has not asked to have it back."),
					(c, in, m) -> c.course().withdrawal() != null, (c, in, m) -> Map.of("requested", false));
	}

}
