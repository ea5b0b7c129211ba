package renda.legislation.project;

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
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import renda.legislation.project.ProjectAction.ProposeProject;
import renda.legislation.proposal.PublicProposals;
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

@RestController
@RequestMapping(ProjectKind.PATH)
@Tag(name = "legislative-projects", description = "立法项目：建议、列入规划计划、起草、结果（立法法 第八十一条）")
class ProjectController {

	private final ProjectKind kind;

	private final ProjectLists lists;

	private final PublicProposals proposals;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final Listings listings;

	private final Clock clock;

	ProjectController(ProjectKind kind, ProjectLists lists, PublicProposals proposals, Proceedings proceedings,
			CaseCodes codes, Listings listings, Clock clock) {
		this.kind = kind;
		this.lists = lists;
		this.proposals = proposals;
		this.proceedings = proceedings;
		this.codes = codes;
		this.listings = listings;
		this.clock = clock;
	}

	/**
	 * Lists projects: those a public plan names, one's own, for offices all.
	 */
	@Public
	@GetMapping
	@Operation(summary = "立法项目列表 · Legislative projects",
			description = """
					Filters: state, domain, making, origin, itemClass, year (of the last annual plan), plan, startedBy, draftingUnit, code; \
					q searches title and need; sort: -stateSince, stateSince.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute ProjectLists.ProjectFilter filter,
			ListRequest request, Caller caller) {
		return this.listings.answer(caller.isAnonymous(), request, "projects",
				(page) -> this.lists.find(filter, caller, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "立法项目 · One project")
	Mono<ResponseEntity<Shown<ProjectView>>> one(@PathVariable UUID id, Caller caller) {
		return this.proceedings.one(this.kind, id, caller);
	}

	@Public
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken")
	Mono<List<TimelineEntry>> timeline(@PathVariable UUID id, Caller caller) {
		return this.proceedings.timeline(this.kind, id, caller);
	}

	/**
	 * Proposes a project. The public proposes at {@code project-proposals}; the office
	 * names in {@code proposal} the one that it takes up, and its sender finds the
	 * answer. 422 LEG-02 (立法法 第八十一条) where a regulation is to be changed and is not
	 * named; 409 where the proposal is answered already.
	 */
	@Allowed({ Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE, Role.DEPUTY })
	@PostMapping
	@Operation(summary = "提出立法项目建议 · Propose a project (郑州市地方立法条例(2001) 第四十六条)")
	Mono<ResponseEntity<Shown<ProjectView>>> propose(@Valid @RequestBody ProposeProject body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		UUID id = Ids.next();
		Project.Idea idea = Proposing.idea(body, command.caller(), today);
		return this.proceedings.open(this.kind, "propose", body,
				() -> this.proposals.takenUp(body.proposal(), id, command.caller())
					.then(Mono.defer(() -> this.codes.next("XM", today.getYear())))
					.map((code) -> Project.proposed(id, code, today, idea)),
				command);
	}

	/**
	 * Takes a step. Which ones there are is told by
	 * {@code GET /api/v1/legislation/workflows/project}; plans move a project, not steps
	 * of its own. 422 LEG-04 where an especially major matter is not left to the
	 * congress.
	 */
	@Allowed({ Role.ORGAN, Role.COMMITTEE, Role.LEGAL_COMMITTEE, Role.LEGISLATIVE_OFFICE, Role.DEPUTY, Role.COUNCIL })
	@PostMapping("/{id}/{step}")
	@Operation(summary = "办理 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<ProjectView>>> act(@PathVariable UUID id, @PathVariable String step,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.proceedings.act(this.kind, id, step, body, command);
	}

}
