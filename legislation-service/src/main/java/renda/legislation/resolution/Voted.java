package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.member.Body;
import renda.platform.rule.RuleSet;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Text;

/**
 * How it was voted upon.
 *
 * @param ballot the ballot; missing for one that was held before there were any here
 * @param meeting the meeting; missing likewise
 * @param meetingName the meeting as documents name it
 * @param body which body voted
 * @param members all members in office (全体组成人员)
 * @param needed the fewest votes for it that pass it
 * @param rule the rule it was decided by
 * @param explanation the whole computation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Voted(LocalDate on, @Nullable UUID ballot, @Nullable UUID meeting, String meetingName, Body body, int members,
		int present, int votesFor, int against, int abstained, int notPressed, int invalid, int needed, boolean passed,
		String rule, String citation, Text explanation) {

	static Voted of(Decided decided) {
		return of(decided.on(), decided.ballot(), decided.meeting(), decided.meetingName(), decided.body(),
				decided.outcome());
	}

	/**
	 * A vote of the past, decided by the law of its day.
	 */
	static Voted past(LocalDate on, String meetingName, Body body, int members, Tally tally, RuleSet rules) {
		DecisionRule rule = (body == Body.CONGRESS) ? Decisions.CONGRESS : Decisions.STANDING_COMMITTEE;
		rule.requireQuorum(members, tally.present(), rules);
		return of(on, null, null, meetingName, body, rule.outcome(members, tally.present(), tally, rules));
	}

	private static Voted of(LocalDate on, @Nullable UUID ballot, @Nullable UUID meeting, String meetingName, Body body,
			Outcome outcome) {
		Tally tally = outcome.tally();
		return new Voted(on, ballot, meeting, meetingName, body, outcome.members(), outcome.present(), tally.votesFor(),
				tally.against(), tally.abstained(), tally.notPressed(), tally.invalid(), outcome.needed(),
				outcome.passed(), outcome.rule(), outcome.citation(), outcome.explanation());
	}

}
