package renda.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The platform that is measured, as {@code ./run} starts it: on ports of its own, with
 * durable data in a folder of its own, and without a limit on requests.
 */
final class MeasuredPlatform implements AutoCloseable {

	static final List<String> APPLICATIONS = List.of("legislation", "supervision", "deputy", "gateway");

	private static final int GATEWAY = 28080;

	private static final int IDENTITY = 28120;

	/** How far the port of the management of an application is from its own. */
	static final int MANAGEMENT = 10;

	private static final int MOST_MINUTES = 10;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Path work;

	private final Process launcher;

	private final double startSeconds;

	private MeasuredPlatform(Path work, Process launcher, long began) throws Exception {
		this.work = work;
		this.launcher = launcher;
		for (String application : APPLICATIONS) {
			await(port(application) + MANAGEMENT, launcher::isAlive);
		}
		this.startSeconds = (System.nanoTime() - began) / 1e9;
	}

	/** Starts the platform without records. */
	static MeasuredPlatform start(Path home, Path work) throws Exception {
		return start(home, work, "--empty");
	}

	/** Starts the platform with the records of the demonstration's term, and waits until all are loaded. */
	static MeasuredPlatform demonstration(Path home, Path work) throws Exception {
		MeasuredPlatform platform = start(home, work, new String[0]);
		try {
			await(() -> Files.readString(work.resolve("run.log")).contains("Renda is ready"), platform.launcher::isAlive,
					"the demonstration");
			return platform;
		}
		catch (Exception ex) {
			platform.close();
			throw ex;
		}
	}

	private static MeasuredPlatform start(Path home, Path work, String... options) throws Exception {
		Bench.say("building and starting the platform; its log: " + work.resolve("run.log"));
		List<String> command = new ArrayList<>(List.of(home.resolve("run").toString(), "--data",
				work.resolve("data").toString(), "--port", "" + GATEWAY, "--services-port", "" + (GATEWAY + 1),
				"--identity-port", "" + IDENTITY));
		command.addAll(List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(work.resolve("run.log").toFile());
		builder.environment().put("RENDA_GATEWAY_RATE_LIMIT_ENABLED", "false");
		Process launcher = builder.start();
		Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
		try {
			// the script becomes the launcher once everything is built
			while (launcher.isAlive() && !launcher.info().command().orElse("").endsWith("/java")) {
				Thread.sleep(10);
			}
			return new MeasuredPlatform(work, launcher, System.nanoTime());
		}
		catch (Exception ex) {
			launcher.destroy();
			System.err.println(Files.readString(work.resolve("run.log")));
			throw ex;
		}
	}

	double startSeconds() {
		return this.startSeconds;
	}

	Processes processes() {
		return new Processes(this.launcher.toHandle());
	}

	String address(String application) {
		return "http://127.0.0.1:" + port(application);
	}

	private static int port(String application) {
		return application.equals("gateway") ? GATEWAY : GATEWAY + 1 + APPLICATIONS.indexOf(application);
	}

	String get(String service, String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path)).build());
	}

	String get(String service, String path, String language) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path)).header("Accept-Language", language).build());
	}

	String post(String service, String path, String type, Path body, String client)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path))
			.header("Content-Type", type)
			.header("Authorization", "Bearer " + token(client))
			.timeout(Duration.ofMinutes(15))
			.POST(HttpRequest.BodyPublishers.ofFile(body))
			.build());
	}

	/**
	 * Posts JSON with a key.
	 * @param client who does; null for nobody
	 */
	String create(String service, String path, String body, String key, String client)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(service) + path))
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (client != null) {
			request.header("Authorization", "Bearer " + token(client));
		}
		return send(request.build());
	}

	/** Posts text of a type. */
	String post(String service, String path, String type, String body, String client)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path))
			.header("Content-Type", type)
			.header("Authorization", "Bearer " + token(client))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	/** Reads as a client. */
	String read(String service, String path, String client) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path))
			.header("Authorization", "Bearer " + token(client))
			.build());
	}

	/** Takes a step on a case. */
	String step(String service, String path, String body, long version, String client)
			throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(address(service) + path))
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + token(client))
			.header("If-Match", "\"" + version + "\"")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build());
	}

	String token(String client) throws IOException, InterruptedException {
		String role = client.split("[.@/]")[0];
		return text(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + IDENTITY + "/oauth2/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(
					"grant_type=client_credentials&client_id=%s&client_secret=demo-%s".formatted(encode(client), role)))
			.build()), "access_token");
	}

	private String send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		if (answer.statusCode() / 100 != 2) {
			throw new IOException(
					request.method() + " " + request.uri() + " answered " + answer.statusCode() + "\n" + answer.body());
		}
		return answer.body();
	}

	/** The command and environment of a PostgreSQL client for a service's database. */
	ProcessBuilder client(String database, String... command) throws IOException {
		Path databases = this.work.resolve("data/databases");
		List<String> whole = new ArrayList<>(List.of(command));
		whole.addAll(1, List.of("-h", "127.0.0.1", "-p",
				Files.readAllLines(databases.resolve("postgres/postmaster.pid")).get(3), "-U", "postgres"));
		ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
		builder.environment().put("PGPASSWORD", Files.readString(databases.resolve("postgres.password")).strip());
		builder.environment().put("PGDATABASE", database);
		return builder;
	}

	String sql(String database, String statement) throws IOException, InterruptedException {
		return output(client(database, "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-c", statement));
	}

	static String output(ProcessBuilder builder) throws IOException, InterruptedException {
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(builder.command().getFirst() + ": " + output);
		}
		return output;
	}

	Path databaseLog() {
		return this.work.resolve("data/logs/postgres.log");
	}

	void await(int port, BooleanSupplier alive) throws Exception {
		HttpRequest readiness = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
			.build();
		await(() -> this.http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200, alive,
				readiness.uri().toString());
	}

	private static void await(Condition condition, BooleanSupplier alive, String what) throws Exception {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
		while (System.nanoTime() < end) {
			try {
				if (condition.holds()) {
					return;
				}
			}
			catch (IOException ex) {
				if (!alive.getAsBoolean()) {
					throw new IOException("ended before it was ready", ex);
				}
			}
			Thread.sleep(20);
		}
		throw new IOException("not ready after " + MOST_MINUTES + " minutes: " + what);
	}

	private interface Condition {

		boolean holds() throws Exception;

	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** The text of the first member of that name. */
	static String text(String json, String name) {
		Matcher member = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
		if (!member.find()) {
			throw new IllegalStateException("no " + name + " in " + json.substring(0, Math.min(300, json.length())));
		}
		return member.group(1);
	}

	@Override
	public void close() throws InterruptedException {
		this.launcher.destroy();
		this.launcher.waitFor(120, TimeUnit.SECONDS);
	}

	static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

}
