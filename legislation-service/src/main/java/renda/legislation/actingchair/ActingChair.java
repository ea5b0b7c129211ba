package renda.legislation.actingchair;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Decided;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * That a vice-chair acts for the chair.
 *
 * @param member the vice-chair
 * @param ground why the chair does not
 * @param reason why, in words
 * @param vote how the committee decided; missing before
 * @param ended how it ended; missing before
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActingChair(UUID id, String code, State state, LocalDate stateSince, long version, UUID member, String name,
		Ground ground, String reason, @Nullable Vote vote, @Nullable Ended ended,
		boolean sample) implements Case<ActingChair.State, ActingChair> {

	/** The name of the kind of case. */
	static final String KIND = "acting-chair";

	static ActingChair proposed(UUID id, String code, LocalDate on, UUID member, String name, Ground ground,
			String reason, boolean sample) {
		return new ActingChair(id, code, State.PROPOSED, on, 1, member, name, ground, reason, null, null, sample);
	}

	@Override
	public ActingChair in(State next, LocalDate since, long number) {
		return new ActingChair(this.id, this.code, next, since, number, this.member, this.name, this.ground,
				this.reason, this.vote, this.ended, this.sample);
	}

	ActingChair decided(Vote how) {
		return new ActingChair(this.id, this.code, this.state, this.stateSince, this.version, this.member, this.name,
				this.ground, this.reason, how, this.ended, this.sample);
	}

	ActingChair over(Ended how) {
		return new ActingChair(this.id, this.code, this.state, this.stateSince, this.version, this.member, this.name,
				this.ground, this.reason, this.vote, how, this.sample);
	}

	/**
	 * Whether everyone may know of it: once the committee has elected.
	 */
	boolean open() {
		return this.state == State.ACTING || this.state == State.ENDED;
	}

	/**
	 * Why the chair does not do the work.
	 */
	@Schema(name = "ActingGround")
	enum Ground {

		/** 因健康情况不能工作. */
		HEALTH,
		/** 缺位. */
		VACANCY

	}

	/**
	 * How the committee decided.
	 */
	@Schema(name = "ActingVote")
	record Vote(UUID ballot, UUID meeting, String meetingName, LocalDate on, Text explanation) {

		static Vote of(Decided decided) {
			return new Vote(decided.ballot(), decided.meeting(), decided.meetingName(), decided.on(),
					decided.outcome().explanation());
		}

	}

	/**
	 * How it ended.
	 */
	@Schema(name = "ActingEnded")
	record Ended(LocalDate on, Why why) {

		/**
		 * Why it ended.
		 */
		@Schema(name = "ActingEndedWhy")
		enum Why {

			/** 主任恢复健康. */
			RECOVERED,
			/** 人民代表大会选出新的主任. */
			CHAIR_ELECTED,
			/** 代理人不再担任副主任. */
			LEFT

		}

	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		PROPOSED(Text.of("已提出", "Proposed")), ACTING(Text.of("代理主任职务", "Acting")),
		NOT_ELECTED(Text.of("未获推选", "Not elected")), ENDED(Text.of("代理结束", "Ended")),
		WITHDRAWN(Text.of("撤回", "Withdrawn"));

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
			return this == NOT_ELECTED || this == ENDED || this == WITHDRAWN;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")), CHAIR(Text.of("会议主持人", "whoever presides")),
		OFFICE(Text.of("办公厅", "the general office"));

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
