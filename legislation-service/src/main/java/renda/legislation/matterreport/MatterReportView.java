package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import renda.legislation.matterreport.MatterReport.Handling;
import renda.legislation.matterreport.MatterReport.Listed;
import renda.legislation.matterreport.MatterReport.Said;
import renda.platform.web.Given;

/**
 * A report on a major matter as the API shows it. That it is due, submitted and decided
 * everyone sees; its words once a meeting has heard it, and those of opinions and answers
 * those who act in it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterReportView(UUID id, String code, MatterReport.State state, LocalDate stateSince, Listed item,
		String period, @Nullable String event, LocalDate dueOn, @Nullable LocalDate submittedOn, @Nullable String title,
		@Nullable String text, @Nullable String committee, @Nullable Said examination, @Nullable Session heard,
		@Nullable Decision decided, @Nullable Said opinions, @Nullable LocalDate handedOverOn, List<Said> reports,
		@Nullable String ended, boolean sample, long version) {

	/**
	 * A view.
	 * @param whole whether for somebody who acts in it
	 */
	static MatterReportView of(MatterReport report, boolean whole) {
		Handling course = report.course();
		MatterReport.Submission submission = course.submission();
		MatterReport.Submission words = (whole || report.heard()) ? submission : null;
		return new MatterReportView(report.id(), report.code(), report.state(), report.stateSince(), report.item(),
				report.period(), Given.orNull(report.event()), report.dueOn(),
				(submission != null) ? submission.on() : null, (words != null) ? words.title() : null,
				(words != null) ? words.text() : null, Given.orNull(course.committee()),
				whole ? course.examination() : null, Session.of(course.heard(), whole), Decision.of(course.decided()),
				whole ? course.opinions() : null, course.handedOverOn(), whole ? course.reports() : List.of(),
				whole ? Given.orNull(course.ended()) : null, report.sample(), report.version());
	}

	/**
	 * The meeting that heard it.
	 */
	@Schema(name = "MatterReportSession")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Session(LocalDate on, UUID meeting, String meetingName, @Nullable String opinions) {

		private static @Nullable Session of(MatterReport.@Nullable Heard heard, boolean whole) {
			return (heard != null)
					? new Session(heard.on(), heard.meeting(), heard.meetingName(), whole ? heard.opinions() : null)
					: null;
		}

	}

	/**
	 * The resolution that decided it.
	 */
	@Schema(name = "MatterReportDecision")
	record Decision(UUID resolution, String code, String title, LocalDate on, String href) {

		private static @Nullable Decision of(MatterReport.@Nullable DecidedBy by) {
			return (by != null) ? new Decision(by.resolution(), by.code(), by.title(), by.on(),
					"/api/v1/legislation/resolutions/" + by.resolution()) : null;
		}

	}

}
