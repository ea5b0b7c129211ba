package renda.legislation.filingreport;

import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;

import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.filingreport.AnnualReport.State;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Yearly reports at meetings: they are heard and deliberated, and not voted upon.
 */
@Component
class AnnualReportTabled implements Tabled {

	private final AnnualReportKind kind;

	AnnualReportTabled(AnnualReportKind kind) {
		this.kind = kind;
	}

	@Override
	public String kind() {
		return AnnualReport.KIND;
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((report) -> new Subject(AnnualReport.KIND, id, report.code(), this.kind.deskTitle(report).zh(),
					AnnualReportKind.PATH + '/' + id,
					(report.state() == State.SUBMITTED) ? AnnualReportWorkflow.PURPOSES : Set.of()));
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return Mono
			.error(Refusal.conflict("not-voted-upon", Text.of("报告不付表决。", "A report is heard, and not voted upon.")));
	}

}
