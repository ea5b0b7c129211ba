package renda.legislation.box;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import renda.platform.test.TestPostgres;

/**
 * All rows of all tables, as somebody with the whole database sees them: with the
 * transaction that wrote them and where they lie.
 */
public record Dump(List<Row> rows) {

	public static Dump of(TestPostgres.Database database) throws SQLException {
		List<Row> rows = new ArrayList<>();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			List<String> tables = new ArrayList<>();
			try (ResultSet names = statement.executeQuery("""
					SELECT format('%I.%I', schemaname, tablename)
					FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""")) {
				while (names.next()) {
					tables.add(names.getString(1));
				}
			}
			for (String table : tables) {
				try (ResultSet found = statement
					.executeQuery("SELECT xmin::text, ctid::text, row_to_json(t)::text FROM " + table
							+ " AS t ORDER BY t.ctid")) {
					while (found.next()) {
						rows.add(new Row(table.substring(table.indexOf('.') + 1), Long.parseLong(found.getString(1)),
								rows.size(), found.getString(3)));
					}
				}
			}
		}
		return new Dump(rows);
	}

	public List<Row> of(String table) {
		return this.rows.stream().filter((row) -> row.table().equals(table)).toList();
	}

	public List<Row> naming(String word) {
		return this.rows.stream().filter((row) -> row.text().contains(word)).toList();
	}

	/**
	 * A row.
	 *
	 * @param transaction which wrote it (xmin)
	 * @param place in the order in which the rows lie (ctid)
	 */
	public record Row(String table, long transaction, int place, String text) {
	}

}
