package renda.legislation.filingreport;

import renda.legislation.filingreport.AnnualReport.Party;
import renda.legislation.filingreport.AnnualReport.State;
import renda.legislation.filingreport.AnnualReportAction.FilingReportHeard;
import renda.legislation.filingreport.AnnualReportAction.FilingReportOpening;
import renda.legislation.filingreport.AnnualReportAction.FilingReportPublishing;
import renda.legislation.filingreport.AnnualReportAction.FilingReportSubmitting;
import renda.legislation.filingreport.AnnualReportAction.FilingReportTelling;
import renda.platform.cases.Lived;
import renda.platform.cases.PastCase;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.store.Ids;
import renda.platform.web.Given;

import static renda.platform.cases.PastCase.UNKNOWN;

/**
 * A yearly report from elsewhere, led through the steps its row tells, each by the law of
 * its day. What came late is marked late.
 */
final class PastAnnualReport {

	private final AnnualReportRow row;

	private final PastCase<AnnualReport, State, Party> past;

	PastAnnualReport(AnnualReportRow row, Caller importer) {
		this.row = row;
		this.past = PastCase.of(AnnualReportWorkflow.DECLARED, AnnualReport.due(Ids.next(), row.code(), row.openedOn(),
				row.year(), AnnualReportWorkflow.dueOn(row.year(), RuleBook.statutory(row.openedOn()))), importer);
	}

	/**
	 * The report with its steps and clocks.
	 */
	Lived<AnnualReport> lived() {
		this.past.take("open", this.row.openedOn(), new FilingReportOpening(this.row.year()));
		if (this.row.submittedOn() != null) {
			this.past.take("submit", this.row.submittedOn(),
					new FilingReportSubmitting(Given.required(this.row.title(), "title"), null));
		}
		if (this.row.heardOn() != null) {
			this.past.take("hear", this.row.heardOn(), new FilingReportHeard(null, this.row.opinions(), null,
					Given.required(this.row.meeting(), "meeting")));
		}
		this.past.tell("publish", this.row.publishedOn(),
				() -> new FilingReportPublishing(Given.required(this.row.publishedIn(), "publishedIn")));
		this.past.tell("report-upward", this.row.toldOn(),
				() -> new FilingReportTelling(Given.required(this.row.toldTo(), "toldTo"), UNKNOWN));
		this.past.takeTold();
		return this.past.lived();
	}

}
