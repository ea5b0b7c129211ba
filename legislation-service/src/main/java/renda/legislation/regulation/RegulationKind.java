package renda.legislation.regulation;

import java.util.List;

import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;

/**
 * The kinds of legal texts (立法法, by who makes them).
 */
public enum RegulationKind {

	/** 法律. */
	LAW,
	/** 行政法规. */
	ADMINISTRATIVE_REGULATION,
	/** 地方性法规. */
	LOCAL_REGULATION,
	/** 司法解释. */
	JUDICIAL_INTERPRETATION,
	/** 规章. */
	RULE,
	/** 决定、决议. */
	DECISION,
	/** Anything else, normative documents (规范性文件) included. */
	OTHER;

	/**
	 * Judges by the folder a file comes from, else by title and makers.
	 * @param path the file's name with its folders
	 * @param title the title
	 * @param maker who made it
	 * @param acts the acts of the head note
	 */
	static RegulationKind of(String path, String title, Maker maker, List<LegalAct> acts) {
		String name = RegulationTitle.normalise(title);
		boolean decision = name.endsWith("决定") || name.endsWith("决议");
		String organs = organs(acts);
		if (maker.level() != Level.NATIONAL) {
			if (organs.contains("人民政府") && !organs.contains("人民代表大会") && !organs.contains("人大")) {
				return RULE;
			}
			return decision ? DECISION : LOCAL_REGULATION;
		}
		if (path.contains("司法解释") || name.contains("最高人民法院") || name.contains("最高人民检察院") || organs.contains("最高人民")) {
			return JUDICIAL_INTERPRETATION;
		}
		if (decision) {
			return DECISION;
		}
		if (path.contains("部门规章")) {
			return RULE;
		}
		if (path.contains("行政法规") || organs.contains("国务院")) {
			return ADMINISTRATIVE_REGULATION;
		}
		if (name.endsWith("法") || name.endsWith("法典") || name.equals("宪法") || organs.contains("全国人民代表大会")) {
			return LAW;
		}
		return name.endsWith("条例") ? ADMINISTRATIVE_REGULATION : OTHER;
	}

	private static String organs(List<LegalAct> acts) {
		StringBuilder organs = new StringBuilder();
		acts.forEach((act) -> organs.append(act.adoptedBy()).append(' '));
		return organs.toString();
	}

}
