package renda.legislation.cleanup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.store.Rows;
import renda.platform.web.Refusal;
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
				(query) -> CleanupKind.PATH + "?term=" + query.term() + "&completedTo=" + last(city, query),
				(query) -> counts(database, query, last(city, query)));
	}

	private static LocalDate last(CityProfile city, Figure.Query query) {
		return city.term(query.term()).lastDayUntil(query.asOf());
	}

	private static Mono<List<Figure.Count>> counts(DatabaseClient database, Figure.Query query, LocalDate last) {
		if (!query.filters().isEmpty()) {
			return Mono.error(Refusal.invalid("filter." + query.filters().keySet().iterator().next(),
					Text.of("此指标没有其他筛选。", "This figure has no further filter.")));
		}
		return database.sql(COUNT.formatted(GROUPS.getOrDefault(Objects.requireNonNullElse(query.by(), ""), "''")))
			.bind(0, query.term())
			.bind(1, last)
			.map((row) -> new Figure.Count(Rows.required(row, "grouped", String.class),
					Rows.required(row, "value", Long.class)))
			.all()
			.collectList();
	}

}
