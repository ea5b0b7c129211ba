package renda.legislation.filingyear;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import reactor.core.publisher.Mono;

import renda.legislation.yearlist.YearListDue;
import renda.legislation.normative.FilingDocument;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.rule.RuleBook;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figures of filing and review. All count by the day of registration, and what was
 * reviewed or corrected by the day asked for.
 */
@Configuration(proxyBeanMethods = false)
class FilingFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) FILTER (WHERE %s) AS value, count(*) AS whole
			FROM %s
			WHERE %s
			GROUP BY 1 ORDER BY 1""";

	/**
	 * What is known to be due: documents; and the list of a year of each maker on the
	 * roll that handed in none, as one.
	 */
	private static final String DUE = """
			(SELECT source, maker, issued_on, due_on, filed_on, registered_on, missing FROM filing_duty
			 UNION ALL
			 SELECT '', maker, make_date(year, 12, 31), due_on, NULL, NULL, true FROM filing_list_duty($3, $4)
			 WHERE submitted_on IS NULL OR submitted_on > $2) AS duty""";

	private static final String REGISTERED = "registered_on BETWEEN $1 AND $2";

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM registered_on)::int::text",
			"source", "source", "result", "coalesce(result, '')", "maker", "maker", "mode", "mode");

	private static final Text DOCUMENTS = Text.of("件", "documents");

	private final DatabaseClient database;

	private final CityProfile city;

	private final RuleBook rules;

	FilingFigures(DatabaseClient database, CityProfile city, RuleBook rules) {
		this.database = database;
		this.city = city;
		this.rules = rules;
	}

	@Bean
	Figure filingsReviewed() {
		return new Figure("filings", Text.of("备案审查规范性文件", "Normative documents filed and reviewed"), DOCUMENTS, Text.of(
				"本届备案登记、截至所给日期审查已结束的规范性文件，按登记日期计入届次和年份；不予接收、移送、未登记和审查未结束的不计。按审查方式分组时，一件有几种方式的分别计入。",
				"Documents registered in the term whose review had ended by the day, by the day of registration; those not accepted, transferred, not registered or still in review are not counted. By mode, a document that has several counts in each."),
				false, Set.of("year", "source", "result", "maker", "mode"),
				(query) -> items(query) + "&reviewedTo=" + query.lastDay(this.city),
				(query) -> counts(query, "true", mode(query) ? "filing, unnest(modes) AS mode" : "filing",
						REGISTERED + " AND reviewed_on <= $2", false));
	}

	@Bean
	Figure filingRate() {
		return new Figure("filing_rate", Text.of("有件必备率", "Documents filed in time, of those due"), DOCUMENTS, Text.of(
				"分母：本届发布、截至所给日期已备案登记的文件，加上已知应报送（制定机关目录所列或者已登记待报送）而期限已过仍未报送的文件，名录所列机关逾期未报年度目录的每年另计一件；分子：其中按期报送并已登记的。正在形式审查的两边都不计。",
				"Of the documents issued in the term: those registered by the day, and those known to be due (from a yearly list, or announced) whose time had passed without; and one for each year of which a maker on the roll has not handed in its list in time. The part: those registered that were filed in time. Documents in their formal check are in neither."),
				false, Set.of("source", "maker"),
				(query) -> FilingDocument.PATH + "?onTime=true&issuedFrom=" + this.city.term(query.term()).from()
						+ "&issuedTo=" + query.lastDay(this.city) + "&registeredTo=" + query.lastDay(this.city),
				this::filedInTime);
	}

	private Mono<List<Figure.Count>> filedInTime(Figure.Query query) {
		LocalDate day = query.lastDay(this.city);
		return this.rules.on(day)
			.map((law) -> YearListDue.of(this.city.term(query.term()).from().getYear(), day.getYear(), law))
			.flatMap((lists) -> counts(query, "registered_on <= $2 AND filed_on <= due_on", DUE,
					"issued_on BETWEEN $1 AND $2 AND (registered_on <= $2 OR missing AND due_on < $2)", true,
					(sql) -> sql.bind(2, lists.years()).bind(3, lists.due())));
	}

	@Bean
	Figure reviewRate() {
		return new Figure("filing_review_rate", Text.of("有备必审率", "Documents reviewed, of those registered"), DOCUMENTS,
				Text.of("分母：本届备案登记的规范性文件；分子：其中截至所给日期审查已结束的。",
						"Documents registered in the term; the part: those whose review had ended by the day."),
				false, Set.of("year", "source", "maker"),
				(query) -> items(query) + "&reviewedTo=" + query.lastDay(this.city),
				(query) -> counts(query, "reviewed_on <= $2", "filing", REGISTERED, true));
	}

	@Bean
	Figure correctionRate() {
		return new Figure("filing_correction_rate", Text.of("有错必纠率", "Documents corrected, of those found wrong"),
				DOCUMENTS,
				Text.of("分母：本届备案登记、截至所给日期审查发现问题的规范性文件；分子：其中截至所给日期已修改、废止或者撤销的。",
						"Documents registered in the term in which a fault was found by the day; the part: those amended, repealed or annulled by the day."),
				false, Set.of("year", "source", "maker"),
				(query) -> items(query) + "&correctedTo=" + query.lastDay(this.city),
				(query) -> counts(query, "corrected_on <= $2", "filing", REGISTERED + " AND found_on <= $2", true));
	}

	private static boolean mode(Figure.Query query) {
		return "mode".equals(query.by());
	}

	private String items(Figure.Query query) {
		return FilingDocument.PATH + "?term=" + query.term() + "&registeredTo=" + query.lastDay(this.city);
	}

	private Mono<List<Figure.Count>> counts(Figure.Query query, String part, String from, String where, boolean rate) {
		return counts(query, part, from, where, rate, UnaryOperator.identity());
	}

	private Mono<List<Figure.Count>> counts(Figure.Query query, String part, String from, String where, boolean rate,
			UnaryOperator<DatabaseClient.GenericExecuteSpec> bound) {
		query.requireNoFilters();
		String group = query.group(GROUPS);
		return bound
			.apply(this.database.sql(COUNT.formatted(group, part, from, where))
				.bind(0, this.city.term(query.term()).from())
				.bind(1, query.lastDay(this.city)))
			.map(rate ? Figure.Count::readRate : Figure.Count::read)
			.all()
			.collectList();
	}

}
