package renda.legislation.format;

/**
 * What characters become on their way into a document.
 */
public final class FormatText {

	private static final char REPLACEMENT = '\ufffd';

	private FormatText() {
	}

	/**
	 * Leaves what XML 1.0 allows: control characters are dropped, lone surrogates and
	 * non-characters become U+FFFD.
	 */
	static String xml(String text) {
		if (text.chars().allMatch((c) -> c >= 0x20 && c < 0xd800)) {
			return text;
		}
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> {
			if (c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff) {
				clean.append(REPLACEMENT);
			}
			else if (c >= 0x20 || c == '\n' || c == '\t') {
				clean.appendCodePoint(c);
			}
		});
		return clean.toString();
	}

	/**
	 * One line of XML text: {@link #xml(String)} with line ends and tabs as spaces.
	 */
	static String xmlLine(String text) {
		return xml(text).replace('\n', ' ').replace('\t', ' ');
	}

	/**
	 * Text for an HTML element or a quoted attribute.
	 */
	public static String html(String text) {
		String clean = xml(text);
		StringBuilder escaped = new StringBuilder(clean.length() + 16);
		for (int i = 0; i < clean.length(); i++) {
			char c = clean.charAt(i);
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				case '\u007f' -> escaped.append(REPLACEMENT);
				default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}

	/**
	 * An id without white space, the same in every format.
	 */
	static String id(String id) {
		String clean = xml(id).codePoints()
			.map((c) -> (Character.isWhitespace(c) || Character.isSpaceChar(c)) ? '_' : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return clean.isEmpty() ? "_" : clean;
	}

}
