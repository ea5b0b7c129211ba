package renda.legislation.remark;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.legislation.remark.Remark.Party;
import renda.legislation.remark.Remark.State;
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
 * Remarks as a kind of case: who is who in one, and who sees it. The committee and its
 * office read all, the organ what it handles, everyone what is answered.
 */
@Component
class RemarkKind implements CaseKind<Remark, State, Party, RemarkView> {

	static final String PATH = "/api/v1/legislation/remarks";

	static final String PREFIX = "HYYJ";

	private static final List<Role> READERS = List.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.GENERAL_OFFICE);

	private final CityProfile city;

	private final CaseTable<Remark> table;

	RemarkKind(DatabaseClient database, JsonMapper json, CityProfile city) {
		this.city = city;
		this.table = CaseTable.of("remark", Remark.class, database, json)
			.id("meeting", (remark) -> remark.saying().meeting())
			.id("member", (remark) -> remark.saying().member())
			.text("organ", Remark::organ)
			.date("raised_on", (remark) -> remark.saying().on())
			.list("viewers", RemarkKind::viewers)
			.flag("open_to_all", Remark::open)
			.flag("sample", Remark::sample)
			.search("search", (remark) -> Bigrams.vector(remark.saying().text(), 'A') + ' '
					+ Bigrams.vector(remark.saying().meetingName() + ' ' + remark.saying().name(), 'B'));
	}

	@Override
	public Workflow<Remark, State, Party> workflow() {
		return RemarkWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Remark> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Remark remark, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.MEMBER) && !caller.subject().isEmpty()
				&& caller.subject().equals(remark.saying().account())) {
			parties.add(Party.MEMBER);
		}
		if (caller.has(Role.ORGAN) && !caller.organ().isEmpty() && caller.organ().equals(remark.organ())) {
			parties.add(Party.HANDLER);
		}
		return parties;
	}

	@Override
	public boolean isVisible(Remark remark, Caller caller) {
		return remark.open() || viewers(remark).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * What a caller is, as viewers are written.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	private static List<String> viewers(Remark remark) {
		List<String> viewers = new ArrayList<>(READERS.stream().map((role) -> Holder.role(role).text()).toList());
		if (!remark.organ().isEmpty()) {
			viewers.add(Holder.organ(remark.organ()).text());
		}
		return viewers;
	}

	@Override
	public List<Holder> holders(Remark remark, Party party) {
		return switch (party) {
			case OFFICE -> List.of(Holder.role(Role.GENERAL_OFFICE));
			case MEMBER ->
				remark.saying().account().isEmpty() ? List.of() : List.of(Holder.person(remark.saying().account()));
			case HANDLER -> remark.organ().isEmpty() ? List.of() : List.of(Holder.organ(remark.organ()));
		};
	}

	@Override
	public RemarkView view(Remark remark, Caller caller) {
		return RemarkView.of(remark);
	}

	@Override
	public Object published(Remark remark) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", remark.id());
		data.put("code", remark.code());
		data.put("state", remark.state());
		data.put("meeting", remark.saying().meeting());
		data.put("member", remark.saying().member());
		data.put("organ", remark.organ());
		data.put("raisedOn", remark.saying().on());
		data.put("version", remark.version());
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Remark remark) {
		return remark.open() ? null : Set.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.GENERAL_OFFICE, Role.SERVICE);
	}

	@Override
	public Text deskTitle(Remark remark) {
		String text = remark.saying().text();
		String title = text.codePointCount(0, text.length()) > 30
				? text.substring(0, text.offsetByCodePoints(0, 30)) + "…" : text;
		return Text.of(title, title);
	}

}
