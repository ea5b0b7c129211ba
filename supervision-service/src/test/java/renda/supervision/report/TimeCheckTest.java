package renda.supervision.report;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.supervision.report.ReportSettings.Since;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 监督法 第十五条: the draft twenty days before the meeting, the final report ten days before,
 * to the members seven days before.
 */
class TimeCheckTest {

	private static final TimeCheck.Periods PERIODS = new TimeCheck.Periods(20, 10, 7);

	private static final LocalDate MEETING = LocalDate.of(2022, 3, 10);

	@ParameterizedTest
	@CsvSource({ "2022-02-18, 2022-02-28, 2022-03-03, false, false, false",
			"2022-02-19, 2022-03-01, 2022-03-04, true, true, true",
			"2022-02-18, 2022-03-01, 2022-03-03, false, true, false" })
	void countsCalendarDaysBackFromTheMeeting(LocalDate draft, LocalDate last, LocalDate distributed, boolean draftLate,
			boolean lastLate, boolean distributedLate) {
		List<TimeCheck> checks = TimeCheck.of(MEETING, draft, last, distributed, PERIODS);
		assertThat(checks).extracting(TimeCheck::rule).containsExactly("SUP-06", "SUP-07", "SUP-08");
		assertThat(checks).extracting(TimeCheck::late).containsExactly(draftLate, lastLate, distributedLate);
		assertThat(checks).extracting(TimeCheck::dueOn)
			.containsExactly(LocalDate.of(2022, 2, 18), LocalDate.of(2022, 2, 28), LocalDate.of(2022, 3, 3));
	}

	@Test
	void doesNotCallLateWhatTheRegisterDoesNotKnow() {
		assertThat(TimeCheck.anyLate(TimeCheck.of(MEETING, null, null, null, PERIODS))).isFalse();
	}

	@Test
	void explainsTheLastDayAndTheDelay() {
		TimeCheck check = TimeCheck.of(MEETING, LocalDate.of(2022, 2, 21), null, null, PERIODS).getFirst();
		assertThat(check.explanation()).contains("20", "2022-02-18", "2022-02-21", "3 日");
	}

	@Test
	void usesThePeriodsInForceOnTheDayOfTheMeeting() {
		ReportSettings settings = new ReportSettings(List.of(new Since(LocalDate.of(2007, 1, 1), 20, 10, 7),
				new Since(LocalDate.of(2030, 1, 1), 30, 15, 10)));
		assertThat(settings.on(LocalDate.of(2029, 12, 31)).draft()).isEqualTo(20);
		assertThat(settings.on(LocalDate.of(2030, 1, 1)).draft()).isEqualTo(30);
	}

}
