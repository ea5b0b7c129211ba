package renda.legislation.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.regulation.Days;
import renda.legislation.regulation.Regulations;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a change of a regulation touches (影响范围).
 */
@Tag(name = "法规库", description = "Regulations, versions and what is in force on a day")
@RestController
@RequestMapping("/api/v1/legislation/regulations/{id}/impact")
class ImpactController {

	private final Regulations regulations;

	private final Impacts impacts;

	private final Listings listings;

	private final Clock clock;

	ImpactController(Regulations regulations, Impacts impacts, Listings listings, Clock clock) {
		this.regulations = regulations;
		this.impacts = impacts;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * What a change touches: the texts in force on a day that refer to this regulation,
	 * by article, and the normative documents filed for review that do. Before a repeal
	 * or an amendment, this is the list to go through.
	 */
	@Operation(summary = "影响范围 · Texts in force that refer to this regulation, by article")
	@Public
	@GetMapping
	Mono<ResponseEntity<Object>> impact(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on,
			ListRequest request) {
		LocalDate day = Days.of(on, this.clock);
		return this.regulations.existing(id, day)
			.flatMap((regulation) -> this.listings.open(request, "impact",
					(page) -> this.impacts.find(regulation, day, page)));
	}

}
