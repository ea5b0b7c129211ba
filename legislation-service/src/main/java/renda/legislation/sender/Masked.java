package renda.legislation.sender;

import java.util.regex.Pattern;

/**
 * Takes out of a text what would tell a person: numbers of telephones and of identity
 * cards, e-mail addresses.
 */
public final class Masked {

	private static final Pattern TELLING = Pattern.compile(
			"(?<!\\d)(?:\\d{17}[\\dXx]|(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8})(?!\\d)"
					+ "|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}\\.[A-Za-z]{2,10}");

	private Masked() {
	}

	public static String of(String text) {
		return TELLING.matcher(text).replaceAll("＊＊＊");
	}

}
