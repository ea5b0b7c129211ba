package renda.legislation.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

import renda.legislation.project.ProjectAction.AnnouncePlan;
import renda.legislation.project.ProjectAction.DropProject;
import renda.legislation.project.ProjectAction.EnterPlan;
import renda.legislation.projectlink.ProjectState;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;

/**
 * Projects, as the plans that name them use them: what plans decide for them, and what
 * came of each.
 */
@Service
public class PlannedProjects {

	private final ProjectKind kind;

	private final Proceedings proceedings;

	PlannedProjects(ProjectKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	/**
	 * Enters a project into a plan, in the current transaction.
	 */
	public Mono<Void> enter(UUID project, Naming plan, ItemClass as, Caller caller) {
		return take(project, (plan.year() > 0) ? "enter-annual-plan" : "enter-term-plan",
				new EnterPlan(plan.id(), plan.code(), plan.term(), plan.year(), as), caller);
	}

	/**
	 * Makes a project public with a plan that names it, in the current transaction.
	 */
	public Mono<Void> announce(UUID project, UUID plan, Caller caller) {
		return take(project, "announce", new AnnouncePlan(plan), caller);
	}

	/**
	 * Drops a project that a plan has taken out, in the current transaction.
	 */
	public Mono<Void> drop(UUID project, String reason, Caller caller) {
		return take(project, "drop", new DropProject(reason), caller);
	}

	private Mono<Void> take(UUID project, String step, Record said, Caller caller) {
		return this.kind.table()
			.locked(project)
			.flatMap((found) -> this.proceedings.take(this.kind, found, step, said, caller))
			.then();
	}

	/**
	 * How projects stand, by id; what is unknown is left out.
	 */
	public Mono<Map<UUID, Outcome>> byIds(Collection<UUID> ids) {
		return this.kind.table().byIds(ids).map((found) -> {
			Map<UUID, Outcome> known = new HashMap<>();
			found.forEach((project) -> known.put(project.id(), Outcome.of(project)));
			return known;
		});
	}

	/**
	 * Which of these codes are of projects that are there.
	 */
	public Mono<Set<String>> known(Collection<String> codes) {
		return this.kind.table().byCodes(codes).map((found) -> {
			Set<String> known = new HashSet<>();
			found.forEach((project) -> known.add(project.code()));
			return known;
		});
	}

	/**
	 * Records projects of past plans, in the current transaction.
	 */
	public Mono<Void> record(List<PastProject> projects, Caller caller) {
		return this.proceedings.record(this.kind,
				projects.stream().map((project) -> project.lived(caller.name())).toList());
	}

	/**
	 * A plan that names projects.
	 *
	 * @param year the year of an annual plan; 0 for the plan of a term
	 */
	public record Naming(UUID id, String code, int term, int year) {
	}

	/**
	 * What came of a project.
	 *
	 * @param going whether it is neither done nor dropped
	 * @param stage the stage its bill has reached
	 */
	@Schema(name = "ProjectOutcome")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Outcome(UUID id, String code, String title, ProjectState state, boolean going,
			@Nullable String draftingUnitName, @Nullable LocalDate draftingSince, @Nullable UUID bill,
			@Nullable String billCode, @Nullable String stage, @Nullable LocalDate stageOn, @Nullable String outcome,
			@Nullable LocalDate doneOn) {

		private static Outcome of(Project project) {
			ProjectView view = ProjectView.of(project, false);
			return new Outcome(view.id(), view.code(), view.title(), view.state(), project.going(),
					view.draftingUnitName(), view.draftingSince(), view.bill(), view.billCode(), view.stage(),
					view.stageOn(), view.outcome(), view.doneOn());
		}

	}

}
