package renda.legislation.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.legislation.regulation.Level;
import renda.legislation.regulation.RegulationKind;
import renda.legislation.text.LegalAct;
import renda.platform.city.CityProfile;

/**
 * Who makes a regulation.
 *
 * @param jurisdiction the place whose congress or government made it, as written: 河南省; 全国
 * for the state
 * @param level the same, seen from the city
 */
public record Lawmaker(String jurisdiction, Level level) {

	private static final String STATE = "全国";

	private static final Pattern PLACE = Pattern.compile("^《?([\\u4e00-\\u9fa5]{2,9}?(?:省|自治区|自治州|自治县|市|特别行政区|经济特区))");

	private static final Pattern NATIONAL = Pattern.compile("^(?:中华人民共和国|全国人|国务院|中国人民|最高人民|中央)");

	/**
	 * The place of the body that enacted the text, else that of the title, else the
	 * state.
	 */
	static Lawmaker of(String title, List<LegalAct> acts, CityProfile city) {
		String jurisdiction = acts.stream()
			.map(LegalAct::adoptedBy)
			.map(Lawmaker::place)
			.filter((place) -> !place.isEmpty())
			.findFirst()
			.orElseGet(() -> place(title));
		if (jurisdiction.isEmpty()) {
			jurisdiction = STATE;
		}
		return new Lawmaker(jurisdiction, level(jurisdiction, city));
	}

	/**
	 * Whether what it makes is not in force without an approval (立法法 81: the regulations
	 * of a city).
	 */
	public boolean needsApproval(RegulationKind kind) {
		return this.level == Level.CITY && kind == RegulationKind.LOCAL_REGULATION;
	}

	private static Level level(String jurisdiction, CityProfile city) {
		if (jurisdiction.equals(STATE)) {
			return Level.NATIONAL;
		}
		if (jurisdiction.equals(city.name().zh())) {
			return Level.CITY;
		}
		return jurisdiction.equals(city.province().zh()) ? Level.PROVINCE : Level.ELSEWHERE;
	}

	private static String place(String words) {
		if (NATIONAL.matcher(words).find()) {
			return STATE;
		}
		Matcher matcher = PLACE.matcher(words);
		if (!matcher.find()) {
			return "";
		}
		String place = matcher.group(1);
		return (place.endsWith("城市") || place.contains("的") || place.contains("关于")) ? "" : place;
	}

}
