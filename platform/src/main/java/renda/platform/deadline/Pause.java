package renda.platform.deadline;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock stands still (中止).
 *
 * @param from the first day that does not count
 * @param to the first day that counts again; null while it stands still
 * @param why what it waits for
 */
public record Pause(LocalDate from, @Nullable LocalDate to, String why) {

	public Pause {
		if (to != null && to.isBefore(from)) {
			throw new IllegalArgumentException("a pause that ends before it begins: " + from + " to " + to);
		}
	}

}
