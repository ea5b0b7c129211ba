package renda.platform.store;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/**
 * Reads columns.
 */
public final class Rows {

	private Rows() {
	}

	/**
	 * The value of a column that is never null.
	 */
	public static <T> T required(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type), column);
	}

	/**
	 * The text of a column, empty where it is null.
	 */
	public static String text(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, String.class), "");
	}

	/**
	 * Whether a column is true; it is not where it is null.
	 */
	public static boolean flag(Readable row, String column) {
		return Boolean.TRUE.equals(row.get(column, Boolean.class));
	}

}
