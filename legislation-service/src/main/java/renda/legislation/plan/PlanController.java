package renda.legislation.plan;

import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import renda.legislation.plan.PlanAction.DraftPlan;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;

@RestController
@RequestMapping(PlanKind.PATH)
@Tag(name = "legislative-plans", description = "五年立法规划、年度立法计划（郑州市地方立法条例(2001) 第四十六条；立法法 第五十六条）")
class PlanController {

	private final PlanKind kind;

	private final PlanLists lists;

	private final PlanOffice office;

	private final Proceedings proceedings;

	private final Listings listings;

	PlanController(PlanKind kind, PlanLists lists, PlanOffice office, Proceedings proceedings, Listings listings) {
		this.kind = kind;
		this.lists = lists;
		this.office = office;
		this.proceedings = proceedings;
		this.listings = listings;
	}

	/**
	 * Lists plans: those published, for offices all.
	 */
	@Public
	@GetMapping
	@Operation(summary = "立法规划、计划列表 · Legislative plans",
			description = "Filters: kind (TERM, ANNUAL), state, term, year; q searches the title; sort: -year, year.")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute PlanLists.PlanFilter filter, ListRequest request,
			Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "plans",
				(page) -> this.lists.plans(filter, caller, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "立法规划、计划 · One plan with its items, changes and editions")
	Mono<ResponseEntity<Shown<PlanView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Each item with what came of it: who drafts it, the stage its bill has reached, what
	 * it ended with.
	 */
	@Public
	@GetMapping("/{id}/progress")
	@Operation(summary = "计划与进展 · The plan against what came of it")
	Mono<PlanLists.PlanProgress> progress(@PathVariable UUID id, Caller caller) {
		return this.proceedings.found(this.kind, id, caller).flatMap(this.lists::progress);
	}

	/**
	 * Begins a plan; its clocks run from the term's first session, or to the day of the
	 * year before. 400 where the city knows no such term, or an annual plan names no
	 * year; 409 exists-or-in-use where there is one of the same term or year.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE })
	@PostMapping
	@Operation(summary = "开始编制 · Begin a plan")
	Mono<ResponseEntity<Shown<PlanView>>> draft(@Valid @RequestBody DraftPlan body, Command command) {
		return this.office.draft(body, command);
	}

	/**
	 * Takes a step. 422 LEG-11 (郑州市地方立法条例(2001) 第四十六条) for a change without report or
	 * opinion; LEG-01, LEG-02, LEG-03, LEG-09 where an item may not be planned: then the
	 * whole step is refused.
	 */
	@Allowed({ Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COUNCIL, Role.COMMITTEE, Role.ORGAN })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<PlanView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.office.act(id, step, body, command);
	}

}
