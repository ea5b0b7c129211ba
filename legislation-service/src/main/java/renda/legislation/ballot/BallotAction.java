package renda.legislation.ballot;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import renda.legislation.ballot.Ballot.Method;
import renda.legislation.box.Vote;
import renda.platform.vote.Choice;
import renda.platform.vote.Election;
import renda.platform.vote.Tally;

import static renda.platform.web.Given.orNone;

/**
 * What is sent with each step.
 */
sealed interface BallotAction {

	/**
	 * A new ballot.
	 *
	 * @param meeting the meeting
	 * @param items the items of its agenda that are put to the vote; several are decided
	 * together
	 * @param question the question as it is read out; missing: the titles of the items
	 * @param scope WHOLE unless told
	 * @param part which clause, or what the amendment says; needed unless it is about the
	 * whole
	 * @param secret whether by secret ballot; missing: as the law asks for this kind
	 * @param together why several items are decided together
	 * @param after ballots of the same meeting that must be decided first: on amendments,
	 * on removal from the post
	 * @param panel the members entitled, where a presidium decides and not the body
	 */
	@Schema(name = "BallotDraft")
	record Draft(@NotNull UUID meeting, @NotEmpty @Size(max = 200) List<@NotNull UUID> items,
			@Nullable @Size(max = 500) String question, Question.@Nullable Scope scope,
			@Nullable @Size(max = 2000) String part, @Nullable Boolean secret,
			@Nullable @Size(max = 500) String together, @Nullable @Size(max = 50) List<@NotNull UUID> after,
			@Nullable @Size(max = 300) List<@NotNull UUID> panel) implements BallotAction {
	}

	/**
	 * A step that needs no input.
	 */
	@Schema(name = "BallotStep")
	record Plain() implements BallotAction {
	}

	/**
	 * Begins casting.
	 *
	 * @param incomplete that it begins although some of those present have no paper; they
	 * cannot vote then
	 */
	@Schema(name = "BallotStart")
	record Start(@Nullable Boolean incomplete) implements BallotAction {
	}

	/**
	 * A step with a reason.
	 */
	@Schema(name = "BallotReason")
	record Reason(@NotBlank @Size(max = 500) String reason) implements BallotAction {
	}

	/**
	 * The devices failed.
	 *
	 * @param method HANDS or PAPER; a secret ballot goes on with papers
	 */
	@Schema(name = "BallotFallback")
	record Fallback(@NotBlank @Size(max = 500) String reason, @NotNull Method method) implements BallotAction {
	}

	/**
	 * A count by hand. Numbers that are missing are 0.
	 *
	 * @param notPressed those present who gave no vote
	 * @param invalid papers that say nothing or too much; none with a show of hands
	 * @param votes who voted what, where the hands were counted by name; never of a
	 * secret ballot
	 * @param candidates of an election the votes on each candidate, instead of the first
	 * three numbers
	 * @param others of an election who was written in by as many as elect; nobody else,
	 * since a rare name would tell of its writer
	 * @param otherVotes of an election all votes for persons written in
	 */
	@Schema(name = "BallotHandCount")
	record Tallied(@Nullable @PositiveOrZero Integer votesFor, @Nullable @PositiveOrZero Integer against,
			@Nullable @PositiveOrZero Integer abstained, @Nullable @PositiveOrZero Integer notPressed,
			@Nullable @PositiveOrZero Integer invalid, @Nullable @Valid @Size(max = 2000) List<@NotNull Named> votes,
			@Nullable @Valid @Size(max = 200) List<@NotNull OnCandidate> candidates,
			@Nullable @Valid @Size(max = 20) List<@NotNull WrittenIn> others,
			@Nullable @PositiveOrZero Integer otherVotes) implements BallotAction {

		Tally tally() {
			return new Tally(or0(this.votesFor), or0(this.against), or0(this.abstained), or0(this.notPressed),
					or0(this.invalid));
		}

		/**
		 * The votes of an election; empty unless it has them for every candidate, once.
		 */
		Optional<Election.Votes> votes(Election election) {
			Map<UUID, OnCandidate> counted = new HashMap<>();
			List<OnCandidate> sent = orNone(this.candidates);
			sent.forEach((one) -> counted.put(one.candidate(), one));
			List<Tally> tallies = election.candidates()
				.stream()
				.map((one) -> counted.get(one.id()))
				.filter(Objects::nonNull)
				.map((one) -> new Tally(one.votesFor(), one.against(), one.abstained(), or0(this.notPressed),
						or0(this.invalid)))
				.toList();
			boolean whole = tallies.size() == election.candidates().size() && sent.size() == tallies.size();
			return whole ? Optional.of(new Election.Votes(tallies,
					orNone(this.others).stream()
						.map((one) -> new Election.WrittenIn(one.name().strip(), one.votes()))
						.sorted(Comparator.comparing(Election.WrittenIn::name))
						.toList(),
					or0(this.otherVotes))) : Optional.empty();
		}

		private static int or0(@Nullable Integer number) {
			return (number != null) ? number : 0;
		}

		List<Vote> named() {
			return orNone(this.votes).stream().map((vote) -> new Vote(vote.member(), vote.choice())).toList();
		}

	}

	/**
	 * The votes on a candidate.
	 */
	@Schema(name = "BallotCandidateCount")
	record OnCandidate(@NotNull UUID candidate, @PositiveOrZero int votesFor, @PositiveOrZero int against,
			@PositiveOrZero int abstained) {
	}

	/**
	 * Somebody written in.
	 */
	@Schema(name = "BallotWrittenIn")
	record WrittenIn(@NotBlank @Size(max = 60) String name, @Positive int votes) {
	}

	/**
	 * Who voted what.
	 */
	@Schema(name = "BallotNamedVote")
	record Named(@NotNull UUID member, @NotNull Choice choice) {
	}

}
