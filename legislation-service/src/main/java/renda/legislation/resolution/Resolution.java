package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.member.Body;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A resolution or decision, from the motion on.
 *
 * @param term the term (届) of the body that decides
 * @param body which body decides
 * @param vote how it was voted upon; missing before
 * @param publication that it was published; missing before
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Resolution(UUID id, String code, State state, LocalDate stateSince, long version, int term, Body body,
		Motion motion, Course course, @Nullable Voted vote, @Nullable Publication publication, Execution execution,
		boolean sample) implements Case<Resolution.State, Resolution> {

	/** The name of the kind of case. */
	static final String KIND = "resolution";

	static Resolution moved(UUID id, String code, int term, Motion motion) {
		return new Resolution(id, code, State.SUBMITTED, motion.submittedOn(), 1, term, Body.STANDING_COMMITTEE, motion,
				Course.NONE, null, null, Execution.NONE, false);
	}

	@Override
	public Resolution in(State next, LocalDate since, long number) {
		return new Resolution(this.id, this.code, next, since, number, this.term, this.body, this.motion, this.course,
				this.vote, this.publication, this.execution, this.sample);
	}

	Resolution with(Motion changed) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.body,
				changed, this.course, this.vote, this.publication, this.execution, this.sample);
	}

	Resolution with(Course changed) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.body,
				this.motion, changed, this.vote, this.publication, this.execution, this.sample);
	}

	Resolution with(Voted voted) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.body,
				this.motion, this.course, voted, this.publication, this.execution, this.sample);
	}

	Resolution with(Publication published) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.body,
				this.motion, this.course, this.vote, published, this.execution, this.sample);
	}

	Resolution with(UnaryOperator<Execution> change) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.body,
				this.motion, this.course, this.vote, this.publication, change.apply(this.execution), this.sample);
	}

	/**
	 * The same, for the congress to decide.
	 */
	Resolution forCongress() {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, Body.CONGRESS,
				this.motion, this.course, this.vote, this.publication, this.execution, this.sample);
	}

	/**
	 * The same, invented for the demonstration or not, decided by a body.
	 */
	Resolution of(Body decides, boolean invented) {
		return new Resolution(this.id, this.code, this.state, this.stateSince, this.version, this.term, decides,
				this.motion, this.course, this.vote, this.publication, this.execution, invented);
	}

	/**
	 * The day it was adopted; empty where it was not.
	 */
	Optional<LocalDate> adoptedOn() {
		return Optional.ofNullable(this.vote).filter(Voted::passed).map(Voted::on);
	}

	/**
	 * Whether everyone may read it: what is adopted is announced on the spot.
	 */
	boolean open() {
		return adoptedOn().isPresent();
	}

	/**
	 * The day by which all of it was done; empty while something is to be done, and where
	 * nothing was.
	 */
	Optional<LocalDate> executedOn() {
		List<LocalDate> ends = this.execution.tasks()
			.stream()
			.flatMap((task) -> Optional.ofNullable(task.completedOn()).stream())
			.sorted()
			.toList();
		return (ends.isEmpty() || ends.size() < this.execution.tasks().size()) ? Optional.empty()
				: Optional.of(ends.getLast());
	}

	/**
	 * That it was published.
	 *
	 * @param where in which gazette, newspaper or site
	 * @param text the words as adopted
	 * @param structured whether the text is also kept taken apart into its articles
	 */
	record Publication(LocalDate on, String where, String text, boolean structured) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		SUBMITTED(Text.of("已提出", "Submitted")), REFERRED(Text.of("委员会审查", "With a committee")),
		EXAMINED(Text.of("已审查", "Examined")), LISTED(Text.of("提请审议", "Listed")),
		DELIBERATED(Text.of("已审议", "Deliberated")), DECLINED(Text.of("不提请审议", "Not listed")),
		WITHDRAWN(Text.of("已撤回", "Withdrawn")), UNDECIDED(Text.of("未作决议", "No decision")),
		REJECTED(Text.of("未通过", "Rejected")), OPINIONS_SENT(Text.of("已送审议意见", "Opinions sent")),
		ADOPTED(Text.of("已通过", "Adopted")), EXECUTING(Text.of("执行", "Being carried out")),
		REPORTED(Text.of("已报告执行情况", "Execution reported")), CLOSED(Text.of("办结", "Closed"));

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
			return this == DECLINED || this == WITHDRAWN || this == CLOSED;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		MOVER(Text.of("提案人", "the mover")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		COMMITTEE(Text.of("负责审查的委员会", "the committee that examines it")), OFFICE(Text.of("办公厅", "the general office")),
		CHAIR(Text.of("常委会主任", "the chair")), EXECUTOR(Text.of("执行机关", "an executing organ"));

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
