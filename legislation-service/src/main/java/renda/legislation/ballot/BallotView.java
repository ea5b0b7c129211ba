package renda.legislation.ballot;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Text;

/**
 * A ballot as the API shows it.
 *
 * @param ruleTitle what its decision rule is called
 * @param phase what happens while it is open: members vote, take papers, or cast them
 * @param count what was counted; before it is announced only for those who act in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BallotView(UUID id, String code, Ballot.State state, LocalDate stateSince, long version, Question question,
		Text ruleTitle, @Nullable Phase phase, @Nullable Opened opening, @Nullable ByHand handCount,
		@Nullable Counted count) {

	static BallotView of(Ballot ballot, boolean acts) {
		DecisionRule rule = DecisionRules.named(ballot.question().rule());
		return new BallotView(ballot.id(), ballot.code(), ballot.state(), ballot.stateSince(), ballot.version(),
				ballot.question(), rule.title(), phase(ballot), opening(ballot), byHand(ballot),
				(acts || ballot.announced()) ? counted(ballot) : null);
	}

	private static @Nullable Phase phase(Ballot ballot) {
		return (ballot.state() != Ballot.State.OPEN) ? null
				: !ballot.secret() ? Phase.VOTING : ballot.casting() ? Phase.CASTING : Phase.TAKING_PAPERS;
	}

	private static @Nullable Opened opening(Ballot ballot) {
		Ballot.Opening opening = ballot.opening();
		return (opening == null) ? null : new Opened(opening.on(), opening.members(), opening.present(), opening.by(),
				opening.rules(), opening.key(), opening.fingerprint());
	}

	private static @Nullable ByHand byHand(Ballot ballot) {
		Ballot.HandCount hand = ballot.handCount();
		return (hand == null) ? null : new ByHand(hand.on(), hand.reason(), hand.method(), hand.once());
	}

	private static @Nullable Counted counted(Ballot ballot) {
		Ballot.Count count = ballot.count();
		return (count == null) ? null : new Counted(count.on(), count.method(), count.tally(), count.taken(),
				count.by(), count.outcome(), count.election());
	}

	/**
	 * What happens while a ballot is open.
	 */
	@Schema(name = "BallotPhase")
	enum Phase {

		/** 公开表决：按键. */
		VOTING,
		/** 无记名表决：领票. */
		TAKING_PAPERS,
		/** 无记名表决：投票. */
		CASTING

	}

	/**
	 * How it was opened.
	 *
	 * @param members 全体组成人员
	 * @param present 出席人数
	 * @param by who found both
	 * @param rules the rule set it is decided by
	 * @param key the key that papers are signed with: X.509, base64url
	 * @param fingerprint SHA-256 of the key; every device compares it before it takes a
	 * paper
	 */
	@Schema(name = "BallotOpening")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Opened(LocalDate on, int members, int present, String by, String rules, @Nullable String key,
			@Nullable String fingerprint) {
	}

	/**
	 * That it went on by hand.
	 *
	 * @param countedOnce whether the first count is recorded
	 */
	@Schema(name = "BallotByHand")
	record ByHand(LocalDate on, String reason, Ballot.Method method, boolean countedOnce) {
	}

	/**
	 * What was counted.
	 *
	 * @param tally the votes of a question; missing for an election, as its outcome is
	 * @param taken the papers given out (发票); of secret ballots on devices
	 * @param election the outcome of an election with the votes on each candidate
	 */
	@Schema(name = "BallotCount")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Counted(LocalDate on, Ballot.Method method, @Nullable Tally tally, @Nullable Integer taken, String by,
			@Nullable Outcome outcome, @Nullable ElectionOutcome election) {
	}

}
