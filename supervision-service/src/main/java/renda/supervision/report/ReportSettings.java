package renda.supervision.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The periods before a meeting, by the day from which they hold: legal numbers are data.
 *
 * @param periods one entry for each state of the law
 */
@ConfigurationProperties("renda.supervision.report")
record ReportSettings(List<Since> periods) {

	/**
	 * The periods in force on a day; before the first entry, the first.
	 */
	TimeCheck.Periods on(LocalDate day) {
		return this.periods.stream()
			.filter((since) -> !since.from().isAfter(day))
			.max(Comparator.comparing(Since::from))
			.orElseGet(this.periods::getFirst)
			.periods();
	}

	/**
	 * The periods from a day on.
	 */
	record Since(LocalDate from, int draft, int last, int distribution) {

		private TimeCheck.Periods periods() {
			return new TimeCheck.Periods(this.draft, this.last, this.distribution);
		}

	}

}
