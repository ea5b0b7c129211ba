package renda.platform.ingest;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * A row as it stands in the file.
 *
 * @param line the row's number, from 1, without the header
 * @param values the values by column, as text; what is missing or blank is not in it
 * @param fault why the row cannot be read at all; null where it can
 */
record RawRow(int line, Map<String, String> values, @Nullable Text fault) {

	static RawRow unreadable(int line, Text fault) {
		return new RawRow(line, Map.of(), fault);
	}

}
