package renda.legislation.parse;

import java.util.regex.Pattern;

import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.Node;

/**
 * Tells headings, annexes and articles from words that only look like them.
 */
final class Structure {

	/** What follows 第十条 when it is cited, not begun. */
	private static final Pattern CITATION = Pattern.compile(
			"(?:第|之|的|和(?![谐解平])|与(?!会)|、|，|；|。|：|）|》|”|至(?![少迟今])|到(?!期)|及(?![时其])|或(?!许)|以及|款|项|规定(?:的|和|与|或|以|之|，|情形|处|、|；|。"
					+ "|执行|办理|条件|期限|标准|中|进行|给予|予以|应当|，|外|内|确定|提|作)|所(?:列|称|规定|述|指)|中(?:的|规定|所|“|，|增加|删)|有关(?:规定|条款|的)"
					+ "|前(?:增加|，)|后(?:增加|，)|作(?:出|如下|为|修改)|修改|修订|改为|删去|删除|增加|移至|分为|合并|第)");

	private static final Pattern ANNEX = Pattern
		.compile("(?:附 ?(?:件|录|表|图)|附)(?: ?[" + ChineseNumeral.CHARS + "]{1,3})?(?:[：:.、 ].{0,80}|[（(].{0,60}|)");

	private static final String HEADING_END = "。；：！？，、…”)";

	private Structure() {
	}

	/** Whether a line is a heading of a part, chapter or section. */
	static boolean divides(Line line) {
		Label label = Label.structure(line.text());
		if (label == null || label.kind() == Node.Kind.ARTICLE) {
			return false;
		}
		if (line.heading()) {
			return true;
		}
		String words = label.rest();
		return words.length() <= 60 && words.indexOf('。') < 0 && words.indexOf('；') < 0 && !ends(words)
				&& (label.spaced() || words.isEmpty() || !cited(words));
	}

	static boolean cited(String rest) {
		return CITATION.matcher(rest).lookingAt();
	}

	static boolean annex(String text) {
		return text.startsWith("附") && !text.replace(" ", "").equals("附则") && text.length() <= 90 && !text.endsWith("。")
				&& ANNEX.matcher(text).matches();
	}

	/**
	 * Whether a line without mark or number could be a heading: short, and not a
	 * sentence.
	 */
	static boolean bare(Line line) {
		String text = line.text();
		int length = text.length();
		if (line.heading() || line.table() || length < 2 || length > 36 || "第（(“《〈<|".indexOf(text.charAt(0)) >= 0
				|| ends(text)) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if ("。；：！？:;=×_".indexOf(c) >= 0 || (c >= '0' && c <= '9')) {
				return false;
			}
		}
		return Character.isIdeographic(text.codePointAt(0)) && Label.decision(text) == null;
	}

	private static boolean ends(String text) {
		return !text.isEmpty() && HEADING_END.indexOf(text.charAt(text.length() - 1)) >= 0;
	}

	/** 总 则 becomes 总则; other spaces in a heading stay. */
	static String heading(String text) {
		for (int i = 0; i < text.length(); i++) {
			boolean space = text.charAt(i) == ' ';
			if (space != (i % 2 == 1) || (!space && !Character.isIdeographic(text.charAt(i)))) {
				return text;
			}
		}
		return text.replace(" ", "");
	}

}
