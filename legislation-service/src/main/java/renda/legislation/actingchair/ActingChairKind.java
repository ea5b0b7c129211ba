package renda.legislation.actingchair;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.legislation.actingchair.ActingChair.Party;
import renda.legislation.actingchair.ActingChair.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Acting for the chair as a kind of case: who is who in one. The committee and its office
 * know of a proposal, everyone of an election.
 */
@Component
class ActingChairKind implements CaseKind<ActingChair, State, Party, ActingChairView> {

	static final String PATH = "/api/v1/legislation/acting-chairs";

	static final String PREFIX = "DLZR";

	/** Who knows of a proposal. */
	private static final List<Role> READERS = List.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.GENERAL_OFFICE,
			Role.PERSONNEL_OFFICE);

	private final CityProfile city;

	private final CaseTable<ActingChair> table;

	ActingChairKind(DatabaseClient database, JsonMapper json, CityProfile city) {
		this.city = city;
		this.table = CaseTable.of("acting_chair", ActingChair.class, database, json)
			.id("member", ActingChair::member)
			.date("elected_on", ActingChairKind::electedOn)
			.list("viewers", (acting) -> viewers())
			.flag("open_to_all", ActingChair::open)
			.flag("sample", ActingChair::sample);
	}

	private static @Nullable LocalDate electedOn(ActingChair acting) {
		return (acting.open() && acting.vote() != null) ? acting.vote().on() : null;
	}

	private static List<String> viewers() {
		return READERS.stream().map((role) -> Holder.role(role).text()).toList();
	}

	@Override
	public Workflow<ActingChair, State, Party> workflow() {
		return ActingChairWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<ActingChair> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(ActingChair acting, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.has(Role.CHAIR)) {
			parties.add(Party.CHAIR);
		}
		if (caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		return parties;
	}

	@Override
	public boolean isVisible(ActingChair acting, Caller caller) {
		return acting.open() || viewers().stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * What a caller is, as viewers are written.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	@Override
	public List<Holder> holders(ActingChair acting, Party party) {
		return switch (party) {
			case COUNCIL -> List.of(Holder.role(Role.COUNCIL));
			case CHAIR -> List.of(Holder.role(Role.CHAIR));
			case OFFICE -> List.of(Holder.role(Role.GENERAL_OFFICE));
		};
	}

	@Override
	public ActingChairView view(ActingChair acting, Caller caller) {
		return ActingChairView.of(acting, !actors(acting, caller).isEmpty());
	}

	@Override
	public Object published(ActingChair acting) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", acting.id());
		data.put("code", acting.code());
		data.put("state", acting.state());
		data.put("member", acting.member());
		data.put("version", acting.version());
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(ActingChair acting) {
		return acting.open() ? null : Set.copyOf(READERS);
	}

	@Override
	public Text deskTitle(ActingChair acting) {
		return Text.of("代理主任：" + acting.name(), "Acting chair: " + acting.name());
	}

}
