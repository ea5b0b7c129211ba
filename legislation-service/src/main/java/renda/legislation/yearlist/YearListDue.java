package renda.legislation.yearlist;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;

import renda.platform.deadline.WorkingDays;
import renda.platform.rule.RuleSet;

/**
 * Until when the list of a year is to be handed in.
 */
public final class YearListDue {

	static final String RULE = "FIL-19";

	private YearListDue() {
	}

	/**
	 * The last day to hand in a year's list.
	 */
	public static LocalDate of(int year, RuleSet rules) {
		MonthDay day = MonthDay.parse(rules.value("fil.yearListDue").value(), DateTimeFormatter.ofPattern("MM-dd"));
		return WorkingDays.ofCalendar().nextWorkingDay(day.atYear(year + 1));
	}

	/**
	 * The last days of several years' lists, as the database takes them: the years, and
	 * the day of each.
	 */
	public static Days of(int first, int last, RuleSet rules) {
		Integer[] years = IntStream.rangeClosed(first, last).boxed().toArray(Integer[]::new);
		LocalDate[] days = new LocalDate[years.length];
		for (int i = 0; i < days.length; i++) {
			days[i] = of(years[i], rules);
		}
		return new Days(years, days);
	}

	/**
	 * What {@code filing_list_duty} asks for.
	 */
	public static final class Days {

		private final Integer[] years;

		private final LocalDate[] due;

		private Days(Integer[] years, LocalDate[] due) {
			this.years = years;
			this.due = due;
		}

		public Integer[] years() {
			return this.years.clone();
		}

		public LocalDate[] due() {
			return this.due.clone();
		}

	}

}
