package renda.platform.ops;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The parts of readiness: {@code database}, {@code migration}, {@code identity}.
 */
@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DatabaseHealth databaseHealthIndicator(DatabaseClient database) {
		return new DatabaseHealth(database);
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationHealth migrationHealthIndicator(DatabaseClient database) {
		return new MigrationHealth(database);
	}

	@Bean
	@ConditionalOnMissingBean
	IdentityHealth identityHealthIndicator(@Value("${renda.security.jwk-set-uri}") String keys) {
		return new IdentityHealth(keys);
	}

}
