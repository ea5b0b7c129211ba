package renda.legislation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The table of a workflow as the statute has it: a row for each step, a column for each
 * state, and in each cell the letters of those who may take the step there.
 */
public final class StepTable {

	private StepTable() {
	}

	public static <S extends Enum<S>> Map<String, Map<S, String>> read(String resource, Class<S> type) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(StepTable.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
			String[] states = lines.readLine().split(",");
			Map<String, Map<S, String>> table = new LinkedHashMap<>();
			lines.lines().forEach((line) -> {
				String[] cells = line.split(",", -1);
				Map<S, String> row = new LinkedHashMap<>();
				for (int i = 1; i < cells.length; i++) {
					row.put(Enum.valueOf(type, states[i]), cells[i]);
				}
				table.put(cells[0], row);
			});
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
