package renda.legislation.oath;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figure of oaths.
 */
@Configuration(proxyBeanMethods = false)
class OathConfiguration {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM oath
			WHERE result = 'SWORN' AND held_on >= $1 AND held_on <= $2
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("organ", "organ_class", "organiser", "organiser", "year",
			"extract(year FROM held_on)::int::text");

	@Bean
	Figure oathsTaken(DatabaseClient database, CityProfile city) {
		return new Figure("oaths", Text.of("依法组织宪法宣誓", "Oaths to the Constitution"), Text.of("名", "persons"), Text.of(
				"本届内由市级组织、已经宣誓的国家机关工作人员，一人一次宣誓计一名，截至所给日期；已通知未宣誓的和缺席的不计。",
				"Persons who swore at ceremonies that the city organised, within the term, up to the day, each oath counted; not those who were only asked to or missed it."),
				false, GROUPS.keySet(), (query) -> OathController.OATHS + "?result=SWORN&from="
						+ city.term(query.term()).from() + "&to=" + query.lastDay(city),
				(query) -> counts(database, city.term(query.term()), query));
	}

	private static Mono<List<Figure.Count>> counts(DatabaseClient database, CityProfile.Term term, Figure.Query query) {
		query.requireNoFilters();
		return database.sql(COUNT.formatted(query.group(GROUPS)))
			.bind(0, term.from())
			.bind(1, term.lastDayUntil(query.asOf()))
			.map(Figure.Count::read)
			.all()
			.collectList();
	}

}
