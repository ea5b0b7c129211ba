package renda.legislation.interpretation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import renda.legislation.interpretation.Interpretation.InterpretationEnd;
import renda.legislation.interpretation.Interpretation.InterpretationVote;
import renda.legislation.interpretation.Interpretation.Party;
import renda.legislation.interpretation.Interpretation.Requester;
import renda.legislation.interpretation.Interpretation.State;
import renda.legislation.registration.Recording;
import renda.legislation.registration.Register;
import renda.legislation.text.LegalAct;
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

import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Interpretations as a kind of case. Announced, they enter the register.
 */
@Component
class InterpretationKind implements CaseKind<Interpretation, State, Party, Interpretation> {

	static final String PATH = "/api/v1/legislation/interpretations";

	private static final Set<Role> WORKING = EnumSet.of(Role.CHAIR, Role.COUNCIL, Role.MEMBER, Role.LEGAL_COMMITTEE,
			Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE);

	private final CityProfile city;

	private final Map<Requester, String> organs;

	private final Register register;

	private final CaseTable<Interpretation> table;

	/**
	 * @param government the code of the city's government, as tokens name it
	 * @param court the code of its intermediate court
	 * @param procuratorate the code of its procuratorate
	 */
	InterpretationKind(DatabaseClient database, JsonMapper json, CityProfile city, Register register,
			@Value("${renda.legislation.government:city-government}") String government,
			@Value("${renda.legislation.court:city-court}") String court,
			@Value("${renda.legislation.procuratorate:city-procuratorate}") String procuratorate) {
		this.city = city;
		this.organs = Map.of(Requester.GOVERNMENT, government, Requester.COURT, court, Requester.PROCURATORATE,
				procuratorate);
		this.register = register;
		this.table = CaseTable.of("interpretation", Interpretation.class, database, json)
			.id("regulation_id", (one) -> one.request().regulation())
			.text("requester", (one) -> one.request().requester().name())
			.list("viewers", InterpretationKind::viewers)
			.flag("open_to_all", Interpretation::open)
			.flag("sample", Interpretation::sample)
			.search("search", (one) -> Bigrams.vector(one.request().title() + " " + one.title(), 'A') + ' '
					+ Bigrams.vector(one.request().question(), 'C'));
	}

	@Override
	public Workflow<Interpretation, State, Party> workflow() {
		return InterpretationWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Interpretation> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(Interpretation subject, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (caller.isAnonymous()) {
			return parties;
		}
		if (isRequester(subject.request(), caller)) {
			parties.add(Party.REQUESTER);
		}
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (caller.has(Role.LEGAL_COMMITTEE)) {
			parties.add(Party.LEGAL_COMMITTEE);
		}
		if (caller.has(Role.LEGISLATIVE_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.CHAIR) || caller.has(Role.COUNCIL) || caller.has(Role.GENERAL_OFFICE)) {
			parties.add(Party.PLENARY);
		}
		return parties;
	}

	private boolean isRequester(Interpretation.InterpretationAsked request, Caller caller) {
		boolean own = !caller.organ().isEmpty() && caller.organ().equals(request.organ());
		return own && switch (request.requester()) {
			case GOVERNMENT, COURT, PROCURATORATE ->
				caller.has(Role.ORGAN) && caller.organ().equals(this.organs.get(request.requester()));
			case COMMITTEE -> caller.has(Role.COMMITTEE) || caller.has(Role.LEGAL_COMMITTEE);
			case COUNTY_COMMITTEE -> caller.has(Role.COUNTY_COMMITTEE);
			case OTHER -> caller.has(Role.ORGAN);
		};
	}

	@Override
	public boolean isVisible(Interpretation subject, Caller caller) {
		return subject.open() || viewers(subject).stream().anyMatch(keys(caller)::contains);
	}

	static List<String> viewers(Interpretation subject) {
		List<String> viewers = new ArrayList<>(
				WORKING.stream().map((role) -> Holder.role(role).text()).sorted().toList());
		if (!subject.request().organ().isEmpty()) {
			viewers.add(Holder.organ(subject.request().organ()).text());
		}
		return List.copyOf(viewers);
	}

	/**
	 * What a caller is: an office of another city is no office here.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	@Override
	public List<Holder> holders(Interpretation subject, Party party) {
		boolean reviewed = !subject.review().isEmpty();
		return switch (party) {
			case OFFICE -> List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
			case COUNCIL -> List.of(Holder.role(Role.COUNCIL));
			case LEGAL_COMMITTEE -> reviewed ? List.of() : List.of(Holder.role(Role.LEGAL_COMMITTEE));
			case REQUESTER, PLENARY -> List.of();
		};
	}

	@Override
	public Interpretation view(Interpretation subject, Caller caller) {
		return subject;
	}

	@Override
	public Object published(Interpretation subject) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", subject.id());
		data.put("code", subject.code());
		data.put("state", subject.state());
		data.put("regulation", subject.request().regulation());
		data.put("version", subject.version());
		if (subject.open()) {
			data.put("title", subject.title());
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Interpretation subject) {
		return subject.open() ? null : Set.of(Role.COUNCIL, Role.LEGISLATIVE_OFFICE, Role.GENERAL_OFFICE, Role.SERVICE);
	}

	/**
	 * What is announced has the force of the regulation, and enters the register with it
	 * (LEG-66).
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Interpretation before, Interpretation after, Caller caller) {
		if (!step.equals("announce")) {
			return Mono.empty();
		}
		InterpretationEnd end = Objects.requireNonNull(after.announcement());
		InterpretationVote vote = Objects.requireNonNull(after.vote());
		LegalAct act = new LegalAct(LegalAct.Kind.INTERPRETED, vote.on(), this.city.name().zh() + "人民代表大会常务委员会",
				vote.meetingName(), end.approvedOn(), end.approvedBy(), end.on(), end.effectiveOn(), after.title(), 0,
				false);
		return this.register.record(new Recording(after.request().regulation(), act, "", null, "", after.sample()))
			.then();
	}

	@Override
	public Text deskTitle(Interpretation subject) {
		String title = subject.title().isEmpty() ? "《" + subject.request().title() + "》解释" : subject.title();
		return Text.of(title, title);
	}

}
