package renda.legislation.agenda;

import java.util.List;

import renda.legislation.member.Body;
import renda.platform.vote.Base;
import renda.platform.vote.DecisionRule;
import renda.platform.web.Text;

/**
 * How the congress and its standing committee decide: by more than half of all members,
 * those absent and abstaining included (地方组织法 第二十五条、第五十一条).
 */
public final class Decisions {

	/** 常委会表决. */
	public static final DecisionRule STANDING_COMMITTEE = new DecisionRule("standing-committee",
			Text.of("常委会表决", "vote of the standing committee"), Base.MEMBERS, "mtg.scMajority", "MTG-03",
			"mtg.scQuorum", "MTG-02", false);

	/** 常委会无记名表决. */
	public static final DecisionRule STANDING_COMMITTEE_SECRET = STANDING_COMMITTEE
		.secretly("standing-committee-secret", Text.of("常委会无记名表决", "secret ballot of the standing committee"));

	/** 大会表决. */
	public static final DecisionRule CONGRESS = new DecisionRule("congress", Text.of("大会表决", "vote of the congress"),
			Base.MEMBERS, "mtg.pcMajority", "MTG-15", "mtg.pcQuorum", "MTG-13", false);

	/** 大会无记名投票. */
	public static final DecisionRule CONGRESS_SECRET = CONGRESS.secretly("congress-secret",
			Text.of("大会无记名投票", "secret ballot of the congress"));

	/** All of them. */
	public static final List<DecisionRule> ALL = List.of(STANDING_COMMITTEE, STANDING_COMMITTEE_SECRET, CONGRESS,
			CONGRESS_SECRET);

	private Decisions() {
	}

	/**
	 * How a body decides.
	 */
	public static DecisionRule of(Body body, Tabled.Deciding deciding) {
		boolean secret = deciding == Tabled.Deciding.SECRET;
		return switch (body) {
			case STANDING_COMMITTEE -> secret ? STANDING_COMMITTEE_SECRET : STANDING_COMMITTEE;
			case CONGRESS -> secret ? CONGRESS_SECRET : CONGRESS;
		};
	}

}
