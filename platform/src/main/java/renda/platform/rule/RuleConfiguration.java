package renda.platform.rule;

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

}
