package renda.legislation.remark;

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
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.remark.RemarkAction.RemarkRaised;
import renda.legislation.sitting.Convened;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
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
@RequestMapping(RemarkKind.PATH)
@Tag(name = "remarks", description = "常委会会议上的重要意见和建议：交办、三个月内报告办理结果（河南常委会工作条例 第十一条）")
class RemarkController {

	private final RemarkKind kind;

	private final Remarks remarks;

	private final Sittings sittings;

	private final Members members;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	RemarkController(RemarkKind kind, Remarks remarks, Sittings sittings, Members members, Proceedings proceedings,
			CaseCodes codes, Listings listings, Clock clock) {
		this.kind = kind;
		this.remarks = remarks;
		this.sittings = sittings;
		this.members = members;
		this.proceedings = proceedings;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists remarks: the committee and its office all, an organ those it handles,
	 * everyone those that are answered.
	 */
	@Public
	@GetMapping
	@Operation(summary = "会议意见建议列表 · Remarks",
			description = "Filters: state, meeting, member, organ, year; q searches words, meetings and names.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Remarks.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "remarks",
				(page) -> this.remarks.find(filter, caller, page));
	}

	/**
	 * One remark with its clock and what this caller may do now. 404 where the caller may
	 * not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "会议意见建议 · One remark")
	Mono<ResponseEntity<Shown<RemarkView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a remark, in order.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Raises a remark: a member the own, the office anybody's. 404 for an unknown
	 * meeting; 400 for an item that is not on its agenda, or somebody who is no member;
	 * 403 for a caller who is neither; 422 MTG-29 (河南常委会工作条例 第十一条) unless the committee
	 * has met there.
	 */
	@Allowed({ Role.MEMBER, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "提出重要意见建议 · Raise a remark (河南常委会工作条例 第十一条)")
	Mono<ResponseEntity<Shown<RemarkView>>> raise(@Valid @RequestBody RemarkRaised body, Command command) {
		Caller caller = command.caller();
		LocalDate today = LocalDate.now(this.clock);
		return this.sittings.known(body.meeting(), caller).flatMap((meeting) -> {
			if (body.item() != null && !meeting.items().contains(body.item())) {
				return Mono.error(Refusal.invalid("/item", Text.of("议程没有此项目。", "The agenda has no such item.")));
			}
			return this.proceedings.open(this.kind, "raise", body.at(isHeld(meeting)),
					() -> Mono
						.zip(who(body.member(), meeting, today, caller), this.sittings.of(meeting.id()),
								this.codes.next(RemarkKind.PREFIX, today.getYear()))
						.map((known) -> Remark.raised(Ids.next(), known.getT3(), today,
								saying(body, known.getT1(), known.getT2(), today), Boolean.TRUE.equals(body.sample()))),
					command);
		});
	}

	private static boolean isHeld(Convened meeting) {
		return meeting.body() == Body.STANDING_COMMITTEE && switch (meeting.phase()) {
			case OPEN, CLOSED, PUBLISHED -> true;
			case AHEAD, SIGNING_IN, NOT_HELD -> false;
		};
	}

	private static Remark.Saying saying(RemarkRaised body, Member member, Sitting meeting, LocalDate on) {
		return new Remark.Saying(body.meeting(), meeting.name(), body.item(), member.id(), member.name(),
				member.account(), body.text().strip(), on);
	}

	private Mono<Member> who(@Nullable UUID named, Convened meeting, LocalDate on, Caller caller) {
		if (named == null || !meeting.office()) {
			return this.members.ofAccount(Body.STANDING_COMMITTEE, caller.subject(), on)
				.filter((own) -> named == null || named.equals(own.id()))
				.switchIfEmpty(Mono.error(() -> Refusal.forbidden(Text.of("由常委会组成人员本人提出，或者由办公厅记录（member）。",
						"A member raises the own; the office records a member's (member)."))));
		}
		return this.members.byIds(List.of(named))
			.flatMapIterable((found) -> found)
			.filter((member) -> member.body() == Body.STANDING_COMMITTEE)
			.next()
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/member",
					Text.of("不是常委会组成人员。", "No member of the committee has this id."))));
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/remark}, and for one remark by its
	 * {@code actions}. A late answer says why.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.MEMBER, Role.ORGAN })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<RemarkView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, command);
	}

}
