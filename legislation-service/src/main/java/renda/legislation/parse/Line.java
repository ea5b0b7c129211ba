package renda.legislation.parse;

/**
 * A line of a source that is not blank, its characters normalised.
 *
 * @param number the line of the source file, from 1
 * @param level the number of heading marks (#) before the words, 0 for none
 * @param text the words, trimmed, without heading marks
 */
record Line(int number, int level, String text) {

	boolean heading() {
		return this.level > 0;
	}

	boolean table() {
		return this.text.startsWith("|");
	}

	/** The words without any space, for comparing. */
	String squeezed() {
		return this.text.replace(" ", "");
	}

	/** The words, cut to what a warning should quote. */
	static String shorten(String text) {
		return (text.length() <= 40) ? text
				: text.substring(0, Character.isHighSurrogate(text.charAt(38)) ? 38 : 39) + "…";
	}

}
