package renda.legislation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.project.ItemClass;
import renda.legislation.project.PlannedProjects;
import renda.legislation.project.PlannedProjects.Outcome;
import renda.legislation.projectlink.ProjectState;
import renda.platform.search.Bigrams;
import renda.platform.security.Caller;
import renda.platform.store.Select;
import renda.platform.store.Slice;
import renda.platform.store.Sort;
import renda.platform.web.ListRequest;

/**
 * The list of plans, and a plan's items with what came of each.
 */
@Repository
class PlanLists {

	private static final List<Sort> PLANS = List.of(
			Sort.descending("-year").by("year", Integer.class).by("id", UUID.class),
			Sort.ascending("year").by("year", Integer.class).by("id", UUID.class));

	private final DatabaseClient database;

	private final PlanKind plans;

	private final PlannedProjects projects;

	PlanLists(DatabaseClient database, PlanKind plans, PlannedProjects projects) {
		this.database = database;
		this.plans = plans;
		this.projects = projects;
	}

	Mono<Slice<PlanEntry>> plans(PlanFilter filter, Caller caller, ListRequest request) {
		Select select = new Select("SELECT id, year, modified_at, content FROM legislative_plan")
			.where("kind = ?", filter.kind())
			.where("state = ?", filter.state())
			.where("term = ?", filter.term())
			.where("year = ?", filter.year())
			.where("search @@ ?::tsquery", Bigrams.query(request.q()));
		if (!this.plans.isStaff(caller)) {
			select.where(this.plans.isOfOrgan(caller) ? "state <> 'DRAFT'" : "open_to_all");
		}
		return select.page(this.database, request, PLANS, (row) -> PlanEntry.of(this.plans.table().read(row)));
	}

	/**
	 * A plan against what came of its items.
	 */
	Mono<PlanProgress> progress(LegislativePlan plan) {
		return this.projects.byIds(plan.items().stream().map(PlanItem::project).toList())
			.map((found) -> PlanProgress.of(plan, found));
	}

	/**
	 * Which plans to list.
	 */
	record PlanFilter(LegislativePlan.@Nullable Kind kind, LegislativePlan.@Nullable State state,
			@Nullable Integer term, @Nullable Integer year) {
	}

	/**
	 * A plan in a list.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PlanEntry(UUID id, String code, LegislativePlan.State state, LegislativePlan.Kind kind, int term,
			@Nullable Integer year, String title, int items, @Nullable LocalDate decidedOn,
			@Nullable LocalDate publishedOn, boolean sample, long version) {

		private static PlanEntry of(LegislativePlan plan) {
			PlanView view = PlanView.of(plan, false);
			return new PlanEntry(view.id(), view.code(), view.state(), view.kind(), view.term(), view.year(),
					view.title(), view.items().size(), view.decidedOn(), view.publishedOn(), view.sample(),
					view.version());
		}

	}

	/**
	 * A plan against what came of it.
	 *
	 * @param items how many items it has
	 * @param done how many of them are done
	 * @param dropped how many were taken out since, by changes
	 */
	@Schema(name = "PlanProgress")
	record PlanProgress(UUID plan, String code, String title, int items, long done, long dropped,
			List<ItemProgress> progress) {

		static PlanProgress of(LegislativePlan plan, Map<UUID, Outcome> projects) {
			List<ItemProgress> all = plan.items()
				.stream()
				.map((item) -> ItemProgress.of(item, Objects.requireNonNull(projects.get(item.project()))))
				.toList();
			long dropped = plan.changes()
				.stream()
				.filter((change) -> Boolean.TRUE.equals(change.adopted()))
				.mapToLong((change) -> change.removed().size())
				.sum();
			return new PlanProgress(plan.id(), plan.code(), plan.scope().title(), all.size(),
					all.stream().filter((item) -> item.state() == ProjectState.DONE).count(), dropped, all);
		}

	}

	/**
	 * An item and what came of it.
	 */
	@Schema(name = "PlanItemProgress")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ItemProgress(UUID project, String code, String title, @JsonProperty("class") ItemClass itemClass, String due,
			ProjectState state, @Nullable String draftingUnitName, @Nullable LocalDate draftingSince,
			@Nullable UUID bill, @Nullable String billCode, @Nullable String stage, @Nullable LocalDate stageOn,
			@Nullable String outcome, @Nullable LocalDate doneOn) {

		private static ItemProgress of(PlanItem item, Outcome view) {
			return new ItemProgress(item.project(), item.code(), item.title(), item.itemClass(), item.due(),
					view.state(), view.draftingUnitName(), view.draftingSince(), view.bill(), view.billCode(),
					view.stage(), view.stageOn(), view.outcome(), view.doneOn());
		}

	}

}
