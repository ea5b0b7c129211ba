package renda.platform.ops;

import java.sql.Connection;

import org.junit.jupiter.api.Test;
import renda.platform.app.SmallApplication;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = "renda.security.jwk-set-uri=http://127.0.0.1:1/jwks")
class HealthTest {

	@Autowired
	private TestPostgres.Database database;

	@LocalManagementPort
	private int port;

	@Test
	void tellsDatabaseFromMigrationFromIdentity() throws Exception {
		readiness().expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.components.database.status")
			.isEqualTo("UP")
			.jsonPath("$.components.migration.status")
			.isEqualTo("UP")
			.jsonPath("$.components.identity.status")
			.isEqualTo("UNKNOWN");
		try (Connection connection = this.database.connect()) {
			connection.createStatement()
				.execute("UPDATE flyway_schema_history SET success = false WHERE installed_rank = 1");
			readiness().expectStatus()
				.isEqualTo(503)
				.expectBody()
				.jsonPath("$.components.database.status")
				.isEqualTo("UP")
				.jsonPath("$.components.migration.status")
				.isEqualTo("DOWN");
			connection.createStatement().execute("UPDATE flyway_schema_history SET success = true");
		}
	}

	private WebTestClient.ResponseSpec readiness() {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri("/actuator/health/readiness")
			.exchange();
	}

}
