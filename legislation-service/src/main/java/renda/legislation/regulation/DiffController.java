package renda.legislation.regulation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import renda.legislation.text.LegalText;
import renda.legislation.compare.TextDiff;
import renda.legislation.format.TextDiffHtml;
import renda.legislation.format.TextFormat;
import renda.platform.security.Public;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Comparison of any two texts by article (条文对照).
 */
@Tag(name = "条文对照", description = "Comparison of any two texts, article by article")
@RestController
@RequestMapping("/api/v1/legislation/regulations/diff")
class DiffController {

	private final LegalTexts texts;

	private final Versions versions;

	private final Readings readings;

	private final JsonMapper json;

	private final java.time.Clock clock;

	DiffController(LegalTexts texts, Versions versions, Readings readings, JsonMapper json, java.time.Clock clock) {
		this.texts = texts;
		this.versions = versions;
		this.readings = readings;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Compares two texts of the register.
	 * @param from the old text: a version's id, or {@code regulationId@2021-10-01}, or a
	 * regulation's id for today
	 * @param to the new text, in the same forms
	 * @param format json or html, where {@code Accept} should not choose
	 */
	@Operation(summary = "条文对照 · Compare two texts: version ids, id@date, or regulation ids")
	@Public
	@GetMapping
	Mono<ResponseEntity<byte[]>> diff(@RequestParam String from, @RequestParam String to,
			@RequestParam(required = false) @Nullable String format, ServerHttpRequest request) {
		Representation form = Representation.of(format, request, List.of(TextFormat.HTML));
		return Mono.zip(side(from, "from"), side(to, "to"))
			.flatMap((sides) -> answer(sides.getT1(), sides.getT2(), form));
	}

	/**
	 * Compares a text of the register with a draft sent as the body, in Markdown or plain
	 * text of at most 1 MB. Nothing is kept.
	 */
	@Operation(summary = "与草案对照 · Compare a text of the register with an uploaded draft")
	@Public
	@PostMapping(consumes = { "text/markdown", "text/plain" })
	Mono<ResponseEntity<byte[]>> draft(@RequestParam String from, @RequestBody byte[] draft,
			@RequestParam(required = false) @Nullable String format, ServerHttpRequest request) {
		Representation form = Representation.of(format, request, List.of(TextFormat.HTML));
		Mono<Side> uploaded = Mono.fromCallable(() -> switch (this.readings.read("", draft)) {
			case Readings.Outcome.Taken taken ->
				new Side(new Label(null, null, taken.reading().text().title(), "草案"), taken.reading().text());
			case Readings.Outcome.Refused refused -> throw Refusal.invalid("body", refused.reason());
		}).subscribeOn(Schedulers.parallel());
		return Mono.zip(side(from, "from"), uploaded).flatMap((sides) -> answer(sides.getT1(), sides.getT2(), form));
	}

	private Mono<ResponseEntity<byte[]>> answer(Side from, Side to, Representation form) {
		return Mono.fromCallable(() -> {
			TextDiff diff = TextDiff.between(from.text, to.text);
			byte[] body = form.format().isPresent()
					? TextDiffHtml.render(diff, from.label.words(), to.label.words())
						.getBytes(java.nio.charset.StandardCharsets.UTF_8)
					: this.json.writeValueAsBytes(new Comparison(from.label, to.label, diff.same(), diff));
			return ResponseEntity.ok()
				.contentType(form.format().isPresent() ? MediaType.parseMediaType("text/html;charset=UTF-8")
						: MediaType.APPLICATION_JSON)
				.cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic())
				.header("Vary", "Accept")
				.header("X-Content-Type-Options", "nosniff")
				.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
				.body(body);
		}).subscribeOn(Schedulers.parallel());
	}

	private Mono<Side> side(String name, String parameter) {
		int at = name.indexOf('@');
		try {
			UUID id = UUID.fromString((at < 0) ? name : name.substring(0, at));
			LocalDate on = (at < 0) ? null : LocalDate.parse(name.substring(at + 1));
			Mono<HeldText> held = (on != null) ? this.texts.find(id, on, null)
					: this.versions.one(id, LocalDate.now(this.clock))
						.flatMap((version) -> this.texts.find(version.regulationId(), null, id))
						.switchIfEmpty(Mono.defer(() -> this.texts.find(id, null, null)));
			return held.map((text) -> new Side(new Label(text.version().regulationId(), text.version().id(),
					text.version().title(), text.version().label()), this.texts.text(text)));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return Mono.error(Refusal.invalid(parameter, Text.of("须为版本 id、法规id@日期（如 …@2021-10-01）或法规 id。",
					"Give a version's id, a regulation's id@date (such as …@2021-10-01), or a regulation's id.")));
		}
	}

	private record Side(Label label, LegalText text) {
	}

	/**
	 * Which text it is.
	 *
	 * @param regulationId the regulation; missing for a draft
	 * @param versionId the version; missing for a draft
	 * @param title the title
	 * @param label the version: 2018年修正
	 */
	@com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
	record Label(@Nullable UUID regulationId, @Nullable UUID versionId, String title, String label) {

		String words() {
			return this.title + "（" + this.label + "）";
		}

	}

	/**
	 * A comparison.
	 *
	 * @param from the old text
	 * @param to the new text
	 * @param same whether nothing differs
	 * @param diff what differs
	 */
	record Comparison(Label from, Label to, boolean same, TextDiff diff) {
	}

}
