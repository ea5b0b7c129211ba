package renda.platform.vote;

import java.util.Map;

import renda.platform.rule.RuleSet;
import renda.platform.rule.Share;
import renda.platform.web.Text;

/**
 * How one kind of question is decided. The shares are parameters of the rule book, so
 * that they follow the law of the day; the rules are what the outcome and a refusal cite.
 *
 * @param name the rule's name in the API: {@code standing-committee}
 * @param title what it is called
 * @param base of whom the share for it is taken
 * @param majority the parameter of the share that must be for it: {@code mtg.scMajority}
 * @param rule the rule that asks for it: {@code MTG-03}
 * @param quorum the parameter of the share of members that must be there
 * @param quorumRule the rule that asks for it: {@code MTG-02}
 * @param secret whether nobody may ever learn who chose what (无记名)
 */
public record DecisionRule(String name, Text title, Base base, String majority, String rule, String quorum,
		String quorumRule, boolean secret) {

	/**
	 * The same by secret ballot.
	 * @param named the name of the secret rule
	 */
	public DecisionRule secretly(String named, Text called) {
		return new DecisionRule(named, called, this.base, this.majority, this.rule, this.quorum, this.quorumRule, true);
	}

	/**
	 * Whether enough are there for a meeting to be held and a vote to be opened.
	 */
	public boolean isQuorate(int members, int present, RuleSet rules) {
		return rules.share(this.quorum).isReachedBy(present, members);
	}

	/**
	 * Refuses with the quorum's article unless enough are there.
	 */
	public void requireQuorum(int members, int present, RuleSet rules) {
		Share share = rules.share(this.quorum);
		if (!share.isReachedBy(present, members)) {
			int least = share.leastOf(members);
			throw rules.refuse(this.quorumRule,
					Text.of("出席人数不足：全体 %d 人，出席 %d 人，须有%s即 %d 人出席。",
							"Too few are present: members %1$d, present %2$d, needed %4$d (%5$s).", members, present,
							share.spoken().zh(), least, share.spoken().en()),
					Map.of("members", members, "present", present, "needed", least));
		}
	}

	/**
	 * Decides: a pure function of the numbers and the law of the day.
	 * @param members all members in office (全体组成人员), when the vote was opened
	 * @param present those of them who were there
	 */
	public Outcome outcome(int members, int present, Tally tally, RuleSet rules) {
		int whole = whole(members, present, tally.cast());
		Share share = rules.share(this.majority);
		boolean passed = share.isReachedBy(tally.votesFor(), whole);
		int needed = share.leastOf(whole);
		return Outcome.of(passed, this, members, present, tally, needed, share, rules.rule(this.rule).citation());
	}

	/**
	 * Of how many the share is taken.
	 */
	int whole(int members, int present, int cast) {
		return switch (this.base) {
			case MEMBERS -> members;
			case PRESENT -> present;
			case CAST -> cast;
		};
	}

}
