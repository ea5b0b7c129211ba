package renda.legislation.search;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.RegulationKind;
import renda.platform.search.Bigrams;
import renda.platform.search.Highlights;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Search in titles and articles (法规检索).
 */
@Tag(name = "法规检索", description = "Search in titles and articles, Chinese words of two characters included")
@RestController
@RequestMapping("/api/v1/legislation/search")
class SearchController {

	private final Search search;

	private final Clock clock;

	SearchController(Search search, Clock clock) {
		this.search = search;
		this.clock = clock;
	}

	/**
	 * Finds words in the texts in force on a day; hits in titles come first, then
	 * articles by rank. All words of {@code q} must occur, each as written. A word that
	 * is too common is ranked among its first 200 places.
	 * @param on the day; today unless told
	 */
	@Operation(summary = "检索 · Search titles and articles, with highlighted fragments")
	@Public
	@GetMapping
	Mono<ResponseEntity<Results>> search(@ParameterObject @ModelAttribute Search.Filter filter,
			@RequestParam(required = false) @Nullable LocalDate on, ListRequest request) {
		String q = request.q();
		if (q == null || Bigrams.query(q).isEmpty()) {
			return Mono.error(Refusal.invalid("q", Text.of("请给出检索词。", "Give the words to search for.")));
		}
		if (request.modifiedSince() != null || request.sort() != null) {
			return Mono.error(Refusal.invalid((request.sort() != null) ? "sort" : "modifiedSince",
					Text.of("检索结果按相关度排列，不支持此参数。", "Search results come by rank; this parameter is not supported.")));
		}
		int limit = Math.min(request.limit(), 100);
		return this.search.find(q, Days.of(on, this.clock), filter, limit + 1, place(request.cursor())).map((hits) -> {
			boolean more = hits.size() > limit;
			List<Search.Hit> kept = more ? hits.subList(0, limit) : hits;
			Results results = new Results(kept.stream().map((hit) -> Result.of(hit, q)).toList(),
					more ? cursor(kept.getLast()) : null);
			return ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic())
				.body(results);
		});
	}

	private static String cursor(Search.Hit hit) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((Float.floatToIntBits(hit.score()) + "|" + hit.place()).getBytes(StandardCharsets.UTF_8));
	}

	private static Search.@Nullable Place place(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		try {
			String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
			int bar = plain.indexOf('|');
			float score = Float.intBitsToFloat(Integer.parseInt(plain.substring(0, bar)));
			String place = plain.substring(bar + 1);
			if (!Float.isFinite(score) || !place.matches("[0-9a-f/-]{1,60}")) {
				throw new IllegalArgumentException(cursor);
			}
			return new Search.Place(score, place);
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			throw Refusal.invalid("cursor",
					Text.of("cursor 无效：请原样使用上一页给出的 next。", "Send back the `next` of the page before."));
		}
	}

	/**
	 * What was found.
	 *
	 * @param items the hits, best first
	 * @param next the cursor of the next page; missing at the end
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Results(List<Result> items, @Nullable String next) {
	}

	/**
	 * A hit.
	 *
	 * @param regulationId the regulation
	 * @param versionId the version in force on the day
	 * @param title the regulation's title
	 * @param kind its kind
	 * @param jurisdiction the place whose regulation it is
	 * @param nodeId the article; empty for a hit in the title
	 * @param label the article as printed; empty for a hit in the title
	 * @param path the headings above the article
	 * @param fragment the words around the hit
	 * @param score the rank; hits in titles have 10 and more
	 */
	record Result(UUID regulationId, UUID versionId, String title, RegulationKind kind, String jurisdiction,
			String nodeId, String label, String path, Highlights.Fragment fragment, float score) {

		static Result of(Search.Hit hit, String q) {
			return new Result(hit.regulationId(), hit.versionId(), hit.title(), hit.kind(), hit.jurisdiction(),
					hit.nodeId(), hit.label(), hit.path(), Highlights.first(hit.words().replace('\n', ' '), q),
					hit.score());
		}

	}

}
