package renda.legislation.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Text;

/**
 * How often a matter comes before the standing committee.
 */
public enum Frequency {

	/** 一次. */
	ONCE(Text.of("一次", "once"), 0),
	/** 每年一次. */
	YEARLY(Text.of("每年", "yearly"), 1),
	/** 每半年一次. */
	HALF_YEARLY(Text.of("每半年", "half-yearly"), 2),
	/** 发生时. */
	ON_EVENT(Text.of("发生时", "on event"), 0);

	private final Text title;

	private final int days;

	Frequency(Text title, int days) {
		this.title = title;
		this.days = days;
	}

	Text title() {
		return this.title;
	}

	/**
	 * Whether an item of this frequency is told when it is due, and no more than that.
	 */
	boolean isTold(List<String> dueDays, @Nullable LocalDate dueOn) {
		return dueDays.size() == this.days && dueDays.stream().distinct().count() == this.days
				&& dueDays.stream().allMatch((day) -> read(day).isPresent()) && (dueOn != null) == (this == ONCE);
	}

	/**
	 * The first day on or after another on which a report is due.
	 */
	public Optional<LocalDate> next(List<String> dueDays, @Nullable LocalDate dueOn, LocalDate from) {
		if (this == ONCE) {
			return Optional.ofNullable(dueOn).filter((day) -> !day.isBefore(from));
		}
		return IntStream.rangeClosed(from.getYear(), from.getYear() + 1)
			.boxed()
			.flatMap((year) -> dueDays.stream().flatMap((day) -> read(day).stream()).map((day) -> day.atYear(year)))
			.filter((day) -> !day.isBefore(from))
			.sorted()
			.findFirst();
	}

	/**
	 * What the period is called whose report is due on a day: {@code 2026},
	 * {@code 2026-2}.
	 */
	public String period(List<String> dueDays, LocalDate due) {
		return switch (this) {
			case ONCE -> "once";
			case YEARLY -> String.valueOf(due.getYear());
			case HALF_YEARLY -> {
				long before = dueDays.stream()
					.flatMap((day) -> read(day).stream())
					.filter((day) -> day.atYear(due.getYear()).isBefore(due))
					.count();
				yield due.getYear() + "-" + (before + 1);
			}
			case ON_EVENT -> throw new IllegalStateException("an event has no period");
		};
	}

	private static Optional<MonthDay> read(String day) {
		try {
			return Optional.of(MonthDay.parse("--" + day));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
