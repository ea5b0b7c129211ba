package renda.deputy.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.audit.AuditTrail;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Reads;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deputy/deputies")
@Tag(name = "deputies", description = "代表名册：席位从当选到终止（代表法、选举法）")
class DeputyController {

	private final Deputies deputies;

	private final DeputyWorkflow workflow;

	private final PersonalRecords personal;

	private final AuditTrail audit;

	private final Commands commands;

	private final Listings listings;

	DeputyController(Deputies deputies, DeputyWorkflow workflow, PersonalRecords personal, AuditTrail audit,
			Commands commands, Listings listings) {
		this.deputies = deputies;
		this.workflow = workflow;
		this.personal = personal;
		this.audit = audit;
		this.commands = commands;
		this.listings = listings;
	}

	@Public
	@GetMapping
	@Operation(summary = "代表名册 · The seats", description = """
			Filters: level, term, congress, area (of the congress, with all inside), county (where elected), \
			electingUnit, sex, field, group, state, valid, byElection, latestOn; q searches name, unit and field.""")
	Mono<ResponseEntity<Object>> list(@ParameterObject @ModelAttribute Deputy.Filter filter, ListRequest request) {
		return this.listings.open(request, "deputies", (page) -> this.deputies.find(filter, page));
	}

	@Public
	@GetMapping("/{id}")
	@Operation(summary = "代表 · One seat, and what this caller may do to it now")
	Mono<ResponseEntity<Deputy.Shown>> one(@PathVariable UUID id, Caller caller) {
		return this.workflow.found(id).map((deputy) -> {
			Deputy.Shown shown = DeputyWorkflow.shown(deputy, caller);
			return caller.isAnonymous() ? Reads.open(deputy.version(), shown)
					: Reads.restricted(deputy.version(), shown);
		});
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE, Role.DEPUTY })
	@GetMapping("/{id}/timeline")
	@Operation(summary = "经过 · The steps taken", description = "403 unless the seat is the caller's own or to keep.")
	Mono<ResponseEntity<List<Deputy.Step>>> timeline(@PathVariable UUID id, Caller caller) {
		return this.workflow.timeline(id, caller)
			.map((steps) -> Reads.restricted(steps.isEmpty() ? 1 : steps.getLast().position(), steps));
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE, Role.DEPUTY, Role.CHAIR, Role.COUNCIL, Role.MEMBER,
			Role.COMMITTEE, Role.GENERAL_OFFICE })
	@GetMapping("/{id}/personal-data")
	@Operation(summary = "个人信息 · Phone, identity number and day of birth", description = """
			In full for the city's deputy office, the county committee of the area (or of the electing unit), and \
			the deputy, and each such reading is on record in the audit trail; masked for every other role.""")
	Mono<ResponseEntity<PersonalData.Shown>> personal(@PathVariable UUID id, Command command) {
		return this.workflow.found(id).flatMap((deputy) -> {
			Set<Actor> actors = Actor.of(command.caller(), deputy);
			Mono<PersonalData.Shown> shown = actors.isEmpty() ? Mono.just(PersonalData.masked())
					: this.audit.read(command, "deputy/" + id).then(this.personal.of(id)).map(PersonalData::shown);
			return shown.map((data) -> Reads.restricted(deputy.version(), data));
		});
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping
	@Operation(summary = "登记代表 · Enter a seat", description = """
			409 already-entered where the person has a seat in this congress; 422 DEP-05 (选举法 第四十八条) where \
			the person is a deputy of an unrelated area; 503 no-encryption-key where personal data cannot be kept.""")
	Mono<ResponseEntity<Deputy>> register(@Valid @RequestBody Deputy.Entry body, Command command) {
		return this.commands.run(command, body,
				() -> this.workflow.register(body, command.caller())
					.map((deputy) -> Answer.created("/api/v1/deputy/deputies/" + deputy.id(), deputy.version(),
							"deputy/" + deputy.id(), deputy)));
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PutMapping("/{id}")
	@Operation(summary = "更正 · Correct name, sex, field or group; If-Match required")
	Mono<ResponseEntity<Deputy>> correct(@PathVariable UUID id, @Valid @RequestBody Deputy.Correction body,
			Command command) {
		return this.commands.run(command, body,
				() -> this.workflow.correct(id, command.requiredVersion(), body, command.caller())
					.map((deputy) -> Answer.changed(deputy.version(), "deputy/" + id, deputy)));
	}

}
