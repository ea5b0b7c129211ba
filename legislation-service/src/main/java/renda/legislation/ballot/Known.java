package renda.legislation.ballot;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import renda.legislation.box.Vote;
import renda.legislation.box.Voter;
import renda.legislation.sitting.Sitting;
import renda.platform.vote.Choice;
import renda.platform.vote.Election;
import renda.platform.vote.Tally;
import renda.platform.vote.VotingPaper;

/**
 * What the service knows when a step on a ballot is decided, read under the ballot's
 * lock.
 *
 * @param sitting the meeting as it stands
 * @param items the items that are put to the vote and have no outcome yet, as the agenda
 * has them
 * @param demandsSecret whether a case voted upon can only be decided by secret ballot
 * @param roll those entitled: before it is opened those in office now, then as frozen
 * @param strangers members named who are not in office
 * @param votes who voted what, of an open ballot
 * @param box the papers in the box, of a secret ballot
 * @param earlier ballots of the meeting that must be decided before this one
 * @param key a fresh key for the papers of a secret ballot that is to be opened
 * @param standing the election as those who stand are now; empty for a question
 */
record Known(Optional<Sitting> sitting, List<Sitting.Item> items, boolean demandsSecret, List<Voter> roll,
		List<UUID> strangers, List<Vote> votes, List<VotingPaper> box, List<Earlier> earlier, Optional<KeyPair> key,
		Optional<Election> standing) {

	/** Nothing. */
	static final Known NOTHING = new Known(Optional.empty(), List.of(), false, List.of(), List.of(), List.of(),
			List.of(), List.of(), Optional.empty(), Optional.empty());

	Known {
		items = List.copyOf(items);
		roll = List.copyOf(roll);
		strangers = List.copyOf(strangers);
		votes = List.copyOf(votes);
		box = List.copyOf(box);
		earlier = List.copyOf(earlier);
	}

	int present() {
		return Math.toIntExact(this.roll.stream().filter(Voter::present).count());
	}

	/**
	 * The papers of a secret ballot that were given out.
	 */
	int taken() {
		return Math.toIntExact(this.roll.stream().filter(Voter::tookPaper).count());
	}

	/**
	 * The votes so far, and as not pressed those of the present who gave none.
	 */
	Tally tally(boolean secret) {
		Tally given = tally(secret ? this.box.stream().map((paper) -> paper.marks().getFirst()).toList()
				: this.votes.stream().map(Vote::choice).toList());
		return new Tally(given.votesFor(), given.against(), given.abstained(), Math.max(0, present() - given.cast()),
				0);
	}

	static Tally tally(List<Choice> votes) {
		int[] by = new int[Choice.values().length];
		votes.forEach((choice) -> by[choice.ordinal()]++);
		return Tally.of(by[Choice.FOR.ordinal()], by[Choice.AGAINST.ordinal()], by[Choice.ABSTAIN.ordinal()],
				by[Choice.NOT_PRESSED.ordinal()]);
	}

	/**
	 * Those present whose vote is not among some; they did not press.
	 */
	List<Vote> withSilent(List<Vote> given) {
		Set<UUID> voted = new HashSet<>(given.stream().map(Vote::member).toList());
		List<Vote> all = new ArrayList<>(given);
		this.roll.stream()
			.filter((voter) -> voter.present() && !voted.contains(voter.member()))
			.forEach((voter) -> all.add(new Vote(voter.member(), Choice.NOT_PRESSED)));
		return all;
	}

	/**
	 * A ballot that comes first.
	 *
	 * @param why the rule that says so
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Earlier(UUID id, String code, Ballot.State state, String why) {

		boolean decided() {
			return Arrays.asList(Ballot.State.ANNOUNCED, Ballot.State.RECORDED, Ballot.State.WITHDRAWN)
				.contains(this.state);
		}

	}

}
