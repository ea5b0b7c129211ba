package renda.deputy.suggestion;

import java.time.Clock;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.security.Allowed;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "suggestions")
class LedgerController {

	private final Promises promises;

	private final GuidedPetitions petitions;

	private final Listings listings;

	private final Clock clock;

	LedgerController(Promises promises, GuidedPetitions petitions, Listings listings, Clock clock) {
		this.promises = promises;
		this.petitions = petitions;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists what units have promised deputies: open, kept, and replaced by a later
	 * answer, of the suggestions that everyone may read.
	 */
	@Public
	@GetMapping("/api/v1/deputy/suggestion-promises")
	@Operation(summary = "承诺事项台账 · What units have promised (河南代表建议办法 第二十七条)", description = """
			Filters: organ, state (OPEN, KEPT, REPLACED), term, code (of the suggestion), dueFrom, dueTo, overdue; \
			q searches the suggestions.""")
	Mono<ResponseEntity<Object>> promises(@ParameterObject @ModelAttribute Promises.Filter filter,
			ListRequest request) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.open(request, "suggestion-promises", (page) -> this.promises.find(filter, today, page));
	}

	/**
	 * Lists petitions that were guided here, to be taken up in a draft
	 * ({@code petition}). Their titles are neutral; nothing else of them is known here.
	 */
	@Allowed({ Role.DEPUTY, Role.DEPUTY_OFFICE })
	@GetMapping("/api/v1/deputy/guided-petitions")
	@Operation(summary = "引导为代表建议的信访事项 · Petitions guided to deputies",
			description = "Filters: area, taken; q searches titles.")
	Mono<ResponseEntity<Object>> petitions(@ParameterObject @ModelAttribute GuidedPetitions.Filter filter,
			ListRequest request) {
		return this.listings.restricted(request, "guided-petitions", (page) -> this.petitions.find(filter, page));
	}

}
