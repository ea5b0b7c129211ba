package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.legislation.projectlink.ProjectCourse;
import renda.legislation.projectlink.ProjectTarget;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A clean-up round, with everything in its scope.
 *
 * @param term the term (届) in which it began
 * @param topic what it is about
 * @param report what came of it; missing before it is completed
 * @param ended why it was called off; empty otherwise
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleanupRound(UUID id, String code, State state, LocalDate stateSince, long version, int term, LocalDate begunOn,
		Topic topic, List<CleanupItem> items, @Nullable Report report, String ended,
		boolean sample) implements Case<CleanupRound.State, CleanupRound> {

	/** The name of the kind of case. */
	static final String KIND = "cleanup-round";

	CleanupRound {
		items = List.copyOf(items);
	}

	static CleanupRound begun(UUID id, String code, int term, LocalDate on, Topic topic, boolean sample) {
		return new CleanupRound(id, code, State.SCOPING, on, 1, term, on, topic, List.of(), null, "", sample);
	}

	@Override
	public CleanupRound in(State next, LocalDate since, long number) {
		return new CleanupRound(this.id, this.code, next, since, number, this.term, this.begunOn, this.topic,
				this.items, this.report, this.ended, this.sample);
	}

	private CleanupRound with(List<CleanupItem> changed) {
		return new CleanupRound(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.begunOn,
				this.topic, changed, this.report, this.ended, this.sample);
	}

	/**
	 * The same with more in its scope; what is in it already stays as it is.
	 */
	CleanupRound adding(List<CleanupItem> more) {
		List<CleanupItem> all = new ArrayList<>(this.items);
		more.stream().filter((item) -> item(item.regulation()).isEmpty()).forEach(all::add);
		return with(all);
	}

	CleanupRound without(UUID regulation) {
		return with(this.items.stream().filter((item) -> !item.regulation().equals(regulation)).toList());
	}

	/**
	 * The same with one item changed.
	 */
	CleanupRound with(UUID regulation, UnaryOperator<CleanupItem> change) {
		return with(this.items.stream()
			.map((item) -> item.regulation().equals(regulation) ? change.apply(item) : item)
			.toList());
	}

	CleanupRound reported(Report what) {
		return new CleanupRound(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.begunOn,
				this.topic, this.items, what, this.ended, this.sample);
	}

	CleanupRound calledOff(String reason) {
		return new CleanupRound(this.id, this.code, this.state, this.stateSince, this.version, this.term, this.begunOn,
				this.topic, this.items, this.report, reason, this.sample);
	}

	Optional<CleanupItem> item(UUID regulation) {
		return this.items.stream().filter((item) -> item.regulation().equals(regulation)).findFirst();
	}

	/**
	 * The bodies that have something still to check.
	 */
	List<String> checking() {
		return this.items.stream()
			.filter((item) -> item.check() == null)
			.map(CleanupItem::body)
			.filter((body) -> !body.isEmpty())
			.distinct()
			.toList();
	}

	List<String> bodies() {
		return this.items.stream().map(CleanupItem::body).filter((body) -> !body.isEmpty()).distinct().toList();
	}

	/**
	 * The texts for which no bill has been started that the decision asks for.
	 */
	List<UUID> waiting() {
		return this.items.stream().filter(CleanupItem::waits).map(CleanupItem::regulation).toList();
	}

	/**
	 * The projects that carry out what is decided.
	 */
	List<UUID> projects() {
		return this.items.stream()
			.filter(CleanupItem::changes)
			.map(CleanupItem::started)
			.flatMap(Stream::ofNullable)
			.map(CleanupItem.Started::project)
			.flatMap(Stream::ofNullable)
			.distinct()
			.toList();
	}

	/**
	 * What a project is to do for this round.
	 */
	List<ProjectTarget> targets(UUID project) {
		return this.items.stream()
			.filter((item) -> item.changes() && item.isIn(project))
			.map((item) -> new ProjectTarget(item.regulation(), item.title(), CleanupStarting.making(item)))
			.toList();
	}

	/**
	 * The same, as far as a project is now.
	 */
	CleanupRound reached(ProjectCourse course) {
		return with(this.items.stream()
			.map((item) -> (item.isIn(course.id()) && item.started() != null)
					? item.started(item.started().reached(course, item.regulation())) : item)
			.toList());
	}

	/**
	 * Whether everyone may read it: once its scope is fixed.
	 */
	boolean open() {
		return this.state != State.SCOPING && this.state != State.CANCELLED;
	}

	/**
	 * What a round is about.
	 *
	 * @param title its topic
	 * @param field 民法典实施、生态环境保护、食品药品安全
	 * @param superior the title of the superior law that has changed; empty where a
	 * policy asks for the round
	 * @param changedOn the day from which the change holds; missing where unknown
	 * @param basis the document that asks for the round
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Topic(String title, String field, String superior, @Nullable LocalDate changedOn, String basis) {
	}

	/**
	 * What came of it.
	 */
	record Report(LocalDate on, String text) {
	}

	/**
	 * What may be done with a text.
	 */
	enum Act {

		/** 保留. */
		KEEP,
		/** 修正. */
		AMEND,
		/** 修订. */
		REVISE,
		/** 废止. */
		REPEAL

	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		SCOPING(Text.of("确定范围", "Scope being set")), SELF_CHECK(Text.of("自查", "Self-check")),
		DECIDING(Text.of("逐件决定", "Being decided")), COMPLETED(Text.of("清理完成，待提出修改废止案", "Completed, bills to follow")),
		ENDED(Text.of("办结", "Ended")), CANCELLED(Text.of("取消", "Called off"));

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
			return this == ENDED || this == CANCELLED;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		OFFICE(Text.of("法制工作机构", "the legislative office")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		BODY(Text.of("起草单位", "a drafting body")),
		PROJECT(Text.of("由决定启动的立法项目", "a project that a decision has started"));

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
