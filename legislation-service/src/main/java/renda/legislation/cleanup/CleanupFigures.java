package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

/**
 * The figure of clean-up rounds.
 */
@Configuration(proxyBeanMethods = false)
class CleanupFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM cleanup_round
			WHERE term = $1 AND completed_on <= $2
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM completed_on)::int::text",
			"field", "field");

	@Bean
	Figure cleanupRoundsCompleted(DatabaseClient database, CityProfile city) {
		return new Figure("cleanup_rounds", Text.of("专项清理", "Clean-up rounds"), Text.of("轮", "rounds"), Text.of(
				"本届开展、截至所给日期已逐件作出决定并公布清理情况的专项清理；进行中的、取消的不计。",
				"Rounds of the term completed by the day: every text decided and the report published; those under way or called off are not counted."),
				false, Set.copyOf(GROUPS.keySet()),
				(query) -> CleanupKind.PATH + "?term=" + query.term() + "&completedTo=" + query.lastDay(city),
				(query) -> counts(database, query, query.lastDay(city)));
	}

	private static Mono<List<Figure.Count>> counts(DatabaseClient database, Figure.Query query, LocalDate last) {
		query.requireNoFilters();
		return database.sql(COUNT.formatted(query.group(GROUPS)))
			.bind(0, query.term())
			.bind(1, last)
			.map(Figure.Count::read)
			.all()
			.collectList();
	}

}
