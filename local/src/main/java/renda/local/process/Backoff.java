package renda.local.process;

import java.time.Duration;

/**
 * How long to wait before the next start: half a second, doubled with each failure up to
 * 15 seconds, and from the beginning again once a program has lived for a minute.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofSeconds(15);

	private static final Duration STEADY = Duration.ofMinutes(1);

	private Duration next = FIRST;

	Duration after(Duration lived) {
		if (lived.compareTo(STEADY) >= 0) {
			this.next = FIRST;
		}
		Duration wait = this.next;
		Duration doubled = wait.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) > 0) ? LONGEST : doubled;
		return wait;
	}

}
