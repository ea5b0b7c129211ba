package renda.platform.store;

import java.time.Clock;
import java.time.Duration;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import renda.platform.city.CityProfile;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * How the driver is set, and transactions run.
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

	/** No statement of a request may hold a connection longer. */
	private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

	private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(5);

	private static final int STATEMENTS_KEPT = 256;

	/**
	 * {@code tcpNoDelay} is off in the driver, which stalls extended queries by up to 40
	 * ms.
	 */
	@Bean
	ConnectionFactoryOptionsBuilderCustomizer driverOptions() {
		return (options) -> options.option(PostgresqlConnectionFactoryProvider.TCP_NODELAY, true)
			.option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, STATEMENTS_KEPT)
			.option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, LONGEST_STATEMENT)
			.option(PostgresqlConnectionFactoryProvider.LOCK_WAIT_TIMEOUT, LONGEST_LOCK_WAIT)
			.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, Duration.ofSeconds(5));
	}

	@Bean
	TransactionalOperator transactions(ReactiveTransactionManager manager) {
		return new WholeTransactions(TransactionalOperator.create(manager));
	}

	/**
	 * The city's clock; days begin at its midnight.
	 */
	@Bean
	@ConditionalOnMissingBean
	Clock clock(CityProfile city) {
		return Clock.system(city.zone());
	}

}
