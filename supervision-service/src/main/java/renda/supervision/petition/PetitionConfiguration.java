package renda.supervision.petition;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.cases.CaseTable;
import renda.platform.city.CityProfile;
import renda.platform.deadline.Deadlines;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.figure.Figure;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.web.Text;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Matters as a kind of case, their figure, and the suggestions they became.
 */
@Configuration(proxyBeanMethods = false)
class PetitionConfiguration {

	private static final Caller DEPUTY_SERVICE = new Caller("deputy-service", "代表工作系统", Set.of(Role.SERVICE), Set.of(),
			"");

	private static final Map<String, String> GROUPS = Map.of("year", "extract(year FROM supervised_on)::int::text",
			"month", "to_char(supervised_on, 'YYYY-MM')", "area", "area", "channel", "channel");

	@Bean
	PetitionKind petitionKind(DatabaseClient database, JsonMapper json, Vault vault, Deadlines deadlines) {
		return new PetitionKind(CaseTable.of("petition", Petition.class, database, json), vault, deadlines);
	}

	@Bean
	Figure petitionsSupervised(Petitions petitions, CityProfile city) {
		return new Figure("petitions_supervised", Text.of("督办信访事项", "Petitions a leader saw to"),
				Text.of("件", "matters"),
				Text.of("本届内列为督办的信访事项，按事项计，截至所给日期。",
						"Matters that a leader was told to see to within the term, up to the day; matters, not receipts."),
				false, GROUPS.keySet(),
				(query) -> "/api/v1/supervision/petitions?supervised=true&supervisedFrom="
						+ city.term(query.term()).from() + "&supervisedTo=" + last(city, query),
				(query) -> petitions.supervised(city.term(query.term()).from(), last(city, query),
						(query.by() != null) ? GROUPS.getOrDefault(query.by(), "''") : "''"));
	}

	@Bean
	Subscription petitionSuggestions(PetitionSteps steps) {
		return new Subscription("petition-suggestions", "deputy", Set.of("suggestion.*"),
				(event) -> moved(steps, event));
	}

	private static Mono<Void> moved(PetitionSteps steps, FeedEvent event) {
		UUID petition = PetitionSteps.petition(event.data());
		String id = event.data().path("id").asString("");
		return (petition == null || id.isEmpty() || id.length() > 40) ? Mono.empty() : steps.follow(petition,
				new PetitionAction.Following(id, text(event, "code"), text(event, "state")), DEPUTY_SERVICE);
	}

	private static @Nullable String text(FeedEvent event, String member) {
		String text = event.data().path(member).asString("");
		return text.isEmpty() ? null : text.substring(0, Math.min(40, text.length()));
	}

	private static LocalDate last(CityProfile city, Figure.Query query) {
		return query.lastDay(city);
	}

}
