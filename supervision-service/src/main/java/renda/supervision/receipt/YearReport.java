package renda.supervision.receipt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import static renda.platform.store.Rows.required;

/**
 * The numbers of a year's report on petitions (信访工作条例 第四十一条).
 */
@Repository
class YearReport {

	private static final String RECEIPTS = """
			SELECT 'channel' AS what, receipt.channel AS grouped, count(*) AS value
			FROM petition_receipt AS receipt WHERE received_on BETWEEN $1 AND $2 GROUP BY 2
			UNION ALL
			SELECT 'class', coalesce(category, 'UNCLASSIFIED'), count(*)
			FROM petition_receipt AS receipt JOIN petition ON petition.id = petition_id
			WHERE receipt.received_on BETWEEN $1 AND $2 GROUP BY 2
			UNION ALL
			SELECT 'area', receipt.area, count(*)
			FROM petition_receipt AS receipt WHERE received_on BETWEEN $1 AND $2 GROUP BY 2
			UNION ALL
			SELECT 'month', to_char(receipt.received_on, 'YYYY-MM'), count(*)
			FROM petition_receipt AS receipt WHERE received_on BETWEEN $1 AND $2 GROUP BY 2
			UNION ALL
			SELECT 'route', route, count(*)
			FROM petition WHERE received_on BETWEEN $1 AND $2 AND route IS NOT NULL GROUP BY 2
			UNION ALL
			SELECT 'state', state, count(*)
			FROM petition WHERE received_on BETWEEN $1 AND $2 GROUP BY 2
			UNION ALL
			SELECT 'step', step, count(*)
			FROM case_step
			WHERE kind = 'petition' AND on_date BETWEEN $1 AND $2
			  AND step IN ('transfer', 'assign', 'divert', 'decline', 'not-accept', 'supervise', 'report-urgent',
			               'guide-to-suggestion')
			GROUP BY 2
			UNION ALL
			SELECT 'handler', handler, count(*)
			FROM petition
			WHERE received_on BETWEEN $1 AND $2 AND handler IS NOT NULL AND ($3 OR category <> 'ACCUSATION')
			GROUP BY 2""";

	/**
	 * A clock counts in the year its last day falls in; one that is not over yet does not
	 * count.
	 */
	private static final String CLOCKS = """
			SELECT name, count(*) AS due, count(*) FILTER (WHERE end_kind = 'MET') AS met
			FROM deadline
			WHERE kind = 'petition' AND due_on BETWEEN $1 AND $2
			  AND (end_kind IN ('MET', 'LATE') OR ended_on IS NULL AND due_on < $3 AND NOT paused)
			  AND name NOT IN ('objection', 'reexamination-request', 'review-request')
			GROUP BY name""";

	private final DatabaseClient database;

	YearReport(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Counts a year.
	 * @param whole whether organs are counted with the accusations they deal with
	 */
	Mono<Numbers> of(int year, LocalDate today, boolean whole) {
		LocalDate from = LocalDate.of(year, 1, 1);
		LocalDate to = LocalDate.of(year, 12, 31);
		Flux<Count> counts = this.database.sql(RECEIPTS)
			.bind(0, from)
			.bind(1, to)
			.bind(2, whole)
			.map((row) -> new Count(required(row, "what", String.class), required(row, "grouped", String.class),
					required(row, "value", Long.class)))
			.all();
		Flux<Kept> clocks = this.database.sql(CLOCKS)
			.bind(0, from)
			.bind(1, to)
			.bind(2, today)
			.map((row) -> new Kept(required(row, "name", String.class), required(row, "met", Long.class),
					required(row, "due", Long.class)))
			.all();
		return counts.collectList()
			.flatMap((counted) -> clocks.collectSortedList(Comparator.comparing(Kept::clock))
				.map((kept) -> numbers(year, counted, kept)));
	}

	private static Numbers numbers(int year, List<Count> counts, List<Kept> kept) {
		Map<String, Map<String, Long>> all = new TreeMap<>();
		counts.forEach((count) -> all.computeIfAbsent(count.what(), (key) -> new TreeMap<>())
			.put(count.grouped(), count.value()));
		long receipts = all.getOrDefault("channel", Map.of()).values().stream().mapToLong(Long::longValue).sum();
		long petitions = all.getOrDefault("state", Map.of()).values().stream().mapToLong(Long::longValue).sum();
		return new Numbers(year, receipts, petitions, all.getOrDefault("channel", Map.of()),
				all.getOrDefault("class", Map.of()), all.getOrDefault("area", Map.of()),
				all.getOrDefault("month", Map.of()), all.getOrDefault("route", Map.of()),
				all.getOrDefault("state", Map.of()), all.getOrDefault("step", Map.of()),
				all.getOrDefault("handler", Map.of()), kept);
	}

	private record Count(String what, String grouped, long value) {
	}

	/**
	 * How a clock was kept.
	 *
	 * @param met how often it was met in time
	 * @param due how often it was met, late, or is overdue
	 */
	record Kept(String clock, long met, long due) {
	}

	/**
	 * The numbers of a year.
	 *
	 * @param receipts letters, visits, web entries, calls and faxes received in the year
	 * @param petitions matters first received in the year
	 * @param byChannel receipts by channel
	 * @param byClass receipts by the class of their matter
	 * @param byArea receipts by area
	 * @param byMonth receipts by month
	 * @param byRoute matters by the route of claims
	 * @param byState matters by where they stand now
	 * @param bySteps how often matters were passed on, assigned, led elsewhere, declined,
	 * seen to, reported and guided in the year
	 * @param byHandler matters by the organ that deals with them; accusations are counted
	 * for the petition office only
	 * @param onTime how the periods were kept that ended in the year
	 */
	record Numbers(int year, long receipts, long petitions, Map<String, Long> byChannel, Map<String, Long> byClass,
			Map<String, Long> byArea, Map<String, Long> byMonth, Map<String, Long> byRoute, Map<String, Long> byState,
			Map<String, Long> bySteps, Map<String, Long> byHandler, List<Kept> onTime) {
	}

}
