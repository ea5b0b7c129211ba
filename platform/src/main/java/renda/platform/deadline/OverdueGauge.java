package renda.platform.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

import static renda.platform.store.Rows.required;

/**
 * {@code renda_deadlines_overdue}: how many clocks are overdue, by kind of case. A scrape
 * reads what the last round counted.
 */
class OverdueGauge {

	private static final String COUNT = """
			SELECT kind, count(*) AS number FROM deadline
			WHERE ended_on IS NULL AND NOT paused AND due_on < $1
			GROUP BY kind""";

	private final DatabaseClient database;

	private final Clock clock;

	private final MultiGauge gauge;

	OverdueGauge(DatabaseClient database, Clock clock, MeterRegistry meters) {
		this.database = database;
		this.clock = clock;
		this.gauge = MultiGauge.builder("renda.deadlines.overdue")
			.description("Clocks that are overdue, by kind of case")
			.register(meters);
	}

	/**
	 * Counts.
	 * @return false: there is nothing more to do at once
	 */
	Mono<Boolean> round() {
		return this.database.sql(COUNT)
			.bind(0, LocalDate.now(this.clock))
			.map((row) -> MultiGauge.Row.of(Tags.of("kind", required(row, "kind", String.class)),
					required(row, "number", Long.class)))
			.all().<MultiGauge
					.Row<?>>map((row) -> row)
			.collectList()
			.doOnNext((List<MultiGauge.Row<?>> rows) -> this.gauge.register(rows, true))
			.thenReturn(false);
	}

}
