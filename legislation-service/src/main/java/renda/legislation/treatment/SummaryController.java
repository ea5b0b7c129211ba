package renda.legislation.treatment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.legislation.consultation.Consultations;
import renda.legislation.format.FormatHeader;
import renda.legislation.format.TextFormat;
import renda.legislation.treatment.Adoption.By;
import renda.legislation.treatment.Adoption.Counted;
import renda.platform.security.Caller;
import renda.platform.security.Public;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "consultation-reports", description = "意见采纳情况及反馈报告（立法法 第四十条）")
class SummaryController {

	private final SummaryReport report;

	SummaryController(SummaryReport report) {
		this.report = report;
	}

	/**
	 * How many comments count and what became of them, by article, channel and contact
	 * point. Everyone may read it, while it runs too.
	 */
	@Public
	@GetMapping(Consultations.PATH + "/{id}/adoption")
	@Operation(summary = "采纳情况 · What became of the comments, by article, channel and contact point")
	Mono<Map<String, List<Counted>>> adoption(@PathVariable UUID id) {
		return this.report.counts(id);
	}

	/**
	 * The same over all consultations that have ended.
	 * @param by DRAFT, CONTACT_POINT, CHANNEL, SOURCE or WHOLE
	 */
	@Public
	@GetMapping("/api/v1/legislation/consultation-adoption")
	@Operation(summary = "各草案、各联系点的采纳率 · Adoption rates by draft or contact point, over all consultations ended")
	Mono<List<Counted>> overAll(@RequestParam(defaultValue = "DRAFT") By by,
			@RequestParam(required = false) @Nullable Integer term) {
		return this.report.overAll(term, by);
	}

	/**
	 * The report on what became of the comments. 404 for others than the offices while it
	 * is not published.
	 */
	@Public
	@GetMapping(Consultations.PATH + "/{id}/summary")
	@Operation(summary = "反馈报告 · The report on the comments")
	Mono<SummaryReport.Report> summary(@PathVariable UUID id, Caller caller) {
		return this.report.of(id, caller);
	}

	/**
	 * The same as a document.
	 * @param format DOCX, MARKDOWN, HTML or PLAIN_TEXT
	 */
	@Public
	@GetMapping(Consultations.PATH + "/{id}/summary/document")
	@Operation(summary = "反馈报告文档 · The report as a document")
	Mono<ResponseEntity<byte[]>> document(@PathVariable UUID id, @RequestParam(defaultValue = "DOCX") Form format,
			Caller caller) {
		return this.report.of(id, caller)
			.flatMap((found) -> Mono
				.fromCallable(
						() -> format.text.write(FormatHeader.of(id.toString()), SummaryReport.text(found), List.of()))
				.subscribeOn(Schedulers.parallel())
				.map((bytes) -> ResponseEntity.ok()
					.header(HttpHeaders.CONTENT_TYPE, format.text.mediaType())
					.header("X-Content-Type-Options", "nosniff")
					.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
					.header(HttpHeaders.CONTENT_DISPOSITION,
							"inline; filename=\"" + found.consultation().code() + "." + format.text.extension() + "\"")
					.cacheControl(CacheControl.noStore())
					.body(bytes)));
	}

	/**
	 * The forms of the document.
	 */
	enum Form {

		/** Word. */
		DOCX(TextFormat.DOCX),
		/** Markdown. */
		MARKDOWN(TextFormat.MARKDOWN),
		/** A page. */
		HTML(TextFormat.HTML),
		/** Words only. */
		PLAIN_TEXT(TextFormat.PLAIN_TEXT);

		private final TextFormat text;

		Form(TextFormat text) {
			this.text = text;
		}

	}

}
