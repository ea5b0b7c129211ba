package renda.legislation.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.draft.Draft.DraftArticle;
import renda.legislation.draft.Draft.DraftFilter;
import renda.legislation.format.FormatHeader;
import renda.legislation.format.TextFormat;
import renda.legislation.compare.Comparisons;
import renda.legislation.compare.Comparisons.Label;
import renda.legislation.compare.Comparisons.Side;
import renda.legislation.regulation.TextWriter;
import renda.legislation.format.Representation;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;
import renda.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drafts of cases: their texts, articles and comparisons (草案).
 */
@Tag(name = "草案", description = "Drafts of bills and other cases: texts, articles, comparison (立法法 第五十八条)")
@RestController
@RequestMapping("/api/v1/legislation/drafts")
class DraftController {

	private final Drafts drafts;

	private final TextWriter writer;

	private final Comparisons comparisons;

	private final Listings listings;

	private final JsonMapper json;

	DraftController(Drafts drafts, TextWriter writer, Comparisons comparisons, Listings listings, JsonMapper json) {
		this.drafts = drafts;
		this.writer = writer;
		this.comparisons = comparisons;
		this.listings = listings;
		this.json = json;
	}

	/**
	 * Lists the drafts that the caller may read: everybody those released, those who work
	 * on drafts all, a proposer its own. Sorts: {@code -created}, {@code created}.
	 */
	@Public
	@GetMapping
	@Operation(summary = "草案列表 · Drafts, the latest first; kind and subject narrow to a case")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute DraftFilter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "drafts",
				(page) -> this.drafts.find(filter, caller, page));
	}

	/**
	 * One draft without its text. 404 where there is none, or none that the caller may
	 * read.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "一份草案 · One draft; its text is at /text")
	Mono<ResponseEntity<Draft>> one(@PathVariable UUID id, Caller caller) {
		return visible(id, caller).map((draft) -> draft.released() ? Reads.open(version(draft), draft)
				: Reads.restricted(version(draft), draft));
	}

	/**
	 * The text. {@code Accept}, or {@code format}, chooses JSON, HTML, Markdown, plain
	 * text, DOCX or Akoma Ntoso 3.0.
	 */
	@Public
	@GetMapping("/{id}/text")
	@Operation(summary = "草案文本 · The text of a draft, in six formats")
	Mono<ResponseEntity<byte[]>> text(@PathVariable UUID id, @RequestParam(required = false) @Nullable String format,
			Caller caller, ServerHttpRequest request) {
		Representation form = Representation.of(format, request, List.of(TextFormat.values()));
		return visible(id, caller).flatMap((draft) -> body(draft, form).map((body) -> form
			.answer(fresh(draft, form.extension()), body, draft.title() + "（" + draft.label() + "）")));
	}

	private Mono<byte[]> body(Draft draft, Representation form) {
		FormatHeader header = new FormatHeader(draft.id().toString(), draft.label(), "", "", null, null, null, null,
				null, "");
		return form.format()
			.map((format) -> this.writer.write(header, draft.text(), format))
			.orElseGet(() -> Mono
				.fromSupplier(() -> this.json.writeValueAsBytes(Map.of("draft", draft, "text", draft.text()))));
	}

	/**
	 * The articles of a draft, in the order of the text, with the ids that comments are
	 * anchored to.
	 */
	@Public
	@GetMapping("/{id}/articles")
	@Operation(summary = "草案条文 · The articles of a draft")
	Mono<ResponseEntity<List<DraftArticle>>> articles(@PathVariable UUID id, Caller caller) {
		return visible(id, caller).map((draft) -> fresh(draft, "articles").body(draft.listed()));
	}

	/**
	 * Compares two texts by article, each a draft or a text of the register: a draft with
	 * an earlier one, or with the law that it would change.
	 * @param from the old text: a draft's id, a version's id,
	 * {@code regulationId@2021-10-01}, or a regulation's id for today
	 * @param to the new text, in the same forms
	 * @param format json or html, where {@code Accept} should not choose
	 */
	@Public
	@GetMapping("/diff")
	@Operation(summary = "草案对照 · Compare a draft with another draft or with the law that it would change")
	Mono<ResponseEntity<byte[]>> diff(@RequestParam String from, @RequestParam String to,
			@RequestParam(required = false) @Nullable String format, Caller caller, ServerHttpRequest request) {
		Representation form = Comparisons.form(format, request);
		return Mono.zip(side(from, "from", caller), side(to, "to", caller)).flatMap((sides) -> {
			boolean open = sides.getT1().open() && sides.getT2().open();
			return this.comparisons.answer(sides.getT1().side(), sides.getT2().side(), form, open);
		});
	}

	private Mono<DraftSide> side(String name, String parameter, Caller caller) {
		return draft(name).filter((draft) -> this.drafts.isVisible(draft, caller))
			.map((draft) -> new DraftSide(new Side(Label.draft(draft.id(), draft.title(), draft.label()), draft.text()),
					draft.released()))
			.switchIfEmpty(
					Mono.defer(() -> this.comparisons.side(name, parameter).map((side) -> new DraftSide(side, true))));
	}

	private Mono<Draft> draft(String name) {
		try {
			return this.drafts.byId(UUID.fromString(name));
		}
		catch (IllegalArgumentException ex) {
			return Mono.empty();
		}
	}

	private Mono<Draft> visible(UUID id, Caller caller) {
		return this.drafts.byId(id)
			.filter((draft) -> this.drafts.isVisible(draft, caller))
			.switchIfEmpty(Mono.error(() -> Refusal.notFound(Draft.unknown())));
	}

	private static long version(Draft draft) {
		return draft.released() ? 2 : 1;
	}

	private static ResponseEntity.BodyBuilder fresh(Draft draft, String form) {
		return ResponseEntity.ok()
			.eTag("\"" + draft.id() + "-" + form + "-" + version(draft) + "\"")
			.cacheControl(draft.released() ? CacheControl.maxAge(Reads.FRESH).cachePublic() : CacheControl.noStore());
	}

	private record DraftSide(Side side, boolean open) {
	}

}
