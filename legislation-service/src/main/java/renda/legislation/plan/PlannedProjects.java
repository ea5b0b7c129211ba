package renda.legislation.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.plan.LegislativePlan.Change;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.PlanAction.ItemNamed;
import renda.legislation.plan.ProjectAction.AnnouncePlan;
import renda.legislation.plan.ProjectAction.DropProject;
import renda.legislation.plan.ProjectAction.EnterPlan;
import renda.platform.cases.Proceedings;
import renda.platform.security.Caller;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Does to projects what plans decide for them.
 */
@Component
class PlannedProjects {

	private final ProjectKind kind;

	private final Proceedings proceedings;

	PlannedProjects(ProjectKind kind, Proceedings proceedings) {
		this.kind = kind;
		this.proceedings = proceedings;
	}

	Mono<Void> enter(LegislativePlan plan, PlanItem item, Caller caller) {
		EnterPlan said = new EnterPlan(plan.id(), plan.code(), plan.scope().term(), plan.scope().year(),
				item.itemClass());
		return take(item.project(), plan.annual() ? "enter-annual-plan" : "enter-term-plan", said, caller);
	}

	Mono<Void> announce(LegislativePlan plan, PlanItem item, Caller caller) {
		return take(item.project(), "announce", new AnnouncePlan(plan.id()), caller);
	}

	Mono<Void> drop(UUID project, Change change, Caller caller) {
		return take(project, "drop", new DropProject(change.report()), caller);
	}

	private Mono<Void> take(UUID project, String step, Record said, Caller caller) {
		return this.kind.table()
			.locked(project)
			.flatMap((found) -> this.proceedings.take(this.kind, found, step, said, caller))
			.then();
	}

	/**
	 * Items with the codes and titles of their projects.
	 * @param pointer where they were named
	 * @throws Refusal 400 where there is no such project, or it is done or dropped
	 */
	Mono<List<PlanItem>> items(List<ItemNamed> named, String pointer) {
		return this.kind.table().byIds(named.stream().map(ItemNamed::project).toList()).map((found) -> {
			Map<UUID, Project> known = new HashMap<>();
			found.forEach((project) -> known.put(project.id(), project));
			List<PlanItem> items = new ArrayList<>();
			for (int i = 0; i < named.size(); i++) {
				ItemNamed item = named.get(i);
				Project project = known.get(item.project());
				if (project == null || !project.going()) {
					throw Refusal.invalid(pointer + '/' + i + "/project",
							Text.of("没有这个项目，或者已完成、已调出。", "There is no such project, or it is done or dropped."));
				}
				items.add(new PlanItem(project.id(), project.code(), project.idea().title(), item.itemClass(),
						Given.orEmpty(item.due())));
			}
			return items;
		});
	}

}
