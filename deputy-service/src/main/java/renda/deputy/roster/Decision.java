package renda.deputy.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import renda.deputy.congress.Congress;
import renda.deputy.roster.Deputy.State;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Decides whether an action may be taken on a seat: a pure function of the seat, who
 * acts, the action and the numbers of the law.
 */
final class Decision {

	private Decision() {
	}

	/**
	 * Decides.
	 * @return the step to take
	 * @throws Refusal 403 to somebody else's seat, 409 in the wrong state, 400 for a day
	 * out of order, 422 where a rule refuses
	 */
	static Step of(Deputy deputy, Set<Actor> actors, DeputyAction action, RosterSettings law) {
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
			case DeputyAction.TakeOffice(LocalDate on) -> takeOffice(deputy, on);
			case DeputyAction.Suspend suspend -> suspend(deputy, suspend);
			case DeputyAction.RequestResignation request -> inWriting(request);
			case DeputyAction.AcceptResignation accept -> accept(accept);
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
	static void successor(Deputy vacant, Deputy successor) {
		if (!successor.congress().equals(vacant.congress()) || !successor.electingUnit().equals(vacant.electingUnit())
				|| !successor.byElection() || !successor.state().isHeld()) {
			throw Refusal.byRule("DEP-06", "选举法 第五十七条", "由原选区或者原选举单位补选",
					Text.of("补选的代表须由同一选举单位（选区）补选进入同一届人大，且当选有效。",
							"The successor must be by-elected by the same unit to the same congress, validly."),
					Map.of("congress", successor.congress(), "electingUnit", successor.electingUnit(), "byElection",
							successor.byElection(), "state", successor.state()));
		}
	}

	private static @Nullable Refusal takeOffice(Deputy deputy, LocalDate on) {
		LocalDate first = deputy.firstSessionOn();
		if (first != null && !on.isBefore(first)) {
			return null;
		}
		return Refusal.byRule(
				"DEP-01", "代表法 第二条", "从每届本级人民代表大会举行第一次会议开始", Text.of("任期自本届第一次会议起；该次会议日期：%s。",
						"The term begins with the first session, which is on: %s.", Objects.toString(first, "—")),
				Map.of("on", on, "firstSessionOn", Objects.toString(first, "")));
	}

	private static @Nullable Refusal suspend(Deputy deputy, DeputyAction.Suspend suspend) {
		boolean permitted = suspend.permission() != null && !suspend.permission().isBlank();
		if (suspend.ground() != DeputyAction.Suspension.DETAINED || deputy.level() == Congress.Level.TOWN || permitted
				|| Boolean.TRUE.equals(suspend.caughtInTheAct())) {
			return null;
		}
		return Refusal.byRule("DEP-16", "代表法 第三十九条", "非经本级人民代表大会常务委员会许可",
				Text.of("羁押县级以上代表须有主席团或者常委会许可；请注明许可决定，或者注明系现行犯。",
						"Detaining a deputy needs permission of the presidium or standing committee: "
								+ "name the decision, or say that the deputy was caught in the act."),
				Map.of("ground", suspend.ground(), "level", deputy.level(), "permission", ""));
	}

	private static @Nullable Refusal inWriting(DeputyAction.RequestResignation request) {
		return request.written() ? null : Refusal.byRule("DEP-11", "选举法 第五十五条", "书面提出辞职",
				Text.of("辞职须书面提出。", "A resignation must be in writing."), Map.of("written", false));
	}

	private static @Nullable Refusal accept(DeputyAction.AcceptResignation accept) {
		if (accept.votesFor() > accept.members()) {
			return Refusal.invalid("/votesFor", Text.of("不得多于组成人员。", "There are not so many members."));
		}
		if (isMajority(accept.votesFor(), accept.members())) {
			return null;
		}
		return Refusal.byRule("DEP-11", "选举法 第五十五条", "须经常务委员会组成人员的过半数通过",
				Text.of("接受辞职须过半数：%d 人中须 %d 票，得 %d 票。", "It takes a majority: of %d, %d needed, %d for.",
						accept.members(), accept.members() / 2 + 1, accept.votesFor()),
				Map.of("members", accept.members(), "votesFor", accept.votesFor(), "needed", accept.members() / 2 + 1));
	}

	private static @Nullable Refusal recall(Deputy deputy, DeputyAction.Recall recall, RosterSettings law) {
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
		if (!isProposed(deputy.level(), recall, law.recall())) {
			return city
					? Refusal.byRule("DEP-07", "选举法 第五十一条", "主席团或者十分之一以上代表联名",
							Text.of("罢免案须由主席团或者十分之一以上代表（大会期间）、主任会议或者五分之一以上常委会组成人员（闭会期间）提出。",
									"A recall is proposed by the presidium or a tenth of the deputies, or between "
											+ "sessions by the chairpersons' meeting or a fifth of the members."),
							facts)
					: Refusal.byRule("DEP-10", "选举法 第五十条", "原选区选民五十人以上联名",
							Text.of("罢免要求须由原选区选民联名提出：县级 %d 人以上，乡级 %d 人以上。",
									"A recall is asked for by voters of the district: %d for a county, %d for a town.",
									law.recall().countyVoters(), law.recall().townVoters()),
							facts);
		}
		if (!recall.secret()) {
			return Refusal.byRule("DEP-09", "选举法 第五十二条", "罢免代表采用无记名的表决方式",
					Text.of("罢免须无记名表决。", "A recall is voted on in secret."), Map.of("secret", false));
		}
		if (!isMajority(recall.votesFor(), recall.electors())) {
			facts.put("needed", recall.electors() / 2 + 1);
			return city
					? Refusal.byRule("DEP-08", "选举法 第五十三条", "须经常务委员会组成人员的过半数通过",
							Text.of("罢免须过半数：%d 人中得 %d 票。", "A recall takes a majority: %2$d of %1$d voted for it.",
									recall.electors(), recall.votesFor()),
							facts)
					: Refusal.byRule("DEP-10", "选举法 第五十三条", "须经原选区过半数的选民通过",
							Text.of("罢免须过半数：%d 人中得 %d 票。", "A recall takes a majority: %2$d of %1$d voted for it.",
									recall.electors(), recall.votesFor()),
							facts);
		}
		return null;
	}

	private static boolean isProposed(Congress.Level level, DeputyAction.Recall recall, RosterSettings.Recall law) {
		return switch (recall.proposer()) {
			case PRESIDIUM, COUNCIL -> level == Congress.Level.CITY;
			case DEPUTIES -> level == Congress.Level.CITY && isPart(recall, law.deputies());
			case MEMBERS -> level == Congress.Level.CITY && isPart(recall, law.members());
			case VOTERS -> switch (level) {
				case CITY -> false;
				case COUNTY -> recall.proposers() >= law.countyVoters();
				case TOWN -> recall.proposers() >= law.townVoters();
			};
		};
	}

	private static boolean isPart(DeputyAction.Recall recall, int oneIn) {
		return recall.proposersBase() >= recall.proposers()
				&& (long) recall.proposers() * oneIn >= recall.proposersBase();
	}

	private static @Nullable Refusal terminate(DeputyAction.Terminate terminate, RosterSettings law) {
		int absences = Objects.requireNonNullElse(terminate.absences(), 0);
		if (terminate.ground() != DeputyAction.Termination.ABSENT || absences >= law.absences()) {
			return null;
		}
		return Refusal.byRule(
				"DEP-14", "代表法 第六十二条", "未经批准两次不出席本级人民代表大会会议的", Text.of("须有 %d 次未经批准不出席会议，现为 %d 次。",
						"It takes %d absences without leave; there are %d.", law.absences(), absences),
				Map.of("absences", absences, "needed", law.absences()));
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
