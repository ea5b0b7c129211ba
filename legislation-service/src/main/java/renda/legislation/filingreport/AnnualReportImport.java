package renda.legislation.filingreport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;

import renda.platform.cases.Lived;
import renda.platform.cases.PastCases;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Role;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Takes past reports in bulk, each with its whole life. A report is known by its code; a
 * known one is left as it is. A year has one report.
 */
@Component
class AnnualReportImport implements ImportKind<AnnualReportRow> {

	private final AnnualReportKind kind;

	private final AnnualReports reports;

	private final PastCases past;

	private final CityProfile city;

	AnnualReportImport(AnnualReportKind kind, AnnualReports reports, PastCases past, CityProfile city) {
		this.kind = kind;
		this.reports = reports;
		this.past = past;
		this.city = city;
	}

	@Override
	public String name() {
		return "filing-reports";
	}

	@Override
	public Text description() {
		return Text.of("往年的备案审查工作情况报告，一行一个年度，写明各步骤的日期。",
				"Yearly reports on filing and review of the past, one a row, with the days of their steps.");
	}

	@Override
	public Class<AnnualReportRow> row() {
		return AnnualReportRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.FILING_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<AnnualReportRow>> rows, Command command) {
		command.caller().requireArea(this.city.code());
		return this.reports.codes(rows.stream().map((row) -> row.row().year()).distinct().toList()).flatMap((there) -> {
			Map<Integer, String> taken = new HashMap<>(there);
			return this.past.record(this.kind, rows, AnnualReportRow::code, (row) -> {
				String other = taken.get(row.year());
				if (other != null) {
					throw Refusal.invalid("year", Text.of("该年度已有报告 %s。", "There is a report of that year, %s.", other));
				}
				Lived<AnnualReport> life = new PastAnnualReport(row, command.caller()).lived();
				taken.put(row.year(), row.code());
				return life;
			});
		}).map(PastCases.Recorded::applied);
	}

}
