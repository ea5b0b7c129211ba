package renda.legislation.matterreport;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.matterreport.MatterReport.State;
import renda.platform.security.Caller;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.stereotype.Component;

/**
 * Reports on major matters at meetings: they are heard and deliberated. What is voted
 * upon is the resolution that comes of one.
 */
@Component
class MatterTabled implements Tabled {

	private final MatterReportKind kind;

	MatterTabled(MatterReportKind kind) {
		this.kind = kind;
	}

	@Override
	public String kind() {
		return MatterReport.KIND;
	}

	@Override
	public Mono<Subject> subject(UUID id) {
		return this.kind.table()
			.byId(id)
			.map((report) -> new Subject(MatterReport.KIND, id, report.code(), this.kind.deskTitle(report).zh(),
					MatterReportKind.PATH + '/' + id, purposes(report)));
	}

	private static Set<Purpose> purposes(MatterReport report) {
		return (report.state() == State.SC) ? MatterClocks.HEARD : EnumSet.noneOf(Purpose.class);
	}

	@Override
	public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
		return Mono.error(Refusal.conflict("not-voted-upon",
				Text.of("报告本身不付表决，付表决的是决议草案。", "A report is not voted upon; the draft resolution is.")));
	}

}
