package renda.supervision.petition;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.audit.AuditTrail;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.cases.TimelineEntry;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
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
@RequestMapping(PetitionKind.PATH)
@Tag(name = "petition", description = "信访事项（信访工作条例）：登记、转送交办、办理、复查、复核；全部保密")
class PetitionController {

	/** What a petitioner reads of what was said: what was said to them. */
	private static final Set<String> TOLD = Set.of("register", "add-receipt", "divert", "decline", "notify", "accept",
			"not-accept", "extend", "answer", "ask-reexamination", "reexamine", "ask-review", "review", "rate");

	private final Petitions petitions;

	private final PetitionKind kind;

	private final PetitionSteps steps;

	private final Proceedings proceedings;

	private final Listings listings;

	private final AuditTrail audit;

	PetitionController(Petitions petitions, PetitionKind kind, PetitionSteps steps, Proceedings proceedings,
			Listings listings, AuditTrail audit) {
		this.petitions = petitions;
		this.kind = kind;
		this.steps = steps;
		this.proceedings = proceedings;
		this.listings = listings;
		this.audit = audit;
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE, Role.RESIDENT })
	@GetMapping
	@Operation(summary = "信访事项列表 · The matters the caller may know of",
			description = """
					The petition office and the chairs read all, an organ those it deals with now, a resident their own; nobody \
					one that accuses them. Filters: state, category, route, channel, area, handler, supervised, receivedFrom, \
					receivedTo, supervisedFrom, supervisedTo. q searches codes and the names of handling organs: what \
					petitioners say is sealed and not searched. Overdue matters: /deadlines?kind=petition&status=OVERDUE.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Petitions.Filter filter, ListRequest request,
			Caller caller) {
		return this.listings.restricted(request, "petitions", (page) -> this.petitions.find(filter, page, caller));
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE, Role.RESIDENT })
	@GetMapping("/{id}")
	@Operation(summary = "信访事项 · One matter", description = """
			Persons are masked for all who do not work on it; that staff read them unmasked goes into the audit trail. \
			404, the same as for no matter at all, for all who may not know of it (信访工作条例 第三十条).""")
	Mono<ResponseEntity<Shown<PetitionView>>> one(@PathVariable UUID id, Command command) {
		return this.proceedings.one(this.kind, id, command.caller())
			.flatMap((answer) -> read(answer, command).thenReturn(answer));
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE, Role.RESIDENT })
	@GetMapping("/{id}/timeline")
	@Operation(summary = "办理过程 · The steps of a matter", description = """
			Those who work on it read what was said in each step; a petitioner reads what was said to them.""")
	Mono<ResponseEntity<List<TimelineEntry>>> timeline(@PathVariable UUID id, Caller caller) {
		boolean resident = caller.has(Role.RESIDENT);
		return this.proceedings.timeline(this.kind, id, caller)
			.map((steps) -> steps.stream().map((step) -> resident ? told(step) : step).toList())
			.map((steps) -> ResponseEntity.ok().header("Cache-Control", "no-store").body(steps));
	}

	@Allowed({ Role.PETITION_OFFICE, Role.CHAIR, Role.ORGAN, Role.COMMITTEE, Role.AUDIT_OFFICE, Role.RESIDENT })
	@PostMapping("/{id}/{action}")
	@Operation(summary = "办理步骤 · Take a step; If-Match required")
	Mono<ResponseEntity<Shown<PetitionView>>> act(@PathVariable UUID id, @PathVariable String action,
			@RequestBody(required = false) @Nullable JsonNode body, Command command) {
		return this.steps.take(id, action, body, command);
	}

	private Mono<Void> read(ResponseEntity<Shown<PetitionView>> answer, Command command) {
		Shown<PetitionView> shown = answer.getBody();
		if (shown == null || shown.view().masked() || command.caller().has(Role.RESIDENT)) {
			return Mono.empty();
		}
		return this.audit.append(command,
				Answer.changed(shown.view().version(), "petition/" + shown.view().id(), shown));
	}

	private static TimelineEntry told(TimelineEntry step) {
		return TOLD.contains(step.step()) ? step
				: new TimelineEntry(step.position(), step.step(), step.title(), step.from(), step.to(), step.on(),
						step.at(), null, step.actor(), step.rules(), step.ruleSet(), step.late(), null);
	}

}
