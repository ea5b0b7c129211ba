package renda.legislation.source;

import java.util.List;

import renda.legislation.regulation.Level;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.LegalAct;
import renda.legislation.text.RegulationTitle;

/**
 * What kind of legal text a source is.
 */
final class RegulationKinds {

	private RegulationKinds() {
	}

	/**
	 * Judges by the folder a file comes from, else by title and makers.
	 * @param path the file's name with its folders
	 * @param title the title
	 * @param maker who made it
	 * @param acts the acts of the head note
	 */
	static RegulationKind of(String path, String title, Lawmaker maker, List<LegalAct> acts) {
		String name = RegulationTitle.normalise(title);
		boolean decision = name.endsWith("决定") || name.endsWith("决议");
		String organs = organs(acts);
		if (maker.level() != Level.NATIONAL) {
			if (organs.contains("人民政府") && !organs.contains("人民代表大会") && !organs.contains("人大")) {
				return RegulationKind.RULE;
			}
			return decision ? RegulationKind.DECISION : RegulationKind.LOCAL_REGULATION;
		}
		if (path.contains("司法解释") || name.contains("最高人民法院") || name.contains("最高人民检察院") || organs.contains("最高人民")) {
			return RegulationKind.JUDICIAL_INTERPRETATION;
		}
		if (decision) {
			return RegulationKind.DECISION;
		}
		if (path.contains("部门规章")) {
			return RegulationKind.RULE;
		}
		if (path.contains("行政法规") || organs.contains("国务院")) {
			return RegulationKind.ADMINISTRATIVE_REGULATION;
		}
		if (name.endsWith("法") || name.endsWith("法典") || name.equals("宪法") || organs.contains("全国人民代表大会")) {
			return RegulationKind.LAW;
		}
		return name.endsWith("条例") ? RegulationKind.ADMINISTRATIVE_REGULATION : RegulationKind.OTHER;
	}

	private static String organs(List<LegalAct> acts) {
		StringBuilder organs = new StringBuilder();
		acts.forEach((act) -> organs.append(act.adoptedBy()).append(' '));
		return organs.toString();
	}

}
