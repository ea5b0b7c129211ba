package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.legislation.motion.KnownMover;
import renda.legislation.resolution.Execution.Task;
import renda.legislation.resolution.ResolutionAction.ResolutionDeliberation;
import renda.legislation.resolution.ResolutionAction.ResolutionPublication;
import renda.legislation.resolution.ResolutionAction.TaskGiven;
import renda.legislation.sitting.AtMeeting;
import renda.platform.deadline.DueDate;
import renda.platform.deadline.Holder;
import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;
import renda.platform.workflow.Moment;

/**
 * What the law asks of steps, and the facts it is decided on.
 */
final class ResolutionConditions {

	/** For which of these it must be on the agenda to be deliberated. */
	static final Set<Purpose> DELIBERATED = EnumSet.of(Purpose.HEAR_REPORT, Purpose.DELIBERATE, Purpose.VOTE);

	private ResolutionConditions() {
	}

	static boolean mayMove(@Nullable KnownMover known, RuleSet rules) {
		return known != null && known.mayMove(rules);
	}

	static Map<String, Object> movers(@Nullable KnownMover known, RuleSet rules) {
		return (known != null) ? known.facts(rules) : Map.of();
	}

	/**
	 * The latest day on which a motion comes in time for a meeting.
	 */
	static LocalDate latest(LocalDate meetingFrom, RuleSet rules) {
		return DueDate.before(meetingFrom, rules.limit("mtg.motionLeadDays"), WorkingDays.ofCalendar()).on();
	}

	static boolean inTime(Resolution resolution, LocalDate meetingFrom, RuleSet rules) {
		return !resolution.motion().submittedOn().isAfter(latest(meetingFrom, rules));
	}

	static boolean isDealtWith(Resolution resolution, ResolutionDeliberation in, Moment<?> moment) {
		return AtMeeting.isDealtWith(in.sitting(), resolution.body(), Resolution.KIND, resolution.id(), moment.on(),
				DELIBERATED);
	}

	static boolean isQuorate(Resolution resolution, ResolutionDeliberation in, Moment<?> moment, Body body) {
		return resolution.body() != body || AtMeeting.isQuorate(in.sitting(), moment.rules());
	}

	static Map<String, Object> meeting(Resolution resolution, ResolutionDeliberation in) {
		return AtMeeting.facts(in.sitting(), resolution.id());
	}

	/**
	 * Whether the vote passed, where this body has decided.
	 */
	static boolean passed(Voted vote, Body body) {
		return vote.body() != body || vote.passed();
	}

	static Map<String, Object> vote(Voted vote) {
		return Map.of("members", vote.members(), "present", vote.present(), "votesFor", vote.votesFor(), "needed",
				vote.needed());
	}

	/**
	 * Each organ once, each by a day that is to come.
	 */
	static boolean canBeCarriedOut(ResolutionPublication in, Moment<?> moment) {
		List<String> organs = in.given().stream().map(TaskGiven::organ).toList();
		return new HashSet<>(organs).size() == organs.size()
				&& (in.dueOn() == null || (!organs.isEmpty() && in.dueOn().isAfter(moment.on())));
	}

	/**
	 * The caller's own part.
	 */
	static Task own(Resolution resolution, Moment<?> moment) {
		return resolution.execution().task(moment.caller().organ()).orElseThrow();
	}

	static boolean owes(Resolution resolution, Moment<?> moment) {
		return own(resolution, moment).completedOn() == null;
	}

	/**
	 * The organ whose extension is not decided; one at a time.
	 */
	static List<String> asking(Resolution resolution) {
		return resolution.execution()
			.tasks()
			.stream()
			.filter((task) -> task.pending() != null)
			.map(Task::organ)
			.toList();
	}

	/**
	 * The organ to which a vote has just given more time.
	 */
	static List<Holder> granted(Resolution after, Voted vote) {
		return ResolutionClocks.organs(extended(after, vote).map(Task::organ).toList());
	}

	/**
	 * Until when.
	 */
	static LocalDate grantedUntil(Resolution after, Voted vote) {
		return extended(after, vote).map((task) -> task.extensions().getLast().until()).findFirst().orElseThrow();
	}

	private static Stream<Task> extended(Resolution after, Voted vote) {
		return after.execution()
			.tasks()
			.stream()
			.filter((task) -> !task.extensions().isEmpty()
					&& Objects.equals(task.extensions().getLast().ballot(), vote.ballot()));
	}

}
