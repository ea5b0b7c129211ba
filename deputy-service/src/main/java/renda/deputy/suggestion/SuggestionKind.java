package renda.deputy.suggestion;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import renda.deputy.suggestion.Suggestion.Party;
import renda.deputy.suggestion.Suggestion.State;
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
 * Suggestions as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class SuggestionKind implements CaseKind<Suggestion, State, Party, SuggestionView> {

	static final String PATH = "/api/v1/deputy/suggestions";

	private final CityProfile city;

	private final CaseTable<Suggestion> table;

	SuggestionKind(DatabaseClient database, JsonMapper json, CityProfile city) {
		this.city = city;
		this.table = CaseTable.of("suggestion", Suggestion.class, database, json)
			.text("title", (suggestion) -> suggestion.proposal().title())
			.text("field", (suggestion) -> suggestion.proposal().field().name())
			.integer("term", (suggestion) -> suggestion.proposal().term())
			.text("session", (suggestion) -> suggestion.proposal().sessionCode())
			.list("deputies", SuggestionKind::deputies)
			.text("handler", (suggestion) -> suggestion.organs(Handling::answers).stream().findFirst().orElse(""))
			.list("handlers", (suggestion) -> suggestion.organs((handling) -> true))
			.list("viewers", SuggestionKind::viewers)
			.flag("open_to_all", Suggestion::open)
			.id("petition_id",
					(suggestion) -> Optional.ofNullable(suggestion.proposal().petition())
						.map(Proposal.Petition::id)
						.orElse(null))
			.flag("priority", (suggestion) -> suggestion.oversight().priority() != null)
			.date("submitted_on", (suggestion) -> suggestion.intake().submittedOn())
			.date("assigned_on", (suggestion) -> suggestion.intake().assignedOn())
			.date("answered_on", (suggestion) -> suggestion.answeredOn(1).orElse(null))
			.date("reanswered_on", (suggestion) -> suggestion.answeredOn(2).orElse(null))
			.text("first_class", (suggestion) -> grade(suggestion, 1))
			.text("last_class", (suggestion) -> grade(suggestion, suggestion.answeredOn(2).isPresent() ? 2 : 1))
			.date("rated_on", (suggestion) -> rating(suggestion, 1).map(Suggestion.Rating::on).orElse(null))
			.date("rerated_on", (suggestion) -> rating(suggestion, 2).map(Suggestion.Rating::on).orElse(null))
			.text("first_result", (suggestion) -> result(suggestion, 1))
			.text("last_result", (suggestion) -> result(suggestion, Math.max(1, suggestion.ratings().size())))
			.date("implemented_on", (suggestion) -> suggestion.implementedOn().orElse(null))
			.date("onsite_on",
					(suggestion) -> suggestion.oversight()
						.onSite()
						.stream()
						.map(Suggestion.OnSite::on)
						.sorted()
						.findFirst()
						.orElse(null))
			.flag("sample", Suggestion::sample)
			.search("search", (suggestion) -> Bigrams.vector(suggestion.proposal().title(), 'A') + ' '
					+ Bigrams.vector(suggestion.proposal().content(), 'C'));
	}

	private static List<String> deputies(Suggestion suggestion) {
		Set<String> seats = new TreeSet<>();
		seats.add(suggestion.proposal().lead().seat().toString());
		suggestion.proposal().signed().forEach((signer) -> seats.add(signer.seat().toString()));
		return List.copyOf(seats);
	}

	private static @Nullable String grade(Suggestion suggestion, int round) {
		return suggestion.grade(round).map(Enum::name).orElse(null);
	}

	private static Optional<Suggestion.Rating> rating(Suggestion suggestion, int round) {
		return (suggestion.ratings().size() >= round) ? Optional.of(suggestion.ratings().get(round - 1))
				: Optional.empty();
	}

	private static @Nullable String result(Suggestion suggestion, int round) {
		return rating(suggestion, round).map((rating) -> rating.result().name()).orElse(null);
	}

	@Override
	public Workflow<Suggestion, State, Party> workflow() {
		return SuggestionWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Suggestion> table() {
		return this.table;
	}

	/**
	 * Who a caller is. A deputy handles nothing, and is nobody's officer in a suggestion.
	 */
	@Override
	public Set<Party> actors(Suggestion suggestion, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		Proposal proposal = suggestion.proposal();
		if (caller.has(Role.DEPUTY) && !caller.isAnonymous()) {
			if (proposal.lead().account().equals(caller.subject())) {
				parties.add(Party.LEAD);
			}
			proposal.coSigner(caller.subject()).ifPresent((signer) -> parties.add(Party.CO_SIGNER));
		}
		if (isOffice(caller, proposal)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		Suggestion.Priority priority = suggestion.oversight().priority();
		if (caller.has(Role.COMMITTEE) && priority != null && priority.committee().equals(caller.organ())) {
			parties.add(Party.COMMITTEE);
		}
		if (caller.has(Role.ORGAN) && !caller.has(Role.DEPUTY)) {
			suggestion.active(caller.organ())
				.ifPresent((own) -> parties.add(own.answers() ? Party.HANDLER : Party.CO_HANDLER));
		}
		return parties;
	}

	private boolean isOffice(Caller caller, Proposal proposal) {
		return caller.actsForArea(this.city.code())
				&& (caller.has(Role.DEPUTY_OFFICE) || (caller.has(Role.GENERAL_OFFICE) && proposal.inSession()));
	}

	@Override
	public boolean isVisible(Suggestion suggestion, Caller caller) {
		return suggestion.open() || viewers(suggestion).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * Who may read a suggestion that is not open to all: its deputies and the office, and
	 * once it is given to units these, the chairpersons' meeting and the committee that
	 * follows it up.
	 */
	static List<String> viewers(Suggestion suggestion) {
		Set<String> viewers = new TreeSet<>();
		Proposal proposal = suggestion.proposal();
		viewers.add(Holder.role(Role.DEPUTY_OFFICE).text());
		if (proposal.inSession()) {
			viewers.add(Holder.role(Role.GENERAL_OFFICE).text());
		}
		Clocks.lead(suggestion).forEach((lead) -> viewers.add(lead.text()));
		proposal.coSigners()
			.stream()
			.filter((signer) -> !signer.signer().account().isEmpty())
			.forEach((signer) -> viewers.add(Holder.person(signer.signer().account()).text()));
		if (suggestion.state().open()) {
			viewers.add(Holder.role(Role.COUNCIL).text());
			suggestion.active().forEach((handling) -> viewers.add(Holder.organ(handling.organ()).text()));
			Suggestion.Priority priority = suggestion.oversight().priority();
			if (priority != null) {
				viewers.add(Holder.organ(priority.committee()).text());
			}
		}
		return List.copyOf(viewers);
	}

	/**
	 * What a caller is, as {@link #viewers} are written: an office of another city is no
	 * office here.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	/**
	 * On whose desks a step waits: whoever has done what the state waits for is left out
	 * until it waits for something else.
	 */
	@Override
	public List<Holder> holders(Suggestion suggestion, Party party) {
		State state = suggestion.state();
		boolean drafting = state == State.DRAFT || state == State.RETURNED;
		boolean handling = state == State.ASSIGNED || state == State.OBJECTED;
		boolean rating = state == State.ANSWERED || state == State.RE_ANSWERED;
		return switch (party) {
			case LEAD -> (rating && Conditions.rated(suggestion)) ? List.of() : Clocks.lead(suggestion);
			case CO_SIGNER -> persons(suggestion.proposal(), (signer) -> drafting
					? signer.answer() == Proposal.Answer.INVITED : signer.answer() == Proposal.Answer.CONFIRMED);
			case OFFICE -> (drafting || (rating && !Conditions.rated(suggestion))) ? List.of()
					: (state == State.SUBMITTED) ? List.of(Clocks.assigner(suggestion)) : List.of(Clocks.office());
			case COUNCIL -> List.of();
			case COMMITTEE -> {
				Suggestion.Priority priority = suggestion.oversight().priority();
				yield (priority != null) ? List.of(Holder.organ(priority.committee())) : List.of();
			}
			case HANDLER -> Clocks.organs(suggestion.organs((unit) -> unit.answers()
					&& !((handling || state == State.NOT_SATISFIED) && unit.replies().size() >= suggestion.round())));
			case CO_HANDLER ->
				Clocks.organs(suggestion.organs((unit) -> unit.helps() && !(handling && unit.coOpinion() != null)));
		};
	}

	private static List<Holder> persons(Proposal proposal, Predicate<Proposal.CoSigner> fit) {
		return proposal.coSigners()
			.stream()
			.filter(fit)
			.map((signer) -> signer.signer().account())
			.filter((account) -> !account.isEmpty())
			.map(Holder::person)
			.toList();
	}

	@Override
	public SuggestionView view(Suggestion suggestion, Caller caller) {
		Set<Party> actors = actors(suggestion, caller);
		return SuggestionView.of(suggestion, !actors.isEmpty() && !actors.equals(Set.of(Party.COUNCIL)));
	}

	/**
	 * What the feed tells. What is not open to all is told without its title, to the
	 * office and to the other services.
	 */
	@Override
	public Object published(Suggestion suggestion) {
		Map<String, Object> data = new LinkedHashMap<>();
		Proposal proposal = suggestion.proposal();
		data.put("id", suggestion.id());
		data.put("code", suggestion.code());
		data.put("state", suggestion.state());
		data.put("term", proposal.term());
		data.put("session", proposal.sessionCode());
		data.put("field", proposal.field());
		data.put("version", suggestion.version());
		if (suggestion.open()) {
			data.put("title", proposal.title());
			data.put("handlers", suggestion.organs((handling) -> true));
		}
		if (proposal.petition() != null) {
			data.put("petition", proposal.petition());
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Suggestion suggestion) {
		return suggestion.open() ? null : Set.of(Role.DEPUTY_OFFICE, Role.SERVICE);
	}

	@Override
	public Text deskTitle(Suggestion suggestion) {
		return Text.of(suggestion.proposal().title(), suggestion.proposal().title());
	}

}
