package renda.legislation.actingchair;

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
import renda.legislation.actingchair.ActingChairAction.ActingProposed;
import renda.legislation.actingchair.ActingChairAction.Officers;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
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
@RequestMapping(ActingChairKind.PATH)
@Tag(name = "acting-chairs", description = "代理主任：主任因健康情况不能工作或者缺位时在副主任中推选（地方组织法 第五十五条）")
class ActingChairController {

	private final ActingChairKind kind;

	private final ActingChairs all;

	private final Members members;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final CityProfile city;

	private final Listings listings;

	private final Clock clock;

	ActingChairController(ActingChairKind kind, ActingChairs all, Members members, Proceedings proceedings,
			CaseCodes codes, CityProfile city, Listings listings, Clock clock) {
		this.kind = kind;
		this.all = all;
		this.members = members;
		this.proceedings = proceedings;
		this.codes = codes;
		this.city = city;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists who acts and acted for the chair; the committee and its offices also see
	 * proposals.
	 */
	@Public
	@GetMapping
	@Operation(summary = "代理主任列表 · Who acts for the chair", description = "Filters: state, member.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute ActingChairs.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "acting-chairs",
				(page) -> this.all.find(filter, caller, page));
	}

	/**
	 * One of them, with what this caller may do now. 404 where the caller may not know of
	 * it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "代理主任 · One of them")
	Mono<ResponseEntity<Shown<ActingChairView>>> one(@PathVariable UUID id, Caller caller) {
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
	 * Proposes a vice-chair, whom the committee then elects at a meeting (purpose ELECT).
	 * 400 for somebody who is not on the roll; 422 MTG-39 (地方组织法 第五十五条) for one who is no
	 * vice-chair in office, a vacancy where there is a chair, and while somebody acts.
	 */
	@Allowed(Role.COUNCIL)
	@PostMapping
	@Operation(summary = "提出代理主任人选 · Propose who acts for the chair (地方组织法 第五十五条)")
	Mono<ResponseEntity<Shown<ActingChairView>>> propose(@Valid @RequestBody ActingProposed body, Command command) {
		command.caller().requireArea(this.city.code());
		LocalDate today = LocalDate.now(this.clock);
		return this.members.byIds(List.of(body.member()))
			.flatMapIterable((found) -> found)
			.filter((member) -> member.body() == Body.STANDING_COMMITTEE)
			.next()
			.switchIfEmpty(Mono.error(
					() -> Refusal.invalid("/member", Text.of("不是常委会组成人员。", "No member of the committee has this id."))))
			.flatMap((member) -> officers(member, today)
				.flatMap((known) -> this.proceedings.open(this.kind, "propose", body.among(known),
						() -> this.codes.next(ActingChairKind.PREFIX, today.getYear())
							.map((code) -> ActingChair.proposed(Ids.next(), code, today, member.id(), member.name(),
									body.ground(), body.reason().strip(), Boolean.TRUE.equals(body.sample()))),
						command)));
	}

	private Mono<Officers> officers(Member member, LocalDate on) {
		return this.members.council(on)
			.zipWith(this.all.now().hasElement())
			.map((known) -> new Officers(
					known.getT1()
						.stream()
						.anyMatch((one) -> one.id().equals(member.id()) && one.post() == Member.Post.VICE_CHAIR),
					known.getT1().stream().anyMatch((one) -> one.post() == Member.Post.CHAIR), known.getT2()));
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/acting-chair}; the election follows from
	 * the committee's ballot.
	 */
	@Allowed({ Role.COUNCIL, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<ActingChairView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, command);
	}

}
