package renda.legislation.voting;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.VisibleBallots;
import renda.platform.command.Command;
import renda.platform.security.Allowed;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.security.Role;
import renda.platform.vote.Choice;
import renda.platform.web.ListRequest;
import renda.platform.web.Listings;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(VisibleBallots.PATH + "/{id}")
@Tag(name = "votes", description = "投票与结果（地方组织法 第三十九条：表决不受法律追究）")
class VoteController {

	private final Casting casting;

	private final Live live;

	private final Votes votes;

	private final VisibleBallots ballots;

	private final Listings listings;

	VoteController(Casting casting, Live live, Votes votes, VisibleBallots ballots, Listings listings) {
		this.casting = casting;
		this.live = live;
		this.votes = votes;
		this.ballots = ballots;
		this.listings = listings;
	}

	/**
	 * Votes in an open ballot. Send it again until it is answered: it counts once. A
	 * member may press again until it is closed; the last press counts. 403 for whoever
	 * is not on the roll, 422 MTG-20 for whoever had not signed in when it opened, 409
	 * when it is not open.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.COUNCIL })
	@PutMapping("/vote")
	@Operation(summary = "表决 · Vote in an open ballot")
	Mono<ResponseEntity<Casting.Voted>> vote(@PathVariable UUID id, @Valid @RequestBody Casting.Press body,
			Command command) {
		return this.casting.vote(id, body, command);
	}

	/**
	 * Takes a paper of a secret ballot: the device sends a blinded serial number and gets
	 * it signed, unseen (RFC 9474, RSABSSA-SHA384-PSS-Deterministic). The same again is
	 * answered the same. 422 MTG-20 for another one, 409 once casting has begun.
	 */
	@Allowed({ Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.COUNCIL })
	@PostMapping("/paper")
	@Operation(summary = "领票 · Take a paper of a secret ballot")
	Mono<ResponseEntity<Casting.Taken>> take(@PathVariable UUID id, @Valid @RequestBody Casting.Blinded body,
			Command command) {
		return this.casting.take(id, body, command);
	}

	/**
	 * Casts a paper of a secret ballot. Send it without a token: nobody is to know who
	 * casts it; 400 with one. Send it again until it is answered: its serial number makes
	 * it count once. Of an election it has a mark for every candidate, and others may be
	 * written in. 422 MTG-20 for a paper that was not given out, or was cast with other
	 * marks; MOT-19 (选举法 第四十四条) for one for more persons than seats unless it is said to
	 * be spoiled; MOT-17 (地方组织法 第二十九条) for others in a run-off, MOT-23 (第二十七条) in a
	 * preliminary election.
	 */
	@Public
	@PostMapping("/papers")
	@Operation(summary = "投票 · Cast a paper of a secret ballot, without a token")
	Mono<ResponseEntity<Casting.Cast>> cast(@PathVariable UUID id, @Valid @RequestBody Casting.Paper body,
			Caller caller) {
		if (!caller.isAnonymous()) {
			throw Refusal.invalid("Authorization", Text.of("投票时不要携带令牌：任何人都不应知道这张票由谁投出。",
					"Cast it without a token: nobody is to know whose paper it is."));
		}
		return this.casting.cast(id, body)
			.map((cast) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(cast));
	}

	/**
	 * Who voted what, once announced: every member on the roll with FOR, AGAINST, ABSTAIN
	 * or NOT_PRESSED; the absent without. Of a secret ballot who took part, and no
	 * choices. 409 before it is announced.
	 */
	@Public
	@GetMapping("/votes")
	@Operation(summary = "谁投了什么 · Who voted what")
	Mono<ResponseEntity<Object>> votes(@PathVariable UUID id, @ParameterObject @ModelAttribute VoteFilter filter,
			ListRequest request, Caller caller) {
		return this.ballots.found(id, caller).flatMap((ballot) -> {
			if (!ballot.announced()) {
				throw Refusal.conflict("wrong-state", Text.of("结果尚未宣布。", "The outcome is not announced yet."))
					.with("state", ballot.state());
			}
			return this.listings.open(request, "ballot-votes", (page) -> this.votes.list(id, filter.choice(), page));
		});
	}

	/**
	 * How the ballot goes, as server-sent events: {@code progress} with how many have
	 * voted whenever that changes, {@code outcome} when it is announced, which ends the
	 * stream. A comment every few seconds keeps it open. It may be opened anew at any
	 * time.
	 */
	@Public
	@GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "现场进度 · Live progress and outcome (server-sent events)")
	Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> live(@PathVariable UUID id, Caller caller) {
		return this.ballots.found(id, caller)
			.map((ballot) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.header("X-Accel-Buffering", "no")
				.contentType(MediaType.TEXT_EVENT_STREAM)
				.body(this.live.of(id)));
	}

	/**
	 * Which votes to list.
	 */
	record VoteFilter(@Nullable Choice choice) {
	}

}
