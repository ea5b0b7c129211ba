package renda.platform.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.command.Command;
import renda.platform.ingest.BatchRunner.Batch;
import renda.platform.ingest.ImportKind.Numbered;
import renda.platform.web.ListRequest.Format;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reads a file row by row and applies it batch by batch; the file is read no faster than
 * the batches are applied, so its length does not matter to memory.
 */
final class RowImports {

	/** Rows a transaction. */
	static final int BATCH = 1000;

	private static final Set<Charset> CHARSETS = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII,
			Charset.forName("GB18030"), Charset.forName("GBK"), Charset.forName("GB2312"));

	private final ImportJobs jobs;

	private final BatchRunner batches;

	private final Validator validator;

	private final JsonMapper json;

	private final ImportSettings settings;

	RowImports(ImportJobs jobs, BatchRunner batches, Validator validator, JsonMapper json, ImportSettings settings) {
		this.jobs = jobs;
		this.batches = batches;
		this.validator = validator;
		this.json = json;
		this.settings = settings;
	}

	Map<String, String> columns(ImportKind<?> kind) {
		return new RowReader<>(kind.row(), this.validator).columns();
	}

	<R extends Record> Mono<ImportJob> run(ImportKind<R> kind, Upload upload, @Nullable MediaType type, boolean dryRun,
			Command command) {
		RowReader<R> reader = new RowReader<>(kind.row(), this.validator);
		return Mono.usingWhen(
				Mono.fromCallable(() -> open(upload, type, reader)).subscribeOn(Schedulers.boundedElastic()),
				(source) -> this.jobs.run(command, kind.name(), upload.sha256(), dryRun,
						(job) -> read(source, reader)
							.concatMap((batch) -> this.batches.apply(kind, job, command, batch), 1)
							.then()),
				(source) -> Mono.fromRunnable(() -> close(source)).subscribeOn(Schedulers.boundedElastic()));
	}

	private RowSource open(Upload upload, @Nullable MediaType type, RowReader<?> reader) throws IOException {
		int longest = this.settings.maxRow();
		RowSource source = switch (format(type)) {
			case CSV -> new CsvRows(upload.file(), charset(type), longest);
			case XLSX -> new XlsxRows(upload.file(), this.settings.maxUnzipped().toBytes(), longest);
			case NDJSON -> new NdjsonRows(upload.file(), this.json, longest);
			case JSON -> throw unsupported();
		};
		Set<String> columns = source.columns();
		try {
			if (columns != null) {
				reader.check(columns);
			}
			return source;
		}
		catch (Refusal refusal) {
			close(source);
			throw refusal;
		}
	}

	/**
	 * The batches of a file, read on a thread that may block, one at a time.
	 */
	private static <R extends Record> Flux<Batch<R>> read(RowSource source, RowReader<R> reader) {
		return Flux.<Batch<R>>generate((sink) -> {
			Batch<R> batch = batch(source, reader);
			if (batch.rows().isEmpty() && batch.errors().isEmpty()) {
				sink.complete();
			}
			else {
				sink.next(batch);
			}
		}).subscribeOn(Schedulers.boundedElastic()).limitRate(1);
	}

	private static <R extends Record> Batch<R> batch(RowSource source, RowReader<R> reader) {
		List<Numbered<R>> rows = new ArrayList<>();
		List<JobError> errors = new ArrayList<>();
		for (int i = 0; i < BATCH && source.hasNext(); i++) {
			RawRow raw = source.next();
			R row = reader.read(raw, errors);
			if (row != null) {
				rows.add(new Numbered<>(raw.line(), row));
			}
		}
		return new Batch<>(rows, errors);
	}

	/**
	 * The format of a body.
	 * @throws Refusal 415 where it is none of those taken
	 */
	static Format format(@Nullable MediaType type) {
		for (Format format : List.of(Format.CSV, Format.XLSX, Format.NDJSON)) {
			if (type != null && type.equalsTypeAndSubtype(format.mediaType())) {
				return format;
			}
		}
		throw unsupported();
	}

	static Charset charset(@Nullable MediaType type) {
		Charset charset = (type != null && type.getCharset() != null) ? type.getCharset() : StandardCharsets.UTF_8;
		if (!CHARSETS.contains(charset)) {
			throw unsupported();
		}
		return charset;
	}

	private static Refusal unsupported() {
		return Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
				Text.of("可接受：text/csv（UTF-8 或 charset=GB18030）、XLSX、application/x-ndjson。",
						"Send text/csv (UTF-8, or charset=GB18030), XLSX, or application/x-ndjson."));
	}

	private static void close(RowSource source) {
		try {
			source.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
