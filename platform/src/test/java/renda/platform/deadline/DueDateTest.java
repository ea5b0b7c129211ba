package renda.platform.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import renda.platform.rule.TimeLimit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table was worked out by hand from the calendar and 民法典 第二百条至第二百零三条.
 */
class DueDateTest {

	private static final WorkingDays DAYS = WorkingDays.ofCalendar();

	private static final int TRIES = 4000;

	@ParameterizedTest(name = "{0} {1} {2} {3}: {4}, {6}")
	@CsvFileSource(resources = "/deadline/worked-dates.csv", numLinesToSkip = 1, nullValues = "-")
	void isTheDayWorkedOutByHand(LocalDate trigger, String limit, String prolonged, String pauses, LocalDate due,
			Integer unannounced, String why) {
		DueDate counted = limit.startsWith("-") ? DueDate.before(trigger, TimeLimit.parse(limit.substring(1)), DAYS)
				: DueDate.count(trigger, TimeLimit.parse(limit), prolonged(prolonged), pauses(pauses), DAYS);
		assertThat(counted.on()).as(why).isEqualTo(due);
		assertThat(counted.steps().getLast().day()).isEqualTo(due);
		assertThat(counted.steps().getLast().text().zh()).contains(due.toString());
		assertThat(counted.steps().stream().anyMatch((step) -> step.text().zh().contains("尚未公布")))
			.isEqualTo(unannounced != null);
		if (unannounced != null) {
			assertThat(counted.steps().getLast().text().zh()).contains(unannounced + "年");
		}
	}

	@Test
	void saysEachStepWithItsRule() {
		DueDate due = DueDate.count(LocalDate.parse("2022-07-01"), TimeLimit.parse("3m"), prolonged("+1m"),
				pauses("2022-08-01~2022-08-11"), DAYS);
		assertThat(due.steps().stream().map((step) -> step.rule() + " " + step.text().zh())).containsExactly(
				"TIM-02 自2022-07-01起，首日不计，自次日2022-07-02起算", "TIM-03 3个月届满日2022-10-01（对应日）",
				"SUG-14 2022-06-01延长1个月（情况复杂）：自原届满日2022-10-01续计，届满日2022-11-01",
				"TIM-01 2022-08-01中止，2022-08-11恢复（听证）：中止10日不计，届满日由2022-11-01移至2022-11-11");
		DueDate rolled = DueDate.count(LocalDate.parse("2022-07-01"), TimeLimit.parse("3m"), List.of(), List.of(),
				DAYS);
		assertThat(rolled.steps().getLast().rule()).isEqualTo("TIM-04");
		assertThat(rolled.steps().getLast().text().zh()).isEqualTo("末日2022-10-01为休假日（国庆节），顺延至休假结束次日2022-10-08");
		assertThat(rolled.steps().getLast().text().en())
			.isEqualTo("The last day 2022-10-01 is one of rest (国庆节); it moves on to the next working day, 2022-10-08");
	}

	@Test
	void namesTheHolidaysAndMakeUpWorkdaysItCountedOver() {
		DueDate due = DueDate.count(LocalDate.parse("2022-09-26"), TimeLimit.parse("10wd"), List.of(), List.of(), DAYS);
		assertThat(due.steps().getLast().text().zh())
			.isEqualTo("10个工作日届满日2022-10-13，只计工作日；放假2022-10-01/2022-10-07不计；调休上班2022-10-08/2022-10-09计入");
	}

	@ParameterizedTest
	@EnumSource(TimeLimit.Unit.class)
	void isNeverBeforeTheTriggerNorOnADayOfRest(TimeLimit.Unit unit) {
		each((random) -> {
			LocalDate trigger = trigger(random);
			DueDate due = DueDate.count(trigger, limit(random, unit), List.of(), somePauses(random, trigger), DAYS);
			assertThat(due.on()).isAfter(trigger);
			assertThat(DAYS.isWorkingDay(due.on())).as(due.toString()).isTrue();
			assertThat(due.steps().getLast().day()).isEqualTo(due.on());
		});
	}

	@ParameterizedTest
	@EnumSource(TimeLimit.Unit.class)
	void isNotEarlierForALongerLimit(TimeLimit.Unit unit) {
		each((random) -> {
			LocalDate trigger = trigger(random);
			TimeLimit limit = limit(random, unit);
			TimeLimit longer = new TimeLimit(limit.amount() + 1 + random.nextInt(5), unit);
			List<Pause> pauses = somePauses(random, trigger);
			LocalDate due = DueDate.count(trigger, limit, List.of(), pauses, DAYS).on();
			assertThat(DueDate.count(trigger, longer, List.of(), pauses, DAYS).on())
				.as("%s %s %s %s", trigger, limit, longer, pauses)
				.isAfterOrEqualTo(due);
		});
	}

	@ParameterizedTest
	@EnumSource(TimeLimit.Unit.class)
	void isNotEarlierOnceProlongedOrPaused(TimeLimit.Unit unit) {
		each((random) -> {
			LocalDate trigger = trigger(random);
			TimeLimit limit = limit(random, unit);
			TimeLimit more = limit(random, TimeLimit.Unit.values()[random.nextInt(4)]);
			List<Pause> pauses = somePauses(random, trigger);
			LocalDate plain = DueDate.count(trigger, limit, List.of(), List.of(), DAYS).on();
			LocalDate paused = DueDate.count(trigger, limit, List.of(), pauses, DAYS).on();
			LocalDate longer = DueDate
				.count(trigger, limit, prolonged((random.nextBoolean() ? "+" + more : more + "*")), List.of(), DAYS)
				.on();
			assertThat(paused).isAfterOrEqualTo(plain);
			assertThat(longer).isAfterOrEqualTo(plain);
		});
	}

	@Test
	void leavesTheSameWorkingDaysAfterAPauseAsThereWereBeforeIt() {
		each((random) -> {
			LocalDate trigger = trigger(random);
			TimeLimit limit = limit(random, TimeLimit.Unit.WORKING_DAYS);
			List<Pause> pauses = somePauses(random, trigger);
			LocalDate due = DueDate.count(trigger, limit, List.of(), pauses, DAYS).on();
			long counted = trigger.plusDays(1)
				.datesUntil(due.plusDays(1))
				.filter(DAYS::isWorkingDay)
				.filter((day) -> pauses.stream()
					.noneMatch((pause) -> !day.isBefore(pause.from()) && day.isBefore(pause.to())))
				.count();
			assertThat(counted).isEqualTo(limit.amount());
		});
	}

	private static void each(Consumer<Random> property) {
		for (int seed = 0; seed < TRIES; seed++) {
			property.accept(new Random(seed));
		}
	}

	private static LocalDate trigger(Random random) {
		return LocalDate.of(2015, 1, 1).plusDays(random.nextInt(12 * 365));
	}

	private static TimeLimit limit(Random random, TimeLimit.Unit unit) {
		return new TimeLimit(1 + random.nextInt((unit == TimeLimit.Unit.YEARS) ? 4 : 60), unit);
	}

	private static List<Pause> somePauses(Random random, LocalDate trigger) {
		List<Pause> pauses = new ArrayList<>();
		LocalDate day = trigger;
		for (int i = random.nextInt(4); i > 0; i--) {
			LocalDate from = day.plusDays(random.nextInt(40));
			day = from.plusDays(random.nextInt(40));
			pauses.add(new Pause(from, day, "听证"));
		}
		return pauses;
	}

	private static List<Prolonged> prolonged(String written) {
		return words(written)
			.map((word) -> new Prolonged("SUG-14", TimeLimit.parse(word.replaceAll("[+*]", "")), word.endsWith("*"),
					LocalDate.of(2022, 6, 1), "办公室", "情况复杂"))
			.toList();
	}

	private static List<Pause> pauses(String written) {
		return words(written).map((word) -> {
			String[] days = word.split("~", -1);
			return new Pause(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1]), "听证");
		}).toList();
	}

	private static Stream<String> words(String written) {
		return (written == null || written.isEmpty()) ? Stream.empty() : Arrays.stream(written.split(" "));
	}

}
