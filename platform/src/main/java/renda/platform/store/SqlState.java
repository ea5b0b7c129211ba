package renda.platform.store;

import java.time.Duration;
import java.util.Set;

import io.r2dbc.spi.R2dbcException;
import reactor.util.retry.Retry;

/**
 * The SQLSTATE by which PostgreSQL says what went wrong.
 */
public final class SqlState {

	private static final int LENGTH = 5;

	private static final String SERIALIZATION_FAILURE = "40001";

	private static final String DEADLOCK = "40P01";

	/** A limit of PostgreSQL, such as the longest value of an index. */
	private static final String TOO_LONG = "54000";

	/** Cardinality, data, integrity. */
	private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23");

	private static final Retry AGAIN = Retry.backoff(3, Duration.ofMillis(20))
		.jitter(1)
		.filter(SqlState::isUndone)
		.onRetryExhaustedThrow((_, tries) -> tries.failure());

	private SqlState() {
	}

	/**
	 * The state that a failure or its causes carry; empty where none does.
	 */
	public static String of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof R2dbcException ex && ex.getSqlState() != null && ex.getSqlState().length() == LENGTH) {
				return ex.getSqlState();
			}
		}
		return "";
	}

	/**
	 * Whether a transaction was undone because it and another stood in each other's way,
	 * so that it may well succeed when it is tried again.
	 */
	public static boolean isUndone(Throwable failure) {
		String state = of(failure);
		return state.equals(DEADLOCK) || state.equals(SERIALIZATION_FAILURE);
	}

	/**
	 * Whether a failure says something about what was to be written, and not about the
	 * database: tried again it fails again, and other data may well be written.
	 */
	public static boolean isOfTheData(Throwable failure) {
		String state = of(failure);
		return !state.isEmpty() && (state.equals(TOO_LONG) || OF_THE_DATA.contains(state.substring(0, 2)));
	}

	/**
	 * Tries a transaction again that was undone so; a few times, each after another wait,
	 * so that the two do not meet again.
	 */
	public static Retry again() {
		return AGAIN;
	}

}
