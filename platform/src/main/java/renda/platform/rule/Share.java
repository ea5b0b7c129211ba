package renda.platform.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import renda.platform.web.Text;

/**
 * A share of a number of people, written {@code >1/2} (过半数: more than half, half is not
 * enough) or {@code >=2/3} (三分之二以上: the number itself is enough, 以上 includes it).
 *
 * @param numerator 1 to 99
 * @param denominator 2 to 99, above the numerator
 * @param inclusive whether the number itself is enough
 */
public record Share(int numerator, int denominator, boolean inclusive) {

	private static final Pattern WRITTEN = Pattern.compile("(>=?)([1-9][0-9]?)/([1-9][0-9]?)");

	private static final String[] DIGITS = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

	public Share {
		if (numerator < 1 || denominator < 2 || numerator >= denominator || denominator > 99) {
			throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
		}
	}

	/**
	 * Reads a written share.
	 * @throws IllegalArgumentException where it is not one
	 */
	@JsonCreator
	public static Share parse(String written) {
		return read(written)
			.orElseThrow(() -> new IllegalArgumentException("not a share such as >1/2 or >=2/3: " + written));
	}

	static Optional<Share> read(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int numerator = Integer.parseInt(matcher.group(2));
		int denominator = Integer.parseInt(matcher.group(3));
		return (denominator < 2 || numerator >= denominator) ? Optional.empty()
				: Optional.of(new Share(numerator, denominator, matcher.group(1).length() == 2));
	}

	/**
	 * Whether a part of a whole is enough.
	 * @param part how many, 0 or more
	 * @param whole of how many, 1 or more; of nobody no share is enough
	 */
	public boolean isReachedBy(int part, int whole) {
		if (whole < 1) {
			return false;
		}
		long have = (long) part * this.denominator;
		long asked = (long) whole * this.numerator;
		return this.inclusive ? have >= asked : have > asked;
	}

	/**
	 * The fewest who are enough: 26 of 51 for more than half, 376 of 563 for two thirds.
	 * @param whole of how many; of nobody one would be needed
	 */
	public int leastOf(int whole) {
		long asked = (long) Math.max(1, whole) * this.numerator;
		return Math.toIntExact(this.inclusive ? Math.ceilDiv(asked, this.denominator) : asked / this.denominator + 1);
	}

	/**
	 * The share as it is written: {@code >1/2}.
	 */
	@JsonValue
	public String text() {
		return (this.inclusive ? ">=" : ">") + this.numerator + "/" + this.denominator;
	}

	/**
	 * The share in words: 过半数, 三分之二以上.
	 */
	public Text spoken() {
		if (this.numerator == 1 && this.denominator == 2) {
			return this.inclusive ? Text.of("半数以上", "half or more") : Text.of("过半数", "more than half");
		}
		String fraction = this.numerator + "/" + this.denominator;
		return Text.of(digits(this.denominator) + "分之" + digits(this.numerator) + (this.inclusive ? "以上" : "多"),
				(this.inclusive ? fraction + " or more" : "more than " + fraction));
	}

	private static String digits(int number) {
		return (number < DIGITS.length) ? DIGITS[number] : String.valueOf(number);
	}

	@Override
	public String toString() {
		return text();
	}

}
