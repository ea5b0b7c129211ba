package renda.deputy.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.deputy.suggestion.SuggestionAction.Draft;
import renda.deputy.suggestion.SuggestionAction.Seated;
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
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
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
@RequestMapping(SuggestionKind.PATH)
@Tag(name = "suggestions", description = "代表建议、批评和意见：从提出到办结（代表法 第三十六条、第五十一条、第五十二条）")
class SuggestionController {

	private final SuggestionKind kind;

	private final Suggestions suggestions;

	private final Proceedings proceedings;

	private final Known known;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	SuggestionController(SuggestionKind kind, Suggestions suggestions, Proceedings proceedings, Known known,
			CaseCodes codes, Listings listings, Clock clock) {
		this.kind = kind;
		this.suggestions = suggestions;
		this.proceedings = proceedings;
		this.known = known;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the suggestions that the caller may read: those that units have, and one's
	 * own. Drafts, those not yet assigned, withdrawn ones and those whose deputies asked
	 * for it are only listed for their deputies and the office.
	 */
	@Public
	@GetMapping
	@Operation(summary = "代表建议列表 · Suggestions", description = """
			Filters: state, field, term, session (15-3 or between), handler, answeredBy, replyClass (A, B, C), rating, \
			priority, onsite, deputy (seat), code, petition, year, submittedFrom/To, assignedFrom/To, answeredFrom/To, \
			ratedTo, implementedTo, onsiteTo, overdue; q searches title and text.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Suggestions.Filter filter, ListRequest request,
			Caller caller) {
		LocalDate today = LocalDate.now(this.clock);
		return this.listings.answer(caller.isAnonymous(), request, "suggestions",
				(page) -> this.suggestions.find(filter, caller, today, page));
	}

	/**
	 * One suggestion with its clocks and what this caller may do to it now. 404 where the
	 * caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "代表建议 · One suggestion (代表法 第五十一条)")
	Mono<ResponseEntity<Shown<SuggestionView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a suggestion, in order; who took them and what they said is
	 * shown to those who act in it.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Begins a draft. 422 SUG-01 (代表法 第三十六条) unless the caller holds a seat in the city's
	 * present congress, DEP-13 (第六十一条) while it is suspended; 400 where the petition is
	 * not one that was guided here.
	 */
	@Allowed(Role.DEPUTY)
	@PostMapping
	@Operation(summary = "起草 · Begin a draft")
	Mono<ResponseEntity<Shown<SuggestionView>>> draft(@Valid @RequestBody Draft body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		Caller caller = command.caller();
		return Mono.zip(this.known.caller(caller, today), this.known.petition(body.petition())).flatMap((facts) -> {
			Optional<Roll.Called> called = facts.getT1();
			List<Seated> seats = called.map(Roll.Called::seat).stream().toList();
			Proposal proposal = new Proposal(body.title(), body.content(), body.field(),
					called.map(Roll.Called::term).orElse(0), body.session(), facts.getT2().orElse(null),
					Boolean.TRUE.equals(body.oneMatter()),
					seats.isEmpty() ? new Proposal.Signer(new UUID(0, 0), caller.name(), caller.subject())
							: seats.getFirst().signer(),
					List.of(), Given.orEmpty(body.proposedHandler()), Boolean.TRUE.equals(body.confidential()));
			return this.proceedings.open(this.kind, "draft", body.by(seats),
					() -> this.codes.next("JY", today.getYear())
						.map((code) -> Suggestion.draft(Ids.next(), code, today, proposal)),
					command);
		});
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/deputy/workflows/suggestion}, and for one suggestion by its
	 * {@code actions}. 400 where a unit or a seat is unknown; 503 units-not-known-yet
	 * before supervision's organs are known here.
	 */
	@Allowed({ Role.DEPUTY, Role.DEPUTY_OFFICE, Role.GENERAL_OFFICE, Role.COUNCIL, Role.COMMITTEE, Role.ORGAN })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<SuggestionView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> this.known.completed(step, sent, command.caller(), LocalDate.now(this.clock)), command);
	}

}
