package renda.platform.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import renda.platform.rule.RuleSet;
import renda.platform.rule.TimeLimit;
import renda.platform.store.Ids;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * One clock of a case: it runs, may stand still or be prolonged, and ends. It is
 * immutable; every method gives the next one. A clock warns and records, it refuses
 * nothing but to be prolonged beyond the law.
 *
 * @param kind the kind of the case, such as {@code suggestion}
 * @param caseId the case
 * @param code the case's readable code
 * @param name the clock's name in its workflow
 * @param title what has to be done
 * @param rule the rule's id in the rule book
 * @param citation law and article, as of the day it started
 * @param holder who has to act
 * @param startedOn the trigger, which is not counted
 * @param limit how long, as of the day it started
 * @param prolonged how it was prolonged, in order
 * @param pauses when it stood still, in order; one without an end is still on
 * @param dueOn the last day; while the clock stands still, what it would be without that
 * @param computed how the last day was computed
 * @param endedOn the day it ended; null while it runs or stands still
 * @param end how it ended
 * @param lateReason why it was met late; empty otherwise
 * @param restricted whether only the petition office and the holder may know of it
 */
public record Deadline(UUID id, String kind, UUID caseId, String code, String name, Text title, String rule,
		String citation, Holder holder, LocalDate startedOn, TimeLimit limit, List<Prolonged> prolonged,
		List<Pause> pauses, LocalDate dueOn, List<DueDate.Explained> computed, @Nullable LocalDate endedOn, End end,
		String lateReason, boolean restricted) {

	public Deadline {
		prolonged = List.copyOf(prolonged);
		pauses = List.copyOf(pauses);
		computed = List.copyOf(computed);
	}

	/**
	 * Starts a clock.
	 * @param on the trigger: the day of what sets it going, which is not counted
	 * @param rules the rules in force on that day
	 */
	public static Deadline start(DeadlineRule clock, Of of, Holder holder, LocalDate on, RuleSet rules,
			WorkingDays days) {
		TimeLimit limit = rules.limit(clock.parameter());
		String citation = rules.rule(clock.rule()).citation();
		return begun(clock, of, holder, on, limit, citation).counted(days);
	}

	/**
	 * Starts a clock.
	 * @param kind the kind of the case
	 * @param caseId the case
	 * @param code the case's readable code
	 * @param on the trigger: the day of what sets it going, which is not counted
	 * @param rules the rules in force on that day
	 * @param restricted whether only the petition office and the holder may know of it
	 */
	public static Deadline start(DeadlineRule clock, String kind, UUID caseId, String code, Holder holder, LocalDate on,
			RuleSet rules, WorkingDays days, boolean restricted) {
		return start(clock, new Of(kind, caseId, code, restricted), holder, on, rules, days);
	}

	/**
	 * Starts a clock whose last day is promised and not counted.
	 * @param until the last day, whatever the calendar says
	 */
	public static Deadline until(DeadlineRule clock, Of of, Holder holder, LocalDate on, LocalDate until,
			RuleSet rules) {
		TimeLimit limit = new TimeLimit(Math.clamp(ChronoUnit.DAYS.between(on, until), 1, 9999), TimeLimit.Unit.DAYS);
		String citation = rules.rule(clock.rule()).citation();
		Deadline begun = begun(clock, of, holder, on, limit, citation);
		DueDate promised = new DueDate(until, List.of(new DueDate.Explained(clock.rule(), until,
				Text.of("%s所定最后一日%s（%s）", "The last day was set on %s: %s (%s)", on, until, citation))));
		return begun.with(begun.prolonged, begun.pauses, promised);
	}

	private static Deadline begun(DeadlineRule clock, Of of, Holder holder, LocalDate on, TimeLimit limit,
			String citation) {
		return new Deadline(Ids.next(), of.kind(), of.caseId(), of.code(), clock.name(), clock.title(), clock.rule(),
				citation, holder, on, limit, List.of(), List.of(), on, List.of(), null, End.NONE, "", of.restricted());
	}

	/**
	 * What it asked for is done.
	 * @param lateReason why it is late; empty where it is not
	 */
	public Deadline done(LocalDate on, String lateReason) {
		return ended(on, End.DONE, lateReason);
	}

	/**
	 * What it asked for is not needed any more.
	 */
	public Deadline cancelled(LocalDate on) {
		return ended(on, End.CANCELLED, "");
	}

	/**
	 * The same clock with another holder; it may have ended.
	 */
	public Deadline heldBy(Holder other) {
		return new Deadline(this.id, this.kind, this.caseId, this.code, this.name, this.title, this.rule, this.citation,
				other, this.startedOn, this.limit, this.prolonged, this.pauses, this.dueOn, this.computed, this.endedOn,
				this.end, this.lateReason, this.restricted);
	}

	private Deadline ended(LocalDate on, End how, String reason) {
		requireRunning();
		return new Deadline(this.id, this.kind, this.caseId, this.code, this.name, this.title, this.rule, this.citation,
				this.holder, this.startedOn, this.limit, this.prolonged, this.pauses, this.dueOn, this.computed, on,
				how, reason, this.restricted);
	}

	/**
	 * It stands still. One that stands still already goes on doing so.
	 * @param from the first day that does not count
	 */
	public Deadline paused(LocalDate from, String why) {
		requireRunning();
		if (isPaused()) {
			return this;
		}
		List<Pause> more = new ArrayList<>(this.pauses);
		more.add(new Pause(from, null, why));
		return with(this.prolonged, more, new DueDate(this.dueOn, this.computed));
	}

	/**
	 * It goes on: what was left when it stopped is left now. One that runs is not
	 * changed.
	 * @param to the first day that counts again
	 */
	public Deadline resumed(LocalDate to, WorkingDays days) {
		requireRunning();
		if (!isPaused()) {
			return this;
		}
		Pause last = this.pauses.getLast();
		List<Pause> closed = new ArrayList<>(this.pauses.subList(0, this.pauses.size() - 1));
		closed.add(new Pause(last.from(), to.isBefore(last.from()) ? last.from() : to, last.why()));
		return with(this.prolonged, closed, new DueDate(this.dueOn, this.computed)).counted(days);
	}

	/**
	 * It gets longer.
	 * @param on the day this is decided, not after the last day
	 * @param by who decides it
	 * @param reason why
	 * @param rules the rules in force on that day
	 * @throws Refusal 422 by the prolonging rule where the clock is over, stands still,
	 * or was prolonged as often as may be
	 */
	public Deadline prolonged(DeadlineRule clock, LocalDate on, String by, String reason, RuleSet rules,
			WorkingDays days) {
		requireRunning();
		DeadlineRule.Prolonging allowed = clock.prolonging();
		if (allowed == null) {
			throw rules.refuse(clock.rule(), Text.of("“%s”期限不得延长。", "The time for “%2$s” may not be prolonged.",
					this.title.zh(), this.title.en()), Map.of("dueOn", this.dueOn));
		}
		if (isPaused()) {
			throw rules.refuse(allowed.rule(), Text.of("期限中止期间不得延长，请先恢复。", "It stands still; let it go on first."),
					Map.of("pausedOn", this.pauses.getLast().from()));
		}
		if (on.isAfter(this.dueOn)) {
			throw rules.refuse(allowed.rule(),
					Text.of("期限已于%s届满，届满后不得延长。", "It ended on %s, and cannot be prolonged afterwards.", this.dueOn),
					Map.of("dueOn", this.dueOn, "on", on));
		}
		if (this.prolonged.size() >= allowed.most()) {
			throw rules.refuse(allowed.rule(),
					Text.of("期限已延长%s次，不得再延长。", "It was prolonged %s times already, and may not be again.",
							this.prolonged.size()),
					Map.of("prolonged", this.prolonged.size(), "most", allowed.most(), "dueOn", this.dueOn));
		}
		List<Prolonged> more = new ArrayList<>(this.prolonged);
		more.add(new Prolonged(allowed.rule(), rules.limit(allowed.parameter()), allowed.total(), on, by, reason));
		return with(more, this.pauses, new DueDate(this.dueOn, this.computed)).counted(days);
	}

	/**
	 * The same clock counted again, by the calendar as it is now. A promised day stays.
	 */
	Deadline recounted(WorkingDays days) {
		return isPromised() ? this : counted(days);
	}

	/**
	 * Whether the last day was set and not counted: a count has at least three steps, a
	 * promise one.
	 */
	boolean isPromised() {
		return this.computed.size() == 1;
	}

	private Deadline counted(WorkingDays days) {
		DueDate due = new Counting(this.rule, this.startedOn, days).forward(this.limit, this.prolonged, this.pauses);
		List<DueDate.Explained> steps = new ArrayList<>();
		steps.add(new DueDate.Explained(this.rule, this.startedOn, Text.of("期限%1$s（%2$s）", "The limit is %3$s (%2$s)",
				this.limit.spoken().zh(), this.citation, this.limit.spoken().en())));
		steps.addAll(due.steps());
		return with(this.prolonged, this.pauses, new DueDate(due.on(), steps));
	}

	private Deadline with(List<Prolonged> longer, List<Pause> still, DueDate due) {
		return new Deadline(this.id, this.kind, this.caseId, this.code, this.name, this.title, this.rule, this.citation,
				this.holder, this.startedOn, this.limit, longer, still, due.on(), due.steps(), this.endedOn, this.end,
				this.lateReason, this.restricted);
	}

	private void requireRunning() {
		if (!isRunning()) {
			throw new IllegalStateException("clock %s of %s has ended".formatted(this.name, this.code));
		}
	}

	/**
	 * Whether it has not ended; it may stand still.
	 */
	public boolean isRunning() {
		return this.end == End.NONE;
	}

	/**
	 * Whether it stands still.
	 */
	boolean isPaused() {
		return isRunning() && !this.pauses.isEmpty() && this.pauses.getLast().to() == null;
	}

	/**
	 * Whether the last day has passed on a day, or had when the clock ended or stopped.
	 */
	public boolean isLateOn(LocalDate day) {
		LocalDate last = (this.endedOn != null && this.endedOn.isBefore(day)) ? this.endedOn : day;
		if (!this.pauses.isEmpty() && this.pauses.getLast().to() == null
				&& this.pauses.getLast().from().isBefore(last)) {
			last = this.pauses.getLast().from();
		}
		return last.isAfter(this.dueOn);
	}

	/**
	 * How it stands on a day.
	 */
	public Status statusOn(LocalDate day) {
		if (this.endedOn != null && !this.endedOn.isAfter(day)) {
			return (this.end == End.CANCELLED) ? Status.CANCELLED : isLateOn(this.endedOn) ? Status.LATE : Status.MET;
		}
		boolean still = this.pauses.stream().anyMatch((pause) -> {
			LocalDate to = pause.to();
			return !pause.from().isAfter(day) && (to == null || to.isAfter(day));
		});
		return still ? Status.PAUSED : isLateOn(day) ? Status.OVERDUE : Status.RUNNING;
	}

	/**
	 * How a clock ends.
	 */
	public enum End {

		/** 未结束. */
		NONE,
		/** 已办. */
		DONE,
		/** 已取消. */
		CANCELLED

	}

	/**
	 * How a clock stands.
	 */
	public enum Status {

		/** 进行中. */
		RUNNING,
		/** 中止. */
		PAUSED,
		/** 逾期未办. */
		OVERDUE,
		/** 按期办结. */
		MET,
		/** 逾期办结. */
		LATE,
		/** 已取消. */
		CANCELLED

	}

	/**
	 * The case a clock belongs to.
	 *
	 * @param kind the kind of the case
	 * @param caseId the case
	 * @param code the case's readable code
	 * @param restricted whether only the petition office and the holder may know of it
	 */
	public record Of(String kind, UUID caseId, String code, boolean restricted) {
	}

}
