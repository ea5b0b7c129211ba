package renda.platform.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays records flat for tables: {@code electingUnit.name} is a column, the elements of an
 * array stand in one cell.
 */
final class FlatRows {

	private static final int DEEPEST = 4;

	private static final String BETWEEN_ELEMENTS = "；";

	private final JsonMapper json;

	FlatRows(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The columns of a kind of row, by one of them. They are those of its record, whether
	 * or not this row has a value for each.
	 */
	List<String> columns(Object row) {
		List<String> columns = new ArrayList<>();
		if (row instanceof Record) {
			ofRecord(row.getClass(), "", 0, columns);
		}
		else {
			this.json.valueToTree(row).propertyNames().forEach(columns::add);
		}
		return columns;
	}

	private static void ofRecord(Class<?> type, String prefix, int depth, List<String> columns) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
				continue;
			}
			String name = prefix + component.getName();
			Class<?> nested = nested(component.getGenericType());
			if (nested != null && depth < DEEPEST) {
				ofRecord(nested, name + ".", depth + 1, columns);
			}
			else {
				columns.add(name);
			}
		}
	}

	private static @Nullable Class<?> nested(Type type) {
		if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
			return nested(generic.getActualTypeArguments()[0]);
		}
		return (type instanceof Class<?> plain && plain.isRecord()) ? plain : null;
	}

	/**
	 * The cells of a row, in the order of the columns.
	 */
	List<Cell> cells(Object row, List<String> columns) {
		JsonNode tree = this.json.valueToTree(row);
		return columns.stream().map((column) -> cell(at(tree, column))).toList();
	}

	private static JsonNode at(JsonNode tree, String column) {
		JsonNode node = tree;
		for (String name : column.split("\\.")) {
			if (!node.isObject()) {
				// a record that is written as one value stands in the first of its
				// columns
				return node;
			}
			node = node.path(name);
		}
		return node;
	}

	private static Cell cell(JsonNode node) {
		return new Cell(words(node), node.isNumber());
	}

	private static String words(JsonNode node) {
		if (node.isMissingNode() || node.isNull()) {
			return "";
		}
		if (node.isArray()) {
			return node.valueStream().map(FlatRows::words).collect(Collectors.joining(BETWEEN_ELEMENTS));
		}
		return node.isObject() ? node.toString() : node.asString();
	}

	/**
	 * One cell.
	 */
	record Cell(String words, boolean number) {

		/**
		 * The words as spreadsheet programs may see them in CSV, where everything that
		 * begins like a formula is one.
		 */
		String harmless() {
			return (!this.number && !this.words.isEmpty() && "=+-@\t\r".indexOf(this.words.charAt(0)) >= 0)
					? "'" + this.words : this.words;
		}

	}

}
