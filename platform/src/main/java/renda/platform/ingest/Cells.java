package renda.platform.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.ingest.ImportKind.RowError;
import renda.platform.web.Refusal;

/**
 * Says in which cells of a row what is refused stands.
 */
final class Cells {

	private Cells() {
	}

	/**
	 * An error for each column that a refusal names; one for the whole row where it names
	 * none.
	 */
	static List<RowError> wrong(Numbered<?> row, Refusal refusal) {
		if (refusal.errors().isEmpty()) {
			return List.of(new RowError(row.line(), ofDay(row.row(), refusal), refusal.detail()));
		}
		return refusal.errors()
			.stream()
			.map((error) -> new RowError(row.line(), column(row.row().getClass(), error.pointer()), error.detail()))
			.toList();
	}

	/**
	 * The column that a pointer leads to: the last of its members that is one, without
	 * the slash; empty where none is.
	 */
	static String column(Class<?> type, String pointer) {
		List<String> columns = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
		return Arrays.stream(pointer.split("/")).filter(columns::contains).reduce("", (before, last) -> last);
	}

	/**
	 * The column with the day that a refusal is about; empty where no column has it, or
	 * several do.
	 */
	private static String ofDay(Record row, Refusal refusal) {
		if (!(refusal.properties().get("day") instanceof LocalDate day)) {
			return "";
		}
		List<String> columns = Arrays.stream(row.getClass().getRecordComponents())
			.filter((component) -> component.getType() == LocalDate.class && day.equals(value(row, component)))
			.map(RecordComponent::getName)
			.toList();
		return (columns.size() == 1) ? columns.getFirst() : "";
	}

	private static @Nullable Object value(Record row, RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(row);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("a component of a record can be read", ex);
		}
	}

}
