package renda.platform.vote;

import renda.platform.web.Text;

/**
 * What somebody entitled to vote can do. Not pressing the key is a fact of its own: it is
 * no abstention.
 */
public enum Choice {

	/** 赞成. */
	FOR(Text.of("赞成", "for")),
	/** 反对. */
	AGAINST(Text.of("反对", "against")),
	/** 弃权. */
	ABSTAIN(Text.of("弃权", "abstain")),
	/** 未按表决器. */
	NOT_PRESSED(Text.of("未按表决器", "not pressed"));

	private final Text title;

	Choice(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether it is sent by whoever votes; not pressing is found when the vote closes.
	 */
	public boolean isCast() {
		return this != NOT_PRESSED;
	}

}
