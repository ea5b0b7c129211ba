package renda.legislation.filingyear;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import reactor.core.publisher.Mono;

import renda.legislation.yearlist.YearListDue;
import renda.platform.rule.RuleSet;
import renda.platform.store.Rows;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Counts a year of filing and review.
 */
@Repository
class FilingYears {

	private static final String COUNTS = """
			SELECT 'registered' AS what, '' AS grouped, count(*) AS value FROM filing WHERE registered_on BETWEEN $1 AND $2
			UNION ALL
			SELECT 'source', source, count(*) FROM filing WHERE registered_on BETWEEN $1 AND $2 GROUP BY source
			UNION ALL
			SELECT 'mode', mode, count(*) FROM filing, unnest(modes) AS mode
			WHERE registered_on BETWEEN $1 AND $2 AND reviewed_on IS NOT NULL GROUP BY mode
			UNION ALL
			SELECT 'result', result, count(*) FROM filing
			WHERE registered_on BETWEEN $1 AND $2 AND result IS NOT NULL GROUP BY result
			UNION ALL
			SELECT 'late', '', count(*) FROM filing WHERE registered_on BETWEEN $1 AND $2 AND filed_on > due_on
			UNION ALL
			SELECT 'declined', state, count(*) FROM filing
			WHERE state IN ('NOT_ACCEPTED', 'TRANSFERRED') AND state_since BETWEEN $1 AND $2 GROUP BY state
			UNION ALL
			SELECT 'missing', '', count(*) FROM filing_duty WHERE missing AND issued_on BETWEEN $1 AND $2 AND due_on < $3
			UNION ALL
			SELECT 'found', '', count(*) FROM filing WHERE registered_on BETWEEN $1 AND $2 AND found_on IS NOT NULL
			UNION ALL
			SELECT 'corrected', '', count(*) FROM filing WHERE registered_on BETWEEN $1 AND $2 AND corrected_on IS NOT NULL
			UNION ALL
			SELECT 'lists', '', count(*) FROM filing_year_list WHERE year = extract(year FROM $1)::int
			UNION ALL
			SELECT 'listsLate', '', count(*) FROM filing_year_list
			WHERE year = extract(year FROM $1)::int AND submitted_on > due_on
			UNION ALL
			SELECT 'listsMissing', '', count(*) FROM filing_list_duty($4, $5) WHERE list_id IS NULL AND due_on < $3""";

	private final DatabaseClient database;

	FilingYears(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The counts of a year, by what is counted and by group.
	 */
	Mono<Map<String, Map<String, Long>>> of(int year, LocalDate today, RuleSet rules) {
		YearListDue.Days lists = YearListDue.of(year, year, rules);
		return this.database.sql(COUNTS)
			.bind(0, LocalDate.of(year, 1, 1))
			.bind(1, LocalDate.of(year, 12, 31))
			.bind(2, today)
			.bind(3, lists.years())
			.bind(4, lists.due())
			.map((row) -> new Counted(Rows.text(row, "what"), Rows.text(row, "grouped"),
					Rows.required(row, "value", Long.class)))
			.all()
			.collect(HashMap::new, (all, counted) -> all.computeIfAbsent(counted.what(), (what) -> new HashMap<>())
				.put(counted.group(), counted.value()));
	}

	private record Counted(String what, String group, long value) {
	}

}
