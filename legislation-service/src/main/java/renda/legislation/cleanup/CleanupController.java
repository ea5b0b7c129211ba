package renda.legislation.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import renda.legislation.cleanup.CleanupAction.CleanupBeginning;
import renda.legislation.cleanup.CleanupRound.Topic;
import renda.legislation.impact.Referring.Referrer;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

@RestController
@RequestMapping(CleanupKind.PATH)
@Tag(name = "cleanup-rounds", description = "法规规章规范性文件专项清理：范围、自查、逐件决定、后续修改废止（立法法 第一百一十六条）")
class CleanupController {

	private final CleanupKind kind;

	private final CleanupRounds rounds;

	private final Proceedings proceedings;

	private final CleanupKnown known;

	private final CaseCodes codes;

	private final CityProfile city;

	private final Listings listings;

	private final Clock clock;

	CleanupController(CleanupKind kind, CleanupRounds rounds, Proceedings proceedings, CleanupKnown known,
			CaseCodes codes, CityProfile city, Listings listings, Clock clock) {
		this.kind = kind;
		this.rounds = rounds;
		this.proceedings = proceedings;
		this.known = known;
		this.codes = codes;
		this.city = city;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists the rounds that the caller may read: everybody those whose scope is fixed.
	 */
	@Public
	@GetMapping
	@Operation(summary = "清理列表 · Clean-up rounds",
			description = """
					Filters: state, field, superior, term, code, regulation (in the scope), year (of the completion), completed, \
					completedTo, sample; q searches topics and titles.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute CleanupRounds.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "cleanup-rounds",
				(page) -> this.rounds.find(filter, caller, page));
	}

	/**
	 * One round with its scope, its clocks and what this caller may do to it now. 404
	 * where the caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "清理 · One round (立法法 第一百一十六条)")
	Mono<ResponseEntity<Shown<CleanupView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a round, in order; who took them and what they said is shown to
	 * those who act in it.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * What the register proposes for the scope: the city's texts in force today that
	 * refer to the superior law, each with the articles that do.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COUNCIL })
	@GetMapping("/{id}/proposal")
	@Operation(summary = "法规库提出的范围 · What the register proposes for the scope")
	Mono<List<Referrer>> proposal(@PathVariable UUID id, Caller caller) {
		return this.proceedings.found(this.kind, id, caller)
			.flatMap((round) -> this.known.proposed(round, LocalDate.now(this.clock)));
	}

	/**
	 * Begins a round. 422 LEG-79 (立法法 第一百一十六条) where neither a superior law nor a
	 * document that asks for it is named.
	 */
	@Allowed(Role.LEGISLATIVE_OFFICE)
	@PostMapping
	@Operation(summary = "开展清理 · Begin a round")
	Mono<ResponseEntity<Shown<CleanupView>>> begin(@Valid @RequestBody CleanupBeginning body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		Topic topic = new Topic(body.title().strip(), body.field().strip(), Given.orEmpty(body.superior()),
				body.changedOn(), Given.orEmpty(body.basis()));
		return this.proceedings
			.open(this.kind, "begin", body,
					() -> this.codes.next(CleanupKind.PREFIX, today.getYear())
						.map((code) -> CleanupRound.begun(Ids.next(), code, term(today), today, topic, false)),
					command);
	}

	private int term(LocalDate on) {
		return this.city.termOn(on)
			.map(CityProfile.Term::number)
			.orElseThrow(() -> new IllegalStateException("the city profile has no term on " + on));
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/cleanup-round}, and for one round by its
	 * {@code actions}. 400 where the project of the plan is unknown.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.COUNCIL, Role.ORGAN, Role.MAKER, Role.COMMITTEE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<CleanupView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> this.known.completed(id, step, sent, LocalDate.now(this.clock)), command);
	}

}
