package renda.legislation.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table kept as Markdown rows, taken apart.
 *
 * @param heading whether the first row is a heading
 * @param rows the cells by row; no row is empty
 */
record FormatTable(boolean heading, List<List<String>> rows) {

	private static final Pattern RULE = Pattern.compile("\\|?[\\s:|-]*-[\\s:|-]*");

	static FormatTable of(String markdown) {
		List<List<String>> rows = new ArrayList<>();
		boolean heading = false;
		for (String line : markdown.split("\n")) {
			String row = line.strip();
			if (RULE.matcher(row).matches()) {
				heading |= rows.size() == 1;
			}
			else if (!row.isEmpty()) {
				rows.add(cells(row));
			}
		}
		return new FormatTable(heading, rows);
	}

	private static List<String> cells(String row) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
			char c = row.charAt(i);
			if (c == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
				cell.append('|');
				i++;
			}
			else if (c == '|') {
				cells.add(cell.toString().strip());
				cell.setLength(0);
			}
			else {
				cell.append(c);
			}
		}
		if (!cell.toString().isBlank() || cells.isEmpty()) {
			cells.add(cell.toString().strip());
		}
		return cells;
	}

	int columns() {
		return this.rows.stream().mapToInt(List::size).max().orElse(0);
	}

}
