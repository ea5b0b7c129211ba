package renda.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.web.ListRequest;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A list statement put together from the filters a caller gave. It reads one keyset page
 * ({@code limit + 1} rows), never counts and never skips.
 *
 * <pre>
 * new Select("SELECT id, name, term, modified_at FROM deputy")
 *     .where("term = ?", filter.term())
 *     .where("search &#64;&#64; ?::tsquery", Bigrams.query(request.q()))
 *     .page(database, request, SORTS, Deputy::of);
 * </pre>
 */
public final class Select {

	private final StringBuilder sql;

	private final List<Object> values = new ArrayList<>();

	private final StringJoiner conditions = new StringJoiner("\n  AND ", "\nWHERE ", "").setEmptyValue("");

	private final List<String> ways = new ArrayList<>();

	private @Nullable Owners owners;

	/**
	 * Begins a statement.
	 * @param head everything before WHERE: SELECT … FROM … JOIN …; the columns of every
	 * sort must be in its result, under the names the sorts use
	 * @param values bound at the marks {@code ?} of the head, in order
	 */
	public Select(String head, Object... values) {
		this.sql = new StringBuilder();
		int from = 0;
		for (Object value : values) {
			int mark = head.indexOf('?', from);
			this.values.add(value);
			this.sql.append(head, from, mark).append('$').append(this.values.size());
			from = mark + 1;
		}
		this.sql.append(head, from, head.length());
	}

	/**
	 * Adds a condition, unless the value is null or an empty Optional.
	 * @param condition SQL with one {@code ?}
	 * @param value bound at the mark; arrays go with {@code = any(?)}. A choice of an
	 * enumeration is written out: some are rare and some are most rows, and a plan made
	 * for any value would read all rows for the rare ones
	 */
	public Select where(String condition, @Nullable Object value) {
		Object given = (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
		if (given instanceof Enum<?> choice) {
			this.conditions.add(condition.replace("?", "'" + choice.name() + "'::text"));
		}
		else if (given != null) {
			this.values.add(given);
			this.conditions.add(condition.replace("?", "$" + this.values.size()));
		}
		return this;
	}

	/**
	 * Adds a condition without a value.
	 */
	public Select where(String condition) {
		this.conditions.add(condition);
		return this;
	}

	/**
	 * Adds one of several ways in which a row may be in the list; no row may be in it in
	 * two. Each way is read in the order of the list with an index of its own, and as far
	 * as a page goes, which the database does not do for {@code OR}.
	 * @param condition SQL with a {@code ?} for each value
	 */
	public Select either(String condition, Object... values) {
		String way = condition;
		for (Object value : values) {
			this.values.add(value);
			way = way.replaceFirst("\\?", "\\$" + this.values.size());
		}
		this.ways.add(way);
		return this;
	}

	/**
	 * Keeps the rows that belong to one of some others, chosen by what is known of those.
	 * The rows of each are read in the order of the list, and as far as a page goes, so
	 * that a page costs as much as there are owners, however few of all rows are theirs.
	 * For owners by the hundred, and a table with an index on the column and each sort.
	 * @param column names the owner in each row
	 * @param owners the ids of the owners; all rows are kept where it has no condition
	 */
	public Select belonging(String column, Select owners) {
		if (owners.conditions.length() == 0) {
			return this;
		}
		String sql = owners.statement("");
		for (int i = owners.values.size(); i > 0; i--) {
			sql = sql.replaceAll("\\$" + i + "(?!\\d)", "\\$" + (this.values.size() + i));
		}
		this.values.addAll(owners.values);
		this.owners = new Owners(column, sql);
		return this;
	}

	/**
	 * Reads the page a request asks for.
	 * @param sorts the orders allowed, the default first. A request with
	 * {@code modifiedSince} is read by {@code modified_at, id}, whatever it asks
	 * @param map reads one row
	 */
	public <T> Mono<Slice<T>> page(DatabaseClient database, ListRequest request, List<Sort> sorts,
			Function<Readable, T> map) {
		Sort sort = request.sortAmong(sorts);
		if (request.modifiedSince() != null) {
			where("modified_at >= ?", request.modifiedSince());
		}
		if (this.owners != null && (request.modifiedSince() != null || !this.ways.isEmpty())) {
			where(this.owners.column() + " IN (" + this.owners.sql() + ")");
			this.owners = null;
		}
		if (request.cursor() != null) {
			after(sort, Cursor.decode(request.cursor(), sort));
		}
		// written out: as a parameter it would be planned as a tenth of all rows
		int limit = request.limit();
		return bound(database.sql(statement("\nORDER BY " + sort.orderBy() + "\nLIMIT " + (limit + 1))))
			.map((row) -> new Row<>(map.apply(row), Cursor.of(sort, row)))
			.all()
			.collectList()
			.map((rows) -> slice(rows, limit));
	}

	/**
	 * Counts the rows of the whole list by group: what a figure counts is what its list
	 * shows, since the conditions are the same.
	 * @param group SQL of a text over the columns of the list
	 * @return how many rows each group has, by the names of the groups
	 */
	public Mono<SortedMap<String, Long>> counts(DatabaseClient database, String group) {
		return bound(database.sql(
				"SELECT " + group + " AS part, count(*) AS value\nFROM (" + statement("") + ") AS counted\nGROUP BY 1"))
			.map((row) -> Map.entry(Rows.text(row, "part"), Rows.required(row, "value", Long.class)))
			.all()
			.collect(TreeMap::new, (counts, part) -> counts.put(part.getKey(), part.getValue()));
	}

	private String statement(String end) {
		String and = this.conditions.length() == 0 ? "\nWHERE " : this.conditions + "\n  AND ";
		if (this.owners != null) {
			return "SELECT one.* FROM (" + this.owners.sql() + ") AS owners (owner) CROSS JOIN LATERAL (\n" + this.sql
					+ and + this.owners.column() + " = owners.owner" + end + ") AS one" + end;
		}
		if (this.ways.isEmpty()) {
			return this.sql + this.conditions.toString() + end;
		}
		return this.ways.stream()
			.map((way) -> "(" + this.sql + and + "(" + way + ")" + end + ")")
			.collect(Collectors.joining("\nUNION ALL\n", "SELECT * FROM (\n", "\n) AS either" + end));
	}

	/**
	 * The keys are hidden from the planner, so that every page is planned as the first:
	 * it would look at the first key alone, take rows that share it with the last row for
	 * none, and then read all rows there are to sort them, or those of others.
	 */
	private void after(Sort sort, Cursor cursor) {
		StringJoiner markers = new StringJoiner(", ");
		for (Object key : cursor.keys()) {
			this.values.add(key);
			markers.add("(SELECT $" + this.values.size() + ")");
		}
		this.conditions.add("(" + sort.columns() + ") " + (sort.descending() ? "<" : ">") + " (" + markers + ")");
	}

	private DatabaseClient.GenericExecuteSpec bound(DatabaseClient.GenericExecuteSpec statement) {
		DatabaseClient.GenericExecuteSpec result = statement;
		for (int i = 0; i < this.values.size(); i++) {
			result = result.bind(i, this.values.get(i));
		}
		return result;
	}

	private static <T> Slice<T> slice(List<Row<T>> rows, int limit) {
		boolean more = rows.size() > limit;
		List<Row<T>> kept = more ? rows.subList(0, limit) : rows;
		return new Slice<>(kept.stream().map(Row::item).toList(),
				more ? Optional.of(kept.getLast().cursor()) : Optional.empty());
	}

	/**
	 * Those that rows belong to.
	 */
	private record Owners(String column, String sql) {
	}

	private record Row<T>(T item, Cursor cursor) {
	}

}
