package renda.platform.rule;

import java.time.Clock;

import renda.platform.command.Commands;
import renda.platform.event.Outbox;
import renda.platform.web.Listings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The rule book of a service.
 */
@Configuration(proxyBeanMethods = false)
public class RuleConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RuleOverrides ruleOverrides(DatabaseClient database) {
		return new RuleOverrides(database);
	}

	@Bean
	@ConditionalOnMissingBean
	RuleBook ruleBook(RuleOverrides overrides) {
		return new RuleBook(overrides);
	}

	@Bean
	@ConditionalOnMissingBean
	RuleController ruleController(DatabaseClient database, RuleOverrides overrides, ObjectProvider<RuleUses> uses,
			Outbox outbox, Commands commands, Listings listings, Clock clock,
			@Value("${renda.service}") String service) {
		return new RuleController(new RulePages(database, overrides, uses.orderedStream().toList()),
				new Overriding(overrides, outbox, clock), commands, listings, clock, "/api/v1/" + service + "/rules");
	}

}
