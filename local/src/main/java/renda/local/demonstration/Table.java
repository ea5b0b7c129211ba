package renda.local.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * CSV without quotes, as the files of the demonstration are.
 */
final class Table {

	private final StringBuilder text = new StringBuilder();

	private int rows = -1;

	Table(String... columns) {
		row((Object[]) columns);
	}

	void row(Object... values) {
		StringJoiner line = new StringJoiner(",", "", "\n");
		Stream.of(values).forEach((value) -> line.add(value.toString()));
		this.text.append(line);
		this.rows++;
	}

	/**
	 * How many rows there are below the names of the columns.
	 */
	int rows() {
		return this.rows;
	}

	byte[] csv() {
		return this.text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The rows of a file, each by the names of its columns.
	 */
	static List<Map<String, String>> read(String name) throws IOException {
		try (InputStream in = Table.class.getResourceAsStream("/demonstration/" + name)) {
			if (in == null) {
				throw new IOException("no such file in the demonstration: " + name);
			}
			List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			String[] columns = lines.getFirst().split(",", -1);
			return lines.stream().skip(1).map((line) -> row(columns, line.split(",", -1))).toList();
		}
	}

	private static Map<String, String> row(String[] columns, String[] values) {
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < columns.length; i++) {
			row.put(columns[i], values[i]);
		}
		return row;
	}

}
