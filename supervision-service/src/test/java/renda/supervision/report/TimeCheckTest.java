package renda.supervision.report;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 监督法 第十五条: the draft twenty days before the meeting, the final report ten days before,
 * to the members seven days before.
 */
class TimeCheckTest {

	private static final LocalDate MEETING = LocalDate.of(2022, 3, 10);

	private static final RuleSet LAW = RuleBook.statutory(MEETING);

	@ParameterizedTest
	@CsvSource({ "2022-02-18, 2022-02-28, 2022-03-03, false, false, false",
			"2022-02-19, 2022-03-01, 2022-03-04, true, true, true",
			"2022-02-18, 2022-03-01, 2022-03-03, false, true, false" })
	void countsCalendarDaysBackFromTheMeeting(LocalDate draft, LocalDate last, LocalDate distributed, boolean draftLate,
			boolean lastLate, boolean distributedLate) {
		List<TimeCheck> checks = TimeCheck.of(MEETING, draft, last, distributed, LAW);
		assertThat(checks).extracting(TimeCheck::rule).containsExactly("SUP-06", "SUP-07", "SUP-08");
		assertThat(checks).extracting(TimeCheck::late).containsExactly(draftLate, lastLate, distributedLate);
		assertThat(checks).extracting(TimeCheck::dueOn)
			.containsExactly(LocalDate.of(2022, 2, 18), LocalDate.of(2022, 2, 28), LocalDate.of(2022, 3, 3));
	}

	@Test
	void doesNotCallLateWhatTheRegisterDoesNotKnow() {
		assertThat(TimeCheck.anyLate(TimeCheck.of(MEETING, null, null, null, LAW))).isFalse();
	}

	@Test
	void explainsTheLastDayAndTheDelay() {
		TimeCheck check = TimeCheck.of(MEETING, LocalDate.of(2022, 2, 21), null, null, LAW).getFirst();
		assertThat(check.explanation()).contains("20", "2022-02-18", "2022-02-21", "3 日");
	}

	@ParameterizedTest
	@CsvSource({ "2024-11-07, 监督法(2006) 第十二条", "2024-11-08, 监督法(2024) 第十五条" })
	void citesTheLawOfTheDayOfTheMeeting(LocalDate meeting, String citation) {
		assertThat(TimeCheck.of(meeting, null, null, null, RuleBook.statutory(meeting))).extracting(TimeCheck::citation)
			.containsOnly(citation);
	}

}
