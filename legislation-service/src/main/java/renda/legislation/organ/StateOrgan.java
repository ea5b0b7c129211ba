package renda.legislation.organ;

import renda.platform.web.Text;

/**
 * The organs that answer to the congress and bring matters before its standing committee
 * (地方组织法 第五十二条; 监督法 第六条 for the supervisory commission).
 */
public enum StateOrgan {

	/** 人民政府. */
	GOVERNMENT(Text.of("人民政府", "the government")),
	/** 监察委员会. */
	SUPERVISORY_COMMISSION(Text.of("监察委员会", "the supervisory commission")),
	/** 人民法院. */
	COURT(Text.of("人民法院", "the court")),
	/** 人民检察院. */
	PROCURATORATE(Text.of("人民检察院", "the procuratorate"));

	private final Text title;

	StateOrgan(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

}
