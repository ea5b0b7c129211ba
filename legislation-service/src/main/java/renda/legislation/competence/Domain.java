package renda.legislation.competence;

import renda.platform.rule.RuleSet;
import renda.platform.web.Text;

/**
 * The domains in which a city may make regulations (立法法 第八十一条; before 15 March 2023
 * 立法法(2015) 第七十二条).
 */
public enum Domain {

	/** 城乡建设与管理. */
	URBAN_RURAL(Text.of("城乡建设与管理", "urban and rural construction and management"), true, true),
	/** 环境保护: a domain of the law of 2015. */
	ENVIRONMENT(Text.of("环境保护", "environmental protection"), true, false),
	/** 生态文明建设: a domain of the law of 2023. */
	ECOLOGY(Text.of("生态文明建设", "ecological civilisation"), false, true),
	/** 历史文化保护. */
	HISTORY_CULTURE(Text.of("历史文化保护", "protection of history and culture"), true, true),
	/** 基层治理: a domain of the law of 2023. */
	GRASSROOTS(Text.of("基层治理", "grassroots governance"), false, true),
	/** Outside of them. */
	OTHER(Text.of("其他", "other"), false, false);

	private final Text title;

	private final boolean before;

	private final boolean now;

	Domain(Text title, boolean before, boolean now) {
		this.title = title;
		this.before = before;
		this.now = now;
	}

	public Text title() {
		return this.title;
	}

	/**
	 * Whether it is one of the domains of the law in force on the day of a rule set: the
	 * four of LEG-01 where that rule is in force, else the three before it.
	 */
	public boolean isLawful(RuleSet rules) {
		return rules.rule("LEG-01").inForceOn(rules.day()) ? this.now : this.before;
	}

}
