package renda.bench;

import java.io.File;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system under test: the platform as {@code ./run} starts it, on ports of its own,
 * with durable data in a folder of its own, and without a limit on requests.
 */
final class Sut implements AutoCloseable {

	static final List<String> APPLICATIONS = List.of("legislation", "supervision", "deputy", "gateway");

	private static final int GATEWAY = 28080;

	private static final int IDENTITY = 28120;

	private static final int SPARE = 28140;

	private static final int MANAGEMENT = 10;

	private static final int MOST_MINUTES = 10;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Path work;

	private final Process launcher;

	private final double startSeconds;

	private Sut(Path work, Process launcher, long began) throws Exception {
		this.work = work;
		this.launcher = launcher;
		for (String application : APPLICATIONS) {
			await(port(application) + MANAGEMENT, launcher::isAlive);
		}
		this.startSeconds = (System.nanoTime() - began) / 1e9;
	}

	/** Starts the platform without records. */
	static Sut start(Path home, Path work) throws Exception {
		return start(home, work, "--empty");
	}

	/** Starts the platform with the records of the demonstration's term, and waits until all are loaded. */
	static Sut demonstration(Path home, Path work) throws Exception {
		Sut sut = start(home, work, new String[0]);
		try {
			await(() -> Files.readString(work.resolve("run.log")).contains("Renda is ready"), sut.launcher::isAlive,
					"the demonstration");
			return sut;
		}
		catch (Exception ex) {
			sut.close();
			throw ex;
		}
	}

	private static Sut start(Path home, Path work, String... options) throws Exception {
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
			return new Sut(work, launcher, System.nanoTime());
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

	/**
	 * Processor time of all processes of the platform, and of the load that was waited
	 * for.
	 */
	double processorSeconds() throws IOException {
		double ticks = ticks(ProcessHandle.current().pid(), 15, 17);
		for (ProcessHandle process : this.launcher.descendants().toList()) {
			ticks += ticks(process.pid(), 13, 17);
		}
		return (ticks + ticks(this.launcher.pid(), 13, 17)) / 100;
	}

	private static double ticks(long pid, int from, int to) throws IOException {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid, "stat"));
			// the name, which may hold blanks, ends with the last parenthesis; the state is field 3
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			double ticks = 0;
			for (int field = from; field < to; field++) {
				ticks += Double.parseDouble(fields[field - 2]);
			}
			return ticks;
		}
		catch (java.nio.file.NoSuchFileException ex) {
			return 0;
		}
	}

	/**
	 * Resident memory of each process in megabytes; PostgreSQL's as the sum of what is
	 * not shared.
	 */
	Map<String, Double> memory() throws IOException {
		Map<String, Double> memory = new LinkedHashMap<>();
		for (String application : APPLICATIONS) {
			memory.put(application, kilobytes(pid(application), "status", "VmRSS:") / 1024);
		}
		double postgres = 0;
		for (ProcessHandle process : this.launcher.descendants().toList()) {
			if (process.info().command().orElse("").endsWith("/postgres")) {
				postgres += kilobytes(process.pid(), "smaps_rollup", "Pss:");
			}
		}
		memory.put("PostgreSQL", postgres / 1024);
		return memory;
	}

	private static double kilobytes(long pid, String file, String name) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid, file))) {
			return lines.filter((line) -> line.startsWith(name))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
	}

	private long pid(String application) throws IOException {
		for (ProcessHandle process : this.launcher.descendants().toList()) {
			List<String> command = words(process.pid(), "cmdline");
			if (!command.isEmpty() && command.getLast().matches(".*/" + application + "(-service)?-[^/]*\\.jar")) {
				return process.pid();
			}
		}
		throw new IOException(application + " is not running");
	}

	private static List<String> words(long pid, String file) throws IOException {
		return List.of(Files.readString(Path.of("/proc/" + pid, file)).split("\0"));
	}

	/**
	 * Starts one more copy of each application while all others idle, until it says that
	 * it is ready: as it is, and with a JDK cache of what its start loads.
	 */
	void startUp(Results results) throws Exception {
		for (String application : APPLICATIONS) {
			Path cache = this.work.resolve(application + ".aot");
			List<Double> plain = new ArrayList<>();
			List<Double> cached = new ArrayList<>();
			copy(application, "-XX:AOTCacheOutput=" + cache);
			for (int i = 0; i < 2; i++) {
				plain.add(copy(application));
				cached.add(copy(application, "-XX:AOTCache=" + cache));
			}
			results.figure("start-up, " + application, Results.median(plain), "s");
			results.figure("start-up with an AOT cache, " + application, Results.median(cached), "s");
		}
	}

	private double copy(String application, String... options) throws Exception {
		List<String> command = new ArrayList<>(words(pid(application), "cmdline"));
		command.removeIf((word) -> word.startsWith("-XX:AOT"));
		command.addAll(1, List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File("/dev/null"));
		builder.environment().clear();
		for (String variable : words(pid(application), "environ")) {
			String[] parts = variable.split("=", 2);
			builder.environment().put(parts[0], parts[1]);
		}
		builder.environment().put("SERVER_PORT", "" + SPARE);
		builder.environment().put("MANAGEMENT_SERVER_PORT", "" + (SPARE + MANAGEMENT));
		long began = System.nanoTime();
		Process copy = builder.start();
		try {
			await(SPARE + MANAGEMENT, copy::isAlive);
			return (System.nanoTime() - began) / 1e9;
		}
		finally {
			copy.destroy();
			if (!copy.waitFor(90, TimeUnit.SECONDS)) {
				copy.destroyForcibly().waitFor();
			}
		}
	}

	private void await(int port, BooleanSupplier alive) throws Exception {
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
