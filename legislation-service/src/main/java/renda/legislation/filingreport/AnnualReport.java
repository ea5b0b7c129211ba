package renda.legislation.filingreport;

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
 * The report on filing and review of one year.
 *
 * @param year the year it is about
 * @param dueOn the last day for the standing committee to hear it
 * @param submission the report as it was put before the standing committee
 * @param hearing the meeting that heard it
 * @param publication where it was published
 * @param upward who of the level above was told
 */
record AnnualReport(UUID id, String code, State state, LocalDate stateSince, long version, int year, LocalDate dueOn,
		@Nullable Submission submission, @Nullable Hearing hearing, @Nullable Publication publication,
		@Nullable Upward upward) implements Case<AnnualReport.State, AnnualReport> {

	/** The name of the kind of case. */
	static final String KIND = "filing-report";

	static AnnualReport due(UUID id, String code, LocalDate on, int year, LocalDate dueOn) {
		return new AnnualReport(id, code, State.DUE, on, 1, year, dueOn, null, null, null, null);
	}

	@Override
	public AnnualReport in(State next, LocalDate since, long number) {
		return new AnnualReport(this.id, this.code, next, since, number, this.year, this.dueOn, this.submission,
				this.hearing, this.publication, this.upward);
	}

	AnnualReport submitted(Submission what) {
		return new AnnualReport(this.id, this.code, this.state, this.stateSince, this.version, this.year, this.dueOn,
				what, this.hearing, this.publication, this.upward);
	}

	AnnualReport heard(Hearing where) {
		return new AnnualReport(this.id, this.code, this.state, this.stateSince, this.version, this.year, this.dueOn,
				this.submission, where, this.publication, this.upward);
	}

	AnnualReport published(Publication where) {
		return new AnnualReport(this.id, this.code, this.state, this.stateSince, this.version, this.year, this.dueOn,
				this.submission, this.hearing, where, this.upward);
	}

	AnnualReport told(Upward whom) {
		return new AnnualReport(this.id, this.code, this.state, this.stateSince, this.version, this.year, this.dueOn,
				this.submission, this.hearing, this.publication, whom);
	}

	/**
	 * Where it is once a meeting has heard it: done when it is published and the level
	 * above is told.
	 */
	State afterHearing() {
		return (this.publication != null && this.upward != null) ? State.CLOSED : State.HEARD;
	}

	/**
	 * The report as it was put before the standing committee.
	 *
	 * @param report the id of the uploaded report; missing for one from elsewhere
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingReportSubmission")
	record Submission(LocalDate on, String title, @Nullable UUID report) {
	}

	/**
	 * That a meeting heard it.
	 *
	 * @param meeting the meeting; missing for one that is not on record here
	 * @param opinions what the members said about it (审议意见); empty where nothing was
	 * written down
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingReportHearing")
	record Hearing(LocalDate on, @Nullable UUID meeting, String meetingName, String opinions) {
	}

	/**
	 * Where it was published, with the catalogue of what was filed.
	 */
	@Schema(name = "FilingReportPublication")
	record Publication(LocalDate on, String where) {
	}

	/**
	 * Who of the level above was told how it was heard.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "FilingReportUpward")
	record Upward(LocalDate on, String to, String words) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		DUE(Text.of("待提请", "Due")), SUBMITTED(Text.of("已提请常委会会议", "Before the standing committee")),
		HEARD(Text.of("已听取审议", "Heard")), CLOSED(Text.of("办结", "Closed"));

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
			return this == CLOSED;
		}

	}

	/**
	 * Who acts in it.
	 */
	enum Party implements Actor {

		OFFICE(Text.of("备案审查工作机构", "the filing office")), MEETING(Text.of("办公厅", "the general office"));

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
