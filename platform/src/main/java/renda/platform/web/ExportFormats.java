package renda.platform.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.web.ListRequest.Format;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;

/**
 * Writes lists as CSV, XLSX and NDJSON, one page in memory at a time.
 */
final class ExportFormats {

	private static final String BYTE_ORDER_MARK = "\ufeff";

	private static final int CHUNK = 64 * 1024;

	private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

	private final JsonMapper json;

	private final FlatRows flat;

	ExportFormats(JsonMapper json) {
		this.json = json;
		this.flat = new FlatRows(json);
	}

	static MediaType contentType(Format format) {
		return (format == Format.XLSX) ? format.mediaType() : new MediaType(format.mediaType(), StandardCharsets.UTF_8);
	}

	<T> Flux<DataBuffer> write(Format format, Flux<List<T>> pages) {
		return switch (format) {
			case CSV -> csv(pages);
			case XLSX -> xlsx(pages);
			case NDJSON -> pages.map((page) -> bytes(lines(page)));
			case JSON -> throw new IllegalArgumentException("a page is not a download");
		};
	}

	private <T> String lines(List<T> page) {
		StringBuilder lines = new StringBuilder();
		page.forEach((row) -> lines.append(this.json.writeValueAsString(row)).append('\n'));
		return lines.toString();
	}

	private <T> Flux<DataBuffer> csv(Flux<List<T>> pages) {
		return Flux.defer(() -> {
			List<String> columns = new ArrayList<>();
			return pages.index().map((page) -> bytes(csv(page.getT1() == 0, page.getT2(), columns)));
		});
	}

	private <T> String csv(boolean first, List<T> page, List<String> columns) {
		StringWriter out = new StringWriter();
		CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
		if (first) {
			out.write(BYTE_ORDER_MARK);
			if (!page.isEmpty()) {
				columns.addAll(this.flat.columns(page.getFirst()));
				csv.writeRecord(columns);
			}
		}
		page.forEach(
				(row) -> csv.writeRecord(this.flat.cells(row, columns).stream().map(FlatRows.Cell::harmless).toList()));
		return out.toString();
	}

	/**
	 * A workbook is a zip file, so it is written to a file first; the client gets it when
	 * it is whole.
	 */
	private <T> Flux<DataBuffer> xlsx(Flux<List<T>> pages) {
		return Flux.usingWhen(
				Mono.fromCallable(() -> new Workspace(Files.createTempFile("renda-export", ".xlsx")))
					.subscribeOn(Schedulers.boundedElastic()),
				(space) -> pages
					.concatMap((page) -> Mono.fromRunnable(() -> space.sheet().write(page, this.flat))
						.subscribeOn(Schedulers.boundedElastic()), 1)
					.then(Mono.fromRunnable(space::close).subscribeOn(Schedulers.boundedElastic()))
					.thenMany(Flux.defer(() -> DataBufferUtils.read(space.file(), BUFFERS, CHUNK))),
				(space) -> Mono.fromRunnable(space::remove).subscribeOn(Schedulers.boundedElastic()));
	}

	private static DataBuffer bytes(String text) {
		return BUFFERS.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The file a workbook is written to.
	 */
	private record Workspace(Path file, XlsxSheets sheet) {

		Workspace(Path file) throws IOException {
			this(file, new XlsxSheets(Files.newOutputStream(file)));
		}

		void close() {
			this.sheet.close();
		}

		void remove() {
			this.sheet.abandon();
			try {
				Files.deleteIfExists(this.file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
