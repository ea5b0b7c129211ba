package renda.legislation.matterreport;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import renda.legislation.matterreport.MatterReport.Party;
import renda.legislation.matterreport.MatterReport.State;
import renda.legislation.organ.StateOrgans;
import renda.legislation.resolution.ResolutionClocks;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reports on major matters as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class MatterReportKind implements CaseKind<MatterReport, State, Party, MatterReportView> {

	static final String PATH = "/api/v1/legislation/matter-reports";

	static final String PREFIX = "ZD";

	/** Under which name the calendar opens reports; it is no client of anybody. */
	static final String CALENDAR = "calendar of matters";

	private final StateOrgans organs;

	private final CityProfile city;

	private final CaseTable<MatterReport> table;

	MatterReportKind(DatabaseClient database, JsonMapper json, StateOrgans organs, CityProfile city) {
		this.organs = organs;
		this.city = city;
		this.table = CaseTable.of("matter_report", MatterReport.class, database, json)
			.id("matter_id", (report) -> report.item().id())
			.text("key", (report) -> report.item().key())
			.text("period", MatterReport::period)
			.text("title", (report) -> report.item().title())
			.text("reporter", (report) -> report.item().reporter().name())
			.text("organ", (report) -> report.item().organ())
			.text("obligation", (report) -> report.item().obligation().name())
			.text("frequency", (report) -> report.item().frequency().name())
			.date("due_on", MatterReport::dueOn)
			.date("submitted_on",
					(report) -> Optional.ofNullable(report.course().submission())
						.map(MatterReport.Submission::on)
						.orElse(null))
			.id("resolution_id",
					(report) -> Optional.ofNullable(report.course().decided())
						.map(MatterReport.DecidedBy::resolution)
						.orElse(null))
			.integer("number", (report) -> report.item().number())
			.text("event", MatterReport::event)
			.text("resolution",
					(report) -> Optional.ofNullable(report.course().decided())
						.map(MatterReport.DecidedBy::code)
						.orElse(null))
			.flag("sample", MatterReport::sample)
			.search("search", (report) -> Bigrams.vector(report.item().title() + ' ' + report.event(), 'A'));
	}

	@Override
	public Workflow<MatterReport, State, Party> workflow() {
		return MatterReportWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<MatterReport> table() {
		return this.table;
	}

	/**
	 * Who a caller is. The organ that does the work acts, and so does the one of the four
	 * that answers for it.
	 */
	@Override
	public Set<Party> actors(MatterReport report, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.ORGAN) && !caller.organ().isEmpty() && (caller.organ().equals(report.item().organ())
				|| caller.organ().equals(this.organs.codes().get(report.item().reporter())))) {
			parties.add(Party.REPORTER);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if ((caller.has(Role.COMMITTEE) || caller.has(Role.LEGAL_COMMITTEE) || caller.has(Role.BUDGET_OFFICE))
				&& !caller.organ().isEmpty() && caller.organ().equals(report.course().committee())) {
			parties.add(Party.COMMITTEE);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.SERVICE) && caller.subject().equals(CALENDAR)) {
			parties.add(Party.CALENDAR);
		}
		return parties;
	}

	/**
	 * What falls due by a public list is public; its words are another matter.
	 */
	@Override
	public boolean isVisible(MatterReport report, Caller caller) {
		return true;
	}

	@Override
	public List<Holder> holders(MatterReport report, Party party) {
		return switch (party) {
			case REPORTER -> MatterClocks.reporter(report);
			case COUNCIL -> ResolutionClocks.council();
			case COMMITTEE -> report.course().committee().isEmpty() ? List.of() : MatterClocks.committee(report);
			case OFFICE -> (report.state() == State.DUE) ? List.of() : ResolutionClocks.office();
			case CALENDAR -> List.of();
		};
	}

	@Override
	public MatterReportView view(MatterReport report, Caller caller) {
		return MatterReportView.of(report, !actors(report, caller).isEmpty());
	}

	@Override
	public Object published(MatterReport report) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", report.id());
		data.put("code", report.code());
		data.put("state", report.state());
		data.put("version", report.version());
		data.put("matter", report.item().key());
		data.put("title", report.item().title());
		data.put("period", report.period());
		data.put("reporter", report.item().reporter());
		data.put("organ", report.item().organ());
		data.put("dueOn", report.dueOn());
		MatterReport.DecidedBy decided = report.course().decided();
		if (decided != null) {
			data.put("resolution", decided.resolution());
		}
		return data;
	}

	@Override
	public Text deskTitle(MatterReport report) {
		String title = report.item().title() + "（" + (report.event().isEmpty() ? report.period() : report.event())
				+ "）";
		return Text.of(title, title);
	}

}
