package renda.legislation.text;

import java.util.regex.Pattern;

/**
 * Titles of regulations, and when two of them mean the same text.
 */
public final class RegulationTitle {

	private static final Pattern LEGAL = Pattern.compile("(?:法|法典|条例|规定|办法|决定|决议|细则|规则|解释|批复|通则|规程|公约|条约|协定|章程"
			+ "|意见|通知|准则|修正案|命令|答复|复函|规范|纲要|方案|制度|安排|公告|基本法|若干问题|补充规定|议定书|标准|纪要|通告|大纲|规划)"
			+ "(?:[（(〔][^（）()]{1,20}[）)〕])?$");

	private static final int LONGEST = 400;

	private RegulationTitle() {
	}

	/**
	 * The form in which titles are compared: without 中华人民共和国, spaces and the differences
	 * between 〈〉, &lt;&gt; and 《》 or between （） and ().
	 * @param title a title as printed, with or without 《》 around it
	 * @return {@code 实施《工会法》办法} for {@code 《实施〈中华人民共和国工会法〉办法》}
	 */
	public static String normalise(String title) {
		StringBuilder normal = new StringBuilder(title.length());
		for (int i = 0; i < title.length(); i++) {
			char c = title.charAt(i);
			if (c >= '０' && c <= '９') {
				normal.append((char) (c - '０' + '0'));
			}
			else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200b' && c != '\ufeff') {
				normal.append(switch (c) {
					case '〈', '<', '＜' -> '《';
					case '〉', '>', '＞' -> '》';
					case '(' -> '（';
					case ')' -> '）';
					default -> c;
				});
			}
		}
		String words = normal.toString();
		if (words.startsWith("《") && closing(words, 0) == words.length() - 1) {
			words = words.substring(1, words.length() - 1);
		}
		String plain = words.replace("中华人民共和国", "");
		return plain.isEmpty() ? words : plain;
	}

	/**
	 * Whether a title in 《》 is one of a legal text, not of a form, a certificate or a
	 * book.
	 */
	public static boolean legal(String title) {
		return LEGAL.matcher(title).find();
	}

	/**
	 * Where the bracket that opens at a place closes, nested 《》, 〈〉 and &lt;&gt;
	 * included.
	 * @return the index of the closing bracket, or -1
	 */
	public static int closing(CharSequence words, int open) {
		int depth = 0;
		int end = Math.min(words.length(), open + LONGEST);
		for (int i = open; i < end; i++) {
			char c = words.charAt(i);
			if (c == '《') {
				depth++;
			}
			else if (c == '》' && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

}
