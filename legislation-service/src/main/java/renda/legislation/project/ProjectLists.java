package renda.legislation.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.competence.Domain;
import renda.legislation.competence.Making;
import renda.legislation.projectlink.ProjectState;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

/**
 * The lists of projects.
 */
@Repository
class ProjectLists {

	private static final List<Sort> SORTS = List.of(
			Sort.descending("-stateSince").by("state_since", LocalDate.class).by("id", UUID.class),
			Sort.ascending("stateSince").by("state_since", LocalDate.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final ProjectKind kind;

	ProjectLists(DatabaseClient database, ProjectKind kind) {
		this.database = database;
		this.kind = kind;
	}

	Mono<Slice<ProjectEntry>> find(ProjectFilter filter, Caller caller, ListRequest request) {
		Select select = this.kind.table()
			.knownTo(caller, this.kind.keys(caller))
			.where("state = ?", filter.state())
			.where("domain = ?", filter.domain())
			.where("making = ?", filter.making())
			.where("origin = ?", filter.origin())
			.where("class = ?", filter.itemClass())
			.where("plan_year = ?", filter.year())
			.where("? IN (annual_plan, term_plan)", filter.plan())
			.where("started_by = ?", filter.startedBy())
			.where("drafting_unit = ?", filter.draftingUnit())
			.where("code = ?", filter.code())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (filter.planned() != null) {
			select.where((filter.planned() ? "" : "NOT ") + "(open_to_all AND state <> 'DROPPED')");
		}
		return select.page(this.database, request, SORTS, (row) -> ProjectEntry.of(this.kind.table().read(row)));
	}

	/**
	 * Which projects to list.
	 *
	 * @param year the year of the last annual plan that names it
	 * @param plan a plan that names it
	 * @param planned whether a public plan names it still
	 * @param startedBy the clean-up round that started it
	 */
	record ProjectFilter(@Nullable ProjectState state, @Nullable Domain domain, @Nullable Making making,
			Project.@Nullable Origin origin, @Nullable ItemClass itemClass, @Nullable Integer year, @Nullable UUID plan,
			@Nullable Boolean planned, @Nullable UUID startedBy, @Nullable String draftingUnit, @Nullable String code) {
	}

	/**
	 * A project in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ProjectEntry(UUID id, String code, ProjectState state, LocalDate stateSince, String title, Making making,
			Domain domain, String proposer, Project.Origin origin, LocalDate proposedOn, @Nullable Integer year,
			@JsonProperty("class") @Nullable ItemClass itemClass, @Nullable String draftingUnitName,
			@Nullable UUID bill, @Nullable String stage, @Nullable LocalDate doneOn, boolean sample, long version) {

		private static ProjectEntry of(Project project) {
			ProjectView view = ProjectView.of(project, false);
			return new ProjectEntry(view.id(), view.code(), view.state(), view.stateSince(), view.title(),
					view.making(), view.domain(), view.proposer(), view.origin(), view.proposedOn(), view.year(),
					view.itemClass(), view.draftingUnitName(), view.bill(), view.stage(), view.doneOn(), view.sample(),
					view.version());
		}

	}

}
