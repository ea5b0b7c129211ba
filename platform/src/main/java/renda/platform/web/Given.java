package renda.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Words that somebody gave, or did not.
 */
public final class Given {

	private Given() {
	}

	/**
	 * The words without blanks around them; empty where there are none.
	 */
	public static String orEmpty(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

	/**
	 * Whether there are no words.
	 */
	public static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
