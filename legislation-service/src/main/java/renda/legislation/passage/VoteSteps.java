package renda.legislation.passage;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.bill.Bill;
import renda.legislation.bill.Bill.Party;
import renda.legislation.bill.Bill.State;
import renda.legislation.bill.BillAction;
import renda.legislation.bill.BillCourse.BillClause;
import renda.legislation.bill.BillCourse.BillVote;
import renda.legislation.bill.BillCourse.BillVoteDraft;
import renda.legislation.bill.BillKnown;
import renda.legislation.member.Body;
import renda.platform.web.Given;
import renda.platform.web.Text;
import renda.platform.workflow.StepBuilder;
import renda.platform.workflow.Workflow;

import static renda.legislation.bill.Bill.Party.COUNCIL;
import static renda.legislation.bill.Bill.Party.LEGAL_COMMITTEE;
import static renda.legislation.bill.Bill.Party.PLENARY;
import static renda.legislation.bill.Bill.State.CLAUSE_VOTE;
import static renda.legislation.bill.Bill.State.PASSED;
import static renda.legislation.bill.Bill.State.PC_REVIEW;
import static renda.legislation.bill.Bill.State.READING_1;
import static renda.legislation.bill.Bill.State.READING_2;
import static renda.legislation.bill.Bill.State.READING_3;
import static renda.legislation.bill.Bill.State.REJECTED;
import static renda.legislation.bill.Bill.State.UNIFIED_REVIEW;
import static renda.legislation.bill.Bill.State.VOTE_DRAFT;

/**
 * From the vote draft to the outcome of the ballot (表决).
 */
final class VoteSteps {

	private VoteSteps() {
	}

	static void declare(Workflow.Builder<Bill, State, Party> workflow) {
		voteDraft(workflow);
		clauses(workflow);
		decided(workflow.step("adopt", BillAction.BillDecided.class, Text.of("表决通过", "Pass"))
			.to(PASSED)
			.guard("LEG-42", Text.of("表决结果为未通过。", "The ballot did not pass it."), (c, in, m) -> in.decided().passed(),
					(c, in, m) -> outcome(in.decided())))
			.event("bill.passed")
			.end();
		decided(workflow.step("reject", BillAction.BillDecided.class, Text.of("表决未通过", "Reject"))
			.to(REJECTED)
			.guard("LEG-42", Text.of("表决结果为通过。", "The ballot passed it."), (c, in, m) -> !in.decided().passed(),
					(c, in, m) -> outcome(in.decided())))
			.event("bill.rejected")
			.end();
	}

	private static void voteDraft(Workflow.Builder<Bill, State, Party> workflow) {
		ReviewSteps
			.drafts(workflow
				.step("vote-draft", BillAction.BillVoteDrafting.class,
						Text.of("提出表决稿和审议结果报告", "Propose the vote draft"))
				.from(READING_1, READING_2, READING_3, UNIFIED_REVIEW, CLAUSE_VOTE)
				.to(VOTE_DRAFT)
				.by(LEGAL_COMMITTEE)
				.rules("LEG-04", "LEG-26", "LEG-27", "LEG-28", "LEG-42", "LEG-45")
				.guard("LEG-26",
						Text.of("审议次数不足：须经规定的审议次数后交付表决。", "It has had too few readings to be put to the vote."),
						(c, in, m) -> c.course().held() >= Conditions.required(c, m),
						(c, in, m) -> Map.of("readings", c.course().held(), "required", Conditions.required(c, m),
								"type", c.course().type()))
				.guard("LEG-04",
						Text.of("本行政区域特别重大事项须由代表大会通过。",
								"Especially major matters of the area are passed by the congress."),
						(c, in, m) -> Conditions.isForCommittee(c),
						(c, in, m) -> Map.of("major", c.proposal().major(), "body", c.proposal().body()))
				.guard("LEG-31",
						Text.of("法制委员会尚未提出本次统一审议的报告。",
								"The Legislative Committee has not reported on this review yet."),
						(c, in, m) -> c.state() != UNIFIED_REVIEW || c.course().pendingReview().isPresent(),
						(c, in, m) -> ReadingSteps.reviews(c))
				.guard("LEG-44", Text.of("单独表决尚未进行。", "The separate vote has not been taken."),
						(c, in, m) -> c.state() != CLAUSE_VOTE || isClauseDecided(c), (c, in, m) -> clause(c)),
					"LEG-42", (in) -> new ReviewSteps.Drafted(in.draft(), in.consolidated(), in.known()))
			.apply((c, in, m) -> c.with(c.papers().at(in.draft(), Given.orNone(in.consolidated())))
				.with(c.course().with(new BillVoteDraft(m.on(), in.draft(), in.report().strip()))))
			.ends(Clocks.LEGAL_REPORT)
			.awaited()
			.backdated()
			.event("bill.vote-draft-proposed")
			.end();
	}

	private static void clauses(Workflow.Builder<Bill, State, Party> workflow) {
		workflow
			.step("clause-vote", BillAction.BillClauseNaming.class,
					Text.of("提请单独表决重要条款", "Have a clause voted upon separately"))
			.from(VOTE_DRAFT)
			.to(CLAUSE_VOTE)
			.by(COUNCIL)
			.rules("LEG-44")
			.guard("LEG-44", Text.of("表决稿中没有这一条。", "The vote draft has no such article."),
					(c, in, m) -> articles(c, in.known()).contains(in.article()),
					(c, in, m) -> Map.of("article", in.article()))
			.apply((c, in, m) -> c
				.with(c.course().with(new BillClause(m.on(), in.article(), in.question().strip(), null))))
			.event("bill.clause-vote-decided")
			.end();
		workflow.step("clause-decided", BillAction.BillDecided.class, Text.of("单独表决结果", "The clause is voted upon"))
			.from(CLAUSE_VOTE)
			.by(PLENARY)
			.rules("LEG-44")
			.guard("LEG-44", Text.of("该条款已经表决。", "The clause was voted upon already."),
					(c, in, m) -> !isClauseDecided(c), (c, in, m) -> clause(c))
			.guard("LEG-44", Text.of("这不是对该条款的表决。", "This ballot is not on the clause."),
					(c, in, m) -> in.decided().purpose() == Purpose.CLAUSE_VOTE
							&& in.decided().body() == Body.STANDING_COMMITTEE,
					(c, in, m) -> outcome(in.decided()))
			.apply((c, in,
					m) -> c.with(c.course()
						.with(decidedClause(c.course().clause(), in.decided()))
						.with(BillVote.of(in.decided(), false))))
			.automatic()
			.event("bill.clause-decided")
			.end();
		workflow
			.step("put-to-vote", BillAction.BillDeciding.class, Text.of("决定将表决稿交付表决", "Put the vote draft to the vote"))
			.from(CLAUSE_VOTE)
			.to(VOTE_DRAFT)
			.by(COUNCIL)
			.rules("LEG-44")
			.guard("LEG-44", Text.of("单独表决尚未进行。", "The separate vote has not been taken."),
					(c, in, m) -> isClauseDecided(c), (c, in, m) -> clause(c))
			.apply((c, in, m) -> c.with(c.course().with(ListingSteps.decision("put-to-vote", in, m.on()))))
			.awaited()
			.event("bill.put-to-vote")
			.end();
	}

	private static BillClause decidedClause(@Nullable BillClause clause, Decided decided) {
		return new BillClause((clause != null) ? clause.on() : decided.on(), (clause != null) ? clause.article() : "",
				(clause != null) ? clause.question() : decided.question(), decided.passed());
	}

	private static List<String> articles(Bill bill, @Nullable BillKnown known) {
		BillVoteDraft draft = bill.course().voteDraft();
		UUID id = (draft != null) ? draft.draft() : null;
		return BillKnown.of(known).draft(id).map(BillKnown.KnownDraft::articles).orElse(List.of());
	}

	static boolean isClauseDecided(Bill bill) {
		return bill.course().clause() != null && bill.course().clause().decided() != null;
	}

	static Map<String, Object> clause(Bill bill) {
		BillClause clause = bill.course().clause();
		return Map.of("article", (clause != null) ? clause.article() : "", "decided", isClauseDecided(bill));
	}

	/**
	 * What both outcomes of the ballot on the whole share.
	 */
	private static StepBuilder<Bill, State, Party, BillAction.BillDecided> decided(
			StepBuilder<Bill, State, Party, BillAction.BillDecided> step) {
		return step.from(VOTE_DRAFT, PC_REVIEW)
			.by(PLENARY)
			.rules("LEG-42", "LEG-43", "LEG-45")
			.guard("LEG-42", Text.of("须由常务委员会会议对表决稿进行表决。", "The committee votes on the vote draft."),
					(c, in, m) -> c.state() != VOTE_DRAFT || isOnWhole(in.decided(), Body.STANDING_COMMITTEE),
					(c, in, m) -> outcome(in.decided()))
			.guard("LEG-43", Text.of("须由代表大会会议进行表决。", "The congress votes on it."),
					(c, in, m) -> c.state() != PC_REVIEW || isOnWhole(in.decided(), Body.CONGRESS),
					(c, in, m) -> outcome(in.decided()))
			.apply((c, in, m) -> c.with(c.course().with(BillVote.of(in.decided(), true))))
			.cancels(Clocks.LEGAL_REPORT)
			.cancels(Clocks.PROVINCE)
			.automatic();
	}

	private static boolean isOnWhole(Decided decided, Body body) {
		return decided.body() == body && decided.purpose() == Purpose.VOTE;
	}

	private static Map<String, Object> outcome(Decided decided) {
		return Map.of("body", decided.body(), "purpose", decided.purpose(), "passed", decided.passed(), "members",
				decided.outcome().members(), "for", decided.outcome().tally().votesFor(), "needed",
				decided.outcome().needed());
	}

}
