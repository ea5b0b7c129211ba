package renda.legislation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import renda.legislation.plan.LegislativePlan.Course;
import renda.legislation.plan.LegislativePlan.PlanItem;
import renda.legislation.plan.PlanAction.RecordItems;
import renda.legislation.project.PastProject;
import renda.legislation.project.PlannedProjects;
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

	private final PlannedProjects projects;

	private final Proceedings proceedings;

	private final CityProfile city;

	PlanImport(PlanKind plans, PlannedProjects projects, Proceedings proceedings, CityProfile city) {
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
					this.projects.known(rows.stream().map((row) -> row.row().project()).toList()))
			.flatMap((known) -> {
				Batch batch = new Batch(known.getT1(), known.getT2(), command.caller());
				rows.forEach(batch::take);
				return this.projects.record(batch.past, command.caller())
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

		private final Set<String> projects;

		private final Map<String, List<PlanItem>> items = new LinkedHashMap<>();

		private final List<PastProject> past = new ArrayList<>();

		private final Caller caller;

		private Applied applied = Applied.NOTHING;

		Batch(List<LegislativePlan> plans, Set<String> projects, Caller caller) {
			plans.forEach((plan) -> this.known.put(plan.code(), plan));
			this.projects = new HashSet<>(projects);
			this.caller = caller;
		}

		void take(Numbered<PlanItemRow> numbered) {
			PlanItemRow row = numbered.row();
			if (this.projects.contains(row.project())) {
				this.applied = this.applied.plus(Applied.ONE_UNCHANGED);
				return;
			}
			try {
				PastProject project = row.past(plan(row));
				this.past.add(project);
				this.projects.add(row.project());
				this.items.computeIfAbsent(row.plan(), (code) -> new ArrayList<>())
					.add(new PlanItem(project.id(), row.project(), row.title().strip(), row.itemClass(),
							Given.orEmpty(row.due())));
				this.applied = this.applied.plus(Applied.ONE_CREATED);
			}
			catch (Refusal refusal) {
				this.applied = this.applied.plus(Applied.refused(numbered, refusal));
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

		private Lived.Past past(String step, String from, String to, LocalDate on) {
			return new Lived.Past(step, from, to, on, this.caller.name(), List.of());
		}

	}

}
