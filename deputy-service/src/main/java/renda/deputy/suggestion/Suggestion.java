package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import renda.deputy.suggestion.SuggestionAction.Satisfaction;
import renda.platform.web.Text;
import renda.platform.workflow.Actor;
import renda.platform.workflow.Case;
import renda.platform.workflow.CaseState;

/**
 * A suggestion (代表建议、批评和意见), with everything that happened to it.
 *
 * @param proposal what is suggested, and by whom
 * @param intake how it came to the office
 * @param handlings each unit's part, in the order they were given it
 * @param ratings what the deputy thought of the answers, in order; at most one a round
 * @param oversight what was done about it besides
 * @param sample whether the record is invented for the demonstration
 */
record Suggestion(UUID id, String code, State state, LocalDate stateSince, long version, Proposal proposal,
		Intake intake, List<Handling> handlings, List<Rating> ratings, Oversight oversight,
		boolean sample) implements Case<Suggestion.State, Suggestion> {

	Suggestion {
		handlings = List.copyOf(handlings);
		ratings = List.copyOf(ratings);
	}

	/**
	 * A new draft.
	 */
	static Suggestion draft(UUID id, String code, LocalDate on, Proposal proposal) {
		return new Suggestion(id, code, State.DRAFT, on, 1, proposal, Intake.NONE, List.of(), List.of(), Oversight.NONE,
				false);
	}

	/**
	 * The same, invented for the demonstration or not.
	 */
	Suggestion sample(boolean invented) {
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.intake,
				this.handlings, this.ratings, this.oversight, invented);
	}

	@Override
	public Suggestion in(State next, LocalDate since, long number) {
		return new Suggestion(this.id, this.code, next, since, number, this.proposal, this.intake, this.handlings,
				this.ratings, this.oversight, this.sample);
	}

	/**
	 * Whether everyone may read it.
	 */
	boolean open() {
		return !this.proposal.confidential() && this.state.open();
	}

	Stream<Handling> active() {
		return this.handlings.stream().filter(Handling::active);
	}

	Optional<Handling> active(String organ) {
		return active().filter((handling) -> handling.organ().equals(organ)).findFirst();
	}

	/**
	 * The codes of units that have a part now and fit.
	 */
	List<String> organs(Predicate<Handling> fit) {
		return active().filter(fit).map(Handling::organ).toList();
	}

	/**
	 * Which answer it waits for, or has: 1, or 2 after the deputy was not content.
	 */
	int round() {
		return this.ratings.stream().anyMatch((rating) -> rating.result() == Satisfaction.NOT) ? 2 : 1;
	}

	/**
	 * Whether all units that answer have done so in this round.
	 */
	boolean answered() {
		return active().filter(Handling::answers).allMatch((handling) -> handling.replies().size() >= round());
	}

	boolean objected() {
		return active().anyMatch((handling) -> handling.openObjection().isPresent());
	}

	/**
	 * The days of the objections that are not decided, the first first.
	 */
	List<LocalDate> openObjections() {
		return active().flatMap((handling) -> handling.openObjection().stream())
			.map(Handling.Objection::on)
			.sorted()
			.toList();
	}

	boolean promises() {
		return active().anyMatch((handling) -> handling.openPromise().isPresent());
	}

	/**
	 * The day of the first answer of a round, once all units have answered in it.
	 */
	Optional<LocalDate> answeredOn(int round) {
		List<Handling> answering = active().filter(Handling::answers).toList();
		return (answering.isEmpty() || answering.stream().anyMatch((handling) -> handling.replies().size() < round))
				? Optional.empty()
				: answering.stream()
					.map((handling) -> handling.replies().get(round - 1).on())
					.max(Comparator.naturalOrder());
	}

	/**
	 * The class of the answers of a round: that of the main handler; of several separate
	 * answers the one that achieves least.
	 */
	Optional<Handling.Grade> grade(int round) {
		return answeredOn(round).flatMap((day) -> active().filter(Handling::answers)
			.map((handling) -> handling.replies().get(round - 1).grade())
			.max(Comparator.naturalOrder()));
	}

	/**
	 * The day since which nothing is left to be done of what was suggested: solved, or
	 * every promise kept.
	 */
	Optional<LocalDate> implementedOn() {
		int last = answeredOn(2).isPresent() ? 2 : 1;
		Handling.Grade grade = grade(last).orElse(Handling.Grade.C);
		if (grade == Handling.Grade.C || promises()) {
			return Optional.empty();
		}
		return Stream
			.concat(answeredOn(last).stream(),
					active().flatMap(Handling::promises).flatMap((promise) -> Stream.ofNullable(promise.doneOn())))
			.max(Comparator.naturalOrder());
	}

	Suggestion with(Proposal changed) {
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, changed, this.intake,
				this.handlings, this.ratings, this.oversight, this.sample);
	}

	Suggestion with(Intake changed) {
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, changed,
				this.handlings, this.ratings, this.oversight, this.sample);
	}

	Suggestion with(Oversight changed) {
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.intake,
				this.handlings, this.ratings, changed, this.sample);
	}

	private Suggestion withHandlings(List<Handling> changed) {
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.intake,
				changed, this.ratings, this.oversight, this.sample);
	}

	/**
	 * The same with one unit's part changed.
	 */
	Suggestion with(String organ, UnaryOperator<Handling> change) {
		return withHandlings(this.handlings.stream()
			.map((known) -> (known.active() && known.organ().equals(organ)) ? change.apply(known) : known)
			.toList());
	}

	Suggestion assigned(List<SuggestionAction.Unit> units, LocalDate on) {
		List<Handling> all = new ArrayList<>(this.handlings);
		units.forEach((unit) -> all.add(Handling.assigned(unit, on)));
		return withHandlings(all);
	}

	Suggestion rated(Rating rating) {
		List<Rating> all = new ArrayList<>(this.ratings);
		all.add(rating);
		return new Suggestion(this.id, this.code, this.state, this.stateSince, this.version, this.proposal, this.intake,
				this.handlings, all, this.oversight, this.sample);
	}

	/**
	 * How a suggestion came to the office.
	 *
	 * @param submittedOn the day it was put forward, for the last time
	 * @param revised whether its text was changed since it was last given back
	 * @param returns each time it was given back
	 * @param assignedOn the day it was first given to units (交办)
	 * @param withdrawal why its deputies took it back; empty if they did not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Intake(@Nullable LocalDate submittedOn, boolean revised, List<Returned> returns,
			@Nullable LocalDate assignedOn, String withdrawal) {

		static final Intake NONE = new Intake(null, true, List.of(), null, "");

		Intake {
			returns = List.copyOf(returns);
		}

		Intake submitted(LocalDate on) {
			return new Intake(on, this.revised, this.returns, this.assignedOn, this.withdrawal);
		}

		Intake changed() {
			return new Intake(this.submittedOn, true, this.returns, this.assignedOn, this.withdrawal);
		}

		Intake returned(Returned back) {
			List<Returned> all = new ArrayList<>(this.returns);
			all.add(back);
			return new Intake(this.submittedOn, false, all, this.assignedOn, this.withdrawal);
		}

		Intake assigned(LocalDate on) {
			return new Intake(this.submittedOn, this.revised, this.returns, on, this.withdrawal);
		}

		Intake withdrawn(String reason) {
			return new Intake(this.submittedOn, this.revised, this.returns, this.assignedOn, reason);
		}

	}

	/**
	 * That it was given back.
	 */
	record Returned(LocalDate on, SuggestionAction.Ground ground, String reason) {
	}

	/**
	 * What the deputy thought of an answer.
	 *
	 * @param attitude of the way it was handled
	 * @param result of what came out of it; this decides whether it is handled again
	 */
	record Rating(LocalDate on, Satisfaction attitude, Satisfaction result, String reason) {
	}

	/**
	 * What was done about a suggestion besides handling it.
	 *
	 * @param evaluations what units and experts found after a second answer that did not
	 * content the deputy
	 * @param conclusion what was done about the evaluation; empty if nothing was
	 * @param onSite supervisions on the spot
	 * @param publishedOn the day its handling was made public
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Oversight(List<Evaluation> evaluations, String conclusion, @Nullable Priority priority, List<OnSite> onSite,
			@Nullable LocalDate publishedOn, @Nullable LocalDate closedOn) {

		static final Oversight NONE = new Oversight(List.of(), "", null, List.of(), null, null);

		Oversight {
			evaluations = List.copyOf(evaluations);
			onSite = List.copyOf(onSite);
		}

		Oversight evaluated(Evaluation evaluation) {
			List<Evaluation> all = new ArrayList<>(this.evaluations);
			all.add(evaluation);
			return new Oversight(all, this.conclusion, this.priority, this.onSite, this.publishedOn, this.closedOn);
		}

		Oversight concluded(String outcome) {
			return new Oversight(this.evaluations, outcome, this.priority, this.onSite, this.publishedOn,
					this.closedOn);
		}

		Oversight prioritised(Priority decided) {
			return new Oversight(this.evaluations, this.conclusion, decided, this.onSite, this.publishedOn,
					this.closedOn);
		}

		Oversight supervised(OnSite visit) {
			List<OnSite> all = new ArrayList<>(this.onSite);
			all.add(visit);
			return new Oversight(this.evaluations, this.conclusion, this.priority, all, this.publishedOn,
					this.closedOn);
		}

		Oversight published(LocalDate on) {
			return new Oversight(this.evaluations, this.conclusion, this.priority, this.onSite, on, this.closedOn);
		}

		Oversight closed(LocalDate on) {
			return new Oversight(this.evaluations, this.conclusion, this.priority, this.onSite, this.publishedOn, on);
		}

	}

	/**
	 * What units and experts found.
	 */
	record Evaluation(LocalDate on, List<String> units, List<String> experts, String findings, String demands) {
	}

	/**
	 * That the chairpersons' meeting made it a priority (重点督办).
	 *
	 * @param leader the head of the unit who leads the handling
	 * @param committee the code of the committee that follows it up
	 */
	record Priority(LocalDate on, String decision, String leader, String committee) {
	}

	/**
	 * A supervision on the spot (现场督办).
	 */
	record OnSite(LocalDate on, String leader, String place, String result) {
	}

	/**
	 * States.
	 */
	enum State implements CaseState {

		DRAFT(Text.of("起草", "Draft"), false), SUBMITTED(Text.of("已提出", "Submitted"), false),
		RETURNED(Text.of("已退回", "Returned"), false), WITHDRAWN(Text.of("已撤回", "Withdrawn"), false),
		ASSIGNED(Text.of("已交办", "Assigned"), true), OBJECTED(Text.of("承办单位有异议", "Objected"), true),
		ANSWERED(Text.of("已答复", "Answered"), true), NOT_SATISFIED(Text.of("不满意，再次办理", "Not satisfied"), true),
		RE_ANSWERED(Text.of("已再次答复", "Answered again"), true), EVALUATION(Text.of("评估", "Evaluation"), true),
		TRACKED(Text.of("跟踪督办", "Tracked"), true), CLOSED(Text.of("办结", "Closed"), true);

		private final Text title;

		private final boolean open;

		State(Text title, boolean open) {
			this.title = title;
			this.open = open;
		}

		@Override
		public Text title() {
			return this.title;
		}

		@Override
		public boolean isFinal() {
			return this == WITHDRAWN || this == CLOSED;
		}

		/**
		 * Whether units have it, so that everyone may read it.
		 */
		boolean open() {
			return this.open;
		}

	}

	/**
	 * Who acts in a suggestion.
	 */
	enum Party implements Actor {

		LEAD(Text.of("领衔代表", "the leading deputy")), CO_SIGNER(Text.of("联名代表", "a co-signer")),
		OFFICE(Text.of("代表工作机构", "the deputy-work office")), COUNCIL(Text.of("主任会议", "the chairpersons' meeting")),
		COMMITTEE(Text.of("负责督办的委员会", "the committee that follows it up")),
		HANDLER(Text.of("主办或者分别承办单位", "the main or a separate handler")), CO_HANDLER(Text.of("协办单位", "a co-handler"));

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
