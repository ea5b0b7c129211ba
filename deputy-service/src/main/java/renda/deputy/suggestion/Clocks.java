package renda.deputy.suggestion;

import java.time.LocalDate;
import java.util.List;

import renda.platform.deadline.DeadlineRule;
import renda.platform.deadline.Holder;
import renda.platform.security.Role;
import renda.platform.web.Text;

/**
 * The clocks of a suggestion, and who holds them.
 */
final class Clocks {

	static final DeadlineRule ASSIGNMENT = DeadlineRule.of("assignment", Text.of("交办", "Give it to units"), "SUG-27",
			"sug.assignWd");

	static final DeadlineRule OBJECTION = DeadlineRule.of("objection",
			Text.of("签收办理或者提出异议", "Take it on, or object to it"), "SUG-08", "sug.rejectWd");

	static final DeadlineRule REASSIGNMENT = DeadlineRule.of("reassignment", Text.of("处理异议", "Decide on an objection"),
			"SUG-09", "sug.reassignWd");

	static final DeadlineRule CO_OPINION = DeadlineRule.of("co-opinion",
			Text.of("告知协办意见", "Give the main handler an opinion"), "SUG-12", "sug.coMonths");

	static final DeadlineRule ANSWER = DeadlineRule
		.of("answer", Text.of("答复代表", "Answer the deputies"), "SUG-13", "sug.answerMonths")
		.prolongedTo("SUG-14", "sug.hardMonths");

	static final DeadlineRule FEEDBACK = DeadlineRule.of("feedback", Text.of("反馈意见", "Rate the answer"), "SUG-19",
			"sug.feedbackWd");

	static final DeadlineRule REDO = DeadlineRule.of("redo", Text.of("再次办理并答复", "Handle it again and answer"), "SUG-20",
			"sug.redoMonths");

	/** Its length is what the unit has promised, and not a number of the law. */
	static final DeadlineRule PROMISE = DeadlineRule.of("promise", Text.of("兑现承诺", "Keep the promise"), "SUG-22", "");

	/** All of them. */
	static final List<DeadlineRule> ALL = List.of(ASSIGNMENT, OBJECTION, REASSIGNMENT, CO_OPINION, ANSWER, FEEDBACK,
			REDO, PROMISE);

	private Clocks() {
	}

	/**
	 * In session the secretariat gives suggestions to units, and otherwise the
	 * deputy-work office (河南代表建议办法 第十二条).
	 */
	static Holder assigner(Suggestion suggestion) {
		return Holder.role(suggestion.proposal().inSession() ? Role.GENERAL_OFFICE : Role.DEPUTY_OFFICE);
	}

	static Holder office() {
		return Holder.role(Role.DEPUTY_OFFICE);
	}

	/**
	 * The leading deputy; nobody where the account is not known.
	 */
	static List<Holder> lead(Suggestion suggestion) {
		String account = suggestion.proposal().lead().account();
		return account.isEmpty() ? List.of() : List.of(Holder.person(account));
	}

	static List<Holder> organs(List<String> codes) {
		return codes.stream().map(Holder::organ).toList();
	}

	static List<Holder> units(List<SuggestionAction.Unit> units, boolean answering) {
		return units.stream()
			.filter((unit) -> (unit.role() != Handling.Role.CO) == answering)
			.map((unit) -> Holder.organ(unit.organ()))
			.toList();
	}

	/**
	 * Of several objections the office answers the first first: its clock is the one that
	 * runs. Whether the objection just decided was that one.
	 * @param after the suggestion, in which it is decided
	 * @param decided the day of the objection decided
	 */
	static boolean wasFirst(Suggestion after, LocalDate decided) {
		List<LocalDate> left = after.openObjections();
		return left.isEmpty() || !decided.isAfter(left.getFirst());
	}

	/**
	 * The day of the objection of a unit that was decided last.
	 */
	static LocalDate decided(Suggestion after, String organ) {
		return after.handlings()
			.stream()
			.filter((handling) -> handling.organ().equals(organ) && !handling.objections().isEmpty())
			.map((handling) -> handling.objections().getLast().on())
			.reduce((one, other) -> other)
			.orElseThrow();
	}

}
