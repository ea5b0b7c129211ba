package renda.platform.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which days are working days (工作日) and which are days of rest: the yearly notice of the
 * State Council on holidays (放假安排), with its make-up workdays (调休). A year whose notice
 * is not in the calendar has weekends only.
 */
public final class WorkingDays {

	/** How many days before the first of January a year's notice has named so far. */
	private static final int NEW_YEAR = 3;

	private final NavigableMap<LocalDate, Special> specials;

	private final Set<Integer> years;

	private WorkingDays(NavigableMap<LocalDate, Special> specials) {
		this.specials = specials;
		this.years = specials.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The calendar that comes with the platform.
	 */
	public static WorkingDays ofCalendar() {
		return Shipped.CALENDAR;
	}

	/**
	 * Reads a calendar.
	 * @param csv UTF-8 with a header and the columns date, kind ({@code holiday} or
	 * {@code workday}) and occasion; it is closed
	 */
	static WorkingDays read(InputStream csv) {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
			NavigableMap<LocalDate, Special> specials = new TreeMap<>();
			lines.lines().skip(1).filter((line) -> !line.isBlank()).map(Special::parse).forEach((special) -> {
				if (specials.put(special.date(), special) != null) {
					throw new IllegalArgumentException("calendar: two lines for " + special.date());
				}
			});
			return new WorkingDays(specials);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether a day is worked: a weekday that is no holiday, or a make-up workday.
	 */
	public boolean isWorkingDay(LocalDate day) {
		Special special = this.specials.get(day);
		return (special != null) ? special.kind() == Kind.WORKDAY : !isWeekend(day);
	}

	/**
	 * Whether the calendar holds a year's notice.
	 */
	public boolean isAnnounced(int year) {
		return this.years.contains(year);
	}

	/**
	 * The years that the calendar does not hold and whose notice may name a day between
	 * two days, both included. The notice of a year may name the last days of the year
	 * before, which belong to the New Year's holiday.
	 */
	IntStream unannounced(LocalDate from, LocalDate to) {
		return IntStream.rangeClosed(from.getYear(), to.plusDays(NEW_YEAR).getYear())
			.filter((year) -> !isAnnounced(year));
	}

	/**
	 * Whether a year's notice may come yet.
	 */
	boolean isYetToCome(int year) {
		return !isAnnounced(year) && !this.specials.isEmpty() && year > this.specials.firstKey().getYear();
	}

	/**
	 * The years whose notice the calendar holds.
	 */
	Set<Integer> years() {
		return this.years;
	}

	/**
	 * The first working day on or after a day.
	 */
	public LocalDate nextWorkingDay(LocalDate day) {
		LocalDate next = day;
		while (!isWorkingDay(next)) {
			next = next.plusDays(1);
		}
		return next;
	}

	/**
	 * What the notice says about the days of a year, in order; empty where it is not in
	 * the calendar.
	 */
	List<Special> year(int year) {
		return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).toList();
	}

	/**
	 * What differs from the plain week between two days, both included.
	 */
	Stream<Special> between(LocalDate from, LocalDate to) {
		return this.specials.subMap(from, true, to, true).values().stream();
	}

	static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	/**
	 * What a day of the notice is.
	 */
	enum Kind {

		/** 放假. */
		HOLIDAY,
		/** 调休上班. */
		WORKDAY

	}

	/**
	 * A day that the notice names.
	 *
	 * @param date the day
	 * @param kind whether it is a day off or a day worked
	 * @param occasion the holiday's Chinese name
	 */
	record Special(LocalDate date, Kind kind, String occasion) {

		private static Special parse(String line) {
			String[] parts = line.strip().split(",", -1);
			if (parts.length != 3) {
				throw new IllegalArgumentException("calendar: not date,kind,occasion: " + line);
			}
			return new Special(LocalDate.parse(parts[0]), Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
		}

	}

	private static final class Shipped {

		private static final WorkingDays CALENDAR = read(Objects.requireNonNull(
				WorkingDays.class.getResourceAsStream("/calendar/working-days.csv"), "calendar/working-days.csv"));

		private Shipped() {
		}

	}

}
