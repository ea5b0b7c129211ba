package renda.deputy.suggestion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figures of suggestions. All count by the term of the deputies, up to the day asked
 * for, as things were on that day. What its deputies keep from the public is counted, and
 * listed for the office only.
 */
@Configuration(proxyBeanMethods = false)
class SuggestionFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) FILTER (WHERE %s) AS value, count(*) AS whole
			FROM suggestion
			WHERE term = $1 AND %s <= $2
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("session", "session", "field", "field", "class",
			"coalesce(" + Suggestions.CLASS_ON.formatted("$2") + ", '')", "handler", "handler", "satisfaction",
			Suggestions.RESULT_ON.formatted("$2"));

	private static final Text SUGGESTIONS = Text.of("件", "suggestions");

	private final DatabaseClient database;

	private final CityProfile city;

	SuggestionFigures(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	@Bean
	Figure suggestionsHandled() {
		return new Figure("suggestions", Text.of("办理代表建议", "Suggestions handled"), SUGGESTIONS, Text.of(
				"本届代表在会议期间和闭会期间提出，截至所给日期已答复、代表已反馈意见的建议；未答复、未反馈的不计。",
				"Suggestions of the term's deputies, in and between sessions, answered and rated by the day; those not answered or not rated are not counted."),
				false, Set.of("session", "field", "class", "handler", "satisfaction", "year"),
				(query) -> items(query, "ratedTo"), (query) -> counts(query, "rated_on", "submitted_on", "", false));
	}

	@Bean
	Figure onsiteSupervised() {
		return new Figure("onsite_supervised", Text.of("现场督办代表建议", "Suggestions supervised on the spot"), SUGGESTIONS,
				Text.of("本届代表提出、截至所给日期至少现场督办一次的建议，一件计一次。",
						"Suggestions of the term's deputies supervised on the spot by the day, each counted once."),
				false, Set.of("session", "field", "handler", "year"), (query) -> items(query, "onsiteTo"),
				(query) -> counts(query, "onsite_on", "onsite_on", "", false));
	}

	@Bean
	Figure suggestionClosingRate() {
		return new Figure("suggestion_closing_rate", Text.of("代表建议办结率", "Suggestions answered, of those assigned"),
				SUGGESTIONS,
				Text.of("截至所给日期，已答复的建议占已交办建议的比例；撤回的不计。",
						"Suggestions answered by the day, of those assigned by the day; withdrawn ones are not counted."),
				false, Set.of("session", "field", "handler", "year"), (query) -> items(query, "answeredTo"),
				(query) -> counts(query, "assigned_on", "submitted_on", "answered_on <= $2", true));
	}

	@Bean
	Figure suggestionImplementationRate() {
		return new Figure("suggestion_implementation_rate",
				Text.of("代表建议落实率", "Suggestions carried out, of those assigned"), SUGGESTIONS,
				Text.of("截至所给日期，已解决（A 类）或者承诺已兑现（B 类）的建议占已交办建议的比例；撤回的不计。",
						"Suggestions solved (class A), or with every promise kept (class B), by the day, of those assigned by the day; withdrawn ones are not counted."),
				false, Set.of("session", "field", "handler", "year"), (query) -> items(query, "implementedTo"),
				(query) -> counts(query, "assigned_on", "submitted_on", "implemented_on <= $2", true));
	}

	@Bean
	Figure suggestionSatisfactionRate() {
		return satisfaction("suggestion_satisfaction_rate", "SATISFIED",
				Text.of("代表建议满意率", "Suggestions whose deputies are satisfied, of those rated"),
				Text.of("截至所给日期，代表对办理结果最后评价为“满意”的建议占已反馈建议的比例；“基本满意”另计，未反馈的不计。",
						"Suggestions whose result was last rated satisfied by the day, of those rated; basically satisfied is a figure of its own, silence is none."));
	}

	@Bean
	Figure suggestionBasicSatisfactionRate() {
		return satisfaction("suggestion_basic_satisfaction_rate", "BASICALLY",
				Text.of("代表建议基本满意率", "Suggestions whose deputies are basically satisfied, of those rated"),
				Text.of("截至所给日期，代表对办理结果最后评价为“基本满意”的建议占已反馈建议的比例。",
						"Suggestions whose result was last rated basically satisfied by the day, of those rated."));
	}

	private Figure satisfaction(String key, String result, Text title, Text definition) {
		return new Figure(key, title, SUGGESTIONS, definition, false, Set.of("session", "field", "handler", "year"),
				(query) -> items(query, "ratedTo") + "&rating=" + result, (query) -> counts(query, "rated_on",
						"submitted_on", Suggestions.RESULT_ON.formatted("$2") + " = '" + result + "'", true));
	}

	private String items(Figure.Query query, String until) {
		return SuggestionKind.PATH + "?term=" + query.term() + "&" + until + "=" + query.lastDay(this.city);
	}

	/**
	 * Counts.
	 * @param day the column whose day decides whether a suggestion is counted
	 * @param yearOf the column whose year it is counted under
	 * @param part which of them are the part, for a rate; empty: all
	 */
	private Mono<List<Figure.Count>> counts(Figure.Query query, String day, String yearOf, String part, boolean rate) {
		query.requireNoFilters();
		String by = Objects.requireNonNullElse(query.by(), "");
		String group = by.equals("year") ? "extract(year FROM " + yearOf + ")::int::text"
				: GROUPS.getOrDefault(by, "''");
		String counted = rate ? "state <> 'WITHDRAWN' AND " + day : day;
		return this.database.sql(COUNT.formatted(group, part.isEmpty() ? "true" : part, counted))
			.bind(0, query.term())
			.bind(1, query.lastDay(this.city))
			.map(rate ? Figure.Count::readRate : Figure.Count::read)
			.all()
			.collectList();
	}

}
