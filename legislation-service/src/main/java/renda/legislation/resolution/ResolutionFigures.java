package renda.legislation.resolution;

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
 * The figures of resolutions: those that the standing committee of a term has adopted, by
 * the day of the vote.
 */
@Configuration(proxyBeanMethods = false)
class ResolutionFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM resolution
			WHERE term = $1 AND adopted_on <= $2 AND body = 'STANDING_COMMITTEE' %s
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM adopted_on)::int::text", "type",
			"type", "form", "form", "country", "country");

	private final DatabaseClient database;

	private final CityProfile city;

	ResolutionFigures(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	@Bean
	Figure resolutionsAdopted() {
		return new Figure("resolutions", Text.of("作出决议决定", "Resolutions and decisions"), Text.of("项", "resolutions"),
				Text.of("本届常委会截至所给日期表决通过的决议、决定；法规不计，代表大会自己的决议不计，未通过、未表决、撤回的不计。",
						"Resolutions and decisions adopted by the standing committee of the term by the day; regulations, the congress's own resolutions, and what was rejected, not voted upon or withdrawn are not counted."),
				false, Set.of("year", "type", "form"), (query) -> items(query, ""), (query) -> counts(query, ""));
	}

	@Bean
	Figure sisterCities() {
		return new Figure("sister_cities", Text.of("与国外城市建立友好关系", "Sister cities"), Text.of("个", "cities"), Text.of(
				"本届常委会截至所给日期通过的、与国外城市建立友好关系的决议，一件一个城市；已含在决议决定之内。",
				"Resolutions of the term on friendly relations with foreign cities, one a city, by the day; they are among the resolutions."),
				false, Set.of("year", "country"), (query) -> items(query, "&type=SISTER_CITY"),
				(query) -> counts(query, "AND type = 'SISTER_CITY'"));
	}

	private String items(Figure.Query query, String more) {
		return ResolutionKind.PATH + "?body=STANDING_COMMITTEE&term=" + query.term() + "&adoptedTo="
				+ query.lastDay(this.city) + more;
	}

	private Mono<List<Figure.Count>> counts(Figure.Query query, String more) {
		query.requireNoFilters();
		String group = query.group(GROUPS);
		return this.database.sql(COUNT.formatted(group, more))
			.bind(0, query.term())
			.bind(1, query.lastDay(this.city))
			.map(Figure.Count::read)
			.all()
			.collectList();
	}

}
