package renda.platform.ingest;

import java.time.Duration;

import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import renda.platform.audit.AuditTrail;
import renda.platform.web.Listings;
import renda.platform.work.Worker;
import renda.platform.work.Workers;
import tools.jackson.databind.json.JsonMapper;

/**
 * How rows are imported in bulk.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
public class IngestConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ImportJobs importJobs(DatabaseClient database, TransactionalOperator transaction, AuditTrail audit,
			@Value("${renda.service}") String service) {
		return new ImportJobs(database, transaction, audit, service);
	}

	/**
	 * Says every few seconds that the imports of this process are alive.
	 */
	@Bean
	Worker importHeartbeat(ImportJobs jobs, Workers workers) {
		return workers.worker("import-heartbeat", Duration.ofSeconds(5), () -> jobs.beat().thenReturn(false));
	}

	@Bean
	@ConditionalOnMissingBean
	ImportController importController(ObjectProvider<ImportKind<?>> kinds, ImportJobs jobs, Listings listings,
			TransactionalOperator transaction, Validator validator, JsonMapper json, ImportSettings settings) {
		RowImports imports = new RowImports(jobs, new BatchRunner(transaction, jobs), validator, json, settings);
		return new ImportController(kinds.orderedStream().toList(), imports, jobs, listings, settings);
	}

}
