package renda.platform.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.rule.RuleSet;
import renda.platform.web.Text;

/**
 * The outcome of an election, computed and explained.
 *
 * @param members all electors in office when the vote was opened
 * @param present those of them who were there
 * @param seats how many were to be elected
 * @param runOff whether it decided among those who had as many votes
 * @param needed the fewest votes that elect; 0 in a run-off, where the most votes do
 * @param placings every candidate, and whoever was written in by as many as elect, the
 * most votes first
 * @param otherVotes all votes for persons written in; their names are told only with as
 * many votes as elect
 * @param runOffSeats for how many seats those with as many votes are voted on again
 * @param vacant how many seats another election has to fill
 * @param rule the rule it was decided by: {@code MTG-15}
 * @param citation its law and article
 * @param explanation the whole computation in some lines
 * @param places of a preliminary election how many places on the list of candidates it
 * decided on; missing in the election itself
 */
public record ElectionOutcome(int members, int present, int seats, boolean runOff, int needed, List<Placing> placings,
		int otherVotes, int runOffSeats, int vacant, String rule, String citation, Text explanation,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer places) {

	public ElectionOutcome {
		placings = List.copyOf(placings);
	}

	static ElectionOutcome of(Election election, int members, int present, List<Placing> placings, int otherVotes,
			int needed, int runOffSeats, int vacant, DecisionRule by, RuleSet rules) {
		boolean preliminary = election.isPreliminary();
		String tie = preliminary ? Election.PRELIMINARY_TIE : Election.MOST_VOTES;
		String rule = election.runOff() ? tie : preliminary ? Election.PRELIMINARY : by.rule();
		String citation = rules.rule(rule).citation();
		Tally papers = placings.getFirst().tally();
		List<String> zh = new ArrayList<>();
		List<String> en = new ArrayList<>();
		zh.add("全体 %d 人，出席 %d 人，有效票 %d 张、无效票 %d 张、未投票 %d 人，应选 %d 名，候选人 %d 名".formatted(members, present, papers.cast(),
				papers.invalid(), papers.notPressed(), election.seats(), election.candidates().size()));
		en.add("members %d, present %d, valid papers %d, void %d, not voted %d, seats %d, candidates %d".formatted(
				members, present, papers.cast(), papers.invalid(), papers.notPressed(), election.seats(),
				election.candidates().size()));
		if (preliminary) {
			zh.add("预选，列入正式候选人名单 %d 名".formatted(election.open()));
			en.add("preliminary election for %d places on the list of candidates".formatted(election.open()));
		}
		if (election.runOff()) {
			zh.add("就票数相等的人再次投票，得票多的%s（%s）".formatted(preliminary ? "列入" : "当选", citation));
			en.add("voted again among those with as many votes: the most votes %s (%s)"
				.formatted(preliminary ? "stand" : "elect", citation));
		}
		else if (preliminary) {
			zh.add("按得票多少的顺序确定（" + citation + "）");
			en.add("the most votes decide (" + citation + ")");
		}
		else {
			Text share = rules.share(by.majority()).spoken();
			zh.add("须%s的%s即 %d 票赞成（%s）".formatted(by.base().title().zh(), share.zh(), needed, citation));
			en.add("needed %d (%s of %s), %s".formatted(needed, share.en(), by.base().title().en(), citation));
		}
		placings.forEach((one) -> {
			Tally tally = one.tally();
			zh.add("%s：赞成 %d 票、反对 %d 票、弃权 %d 票，%s".formatted(one.name(), tally.votesFor(), tally.against(),
					tally.abstained(), one.result().title().zh()));
			en.add("%s: for %d, against %d, abstained %d: %s".formatted(one.name(), tally.votesFor(), tally.against(),
					tally.abstained(), one.result().title().en()));
		});
		if (otherVotes > 0) {
			zh.add("另选他人 %d 票".formatted(otherVotes));
			en.add("votes for others %d".formatted(otherVotes));
		}
		if (runOffSeats > 0) {
			String most = rules.rule(tie).citation();
			zh.add("票数相等不能确定%s，就票数相等的人再次投票选 %d 名（%s）".formatted(preliminary ? "正式候选人" : "当选人", runOffSeats, most));
			en.add("those with as many votes are voted on again for %d of the %s (%s)".formatted(runOffSeats,
					preliminary ? "places" : "seats", most));
		}
		if (vacant > 0) {
			String another = rules.rule(Election.ANOTHER).citation();
			zh.add("不足的 %d 名另行选举（%s）".formatted(vacant, another));
			en.add("another election fills %d of the seats (%s)".formatted(vacant, another));
		}
		return new ElectionOutcome(members, present, election.seats(), election.runOff(), needed, placings, otherVotes,
				runOffSeats, vacant, rule, citation, Text.of(String.join("；", zh) + "。", String.join("; ", en)),
				election.places());
	}

	/**
	 * Those of one result, the most votes first.
	 */
	public List<Placing> with(Result result) {
		return this.placings.stream().filter((one) -> one.result() == result).toList();
	}

	/**
	 * Whether anybody is elected, or listed by a preliminary election.
	 */
	public boolean anyElected() {
		return !with(Result.ELECTED).isEmpty() || !with(Result.LISTED).isEmpty();
	}

	/**
	 * Whether it decided who stands, and not yet who is elected.
	 */
	public boolean decidesWhoStands() {
		return this.places != null;
	}

	/**
	 * Whether nothing is left to vote upon with these candidates: neither again, nor in
	 * the election that a preliminary one prepares.
	 */
	public boolean settles() {
		return !needsRunOff() && !decidesWhoStands();
	}

	/**
	 * Whether those with as many votes are voted on again.
	 */
	public boolean needsRunOff() {
		return this.runOffSeats > 0;
	}

	/**
	 * How somebody came out.
	 *
	 * @param candidate the candidate; missing for somebody written in
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Placing(@Nullable UUID candidate, String name, Tally tally, Result result) {
	}

	/**
	 * What came of somebody who stood.
	 */
	public enum Result {

		/** 当选. */
		ELECTED(Text.of("当选", "elected")),
		/** 票数相等，再次投票. */
		RUN_OFF(Text.of("票数相等，再次投票", "as many votes as others, voted on again")),
		/** 未当选. */
		NOT_ELECTED(Text.of("未当选", "not elected")),
		/** 预选：列入正式候选人名单. */
		LISTED(Text.of("列入正式候选人名单", "on the list of candidates")),
		/** 预选：未列入正式候选人名单. */
		NOT_LISTED(Text.of("未列入正式候选人名单", "not on the list of candidates"));

		private final Text title;

		Result(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

}
