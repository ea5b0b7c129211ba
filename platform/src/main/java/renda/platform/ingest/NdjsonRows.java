package renda.platform.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one JSON object a line.
 */
final class NdjsonRows implements RowSource {

	private final BufferedReader reader;

	private final JsonMapper json;

	private final int longest;

	private int line;

	private @Nullable String next;

	NdjsonRows(Path file, JsonMapper json, int longest) throws IOException {
		this.json = json;
		this.longest = longest;
		this.reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
				StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)));
	}

	@Override
	public @Nullable Set<String> columns() {
		return null;
	}

	@Override
	public boolean hasNext() {
		while (this.next == null) {
			String text = readLine();
			if (text == null) {
				return false;
			}
			if (!text.isBlank()) {
				this.next = text;
			}
		}
		return true;
	}

	@Override
	public RawRow next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		String text = Objects.requireNonNull(this.next);
		this.next = null;
		this.line++;
		if (text.length() > this.longest) {
			return RawRow.unreadable(this.line, Columns.tooLong(this.longest));
		}
		try {
			JsonNode object = this.json.readTree(text);
			return object.isObject() ? new RawRow(this.line, values(object), null)
					: RawRow.unreadable(this.line, notAnObject());
		}
		catch (JacksonException ex) {
			return RawRow.unreadable(this.line, notAnObject());
		}
	}

	private static Map<String, String> values(JsonNode object) {
		Map<String, String> values = new LinkedHashMap<>();
		object.forEachEntry((name, value) -> {
			String words = value.isContainer() ? value.toString() : value.asString("").strip();
			if (!words.isEmpty()) {
				values.put(name, words);
			}
		});
		return values;
	}

	private static Text notAnObject() {
		return Text.of("该行须为一个 JSON 对象。", "The line must be one JSON object.");
	}

	/**
	 * One line, cut off soon after the longest that is taken, so that a file without line
	 * breaks does not fill the memory.
	 */
	private @Nullable String readLine() {
		try {
			StringBuilder text = new StringBuilder();
			int c = this.reader.read();
			if (c < 0) {
				return null;
			}
			while (c >= 0 && c != '\n') {
				if (text.length() <= this.longest && (c != '\ufeff' || !text.isEmpty())) {
					text.append((char) c);
				}
				c = this.reader.read();
			}
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
