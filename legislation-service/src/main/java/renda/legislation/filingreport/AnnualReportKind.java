package renda.legislation.filingreport;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.filingreport.AnnualReport.Party;
import renda.legislation.filingreport.AnnualReport.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.file.StoredFiles;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Yearly reports as a kind of case: everyone knows that one is due, and reads it once it
 * is published.
 */
@Component
class AnnualReportKind implements CaseKind<AnnualReport, State, Party, AnnualReportView> {

	static final String PATH = "/api/v1/legislation/filing-reports";

	/** Who reads what is put before the standing committee. */
	private static final Set<Role> COMMITTEE = EnumSet.of(Role.MEMBER, Role.CHAIR, Role.COUNCIL, Role.GENERAL_OFFICE);

	private final CityProfile city;

	private final StoredFiles files;

	private final ObjectProvider<AnnualReports> reports;

	private final CaseTable<AnnualReport> table;

	AnnualReportKind(DatabaseClient database, JsonMapper json, CityProfile city, StoredFiles files,
			ObjectProvider<AnnualReports> reports) {
		this.city = city;
		this.files = files;
		this.reports = reports;
		this.table = CaseTable.of("filing_report", AnnualReport.class, database, json)
			.integer("year", AnnualReport::year)
			.date("due_on", AnnualReport::dueOn);
	}

	@Override
	public Workflow<AnnualReport, State, Party> workflow() {
		return AnnualReportWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<AnnualReport> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(AnnualReport report, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (caller.has(Role.FILING_OFFICE) && caller.actsForArea(this.city.code())) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.MEETING);
		}
		return parties;
	}

	@Override
	public boolean isVisible(AnnualReport report, Caller caller) {
		return true;
	}

	@Override
	public List<Holder> holders(AnnualReport report, Party party) {
		return switch (party) {
			case OFFICE -> AnnualReportWorkflow.office();
			case MEETING -> (report.state() == State.SUBMITTED) ? List.of(Holder.role(Role.GENERAL_OFFICE)) : List.of();
		};
	}

	@Override
	public AnnualReportView view(AnnualReport report, Caller caller) {
		boolean committee = report.submission() != null && caller.roles().stream().anyMatch(COMMITTEE::contains);
		return AnnualReportView.of(report, committee || !actors(report, caller).isEmpty());
	}

	@Override
	public Object published(AnnualReport report) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", report.id());
		data.put("code", report.code());
		data.put("state", report.state());
		data.put("year", report.year());
		data.put("version", report.version());
		AnnualReport.Upward upward = report.upward();
		if (upward != null) {
			data.put("toldTo", upward.to());
		}
		return data;
	}

	/**
	 * The report's file belongs to the case; one that was heard has the next year's fall
	 * due.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable AnnualReport before, AnnualReport after, Caller caller) {
		AnnualReport.Submission submission = after.submission();
		UUID report = (submission != null) ? submission.report() : null;
		if (step.equals("submit") && report != null) {
			return this.files.link(report, AnnualReport.KIND + '/' + after.id());
		}
		return step.equals("hear") ? this.reports.getObject().next(after.year() + 1) : Mono.empty();
	}

	@Override
	public Text deskTitle(AnnualReport report) {
		return Text.of("%s 年备案审查工作情况报告", "Report on filing and review of %s", String.valueOf(report.year()));
	}

}
