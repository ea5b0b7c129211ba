package renda.legislation.regulation;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The days of the register: those callers ask for, and those that stand for one which is
 * not known.
 */
public final class Days {

	/** Stands for a day that is not known. */
	public static final LocalDate EVER = LocalDate.of(1, 1, 1);

	/** Stands for a day that cannot be known yet. */
	public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

	private Days() {
	}

	/**
	 * The day, null where it stands for one that is not or cannot be known.
	 */
	public static @Nullable LocalDate known(@Nullable LocalDate day) {
		return (day == null || day.equals(EVER) || day.equals(NEVER)) ? null : day;
	}

	/**
	 * The day asked for, or today in the city's time zone.
	 */
	public static LocalDate of(@Nullable LocalDate on, Clock clock) {
		if (on == null) {
			return LocalDate.now(clock);
		}
		if (on.isBefore(FIRST) || on.isAfter(LAST)) {
			throw Refusal.invalid("on",
					Text.of("日期须在 1900-01-01 与 2200-12-31 之间。", "The day is between 1900-01-01 and 2200-12-31."));
		}
		return on;
	}

}
