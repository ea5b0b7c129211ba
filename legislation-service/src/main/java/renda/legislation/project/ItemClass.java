package renda.legislation.project;

import renda.platform.web.Text;

/**
 * The classes of a plan's items.
 */
public enum ItemClass {

	/** 审议项目. */
	REVIEW(Text.of("审议项目", "to be deliberated")),
	/** 预备项目. */
	PREPARATORY(Text.of("预备项目", "in preparation")),
	/** 调研项目. */
	RESEARCH(Text.of("调研项目", "research"));

	private final Text title;

	ItemClass(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

}
