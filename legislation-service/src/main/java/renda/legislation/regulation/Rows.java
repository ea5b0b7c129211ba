package renda.legislation.regulation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns that are never null, and days that stand for none.
 */
final class Rows {

	private Rows() {
	}

	static UUID id(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, UUID.class), column);
	}

	/** The text, empty where the column is null. */
	static String text(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, String.class), "");
	}

	static int number(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Integer.class), 0);
	}

	static long large(Readable row, String column) {
		return Objects.requireNonNullElse(row.get(column, Long.class), 0L);
	}

	static boolean flag(Readable row, String column) {
		return Boolean.TRUE.equals(row.get(column, Boolean.class));
	}

	static LocalDate date(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, LocalDate.class), column);
	}

	/** The day, null where it stands for one that is unknown or never. */
	static @Nullable LocalDate known(Readable row, String column) {
		LocalDate date = row.get(column, LocalDate.class);
		return (date == null || date.equals(Chronicle.EVER) || date.equals(Chronicle.NEVER)) ? null : date;
	}

	static OffsetDateTime time(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, OffsetDateTime.class), column);
	}

}
