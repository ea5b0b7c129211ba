package renda.platform.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import renda.platform.web.Text;

/**
 * A legal time limit (期限), written {@code 10wd}, {@code 60d}, {@code 3m} or {@code 1y}.
 * It is only a length: which day it ends on is counted with the calendar of working days.
 *
 * @param amount how many units, 1 to 9999
 * @param unit of what
 */
public record TimeLimit(int amount, Unit unit) {

	private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3})(wd|d|m|y)");

	public TimeLimit {
		if (amount < 1 || amount > 9999) {
			throw new IllegalArgumentException("a time limit is 1 to 9999 units long, not " + amount);
		}
	}

	/**
	 * Reads a written limit.
	 * @throws IllegalArgumentException where it is not one
	 */
	@JsonCreator
	public static TimeLimit parse(String written) {
		return read(written).orElseThrow(
				() -> new IllegalArgumentException("not a time limit such as 10wd, 60d, 3m or 1y: " + written));
	}

	static Optional<TimeLimit> read(String written) {
		Matcher matcher = WRITTEN.matcher(written);
		return matcher.matches()
				? Optional.of(new TimeLimit(Integer.parseInt(matcher.group(1)), Unit.of(matcher.group(2))))
				: Optional.empty();
	}

	/**
	 * The limit as it is written: {@code 10wd}.
	 */
	@JsonValue
	public String text() {
		return this.amount + this.unit.sign;
	}

	/**
	 * The limit in words: 十 is written 10, as in 10个工作日.
	 */
	public Text spoken() {
		return Text.of(this.amount + this.unit.name.zh(),
				this.amount + " " + this.unit.name.en() + ((this.amount == 1) ? "" : "s"));
	}

	@Override
	public String toString() {
		return text();
	}

	/**
	 * What a limit counts.
	 */
	public enum Unit {

		/** Calendar days. */
		DAYS("d", Text.of("日", "day")),
		/** Working days (工作日). */
		WORKING_DAYS("wd", Text.of("个工作日", "working day")),
		/** Calendar months: the same day of a later month, or its last. */
		MONTHS("m", Text.of("个月", "month")),
		/** Years. */
		YEARS("y", Text.of("年", "year"));

		private final String sign;

		private final Text name;

		Unit(String sign, Text name) {
			this.sign = sign;
			this.name = name;
		}

		private static Unit of(String sign) {
			return Arrays.stream(values()).filter((unit) -> unit.sign.equals(sign)).findFirst().orElseThrow();
		}

	}

}
