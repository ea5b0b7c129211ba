package renda.legislation.conference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Public;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The regulations that press conferences were about.
 */
@RestController
@RequestMapping("/api/v1/legislation/press-conference-regulations")
@Tag(name = "press-conferences")
class CoveredController {

	private final Conferences conferences;

	private final Listings listings;

	CoveredController(Conferences conferences, Listings listings) {
		this.conferences = conferences;
		this.listings = listings;
	}

	/**
	 * The regulations that press conferences were about, each once however often.
	 */
	@Public
	@GetMapping
	@Operation(summary = "发布的法规 · The regulations that press conferences were about, each once")
	Mono<ResponseEntity<Object>> covered(@ParameterObject @ModelAttribute PressConference.CoveredFilter filter,
			ListRequest request) {
		return this.listings.open(request, "press-conference-regulations",
				(page) -> this.conferences.covered(filter, page));
	}

}
