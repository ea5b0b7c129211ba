package renda.deputy.roster;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Role;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The steps of a seat. Each needs If-Match, answers the seat as it is then, and refuses
 * with 403 to somebody else's seat, 409 in the wrong state, 412 when stale, 422 where a
 * rule refuses.
 */
@RestController
@RequestMapping("/api/v1/deputy/deputies/{id}")
@Tag(name = "deputies")
class DeputyActionController {

	private final DeputyWorkflow workflow;

	private final Commands commands;

	DeputyActionController(DeputyWorkflow workflow, Commands commands) {
		this.workflow = workflow;
		this.commands = commands;
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/confirm-credentials")
	@Operation(summary = "确认代表资格 · Confirm credentials (DEP-04)")
	Mono<ResponseEntity<Deputy>> confirmCredentials(@PathVariable UUID id,
			@Valid @RequestBody DeputyAction.ConfirmCredentials body, Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/void-election")
	@Operation(summary = "确定当选无效 · Declare the election void (DEP-04)")
	Mono<ResponseEntity<Deputy>> voidElection(@PathVariable UUID id, @Valid @RequestBody DeputyAction.VoidElection body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/take-office")
	@Operation(summary = "任期开始 · Take office; not before the first session (DEP-01)")
	Mono<ResponseEntity<Deputy>> takeOffice(@PathVariable UUID id, @Valid @RequestBody DeputyAction.TakeOffice body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/suspend")
	@Operation(summary = "暂时停止执行代表职务 · Suspend; detention needs a permission (DEP-13, DEP-16)")
	Mono<ResponseEntity<Deputy>> suspend(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Suspend body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/restore")
	@Operation(summary = "恢复执行代表职务 · Restore (DEP-13)")
	Mono<ResponseEntity<Deputy>> restore(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Restore body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE, Role.DEPUTY })
	@PostMapping("/request-resignation")
	@Operation(summary = "提出辞职 · Ask to resign, in writing (DEP-11)")
	Mono<ResponseEntity<Deputy>> requestResignation(@PathVariable UUID id,
			@Valid @RequestBody DeputyAction.RequestResignation body, Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/accept-resignation")
	@Operation(summary = "接受辞职 · Accept a resignation by a majority (DEP-11)")
	Mono<ResponseEntity<Deputy>> acceptResignation(@PathVariable UUID id,
			@Valid @RequestBody DeputyAction.AcceptResignation body, Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/decline-resignation")
	@Operation(summary = "不接受辞职 · Decline a resignation (DEP-11)")
	Mono<ResponseEntity<Deputy>> declineResignation(@PathVariable UUID id,
			@Valid @RequestBody DeputyAction.DeclineResignation body, Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/recall")
	@Operation(summary = "罢免 · Recall (DEP-07 to DEP-10)")
	Mono<ResponseEntity<Deputy>> recall(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Recall body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/terminate")
	@Operation(summary = "代表资格终止 · End a seat on a ground of law (DEP-14)")
	Mono<ResponseEntity<Deputy>> terminate(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Terminate body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/announce")
	@Operation(summary = "公告 · Announce the end (DEP-15)")
	Mono<ResponseEntity<Deputy>> announce(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Announce body,
			Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/declare-vacant")
	@Operation(summary = "出缺 · Declare the seat vacant (DEP-06)")
	Mono<ResponseEntity<Deputy>> declareVacant(@PathVariable UUID id,
			@Valid @RequestBody DeputyAction.DeclareVacant body, Command command) {
		return act(id, body, command);
	}

	@Allowed({ Role.DEPUTY_OFFICE, Role.COUNTY_COMMITTEE })
	@PostMapping("/fill")
	@Operation(summary = "补选 · Fill the seat by a by-election (DEP-06)")
	Mono<ResponseEntity<Deputy>> fill(@PathVariable UUID id, @Valid @RequestBody DeputyAction.Fill body,
			Command command) {
		return act(id, body, command);
	}

	private Mono<ResponseEntity<Deputy>> act(UUID id, DeputyAction action, Command command) {
		return this.commands.run(command, action, () -> this.workflow.act(id, action, command)
			.map((deputy) -> Answer.changed(deputy.version(), "deputy/" + id, deputy)));
	}

}
