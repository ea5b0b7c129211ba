package renda.platform.ingest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Bulk import.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/imports")
@Tag(name = "批量导入 Imports")
class ImportController {

	private final List<ImportKind<?>> kinds;

	private final RowImports imports;

	private final ImportJobs jobs;

	private final Listings listings;

	private final ImportSettings settings;

	ImportController(List<ImportKind<?>> kinds, RowImports imports, ImportJobs jobs, Listings listings,
			ImportSettings settings) {
		this.kinds = kinds;
		this.imports = imports;
		this.jobs = jobs;
		this.listings = listings;
		this.settings = settings;
	}

	/**
	 * Imports rows: CSV with a header (UTF-8, or GB18030 where the charset says so), XLSX
	 * (first sheet), or NDJSON. Answers 200 with the finished job, rows refused included;
	 * 400 where the file as a whole cannot be read, 403 by kind, 404 for an unknown kind,
	 * 409 while the same job is at work, 413 over the size limit, 415 for other formats,
	 * 422 where the key was used for another file.
	 */
	@Allowed
	@PostMapping("/{kind}")
	@Operation(summary = "批量导入：CSV、XLSX 或 NDJSON · Bulk import: CSV, XLSX or NDJSON")
	Mono<ResponseEntity<ImportJob>> start(@PathVariable String kind,
			@RequestParam(defaultValue = "false") boolean dryRun, ServerHttpRequest request, Command command) {
		ImportKind<?> known = kind(kind);
		if (known.roles().stream().noneMatch(command.caller()::has)) {
			List<String> needed = known.roles().stream().map(Role::claim).sorted().toList();
			throw Refusal.forbidden(
					Text.of("您的角色不能导入 %s；须为：%s。", "Your roles do not allow importing %s; one of these is needed: %s.",
							kind, String.join(", ", needed)))
				.with("roles", needed);
		}
		RowImports.charset(request.getHeaders().getContentType());
		RowImports.format(request.getHeaders().getContentType());
		Flux<DataBuffer> body = request.getBody();
		return Upload
			.with(body, this.settings.maxBytes(),
					(upload) -> this.imports.run(known, upload, request.getHeaders().getContentType(), dryRun, command))
			.map(ImportController::answer);
	}

	/**
	 * The kinds of rows that can be imported here, with their columns.
	 */
	@Allowed
	@GetMapping("/kinds")
	@Operation(summary = "可导入的种类与列 · What can be imported, with its columns")
	List<Kind> kinds() {
		return this.kinds.stream()
			.map((kind) -> new Kind(kind.name(), kind.description(), this.imports.columns(kind),
					kind.roles().stream().map(Role::claim).sorted().toList()))
			.toList();
	}

	/**
	 * The caller's own jobs, the newest first; an administrator sees all.
	 */
	@Allowed
	@GetMapping
	@Operation(summary = "我的导入任务 · My imports")
	Mono<ResponseEntity<Object>> list(ListRequest request, Caller caller) {
		String owner = caller.has(Role.ADMINISTRATOR) ? null : caller.subject();
		return this.listings.restricted(request, "imports", (page) -> this.jobs.list(owner, page));
	}

	/**
	 * One job with its first 1,000 refusals.
	 */
	@Allowed
	@GetMapping("/{id}")
	@Operation(summary = "一项导入任务 · One import")
	Mono<ResponseEntity<ImportJob>> one(@PathVariable UUID id, Caller caller) {
		return owned(id, caller).then(Mono.defer(() -> this.jobs.find(id))).map(ImportController::answer);
	}

	/**
	 * All refusals of a job, in the order of the file.
	 */
	@Allowed
	@GetMapping("/{id}/errors")
	@Operation(summary = "一项导入任务的全部错误 · All refusals of an import")
	Mono<ResponseEntity<Object>> errors(@PathVariable UUID id, ListRequest request, Caller caller) {
		return owned(id, caller).then(Mono
			.defer(() -> this.listings.restricted(request, "import-errors", (page) -> this.jobs.errors(id, page))));
	}

	private Mono<Void> owned(UUID id, Caller caller) {
		return this.jobs.owner(id)
			.filter((owner) -> owner.equals(caller.subject()) || caller.has(Role.ADMINISTRATOR))
			.switchIfEmpty(Mono.error(Refusal.notFound(Text.of("没有这项导入任务。", "There is no such import."))))
			.then();
	}

	private ImportKind<?> kind(String name) {
		return this.kinds.stream().filter((kind) -> kind.name().equals(name)).findFirst().orElseThrow(() -> {
			String known = this.kinds.stream().map(ImportKind::name).sorted().collect(Collectors.joining(", "));
			return Refusal.notFound(Text.of("没有导入种类 %s；可用：%s。", "There is no import %s; known: %s.", name, known));
		});
	}

	private static ResponseEntity<ImportJob> answer(ImportJob job) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(job);
	}

	/**
	 * A kind of rows.
	 *
	 * @param name the last part of the path
	 * @param description what one row is
	 * @param columns the columns and what each holds
	 * @param roles who may import
	 */
	record Kind(String name, Text description, Map<String, String> columns, List<String> roles) {
	}

}
