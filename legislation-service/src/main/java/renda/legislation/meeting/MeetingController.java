package renda.legislation.meeting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.legislation.meeting.MeetingAction.MeetingPlan;
import renda.legislation.member.Members;
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
@RequestMapping(MeetingKind.PATH)
@Tag(name = "meetings", description = "会议：议程、通知、签到、法定人数、会次（地方组织法 第十四条、第五十一条）")
class MeetingController {

	private final MeetingKind kind;

	private final Meetings meetings;

	private final Members members;

	private final Proceedings proceedings;

	private final MeetingKnown known;

	private final Listings listings;

	private final CityProfile city;

	private final Clock clock;

	MeetingController(MeetingKind kind, Meetings meetings, Members members, Proceedings proceedings, MeetingKnown known,
			Listings listings, CityProfile city, Clock clock) {
		this.kind = kind;
		this.meetings = meetings;
		this.members = members;
		this.proceedings = proceedings;
		this.known = known;
		this.listings = listings;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Lists meetings: the public knows of one since its notice, those of the committee
	 * and its offices since it was planned.
	 */
	@Public
	@GetMapping
	@Operation(summary = "会议列表 · Meetings",
			description = """
					Filters: body, term, kind, state, year, from and to (meetings that touch these days), held, subject (a case on \
					the agenda), attendingDeputy (seat); q searches names and agendas.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Meetings.Filter filter, ListRequest request,
			Caller caller) {
		return this.kind.isInsider(caller)
				? this.listings.restricted(request, "meetings", (page) -> this.meetings.find(filter, caller, page))
				: this.listings.open(request, "meetings", (page) -> this.meetings.find(filter, caller, page));
	}

	/**
	 * One meeting with its agenda, its clocks and what this caller may do now. 404 where
	 * the caller may not know of it.
	 */
	@Public
	@GetMapping("/{id}")
	@Operation(summary = "会议 · One meeting")
	Mono<ResponseEntity<Shown<MeetingView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	/**
	 * The steps taken on a meeting, in order.
	 */
	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Plans a meeting. 409 where the term has a meeting of this number; 400 for a term
	 * the city does not know or an end before the beginning; 422 MTG-14 (地方组织法 第十四条) for
	 * an extra session that neither the committee nor enough deputies call.
	 */
	@Allowed({ Role.COUNCIL, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "计划会议 · Plan a meeting")
	Mono<ResponseEntity<Shown<MeetingView>>> plan(@Valid @RequestBody MeetingPlan body, Command command) {
		command.caller().requireArea(this.city.code());
		this.city.term(body.term());
		requireOrder(body.from(), body.to());
		LocalDate today = LocalDate.now(this.clock);
		return this.members.count(body.body(), today).flatMap((count) -> {
			MeetingPlan plan = body.among(count);
			return this.proceedings.open(this.kind, "plan", plan,
					() -> Mono
						.just(Meeting.planned(Ids.next(), today, plan.convening(), Boolean.TRUE.equals(plan.sample()))),
					command);
		});
	}

	/**
	 * Takes a step. Which ones there are, by whom and from which states is told by
	 * {@code GET /api/v1/legislation/workflows/meeting}, and for one meeting by its
	 * {@code actions}. 400 where an agenda names no such case.
	 */
	@Allowed({ Role.COUNCIL, Role.CHAIR, Role.GENERAL_OFFICE })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<MeetingView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		if (body != null && (step.equals("fix-date") || step.equals("postpone"))) {
			requireOrder(body);
		}
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> this.known.completed(id, step, sent, command.caller()), command);
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private static void requireOrder(JsonNode body) {
		try {
			requireOrder(LocalDate.parse(body.path("from").asString("")),
					LocalDate.parse(body.path("to").asString("")));
		}
		catch (DateTimeException ex) {
			return;
		}
	}

	private static void requireOrder(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			throw Refusal.invalid("/to", Text.of("不得早于 from。", "It is not before from."));
		}
	}

}
