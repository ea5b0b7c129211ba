package renda.legislation.ballot;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.legislation.box.Vote;
import renda.platform.vote.Election.Votes;
import renda.platform.vote.ElectionOutcome;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A ballot (表决): one question, put to those present at a meeting.
 *
 * @param question what is put to the vote
 * @param opening how it was opened; missing before
 * @param handCount what was counted by hand after the devices failed; missing otherwise
 * @param count what was counted; missing before
 * @param known what the service knows besides when a step is taken; never kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ballot(UUID id, String code, State state, LocalDate stateSince, long version, Question question,
		@Nullable Opening opening, @Nullable HandCount handCount, @Nullable Count count,
		@JsonIgnore @Nullable Known known) implements Case<Ballot.State, Ballot> {

	static Ballot draft(UUID id, String code, LocalDate on, Question question, Known known) {
		return new Ballot(id, code, State.DRAFT, on, 1, question, null, null, null, known);
	}

	@Override
	public Ballot in(State next, LocalDate since, long number) {
		return new Ballot(this.id, this.code, next, since, number, this.question, this.opening, this.handCount,
				this.count, this.known);
	}

	/**
	 * The same, with what the service knows now.
	 */
	Ballot knowing(Known now) {
		return new Ballot(this.id, this.code, this.state, this.stateSince, this.version, this.question, this.opening,
				this.handCount, this.count, now);
	}

	Ballot opened(@Nullable Opening as) {
		return new Ballot(this.id, this.code, this.state, this.stateSince, this.version, this.question, as,
				this.handCount, this.count, this.known);
	}

	Ballot handCounted(HandCount as) {
		return new Ballot(this.id, this.code, this.state, this.stateSince, this.version, this.question, this.opening,
				as, this.count, this.known);
	}

	Ballot counted(Count as) {
		return new Ballot(this.id, this.code, this.state, this.stateSince, this.version, this.question, this.opening,
				this.handCount, as, this.known);
	}

	/**
	 * What the service knows; nothing outside a step.
	 */
	Known facts() {
		return (this.known != null) ? this.known : Known.NOTHING;
	}

	public boolean secret() {
		return this.question.secret();
	}

	/**
	 * Whether papers can be cast: a secret ballot whose papers are all given out.
	 */
	boolean casting() {
		return this.opening != null && this.opening.casting();
	}

	/**
	 * Whether its outcome is public.
	 */
	public boolean announced() {
		return this.state == State.ANNOUNCED || this.state == State.RECORDED;
	}

	/**
	 * How a ballot was opened.
	 *
	 * @param members all members in office (全体组成人员), N
	 * @param present those of them who had signed in when they were counted again, P
	 * @param by who found both numbers
	 * @param rules the rule set it is decided by
	 * @param key the public key that papers of a secret ballot are signed with, base64url
	 * of its X.509 form; missing for an open ballot
	 * @param fingerprint SHA-256 of the key; missing for an open ballot
	 * @param casting whether all papers are given out and can be cast
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Opening(LocalDate on, int members, int present, String by, String rules, @Nullable String key,
			@Nullable String fingerprint, boolean casting) {

		Opening begun() {
			return new Opening(this.on, this.members, this.present, this.by, this.rules, this.key, this.fingerprint,
					true);
		}

	}

	/**
	 * That the devices failed, and what was counted instead (MTG-23).
	 *
	 * @param method how it is voted now
	 * @param first the first count; missing before, and of an election
	 * @param firstVotes the first count of an election; missing before, and of a question
	 * @param firstBy the subject of who counted first; empty before
	 * @param firstName the name of who counted first
	 * @param votes who voted what, where the hands were counted by name
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record HandCount(LocalDate on, String reason, Method method, @Nullable Tally first,
			@Nullable Votes firstVotes, String firstBy, String firstName, List<Vote> votes) {

		public HandCount {
			votes = List.copyOf(votes);
		}

		static HandCount begun(LocalDate on, String reason, Method method) {
			return new HandCount(on, reason, method, null, null, "", "", List.of());
		}

		HandCount first(Tally tally, String by, String name, List<Vote> named) {
			return new HandCount(this.on, this.reason, this.method, tally, null, by, name, named);
		}

		HandCount first(Votes counted, String by, String name) {
			return new HandCount(this.on, this.reason, this.method, null, counted, by, name, List.of());
		}

		/**
		 * Whether it was counted once.
		 */
		boolean once() {
			return this.first != null || this.firstVotes != null;
		}

	}

	/**
	 * What was counted.
	 *
	 * @param tally the votes of a question; missing for an election
	 * @param taken the papers given out; those of a secret ballot only
	 * @param by who counted; two persons where it was by hand
	 * @param outcome the outcome of a question; missing for an election
	 * @param election the outcome of an election; missing for a question
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Count(LocalDate on, Method method, @Nullable Tally tally, @Nullable Integer taken, String by,
			@Nullable Outcome outcome, @Nullable ElectionOutcome election) {

		/**
		 * Whether it is passed, or anybody elected.
		 */
		public boolean passed() {
			return (this.election != null) ? this.election.anyElected() : this.outcome != null && this.outcome.passed();
		}

		/**
		 * The whole computation in words.
		 */
		public Text explanation() {
			return (this.election != null) ? this.election.explanation()
					: (this.outcome != null) ? this.outcome.explanation() : Text.of("", "");
		}

	}

	/**
	 * How votes are given.
	 */
	public enum Method {

		/** 表决器、个人设备. */
		DEVICES(Text.of("个人设备", "devices")),
		/** 举手. */
		HANDS(Text.of("举手", "show of hands")),
		/** 纸质票. */
		PAPER(Text.of("纸质票", "papers by hand"));

		private final Text title;

		Method(Text title) {
			this.title = title;
		}

		Text title() {
			return this.title;
		}

	}

	/**
	 * States.
	 */
	public enum State implements CaseState {

		DRAFT(Text.of("拟付表决", "Draft")), WITHDRAWN(Text.of("已撤回", "Withdrawn")), OPEN(Text.of("正在表决", "Open")),
		FALLBACK(Text.of("改用其他方式表决", "By hand")), COUNTED(Text.of("已计票", "Counted")),
		ANNOUNCED(Text.of("已宣布", "Announced")), RECORDED(Text.of("已存档", "Recorded"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

		@Override
		public boolean isFinal() {
			return this == WITHDRAWN || this == RECORDED;
		}

	}

	/**
	 * Who acts in a ballot besides voting.
	 */
	public enum Party implements Actor {

		CHAIR(Text.of("会议主持人", "the chair of the meeting")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		OFFICE(Text.of("办公厅（计票、监票）", "the general office"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
