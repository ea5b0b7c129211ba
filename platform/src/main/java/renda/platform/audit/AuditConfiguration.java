package renda.platform.audit;

import java.time.Duration;

import renda.platform.web.Listings;
import renda.platform.work.Worker;
import renda.platform.work.Workers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * How changes are put on record.
 */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AuditTrail auditTrail(DatabaseClient database) {
		return new AuditTrail(database);
	}

	@Bean
	@ConditionalOnMissingBean
	AuditSeal auditSeal(DatabaseClient database, TransactionalOperator transaction) {
		return new AuditSeal(database, transaction);
	}

	@Bean
	Worker auditSealing(AuditSeal seal, Workers workers) {
		return workers.worker("audit-seal", Duration.ofSeconds(1), () -> seal.seal().thenReturn(false));
	}

	@Bean
	@ConditionalOnMissingBean
	AuditVerify auditVerify(DatabaseClient database) {
		return new AuditVerify(database);
	}

	@Bean
	@ConditionalOnMissingBean
	AuditController auditController(DatabaseClient database, Listings listings, AuditVerify verify) {
		return new AuditController(database, listings, verify);
	}

	@Bean
	@ConditionalOnMissingBean
	AuditCommand auditCommand(AuditVerify verify, ApplicationContext context) {
		return new AuditCommand(verify, context);
	}

}
