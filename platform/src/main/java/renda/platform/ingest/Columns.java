package renda.platform.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * The header of a table.
 */
final class Columns {

	private Columns() {
	}

	/**
	 * The names of a header, without blanks around them.
	 * @throws Refusal 400 where a name stands twice, or there is none
	 */
	static List<String> header(List<String> cells) {
		List<String> names = new ArrayList<>();
		for (String cell : cells) {
			String name = cell.strip();
			if (!name.isEmpty() && names.contains(name)) {
				throw Refusal.invalid(name, Text.of("表头中列 %s 出现两次。", "The header has column %s twice.", name));
			}
			names.add(name);
		}
		if (names.stream().allMatch(String::isEmpty)) {
			throw Refusal.invalid("", Text.of("首行须为表头。", "The first row must be the header."));
		}
		return names;
	}

	/**
	 * A row under its header.
	 */
	static RawRow row(int line, List<String> header, List<String> cells, int longest) {
		int length = cells.stream().mapToInt(String::length).sum();
		if (length > longest) {
			return RawRow.unreadable(line, tooLong(longest));
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			String value = Objects.requireNonNullElse(cells.get(i), "").strip();
			if (value.isEmpty()) {
				continue;
			}
			if (i >= header.size() || header.get(i).isEmpty()) {
				return RawRow.unreadable(line, Text.of("第 %d 个值没有对应的列。", "Value %d has no column.", i + 1));
			}
			values.put(header.get(i), value);
		}
		return new RawRow(line, values, null);
	}

	static Text tooLong(int longest) {
		return Text.of("该行超过 %d 个字符。", "The row is longer than %d characters.", longest);
	}

}
