package renda.platform.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.text.StrokeOrder;
import renda.platform.vote.ElectionOutcome.Placing;
import renda.platform.vote.ElectionOutcome.Result;
import renda.platform.web.Text;

/**
 * An election of one or several persons on one paper (选举), after 地方组织法 第二十五条 to 第三十条: an
 * elector marks every candidate for, against or abstaining, and may write in others; a
 * paper for more persons than there are seats is void. More than half of all electors
 * have to be for whoever is elected, and of those the ones with the most votes are. Where
 * the last seat falls to several with as many votes, these are voted on again, and then
 * the most votes decide. Seats that stay empty are filled by another election.
 * <p>
 * Where more are nominated than the election rules let stand, a preliminary election (预选)
 * on a paper of its own decides by the most votes who does; nobody is written in.
 *
 * @param seats how many are to be elected (应选名额)
 * @param candidates who stands, in the order of the paper
 * @param runOff whether it decides among those who had as many votes (再次投票)
 * @param places of a preliminary election how many places on the list of candidates it
 * decides on (正式候选人名额); missing in the election itself
 * @param order the order of the paper in words; missing where it was not recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Election(int seats, List<Contender> candidates, boolean runOff, @Nullable Integer places,
		@Nullable Text order) {

	/** The most votes decide, and those with as many are voted on again. */
	public static final String MOST_VOTES = "MOT-17";

	/** Seats that stay empty are filled by another election. */
	public static final String ANOTHER = "MOT-18";

	/** A paper for more persons than seats is void. */
	public static final String VOID = "MOT-19";

	/** The most votes of a preliminary election decide who stands. */
	public static final String PRELIMINARY = "MOT-23";

	/** Those with as many at the last place of the list are voted on again. */
	public static final String PRELIMINARY_TIE = "MOT-24";

	public Election {
		candidates = List.copyOf(candidates);
		int chosen = (places != null) ? places : seats;
		if (seats < 1 || chosen < 1 || candidates.isEmpty()
				|| ((runOff || places != null) && candidates.size() <= chosen)) {
			throw new IllegalArgumentException("nothing to elect");
		}
	}

	/**
	 * An election among candidates.
	 */
	public static Election among(int seats, List<Contender> candidates) {
		return new Election(seats, candidates, false, null, null);
	}

	/**
	 * The preliminary election that decides who of the nominees stands.
	 */
	public static Election preliminary(int seats, int places, List<Contender> nominees) {
		return new Election(seats, nominees, false, places, null);
	}

	/**
	 * What is voted again among those of this election who had as many votes.
	 * @param open for how many seats, or places on the list
	 */
	public Election again(int open, List<Contender> tied) {
		return isPreliminary() ? new Election(this.seats, tied, true, open, this.order)
				: new Election(open, tied, true, null, this.order);
	}

	/**
	 * The same with its candidates in the order of the strokes of their names.
	 */
	public Election byStrokes() {
		return new Election(this.seats,
				this.candidates.stream()
					.sorted(Comparator.comparing(Contender::name, StrokeOrder.NAMES).thenComparing(Contender::id))
					.toList(),
				this.runOff, this.places, StrokeOrder.TITLE);
	}

	/**
	 * Whether it decides who stands, and not yet who is elected.
	 */
	@JsonIgnore
	public boolean isPreliminary() {
		return this.places != null;
	}

	/**
	 * How many it decides on, and the most that a paper may be for: seats, or places on
	 * the list of candidates.
	 */
	public int open() {
		return (this.places != null) ? this.places : this.seats;
	}

	/**
	 * Whether the most votes decide, of however many they are.
	 */
	private boolean mostVotesDecide() {
		return this.runOff || isPreliminary();
	}

	/**
	 * Whether a paper counts for nothing: spoiled, or for more persons than it may be.
	 */
	public boolean isVoid(VotingPaper paper) {
		return paper.spoiled() || paper.chosen() > open();
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
				&& chosen <= (long) first.cast() * open() && (!mostVotesDecide() || votes.otherVotes() == 0);
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
		int needed = mostVotesDecide() ? 0 : share.leastOf(whole);
		List<Placed> all = placed(votes);
		List<Placed> reached = all.stream()
			.filter((one) -> mostVotesDecide() || share.isReachedBy(one.votes(), whole))
			.toList();
		int places = open();
		boolean contested = reached.size() > places;
		int last = contested ? reached.get(places - 1).votes() : 0;
		boolean tied = contested && reached.get(places).votes() == last;
		List<Placing> placings = new ArrayList<>();
		for (Placed one : all) {
			Result result = !reached.contains(one) ? missed() : (tied && one.votes() == last) ? Result.RUN_OFF
					: (!contested || one.votes() >= last) ? won() : missed();
			// a name that few have written in would tell of whom its writer was for
			if (one.candidate() != null || reached.contains(one)) {
				placings.add(new Placing(one.candidate(), one.name(), one.tally(), result));
			}
		}
		int open = places - Math.toIntExact(placings.stream().filter((one) -> one.result() == won()).count());
		return ElectionOutcome.of(this, members, present, placings, votes.otherVotes(), needed, tied ? open : 0,
				tied ? 0 : open, by, rules);
	}

	private Result won() {
		return isPreliminary() ? Result.LISTED : Result.ELECTED;
	}

	private Result missed() {
		return isPreliminary() ? Result.NOT_LISTED : Result.NOT_ELECTED;
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
