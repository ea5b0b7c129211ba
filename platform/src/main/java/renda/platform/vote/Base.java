package renda.platform.vote;

import renda.platform.web.Text;

/**
 * Of whom a share of the votes is taken.
 */
public enum Base {

	/** 全体组成人员、全体代表: absent, abstaining and silent members count against. */
	MEMBERS(Text.of("全体", "all members")),
	/** 出席人员. */
	PRESENT(Text.of("出席", "those present")),
	/** 投出的有效票. */
	CAST(Text.of("有效票", "valid votes"));

	private final Text title;

	Base(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

}
