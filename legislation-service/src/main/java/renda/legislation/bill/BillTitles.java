package renda.legislation.bill;

import java.util.regex.Pattern;

import renda.legislation.text.RegulationTitle;

/**
 * Titles of bills as they are compared and printed.
 */
public final class BillTitles {

	private static final Pattern DRAFT = Pattern.compile("[（(][^（）()]{0,20}(?:草案|稿)[^（）()]{0,10}[）)]\\s*$");

	private BillTitles() {
	}

	/**
	 * A title without the words that say it is a draft.
	 */
	public static String official(String title) {
		return DRAFT.matcher(title.strip()).replaceFirst("").strip();
	}

	/**
	 * A title as titles are compared.
	 */
	public static String key(String title) {
		return RegulationTitle.normalise(official(title));
	}

}
