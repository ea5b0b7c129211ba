package renda.platform.vote;

import renda.platform.rule.Share;
import renda.platform.web.Text;

/**
 * The outcome of a vote, computed and explained.
 *
 * @param passed whether it is passed
 * @param members all members in office when the vote was opened
 * @param present those of them who were there
 * @param tally the votes
 * @param needed the fewest votes for it that pass it
 * @param rule the rule it was decided by: {@code MTG-03}
 * @param citation its law and article
 * @param explanation the whole computation in one line: {@code members 51, present 40,
 * for 25, needed 26: not passed, 地方组织法(2022) 第五十一条}
 */
public record Outcome(boolean passed, int members, int present, Tally tally, int needed, String rule, String citation,
		Text explanation) {

	static Outcome of(boolean passed, DecisionRule by, int members, int present, Tally tally, int needed, Share share,
			String citation) {
		Text explanation = Text.of("全体 %d 人，出席 %d 人，赞成 %d 票、反对 %d 票、弃权 %d 票、未按表决器 %d 人%s；须%s的%s即 %d 票赞成：%s（%s）。",
				"members %1$d, present %2$d, for %3$d, against %4$d, abstained %5$d, not pressed %6$d%13$s; needed %10$d (%14$s of %15$s): %16$s, %12$s",
				members, present, tally.votesFor(), tally.against(), tally.abstained(), tally.notPressed(),
				(tally.invalid() > 0) ? "、无效 %d 票".formatted(tally.invalid()) : "", by.base().title().zh(),
				share.spoken().zh(), needed, passed ? "通过" : "未通过", citation,
				(tally.invalid() > 0) ? ", invalid " + tally.invalid() : "", share.spoken().en(),
				by.base().title().en(), passed ? "passed" : "not passed");
		return new Outcome(passed, members, present, tally, needed, by.rule(), citation, explanation);
	}

}
