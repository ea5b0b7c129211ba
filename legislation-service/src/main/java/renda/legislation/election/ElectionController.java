package renda.legislation.election;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;
import renda.legislation.election.ElectionAction.Call;
import renda.legislation.election.ElectionAction.Held;
import renda.legislation.election.ElectionAction.Nominate;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.personnel.Appointment;
import renda.legislation.personnel.Appointment.Party;
import renda.legislation.personnel.Appointment.State;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.personnel.Nomination;
import renda.legislation.personnel.Nomination.Act;
import renda.legislation.personnel.Nomination.Proposer;
import renda.legislation.personnel.PersonnelFile;
import renda.legislation.personnel.Settlement;
import renda.legislation.post.Post;
import renda.legislation.post.Posts;
import renda.legislation.slate.Slates;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.CaseKind;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.city.CityProfile;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/legislation")
@Tag(name = "elections", description = "选举：提名与候选人名单（地方组织法 第二十六条至第三十条）")
class ElectionController {

	private final CaseKind<Appointment, State, Party, AppointmentView> kind;

	private final Elections elections;

	private final Posts posts;

	private final Members members;

	private final Proceedings proceedings;

	private final Commands commands;

	private final CaseCodes codes;

	private final CityProfile city;

	private final Clock clock;

	ElectionController(CaseKind<Appointment, State, Party, AppointmentView> kind, Elections elections, Posts posts,
			Members members, Proceedings proceedings, Commands commands, CaseCodes codes, CityProfile city,
			Clock clock) {
		this.kind = kind;
		this.elections = elections;
		this.posts = posts;
		this.members = members;
		this.proceedings = proceedings;
		this.commands = commands;
		this.codes = codes;
		this.city = city;
		this.clock = clock;
	}

	/**
	 * Nominates a candidate for an election by the congress: the presidium, or deputies
	 * together. 422 MTG-15 (地方组织法 第二十五条) for a post that is not elected so, MOT-13
	 * (第二十六条) where not enough deputies in office nominate together, APT-24 for a post
	 * that has ended; 403 for a deputy who is not one of them; 400 for an unknown post.
	 */
	@Allowed({ Role.COUNCIL, Role.DEPUTY })
	@PostMapping("/appointments/nominations")
	@Operation(summary = "提名候选人 · Nominate a candidate (地方组织法 第二十六条)")
	Mono<ResponseEntity<Shown<AppointmentView>>> nominate(@Valid @RequestBody Nominate body, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		return this.posts.required(body.post(), today)
			.flatMap((post) -> proposer(body, command.caller(), today).map((by) -> nomination(body, post, by, today)))
			.flatMap(
					(nomination) -> this.proceedings.open(this.kind, "nominate", body,
							() -> this.codes.next("RM", today.getYear())
								.map((code) -> Appointment
									.draft(Ids.next(), code, today, nomination,
											PersonnelFile
												.of(new PersonnelFile.Papers(null, null, null, null, null, null)))
									.in(State.NOMINATED, today, 1)),
							command));
	}

	private Nomination nomination(Nominate body, Post post, Proposer by, LocalDate today) {
		return new Nomination(Act.ELECT,
				new Nomination.Person(body.person(), body.name().strip(), Given.orEmpty(body.account())),
				Nomination.PostHeld.of(post, today), termOn(today), by, today, null, false);
	}

	/**
	 * Of the deputies named, those in office.
	 */
	private Mono<Proposer> proposer(Nominate body, Caller caller, LocalDate today) {
		List<UUID> named = Given.orNone(body.deputies());
		if (named.isEmpty()) {
			return Mono.just(caller.has(Role.COUNCIL) ? Proposer.of(Proposer.Kind.PRESIDIUM, "")
					: new Proposer(Proposer.Kind.DEPUTIES, "", false, List.of(), List.of(caller.subject())));
		}
		return this.members.inOffice(Body.CONGRESS, today).map((all) -> {
			List<Member> deputies = all.stream().filter((one) -> named.contains(one.id())).toList();
			return new Proposer(Proposer.Kind.DEPUTIES, "", false, deputies.stream().map(Member::id).toList(),
					deputies.stream().map(Member::account).filter((account) -> !account.isEmpty()).toList());
		});
	}

	/**
	 * Records that the congress elected somebody, so that announcement, approval above
	 * and oath follow. 422 MTG-15 unless more than half of all deputies were for it.
	 */
	@Allowed({ Role.PERSONNEL_OFFICE, Role.GENERAL_OFFICE })
	@PostMapping("/appointments/elections")
	@Operation(summary = "登记选举结果 · Record an election by the congress (地方组织法 第二十五条)")
	Mono<ResponseEntity<Shown<AppointmentView>>> elected(@Valid @RequestBody Held body, Command command) {
		if (body.electedOn().isAfter(LocalDate.now(this.clock))) {
			return Mono.error(Refusal.invalid("/electedOn", Text.of("选举尚未举行。", "The election is still to come.")));
		}
		return this.posts.required(body.post(), body.electedOn()).flatMap((post) -> {
			Nomination nomination = new Nomination(Act.ELECT,
					new Nomination.Person(body.person(), body.name().strip(), Given.orEmpty(body.account())),
					Nomination.PostHeld.of(post, body.electedOn()), termOn(body.electedOn()),
					Nomination.Proposer.of(Nomination.Proposer.Kind.CONGRESS, ""), body.electedOn(), null, false);
			return this.proceedings.open(this.kind, "record-election", body,
					() -> this.codes.next("RM", body.electedOn().getYear())
						.map((code) -> ElectionController.elected(code, nomination, body)),
					command);
		});
	}

	private static Appointment elected(String code, Nomination nomination, Held body) {
		Settlement.CastVote vote = new Settlement.CastVote(null, null, body.session(), body.electedOn(),
				body.deputies(), body.present(), body.votesFor(), 0, 0, 0, true, false,
				"全体代表 %d 人，出席 %d 人，赞成 %d 票。".formatted(body.deputies(), body.present(), body.votesFor()));
		Appointment drafted = Appointment.draft(Ids.next(), code, body.electedOn(), nomination,
				PersonnelFile.of(new PersonnelFile.Papers(null, null, null, null, null, null)));
		return drafted.with(Settlement.NONE.voted(vote))
			.in(nomination.kind().upperApproval() ? State.APPROVAL_NEEDED : State.APPOINTED, body.electedOn(), 1);
	}

	/**
	 * Decides who stands for a post, on one paper; the list is then put on the agenda of
	 * the congress as {@code appointment/{id}} to be elected upon. All stand, or none:
	 * 422 MOT-14, MOT-22 (第二十七条), MOT-21 (第三十条) where there are not as many candidates
	 * more than seats as there must be, or not as many seats; MOT-15 (第二十七条) too early in
	 * a change of term; MOT-18 (第二十九条) where the congress has not decided on another
	 * election; MOT-20 (第二十六条) too many nominated by one; MOT-23 (第二十七条) where others are
	 * nominated and left out, or a preliminary election ({@code places}) has nothing to
	 * decide; 409 for who is no nominee; 400 for nominees of several posts.
	 */
	@Allowed(Role.COUNCIL)
	@PostMapping("/appointment-elections")
	@Operation(summary = "决定正式候选人名单 · Decide who stands, on one paper (地方组织法 第二十七条)")
	Mono<ResponseEntity<Slates.Slate>> call(@Valid @RequestBody Call body, Command command) {
		return this.commands.run(command, body,
				() -> this.elections.call(body, command.caller())
					.map((slate) -> Answer.created(Slates.PATH + "/" + slate.id(), 1, "appointment-slate/" + slate.id(),
							slate)));
	}

	private int termOn(LocalDate day) {
		return this.city.termOn(day).map(CityProfile.Term::number).orElse(0);
	}

}
