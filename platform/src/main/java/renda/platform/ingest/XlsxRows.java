package renda.platform.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Reads the first sheet of a workbook, its first row being the header.
 */
final class XlsxRows implements RowSource {

	/** The reader keeps the strings of the workbook in memory. */
	private static final long MOST_STRINGS = 64L * 1024 * 1024;

	private static final int MOST_COLUMNS = 500;

	private final ReadableWorkbook workbook;

	private final Stream<Row> stream;

	private final Iterator<Row> rows;

	private final List<String> header;

	private final int longest;

	private int line;

	private @Nullable Row next;

	XlsxRows(Path file, long maxUnzipped, int longest) throws IOException {
		this.longest = longest;
		guard(file, maxUnzipped);
		try {
			this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
			this.stream = this.workbook.getFirstSheet().openStream();
			this.rows = this.stream.iterator();
			this.header = Columns.header(this.rows.hasNext() ? cells(this.rows.next()) : List.of());
		}
		catch (ExcelReaderException | IOException | IllegalStateException | NoSuchElementException ex) {
			throw notAWorkbook();
		}
	}

	/**
	 * Unzips to nowhere and counts, since what a zip file says about itself cannot be
	 * trusted.
	 */
	private static void guard(Path file, long most) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			long[] left = { most };
			byte[] waste = new byte[64 * 1024];
			for (ZipEntry entry : zip.stream().toList()) {
				boolean strings = entry.getName().toLowerCase(Locale.ROOT).contains("sharedstrings");
				try (InputStream in = zip.getInputStream(entry)) {
					long size = 0;
					for (int count = in.read(waste); count >= 0; count = in.read(waste)) {
						size += count;
						left[0] -= count;
						if (left[0] < 0 || strings && size > MOST_STRINGS) {
							throw Refusal.invalid("",
									Text.of("该 XLSX 解压后过大，请改用 CSV。", "This XLSX is too large when unzipped; use CSV."));
						}
					}
				}
			}
		}
		catch (ZipException ex) {
			throw notAWorkbook();
		}
	}

	private static Refusal notAWorkbook() {
		return Refusal.invalid("", Text.of("该文件不是可读的 XLSX。", "This file is not an XLSX that can be read."));
	}

	@Override
	public Set<String> columns() {
		Set<String> names = new LinkedHashSet<>(this.header);
		names.remove("");
		return names;
	}

	@Override
	public boolean hasNext() {
		try {
			while (this.next == null && this.rows.hasNext()) {
				Row row = this.rows.next();
				this.line = Math.max(this.line, row.getRowNum() - 1);
				if (row.stream().anyMatch((cell) -> cell != null && !words(cell).isEmpty())) {
					this.next = row;
				}
			}
			return this.next != null;
		}
		catch (ExcelReaderException | IllegalArgumentException ex) {
			throw Refusal.invalid("", Text.of("第 %d 行之后无法读取。", "It cannot be read after row %d.", this.line));
		}
	}

	@Override
	public RawRow next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Row row = Objects.requireNonNull(this.next);
		this.next = null;
		return Columns.row(row.getRowNum() - 1, this.header, cells(row), this.longest);
	}

	private static List<String> cells(Row row) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
			Cell cell = row.getCell(i);
			cells.add((cell != null) ? words(cell) : "");
		}
		return cells;
	}

	private static String words(Cell cell) {
		if (cell.getType() == CellType.NUMBER) {
			String format = cell.getDataFormatString();
			if (format != null && format.toLowerCase(Locale.ROOT).contains("yy")) {
				LocalDateTime time = cell.asDate();
				return time.toLocalDate().toString();
			}
			return cell.asNumber().stripTrailingZeros().toPlainString();
		}
		return (cell.getType() == CellType.ERROR || cell.getText() == null) ? "" : cell.getText();
	}

	@Override
	public void close() throws IOException {
		this.stream.close();
		this.workbook.close();
	}

}
