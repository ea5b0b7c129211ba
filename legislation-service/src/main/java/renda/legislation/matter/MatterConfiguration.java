package renda.legislation.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figure of the list.
 */
@Configuration(proxyBeanMethods = false)
class MatterConfiguration {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM matter JOIN matter_list AS list ON list.id = matter.list_id
			WHERE list.effective_from <= $1 AND coalesce(list.effective_until, 'infinity') > $1
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("reporter", "reporter", "class", "obligation", "frequency",
			"frequency");

	@Bean
	Figure majorMatters(DatabaseClient database, CityProfile city) {
		return new Figure("major_matters", Text.of("重大事项清单事项", "Items of the list of major matters"),
				Text.of("项", "items"),
				Text.of("所给日期施行的重大事项清单中的事项；此前、此后各版清单的事项不计。",
						"Items of the list of major matters in force on the day; those of earlier and later versions are not counted."),
				false, Set.copyOf(GROUPS.keySet()), (query) -> MatterController.PATH + "?on=" + query.lastDay(city),
				(query) -> counts(database, query, query.lastDay(city)));
	}

	private static Mono<List<Figure.Count>> counts(DatabaseClient database, Figure.Query query, LocalDate on) {
		query.requireNoFilters();
		return database.sql(COUNT.formatted(query.group(GROUPS)))
			.bind(0, on)
			.map(Figure.Count::read)
			.all()
			.collectList();
	}

}
