package renda.gateway.limit;

import java.time.Duration;

/**
 * Whether a request may pass.
 *
 * @param allowed whether it may
 * @param remaining how many more may follow at once
 * @param delay until the next may, zero where it may now
 */
public record Verdict(boolean allowed, long remaining, Duration delay) {
}
