package renda.legislation.plan;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import renda.legislation.plan.LegislativePlan.Change;
import renda.legislation.plan.LegislativePlan.Party;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.LegislativePlan.State;
import renda.legislation.project.PlannedProjects;
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
 * Plans as a kind of case. What a plan decides for its projects is done to them in the
 * same transaction: what refuses one refuses the plan.
 */
@Component
class PlanKind implements CaseKind<LegislativePlan, State, Party, PlanView> {

	static final String PATH = "/api/v1/legislation/plans";

	private static final Set<Role> STAFF = Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE,
			Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR, Role.MEMBER);

	private final CaseTable<LegislativePlan> table;

	private final PlannedProjects projects;

	private final CityProfile city;

	PlanKind(DatabaseClient database, JsonMapper json, PlannedProjects projects, CityProfile city) {
		this.city = city;
		this.projects = projects;
		this.table = CaseTable.of("legislative_plan", LegislativePlan.class, database, json)
			.text("kind", (plan) -> plan.scope().kind().name())
			.integer("term", (plan) -> plan.scope().term())
			.integer("year", (plan) -> plan.scope().year())
			.text("title", (plan) -> plan.scope().title())
			.date("decided_on", (plan) -> plan.course().decidedOn())
			.date("published_on", (plan) -> plan.course().publishedOn())
			.flag("open_to_all", LegislativePlan::open)
			.flag("sample", LegislativePlan::sample)
			.search("search", (plan) -> Bigrams.vector(plan.scope().title(), 'A'));
	}

	@Override
	public Workflow<LegislativePlan, State, Party> workflow() {
		return PlanWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<LegislativePlan> table() {
		return this.table;
	}

	@Override
	public Set<Party> actors(LegislativePlan plan, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (caller.has(Role.LEGISLATIVE_OFFICE) || caller.has(Role.LEGAL_COMMITTEE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if ((caller.has(Role.ORGAN) || caller.has(Role.COMMITTEE)) && !caller.organ().isEmpty()) {
			parties.add(Party.REQUESTER);
		}
		return parties;
	}

	/**
	 * What is decided is known to the organs that have to carry it out.
	 */
	@Override
	public boolean isVisible(LegislativePlan plan, Caller caller) {
		return plan.open() || isStaff(caller) || (plan.state() != State.DRAFT && isOfOrgan(caller));
	}

	/**
	 * Whether a caller acts for one of this city's organs.
	 */
	boolean isOfOrgan(Caller caller) {
		return caller.has(Role.ORGAN) && !caller.organ().isEmpty() && caller.actsForArea(this.city.code());
	}

	/**
	 * Whether a caller works for this city's standing committee.
	 */
	boolean isStaff(Caller caller) {
		return caller.actsForArea(this.city.code()) && caller.roles().stream().anyMatch(STAFF::contains);
	}

	@Override
	public List<Holder> holders(LegislativePlan plan, Party party) {
		return switch (party) {
			case OFFICE -> (plan.course().submittedOn() != null && plan.state() == State.DRAFT) ? List.of()
					: PlanWorkflow.office();
			case COUNCIL -> (plan.course().submittedOn() != null) ? PlanWorkflow.council() : List.of();
			case REQUESTER -> List.of();
		};
	}

	@Override
	public PlanView view(LegislativePlan plan, Caller caller) {
		return PlanView.of(plan, !actors(plan, caller).isEmpty());
	}

	@Override
	public Object published(LegislativePlan plan) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", plan.id());
		data.put("code", plan.code());
		data.put("state", plan.state());
		data.put("kind", plan.scope().kind());
		data.put("term", plan.scope().term());
		data.put("year", plan.scope().year());
		data.put("title", plan.scope().title());
		data.put("items", plan.items().size());
		data.put("version", plan.version());
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(LegislativePlan plan) {
		return plan.open() ? null : STAFF;
	}

	@Override
	public Mono<Void> alongside(String step, @Nullable LegislativePlan before, LegislativePlan after, Caller caller) {
		return switch (step) {
			case "decide" -> entered(after, after.items(), caller);
			case "publish" -> announced(after, after.items(), caller);
			case "decide-change" -> changed(Objects.requireNonNull(before), after, caller);
			default -> Mono.empty();
		};
	}

	private Mono<Void> entered(LegislativePlan plan, List<PlanItem> items, Caller caller) {
		return Flux.fromIterable(items)
			.concatMap((item) -> this.projects.enter(item.project(), plan.naming(), item.itemClass(), caller))
			.then();
	}

	private Mono<Void> announced(LegislativePlan plan, List<PlanItem> items, Caller caller) {
		return Flux.fromIterable(items)
			.concatMap((item) -> this.projects.announce(item.project(), plan.id(), caller))
			.then();
	}

	private Mono<Void> changed(LegislativePlan before, LegislativePlan after, Caller caller) {
		if (after.editions().size() == before.editions().size()) {
			return Mono.empty();
		}
		Change change = after.change(after.editions().getLast().change()).orElseThrow();
		return Flux.fromIterable(change.removed())
			.filter((project) -> !after.names(project))
			.concatMap((project) -> this.projects.drop(project, change.report(), caller))
			.then(Mono.defer(() -> entered(after, change.added(), caller)))
			.then(Mono.defer(() -> after.open() ? announced(after, change.added(), caller) : Mono.empty()));
	}

	@Override
	public Text deskTitle(LegislativePlan plan) {
		return Text.of(plan.scope().title(), plan.scope().title());
	}

}
