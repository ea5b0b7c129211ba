package renda.legislation.voting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.legislation.ballot.Ballot;
import renda.legislation.box.BallotBox;
import renda.legislation.box.BlindSignatures;
import renda.legislation.box.Papers;
import renda.legislation.box.Rolls;
import renda.legislation.voting.Votes.Pressed;
import renda.legislation.voting.Votes.Standing;
import renda.platform.command.Answer;
import renda.platform.command.Command;
import renda.platform.command.Commands;
import renda.platform.rule.RuleBook;
import renda.platform.vote.Choice;
import renda.platform.vote.Election;
import renda.platform.vote.VotingPaper;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Takes votes: by name in open ballots, by paper in secret ones.
 */
@Component
class Casting {

	private static final int SERIAL = 32;

	private final Commands commands;

	private final Rolls rolls;

	private final Votes votes;

	private final Papers papers;

	private final BallotBox box;

	private final RuleBook rules;

	private final JsonMapper json;

	private final Clock clock;

	Casting(Commands commands, Rolls rolls, Votes votes, Papers papers, BallotBox box, RuleBook rules, JsonMapper json,
			Clock clock) {
		this.commands = commands;
		this.rolls = rolls;
		this.votes = votes;
		this.papers = papers;
		this.box = box;
		this.rules = rules;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Votes in an open ballot. What was pressed last counts, until it is closed; the same
	 * again is answered the same, also afterwards.
	 */
	Mono<ResponseEntity<Voted>> vote(UUID ballot, Press press, Command command) {
		Marking.requireCast(press.choice());
		return this.commands.run(command, press,
				() -> this.rolls.share(ballot)
					.then(Mono.defer(() -> entitled(ballot, command)))
					.flatMap((standing) -> voted(ballot, standing, press, command.caller().subject())));
	}

	private Mono<Answer<Voted>> voted(UUID ballot, Standing standing, Press press, String account) {
		if (standing.secret()) {
			return Mono.error(Refusal.conflict("secret-ballot",
					Text.of("这是无记名表决：请先领票，再投票。", "This is a secret ballot: take a paper, then cast it.")));
		}
		Pressed before = standing.vote();
		if (standing.state() != Ballot.State.OPEN) {
			return (before != null && before.choice() == press.choice()) ? Mono.just(answer(ballot, before))
					: Mono.error(closed(standing));
		}
		return this.votes.vote(ballot, Objects.requireNonNull(standing.member()), press.choice(), press.press())
			// it changed nothing; what counts may have come at this very moment
			.switchIfEmpty(Mono.defer(() -> this.votes.standing(ballot, account)).mapNotNull(Standing::vote))
			.map((counts) -> answer(ballot, counts));
	}

	private static Answer<Voted> answer(UUID ballot, Pressed counts) {
		return Answer.done("ballot/" + ballot, new Voted(ballot, counts.choice(), counts.press()));
	}

	/**
	 * Takes a paper of a secret ballot: signs what the device has blinded. Whoever has
	 * one is answered without a trace, since others may be casting by then.
	 */
	Mono<ResponseEntity<Taken>> take(UUID ballot, Blinded paper, Command command) {
		byte[] blinded = BlindSignatures.bytes(paper.blinded())
			.orElseThrow(() -> Refusal.invalid("/blinded", Text.of("须为 base64url。", "It is base64url.")));
		return entitled(ballot, command).flatMap((standing) -> {
			if (standing.signed() != null) {
				return again(ballot, standing, blinded).map(ResponseEntity::ok);
			}
			return this.commands.run(command, paper, () -> this.rolls.share(ballot)
				.then(Mono.defer(() -> entitled(ballot, command)))
				.flatMap((now) -> (now.signed() != null) ? again(ballot, now, blinded) : given(ballot, now, blinded))
				.map((taken) -> Answer.done("ballot/" + ballot, taken)));
		});
	}

	private Mono<Taken> again(UUID ballot, Standing standing, byte[] blinded) {
		byte[] signed = Objects.requireNonNull(standing.signed());
		return Arrays.equals(standing.blinded(), blinded) ? Mono.just(new Taken(ballot, BlindSignatures.text(signed)))
				: refused("MTG-20", Text.of("您已领票，每人一票。", "You have taken a paper; there is one each."), Map.of());
	}

	private Mono<Taken> given(UUID ballot, Standing standing, byte[] blinded) {
		if (!standing.secret()) {
			return Mono.error(Refusal.conflict("open-ballot",
					Text.of("这是公开表决，不发票，请直接表决。", "This is an open ballot: vote, there are no papers.")));
		}
		if (standing.state() != Ballot.State.OPEN || standing.casting()) {
			return Mono.error(closed(standing));
		}
		byte[] known = BlindSignatures.bytes(standing.key()).orElseThrow();
		return this.papers.sign(ballot, known, blinded)
			.switchIfEmpty(Mono.error(() -> Refusal.invalid("/blinded",
					Text.of("须为 %d 字节、小于模数的数。", "It is a number of %d bytes below the modulus.",
							BlindSignatures.BITS / 8))))
			.flatMap((signed) -> this.papers.give(ballot, Objects.requireNonNull(standing.member()), blinded, signed)
				.filter(Boolean::booleanValue)
				.map((given) -> new Taken(ballot, BlindSignatures.text(signed)))
				.switchIfEmpty(Mono.error(() -> Refusal.conflict("paper-being-taken",
						Text.of("正在为您发票，请用同样内容重试。", "Your paper is being given out; send the same again.")))));
	}

	/**
	 * Casts a paper. It carries no name: neither token nor key for retries is wanted. Its
	 * serial number makes it count once, however often it is sent.
	 */
	Mono<Cast> cast(UUID ballot, Paper paper) {
		byte[] serial = BlindSignatures.bytes(paper.serial())
			.filter((bytes) -> bytes.length == SERIAL)
			.orElseThrow(() -> Refusal.invalid("/serial",
					Text.of("须为 %d 字节的 base64url。", "It is %d bytes in base64url.", SERIAL)));
		byte[] signature = BlindSignatures.bytes(paper.signature())
			.orElseThrow(() -> Refusal.invalid("/signature", Text.of("须为 base64url。", "It is base64url.")));
		String kept = HexFormat.of().formatHex(BlindSignatures.sha256(serial));
		return this.votes.standing(ballot, "")
			.filter((standing) -> standing.state() != Ballot.State.DRAFT && standing.state() != Ballot.State.WITHDRAWN)
			.switchIfEmpty(Mono.error(Casting::unknown))
			.flatMap((standing) -> {
				if (!standing.secret()) {
					return Mono.error(Refusal.conflict("open-ballot",
							Text.of("这是公开表决，不发票，请直接表决。", "This is an open ballot: vote, there are no papers.")));
				}
				if (!BlindSignatures.isSigned(
						BlindSignatures.publicKey(BlindSignatures.bytes(standing.key()).orElseThrow()), serial,
						signature)) {
					return this.<Cast>refused("MTG-20", Text.of("这不是本次表决发出的票。", "This is no paper of this ballot."),
							Map.of());
				}
				Election election = standing.election().isEmpty() ? null
						: this.json.readValue(standing.election(), Election.class);
				VotingPaper marked = Marking.read(paper, election);
				return Marking.objection(marked, election)
					.map((met) -> this.<Cast>refused(met.rule(), met.detail(), met.facts()))
					.orElseGet(() -> put(ballot, standing, new Papers.Paper(kept, marked)));
			});
	}

	private Mono<Cast> put(UUID ballot, Standing standing, Papers.Paper paper) {
		if (standing.state() == Ballot.State.OPEN && !standing.casting()) {
			return Mono.error(Refusal
				.conflict("papers-being-given-out",
						Text.of("正在领票，尚未开始投票。", "Papers are still being given out; casting has not begun."))
				.with("state", standing.state()));
		}
		Mono<VotingPaper> cast = (standing.state() == Ballot.State.OPEN) ? this.box.cast(ballot, paper) : Mono.empty();
		return cast
			.flatMap((inBox) -> inBox.equals(paper.marks()) ? Mono.just(new Cast(ballot, true))
					: this.<Cast>refused("MTG-20",
							Text.of("这张票已经投出，不能更改。", "This paper was cast already; it cannot be changed."), Map.of()))
			.switchIfEmpty(Mono.defer(() -> this.papers.isCounted(ballot, paper.serial())
				.filter(Boolean::booleanValue)
				.map((counted) -> new Cast(ballot, true))
				.switchIfEmpty(Mono
					.error(() -> Refusal.conflict("wrong-state", Text.of("本次表决已经结束。", "The ballot is closed."))))));
	}

	/**
	 * How a ballot stands for the caller, who must be on its roll and have been present
	 * when it opened.
	 */
	private Mono<Standing> entitled(UUID ballot, Command command) {
		return this.votes.standing(ballot, command.caller().subject())
			.filter((standing) -> standing.state() != Ballot.State.DRAFT && standing.state() != Ballot.State.WITHDRAWN)
			.switchIfEmpty(Mono.error(Casting::unknown))
			.flatMap((standing) -> (standing.member() == null)
					? Mono.error(Refusal.forbidden(Text.of("您不在本次表决的名册上。", "You are not on the roll of this ballot.")))
					: standing.present() ? Mono.just(standing)
							: this.<Standing>refused("MTG-20",
									Text.of("开始表决时您尚未签到；只有出席人员参加表决。",
											"You had not signed in when the ballot opened; those present vote."),
									Map.of("present", false)));
	}

	private <T> Mono<T> refused(String rule, Text detail, Map<String, Object> facts) {
		return this.rules.on(LocalDate.now(this.clock)).flatMap((set) -> Mono.error(set.refuse(rule, detail, facts)));
	}

	private static Refusal closed(Standing standing) {
		return Refusal
			.conflict("wrong-state",
					Text.of("目前状态为“%s”，不能表决或者领票。", "It is %2$s; no votes and no papers now.",
							standing.state().title().zh(), standing.state().title().en()))
			.with("state", standing.state());
	}

	private static Refusal unknown() {
		return Refusal.of(HttpStatus.NOT_FOUND, "not-found", Text.of("没有这次表决。", "There is no such ballot."));
	}

	/**
	 * A vote in an open ballot.
	 *
	 * @param choice FOR, AGAINST or ABSTAIN
	 * @param press how often the member has pressed, from 1: an earlier press that
	 * arrives late changes nothing. Missing: what arrives last counts
	 */
	@Schema(name = "BallotPress")
	record Press(@NotNull Choice choice, @Nullable @Positive Integer press) {

		/**
		 * Nothing: it is not to be found in a log.
		 */
		@Override
		public String toString() {
			return "a vote";
		}

	}

	/**
	 * The vote that counts now.
	 */
	@Schema(name = "BallotVoted")
	record Voted(UUID ballot, Choice choice, int press) {
	}

	/**
	 * A paper to be signed unseen.
	 *
	 * @param blinded the blinded serial number (RFC 9474), base64url
	 */
	@Schema(name = "BallotBlindedPaper")
	record Blinded(@NotBlank @Size(max = 400) String blinded) {
	}

	/**
	 * A signed paper.
	 *
	 * @param signed the blind signature, base64url
	 */
	@Schema(name = "BallotSignedPaper")
	record Taken(UUID ballot, String signed) {
	}

	/**
	 * A paper as it is cast.
	 *
	 * @param serial its serial number: 32 random bytes of the device's own, base64url
	 * @param signature the unblinded signature, base64url
	 * @param choice of a question FOR, AGAINST or ABSTAIN
	 * @param marks of an election what is marked on each candidate; whoever is not marked
	 * is abstained on
	 * @param others of an election who is written in instead (另选他人): another deputy or
	 * voter
	 * @param spoiled of an election that the paper is void on purpose; without it a paper
	 * for more persons than seats is sent back
	 */
	@Schema(name = "BallotPaper")
	record Paper(@NotBlank @Size(max = 60) String serial, @NotBlank @Size(max = 400) String signature,
			@Nullable Choice choice, @Nullable @Valid @Size(max = 200) List<@NotNull Mark> marks,
			@Nullable @Size(max = 200) List<@NotBlank @Size(max = 60) String> others, @Nullable Boolean spoiled) {

		/**
		 * Nothing: it is not to be found in a log.
		 */
		@Override
		public String toString() {
			return "a paper";
		}

	}

	/**
	 * A mark on a candidate.
	 *
	 * @param choice FOR, AGAINST or ABSTAIN
	 */
	@Schema(name = "BallotMark")
	record Mark(@NotNull UUID candidate, @NotNull Choice choice) {

		/**
		 * Nothing: it is not to be found in a log.
		 */
		@Override
		public String toString() {
			return "a mark";
		}

	}

	/**
	 * That a paper is in the box.
	 */
	@Schema(name = "BallotPaperCast")
	record Cast(UUID ballot, boolean received) {
	}

}
