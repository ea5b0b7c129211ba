package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import renda.legislation.cleanup.CleanupRound.Party;
import renda.legislation.cleanup.CleanupRound.State;
import renda.platform.cases.CaseKind;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Holder;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.web.Text;
import renda.platform.workflow.Workflow;

/**
 * Clean-up rounds as a kind of case: who is who in one, and who sees what of it.
 */
@Component
class CleanupKind implements CaseKind<CleanupRound, State, Party, CleanupView> {

	static final String PATH = "/api/v1/legislation/cleanup-rounds";

	static final String PREFIX = "QL";

	private final CaseTable<CleanupRound> table;

	private final CityProfile city;

	private final CleanupProjects projects;

	CleanupKind(DatabaseClient database, JsonMapper json, CityProfile city, CleanupProjects projects) {
		this.city = city;
		this.projects = projects;
		this.table = CaseTable.of("cleanup_round", CleanupRound.class, database, json)
			.text("title", (round) -> round.topic().title())
			.text("field", (round) -> round.topic().field())
			.text("superior", (round) -> round.topic().superior())
			.integer("term", CleanupRound::term)
			.date("begun_on", CleanupRound::begunOn)
			.date("completed_on", CleanupKind::completedOn)
			.list("regulations", (round) -> round.items().stream().map((item) -> item.regulation().toString()).toList())
			.list("viewers", CleanupKind::viewers)
			.flag("open_to_all", CleanupRound::open)
			.flag("sample", CleanupRound::sample)
			.search("search", (round) -> Bigrams.vector(round.topic().title() + ' ' + round.topic().superior(), 'A')
					+ ' ' + Bigrams.vector(titles(round), 'C'));
	}

	private static String titles(CleanupRound round) {
		return String.join(" ", round.items().stream().map(CleanupItem::title).toList());
	}

	private static @Nullable LocalDate completedOn(CleanupRound round) {
		return (round.report() != null) ? round.report().on() : null;
	}

	@Override
	public Workflow<CleanupRound, State, Party> workflow() {
		return CleanupWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<CleanupRound> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(CleanupRound round, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.LEGISLATIVE_OFFICE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if ((caller.has(Role.ORGAN) || caller.has(Role.MAKER) || caller.has(Role.COMMITTEE))
				&& !caller.organ().isEmpty() && round.bodies().contains(caller.organ())) {
			parties.add(Party.BODY);
		}
		if (caller.has(Role.SERVICE)) {
			parties.add(Party.PROJECT);
		}
		return parties;
	}

	@Override
	public boolean isVisible(CleanupRound round, Caller caller) {
		return round.open() || viewers(round).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * What a caller is, as viewers are written.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	/**
	 * Whether a caller acts in a round; another service only tells it what has happened.
	 */
	private boolean isOneOfThem(CleanupRound round, Caller caller) {
		return actors(round, caller).stream().anyMatch((party) -> party != Party.PROJECT);
	}

	@Override
	public boolean isToldWho(CleanupRound round, Caller caller, String step) {
		return isOneOfThem(round, caller);
	}

	/**
	 * Who reads a round whose scope is not fixed, or that was called off.
	 */
	static List<String> viewers(CleanupRound round) {
		Set<String> viewers = new TreeSet<>();
		List.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COUNCIL)
			.forEach((role) -> viewers.add(Holder.role(role).text()));
		round.bodies().forEach((body) -> viewers.add(Holder.organ(body).text()));
		return List.copyOf(viewers);
	}

	@Override
	public List<Holder> holders(CleanupRound round, Party party) {
		return switch (party) {
			case OFFICE -> List.of(Holder.role(Role.LEGISLATIVE_OFFICE));
			case COUNCIL -> List.of(Holder.role(Role.COUNCIL));
			case BODY -> round.checking().stream().map(Holder::organ).toList();
			case PROJECT -> List.of();
		};
	}

	@Override
	public CleanupView view(CleanupRound round, Caller caller) {
		return CleanupView.of(round, isOneOfThem(round, caller));
	}

	@Override
	public Object published(CleanupRound round) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", round.id());
		data.put("code", round.code());
		data.put("state", round.state());
		data.put("version", round.version());
		data.put("title", round.topic().title());
		data.put("field", round.topic().field());
		data.put("superior", round.topic().superior());
		data.put("items", round.items().size());
		LocalDate completedOn = completedOn(round);
		if (completedOn != null) {
			data.put("completedOn", completedOn);
			data.put("decisions",
					round.items()
						.stream()
						.filter((item) -> item.verdict() != null)
						.map((item) -> Map.of("regulation", item.regulation(), "act", CleanupView.decided(item).name(),
								"done", item.done()))
						.toList());
			data.put("projects", round.projects());
		}
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(CleanupRound round) {
		return round.open() ? null : Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COUNCIL, Role.SERVICE);
	}

	@Override
	public Mono<Void> alongside(String step, @Nullable CleanupRound before, CleanupRound after, Caller caller) {
		return (before == null) ? Mono.empty() : switch (step) {
			case "decide-item" -> this.projects.decided(before, after, caller);
			case "record-bill" -> this.projects.recorded(before, after, caller);
			default -> Mono.empty();
		};
	}

	@Override
	public Text deskTitle(CleanupRound round) {
		return Text.of(round.topic().title(), round.topic().title());
	}

}
