package renda.legislation.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Tabled.Deciding;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.sitting.Attendance.Counted;
import renda.legislation.sitting.Convened;
import renda.legislation.sitting.Convened.Phase;
import renda.legislation.sitting.Sittings;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
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
 * Who is there. A sign-in changes nothing that another sign-in changes.
 */
@RestController
@RequestMapping(Sittings.PATH + "/{id}/presence")
@Tag(name = "meetings")
class PresenceController {

	private final Sittings sittings;

	private final Presences presences;

	private final Members members;

	private final Commands commands;

	private final RuleBook rules;

	private final Clock clock;

	PresenceController(Sittings sittings, Presences presences, Members members, Commands commands, RuleBook rules,
			Clock clock) {
		this.sittings = sittings;
		this.presences = presences;
		this.members = members;
		this.commands = commands;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * How many are on the roll and how many have signed in, in the present round; with
	 * the members by name for those of the committee and its offices, and for everyone
	 * once the meeting is published.
	 */
	@Public
	@GetMapping
	@Operation(summary = "出席情况 · Who is present (地方组织法 第五十一条)")
	Mono<ResponseEntity<PresenceShown>> presence(@PathVariable UUID id, Caller caller) {
		return this.sittings.known(id, caller)
			.flatMap((meeting) -> shown(meeting, meeting.insider() || meeting.phase() == Phase.PUBLISHED))
			.map((shown) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown));
	}

	/**
	 * Signs the caller in, as the member or deputy that the token is. Signing in again
	 * changes nothing. 403 for somebody who is no member in office; 409 unless members
	 * sign in now, or where the caller is not on the roll of the meeting; 422 MTG-28 for
	 * attendance by video without a decision that allows it.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR })
	@PostMapping("/sign-in")
	@Operation(summary = "签到 · Sign in with one's own device (地方组织法 第五十一条)")
	Mono<ResponseEntity<SignedIn>> signIn(@PathVariable UUID id,
			@Valid @RequestBody(required = false) @Nullable SigningInMember body, Command command) {
		boolean remote = body != null && Boolean.TRUE.equals(body.remote());
		return this.commands.run(command, (body != null) ? body : "",
				() -> meeting(id, command.caller())
					.delayUntil((meeting) -> requireSigningIn(meeting, isSigningIn(meeting)))
					.delayUntil((meeting) -> requireRemote(meeting, remote))
					.flatMap((meeting) -> self(meeting, command.caller())
						.delayUntil((member) -> requireOnRoll(meeting, List.of(member.id())))
						.flatMap((member) -> this.presences.sign(id, List.of(member.id()), true, remote)
							.thenReturn(Answer.done("meeting/" + id + "/presence",
									new SignedIn(id, member.id(), meeting.round()))))));
	}

	/**
	 * Records who is there, as the office sees it: members who signed on paper, and those
	 * who have left. 409 for somebody who is not on the roll, and unless the meeting is
	 * being signed in to, open, or closed and not yet published.
	 */
	@Allowed(Role.GENERAL_OFFICE)
	@PostMapping
	@Operation(summary = "登记出席 · Record who is there, for the office")
	Mono<ResponseEntity<PresenceShown>> record(@PathVariable UUID id, @Valid @RequestBody PresenceRecorded body,
			Command command) {
		List<UUID> present = Objects.requireNonNullElse(body.present(), List.of());
		List<UUID> absent = Objects.requireNonNullElse(body.absent(), List.of());
		Set<UUID> all = new LinkedHashSet<>(present);
		all.addAll(absent);
		return this.commands.run(command, body, () -> meeting(id, command.caller())
			.delayUntil(PresenceController::requireOffice)
			.delayUntil((meeting) -> requireSigningIn(meeting, isSigningIn(meeting) || meeting.phase() == Phase.CLOSED))
			.delayUntil((meeting) -> requireOnRoll(meeting, List.copyOf(all)))
			.delayUntil((meeting) -> this.presences.unsign(id, absent))
			.delayUntil((meeting) -> this.presences.sign(id, present, false, false))
			.flatMap((meeting) -> shown(meeting, true))
			.map((shown) -> Answer.done("meeting/" + id + "/presence", shown)));
	}

	private Mono<PresenceShown> shown(Convened meeting, boolean named) {
		int round = meeting.round();
		return Mono
			.zip(counted(meeting),
					named ? this.presences.roll(meeting.id(), round) : Mono.just(List.<Presences.Entry>of()),
					this.rules.on(LocalDate.now(this.clock)))
			.map((known) -> new PresenceShown(round, known.getT1().members(), known.getT1().present(),
					Decisions.of(meeting.body(), Deciding.OPEN)
						.isQuorate(known.getT1().members(), known.getT1().present(), known.getT3()),
					named ? known.getT2() : null));
	}

	private Mono<Convened> meeting(UUID id, Caller caller) {
		return this.sittings.known(id, caller);
	}

	private Mono<Counted> counted(Convened meeting) {
		Counted opening = meeting.opening();
		return (meeting.round() == 0 && opening != null) ? Mono.just(opening)
				: this.presences.count(meeting.id(), meeting.round());
	}

	private Mono<Member> self(Convened meeting, Caller caller) {
		return this.members.ofAccount(meeting.body(), caller.subject(), LocalDate.now(this.clock))
			.switchIfEmpty(Mono.error(() -> Refusal.forbidden(Text.of("您不是本次会议的组成人员（代表），或者登录标识未登记。",
					"You are no member of this meeting, or your account is not on the roll."))));
	}

	private static Mono<Void> requireOffice(Convened meeting) {
		return meeting.office() ? Mono.empty()
				: Mono.error(Refusal.forbidden(Text.of("由办公厅登记。", "The general office records it.")));
	}

	private static boolean isSigningIn(Convened meeting) {
		return meeting.phase() == Phase.SIGNING_IN || meeting.phase() == Phase.OPEN;
	}

	private static Mono<Void> requireSigningIn(Convened meeting, boolean now) {
		return now ? Mono.empty()
				: Mono.error(Refusal
					.conflict("wrong-state",
							Text.of("目前状态为“%s”，不能签到。", "The meeting is in state %2$s; nobody signs in now.",
									meeting.state().title().zh(), meeting.state().title().en()))
					.with("state", meeting.state()));
	}

	private Mono<Void> requireRemote(Convened meeting, boolean remote) {
		return (!remote || meeting.remote()) ? Mono.empty() : this.rules.on(LocalDate.now(this.clock))
			.flatMap((set) -> Mono.error(set.refuse("MTG-28",
					Text.of("未经主任会议决定，不得以视频方式出席。", "Nobody attends by video unless the council has decided so."),
					Map.of("remote", true))));
	}

	private Mono<Void> requireOnRoll(Convened meeting, List<UUID> members) {
		return this.presences.strangers(meeting.id(), meeting.round(), members)
			.flatMap(
					(strangers) -> strangers
						.isEmpty()
								? Mono.empty()
								: Mono.error(
										Refusal
											.conflict("not-on-roll",
													Text.of("不在本次会议应到名单中。",
															"Somebody is not on the roll of this meeting."))
											.with("members", strangers)));
	}

	/**
	 * A sign-in.
	 *
	 * @param remote whether by video
	 */
	record SigningInMember(@Nullable Boolean remote) {
	}

	/**
	 * That somebody has signed in.
	 */
	record SignedIn(UUID meeting, UUID member, int round) {
	}

	/**
	 * Who is there and who has left.
	 */
	record PresenceRecorded(@Nullable @Size(max = 1000) List<@NotNull UUID> present,
			@Nullable @Size(max = 1000) List<@NotNull UUID> absent) {
	}

	/**
	 * Who is present.
	 *
	 * @param round which establishing of presence it is
	 * @param quorate whether enough are there
	 * @param roll by name; missing for the public before publication
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PresenceShown(int round, int members, int present, boolean quorate, @Nullable List<Presences.Entry> roll) {
	}

}
