package renda.legislation.competence;

import renda.platform.web.Text;

/**
 * What is to be done to the law.
 */
public enum Making {

	/** 制定. */
	ENACT(Text.of("制定", "enact")),
	/** 修订. */
	REVISE(Text.of("修订", "revise")),
	/** 修正. */
	AMEND(Text.of("修改", "amend")),
	/** 废止. */
	REPEAL(Text.of("废止", "repeal"));

	private final Text title;

	Making(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether it changes a regulation that is there.
	 */
	public boolean changes() {
		return this != ENACT;
	}

}
