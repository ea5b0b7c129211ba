package renda.legislation.interpretation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;

import renda.legislation.interpretation.InterpretationAction.InterpretationRequest;
import renda.legislation.interpretation.Interpretations.InterpretationFilter;
import renda.legislation.regulation.LegalTexts;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(InterpretationKind.PATH)
@Tag(name = "interpretations", description = "地方性法规解释与书面答复（郑州市地方立法条例 第三十九条至第四十三条、第五十五条）")
class InterpretationController {

	private final InterpretationKind kind;

	private final Interpretations interpretations;

	private final LegalTexts texts;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	InterpretationController(InterpretationKind kind, Interpretations interpretations, LegalTexts texts,
			Proceedings proceedings, CaseCodes codes, Listings listings, Clock clock) {
		this.kind = kind;
		this.interpretations = interpretations;
		this.texts = texts;
		this.proceedings = proceedings;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the interpretations that the caller may read: everybody those that came
	 * before a meeting, a requester its own, those who work on them all.
	 */
	@Public
	@GetMapping
	@Operation(summary = "法规解释列表 · Interpretations; filters: state, regulation, requester")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute InterpretationFilter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "interpretations",
				(page) -> this.interpretations.find(filter, caller, page));
	}

	/**
	 * One interpretation. 404 where the caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "法规解释 · One interpretation (郑州市地方立法条例 第三十九条)")
	Mono<ResponseEntity<Shown<Interpretation>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken, in order.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Asks for an interpretation, or puts a written question (without {@code ground}).
	 * 422 LEG-63 unless it is a regulation of the city in force, LEG-64 unless the caller
	 * is one of those who may ask; 400 where the register has no such regulation.
	 */
	@Allowed({ Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.COUNTY_COMMITTEE })
	@PostMapping
	@Operation(summary = "提请解释 · Ask for an interpretation")
	Mono<ResponseEntity<Shown<Interpretation>>> request(@Valid @RequestBody InterpretationRequest body,
			Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return this.texts.registered(body.regulation())
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/regulation",
					Text.of("法规库中没有这部法规。", "The register has no such regulation."))))
			.map((found) -> new Interpretation.InterpretationAsked(found.id(), found.title(), body.article().strip(),
					found.city() && found.inForce(), body.ground(), body.question().strip(), body.requester(),
					command.caller().organ()))
			.flatMap((request) -> this.proceedings.open(this.kind, "request", body,
					() -> this.codes.next("JS", today.getYear())
						.map((code) -> Interpretation.requested(Ids.next(), code, today, request,
								Boolean.TRUE.equals(body.sample()))),
					command));
	}

	/**
	 * Takes a step; {@code GET /api/v1/legislation/workflows/interpretation} tells which.
	 */
	@Allowed({ Role.COUNCIL, Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<Interpretation>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, command);
	}

}
