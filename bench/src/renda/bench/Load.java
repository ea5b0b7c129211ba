package renda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests with wrk, and statements with pgbench, each for a number of seconds.
 */
final class Load {

	/** Requests at once. */
	private static final int CONNECTIONS = 32;

	/** Database connections of pgbench, as many as a service has. */
	private static final int CLIENTS = 10;

	private final MeasuredPlatform platform;

	private final Path work;

	private final Path script;

	private final Map<String, Path> statements = new HashMap<>();

	private final Map<String, Path> paths = new HashMap<>();

	Load(MeasuredPlatform platform, Path home, Path work) {
		this.platform = platform;
		this.work = work;
		this.script = home.resolve("bench/requests.lua");
	}

	/**
	 * What one measurement found.
	 *
	 * @param perSecond requests answered, or transactions
	 * @param errors answers that are not 2xx, and broken connections
	 * @param median in milliseconds
	 * @param slow 99 of a hundred were faster, in milliseconds
	 * @param bytes of an answer with its head
	 * @param processor processor time of all processes for one request, in microseconds
	 */
	record Measured(double perSecond, long errors, double median, double slow, double bytes, double processor) {
	}

	/** Learns the statements of a scenario. */
	void capture(Scenario scenario) throws Exception {
		Path file = this.work.resolve("statements-" + this.statements.size() + ".sql");
		Files.writeString(file, Statements.of(this.platform, scenario));
		this.statements.put(scenario.name(), file);
	}

	Measured run(Scenario scenario, Target target, int seconds) throws Exception {
		double before = this.platform.processes().processorSeconds();
		Measured measured = (target == Target.PGBENCH) ? pgbench(scenario, seconds) : wrk(scenario, target, seconds);
		double spent = this.platform.processes().processorSeconds() - before;
		return new Measured(measured.perSecond(), measured.errors(), measured.median(), measured.slow(),
				measured.bytes(), spent * 1e6 / (measured.perSecond() * seconds));
	}

	private Measured wrk(Scenario scenario, Target target, int seconds) throws Exception {
		Path file = this.paths.get(scenario.name());
		if (file == null) {
			file = Files.write(this.work.resolve("paths-" + this.paths.size()), scenario.paths());
			this.paths.put(scenario.name(), file);
		}
		String address = this.platform.address((target == Target.DIRECT) ? scenario.service() : "gateway");
		ProcessBuilder builder = new ProcessBuilder("wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s",
				this.script.toString(), address)
			.redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.put("BENCH_PATHS", file.toString());
		environment.put("BENCH_VARY", (target == Target.CACHED) ? "0" : "1");
		if (scenario.body() != null) {
			environment.put("BENCH_METHOD", "POST");
			environment.put("BENCH_BODY", scenario.body());
			if (scenario.client() != null) {
				environment.put("BENCH_TOKEN", this.platform.token(scenario.client()));
			}
		}
		String output = MeasuredPlatform.output(builder);
		Matcher result = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)").matcher(output);
		if (!result.find()) {
			throw new IOException(output);
		}
		double requests = Math.max(1, Double.parseDouble(result.group(1)));
		return new Measured(requests / (Double.parseDouble(result.group(2)) / 1e6), Long.parseLong(result.group(3)),
				Double.parseDouble(result.group(4)) / 1000, Double.parseDouble(result.group(5)) / 1000,
				Double.parseDouble(result.group(6)) / requests, 0);
	}

	private Measured pgbench(Scenario scenario, int seconds) throws Exception {
		String output = MeasuredPlatform.output(this.platform.client(scenario.service(), "pgbench", "-n", "-M", "prepared", "-c",
				"" + CLIENTS, "-j", "1", "-T", "" + seconds, "-f", this.statements.get(scenario.name()).toString()));
		return new Measured(number(output, "tps = ([0-9.]+)"),
				(long) number(output, "number of failed transactions: (\\d+)"),
				number(output, "latency average = ([0-9.]+)"), 0, 0, 0);
	}

	private static double number(String output, String pattern) throws IOException {
		Matcher number = Pattern.compile(pattern).matcher(output);
		if (!number.find()) {
			throw new IOException(output);
		}
		return Double.parseDouble(number.group(1));
	}

}
