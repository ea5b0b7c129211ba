package renda.platform.deadline;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingDaysTest {

	private static final WorkingDays DAYS = WorkingDays.ofCalendar();

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "2022-10-10, true", "2022-10-07, false", "2022-10-08, true", "2022-10-15, false", "2022-09-12, false",
			"2026-02-28, true", "2027-01-01, true", "2027-01-02, false", "2014-10-01, true" })
	void knowsWhatIsWorked(LocalDate day, boolean worked) {
		assertThat(DAYS.isWorkingDay(day)).isEqualTo(worked);
	}

	@Test
	void knowsWhichYearsAreAnnounced() {
		assertThat(DAYS.isAnnounced(2015)).isTrue();
		assertThat(DAYS.isAnnounced(2026)).isTrue();
		assertThat(DAYS.isAnnounced(2027)).isFalse();
		assertThat(DAYS.isYetToCome(2027)).isTrue();
		assertThat(DAYS.isAnnounced(2014)).isFalse();
		assertThat(DAYS.isYetToCome(2014)).isFalse();
	}

	@Test
	void movesOnOnlyFromADayOfRest() {
		assertThat(DAYS.nextWorkingDay(LocalDate.of(2022, 10, 1))).isEqualTo(LocalDate.of(2022, 10, 8));
		assertThat(DAYS.nextWorkingDay(LocalDate.of(2022, 10, 8))).isEqualTo(LocalDate.of(2022, 10, 8));
		assertThat(DAYS.nextWorkingDay(LocalDate.of(2020, 1, 24))).isEqualTo(LocalDate.of(2020, 2, 3));
	}

	@Test
	void holdsEachDayOnceAndMakesUpOnlyOnWeekends() {
		for (int year = 2015; year <= 2026; year++) {
			assertThat(DAYS.year(year)).isNotEmpty()
				.allMatch((day) -> day.kind() == WorkingDays.Kind.HOLIDAY || WorkingDays.isWeekend(day.date()));
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> read("date,kind,occasion\n2027-01-01,holiday,元旦\n2027-01-01,workday,元旦\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> read("date,kind,occasion\n2027-01-01;holiday\n"));
	}

	static WorkingDays read(String csv) {
		return WorkingDays.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
	}

}
