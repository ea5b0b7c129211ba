package renda.legislation.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register: regulations and their versions (法规库).
 */
@Tag(name = "法规库", description = "Regulations, versions and what is in force on a day")
@RestController
@RequestMapping("/api/v1/legislation/regulations")
class RegulationController {

	private final Regulations regulations;

	private final Versions versions;

	private final Listings listings;

	private final Clock clock;

	RegulationController(Regulations regulations, Versions versions, Listings listings, Clock clock) {
		this.regulations = regulations;
		this.versions = versions;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Regulations as they are on a day. Sorts: {@code title}, {@code -title},
	 * {@code -modified}.
	 */
	@Operation(summary = "法规列表 · Regulations as they are on a day")
	@Public
	@GetMapping
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Regulation.Filter filter, ListRequest request) {
		LocalDate on = day(filter.on());
		return this.listings.open(request, "regulations", (page) -> this.regulations.find(filter, on, page));
	}

	/**
	 * One regulation as it is on a day; 404 where there is none.
	 */
	@Operation(summary = "一部法规 · One regulation, with its status on a day")
	@Public
	@GetMapping("/{id}")
	Mono<ResponseEntity<Regulation>> one(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on) {
		return this.regulations.existing(id, day(on)).map((regulation) -> Reads.open(regulation.version(), regulation));
	}

	/**
	 * All versions of a regulation, the oldest first, each with its status on a day.
	 */
	@Operation(summary = "版本沿革 · All versions, the oldest first")
	@Public
	@GetMapping("/{id}/versions")
	Mono<ResponseEntity<List<RegulationVersion>>> versions(@PathVariable UUID id,
			@RequestParam(required = false) @Nullable LocalDate on) {
		LocalDate day = day(on);
		return this.regulations.existing(id, day)
			.flatMap((regulation) -> this.versions.of(id, day).map((all) -> Reads.open(regulation.version(), all)));
	}

	/**
	 * One version of a regulation.
	 */
	@Operation(summary = "一个版本 · One version")
	@Public
	@GetMapping("/{id}/versions/{versionId}")
	Mono<ResponseEntity<RegulationVersion>> version(@PathVariable UUID id, @PathVariable UUID versionId) {
		return this.versions.one(versionId, day(null))
			.filter((version) -> version.regulationId().equals(id))
			.switchIfEmpty(Mono.error(Missing::version))
			.map((version) -> ResponseEntity.ok()
				.cacheControl(CacheControl.maxAge(Reads.FRESH).cachePublic())
				.body(version));
	}

	/**
	 * All texts ever entered for a version: the current one, and those put right since,
	 * with the reason.
	 */
	@Operation(summary = "文本记录 · The texts entered for a version, corrections with their reason")
	@Public
	@GetMapping("/{id}/versions/{versionId}/texts")
	Mono<List<Versions.TextEntry>> texts(@PathVariable UUID id, @PathVariable UUID versionId) {
		return this.versions.one(versionId, day(null))
			.filter((version) -> version.regulationId().equals(id))
			.switchIfEmpty(Mono.error(Missing::version))
			.flatMap((version) -> this.versions.entries(versionId));
	}

	private LocalDate day(@Nullable LocalDate on) {
		return Days.of(on, this.clock);
	}

}
