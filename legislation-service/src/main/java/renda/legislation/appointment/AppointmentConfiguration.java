package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;
import renda.legislation.personnel.AppointmentView;
import renda.legislation.post.PostEnds;
import renda.legislation.tenure.OfficeHolders;
import renda.legislation.tenure.TenureAction;
import renda.platform.city.CityProfile;
import renda.platform.figure.Figure;
import renda.platform.web.Text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The figure of appointments, and what follows when a post comes to an end.
 */
@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

	private static final String COUNT = """
			SELECT %s AS grouped, count(*) AS value
			FROM appointment
			WHERE counted <> '' AND announced_on IS NOT NULL AND passed_on >= $1 AND passed_on <= $2
			GROUP BY 1 ORDER BY 1""";

	private static final Map<String, String> GROUPS = Map.of("act", "counted", "organ", "organ_class", "year",
			"extract(year FROM passed_on)::int::text");

	@Bean
	Figure appointmentsMade(DatabaseClient database, CityProfile city) {
		return new Figure("appointments", Text.of("依法任免地方国家机关工作人员", "Appointments and dismissals"),
				Text.of("人次", "person-times"),
				Text.of("本届内由常委会任命、决定任命、免职、决定免职、批准任免并已公布的人员，一人一次任免计一人次，截至所给日期；未获通过的、决定代理、接受辞职、撤职和代表大会选举不计。",
						"Persons the standing committee appointed, dismissed, or whose appointment or dismissal it approved, within the term and announced, up to the day, each act upon each person counted; not what failed, and not acting posts, resignations, removals or elections by the congress."),
				false, GROUPS.keySet(),
				(query) -> AppointmentView.PATH + "?counted=true&announced=true&passedFrom="
						+ city.term(query.term()).from() + "&passedTo=" + query.lastDay(city),
				(query) -> counts(database, city, query));
	}

	private static Mono<List<Figure.Count>> counts(DatabaseClient database, CityProfile city, Figure.Query query) {
		query.requireNoFilters();
		CityProfile.Term term = city.term(query.term());
		LocalDate last = term.lastDayUntil(query.asOf());
		return database.sql(COUNT.formatted(query.group(GROUPS)))
			.bind(0, term.from())
			.bind(1, last)
			.map(Figure.Count::read)
			.all()
			.collectList();
	}

	/**
	 * Whoever held a post that is no more holds it no more.
	 */
	@Bean
	PostEnds appointmentsEnd(AppointmentKind kind, OfficeHolders holders) {
		return (left, caller) -> holders.leave(kind, left, TenureAction.Ground.BODY_ABOLISHED.name(), caller);
	}

}
