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

}
