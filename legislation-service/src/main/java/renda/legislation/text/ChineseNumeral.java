package renda.legislation.text;

/**
 * Numbers as legal texts write them: 十, 一百零一, 一千二百六十, 二〇〇一, 12.
 */
public final class ChineseNumeral {

	/** The characters of a number, for use inside a character class. */
	public static final String CHARS = "一二三四五六七八九十百千零〇○两0-9";

	private static final String DIGITS = "零一二三四五六七八九";

	private ChineseNumeral() {
	}

	/**
	 * Writes a number from 1 to 99 as titles count: 三, 十, 十一, 三十八.
	 */
	public static String of(int number) {
		String ones = (number % 10 == 0) ? "" : String.valueOf(DIGITS.charAt(number % 10));
		return (number < 10) ? ones : ((number < 20) ? "" : String.valueOf(DIGITS.charAt(number / 10))) + "十" + ones;
	}

	/**
	 * Reads a number from 0 to 99,999.
	 * @return the number, or -1 where the words are no number
	 */
	public static int parse(CharSequence words) {
		if (words.isEmpty() || words.length() > 12) {
			return -1;
		}
		int sum = 0;
		int digit = -1;
		boolean units = false;
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			int unit = unit(c);
			if (unit > 0) {
				sum += ((digit < 0) ? 1 : digit) * unit;
				digit = -1;
				units = true;
				continue;
			}
			int value = digit(c);
			if (value < 0) {
				return -1;
			}
			digit = (digit < 0 || units) ? value : digit * 10 + value;
			if (digit > 99_999) {
				return -1;
			}
		}
		return sum + Math.max(digit, 0);
	}

	/**
	 * Writes a number from 1 to 99.
	 */
	public static String write(int number) {
		if (number < 1 || number > 99) {
			throw new IllegalArgumentException(number + " is not written in words");
		}
		String tens = (number < 10) ? "" : ((number < 20) ? "" : digit(number / 10)) + "十";
		return tens + ((number % 10 == 0) ? "" : digit(number % 10));
	}

	private static String digit(int number) {
		return DIGITS.substring(number, number + 1);
	}

	private static int unit(char c) {
		return switch (c) {
			case '十' -> 10;
			case '百' -> 100;
			case '千' -> 1000;
			default -> 0;
		};
	}

	private static int digit(char c) {
		return switch (c) {
			case '〇', '○' -> 0;
			case '两' -> 2;
			default -> (c >= '0' && c <= '9') ? c - '0' : DIGITS.indexOf(c);
		};
	}

}
