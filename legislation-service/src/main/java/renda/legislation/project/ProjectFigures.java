package renda.legislation.project;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

/**
 * The figures of annual plans: the items of the plan of the year asked for. A report at
 * the end of a year speaks of the plan of the next: {@code next_plan_*}.
 */
@Configuration(proxyBeanMethods = false)
class ProjectFigures {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM legislative_project AS project
			WHERE plan_year = $1 AND open_to_all AND state <> 'DROPPED' AND ($2::text IS NULL OR class = $2)
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("class", "class", "domain", "domain", "status", "state");

	private static final Text ITEMS = Text.of("件", "items");

	private final DatabaseClient database;

	private final CityProfile city;

	ProjectFigures(DatabaseClient database, CityProfile city) {
		this.database = database;
		this.city = city;
	}

	@Bean
	Figure planItems() {
		return figure("plan_items", Text.of("年度立法计划项目", "Items of the annual plan"),
				Text.of("所给日期所在年度的立法计划中的项目，已公布；调出的不计。",
						"Items of the published plan of the year of the day; those taken out are not counted."),
				0, null);
	}

	@Bean
	Figure planRegulations() {
		return figure("next_plan_regulations", Text.of("次年计划制定、修订的法规", "Regulations planned for the next year"), Text
			.of("所给日期次年的立法计划中的审议项目，已公布；调出的不计。",
					"Items to be deliberated of the published plan of the year after the day; those taken out are not counted."),
				1, ItemClass.REVIEW);
	}

	@Bean
	Figure planResearch() {
		return figure("next_plan_research", Text.of("次年计划的立法调研项目", "Research projects planned for the next year"), Text
			.of("所给日期次年的立法计划中的调研项目，已公布；调出的不计。",
					"Research items of the published plan of the year after the day; those taken out are not counted."),
				1, ItemClass.RESEARCH);
	}

	private Figure figure(String key, Text title, Text definition, int later, @Nullable ItemClass of) {
		return new Figure(
				key, title, ITEMS, definition, false, Set.copyOf(GROUPS.keySet()), (query) -> ProjectKind.PATH
						+ "?planned=true&year=" + year(query, later) + ((of != null) ? "&itemClass=" + of : ""),
				(query) -> counts(query, later, of));
	}

	/**
	 * The year of the last day counted, or the one after.
	 */
	private int year(Figure.Query query, int later) {
		return query.lastDay(this.city).getYear() + later;
	}

	private Mono<List<Figure.Count>> counts(Figure.Query query, int later, @Nullable ItemClass of) {
		query.requireNoFilters();
		String group = query.group(GROUPS);
		DatabaseClient.GenericExecuteSpec sql = this.database.sql(COUNT.formatted(group)).bind(0, year(query, later));
		return ((of != null) ? sql.bind(1, of.name()) : sql.bindNull(1, String.class)).map(Figure.Count::read)
			.all()
			.collectList();
	}

}
