package renda.legislation.compare;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.compare.Comparisons.Label;
import renda.legislation.compare.Comparisons.Side;
import renda.legislation.format.Representation;
import renda.legislation.source.Readings;
import renda.platform.security.Public;
import renda.platform.web.Refusal;

import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Comparison of any two texts by article (条文对照).
 */
@Tag(name = "条文对照", description = "Comparison of any two texts, article by article")
@RestController
@RequestMapping("/api/v1/legislation/regulations/diff")
class DiffController {

	private final Comparisons comparisons;

	private final Readings readings;

	DiffController(Comparisons comparisons, Readings readings) {
		this.comparisons = comparisons;
		this.readings = readings;
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
		Representation form = Comparisons.form(format, request);
		return Mono.zip(this.comparisons.side(from, "from"), this.comparisons.side(to, "to"))
			.flatMap((sides) -> this.comparisons.answer(sides.getT1(), sides.getT2(), form, true));
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
		Representation form = Comparisons.form(format, request);
		Mono<Side> uploaded = Mono.fromCallable(() -> switch (this.readings.read("", draft)) {
			case Readings.Outcome.Taken taken ->
				new Side(Label.draft(null, taken.reading().text().title(), "草案"), taken.reading().text());
			case Readings.Outcome.Refused refused -> throw Refusal.invalid("body", refused.reason());
		}).subscribeOn(Schedulers.parallel());
		return Mono.zip(this.comparisons.side(from, "from"), uploaded)
			.flatMap((sides) -> this.comparisons.answer(sides.getT1(), sides.getT2(), form, true));
	}

}
