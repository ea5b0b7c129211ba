package renda.deputy.roster;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import renda.deputy.area.Area;
import renda.deputy.congress.Congress;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The figures of the roster.
 */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

	private static final Map<String, String> GROUPS = Map.of("area", "left(coalesce(unit.area, congress.area), 6)",
			"town", "congress.area", "sex", "sex", "electingUnit", "unit.code", "field", "field", "group",
			"deputy_group");

	@Bean
	Figure cityDeputies(Deputies deputies, CityProfile city) {
		return figure("deputies_city", Congress.Level.CITY, Text.of("市人大代表", "City deputies"), deputies, city);
	}

	@Bean
	Figure countyDeputies(Deputies deputies, CityProfile city) {
		return figure("deputies_county", Congress.Level.COUNTY, Text.of("县级人大代表", "County deputies"), deputies, city);
	}

	@Bean
	Figure townDeputies(Deputies deputies, CityProfile city) {
		return figure("deputies_town", Congress.Level.TOWN, Text.of("乡镇人大代表", "Town deputies"), deputies, city);
	}

	private static Figure figure(String key, Congress.Level level, Text title, Deputies deputies, CityProfile city) {
		return new Figure(key, title, Text.of("名", "deputies"), Text.of(
				"截至所给日期，本市区划内各该级人大最近一次换届选举产生、当选有效的代表；补选的、当选无效的不计，届中离任的仍计。",
				"Deputies validly elected in the latest general election, held by the day, to each congress of this level "
						+ "in the city; by-elections and void elections are not counted, later departures are."),
				false, Set.copyOf(GROUPS.keySet()),
				(query) -> "/api/v1/deputy/deputies?level=" + level + "&area=" + city.code()
						+ "&valid=true&byElection=false&latestOn=" + query.asOf()
						+ ((county(query) != null) ? "&county=" + county(query) : ""),
				(query) -> deputies.count(level, Area.prefix(city.code()), query.asOf(), county(query),
						(query.by() != null) ? GROUPS.getOrDefault(query.by(), "''") : "''"));
	}

	/**
	 * A filter that is silently ignored gives a number that is silently wrong.
	 */
	private static @Nullable String county(Figure.Query query) {
		Set<String> unknown = new TreeSet<>(query.filters().keySet());
		unknown.remove("area");
		String area = query.filters().get("area");
		if (!unknown.isEmpty() || (area != null && !area.matches("\\d{6}"))) {
			throw Refusal.invalid(unknown.isEmpty() ? "filter.area" : "filter." + unknown.iterator().next(), Text
				.of("可用的筛选：filter.area=六位区划代码。", "The filter known is filter.area, an area code of six digits."));
		}
		return area;
	}

}
