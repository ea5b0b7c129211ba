package renda.legislation.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import renda.legislation.project.ItemClass;
import renda.legislation.project.PlannedProjects.Naming;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A legislative plan (立法规划、年度立法计划), with every edition it has had.
 *
 * @param scope of which term or year
 * @param items its items as they are now
 * @param course when it was submitted, decided, reported and published
 * @param changes what was asked to be changed, and what was decided
 * @param editions its items as they were before each change that was decided
 * @param sample whether the record is invented for the demonstration
 */
record LegislativePlan(UUID id, String code, State state, LocalDate stateSince, long version, Scope scope,
		List<PlanItem> items, Course course, List<Change> changes, List<Edition> editions,
		boolean sample) implements Case<LegislativePlan.State, LegislativePlan> {

	LegislativePlan {
		items = List.copyOf(items);
		changes = List.copyOf(changes);
		editions = List.copyOf(editions);
	}

	static LegislativePlan draft(UUID id, String code, LocalDate on, Scope scope) {
		return new LegislativePlan(id, code, State.DRAFT, on, 1, scope, List.of(), Course.NONE, List.of(), List.of(),
				false);
	}

	@Override
	public LegislativePlan in(State next, LocalDate since, long number) {
		return new LegislativePlan(this.id, this.code, next, since, number, this.scope, this.items, this.course,
				this.changes, this.editions, this.sample);
	}

	boolean open() {
		return this.state == State.PUBLISHED;
	}

	boolean annual() {
		return this.scope.kind() == Kind.ANNUAL;
	}

	/**
	 * What it is, as the projects that it names know it.
	 */
	Naming naming() {
		return new Naming(this.id, this.code, this.scope.term(), this.scope.year());
	}

	boolean names(UUID project) {
		return this.items.stream().anyMatch((item) -> item.project().equals(project));
	}

	Optional<Change> change(int number) {
		return this.changes.stream().filter((change) -> change.number() == number).findFirst();
	}

	LegislativePlan with(List<PlanItem> changed) {
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope, changed,
				this.course, this.changes, this.editions, this.sample);
	}

	LegislativePlan with(Course changed) {
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope,
				this.items, changed, this.changes, this.editions, this.sample);
	}

	LegislativePlan asking(Change change) {
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope,
				this.items, this.course, added(this.changes, change), this.editions, this.sample);
	}

	/**
	 * The same with one change answered.
	 */
	LegislativePlan with(int number, UnaryOperator<Change> answered) {
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope,
				this.items, this.course,
				this.changes.stream()
					.map((known) -> (known.number() == number) ? answered.apply(known) : known)
					.toList(),
				this.editions, this.sample);
	}

	/**
	 * The same as a change makes it; what it was is kept.
	 */
	LegislativePlan changed(Change change, LocalDate on) {
		List<PlanItem> next = new ArrayList<>(this.items);
		next.removeIf((item) -> change.removed().contains(item.project())
				|| change.added().stream().anyMatch((more) -> more.project().equals(item.project())));
		next.addAll(change.added());
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope, next,
				this.course, this.changes,
				added(this.editions, new Edition(this.editions.size() + 1, on, change.number(), this.items)),
				this.sample);
	}

	private static <T> List<T> added(List<T> known, T more) {
		List<T> all = new ArrayList<>(known);
		all.add(more);
		return List.copyOf(all);
	}

	LegislativePlan sample(boolean invented) {
		return new LegislativePlan(this.id, this.code, this.state, this.stateSince, this.version, this.scope,
				this.items, this.course, this.changes, this.editions, invented);
	}

	/**
	 * Of which term or year.
	 *
	 * @param year the year of an annual plan; 0 for the plan of a term
	 * @param firstSession the day of the term's first session
	 */
	@Schema(name = "PlanScope")
	record Scope(Kind kind, int term, int year, String title, LocalDate firstSession) {
	}

	/**
	 * An item.
	 *
	 * @param due when it is to be deliberated or ready, as the plan says
	 */
	record PlanItem(UUID project, String code, String title, @JsonProperty("class") ItemClass itemClass, String due) {
	}

	/**
	 * When it was submitted, decided, reported to the province and published.
	 *
	 * @param decision the decision of the chairpersons' meeting
	 * @param reportNumber the letter to the province's standing committee
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Course(@Nullable LocalDate proposalsClosedOn, @Nullable LocalDate submittedOn, @Nullable LocalDate decidedOn,
			String decision, @Nullable LocalDate reportedOn, String reportNumber, @Nullable LocalDate publishedOn) {

		static final Course NONE = new Course(null, null, null, "", null, "", null);

		Course proposalsClosed(LocalDate on) {
			return new Course(on, this.submittedOn, this.decidedOn, this.decision, this.reportedOn, this.reportNumber,
					this.publishedOn);
		}

		Course submitted(@Nullable LocalDate on) {
			return new Course(this.proposalsClosedOn, on, this.decidedOn, this.decision, this.reportedOn,
					this.reportNumber, this.publishedOn);
		}

		Course decided(LocalDate on, String decided) {
			return new Course(this.proposalsClosedOn, this.submittedOn, on, decided, this.reportedOn, this.reportNumber,
					this.publishedOn);
		}

		Course reported(LocalDate on, String number) {
			return new Course(this.proposalsClosedOn, this.submittedOn, this.decidedOn, this.decision, on, number,
					this.publishedOn);
		}

		Course published(LocalDate on) {
			return new Course(this.proposalsClosedOn, this.submittedOn, this.decidedOn, this.decision, this.reportedOn,
					this.reportNumber, on);
		}

	}

	/**
	 * What was asked to be changed.
	 *
	 * @param number which change of the plan
	 * @param by the organ that asks
	 * @param report the written report
	 * @param opinion the opinion of the legislative-affairs body; empty before
	 * @param decision the decision of the chairpersons' meeting; empty before
	 * @param adopted whether it was adopted; missing before the decision
	 */
	@Schema(name = "PlanChange")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Change(int number, LocalDate askedOn, String by, String report, List<PlanItem> added, List<UUID> removed,
			String opinion, @Nullable LocalDate opinionOn, String decision, @Nullable Boolean adopted,
			@Nullable LocalDate decidedOn) {

		Change {
			added = List.copyOf(added);
			removed = List.copyOf(removed);
		}

		Change opined(String words, LocalDate on) {
			return new Change(this.number, this.askedOn, this.by, this.report, this.added, this.removed, words, on,
					this.decision, this.adopted, this.decidedOn);
		}

		Change decided(String words, boolean taken, LocalDate on) {
			return new Change(this.number, this.askedOn, this.by, this.report, this.added, this.removed, this.opinion,
					this.opinionOn, words, taken, on);
		}

	}

	/**
	 * What the plan was before a change.
	 *
	 * @param change the number of the change that ended it
	 */
	@Schema(name = "PlanEdition")
	record Edition(int number, LocalDate until, int change, List<PlanItem> items) {

		Edition {
			items = List.copyOf(items);
		}

	}

	/**
	 * The kinds of plan.
	 */
	@Schema(name = "PlanKind")
	enum Kind {

		/** 五年立法规划. */
		TERM,
		/** 年度立法计划. */
		ANNUAL

	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		DRAFT(Text.of("编制中", "Draft")), DECIDED(Text.of("主任会议已通过", "Decided")),
		REPORTED(Text.of("已报省人大常委会", "Reported to the province")), PUBLISHED(Text.of("已公布", "Published"));

		private final Text title;

		State(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

	/**
	 * Who acts in a plan.
	 */
	@Schema(name = "PlanParty")
	enum Party implements Actor {

		OFFICE(Text.of("法制工作机构", "the legislative-affairs body")),
		COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		REQUESTER(Text.of("有关机关、组织、委员会", "the organ or committee concerned"));

		private final Text title;

		Party(Text title) {
			this.title = title;
		}

		@Override
		public Text title() {
			return this.title;
		}

	}

}
