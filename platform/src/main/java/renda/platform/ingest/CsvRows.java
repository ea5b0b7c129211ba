package renda.platform.ingest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Reads CSV with a header row, as spreadsheet programs write it.
 */
final class CsvRows implements RowSource {

	private final CsvReader<CsvRecord> reader;

	private final CloseableIterator<CsvRecord> records;

	private final List<String> header;

	private final int longest;

	private int line;

	CsvRows(Path file, Charset charset, int longest) throws IOException {
		this.longest = longest;
		// what is not in the charset becomes U+FFFD, and then is a fault of its row
		InputStreamReader text = new InputStreamReader(Files.newInputStream(file),
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE));
		this.reader = CsvReader.builder()
			.skipEmptyLines(true)
			.allowExtraFields(true)
			.allowMissingFields(true)
			.detectBomHeader(false)
			.maxBufferSize(Math.max(longest * 2, 64 * 1024))
			.ofCsvRecord(text);
		this.records = this.reader.iterator();
		List<String> first = read(() -> this.records.hasNext() ? this.records.next().getFields() : List.of());
		this.header = Columns.header(first.stream().map((name) -> name.replace("\ufeff", "")).toList());
	}

	@Override
	public Set<String> columns() {
		Set<String> names = new LinkedHashSet<>(this.header);
		names.remove("");
		return names;
	}

	@Override
	public boolean hasNext() {
		return read(this.records::hasNext);
	}

	@Override
	public RawRow next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		List<String> cells = read(() -> this.records.next().getFields()).stream().map(CsvRows::unescaped).toList();
		return Columns.row(++this.line, this.header, cells, this.longest);
	}

	/**
	 * Undoes what the platform's own CSV does to cells that look like formulas.
	 */
	private static String unescaped(String cell) {
		return (cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0)
				? cell.substring(1) : cell;
	}

	private <T> T read(Supplier<T> step) {
		try {
			return step.get();
		}
		catch (CsvParseException ex) {
			throw Refusal.invalid("", Text.of("第 %d 行之后不是有效的 CSV，或有一行过长（引号是否成对？）。",
					"This is not valid CSV after row %d, or a row is too long (are the quotes in pairs?).", this.line));
		}
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

}
