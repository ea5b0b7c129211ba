package renda.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order a list can be read in. Its last key must be unique, so that a page ends in one
 * place; the table has an index on the same keys.
 *
 * @param name what clients write in {@code sort}
 * @param keys the columns, first the most significant
 * @param descending whether all keys run downwards
 */
public record Sort(String name, List<Key> keys, boolean descending) {

	public static Sort ascending(String name) {
		return new Sort(name, List.of(), false);
	}

	public static Sort descending(String name) {
		return new Sort(name, List.of(), true);
	}

	/**
	 * The same order with one more key.
	 * @param column the column's name in the statement's result, never null in a row
	 * @param type String, Integer, Long, UUID, LocalDate, or OffsetDateTime
	 */
	public Sort by(String column, Class<?> type) {
		List<Key> more = new ArrayList<>(this.keys);
		more.add(new Key(column, type));
		return new Sort(this.name, List.copyOf(more), this.descending);
	}

	String columns() {
		return this.keys.stream().map(Key::column).collect(Collectors.joining(", "));
	}

	String orderBy() {
		return this.keys.stream()
			.map((key) -> key.column() + (this.descending ? " DESC" : ""))
			.collect(Collectors.joining(", "));
	}

	/**
	 * One column of an order.
	 */
	public record Key(String column, Class<?> type) {
	}

}
