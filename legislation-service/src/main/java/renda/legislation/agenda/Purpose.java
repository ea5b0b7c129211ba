package renda.legislation.agenda;

import renda.platform.web.Text;

/**
 * What a meeting is asked to do with an item of its agenda.
 */
public enum Purpose {

	/** 听取报告. */
	HEAR_REPORT(Text.of("听取报告", "hear a report")),
	/** 审议. */
	DELIBERATE(Text.of("审议", "deliberate")),
	/** 一审. */
	FIRST_READING(Text.of("第一次审议", "first reading")),
	/** 二审. */
	SECOND_READING(Text.of("第二次审议", "second reading")),
	/** 三审. */
	THIRD_READING(Text.of("第三次审议", "third reading")),
	/** 单独表决重要条款. */
	CLAUSE_VOTE(Text.of("单独表决条款", "separate vote on a clause")),
	/** 表决. */
	VOTE(Text.of("表决", "vote")),
	/** 任命、决定任命. */
	APPOINT(Text.of("任命", "appoint")),
	/** 免职、决定免职. */
	DISMISS(Text.of("免职", "dismiss")),
	/** 接受辞职. */
	RESIGNATION(Text.of("接受辞职", "accept a resignation")),
	/** 撤职. */
	REMOVE(Text.of("撤职", "remove from office")),
	/** 撤销规范性文件. */
	ANNUL(Text.of("撤销", "annul")),
	/** 选举. */
	ELECT(Text.of("选举", "elect"));

	private final Text title;

	Purpose(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether a ballot ends it.
	 */
	public boolean isDecidedByBallot() {
		return switch (this) {
			case CLAUSE_VOTE, VOTE, APPOINT, DISMISS, RESIGNATION, REMOVE, ANNUL, ELECT -> true;
			case HEAR_REPORT, DELIBERATE, FIRST_READING, SECOND_READING, THIRD_READING -> false;
		};
	}

}
