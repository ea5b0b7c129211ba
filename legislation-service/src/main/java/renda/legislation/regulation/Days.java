package renda.legislation.regulation;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Days that callers ask for.
 */
final class Days {

	private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

	private Days() {
	}

	/**
	 * The day asked for, or today in the city's time zone.
	 */
	static LocalDate of(@Nullable LocalDate on, Clock clock) {
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
