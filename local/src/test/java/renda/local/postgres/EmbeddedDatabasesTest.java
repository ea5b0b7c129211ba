package renda.local.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import renda.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(180)
class EmbeddedDatabasesTest {

	private static final List<String> NAMES = List.of("legislation", "supervision", "deputy");

	@TempDir
	Path folder;

	@Test
	void aServiceSeesItsOwnDatabaseOnly() throws Exception {
		try (EmbeddedDatabases databases = start(false)) {
			Database own = databases.database("legislation");
			execute(own, "create table bill (id int)");
			Database foreign = new Database("deputy", own.password(), own.port());
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(foreign.jdbcUrl(), "legislation", own.password()))
				.withMessageContaining("permission denied");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(own.jdbcUrl().replace("/legislation", "/postgres"),
						"legislation", own.password()))
				.withMessageContaining("permission denied");
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(own.jdbcUrl(), "legislation", "guess"));
		}
	}

	@Test
	void keepsCommittedDataThroughKillAndRestart() throws Exception {
		try (EmbeddedDatabases databases = start(true)) {
			Database database = databases.database("deputy");
			execute(database, "create table seat (id int)");
			execute(database, "insert into seat values (1)");
			databases.server().kill();
			await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> count(database) == 1);
			execute(database, "insert into seat values (2)");
		}
		try (EmbeddedDatabases databases = start(true)) {
			assertThat(count(databases.database("deputy"))).isEqualTo(2);
		}
	}

	@Test
	void takesOverFromAServerWhoseLauncherIsGone() throws Exception {
		EmbeddedDatabases left = start(true);
		execute(left.database("deputy"), "create table seat as select 1 as id");
		long pid = left.server().pid();
		Files.writeString(this.folder.resolve("postgres/postmaster.pid"), pid + "\n");
		try (EmbeddedDatabases databases = start(true)) {
			assertThat(count(databases.database("deputy"))).isEqualTo(1);
			assertThat(databases.server().pid()).isNotEqualTo(pid);
		}
		finally {
			left.close();
		}
	}

	@Test
	void startsOverAPidFileOfAnotherProgram() throws Exception {
		start(true).close();
		Files.writeString(this.folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
		try (EmbeddedDatabases databases = start(true)) {
			assertThat(databases.server().ready()).isTrue();
		}
	}

	@Test
	void sortsAndFoldsTextTheSameOnEveryMachine() throws Exception {
		try (EmbeddedDatabases databases = start(false);
				Connection connection = connect(databases.database("legislation"));
				Statement sql = connection.createStatement();
				ResultSet row = sql.executeQuery("select lower('Ä'), '第十条' < '第九条', version()")) {
			row.next();
			assertThat(row.getString(1)).isEqualTo("ä");
			assertThat(row.getBoolean(2)).isFalse();
			assertThat(row.getString(3)).startsWith("PostgreSQL 18");
		}
	}

	private EmbeddedDatabases start(boolean durable) throws Exception {
		PostgresSettings settings = new PostgresSettings(this.folder,
				Path.of(System.getProperty("java.io.tmpdir"), "renda-postgres-" + System.getProperty("user.name")),
				this.folder.resolve("postgres.log"), Ports.free(), durable);
		return EmbeddedDatabases.start(settings, NAMES, (exit) -> {
		});
	}

	private static Connection connect(Database database) throws SQLException {
		return DriverManager.getConnection(database.jdbcUrl(), database.name(), database.password());
	}

	private static void execute(Database database, String statement) throws SQLException {
		try (Connection connection = connect(database); Statement sql = connection.createStatement()) {
			sql.execute(statement);
		}
	}

	private static int count(Database database) throws SQLException {
		try (Connection connection = connect(database);
				Statement sql = connection.createStatement();
				ResultSet row = sql.executeQuery("select count(*) from seat")) {
			row.next();
			return row.getInt(1);
		}
	}

}
