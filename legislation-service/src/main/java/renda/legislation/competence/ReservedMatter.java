package renda.legislation.competence;

import renda.platform.web.Text;

/**
 * The matters that only national law may regulate (立法法 第十一条), in the order of the
 * article; the checklist of LEG-03.
 */
public enum ReservedMatter {

	/** 国家主权的事项. */
	SOVEREIGNTY(Text.of("国家主权的事项", "national sovereignty")),
	/** 人大、政府、监察委员会、法院和检察院的产生、组织和职权. */
	STATE_ORGANS(Text.of("各级人大、政府、监委、法院和检察院的产生、组织和职权", "formation, organisation and powers of state organs")),
	/** 民族区域自治、特别行政区、基层群众自治制度. */
	AUTONOMY(Text.of("民族区域自治、特别行政区、基层群众自治制度", "regional, special and grassroots autonomy")),
	/** 犯罪和刑罚. */
	CRIMES(Text.of("犯罪和刑罚", "crimes and punishments")),
	/** 剥夺政治权利、限制人身自由的强制措施和处罚. */
	LIBERTY(Text.of("对公民政治权利的剥夺、限制人身自由的强制措施和处罚", "loss of political rights, restriction of personal liberty")),
	/** 税种、税率和税收征收管理. */
	TAXATION(Text.of("税种的设立、税率的确定和税收征收管理等税收基本制度", "taxation")),
	/** 对非国有财产的征收、征用. */
	EXPROPRIATION(Text.of("对非国有财产的征收、征用", "expropriation and requisition")),
	/** 民事基本制度. */
	CIVIL(Text.of("民事基本制度", "basic civil institutions")),
	/** 基本经济制度及财政、海关、金融和外贸. */
	ECONOMY(Text.of("基本经济制度以及财政、海关、金融和外贸的基本制度", "basic economic, fiscal, customs, financial and trade institutions")),
	/** 诉讼和仲裁基本制度. */
	PROCEDURE(Text.of("诉讼制度和仲裁基本制度", "litigation and arbitration")),
	/** 其他须制定法律的事项. */
	OTHER(Text.of("必须由全国人大及其常委会制定法律的其他事项", "other matters for national law"));

	private final Text title;

	ReservedMatter(Text title) {
		this.title = title;
	}

	public Text title() {
		return this.title;
	}

}
