package renda.legislation.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.attendance.Leaves.Decision;
import renda.legislation.attendance.Leaves.Leave;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.sitting.Convened;
import renda.legislation.sitting.Convened.Phase;
import renda.legislation.sitting.Sittings;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leave from a meeting: asked for in writing before it, and decided by whoever presides.
 */
@RestController
@RequestMapping(Sittings.PATH + "/{id}/leaves")
@Tag(name = "meetings")
class LeaveController {

	private final Sittings sittings;

	private final Leaves leaves;

	private final Members members;

	private final Commands commands;

	private final RuleBook rules;

	private final Clock clock;

	LeaveController(Sittings sittings, Leaves leaves, Members members, Commands commands, RuleBook rules, Clock clock) {
		this.sittings = sittings;
		this.leaves = leaves;
		this.members = members;
		this.commands = commands;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * The requests for leave: all of them for those who act in the meeting, for a member
	 * or deputy the own one.
	 */
	@Allowed({ Role.GENERAL_OFFICE, Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.DEPUTY })
	@GetMapping
	@Operation(summary = "请假 · Requests for leave")
	Mono<ResponseEntity<List<Leave>>> all(@PathVariable UUID id, Caller caller) {
		return this.sittings.known(id, caller)
			.flatMap((meeting) -> meeting.acts() ? this.leaves.of(id, null)
					: self(meeting, caller).flatMap((member) -> this.leaves.of(id, member.id()))
						.defaultIfEmpty(List.of()))
			.map((found) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found));
	}

	/**
	 * Asks for leave; the office may do so for a member who has asked on paper. 403 for
	 * somebody who is no member in office; 409 where the member has asked already; 422
	 * MTG-31 (河南组成人员守则 第十条) once the meeting has begun.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.GENERAL_OFFICE })
	@PostMapping
	@Operation(summary = "申请请假 · Ask for leave (河南组成人员守则 第十条)")
	Mono<ResponseEntity<Leave>> ask(@PathVariable UUID id, @Valid @RequestBody LeaveAsked body, Command command) {
		Caller caller = command.caller();
		LocalDate today = LocalDate.now(this.clock);
		return this.commands.run(command, body,
				() -> this.sittings.known(id, caller)
					.delayUntil(this::requireBefore)
					.flatMap((meeting) -> who(meeting, body.member(), caller))
					.flatMap((member) -> this.leaves.ask(id, member, body.reason().strip(), today))
					.switchIfEmpty(Mono.error(() -> Refusal.conflict("asked-already",
							Text.of("已为本次会议提出请假。", "Leave from this meeting was asked for already."))))
					.map((leave) -> Answer.created(Sittings.PATH + "/" + id + "/leaves", leave.version(),
							"meeting/" + id + "/leave/" + leave.id(), leave)));
	}

	/**
	 * Decides on a request. 403 to everybody but whoever presides, and on the own
	 * request; 409 where it is decided; 412 when stale; 404 where there is none.
	 */
	@Allowed({ Role.CHAIR, Role.COUNCIL })
	@PostMapping("/{leave}/decide")
	@Operation(summary = "批准请假 · Decide on a request for leave; If-Match required")
	Mono<ResponseEntity<Leave>> decide(@PathVariable UUID id, @PathVariable UUID leave,
			@Valid @RequestBody LeaveDecided body, Command command) {
		Caller caller = command.caller();
		return this.commands.run(command, body, () -> this.sittings.known(id, caller)
			.filter(Convened::presides)
			.switchIfEmpty(Mono.error(() -> Refusal
				.forbidden(Text.of("由会议主持人决定；大会由主席团决定。", "Whoever presides decides; at a session, the presidium."))))
			.flatMap((meeting) -> self(meeting, caller).map(Member::id).defaultIfEmpty(new UUID(0, 0)))
			.flatMap((own) -> this.leaves.one(id, leave)
				.switchIfEmpty(
						Mono.error(() -> Refusal.notFound(Text.of("没有这项请假。", "There is no such request for leave."))))
				.delayUntil((found) -> requireOpen(found, own, command.requiredVersion())))
			.flatMap((found) -> this.leaves
				.decide(found, body.decision(), LocalDate.now(this.clock), caller.name(), Given.orEmpty(body.note()))
				.filter(Boolean::booleanValue)
				.switchIfEmpty(Mono.error(() -> Refusal.stale(found.version()))))
			.then(Mono.defer(() -> this.leaves.one(id, leave)))
			.map((after) -> Answer.changed(after.version(), "meeting/" + id + "/leave/" + leave, after)));
	}

	private static Mono<Void> requireOpen(Leave leave, UUID own, long version) {
		if (leave.member().equals(own)) {
			return Mono.error(Refusal.forbidden(Text.of("不得决定本人的请假。", "Nobody decides on the own leave.")));
		}
		if (leave.version() != version) {
			return Mono.error(Refusal.stale(leave.version()));
		}
		return (leave.decision() == null) ? Mono.empty()
				: Mono.error(Refusal.conflict("decided-already", Text.of("已作决定。", "It is decided already.")));
	}

	private Mono<Member> self(Convened meeting, Caller caller) {
		return this.members.ofAccount(meeting.body(), caller.subject(), LocalDate.now(this.clock));
	}

	private Mono<Member> who(Convened meeting, @Nullable UUID named, Caller caller) {
		if (named == null) {
			return self(meeting, caller).switchIfEmpty(Mono
				.error(() -> Refusal.forbidden(Text.of("您不是本次会议的组成人员（代表）。", "You are no member of this meeting."))));
		}
		if (!meeting.office()) {
			return Mono.error(Refusal
				.forbidden(Text.of("请假由本人或者办公厅代为登记。", "Ask for yourself; the office may record it for others.")));
		}
		return this.members.byIds(List.of(named))
			.flatMapIterable((found) -> found)
			.filter((member) -> member.body() == meeting.body())
			.next()
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/member",
					Text.of("不是本次会议的组成人员（代表）。", "Nobody of this meeting has this id."))));
	}

	private Mono<Void> requireBefore(Convened meeting) {
		if (meeting.phase() == Phase.AHEAD) {
			return Mono.empty();
		}
		return this.rules.on(LocalDate.now(this.clock))
			.flatMap((set) -> Mono.error(
					set.refuse("MTG-31", Text.of("请假须在会前以书面形式提出。", "Leave is asked for in writing before the meeting."),
							Map.of("state", meeting.state()))));
	}

	/**
	 * A request for leave.
	 *
	 * @param member for whom, where the office records what came on paper; else the
	 * caller's own
	 */
	record LeaveAsked(@Nullable UUID member, @NotBlank @Size(max = 500) String reason) {
	}

	/**
	 * What is decided on it.
	 */
	record LeaveDecided(@NotNull Decision decision, @Nullable @Size(max = 500) String note) {
	}

}
