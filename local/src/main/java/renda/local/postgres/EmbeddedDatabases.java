package renda.local.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import renda.local.process.Program;
import renda.local.process.StartFailed;
import renda.local.process.Supervised;

/**
 * One PostgreSQL server on this machine with one database for each service. A database
 * belongs to a role of its own that can connect to no other database. The server is
 * supervised: killed, it comes back with all that was committed.
 */
public final class EmbeddedDatabases implements AutoCloseable {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final Duration START = Duration.ofSeconds(60);

	private static final Duration STOP = Duration.ofSeconds(35);

	private final Map<String, Database> databases;

	private final Supervised server;

	private EmbeddedDatabases(Map<String, Database> databases, Supervised server) {
		this.databases = databases;
		this.server = server;
	}

	/**
	 * Starts the server, with a new cluster where the folder holds none.
	 * @param settings the server's folders, port and durability
	 * @param names the databases to have
	 * @param onExit told when the server ended without being asked to
	 * @throws StartFailed when the server does not come up
	 */
	public static EmbeddedDatabases start(PostgresSettings settings, List<String> names,
			Consumer<Supervised.Exit> onExit) throws IOException, InterruptedException {
		Path home = Binaries.unpackInto(settings.cache());
		Path data = settings.folder().resolve("postgres");
		Path password = settings.folder().resolve("postgres.password");
		Postmaster.clear(data);
		if (!Files.exists(data.resolve("PG_VERSION"))) {
			initialise(home, data, password);
		}
		Supervised server = Supervised.start(program(home, data, settings), onExit);
		try {
			return new EmbeddedDatabases(prepare(settings.port(), Files.readString(password).strip(), names, server),
					server);
		}
		catch (SQLException ex) {
			server.close();
			throw new StartFailed(
					"PostgreSQL 未能启动 · PostgreSQL did not start: " + ex.getMessage() + "\n→ " + settings.log(), ex);
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	/**
	 * The database of that name.
	 */
	public Database database(String name) {
		Database database = this.databases.get(name);
		if (database == null) {
			throw new IllegalArgumentException("no database " + name);
		}
		return database;
	}

	/**
	 * The server's process.
	 */
	public Supervised server() {
		return this.server;
	}

	@Override
	public void close() {
		this.server.close();
	}

	private static void initialise(Path home, Path data, Path password) throws IOException, InterruptedException {
		Folders.delete(data);
		Files.deleteIfExists(password);
		Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(password, secret());
		List<String> command = unprivileged();
		// the built-in locale sorts the same on every machine, whatever its C library
		command.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", data.toString(), "-U", "postgres", "-E",
				"UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256",
				"--pwfile=" + password, "--no-sync"));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			Folders.delete(data);
			throw new StartFailed("""
					无法初始化 PostgreSQL；以 root 运行时需要用户命名空间，请改用普通用户
					PostgreSQL could not be initialised; as root it needs user namespaces: run as an ordinary user
					""" + output);
		}
	}

	private static Program program(Path home, Path data, PostgresSettings settings) {
		List<String> command = unprivileged();
		command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString(), "-p",
				Integer.toString(settings.port())));
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("listen_addresses", "127.0.0.1");
		parameters.put("unix_socket_directories", "");
		parameters.put("max_connections", "200");
		parameters.put("shared_buffers", "128MB");
		parameters.put("idle_in_transaction_session_timeout", "60s");
		parameters.put("timezone", "UTC");
		parameters.put("log_timezone", "UTC");
		parameters.put("fsync", settings.durable() ? "on" : "off");
		parameters.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
		return new Program("postgres", command, Map.of("LC_ALL", "C"), settings.log(), null, STOP, "INT");
	}

	// PostgreSQL refuses to run as root; a user namespace without mapping makes it
	// "nobody" without changing files
	private static List<String> unprivileged() {
		boolean root = "root".equals(System.getProperty("user.name"));
		return root ? new ArrayList<>(List.of("unshare", "-U")) : new ArrayList<>();
	}

	private static Map<String, Database> prepare(int port, String password, List<String> names, Supervised server)
			throws SQLException, InterruptedException {
		Map<String, Database> databases = new LinkedHashMap<>();
		try (Connection connection = connect(port, password, server); Statement sql = connection.createStatement()) {
			sql.execute("revoke connect on database postgres from public");
			sql.execute("revoke connect on database template1 from public");
			for (String name : names) {
				Database database = new Database(name, secret(), port);
				create(sql, database);
				databases.put(name, database);
			}
		}
		return databases;
	}

	private static void create(Statement sql, Database database) throws SQLException {
		String name = database.name();
		sql.execute("""
				do $$ begin
					if not exists (select from pg_roles where rolname = '%s') then create role "%1$s"; end if;
				end $$""".formatted(name));
		sql.execute("alter role \"%s\" login nosuperuser nocreatedb nocreaterole password '%s'".formatted(name,
				database.password()));
		if (!exists(sql, name)) {
			sql.execute("create database \"%s\" owner \"%1$s\"".formatted(name));
		}
		sql.execute("revoke all on database \"%s\" from public".formatted(name));
	}

	private static boolean exists(Statement sql, String name) throws SQLException {
		try (var rows = sql.executeQuery("select from pg_database where datname = '%s'".formatted(name))) {
			return rows.next();
		}
	}

	private static Connection connect(int port, String password, Supervised server)
			throws SQLException, InterruptedException {
		long end = System.nanoTime() + START.toNanos();
		for (;;) {
			try {
				return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres",
						password);
			}
			catch (SQLException ex) {
				if (System.nanoTime() > end || server.starts() > 3) {
					throw ex;
				}
				Thread.sleep(50);
			}
		}
	}

	private static String secret() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
