package renda.legislation.member;

import renda.platform.web.Text;

/**
 * A body that meets and decides.
 */
public enum Body {

	/** 市人民代表大会常务委员会. */
	STANDING_COMMITTEE(Text.of("常务委员会", "the standing committee")),
	/** 市人民代表大会. */
	CONGRESS(Text.of("人民代表大会", "the congress"));

	private final Text title;

	Body(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

}
