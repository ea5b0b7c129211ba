package renda.legislation.sender;

import java.util.regex.Pattern;

/**
 * Takes out of a text what would tell a person: numbers of telephones, of identity and of
 * bank cards, e-mail addresses, in whatever width they are typed.
 */
public final class Masked {

	private static final Pattern TELLING = Pattern
		.compile("(?U)(?<!\\d)(?:\\d{17}[Xx\uff38\uff58]|\\d{15,19}|\\d{4}(?: \\d{4}){3}(?: \\d{1,3})?"
				+ "|(?:[+\uff0b]?(?:86|\uff18\uff16)[- \uff0d]?)?[1\uff11][3-9\uff13-\uff19]\\d[- \uff0d]?\\d{4}[- \uff0d]?\\d{4}"
				+ "|[0\uff10]\\d{2,3}[- \uff0d]?\\d{7,8})(?!\\d)"
				+ "|[A-Za-z0-9._%+-]{1,64}[@\uff20][A-Za-z0-9.-]{1,100}\\.[A-Za-z]{2,10}");

	private Masked() {
	}

	public static String of(String text) {
		return TELLING.matcher(text).replaceAll("＊＊＊");
	}

}
