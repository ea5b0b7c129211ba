package renda.platform.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody gave, or did not.
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
	 * The words; null where there are none.
	 */
	public static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * What was given; no elements where nothing was.
	 */
	public static <T> List<T> orNone(@Nullable List<T> all) {
		return (all != null) ? all : List.of();
	}

	/**
	 * The number; 0 where there is none.
	 */
	public static int orZero(@Nullable Integer number) {
		return (number != null) ? number : 0;
	}

	/**
	 * What must be there.
	 * @param member the member or column that holds it
	 * @throws Refusal 400 where it is not
	 */
	public static <T> T required(@Nullable T value, String member) {
		if (value == null) {
			throw Refusal.invalid(member, Text.of("须填写 %s。", "%s is needed.", member));
		}
		return value;
	}

	/**
	 * Whether there are no words.
	 */
	public static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
