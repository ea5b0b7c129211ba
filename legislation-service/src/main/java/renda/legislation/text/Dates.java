package renda.legislation.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days as legal texts write them: 2001年5月1日, 二〇〇一年五月一日.
 */
public final class Dates {

	private static final String N = "[〇○Ｏ零一二三四五六七八九十]";

	/** A day; groups 1 to 3 in digits, or 4 to 6 in Chinese numerals. */
	static final String DAY = "(?:(?<![0-9])([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日|([一二]" + N + "{3}) ?年 ?("
			+ N + "{1,3}) ?月 ?(" + N + "{1,3}) ?日)";

	public static final Pattern PATTERN = Pattern.compile(DAY);

	private Dates() {
	}

	/** The day a match names, or null where the calendar has no such day. */
	public static @Nullable LocalDate of(MatchResult match) {
		boolean digits = match.group(1) != null;
		try {
			return digits ? LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3)))
					: LocalDate.of(year(match.group(4)), number(match.group(5)), number(match.group(6)));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static int number(String words) {
		return ChineseNumeral.parse(words.replace('Ｏ', '〇'));
	}

	private static int year(String words) {
		int year = 0;
		for (char c : words.toCharArray()) {
			year = year * 10 + Math.max(number(String.valueOf(c)), 0);
		}
		return year;
	}

}
