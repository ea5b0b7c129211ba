package renda.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows into a workbook without keeping them; where a sheet is full, the next one
 * begins.
 */
final class XlsxSheets {

	/** Digits a spreadsheet keeps; longer numbers are written as words. */
	private static final int PRECISION = 15;

	private static final int LONGEST_CELL = 32_767;

	private final OutputStream out;

	private final Workbook workbook;

	private Worksheet sheet;

	private List<String> columns = List.of();

	private int sheets = 1;

	private int row;

	private boolean closed;

	XlsxSheets(OutputStream out) {
		this.out = out;
		this.workbook = new Workbook(out, "renda", null);
		this.sheet = this.workbook.newWorksheet("1");
	}

	void write(List<?> page, FlatRows flat) {
		try {
			for (Object item : page) {
				if (this.columns.isEmpty()) {
					this.columns = flat.columns(item);
					header();
				}
				if (this.row == Worksheet.MAX_ROWS) {
					nextSheet();
				}
				List<FlatRows.Cell> cells = flat.cells(item, this.columns);
				for (int column = 0; column < cells.size(); column++) {
					write(column, cells.get(column));
				}
				this.row++;
			}
			this.sheet.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(int column, FlatRows.Cell cell) {
		String words = cell.words();
		if (cell.number() && words.length() <= PRECISION) {
			this.sheet.value(this.row, column, new BigDecimal(words));
		}
		else if (!words.isEmpty()) {
			// inline: the table of shared strings would grow with the list
			this.sheet.inlineString(this.row, column,
					(words.length() > LONGEST_CELL) ? words.substring(0, LONGEST_CELL) : words);
		}
	}

	private void header() {
		for (int column = 0; column < this.columns.size(); column++) {
			this.sheet.inlineString(0, column, this.columns.get(column));
		}
		this.row = 1;
	}

	private void nextSheet() throws IOException {
		this.sheet.finish();
		this.sheets++;
		this.sheet = this.workbook.newWorksheet(String.valueOf(this.sheets));
		header();
	}

	void close() {
		try {
			this.sheet.finish();
			this.workbook.close();
			this.out.close();
			this.closed = true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void abandon() {
		try {
			if (!this.closed) {
				this.out.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
