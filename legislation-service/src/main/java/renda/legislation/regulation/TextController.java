package renda.legislation.regulation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.format.Representation;
import renda.legislation.format.TextFormat;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.platform.security.Public;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The words of regulations, at a date or of a version (法规文本).
 */
@Tag(name = "法规文本", description = "Texts at a date, tables of contents, articles, references")
@RestController
@RequestMapping("/api/v1/legislation/regulations/{id}")
class TextController {

	/** A version's text changes only when it is put right. */
	private static final Duration SETTLED = Duration.ofMinutes(5);

	private final LegalTexts texts;

	private final TextWriter writer;

	private final Versions versions;

	TextController(LegalTexts texts, TextWriter writer, Versions versions) {
		this.texts = texts;
		this.writer = writer;
		this.versions = versions;
	}

	/**
	 * The text in force on a day (the latest at or before it), or exactly one version.
	 * {@code Accept}, or {@code format}, chooses JSON, HTML, Markdown, plain text, DOCX
	 * or Akoma Ntoso 3.0. 404 where that text is not held; another one is never shown
	 * instead.
	 */
	@Operation(summary = "法规文本 · The text on a day, or of a version, in six formats")
	@Public
	@GetMapping("/text")
	Mono<ResponseEntity<byte[]>> text(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on,
			@RequestParam(required = false) @Nullable UUID version,
			@RequestParam(required = false) @Nullable String format, ServerHttpRequest request) {
		Representation form = Representation.of(format, request, List.of(TextFormat.values()));
		return this.texts.find(id, on, version)
			.flatMap((held) -> body(held, form).map((body) -> form
				.answer(fresh(held, form.extension(), version != null), body, held.version().title())));
	}

	private Mono<byte[]> body(HeldText held, Representation form) {
		return form.format()
			.map((format) -> this.writer.write(held, format).subscribeOn(Schedulers.parallel()))
			.orElseGet(() -> Mono.just(this.writer.json(held)));
	}

	/**
	 * The source of a version, byte for byte as it was given.
	 */
	@Operation(summary = "原始文件 · The source of a version, byte for byte")
	@Public
	@GetMapping("/versions/{versionId}/source")
	Mono<ResponseEntity<byte[]>> source(@PathVariable UUID id, @PathVariable UUID versionId) {
		return this.texts.find(id, null, versionId)
			.flatMap((held) -> this.versions.raw(versionId)
				.map((raw) -> fresh(held, "source", true).contentType(MediaType.APPLICATION_OCTET_STREAM)
					.header("X-Content-Type-Options", "nosniff")
					.header(HttpHeaders.CONTENT_DISPOSITION, Representation.download(held.version().title(), "md"))
					.body(raw)));
	}

	/**
	 * The table of contents: 编, 章, 节 and the labels of their articles, with the ids that
	 * {@code /articles} takes.
	 */
	@Operation(summary = "目录 · Table of contents on a day or of a version")
	@Public
	@GetMapping("/toc")
	Mono<ResponseEntity<Toc>> toc(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on,
			@RequestParam(required = false) @Nullable UUID version) {
		return this.texts.find(id, on, version).map((held) -> {
			LegalText text = this.texts.text(held);
			return fresh(held, "toc", version != null).body(new Toc(held.version().id(), text.title(),
					text.articles().size(), text.body().stream().flatMap((node) -> entry(node).stream()).toList()));
		});
	}

	private static Optional<TocEntry> entry(Node node) {
		boolean shown = switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX, ARTICLE -> true;
			case PARAGRAPH, ITEM, POINT, TABLE -> false;
		};
		if (!shown) {
			return Optional.empty();
		}
		List<TocEntry> children = (node.kind() == Node.Kind.ARTICLE) ? List.of()
				: node.children().stream().flatMap((child) -> entry(child).stream()).toList();
		return Optional.of(new TocEntry(node.id(), node.kind(), node.label(), node.text(), children));
	}

	/**
	 * One article, or any other piece by its id, on a day or of a version: where it
	 * stands, its words, and its neighbours.
	 */
	@Operation(summary = "一条 · One article (or paragraph, item …) on a day or of a version")
	@Public
	@GetMapping("/articles/{nodeId}")
	Mono<ResponseEntity<Article>> article(@PathVariable UUID id, @PathVariable String nodeId,
			@RequestParam(required = false) @Nullable LocalDate on,
			@RequestParam(required = false) @Nullable UUID version) {
		return this.texts.find(id, on, version).map((held) -> {
			LegalText text = this.texts.text(held);
			List<Node> path = new ArrayList<>();
			Node node = text.body()
				.stream()
				.flatMap((top) -> find(top, nodeId, path).stream())
				.findFirst()
				.orElseThrow(() -> Refusal.notFound(Text.of("该文本中没有 %s。", "The text has no piece %s.", nodeId)));
			List<String> ids = text.articles().stream().map(Node::id).toList();
			int at = ids.indexOf(Node.article(nodeId));
			return fresh(held, "article", version != null).body(new Article(held.version().id(), held.version().title(),
					path.reversed().stream().map((above) -> (above.label() + " " + above.text()).strip()).toList(),
					node, node.plainText(), (at > 0) ? ids.get(at - 1) : "",
					(at >= 0 && at + 1 < ids.size()) ? ids.get(at + 1) : ""));
		});
	}

	/** Finds a piece, and notes what is around it, the innermost first. */
	private static Optional<Node> find(Node node, String id, List<Node> path) {
		if (node.id().equals(id)) {
			return Optional.of(node);
		}
		for (Node child : node.children()) {
			Optional<Node> found = find(child, id, path);
			if (found.isPresent()) {
				path.add(node);
				return found;
			}
		}
		return Optional.empty();
	}

	/**
	 * The references of a text: to its own articles, and to other texts by title.
	 */
	@Operation(summary = "引用 · References of the text, linked where the register has the target")
	@Public
	@GetMapping("/references")
	Mono<ResponseEntity<List<TextWriter.Linked>>> references(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on,
			@RequestParam(required = false) @Nullable UUID version) {
		return this.texts.find(id, on, version)
			.flatMap((held) -> this.writer.links(held)
				.map((links) -> ResponseEntity.ok()
					.cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic())
					.body(links)));
	}

	private static ResponseEntity.BodyBuilder fresh(HeldText held, String form, boolean settled) {
		return ResponseEntity.ok()
			.eTag("\"" + held.textId() + "-" + form + "-" + held.version().status().ordinal() + "-"
					+ held.version().modifiedAt().toInstant().toEpochMilli() + "\"")
			.cacheControl(CacheControl.maxAge(settled ? SETTLED : Reads.FRESH).cachePublic());
	}

	/**
	 * A table of contents.
	 *
	 * @param versionId the version
	 * @param title the title
	 * @param articles the number of articles
	 * @param entries the top entries
	 */
	record Toc(UUID versionId, String title, int articles, List<TocEntry> entries) {
	}

	/**
	 * A line of a table of contents.
	 *
	 * @param id the id of the piece
	 * @param kind what it is
	 * @param label as printed
	 * @param heading the heading's words; empty for articles
	 * @param children what is inside
	 */
	record TocEntry(String id, Node.Kind kind, String label, String heading, List<TocEntry> children) {
	}

	/**
	 * A piece of a text.
	 *
	 * @param versionId the version
	 * @param title the regulation's title
	 * @param path the headings above, the outermost first
	 * @param node the piece
	 * @param words its words as lines
	 * @param previous the id of the article before; empty if none
	 * @param next the id of the article after; empty if none
	 */
	record Article(UUID versionId, String title, List<String> path, Node node, String words, String previous,
			String next) {
	}

}
