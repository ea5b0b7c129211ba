package renda.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL server for all tests of this virtual machine: a container where a Docker
 * engine answers, the embedded server elsewhere, or one of your own. The system property
 * {@code renda.test.postgres} chooses: {@code testcontainers}, {@code embedded}, or
 * {@code external} with {@code renda.test.postgres.url}. Each test class gets a database
 * of its own, copied from a migrated template.
 */
public final class TestPostgres {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private final String kind;

	private final String host;

	private final int port;

	private final String user;

	private final String password;

	private boolean migrated;

	private TestPostgres(String kind, String host, int port, String user, String password) {
		this.kind = kind;
		this.host = host;
		this.port = port;
		this.user = user;
		this.password = password;
	}

	private static TestPostgres start() {
		String asked = System.getProperty("renda.test.postgres", "").toLowerCase(Locale.ROOT);
		TestPostgres server = switch (asked) {
			case "testcontainers" -> container();
			case "embedded" -> embedded();
			case "external" -> external();
			case "" -> containerOrEmbedded();
			default -> throw new IllegalArgumentException(
					"renda.test.postgres is testcontainers, embedded or external, not " + asked);
		};
		System.out.println("PostgreSQL for tests: " + server.kind);
		return server;
	}

	/**
	 * An engine that answers may still be unable to fetch images; then the embedded
	 * server serves.
	 */
	private static TestPostgres containerOrEmbedded() {
		if (!engineAnswers()) {
			return embedded();
		}
		CompletableFuture<TestPostgres> container = CompletableFuture.supplyAsync(TestPostgres::container);
		try {
			return container.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			System.out.println("The Docker engine did not start postgres:18, so the embedded server is used: " + ex);
			return embedded();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean engineAnswers() {
		String address = System.getenv("DOCKER_HOST");
		if (address != null && !address.startsWith("unix://")) {
			return true;
		}
		Path socket = Path.of((address != null) ? address.substring("unix://".length()) : "/var/run/docker.sock");
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			return channel.connect(UnixDomainSocketAddress.of(socket));
		}
		catch (IOException | UnsupportedOperationException ex) {
			return false;
		}
	}

	@SuppressWarnings("resource") // lives as long as the virtual machine
	private static TestPostgres container() {
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c",
				"max_connections=300", "-c", "fsync=off");
		container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
		return new TestPostgres("testcontainers", container.getHost(),
				container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), container.getUsername(),
				container.getPassword());
	}

	private static TestPostgres embedded() {
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setServerConfig("max_connections", "300")
				.setServerConfig("fsync", "off")
				.setLocaleConfig("locale", "C.UTF-8")
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
			return new TestPostgres("embedded", "localhost", server.getPort(), "postgres", "postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void close(EmbeddedPostgres server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TestPostgres external() {
		return new TestPostgres("external", System.getProperty("renda.test.postgres.host", "localhost"),
				Integer.getInteger("renda.test.postgres.port", 5432),
				System.getProperty("renda.test.postgres.user", "postgres"),
				System.getProperty("renda.test.postgres.password", "postgres"));
	}

	/**
	 * A fresh database with this module's migrations.
	 */
	public static Database database() {
		return Server.ONE.copy();
	}

	private synchronized Database copy() {
		String prefix = "renda_" + ProcessHandle.current().pid() + "_";
		String template = prefix + "template";
		if (!this.migrated) {
			run("CREATE DATABASE " + template);
			Flyway.configure()
				.dataSource(url("jdbc:", template), this.user, this.password)
				.locations("classpath:db/platform", "classpath:db/migration")
				.outOfOrder(true)
				.load()
				.migrate();
			this.migrated = true;
		}
		String name = prefix + DATABASES.incrementAndGet();
		run("CREATE DATABASE " + name + " TEMPLATE " + template);
		return new Database(url("r2dbc:", name), url("jdbc:", name), this.user, this.password);
	}

	private String url(String scheme, String database) {
		return scheme + "postgresql://" + this.host + ":" + this.port + "/" + database;
	}

	private void run(String sql) {
		try (Connection connection = DriverManager.getConnection(url("jdbc:", "postgres"), this.user, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/**
	 * Started when the first test asks. Not while TestPostgres itself is being
	 * initialised: the thread that starts a container would wait for that for ever.
	 */
	private static final class Server {

		private static final TestPostgres ONE = start();

		private Server() {
		}

	}

	/**
	 * A database of one test class.
	 */
	public record Database(String r2dbcUrl, String jdbcUrl, String user, String password) {

		/**
		 * A plain JDBC connection, for looking behind the service's back.
		 */
		public Connection connect() throws SQLException {
			return DriverManager.getConnection(this.jdbcUrl, this.user, this.password);
		}

	}

}
