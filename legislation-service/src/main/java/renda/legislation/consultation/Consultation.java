package renda.legislation.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A consultation (征求意见) on a draft. Comments are rows of their own.
 *
 * @param topic what is consulted on
 * @param period from when until when
 * @param heard forums, expert meetings, hearings and assessments held
 * @param course what was done with what came in
 * @param sample whether the record is invented for the demonstration
 */
public record Consultation(UUID id, String code, State state, LocalDate stateSince, long version, Topic topic,
		Period period, List<ViewsHeard> heard, Course course,
		boolean sample) implements Case<Consultation.State, Consultation> {

	public Consultation {
		heard = List.copyOf(heard);
	}

	static Consultation opened(UUID id, String code, LocalDate on, Topic topic, Period period) {
		return new Consultation(id, code, State.OPEN, on, 1, topic, period, List.of(), Course.NONE, false);
	}

	@Override
	public Consultation in(State next, LocalDate since, long number) {
		return new Consultation(this.id, this.code, next, since, number, this.topic, this.period, this.heard,
				this.course, this.sample);
	}

	/**
	 * Whether a comment made on a day is in time.
	 */
	public boolean takes(LocalDate day) {
		return !day.isBefore(this.period.from()) && !day.isAfter(this.period.until());
	}

	/**
	 * Whether nobody from the public can comment any more.
	 */
	boolean isOver(LocalDate today) {
		return !this.state.running() || today.isAfter(this.period.until());
	}

	/**
	 * Whether the report on the comments is made.
	 */
	public boolean isReported() {
		return this.state == State.SUMMARISED || this.state == State.PUBLISHED;
	}

	/**
	 * The day it ended, or is to end.
	 */
	public LocalDate end() {
		LocalDate closed = this.course.closedOn();
		return (closed != null) ? closed : this.period.until();
	}

	boolean hasHearing() {
		return this.heard.stream().anyMatch((one) -> one.form() == Form.HEARING);
	}

	Consultation with(Period changed) {
		return new Consultation(this.id, this.code, this.state, this.stateSince, this.version, this.topic, changed,
				this.heard, this.course, this.sample);
	}

	Consultation with(Course changed) {
		return new Consultation(this.id, this.code, this.state, this.stateSince, this.version, this.topic, this.period,
				this.heard, changed, this.sample);
	}

	Consultation with(ViewsHeard meeting) {
		return new Consultation(this.id, this.code, this.state, this.stateSince, this.version, this.topic, this.period,
				added(this.heard, meeting), this.course, this.sample);
	}

	Consultation sample(boolean invented) {
		return new Consultation(this.id, this.code, this.state, this.stateSince, this.version, this.topic, this.period,
				this.heard, this.course, invented);
	}

	private static <T> List<T> added(List<T> known, T more) {
		List<T> all = new ArrayList<>(known);
		all.add(more);
		return all;
	}

	/**
	 * What is consulted on.
	 *
	 * @param kind the kind of case: {@code bill}; {@code text} where the text stands
	 * alone
	 * @param id the case; of a text that stands alone the consultation itself
	 * @param code what people call it; empty if it has none
	 * @param href where it is; empty if nowhere
	 * @param draft the draft commented on; missing where none is kept
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Topic(String kind, UUID id, String code, String title, String href, @Nullable UUID draft) {
	}

	/**
	 * From when until when, both days included.
	 *
	 * @param notice where and how it was announced
	 * @param decision the decision of the chairpersons' meeting for a shorter time; empty
	 * if there is none
	 * @param extensions each time it was made longer
	 */
	public record Period(LocalDate from, LocalDate until, String notice, String decision, List<Longer> extensions) {

		public Period {
			extensions = List.copyOf(extensions);
		}

		Period until(LocalDate day, String reason, LocalDate on) {
			return new Period(this.from, day, this.notice, this.decision,
					added(this.extensions, new Longer(on, this.until, day, reason)));
		}

		Period endedBy(String decided) {
			return decided.isEmpty() ? this : new Period(this.from, this.until, this.notice, decided, this.extensions);
		}

	}

	/**
	 * That a consultation was made longer.
	 */
	public record Longer(LocalDate on, LocalDate before, LocalDate until, String reason) {
	}

	/**
	 * Views heard at a meeting (座谈会、论证会、听证会) or found by an assessment.
	 *
	 * @param number which of the consultation's meetings
	 * @param convenor who held it
	 * @param attending who came, as kinds of people or bodies; no personal data
	 * @param deputies how many deputies sat in
	 * @param result the main views, and for an assessment what it found
	 * @param reportedOn the day the standing committee was told; missing while it was not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ViewsHeard(int number, Form form, LocalDate on, String place, String convenor, int participants,
			List<String> attending, int deputies, String result, @Nullable LocalDate reportedOn) {

		public ViewsHeard {
			attending = List.copyOf(attending);
		}

	}

	/**
	 * How views are heard.
	 */
	public enum Form {

		/** 座谈会. */
		SYMPOSIUM(Text.of("座谈会", "symposium")),
		/** 论证会. */
		EXPERT_MEETING(Text.of("论证会", "meeting of experts")),
		/** 听证会. */
		HEARING(Text.of("听证会", "hearing")),
		/** 书面征求有关机关、组织和专家意见. */
		WRITTEN(Text.of("书面征求意见", "written inquiry")),
		/** 实地调研. */
		FIELD_VISIT(Text.of("实地调研", "visit on the spot")),
		/** 通过前评估. */
		ASSESSMENT(Text.of("通过前评估", "assessment before adoption"));

		private final Text title;

		Form(Text title) {
			this.title = title;
		}

		public Text title() {
			return this.title;
		}

	}

	/**
	 * What was done with what came in.
	 *
	 * @param contested whether opinions differ greatly or interests shift greatly
	 * @param conclusion what the report says besides the numbers
	 * @param later the later drafts to which the comments were carried over, in order
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Course(boolean contested, @Nullable LocalDate closedOn, @Nullable LocalDate summarisedOn,
			@Nullable LocalDate publishedOn, String conclusion, List<UUID> later) {

		static final Course NONE = new Course(false, null, null, null, "", List.of());

		public Course {
			later = List.copyOf(later);
		}

		Course contested(boolean greatly) {
			return new Course(greatly, this.closedOn, this.summarisedOn, this.publishedOn, this.conclusion, this.later);
		}

		Course closed(LocalDate on) {
			return new Course(this.contested, on, null, null, this.conclusion, this.later);
		}

		Course summarised(LocalDate on, String words) {
			return new Course(this.contested, this.closedOn, on, null, words, this.later);
		}

		Course published(LocalDate on) {
			return new Course(this.contested, this.closedOn, this.summarisedOn, on, this.conclusion, this.later);
		}

		Course carriedTo(UUID draft) {
			List<UUID> others = this.later.stream().filter((known) -> !known.equals(draft)).toList();
			return new Course(this.contested, this.closedOn, this.summarisedOn, this.publishedOn, this.conclusion,
					added(others, draft));
		}

	}

	/**
	 * States.
	 */
	public enum State implements CaseState {

		OPEN(Text.of("征求意见中", "Open")), EXTENDED(Text.of("已延长", "Extended")), CLOSED(Text.of("已结束，研究处理中", "Closed")),
		SUMMARISED(Text.of("已形成反馈报告", "Summarised")), PUBLISHED(Text.of("反馈报告已公布", "Report published"));

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
			return this == PUBLISHED;
		}

		public boolean running() {
			return this == OPEN || this == EXTENDED;
		}

	}

	/**
	 * Who acts in a consultation.
	 */
	enum Party implements Actor {

		OFFICE(Text.of("法制工作机构或者负责的委员会", "the legislative-affairs body or the committee in charge")),
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting"));

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
