package renda.legislation.filingreport;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A yearly report as one reader sees it: its words are the office's and the committee's
 * until it is published.
 *
 * @param numbers where the year's numbers are counted
 * @param catalogue where what was registered in the year is listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FilingAnnualReport")
record AnnualReportView(UUID id, String code, AnnualReport.State state, LocalDate stateSince, int year, LocalDate dueOn,
		AnnualReport.@Nullable Submission submission, AnnualReport.@Nullable Hearing hearing,
		AnnualReport.@Nullable Publication publication, AnnualReport.@Nullable Upward upward, String numbers,
		String catalogue, long version) {

	static AnnualReportView of(AnnualReport report, boolean inner) {
		boolean open = inner || report.publication() != null;
		AnnualReport.Hearing hearing = report.hearing();
		return new AnnualReportView(report.id(), report.code(), report.state(), report.stateSince(), report.year(),
				report.dueOn(), open ? report.submission() : null,
				(open || hearing == null) ? hearing
						: new AnnualReport.Hearing(hearing.on(), hearing.meeting(), hearing.meetingName(), ""),
				report.publication(), inner ? report.upward() : null,
				"/api/v1/legislation/filing-report?year=" + report.year(),
				"/api/v1/legislation/filings?year=" + report.year(), report.version());
	}

}
