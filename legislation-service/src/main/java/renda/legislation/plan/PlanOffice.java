package renda.legislation.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.LegislativePlan.Scope;
import renda.legislation.plan.PlanAction.DraftPlan;
import renda.legislation.plan.PlanAction.ItemNamed;
import renda.legislation.project.PlannedProjects;
import renda.legislation.project.PlannedProjects.Outcome;
import renda.platform.cases.CaseCodes;
import renda.platform.cases.Proceedings;
import renda.platform.cases.Shown;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Begins plans, and fills in what their steps are decided on and only the service knows:
 * the projects that are named.
 */
@Service
class PlanOffice {

	private final PlanKind kind;

	private final PlannedProjects projects;

	private final Proceedings proceedings;

	private final CaseCodes codes;

	private final CityProfile city;

	private final JsonMapper json;

	private final Clock clock;

	PlanOffice(PlanKind kind, PlannedProjects projects, Proceedings proceedings, CaseCodes codes, CityProfile city,
			JsonMapper json, Clock clock) {
		this.kind = kind;
		this.projects = projects;
		this.proceedings = proceedings;
		this.codes = codes;
		this.city = city;
		this.json = json;
		this.clock = clock;
	}

	Mono<ResponseEntity<Shown<PlanView>>> draft(DraftPlan said, Command command) {
		LocalDate today = LocalDate.now(this.clock);
		Scope scope = scope(this.city, said.kind(), said.term(), said.year(), said.title());
		return this.proceedings.open(this.kind, "draft", said, () -> this.codes.next("LG", today.getYear())
			.map((code) -> LegislativePlan.draft(Ids.next(), code, today, scope)), command);
	}

	/**
	 * Of which term or year a plan is.
	 * @throws Refusal 400 where the city knows no such term, or a year is missing
	 */
	static Scope scope(CityProfile city, LegislativePlan.Kind kind, int term, @Nullable Integer year, String title) {
		LocalDate from = city.term(term).from();
		if ((kind == LegislativePlan.Kind.ANNUAL) != (year != null)) {
			throw Refusal.invalid("/year",
					Text.of("年度计划须写明年份，五年规划不写。", "An annual plan names its year, the plan of a term does not."));
		}
		return new Scope(kind, term, (year != null) ? year : 0, title.strip(), from);
	}

	Mono<ResponseEntity<Shown<PlanView>>> act(UUID id, String step, @Nullable JsonNode body, Command command) {
		String member = switch (step) {
			case "edit" -> "items";
			case "request-change" -> "added";
			default -> "";
		};
		return this.proceedings.act(this.kind, id, step, body,
				(sent) -> member.isEmpty() ? Mono.just(sent) : items(named(sent.path(member)), '/' + member)
					.map((items) -> sent.set("known", this.json.valueToTree(items))),
				command);
	}

	/**
	 * Items with the codes and titles of their projects.
	 * @param pointer where they were named
	 * @throws Refusal 400 where there is no such project, or it is done or dropped
	 */
	private Mono<List<PlanItem>> items(List<ItemNamed> named, String pointer) {
		return this.projects.byIds(named.stream().map(ItemNamed::project).toList()).map((known) -> {
			List<PlanItem> items = new ArrayList<>();
			for (int i = 0; i < named.size(); i++) {
				ItemNamed item = named.get(i);
				Outcome project = known.get(item.project());
				if (project == null || !project.going()) {
					throw Refusal.invalid(pointer + '/' + i + "/project",
							Text.of("没有这个项目，或者已完成、已调出。", "There is no such project, or it is done or dropped."));
				}
				items.add(new PlanItem(project.id(), project.code(), project.title(), item.itemClass(),
						Given.orEmpty(item.due())));
			}
			return items;
		});
	}

	/**
	 * What is malformed is left for the step to refuse.
	 */
	private List<ItemNamed> named(JsonNode items) {
		List<ItemNamed> named = new ArrayList<>();
		for (JsonNode item : items) {
			try {
				ItemNamed one = this.json.treeToValue(item, ItemNamed.class);
				if (one == null || one.project() == null || one.itemClass() == null) {
					return List.of();
				}
				named.add(one);
			}
			catch (JacksonException ex) {
				return List.of();
			}
		}
		return named;
	}

}
