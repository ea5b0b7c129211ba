package renda.deputy.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Deputy.State;
import renda.platform.rule.RuleSet;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Decides whether an action may be taken on a seat: a pure function of the seat, who
 * acts, the action and the rules of its day.
 */
final class Decision {

	private static final String COUNTY_VOTERS = "dep.recall.countyVoters";

	private static final String TOWN_VOTERS = "dep.recall.townVoters";

	private Decision() {
	}

	/**
	 * Decides.
	 * @param law the rules of the day of the action
	 * @return the step to take
	 * @throws Refusal 403 to somebody else's seat, 409 in the wrong state, 400 for a day
	 * out of order, 422 where a rule refuses
	 */
	static Step of(Deputy deputy, Set<Actor> actors, DeputyAction action, RuleSet law) {
		Step step = Step.of(action);
		if (!step.isBy(actors)) {
			throw Refusal.forbidden(Text.of("此步骤不由您对该代表采取。", "This step is not yours to take on this deputy."));
		}
		if (!step.isFrom(deputy.state())) {
			throw Refusal
				.conflict("wrong-state",
						Text.of("代表状态为 %s，此步骤须为 %s。", "The seat is %s; this step needs %s.", deputy.state(),
								step.from()))
				.with("state", deputy.state())
				.with("allowed", Step.open(deputy.state(), actors).stream().map(Step::path).toList());
		}
		if (action.on().isBefore(deputy.stateSince())) {
			throw Refusal.invalid("/on",
					Text.of("不得早于上一步骤的日期 %s。", "It cannot be before the step before, on %s.", deputy.stateSince()));
		}
		Refusal refusal = switch (action) {
			case DeputyAction.TakeOffice(LocalDate on) -> takeOffice(deputy, on, law);
			case DeputyAction.Suspend suspend -> suspend(deputy, suspend, law);
			case DeputyAction.RequestResignation request -> inWriting(request, law);
			case DeputyAction.AcceptResignation accept -> accept(accept, law);
			case DeputyAction.Recall recall -> recall(deputy, recall, law);
			case DeputyAction.Terminate terminate -> terminate(terminate, law);
			case DeputyAction.ConfirmCredentials _, DeputyAction.VoidElection _, DeputyAction.Restore _,
					DeputyAction.DeclineResignation _, DeputyAction.Announce _, DeputyAction.DeclareVacant _,
					DeputyAction.Fill _ ->
				null;
		};
		if (refusal != null) {
			throw refusal;
		}
		return step;
	}

	/**
	 * Decides whether a seat is the successor of a vacant one.
	 */
	static void successor(Deputy vacant, Deputy successor, RuleSet law) {
		if (!successor.congress().equals(vacant.congress()) || !successor.electingUnit().equals(vacant.electingUnit())
				|| !successor.byElection() || !successor.state().isHeld()) {
			throw law.refuse("DEP-06",
					Text.of("补选的代表须由同一选举单位（选区）补选进入同一届人大，且当选有效。",
							"The successor must be by-elected by the same unit to the same congress, validly."),
					Map.of("congress", successor.congress(), "electingUnit", successor.electingUnit(), "byElection",
							successor.byElection(), "state", successor.state()));
		}
	}

	private static @Nullable Refusal takeOffice(Deputy deputy, LocalDate on, RuleSet law) {
		LocalDate first = deputy.firstSessionOn();
		if (first != null && !on.isBefore(first)) {
			return null;
		}
		return law
			.refuse("DEP-01",
					Text.of("任期自本届第一次会议起；该次会议日期：%s。", "The term begins with the first session, which is on: %s.",
							Objects.toString(first, "—")),
					Map.of("on", on, "firstSessionOn", Objects.toString(first, "")));
	}

	private static @Nullable Refusal suspend(Deputy deputy, DeputyAction.Suspend suspend, RuleSet law) {
		boolean permitted = suspend.permission() != null && !suspend.permission().isBlank();
		if (suspend.ground() != DeputyAction.Suspension.DETAINED || deputy.level() == Congress.Level.TOWN || permitted
				|| Boolean.TRUE.equals(suspend.caughtInTheAct())) {
			return null;
		}
		return law.refuse("DEP-16",
				Text.of("羁押县级以上代表须有主席团或者常委会许可；请注明许可决定，或者注明系现行犯。",
						"Detaining a deputy needs permission of the presidium or standing committee: "
								+ "name the decision, or say that the deputy was caught in the act."),
				Map.of("ground", suspend.ground(), "level", deputy.level(), "permission", ""));
	}

	private static @Nullable Refusal inWriting(DeputyAction.RequestResignation request, RuleSet law) {
		return request.written() ? null : law.refuse("DEP-11", Text.of("辞职须书面提出。", "A resignation must be in writing."),
				Map.of("written", false));
	}

	private static @Nullable Refusal accept(DeputyAction.AcceptResignation accept, RuleSet law) {
		if (accept.votesFor() > accept.members()) {
			return Refusal.invalid("/votesFor", Text.of("不得多于组成人员。", "There are not so many members."));
		}
		if (isMajority(accept.votesFor(), accept.members())) {
			return null;
		}
		return law.refuse("DEP-11",
				Text.of("接受辞职须过半数：%d 人中须 %d 票，得 %d 票。", "It takes a majority: of %d, %d needed, %d for.",
						accept.members(), accept.members() / 2 + 1, accept.votesFor()),
				Map.of("members", accept.members(), "votesFor", accept.votesFor(), "needed", accept.members() / 2 + 1));
	}

	private static @Nullable Refusal recall(Deputy deputy, DeputyAction.Recall recall, RuleSet law) {
		if (recall.votesFor() > recall.electors()) {
			return Refusal.invalid("/votesFor", Text.of("不得多于有表决权者。", "There are not so many electors."));
		}
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("level", deputy.level());
		facts.put("proposer", recall.proposer());
		facts.put("proposers", recall.proposers());
		facts.put("proposersBase", recall.proposersBase());
		facts.put("electors", recall.electors());
		facts.put("votesFor", recall.votesFor());
		boolean city = deputy.level() == Congress.Level.CITY;
		if (!isProposed(deputy.level(), recall, law)) {
			return city
					? law.refuse("DEP-07",
							Text.of("罢免案须由主席团或者十分之一以上代表（大会期间）、主任会议或者五分之一以上常委会组成人员（闭会期间）提出。",
									"A recall is proposed by the presidium or a tenth of the deputies, or between "
											+ "sessions by the chairpersons' meeting or a fifth of the members."),
							facts)
					: law.refuse("DEP-10",
							Text.of("罢免要求须由原选区选民联名提出：县级 %d 人以上，乡级 %d 人以上。",
									"A recall is asked for by voters of the district: %d for a county, %d for a town.",
									law.number(COUNTY_VOTERS), law.number(TOWN_VOTERS)),
							facts);
		}
		if (!recall.secret()) {
			return law.refuse("DEP-09", Text.of("罢免须无记名表决。", "A recall is voted on in secret."),
					Map.of("secret", false));
		}
		if (!isMajority(recall.votesFor(), recall.electors())) {
			facts.put("needed", recall.electors() / 2 + 1);
			return city
					? law.refuse("DEP-08",
							Text.of("罢免须过半数：%d 人中得 %d 票。", "A recall takes a majority: %2$d of %1$d voted for it.",
									recall.electors(), recall.votesFor()),
							facts)
					: law.refuse("DEP-10",
							Text.of("罢免须过半数：%d 人中得 %d 票。", "A recall takes a majority: %2$d of %1$d voted for it.",
									recall.electors(), recall.votesFor()),
							facts);
		}
		return null;
	}

	private static boolean isProposed(Congress.Level level, DeputyAction.Recall recall, RuleSet law) {
		return switch (recall.proposer()) {
			case PRESIDIUM, COUNCIL -> level == Congress.Level.CITY;
			case DEPUTIES -> level == Congress.Level.CITY && isPart(recall, law.number("dep.recall.deputies"));
			case MEMBERS -> level == Congress.Level.CITY && isPart(recall, law.number("dep.recall.members"));
			case VOTERS -> switch (level) {
				case CITY -> false;
				case COUNTY -> recall.proposers() >= law.number(COUNTY_VOTERS);
				case TOWN -> recall.proposers() >= law.number(TOWN_VOTERS);
			};
		};
	}

	private static boolean isPart(DeputyAction.Recall recall, int oneIn) {
		return recall.proposersBase() >= recall.proposers()
				&& (long) recall.proposers() * oneIn >= recall.proposersBase();
	}

	private static @Nullable Refusal terminate(DeputyAction.Terminate terminate, RuleSet law) {
		int absences = Objects.requireNonNullElse(terminate.absences(), 0);
		int limit = law.number("dep.absenceLimit");
		if (terminate.ground() != DeputyAction.Termination.ABSENT || absences >= limit) {
			return null;
		}
		return law.refuse("DEP-14", Text.of("须有 %d 次未经批准不出席会议，现为 %d 次。",
				"It takes %d absences without leave; there are %d.", limit, absences),
				Map.of("absences", absences, "needed", limit));
	}

	/**
	 * More than half of all: 过半数.
	 */
	static boolean isMajority(int votes, int all) {
		return 2L * votes > all;
	}

	/**
	 * Whether a seat may be entered in a state: one that ends the seat of somebody by
	 * somebody else's election needs that election first.
	 */
	static boolean mayBeginAs(State state) {
		return state != State.BY_ELECTION;
	}

}
