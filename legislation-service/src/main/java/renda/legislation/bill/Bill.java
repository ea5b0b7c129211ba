package renda.legislation.bill;

import java.time.LocalDate;
import java.util.UUID;

import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A bill (地方性法规案), with everything that happened to it. Whether the regulation is in
 * force, and what became of it later, the register says.
 *
 * @param proposal what is proposed, and by whom
 * @param papers what was handed in
 * @param course how it was dealt with up to the vote
 * @param result what came of it: approval, promulgation and what follows
 * @param sample whether the record is invented for the demonstration
 */
public record Bill(UUID id, String code, State state, LocalDate stateSince, long version, BillProposal proposal,
		BillPapers papers, BillCourse course, BillResult result, boolean sample) implements Case<Bill.State, Bill> {

	/**
	 * A new bill.
	 */
	public static Bill drafted(UUID id, String code, LocalDate on, BillProposal proposal, boolean sample) {
		return new Bill(id, code, State.DRAFTING, on, 1, proposal, BillPapers.NONE, BillCourse.NONE, BillResult.NONE,
				sample);
	}

	@Override
	public Bill in(State next, LocalDate since, long number) {
		return new Bill(this.id, this.code, next, since, number, this.proposal, this.papers, this.course, this.result,
				this.sample);
	}

	public Bill with(BillProposal changed) {
		return new Bill(this.id, this.code, this.state, this.stateSince, this.version, changed, this.papers,
				this.course, this.result, this.sample);
	}

	public Bill with(BillPapers changed) {
		return new Bill(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, changed,
				this.course, this.result, this.sample);
	}

	public Bill with(BillCourse changed) {
		return new Bill(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.papers,
				changed, this.result, this.sample);
	}

	public Bill with(BillResult changed) {
		return new Bill(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.papers,
				this.course, changed, this.sample);
	}

	/**
	 * Whether everyone may read it: a meeting has it on its list.
	 */
	public boolean open() {
		return this.course.listing() != null || this.course.wentToCongress();
	}

	/**
	 * States, in the order of the statute.
	 */
	public enum State implements CaseState {

		DRAFTING(Text.of("起草", "Drafting")), SUBMITTED(Text.of("已提出", "Submitted")),
		PRELIMINARY(Text.of("初步审议", "Preliminary review")), RETURNED(Text.of("退回修改", "Returned")),
		NOT_LISTED(Text.of("不列入议程", "Not listed")), LISTED(Text.of("已列入议程", "Listed")),
		READING_1(Text.of("一审", "First reading")), CONSULTATION(Text.of("公开征求意见", "Consultation")),
		UNIFIED_REVIEW(Text.of("统一审议", "Unified review")), READING_2(Text.of("二审", "Second reading")),
		READING_3(Text.of("三审", "Third reading")), VOTE_DRAFT(Text.of("表决稿", "Vote draft")),
		CLAUSE_VOTE(Text.of("单独表决条款", "Clause vote")), DEFERRED(Text.of("暂不付表决", "Deferred")),
		SHELVED(Text.of("搁置审议", "Shelved")), PASSED(Text.of("通过", "Passed")), REJECTED(Text.of("未通过", "Rejected")),
		WITHDRAWN(Text.of("撤回", "Withdrawn")), TERMINATED(Text.of("终止审议", "Terminated")),
		TO_PC(Text.of("提请代表大会", "To the congress")), PC_REVIEW(Text.of("代表大会审议", "Review by the congress")),
		APPROVAL_PENDING(Text.of("报请批准", "Approval pending")), APPROVAL_REFUSED(Text.of("未获批准", "Approval refused")),
		APPROVED(Text.of("已批准", "Approved")), PROMULGATED(Text.of("已公布", "Promulgated"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

		@Override
		public boolean isFinal() {
			return switch (this) {
				case NOT_LISTED, REJECTED, WITHDRAWN, TERMINATED -> true;
				default -> false;
			};
		}

	}

	/**
	 * Who acts in a bill.
	 */
	public enum Party implements Actor {

		PROPOSER(Text.of("提案人", "the proposer")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		COMMITTEE(Text.of("负责初步审议的委员会", "the committee of the preliminary review")),
		LEGAL_COMMITTEE(Text.of("法制委员会", "the Legislative Committee")),
		OFFICE(Text.of("法制工作机构、办公厅", "the legislative-affairs body or the office")),
		PLENARY(Text.of("全体会议", "the plenary meeting")), ORGAN(Text.of("制定配套规定的机关", "an organ that owes rules"));

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
