package renda.supervision.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The figure of the register.
 */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM meeting_on)::int::text",
			"organ", "organ.code", "organKind", "organ.kind", "family", "report.family");

	@Bean
	Figure workReportsHeard(WorkReports reports, CityProfile city) {
		return new Figure("work_reports", Text.of("听取和审议工作报告", "Work reports heard"), Text.of("个", "reports"), Text.of(
				"常委会本届会议听取和审议的工作报告，截至所给日期；未举行或推迟的不计。",
				"Work reports heard and deliberated at meetings of the standing committee in the term, up to the day; scheduled and postponed ones are not counted."),
				false, Set.copyOf(GROUPS.keySet()),
				(query) -> "/api/v1/supervision/work-reports?state=HEARD&term=" + query.term() + "&heardTo="
						+ last(city, query),
				(query) -> reports.heard(query.term(), last(city, query), GROUPS.getOrDefault(by(query), "''")));
	}

	private static LocalDate last(CityProfile city, Figure.Query query) {
		return query.lastDay(city);
	}

	private static String by(Figure.Query query) {
		return (query.by() != null) ? query.by() : "";
	}

}
