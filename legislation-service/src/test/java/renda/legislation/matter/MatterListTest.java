package renda.legislation.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.organ.StateOrgan;
import renda.platform.web.Reads;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the items of the list fall due.
 */
class MatterListTest {

	@ParameterizedTest
	@CsvSource({ "YEARLY, '08-28', , 2026-08-28, 2026-08-28, 2026", "YEARLY, '08-28', , 2026-08-29, 2027-08-28, 2027",
			"HALF_YEARLY, '02-28;08-31', , 2026-01-01, 2026-02-28, 2026-1",
			"HALF_YEARLY, '02-28;08-31', , 2026-03-01, 2026-08-31, 2026-2",
			"YEARLY, '02-29', , 2026-01-01, 2026-02-28, 2026", "ONCE, '', 2027-06-30, 2026-01-01, 2027-06-30, once",
			"ONCE, '', 2025-06-30, 2026-01-01, , ", "ON_EVENT, '', , 2026-01-01, , " })
	void knowsTheNextDayAndItsPeriod(Frequency frequency, String days, LocalDate dueOn, LocalDate from, LocalDate next,
			String period) {
		List<String> dueDays = days.isEmpty() ? List.of() : List.of(days.split(";"));
		assertThat(frequency.isTold(dueDays, dueOn)).isTrue();
		assertThat(frequency.next(dueDays, dueOn, from).orElse(null)).isEqualTo(next);
		if (next != null) {
			assertThat(frequency.period(dueDays, next)).isEqualTo(period);
		}
	}

	@ParameterizedTest
	@CsvSource({ "YEARLY, '', ", "YEARLY, '02-28;08-31', ", "YEARLY, '13-01', ", "HALF_YEARLY, '08-31', ",
			"HALF_YEARLY, '08-31;08-31', ", "ONCE, '', ", "ONCE, '08-31', 2026-08-31", "ON_EVENT, '08-31', ",
			"YEARLY, '08-31', 2026-08-31" })
	void anItemSaysWhenItIsDueAndNoMore(Frequency frequency, String days, LocalDate dueOn) {
		List<String> dueDays = days.isEmpty() ? List.of() : List.of(days.split(";"));
		assertThat(frequency.isTold(dueDays, dueOn)).isFalse();
	}

	@Test
	void theTagOfAMatterIsTheSameInEveryCopyOfTheService() {
		Matter matter = new Matter(new UUID(0, 1), new UUID(0, 2), "M-01", 1, "事项", StateOrgan.COURT,
				"intermediate-court", "规定 第五条", Matter.Obligation.REPORT, Frequency.YEARLY, List.of("08-31"), null,
				null, null, LocalDate.of(2026, 8, 31), false, true);
		assertThat(Reads.view(true, 1, matter.shown(), matter).getHeaders().getETag())
			.as("not made of what differs from one start to the next")
			.isEqualTo("\"1.5217112e\"");
	}

}
