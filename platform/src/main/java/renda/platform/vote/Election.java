package renda.platform.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.vote.ElectionOutcome.Placing;
import renda.platform.vote.ElectionOutcome.Result;

/**
 * An election of one or several persons on one paper (选举), after 地方组织法 第二十五条 to 第三十条: an
 * elector marks every candidate for, against or abstaining, and may write in others; a
 * paper for more persons than there are seats is void. More than half of all electors
 * have to be for whoever is elected, and of those the ones with the most votes are. Where
 * the last seat falls to several with as many votes, these are voted on again, and then
 * the most votes decide. Seats that stay empty are filled by another election.
 *
 * @param seats how many are to be elected (应选名额)
 * @param candidates who stands, in the order of the paper
 * @param runOff whether it decides among those who had as many votes (再次投票)
 */
public record Election(int seats, List<Contender> candidates, boolean runOff) {

	/** The most votes decide, and those with as many are voted on again. */
	public static final String MOST_VOTES = "MOT-17";

	/** Seats that stay empty are filled by another election. */
	public static final String ANOTHER = "MOT-18";

	/** A paper for more persons than seats is void. */
	public static final String VOID = "MOT-19";

	public Election {
		candidates = List.copyOf(candidates);
		if (seats < 1 || candidates.isEmpty() || (runOff && candidates.size() <= seats)) {
			throw new IllegalArgumentException("nothing to elect");
		}
	}

	/**
	 * Whether a paper counts for nothing: spoiled, or for more persons than seats.
	 */
	public boolean isVoid(VotingPaper paper) {
		return paper.spoiled() || paper.chosen() > this.seats;
	}

	/**
	 * Counts papers.
	 * @param present how many could have voted; whoever returned no paper did not vote
	 */
	public Votes count(List<VotingPaper> papers, int present) {
		int[][] marks = new int[this.candidates.size()][Choice.values().length];
		Map<String, Integer> others = new TreeMap<>();
		List<VotingPaper> valid = papers.stream().filter((paper) -> !isVoid(paper)).toList();
		for (VotingPaper paper : valid) {
			for (int i = 0; i < marks.length; i++) {
				marks[i][paper.marks().get(i).ordinal()]++;
			}
			paper.others().forEach((name) -> others.merge(name, 1, Integer::sum));
		}
		List<Tally> tallies = new ArrayList<>();
		for (int[] mark : marks) {
			tallies.add(new Tally(mark[Choice.FOR.ordinal()], mark[Choice.AGAINST.ordinal()],
					mark[Choice.ABSTAIN.ordinal()], Math.max(0, present - papers.size()),
					papers.size() - valid.size()));
		}
		return new Votes(tallies,
				others.entrySet().stream().map((entry) -> new WrittenIn(entry.getKey(), entry.getValue())).toList(),
				others.values().stream().mapToInt(Integer::intValue).sum());
	}

	/**
	 * Whether votes can be those of this election: a vote of every valid paper on every
	 * candidate, and no paper for more persons than seats.
	 * @param present how many could have voted
	 */
	public boolean addsUp(Votes votes, int present) {
		List<Tally> tallies = votes.candidates();
		if (tallies.size() != this.candidates.size()) {
			return false;
		}
		Tally first = tallies.getFirst();
		int named = votes.others().stream().mapToInt(WrittenIn::votes).sum();
		long chosen = tallies.stream().mapToLong(Tally::votesFor).sum() + votes.otherVotes();
		return first.present() == present
				&& tallies.stream()
					.allMatch((tally) -> tally.cast() == first.cast() && tally.invalid() == first.invalid()
							&& tally.notPressed() == first.notPressed())
				&& named <= votes.otherVotes()
				&& votes.others().stream().allMatch((one) -> one.votes() > 0 && one.votes() <= first.cast())
				&& chosen <= (long) first.cast() * this.seats && (!this.runOff || votes.otherVotes() == 0);
	}

	/**
	 * Who is elected: a pure function of the votes and the law of the day.
	 * @param members all electors in office (全体代表), when the vote was opened
	 * @param present those of them who were there
	 * @param by of whom which share is needed
	 */
	public ElectionOutcome outcome(int members, int present, Votes votes, DecisionRule by, RuleSet rules) {
		Share share = rules.share(by.majority());
		int cast = votes.candidates().getFirst().cast();
		int whole = by.whole(members, present, cast);
		int needed = this.runOff ? 0 : share.leastOf(whole);
		List<Placed> all = placed(votes);
		List<Placed> reached = all.stream()
			.filter((one) -> this.runOff || share.isReachedBy(one.votes(), whole))
			.toList();
		boolean contested = reached.size() > this.seats;
		int last = contested ? reached.get(this.seats - 1).votes() : 0;
		boolean tied = contested && reached.get(this.seats).votes() == last;
		List<Placing> placings = new ArrayList<>();
		for (Placed one : all) {
			Result result = !reached.contains(one) ? Result.NOT_ELECTED : (tied && one.votes() == last) ? Result.RUN_OFF
					: (!contested || one.votes() >= last) ? Result.ELECTED : Result.NOT_ELECTED;
			// a name that few have written in would tell of whom its writer was for
			if (one.candidate() != null || reached.contains(one)) {
				placings.add(new Placing(one.candidate(), one.name(), one.tally(), result));
			}
		}
		int elected = Math.toIntExact(placings.stream().filter((one) -> one.result() == Result.ELECTED).count());
		int open = this.seats - elected;
		return ElectionOutcome.of(this, members, present, placings, votes.otherVotes(), needed, tied ? open : 0,
				tied ? 0 : open, by, rules);
	}

	private List<Placed> placed(Votes votes) {
		List<Placed> all = new ArrayList<>();
		for (int i = 0; i < this.candidates.size(); i++) {
			Contender candidate = this.candidates.get(i);
			all.add(new Placed(candidate.id(), candidate.name(), votes.candidates().get(i)));
		}
		Tally papers = votes.candidates().getFirst();
		votes.others()
			.forEach((other) -> all.add(new Placed(null, other.name(), new Tally(other.votes(), 0,
					papers.cast() - other.votes(), papers.notPressed(), papers.invalid()))));
		all.sort(Comparator.comparingInt(Placed::votes).reversed());
		return all;
	}

	/**
	 * Somebody with the votes for, against and neither.
	 */
	private record Placed(@Nullable UUID candidate, String name, Tally tally) {

		int votes() {
			return this.tally.votesFor();
		}

	}

	/**
	 * Votes, counted.
	 *
	 * @param candidates those of each candidate, in the order of the paper; papers not
	 * returned and void ones are the same for all
	 * @param others persons written in; of a count by hand only those whom it may elect
	 * @param otherVotes all votes for persons written in
	 */
	public record Votes(List<Tally> candidates, List<WrittenIn> others, int otherVotes) {

		public Votes {
			candidates = List.copyOf(candidates);
			others = List.copyOf(others);
		}

	}

	/**
	 * Somebody written in.
	 */
	public record WrittenIn(String name, int votes) {
	}

}
