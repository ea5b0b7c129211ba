package renda.legislation.project;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import renda.legislation.project.Project.Party;
import renda.legislation.projectlink.ProjectStart;
import renda.legislation.projectlink.ProjectStarter;
import renda.legislation.projectlink.ProjectState;
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
 * Projects as a kind of case. They are public once a plan that names them is; before, for
 * the standing committee's bodies, their proposer and their drafter.
 */
@Component
class ProjectKind implements CaseKind<Project, ProjectState, Party, ProjectView> {

	static final String PATH = "/api/v1/legislation/projects";

	/** Who reads what is not public yet. */
	private static final Set<Role> STAFF = Set.of(Role.LEGISLATIVE_OFFICE, Role.LEGAL_COMMITTEE, Role.COMMITTEE,
			Role.GENERAL_OFFICE, Role.COUNCIL, Role.CHAIR, Role.MEMBER);

	private final CaseTable<Project> table;

	private final CityProfile city;

	private final ObjectProvider<ProjectStarter> starters;

	ProjectKind(DatabaseClient database, JsonMapper json, CityProfile city, ObjectProvider<ProjectStarter> starters) {
		this.city = city;
		this.starters = starters;
		this.table = CaseTable.of("legislative_project", Project.class, database, json)
			.text("title", (project) -> project.idea().title())
			.text("making", (project) -> project.idea().making().name())
			.text("domain", (project) -> project.idea().domain().name())
			.text("origin", (project) -> project.idea().origin().name())
			.date("proposed_on", (project) -> project.idea().proposedOn())
			.id("term_plan", (project) -> project.planned().term())
			.id("annual_plan", (project) -> project.planned().annual())
			.integer("plan_year", (project) -> (project.planned().annual() != null) ? project.planned().year() : null)
			.text("class",
					(project) -> (project.planned().itemClass() != null) ? project.planned().itemClass().name() : null)
			.text("drafting_unit", (project) -> project.work().draftingUnit())
			.id("bill_id", (project) -> project.result().bill())
			.id("started_by",
					(project) -> (project.idea().startedBy() != null) ? project.idea().startedBy().id() : null)
			.date("done_on", (project) -> project.result().doneOn())
			.list("viewers", ProjectKind::viewers)
			.flag("open_to_all", Project::open)
			.flag("sample", Project::sample)
			.search("search", (project) -> Bigrams.vector(project.idea().title(), 'A') + ' '
					+ Bigrams.vector(project.idea().need(), 'C'));
	}

	@Override
	public Workflow<Project, ProjectState, Party> workflow() {
		return ProjectWorkflow.DECLARED;
	}

	@Override
	public String path() {
		return PATH;
	}

	@Override
	public CaseTable<Project> table() {
		return this.table;
	}

	/**
	 * Who a caller is. Whoever opens one is its proposer, since it bears that account.
	 */
	@Override
	public Set<Party> actors(Project project, Caller caller) {
		Set<Party> parties = EnumSet.noneOf(Party.class);
		Project.Idea idea = project.idea();
		if (!caller.actsForArea(this.city.code())) {
			return parties;
		}
		if (!caller.isAnonymous() && idea.origin() != Project.Origin.PUBLIC
				&& (idea.account().equals(caller.subject()) || isOfOrgan(caller, idea.organ()))) {
			parties.add(Party.PROPOSER);
		}
		if (caller.has(Role.LEGISLATIVE_OFFICE) || caller.has(Role.LEGAL_COMMITTEE)) {
			parties.add(Party.OFFICE);
		}
		if (caller.has(Role.COUNCIL)) {
			parties.add(Party.COUNCIL);
		}
		if (isOfOrgan(caller, project.work().draftingUnit())) {
			parties.add(Party.DRAFTER);
		}
		if (caller.has(Role.SERVICE)) {
			parties.add(Party.BILL);
		}
		return parties;
	}

	/**
	 * Whether a caller acts in a project; another system only tells it what has happened,
	 * and sees what the public sees.
	 */
	private boolean isOneOfThem(Project project, Caller caller) {
		return actors(project, caller).stream().anyMatch((party) -> party != Party.BILL);
	}

	@Override
	public boolean isToldWho(Project project, Caller caller, String step) {
		return isOneOfThem(project, caller);
	}

	private static boolean isOfOrgan(Caller caller, String organ) {
		return !organ.isEmpty() && caller.organ().equals(organ)
				&& (caller.has(Role.ORGAN) || caller.has(Role.COMMITTEE));
	}

	@Override
	public boolean isVisible(Project project, Caller caller) {
		return project.open() || viewers(project).stream().anyMatch(keys(caller)::contains);
	}

	/**
	 * What a caller is, as viewers are written.
	 */
	List<String> keys(Caller caller) {
		return Holder.of(caller, this.city.code());
	}

	private static List<String> viewers(Project project) {
		Set<String> viewers = new TreeSet<>();
		STAFF.forEach((role) -> viewers.add(Holder.role(role).text()));
		Project.Idea idea = project.idea();
		if (!idea.account().isEmpty()) {
			viewers.add(Holder.person(idea.account()).text());
		}
		if (!idea.organ().isEmpty()) {
			viewers.add(Holder.organ(idea.organ()).text());
		}
		if (!project.work().draftingUnit().isEmpty()) {
			viewers.add(Holder.organ(project.work().draftingUnit()).text());
		}
		return List.copyOf(viewers);
	}

	@Override
	public List<Holder> holders(Project project, Party party) {
		return switch (party) {
			case OFFICE -> (project.state() == ProjectState.PROPOSED && project.assessment() == null)
					|| project.state() == ProjectState.ANNUAL_PLAN ? ProjectWorkflow.office() : List.of();
			case DRAFTER -> project.work().draftingUnit().isEmpty() ? List.of()
					: List.of(Holder.organ(project.work().draftingUnit()));
			case PROPOSER, COUNCIL, BILL -> List.of();
		};
	}

	@Override
	public ProjectView view(Project project, Caller caller) {
		return ProjectView.of(project, isOneOfThem(project, caller));
	}

	@Override
	public Object published(Project project) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("id", project.id());
		data.put("code", project.code());
		data.put("state", project.state());
		data.put("title", project.idea().title());
		data.put("making", project.idea().making());
		data.put("domain", project.idea().domain());
		if (project.planned().annual() != null) {
			data.put("year", project.planned().year());
			data.put("class", project.planned().itemClass());
		}
		if (project.result().bill() != null) {
			data.put("bill", project.result().bill());
			data.put("stage", project.result().stage());
		}
		if (project.idea().startedBy() != null) {
			data.put("startedBy", project.idea().startedBy().id());
		}
		data.put("version", project.version());
		return data;
	}

	@Override
	public @Nullable Set<Role> audience(Project project) {
		return project.open() ? null : STAFF;
	}

	/**
	 * The case that started it learns how far it is.
	 */
	@Override
	public Mono<Void> alongside(String step, @Nullable Project before, Project after, Caller caller) {
		ProjectStart start = after.idea().startedBy();
		if (start == null || before == null || step.equals("link") || before.reached().equals(after.reached())) {
			return Mono.empty();
		}
		return Flux.fromStream(this.starters::stream)
			.filter((starter) -> starter.kind().equals(start.kind()))
			.concatMap((starter) -> starter.came(start, after.reached()))
			.then();
	}

	@Override
	public Text deskTitle(Project project) {
		return Text.of(project.idea().title(), project.idea().title());
	}

}
