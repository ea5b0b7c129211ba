package renda.platform.test;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives an application context a fresh database, as bean and as settings.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPostgres.Database database = TestPostgres.database();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test-database",
					Map.of("spring.r2dbc.url", database.r2dbcUrl(), "spring.r2dbc.username", database.user(),
							"spring.r2dbc.password", database.password(), "spring.flyway.url", database.jdbcUrl(),
							"spring.flyway.user", database.user(), "spring.flyway.password", database.password())));
		context.getBeanFactory().registerSingleton("testDatabase", database);
	}

}
