package renda.legislation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.member.Body;
import renda.legislation.plan.LegislativePlan.Course;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.PlanAction.RecordItems;
import renda.legislation.plan.Project.Idea;
import renda.legislation.plan.Project.Planned;
import renda.legislation.plan.Project.Result;
import renda.legislation.plan.Project.State;
import renda.legislation.plan.Project.Work;
import renda.platform.cases.Lived;
import renda.platform.cases.Proceedings;
import renda.platform.city.CityProfile;
import renda.platform.command.Command;
import renda.platform.ingest.ImportKind;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.web.Given;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Takes plans of the past with their items, one item a row. A project is known by its
 * code; a known one is left as it is.
 */
@Component
class PlanImport implements ImportKind<PlanItemRow> {

	private final PlanKind plans;

	private final ProjectKind projects;

	private final Proceedings proceedings;

	private final CityProfile city;

	PlanImport(PlanKind plans, ProjectKind projects, Proceedings proceedings, CityProfile city) {
		this.plans = plans;
		this.projects = projects;
		this.proceedings = proceedings;
		this.city = city;
	}

	@Override
	public String name() {
		return "plan-items";
	}

	@Override
	public Text description() {
		return Text.of("立法规划、年度计划的项目，一行一项，每行写明所属规划、计划。",
				"Items of legislative plans, one a row; each row says of which plan.");
	}

	@Override
	public Class<PlanItemRow> row() {
		return PlanItemRow.class;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.LEGISLATIVE_OFFICE);
	}

	@Override
	public Mono<Applied> apply(List<Numbered<PlanItemRow>> rows, Command command) {
		return Mono
			.zip(this.plans.table().byCodes(rows.stream().map((row) -> row.row().plan()).distinct().toList()),
					this.projects.table().byCodes(rows.stream().map((row) -> row.row().project()).toList()))
			.flatMap((known) -> {
				Batch batch = new Batch(known.getT1(), known.getT2(), command.caller());
				rows.forEach(batch::take);
				return this.proceedings.record(this.projects, batch.lives)
					.then(Mono.defer(() -> this.proceedings.record(this.plans, batch.newPlans())))
					.then(Mono.defer(() -> recorded(batch, command.caller())))
					.thenReturn(batch.applied);
			});
	}

	/**
	 * Items of plans that are there already.
	 */
	private Mono<Void> recorded(Batch batch, Caller caller) {
		return Flux.fromIterable(batch.known.values())
			.filter((plan) -> batch.items.containsKey(plan.code()))
			.concatMap((plan) -> this.plans.table()
				.locked(plan.id())
				.flatMap((found) -> this.proceedings.take(this.plans, found, "record-items",
						new RecordItems(batch.items.getOrDefault(plan.code(), List.of())), caller)))
			.then();
	}

	/**
	 * What a batch comes to.
	 */
	private final class Batch {

		private final Map<String, LegislativePlan> known = new LinkedHashMap<>();

		private final Map<String, LegislativePlan> fresh = new LinkedHashMap<>();

		private final Map<String, Project> projects = new HashMap<>();

		private final Map<String, List<PlanItem>> items = new LinkedHashMap<>();

		private final List<Lived<Project>> lives = new ArrayList<>();

		private final Caller caller;

		private Applied applied = Applied.NOTHING;

		Batch(List<LegislativePlan> plans, List<Project> projects, Caller caller) {
			plans.forEach((plan) -> this.known.put(plan.code(), plan));
			projects.forEach((project) -> this.projects.put(project.code(), project));
			this.caller = caller;
		}

		void take(Numbered<PlanItemRow> numbered) {
			PlanItemRow row = numbered.row();
			if (this.projects.containsKey(row.project())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				LegislativePlan plan = plan(row);
				Lived<Project> life = project(row, plan);
				this.lives.add(life);
				this.projects.put(row.project(), life.subject());
				this.items.computeIfAbsent(row.plan(), (code) -> new ArrayList<>())
					.add(new PlanItem(life.subject().id(), row.project(), row.title().strip(), row.itemClass(),
							Given.orEmpty(row.due())));
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.applied = this.applied.plus(Applied.refused(numbered.line(), refusal));
			}
		}

		private LegislativePlan plan(PlanItemRow row) {
			LegislativePlan there = this.known.get(row.plan());
			if (there != null) {
				return there;
			}
			return this.fresh.computeIfAbsent(row.plan(), (code) -> {
				LegislativePlan.Scope scope = PlanOffice.scope(PlanImport.this.city, row.kind(), row.term(), row.year(),
						row.planTitle());
				Course course = Course.NONE.submitted(row.decidedOn())
					.decided(row.decidedOn(), Given.orEmpty(row.decision()));
				LocalDate reported = row.reportedOn();
				LocalDate published = row.publishedOn();
				course = (reported != null) ? course.reported(reported, "") : course;
				course = (published != null) ? course.published(published) : course;
				return LegislativePlan.draft(Ids.next(), code, row.decidedOn(), scope)
					.with(course)
					.sample(row.isSample());
			});
		}

		List<Lived<LegislativePlan>> newPlans() {
			return this.fresh.values()
				.stream()
				.map((plan) -> lived(plan.with(this.items.getOrDefault(plan.code(), List.of()))))
				.toList();
		}

		private Lived<LegislativePlan> lived(LegislativePlan plan) {
			LocalDate decided = Objects.requireNonNull(plan.course().decidedOn());
			List<Lived.Past> steps = new ArrayList<>();
			steps.add(past("draft", "", "DRAFT", decided));
			steps.add(past("decide", "DRAFT", "DECIDED", decided));
			LegislativePlan.State state = LegislativePlan.State.DECIDED;
			LocalDate since = decided;
			LocalDate reported = plan.course().reportedOn();
			LocalDate published = plan.course().publishedOn();
			if (reported != null || published != null) {
				since = (reported != null) ? reported : Objects.requireNonNull(published);
				state = LegislativePlan.State.REPORTED;
				steps.add(past("report", "DECIDED", "REPORTED", since));
			}
			if (published != null) {
				since = published;
				state = LegislativePlan.State.PUBLISHED;
				steps.add(past("publish", "REPORTED", "PUBLISHED", published));
			}
			return new Lived<>(plan.in(state, since, steps.size()), steps, List.of());
		}

		private Lived<Project> project(PlanItemRow row, LegislativePlan plan) {
			boolean annual = plan.annual();
			LocalDate day = row.decidedOn();
			List<Lived.Past> steps = new ArrayList<>();
			steps.add(past("propose", "", "PROPOSED", day));
			State state = annual ? State.ANNUAL_PLAN : State.TERM_PLAN;
			steps.add(past(annual ? "enter-annual-plan" : "enter-term-plan", "PROPOSED", state.name(), day));
			LocalDate since = day;
			LocalDate drafting = row.draftingSince();
			LocalDate done = row.doneOn();
			if (drafting != null && annual) {
				steps.add(past("start-drafting", state.name(), "DRAFTING", drafting));
				state = State.DRAFTING;
				since = drafting;
			}
			if (done != null && annual) {
				steps.add(past("conclude", state.name(), "DONE", done));
				state = State.DONE;
				since = done;
			}
			Planned planned = annual
					? Planned.NONE.inYear(plan.id(), plan.scope().term(), plan.scope().year(), row.itemClass())
					: Planned.NONE.inTerm(plan.id(), plan.scope().term(), row.itemClass());
			Idea idea = new Idea(row.title().strip(), row.making(), row.domain(), row.title().strip(),
					Given.orEmpty(row.regulation()), null, "", row.proposer().strip(), Project.Origin.ORGAN, "", "",
					day, null);
			Work work = new Work(Given.orEmpty(row.draftingUnit()), Given.orEmpty(row.draftingUnitName()), List.of(),
					List.of(), List.of(), Body.STANDING_COMMITTEE, drafting);
			Result result = (done != null) ? Result.NONE.done(Given.orEmpty(row.outcome()), done) : Result.NONE;
			Project past = Project.proposed(Ids.next(), row.project(), day, idea)
				.with((plan.course().publishedOn() != null) ? planned.announced() : planned)
				.with(work)
				.with(result)
				.sample(row.isSample())
				.in(state, since, steps.size());
			return new Lived<>(past, steps, List.of());
		}

		private Lived.Past past(String step, String from, String to, LocalDate on) {
			return new Lived.Past(step, from, to, on, this.caller.name(), List.of());
		}

	}

}
