package renda.supervision.petition;

import renda.platform.web.Text;
import renda.platform.workflow.CaseState;

/**
 * Where a matter stands.
 */
public enum PetitionState implements CaseState {

	/** 已登记. */
	REGISTERED("已登记", "Registered"),
	/** 已引导至法定途径. */
	DIVERTED("已导入法定途径", "Diverted to another procedure"),
	/** 已转送. */
	TRANSFERRED("已转送", "Transferred"),
	/** 已交办. */
	ASSIGNED("已交办", "Assigned"),
	/** 承办机关提出异议. */
	OBJECTED("已提出异议", "Objected to"),
	/** 不予受理. */
	NOT_ACCEPTED("不予受理", "Not accepted"),
	/** 已受理. */
	ACCEPTED("已受理", "Accepted"),
	/** 退回重办. */
	RETURNED("退回重办", "Returned"),
	/** 已答复. */
	ANSWERED("已答复", "Answered"),
	/** 已请求复查. */
	REEXAM_REQUESTED("已请求复查", "Re-examination requested"),
	/** 已复查. */
	REEXAMINED("已复查", "Re-examined"),
	/** 已请求复核. */
	REVIEW_REQUESTED("已请求复核", "Review requested"),
	/** 已复核. */
	REVIEWED("已复核", "Reviewed"),
	/** 终结. */
	FINAL("复核终结", "Final"),
	/** 办结. */
	CLOSED("办结", "Closed"),
	/** 转为代表建议. */
	GUIDED("已引导为代表建议", "Guided to a suggestion");

	private final Text title;

	PetitionState(String zh, String en) {
		this.title = Text.of(zh, en);
	}

	@Override
	public Text title() {
		return this.title;
	}

	@Override
	public boolean isFinal() {
		return this == FINAL || this == CLOSED;
	}

}
