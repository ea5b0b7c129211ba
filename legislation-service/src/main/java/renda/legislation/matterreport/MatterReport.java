package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.matter.Frequency;
import renda.legislation.matter.Matter;
import renda.legislation.matter.Matter.Obligation;
import renda.legislation.organ.StateOrgan;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;
import renda.platform.workflow.Lists;

/**
 * One report on a major matter: from the day it falls due to the last word about it.
 *
 * @param item what the list says about it, as it was when this fell due
 * @param period for which period: {@code 2026}, {@code 2026-2}; for an event its own
 * @param event what has happened; empty for a period
 * @param dueOn the last day to submit it
 * @param course what has happened to it
 * @param sample whether the record is invented for the demonstration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterReport(UUID id, String code, State state, LocalDate stateSince, long version, Listed item, String period,
		String event, LocalDate dueOn, Handling course,
		boolean sample) implements Case<MatterReport.State, MatterReport> {

	/** The name of the kind of case. */
	static final String KIND = "matter-report";

	static MatterReport due(UUID id, String code, LocalDate on, Matter matter, String period, String event,
			LocalDate dueOn) {
		Listed item = new Listed(matter.id(), matter.key(), matter.number(), matter.title(), matter.reporter(),
				matter.organ(), matter.basis(), matter.obligation(), matter.frequency());
		Handling course = (matter.committee() != null) ? Handling.NONE.referred(matter.committee()) : Handling.NONE;
		return new MatterReport(id, code, State.DUE, on, 1, item, period, event, dueOn, course, matter.sample());
	}

	@Override
	public MatterReport in(State next, LocalDate since, long number) {
		return new MatterReport(this.id, this.code, next, since, number, this.item, this.period, this.event, this.dueOn,
				this.course, this.sample);
	}

	MatterReport with(Handling changed) {
		return new MatterReport(this.id, this.code, this.state, this.stateSince, this.version, this.item, this.period,
				this.event, this.dueOn, changed, this.sample);
	}

	/**
	 * Whether everyone may read its words: once a meeting has heard it.
	 */
	boolean heard() {
		return this.course.heard() != null;
	}

	/**
	 * What the list says.
	 */
	@Schema(name = "MatterReportItem")
	record Listed(UUID id, String key, int number, String title, StateOrgan reporter, String organ, String basis,
			Obligation obligation, Frequency frequency) {
	}

	/**
	 * What has happened to it.
	 *
	 * @param submission the report as submitted
	 * @param committee the code of the committee that examines it; empty for none
	 * @param examination what the committee found
	 * @param heard the meeting that heard it
	 * @param decided the resolution that decided it
	 * @param opinions the opinions sent
	 * @param handedOverOn the day it was given to be carried out
	 * @param reports what was reported about that
	 * @param ended why it came to nothing, or under which number it was filed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Handling(@Nullable Submission submission, String committee, @Nullable Said examination,
			@Nullable Heard heard, @Nullable DecidedBy decided, @Nullable Said opinions,
			@Nullable LocalDate handedOverOn, List<Said> reports, String ended) {

		static final Handling NONE = new Handling(null, "", null, null, null, null, null, List.of(), "");

		Handling {
			reports = List.copyOf(reports);
		}

		Handling submitted(Submission what) {
			return new Handling(what, this.committee, this.examination, this.heard, this.decided, this.opinions,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling referred(String to) {
			return new Handling(this.submission, to, this.examination, this.heard, this.decided, this.opinions,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling examined(Said what) {
			return new Handling(this.submission, this.committee, what, this.heard, this.decided, this.opinions,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling heard(Heard where) {
			return new Handling(this.submission, this.committee, this.examination, where, this.decided, this.opinions,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling decided(DecidedBy by) {
			return new Handling(this.submission, this.committee, this.examination, this.heard, by, this.opinions,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling told(Said what) {
			return new Handling(this.submission, this.committee, this.examination, this.heard, this.decided, what,
					this.handedOverOn, this.reports, this.ended);
		}

		Handling handedOver(LocalDate on) {
			return new Handling(this.submission, this.committee, this.examination, this.heard, this.decided,
					this.opinions, on, this.reports, this.ended);
		}

		Handling reported(Said what) {
			return new Handling(this.submission, this.committee, this.examination, this.heard, this.decided,
					this.opinions, this.handedOverOn, Lists.plus(this.reports, what), this.ended);
		}

		Handling ended(String how) {
			return new Handling(this.submission, this.committee, this.examination, this.heard, this.decided,
					this.opinions, this.handedOverOn, this.reports, how);
		}

	}

	/**
	 * The report as submitted.
	 */
	record Submission(LocalDate on, String title, String text) {
	}

	/**
	 * Something said in writing on a day.
	 */
	@Schema(name = "MatterReportWords")
	record Said(LocalDate on, String text) {
	}

	/**
	 * That a meeting heard it.
	 */
	record Heard(LocalDate on, UUID meeting, String meetingName, String opinions) {
	}

	/**
	 * By which resolution it was decided.
	 */
	record DecidedBy(UUID resolution, String code, String title, LocalDate on) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		DUE(Text.of("应提交", "Due")), SUBMITTED(Text.of("已提交", "Submitted")),
		COMMITTEE(Text.of("委员会审查", "With a committee")), SC(Text.of("提请常委会", "Before the standing committee")),
		DECIDED(Text.of("已作决议决定", "Decided")), OPINIONS_SENT(Text.of("已送意见", "Opinions sent")),
		EXECUTING(Text.of("办理", "Being carried out")), REPORTED(Text.of("已报告办理情况", "Reported")),
		CLOSED(Text.of("办结", "Closed")), CANCELLED(Text.of("不再提交", "Cancelled"));

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
			return this == CLOSED || this == CANCELLED;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		REPORTER(Text.of("报告机关", "the reporting organ")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		COMMITTEE(Text.of("负责审查的委员会", "the committee that examines it")), OFFICE(Text.of("办公厅", "the general office")),
		CALENDAR(Text.of("系统按清单", "the calendar of the list"));

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
