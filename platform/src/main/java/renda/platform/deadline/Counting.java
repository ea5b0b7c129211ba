package renda.platform.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import renda.platform.rule.TimeLimit;
import renda.platform.web.Text;

/**
 * One computation of a last day. It keeps the end it has arrived at, and says each step.
 */
final class Counting {

	/**
	 * The whole period in parts: the first counts from the trigger, each further one on.
	 */
	private List<TimeLimit> parts = List.of();

	private final String clock;

	private final LocalDate trigger;

	private final WorkingDays days;

	private final List<DueDate.Explained> steps = new ArrayList<>();

	private LocalDate end;

	/**
	 * Begins a computation.
	 * @param clock the rule named where none of the general ones governs a step
	 */
	Counting(String clock, LocalDate trigger, WorkingDays days) {
		this.clock = clock;
		this.trigger = trigger;
		this.days = days;
		this.end = trigger;
	}

	DueDate forward(TimeLimit limit, List<Prolonged> prolonged, List<Pause> pauses) {
		this.steps.add(new DueDate.Explained("TIM-02", this.trigger.plusDays(1), Text.of("自%s起，首日不计，自次日%s起算",
				"From %s; the first day is not counted, so it runs from %s", this.trigger, this.trigger.plusDays(1))));
		this.parts = List.of(limit);
		this.end = ended(List.of());
		explainEnd(limit, this.trigger);
		prolonged.forEach(this::prolong);
		pause(pauses.stream().sorted(Comparator.comparing(Pause::from)).toList());
		LocalDate last = this.end;
		roll();
		sayWhatIsNotAnnounced(last);
		return new DueDate(this.end, this.steps);
	}

	DueDate backward(TimeLimit limit) {
		LocalDate last = switch (limit.unit()) {
			case DAYS -> this.trigger.minusDays(limit.amount());
			case MONTHS -> this.trigger.minusMonths(limit.amount());
			case YEARS -> this.trigger.minusYears(limit.amount());
			case WORKING_DAYS -> workingDays(this.trigger, limit.amount(), -1, List.of());
		};
		this.end = last;
		say("TIM-01",
				Text.of("%1$s之前%2$s：当日不计，最迟%3$s，不因休息日变动",
						"%4$s before %1$s: that day is not counted; at the "
								+ "latest on %3$s, which days of rest do not move",
						this.trigger, limit.spoken().zh(), last, limit.spoken().en()));
		if (limit.unit() == TimeLimit.Unit.WORKING_DAYS) {
			sayUnannounced(last, this.trigger);
		}
		return new DueDate(this.end, this.steps);
	}

	private void say(String rule, Text text) {
		this.steps.add(new DueDate.Explained(rule, this.end, text));
	}

	private boolean isWorkingDaysOnly() {
		return this.parts.stream().allMatch((part) -> part.unit() == TimeLimit.Unit.WORKING_DAYS);
	}

	/**
	 * The end of all parts, without days of rest at the end.
	 */
	private LocalDate ended(List<Pause> skipped) {
		LocalDate day = this.trigger;
		for (TimeLimit part : this.parts) {
			day = plus(day, part, skipped);
		}
		return day;
	}

	private LocalDate plus(LocalDate from, TimeLimit limit, List<Pause> skipped) {
		return switch (limit.unit()) {
			case DAYS -> from.plusDays(limit.amount());
			case MONTHS -> from.plusMonths(limit.amount());
			case YEARS -> from.plusYears(limit.amount());
			case WORKING_DAYS -> workingDays(from, limit.amount(), 1, skipped);
		};
	}

	private LocalDate workingDays(LocalDate from, int amount, int direction, List<Pause> skipped) {
		LocalDate day = from;
		int left = amount;
		while (left > 0) {
			day = day.plusDays(direction);
			LocalDate counted = day;
			if (this.days.isWorkingDay(day) && skipped.stream().noneMatch((pause) -> holds(pause, counted))) {
				left--;
			}
		}
		return day;
	}

	private static boolean holds(Pause pause, LocalDate day) {
		LocalDate to = pause.to();
		return to != null && !day.isBefore(pause.from()) && day.isBefore(to);
	}

	private void explainEnd(TimeLimit limit, LocalDate from) {
		Text spoken = limit.spoken();
		switch (limit.unit()) {
			case DAYS -> say("TIM-01", Text.of("%1$s届满日%2$s", "%3$s end on %2$s", spoken.zh(), this.end, spoken.en()));
			case WORKING_DAYS -> {
				Text special = special(from);
				say("TIM-01", Text.of("%1$s届满日%2$s，只计工作日%3$s", "%4$s end on %2$s; only working days count%5$s",
						spoken.zh(), this.end, special.zh(), spoken.en(), special.en()));
			}
			case MONTHS, YEARS -> {
				boolean shorter = this.end.getDayOfMonth() != from.getDayOfMonth();
				say("TIM-03", Text.of("%1$s届满日%2$s%3$s", "%4$s end on %2$s%5$s", spoken.zh(), this.end,
						shorter ? "（当月无对应日，以月末日为准）" : "（对应日）", spoken.en(),
						shorter ? ", the last of the month, which has no such day" : ", the day of the same number"));
			}
		}
	}

	/**
	 * What differs from the plain week among the days counted.
	 */
	private Text special(LocalDate from) {
		List<WorkingDays.Special> special = this.days.between(from.plusDays(1), this.end).toList();
		String off = ranges(special.stream()
			.filter((day) -> day.kind() == WorkingDays.Kind.HOLIDAY)
			.map(WorkingDays.Special::date)
			.toList());
		String on = ranges(special.stream()
			.filter((day) -> day.kind() == WorkingDays.Kind.WORKDAY)
			.map(WorkingDays.Special::date)
			.toList());
		return Text.of(
				(off.isEmpty() ? "" : "；放假%s不计".formatted(off)) + (on.isEmpty() ? "" : "；调休上班%s计入".formatted(on)),
				(off.isEmpty() ? "" : "; the holidays %s do not count".formatted(off))
						+ (on.isEmpty() ? "" : "; the make-up workdays %s count".formatted(on)));
	}

	private static String ranges(List<LocalDate> days) {
		List<List<LocalDate>> ranges = new ArrayList<>();
		for (LocalDate day : days) {
			if (!ranges.isEmpty() && ranges.getLast().getLast().plusDays(1).equals(day)) {
				ranges.getLast().add(day);
			}
			else {
				ranges.add(new ArrayList<>(List.of(day)));
			}
		}
		return ranges.stream()
			.map((range) -> (range.size() == 1) ? range.getFirst().toString()
					: range.getFirst() + "/" + range.getLast())
			.collect(Collectors.joining(", "));
	}

	private void prolong(Prolonged prolonged) {
		Text spoken = prolonged.limit().spoken();
		LocalDate before = this.end;
		List<TimeLimit> shorter = this.parts;
		if (prolonged.total()) {
			this.parts = List.of(prolonged.limit());
		}
		else {
			this.parts = new ArrayList<>(this.parts);
			this.parts.add(prolonged.limit());
		}
		LocalDate later = ended(List.of());
		if (later.isBefore(before)) {
			this.parts = shorter;
			say(prolonged.rule(),
					Text.of("%1$s延长至共%2$s（%3$s），不早于原届满日%4$s，届满日不变",
							"Prolonged on %1$s to %5$s in all (%3$s), which is not beyond %4$s: the end stays",
							prolonged.on(), spoken.zh(), prolonged.reason(), before, spoken.en()));
			return;
		}
		this.end = later;
		if (prolonged.total()) {
			say(prolonged.rule(),
					Text.of("%1$s延长至共%2$s（%3$s）：自%4$s起计，届满日%5$s",
							"Prolonged on %1$s to %6$s in all (%3$s): counted " + "from %4$s, the end is %5$s",
							prolonged.on(), spoken.zh(), prolonged.reason(), this.trigger, later, spoken.en()));
		}
		else {
			say(prolonged.rule(),
					Text.of("%1$s延长%2$s（%3$s）：自原届满日%4$s续计，届满日%5$s",
							"Prolonged on %1$s by %6$s (%3$s): counted on " + "from %4$s, the end is %5$s",
							prolonged.on(), spoken.zh(), prolonged.reason(), before, later, spoken.en()));
		}
	}

	private void pause(List<Pause> pauses) {
		List<Pause> skipped = new ArrayList<>();
		LocalDate counted = this.trigger;
		for (Pause pause : pauses) {
			LocalDate to = pause.to();
			if (to == null) {
				say(this.clock, Text.of("自%s起中止（%s），恢复后续计", "Stands still from %s (%s), and goes on later",
						pause.from(), pause.why()));
				continue;
			}
			LocalDate before = this.end;
			skipped.add(pause);
			LocalDate first = later(pause.from(), counted.plusDays(1));
			if (isWorkingDaysOnly()) {
				this.end = ended(skipped);
			}
			else if (first.isBefore(to) && !first.isAfter(this.days.nextWorkingDay(before))) {
				this.end = later(before, first).plusDays(ChronoUnit.DAYS.between(first, to));
			}
			counted = later(counted, to.minusDays(1));
			sayPause(pause, to, before);
		}
	}

	private void sayPause(Pause pause, LocalDate to, LocalDate before) {
		if (this.end.equals(before)) {
			say(this.clock,
					Text.of("%s中止，%s恢复（%s）：届满日不变，为%s", "Stood still from %s, went on on %s (%s): the end stays %s",
							pause.from(), to, pause.why(), this.end));
		}
		else {
			Text counted = isWorkingDaysOnly() ? Text.of("其间工作日不计", "its working days do not count")
					: Text.of("中止%s日不计".formatted(ChronoUnit.DAYS.between(pause.from(), to)),
							"%s days do not count".formatted(ChronoUnit.DAYS.between(pause.from(), to)));
			say(this.clock,
					Text.of("%1$s中止，%2$s恢复（%3$s）：%4$s，届满日由%5$s移至%6$s",
							"Stood still from %1$s, went on on %2$s (%3$s): %7$s, and the end moves from %5$s to %6$s",
							pause.from(), to, pause.why(), counted.zh(), before, this.end, counted.en()));
		}
	}

	private void roll() {
		LocalDate last = this.end;
		this.end = this.days.nextWorkingDay(last);
		if (this.end.isAfter(last)) {
			String why = this.days.between(last, last)
				.map(WorkingDays.Special::occasion)
				.findFirst()
				.orElseGet(() -> weekday(last, Locale.CHINESE));
			String reason = this.days.between(last, last)
				.map(WorkingDays.Special::occasion)
				.findFirst()
				.orElseGet(() -> weekday(last, Locale.ENGLISH));
			say("TIM-04",
					Text.of("末日%1$s为休假日（%2$s），顺延至休假结束次日%3$s",
							"The last day %1$s is one of rest (%4$s); it moves on " + "to the next working day, %3$s",
							last, why, this.end, reason));
		}
	}

	private static String weekday(LocalDate day, Locale language) {
		return DayOfWeek.from(day).getDisplayName(TextStyle.FULL, language);
	}

	private void sayWhatIsNotAnnounced(LocalDate last) {
		boolean all = this.parts.stream().anyMatch((part) -> part.unit() == TimeLimit.Unit.WORKING_DAYS);
		sayUnannounced(all ? this.trigger.plusDays(1) : last, this.end);
	}

	private void sayUnannounced(LocalDate from, LocalDate to) {
		this.days.unannounced(from, to)
			.forEach((year) -> say("TIM-04",
					Text.of("日历没有%1$s年的放假安排（尚未公布），只按周末计算；公布后届满日%2$s可能变动",
							"The calendar does not hold the holidays of %1$s (not announced yet): only weekends were "
									+ "counted, and %2$s may move",
							String.valueOf(year), this.end)));
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

}
