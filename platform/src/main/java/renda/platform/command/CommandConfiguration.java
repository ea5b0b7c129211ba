package renda.platform.command;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import renda.platform.audit.AuditTrail;
import renda.platform.security.Vault;
import renda.platform.work.Worker;
import renda.platform.work.Workers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * How changes are carried out.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
public class CommandConfiguration {

	@Bean
	@ConditionalOnMissingBean
	IdempotencyKeys idempotencyKeys(DatabaseClient database, JsonMapper json, Vault vault) {
		return new IdempotencyKeys(database, json, vault);
	}

	@Bean
	@ConditionalOnMissingBean
	Commands commands(TransactionalOperator transaction, IdempotencyKeys keys, AuditTrail audit, MeterRegistry meters) {
		return new Commands(transaction, keys, audit, meters);
	}

	@Bean
	Worker idempotencyExpiry(IdempotencyKeys keys, IdempotencySettings settings, Workers workers) {
		return workers.worker("idempotency-expiry", Duration.ofMinutes(10), () -> keys.forget(settings.kept()));
	}

}
