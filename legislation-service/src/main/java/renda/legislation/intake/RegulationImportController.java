package renda.legislation.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
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
	 * Imports texts: one as Markdown or plain text (UTF-8, UTF-16 with a byte order mark,
	 * or GB18030, up to 8 MB), or all of a ZIP archive (up to 20,000 files, 1 GB
	 * unpacked, names in UTF-8 or GBK), or the first file of a form. A file that is no
	 * regulation is refused with its reason; the others go in. What is known already
	 * changes nothing. 400 where an archive is damaged, 413 over 256 MB, 415 for other
	 * media types, 422 where the Idempotency-Key was used for another import.
	 * @param dryRun everything is done and reported, nothing kept
	 * @param sample new regulations are invented samples
	 * @param name the name of a single text; a date in it, (2022-01-01), is taken as a
	 * hint
	 */
	@Operation(summary = "导入法规文本 · Import one text, or a ZIP archive of many")
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.ADMINISTRATOR })
	@PostMapping
	Mono<ResponseEntity<Report>> importTexts(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "false") boolean sample, @RequestParam(defaultValue = "") String name,
			ServerHttpRequest request, Command command) {
		Options options = new Options(dryRun, sample, name, command);
		MediaType type = request.getHeaders().getContentType();
		String known = (type != null) ? type.getType() + "/" + type.getSubtype() : "";
		return switch (known) {
			case "text/markdown", "text/plain" -> {
				String shown = name.isBlank() ? "text" : name;
				yield run(request.getBody(), (path) -> new FileSource(shown, path), options);
			}
			case "application/zip", "application/x-zip-compressed" -> run(request.getBody(), ZipSource::open, options);
			case MediaType.MULTIPART_FORM_DATA_VALUE -> form(request, options);
			default -> Mono.error(Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
					Text.of("可导入 text/markdown、text/plain、application/zip 或 multipart/form-data。",
							"Send text/markdown, text/plain, application/zip or multipart/form-data.")));
		};
	}

	private Mono<ResponseEntity<Report>> form(ServerHttpRequest request, Options options) {
		Flux<PartEvent> parts = new PartEventHttpMessageReader().read(ResolvableType.forClass(PartEvent.class), request,
				Map.of());
		return parts.windowUntil(PartEvent::isLast).concatMap((part) -> part.switchOnFirst((first, events) -> {
			String name = fileName(first.get());
			if (name.isEmpty()) {
				return events.doOnNext((event) -> DataBufferUtils.release(event.content()))
					.thenMany(Flux.<ResponseEntity<Report>>empty());
			}
			Function<Path, Source> source = (path) -> name.toLowerCase(Locale.ROOT).endsWith(".zip")
					? ZipSource.open(path) : new FileSource(name, path);
			return run(events.map(PartEvent::content), source, options.named(name)).flux();
		}), 1)
			.next()
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("file", Text.of("表单中没有文件。", "The form has no file."))));
	}

	private static String fileName(@Nullable PartEvent event) {
		return (event instanceof FilePartEvent file) ? file.filename() : "";
	}

	private Mono<ResponseEntity<Report>> run(Flux<DataBuffer> body, Function<Path, Source> open, Options options) {
		return Upload.with(body, this.most, (upload) -> {
			String fingerprint = upload.sha256() + "|" + options.sample + "|" + options.name;
			Mono<Source> source = Mono.fromCallable(() -> open.apply(upload.file()))
				.subscribeOn(Schedulers.boundedElastic());
			return Mono.usingWhen(source,
					(opened) -> this.jobs.run(options.command, KIND, fingerprint, options.dryRun,
							(job) -> this.intake.run(job.id(), opened, options.dryRun, options.sample)),
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
		if (request.modifiedSince() != null) {
			throw Refusal.invalid("modifiedSince", Text.of("导入报告不会再变，不支持 modifiedSince。",
					"A report does not change; modifiedSince is not supported."));
		}
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

	private record Options(boolean dryRun, boolean sample, String name, Command command) {

		Options named(String file) {
			return new Options(this.dryRun, this.sample, file, this.command);
		}

	}

}
