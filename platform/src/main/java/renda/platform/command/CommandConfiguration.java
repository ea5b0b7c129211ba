package renda.platform.command;

import renda.platform.audit.AuditTrail;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * How changes are carried out.
 */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Commands commands(TransactionalOperator transaction, DatabaseClient database, JsonMapper json, AuditTrail audit) {
		return new Commands(transaction, new IdempotencyKeys(database, json), audit);
	}

}
