package renda.legislation.remark;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * An important opinion or suggestion of a member at a meeting (重要意见和建议).
 *
 * @param saying what was said, where and by whom
 * @param organ the organ that handles it; empty before
 * @param answer what the organ did; missing before
 * @param reason why it was dropped; empty otherwise
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Remark(UUID id, String code, State state, LocalDate stateSince, long version, Saying saying, String organ,
		@Nullable Answer answer, String reason, boolean sample) implements Case<Remark.State, Remark> {

	static Remark raised(UUID id, String code, LocalDate on, Saying saying, boolean sample) {
		return new Remark(id, code, State.RAISED, on, 1, saying, "", null, "", sample);
	}

	@Override
	public Remark in(State next, LocalDate since, long number) {
		return new Remark(this.id, this.code, next, since, number, this.saying, this.organ, this.answer, this.reason,
				this.sample);
	}

	Remark forwarded(String to) {
		return new Remark(this.id, this.code, this.state, this.stateSince, this.version, this.saying, to, this.answer,
				this.reason, this.sample);
	}

	Remark answered(Answer what) {
		return new Remark(this.id, this.code, this.state, this.stateSince, this.version, this.saying, this.organ, what,
				this.reason, this.sample);
	}

	Remark dropped(String why) {
		return new Remark(this.id, this.code, this.state, this.stateSince, this.version, this.saying, this.organ,
				this.answer, why, this.sample);
	}

	/**
	 * Whether everyone may read it: once it is answered.
	 */
	boolean open() {
		return this.state == State.ANSWERED;
	}

	/**
	 * What was said.
	 *
	 * @param item the item of the agenda; missing for none
	 * @param member who said it
	 * @param account the subject of the member's tokens; shown to nobody
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Saying(UUID meeting, String meetingName, @Nullable UUID item, UUID member, String name, String account,
			String text, LocalDate on) {
	}

	/**
	 * What the organ did.
	 */
	@Schema(name = "RemarkAnswer")
	record Answer(LocalDate on, String text) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		RAISED(Text.of("已提出", "Raised")), FORWARDED(Text.of("已交办", "Handed on")), ANSWERED(Text.of("已办复", "Answered")),
		DROPPED(Text.of("不作交办", "Dropped"));

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
			return this == ANSWERED || this == DROPPED;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		OFFICE(Text.of("办公厅", "the general office")), MEMBER(Text.of("提出的组成人员", "the member who raised it")),
		HANDLER(Text.of("承办机关", "the organ that handles it"));

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
