package renda.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.ingest.Upload;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * Attachments.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/files")
@Tag(name = "附件 Files")
class FileController {

	private static final int LONGEST_NAME = 255;

	private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.toSet());

	private final FileStore store;

	private final StoredFiles files;

	private final Commands commands;

	private final FileSettings settings;

	private final Clock clock;

	private final String base;

	private final Tika tika = new Tika();

	FileController(FileStore store, StoredFiles files, Commands commands, FileSettings settings, Clock clock,
			@Value("${renda.service}") String service) {
		this.store = store;
		this.files = files;
		this.commands = commands;
		this.settings = settings;
		this.clock = clock;
		this.base = "/api/v1/" + service + "/files/";
	}

	/**
	 * Uploads the body as it is. 201 with what is known of the file; 400 where it is
	 * empty or its name is not one, 413 over the size limit, 415 where its content is of
	 * a type that is not taken.
	 * @param name the file's name, at most 255 characters
	 * @param visibility {@code public}, or {@code restricted} to the uploader and to
	 * roles
	 * @param roles roles that may read it, as tokens name them
	 */
	@Allowed
	@PostMapping
	@Operation(summary = "上传附件（原样正文） · Upload an attachment (the body as it is)")
	Mono<ResponseEntity<StoredFile>> upload(@RequestParam String name,
			@RequestParam(defaultValue = "restricted") String visibility,
			@RequestParam(defaultValue = "") List<String> roles, ServerHttpRequest request, Command command) {
		return take(request.getBody(), name, visibility, roles, command);
	}

	/**
	 * Uploads the part {@code file} of a form; as above.
	 */
	@Allowed
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "上传附件（表单） · Upload an attachment (form)")
	Mono<ResponseEntity<StoredFile>> form(@RequestPart("file") FilePart file,
			@RequestParam(defaultValue = "restricted") String visibility,
			@RequestParam(defaultValue = "") List<String> roles, Command command) {
		return take(file.content(), file.filename(), visibility, roles, command);
	}

	private Mono<ResponseEntity<StoredFile>> take(Flux<DataBuffer> body, String path, String visibility,
			List<String> roles, Command command) {
		String name = name(path);
		StoredFile.Visibility readers = visibility(visibility);
		if (!ROLES.containsAll(roles)) {
			throw Refusal.invalid("roles", Text.of("roles 可取：%s。", "roles are of: %s.",
					ROLES.stream().sorted().collect(Collectors.joining(", "))));
		}
		return Upload.with(body, this.settings.maxBytes(),
				(upload) -> Mono.fromCallable(() -> type(upload, name))
					.subscribeOn(Schedulers.boundedElastic())
					.flatMap((type) -> {
						StoredFile file = new StoredFile(Ids.next(), name, type, upload.size(), upload.sha256(),
								readers, List.copyOf(roles), command.caller().subject(),
								OffsetDateTime.now(this.clock));
						List<Object> input = List.of(name, visibility, roles, upload.sha256());
						return this.store.put(upload.sha256(), upload.file())
							.then(this.commands.run(command, input, () -> this.files.insert(file)
								.map((kept) -> Answer.created(this.base + kept.id(), 1, "file/" + kept.id(), kept))));
					}));
	}

	/**
	 * The last part of what the client calls the file.
	 */
	private static String name(String path) {
		String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).strip();
		if (name.isEmpty() || name.length() > LONGEST_NAME || name.equals(".") || name.equals("..")
				|| name.codePoints().anyMatch((c) -> Character.isISOControl(c) || (c >= 0xd800 && c <= 0xdfff))) {
			throw Refusal.invalid("name",
					Text.of("文件名须为 1 至 %d 个可见字符。", "The file's name has 1 to %d visible characters.", LONGEST_NAME));
		}
		return name;
	}

	private static StoredFile.Visibility visibility(String text) {
		return Arrays.stream(StoredFile.Visibility.values())
			.filter((visibility) -> visibility.name().equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("visibility",
					Text.of("visibility 可取：public, restricted。", "visibility is one of: public, restricted.")));
	}

	private String type(Upload upload, String name) throws IOException {
		if (upload.size() == 0) {
			throw Refusal.invalid("", Text.of("文件为空。", "The file is empty."));
		}
		try (InputStream content = Files.newInputStream(upload.file())) {
			String type = this.tika.detect(content, name);
			if (!this.settings.allowed().contains(type)) {
				throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", Text.of("内容是 %s；可接受：%s。",
						"The content is %s; taken are: %s.", type, String.join(", ", this.settings.allowed())));
			}
			return type;
		}
	}

	/**
	 * What is known of a file. 404 where there is none, or the caller may not read it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "附件信息 · One attachment")
	Mono<ResponseEntity<StoredFile>> one(@PathVariable UUID id, Caller caller) {
		return readable(id, caller).map((file) -> ResponseEntity.ok().cacheControl(cache(file)).body(file));
	}

	/**
	 * The bytes, to be saved and not shown; one range of them with {@code Range}. 416
	 * where the range is outside.
	 */
	@Public
	@GetMapping("/{id}/content")
	@Operation(summary = "下载附件 · Download an attachment")
	Mono<ResponseEntity<Flux<DataBuffer>>> content(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range, Caller caller) {
		return readable(id, caller).map((file) -> content(file, range));
	}

	private ResponseEntity<Flux<DataBuffer>> content(StoredFile file, @Nullable String range) {
		long from = 0;
		long to = file.size() - 1;
		List<HttpRange> ranges = ranges(range);
		boolean part = ranges.size() == 1;
		if (part) {
			try {
				from = ranges.getFirst().getRangeStart(file.size());
				to = ranges.getFirst().getRangeEnd(file.size());
			}
			catch (IllegalArgumentException ex) {
				throw outside(file);
			}
			if (from > to || from >= file.size()) {
				throw outside(file);
			}
		}
		ResponseEntity.BodyBuilder answer = part
				? ResponseEntity.status(HttpStatus.PARTIAL_CONTENT)
					.header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + file.size())
				: ResponseEntity.ok();
		return answer.cacheControl(cache(file))
			.eTag("\"" + file.sha256() + "\"")
			.contentType(MediaType.parseMediaType(file.mediaType()))
			.contentLength(to - from + 1)
			.header(HttpHeaders.ACCEPT_RANGES, "bytes")
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.body(this.store.read(file.sha256(), from, to - from + 1));
	}

	/**
	 * What cannot be read as ranges is answered whole, as RFC 9110 has it.
	 */
	private static List<HttpRange> ranges(@Nullable String header) {
		try {
			return (header != null) ? HttpRange.parseRanges(header) : new ArrayList<>();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

	private static Refusal outside(StoredFile file) {
		return Refusal.of(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "range-not-satisfiable",
				Text.of("该文件有 %d 字节。", "The file has %d bytes.", file.size()));
	}

	private static CacheControl cache(StoredFile file) {
		return (file.visibility() == StoredFile.Visibility.PUBLIC)
				? CacheControl.maxAge(Duration.ofDays(1)).cachePublic() : CacheControl.noStore();
	}

	private Mono<StoredFile> readable(UUID id, Caller caller) {
		return this.files.find(id)
			.filter((file) -> file.isReadableBy(caller))
			.switchIfEmpty(Mono.error(Refusal.notFound(Text.of("没有这个附件。", "There is no such file."))));
	}

}
