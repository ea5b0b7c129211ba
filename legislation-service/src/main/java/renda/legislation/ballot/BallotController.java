package renda.legislation.ballot;

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
@RequestMapping(VisibleBallots.PATH)
@Tag(name = "ballots", description = "表决：从付表决到宣布结果（地方组织法 第二十五条、第五十一条）")
class BallotController {

	private final BallotKind kind;

	private final Ballots ballots;

	private final Facts facts;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	BallotController(BallotKind kind, Ballots ballots, Facts facts, Proceedings proceedings, CaseCodes codes,
			Listings listings, Clock clock) {
		this.kind = kind;
		this.ballots = ballots;
		this.facts = facts;
		this.proceedings = proceedings;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists ballots with their numbers, once announced. Those not opened yet are listed
	 * for members, deputies and those who prepare them.
	 */
	@Public
	@GetMapping
	@Operation(summary = "表决列表 · Ballots", description = """
			Filters: state, meeting, body, term, purpose, secret, passed, code, subject (bill/018f…, item/018f…), \
			announcedFrom/To; q searches the question.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Ballots.Filter filter, ListRequest request,
			Caller caller) {
		boolean inside = BallotKind.isInside(caller);
		return inside ? this.listings.restricted(request, "ballots", (page) -> this.ballots.find(filter, true, page))
				: this.listings.open(request, "ballots", (page) -> this.ballots.find(filter, false, page));
	}

	/**
	 * One ballot with what this caller may do to it now. Numbers are shown once
	 * announced; before, once counted, to those who act in it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "表决 · One ballot")
	Mono<ResponseEntity<Shown<BallotView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a ballot. Votes are no steps.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Prepares a ballot on items of a meeting's adopted agenda. 400 where the meeting, an
	 * item or an earlier ballot is unknown; 422 MTG-09 (地方组织法 第五十四条) where an item is not
	 * adopted, LEG-45 (立法法 第四十六条) and APT-17 where items do not belong together, INQ-24
	 * (监督法 第六十二条), APT-16, MOT-16 (地方组织法 第二十八条) and MTG-22 where it must be secret,
	 * LEG-44 (立法法 第四十四条) without the clause. An item that is an election among candidates
	 * gets one paper for all of them.
	 */
	@Allowed({ Role.COUNCIL, Role.GENERAL_OFFICE, Role.CHAIR })
	@PostMapping
	@Operation(summary = "拟付表决 · Prepare a ballot (地方组织法 第五十四条)")
	Mono<ResponseEntity<Shown<BallotView>>> draft(@Valid @RequestBody BallotAction.Draft body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return this.proceedings.open(this.kind, "draft", body,
				() -> this.facts.asked(body, today)
					.flatMap((asked) -> this.codes.next("BJ", today.getYear())
						.map((code) -> Ballot.draft(Ids.next(), code, today, asked.question(), asked.known()))),
				command);
	}

	/**
	 * Takes a step: open (counts those present; 422 MTG-02, MTG-13 without quorum,
	 * LEG-44, MTG-21, APT-18 out of order), start, close, fall-back, tally, confirm,
	 * announce, record, withdraw. By whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/ballot}.
	 */
	@Allowed({ Role.COUNCIL, Role.GENERAL_OFFICE, Role.CHAIR })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<BallotView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, command);
	}

}
