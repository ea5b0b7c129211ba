package renda.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ServiceTest(SmallApplication.class)
class AuditTest {

	private static final String PATH = "/api/v1/small/audit";

	@Autowired
	private WebTestClient client;

	@Autowired
	private AuditVerify verify;

	@Autowired
	private AuditSeal seal;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestPostgres.Database behind;

	@Test
	void findsWhateverWasDoneToTheTrail() throws Exception {
		for (int i = 0; i < 12; i++) {
			add("audit " + i);
		}
		String noted = sealed().head();
		for (int i = 12; i < 15; i++) {
			add("audit " + i);
		}
		AuditVerify.Result intact = sealed();
		assertThat(intact.findings()).isEmpty();
		assertThat(intact.entries()).isGreaterThanOrEqualTo(15);
		assertThat(this.verify.verify(noted).block().intact()).isTrue();
		assertThat(this.verify.verify("3:00ff").block().intact()).isFalse();

		String second = one("SELECT entry::text AS x FROM audit_chain WHERE position = 2");
		for (String column : List.of("caller", "caller_name", "method", "path", "subject", "address",
				"correlation_id")) {
			tampered("UPDATE audit_entry SET %s = %s || 'x' WHERE id = '%s'".formatted(column, column, second),
					"UPDATE audit_entry SET %s = left(%s, -1) WHERE id = '%s'".formatted(column, column, second),
					"changed");
		}
		tampered("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = '" + second + "'",
				"UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE id = '" + second + "'", "changed");
		tampered("UPDATE audit_entry SET version = version + 1, status = status + 1 WHERE id = '" + second + "'",
				"UPDATE audit_entry SET version = version - 1, status = status - 1 WHERE id = '" + second + "'",
				"changed");
		tampered(
				"CREATE TABLE kept AS SELECT * FROM audit_entry WHERE id = '%s'; DELETE FROM audit_entry WHERE id = '%s'"
					.formatted(second, second),
				"INSERT INTO audit_entry SELECT * FROM kept; DROP TABLE kept", "removed");
		tampered(
				"CREATE TABLE kept AS SELECT * FROM audit_chain WHERE position = 2; DELETE FROM audit_chain WHERE position = 2",
				"INSERT INTO audit_chain SELECT * FROM kept; DROP TABLE kept", "missing");
		long last = Long.parseLong(intact.head().split(":")[0]);
		tampered(
				"CREATE TABLE kept AS SELECT * FROM audit_chain WHERE position = %d; DELETE FROM audit_chain WHERE position = %d"
					.formatted(last, last),
				"INSERT INTO audit_chain SELECT * FROM kept; DROP TABLE kept", "end of the chain");
		UUID slipped = UUID.randomUUID();
		tampered(
				"""
						INSERT INTO audit_entry (id, caller, caller_name, method, path, subject, status, address, correlation_id)
						VALUES ('%s', 'x', 'x', 'POST', '/x', 'x', 200, '', '')"""
					.formatted(slipped),
				"DELETE FROM audit_entry WHERE id = '" + slipped + "'", "not in the chain");
		assertThat(this.verify.verify(noted).block().intact()).isTrue();
	}

	private void tampered(String how, String back, String finding) throws SQLException {
		unguarded(how);
		AuditVerify.Result result = this.verify.verify(null).block();
		assertThat(result.intact()).as(how).isFalse();
		assertThat(result.findings()).as(how).anyMatch((words) -> words.contains(finding));
		unguarded(back);
		assertThat(this.verify.verify(null).block().findings()).as(back).isEmpty();
	}

	/**
	 * Somebody who owns the database.
	 */
	private void unguarded(String sql) throws SQLException {
		try (Connection connection = this.behind.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET session_replication_role = replica");
			statement.execute(sql);
		}
	}

	@Test
	void entriesAndChainTakeNoChange() {
		add("final");
		sealed();
		for (String sql : List.of("UPDATE audit_entry SET caller = 'x'", "DELETE FROM audit_entry",
				"TRUNCATE audit_entry", "UPDATE audit_chain SET hash = ''", "DELETE FROM audit_chain",
				"TRUNCATE audit_chain")) {
			assertThatThrownBy(() -> {
				try (Connection connection = this.behind.connect();
						Statement statement = connection.createStatement()) {
					statement.execute(sql);
				}
			}).as(sql).isInstanceOf(SQLException.class).hasMessageContaining("the audit trail takes no");
		}
	}

	@Test
	void tellsAdministratorsWhoDidWhat() {
		String location = add("who did it");
		String subject = "note/" + location.substring(location.lastIndexOf('/') + 1);
		this.client.get()
			.uri((uri) -> uri.path(PATH).queryParam("subject", subject).build())
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.ADMINISTRATOR).value()))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(1)
			.jsonPath("$.items[0].caller")
			.isEqualTo("general-office")
			.jsonPath("$.items[0].method")
			.isEqualTo("POST")
			.jsonPath("$.items[0].status")
			.isEqualTo(201)
			.jsonPath("$.items[0].version")
			.isEqualTo(1);
		this.client.get()
			.uri(PATH + "/verification")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.OPERATOR).value()))
			.exchange()
			.expectStatus()
			.isOk();
		this.client.get()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.OPERATOR).value()))
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	private AuditVerify.Result sealed() {
		Awaitility.await().until(() -> one("SELECT count(*)::text AS x FROM audit_unsealed").equals("0"));
		this.seal.seal().block();
		return this.verify.verify(null).block();
	}

	private String one(String sql) {
		return this.database.sql(sql).map((row) -> row.get("x", String.class)).one().block();
	}

	private String add(String title) {
		return this.client.post()
			.uri("/api/v1/small/notes")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.GENERAL_OFFICE).value()))
			.bodyValue(Map.of("title", title, "words", "w"))
			.exchange()
			.expectStatus()
			.isCreated()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getLocation()
			.toString();
	}

}
