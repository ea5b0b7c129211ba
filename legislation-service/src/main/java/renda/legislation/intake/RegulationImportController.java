package renda.legislation.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import renda.platform.command.Command;
import renda.platform.ingest.ImportJob;
import renda.platform.ingest.ImportJobs;
import renda.platform.ingest.Upload;
import renda.platform.security.Allowed;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Import of regulation texts (法规导入).
 */
@Tag(name = "法规导入", description = "Regulation texts, one file or an archive of many, as they really are")
@RestController
@RequestMapping("/api/v1/legislation/imports/regulations")
class RegulationImportController {

	private static final int FILES_SHOWN = 5000;

	private static final String KIND = "regulations";

	private final Intake intake;

	private final ImportedFiles files;

	private final ImportJobs jobs;

	private final Listings listings;

	private final DataSize most;

	RegulationImportController(Intake intake, ImportedFiles files, ImportJobs jobs, Listings listings,
			@Value("${renda.imports.max-bytes:256MB}") DataSize most) {
		this.intake = intake;
		this.files = files;
		this.jobs = jobs;
		this.listings = listings;
		this.most = most;
	}

	/**
	 * Imports one text: Markdown or plain text in UTF-8, UTF-16 with a byte order mark,
	 * or GB18030, up to 8 MB.
	 * @param dryRun everything is done and reported, nothing kept
	 * @param sample new regulations are invented samples
	 * @param name the file's name; a date in it, (2022-01-01), is taken as a hint
	 */
	@Operation(summary = "导入一个文本 · Import one text (Markdown or plain text)")
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR })
	@PostMapping(consumes = { "text/markdown", "text/plain" })
	Mono<ResponseEntity<Report>> text(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean sample, @RequestParam(defaultValue = "") String name,
			ServerHttpRequest request, Command command) {
		String shown = name.isBlank() ? "text" : name;
		return run(request.getBody(), (path) -> new FileSource(shown, path), dryRun, sample, shown, command);
	}

	/**
	 * Imports all texts of a ZIP archive: up to 20,000 files of 8 MB, 1 GB in all, names
	 * in UTF-8 or GBK. A file that is no regulation is refused with its reason; the
	 * others go in. Files known already change nothing.
	 */
	@Operation(summary = "导入压缩包 · Import all texts of a ZIP archive")
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR })
	@PostMapping(consumes = { "application/zip", "application/x-zip-compressed" })
	Mono<ResponseEntity<Report>> archive(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean sample, ServerHttpRequest request, Command command) {
		return run(request.getBody(), ZipSource::open, dryRun, sample, "", command);
	}

	/**
	 * Imports one text or one ZIP archive sent by a form as its first file.
	 */
	@Operation(summary = "以表单导入 · Import one text or ZIP archive sent as multipart/form-data")
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR })
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<ResponseEntity<Report>> form(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean sample,
			@org.springframework.web.bind.annotation.RequestBody Flux<PartEvent> parts, Command command) {
		return parts.windowUntil(PartEvent::isLast).concatMap((part) -> part.switchOnFirst((first, events) -> {
			String name = fileName(first.get());
			if (name.isEmpty()) {
				return events
					.doOnNext((event) -> org.springframework.core.io.buffer.DataBufferUtils.release(event.content()))
					.thenMany(Flux.<ResponseEntity<Report>>empty());
			}
			Function<Path, Source> source = (path) -> name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")
					? ZipSource.open(path) : new FileSource(name, path);
			return run(events.map(PartEvent::content), source, dryRun, sample, name, command).flux();
		}), 1)
			.next()
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("file", Text.of("表单中没有文件。", "The form has no file."))));
	}

	private static String fileName(@Nullable PartEvent event) {
		return (event instanceof org.springframework.http.codec.multipart.FilePartEvent file) ? file.filename() : "";
	}

	private Mono<ResponseEntity<Report>> run(Flux<DataBuffer> body, Function<Path, Source> open, boolean dryRun,
			boolean sample, String name, Command command) {
		return Upload.with(body, this.most, (upload) -> {
			String fingerprint = upload.sha256() + "|" + sample + "|" + Integer
				.toHexString(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).hashCode());
			Mono<Source> source = Mono.fromCallable(() -> open.apply(upload.file()))
				.subscribeOn(Schedulers.boundedElastic());
			return Mono.usingWhen(source,
					(opened) -> this.jobs.run(command, KIND, fingerprint, dryRun,
							(job) -> this.intake.run(job.id(), opened, dryRun, sample)),
					(opened) -> Mono.<Void>fromRunnable(opened::close).subscribeOn(Schedulers.boundedElastic()));
		}).flatMap(this::report);
	}

	private Mono<ResponseEntity<Report>> report(ImportJob job) {
		return this.files.first(job.id(), FILES_SHOWN)
			.map((shown) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Report(job, shown)));
	}

	/**
	 * What became of each file of an import, in the order of the import.
	 * @param outcome only files of which this became
	 */
	@Operation(summary = "逐文件报告 · What became of each file, with warnings by line")
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR })
	@GetMapping("/{id}/files")
	Mono<ResponseEntity<Object>> files(@PathVariable UUID id,
			@RequestParam(required = false) ImportedFile.@Nullable Outcome outcome, ListRequest request) {
		return this.listings.restricted(request, "imported-files", (page) -> this.files.find(id, outcome, page));
	}

	/**
	 * The report of an import.
	 *
	 * @param job the job and its counts
	 * @param files what became of the first 5,000 files
	 */
	record Report(@JsonUnwrapped ImportJob job, List<ImportedFile> files) {
	}

}
