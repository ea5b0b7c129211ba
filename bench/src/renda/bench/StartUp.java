package renda.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long each application takes from its start until it is ready.
 */
final class StartUp {

	/** The port of the copy; the ports of the platform itself are taken. */
	private static final int SPARE = 28140;

	private final MeasuredPlatform platform;

	private final Processes processes;

	private final Path work;

	StartUp(MeasuredPlatform platform, Path work) {
		this.platform = platform;
		this.processes = platform.processes();
		this.work = work;
	}

	/**
	 * Starts one more copy of each application while all others idle, until it says that
	 * it is ready: as it is, and with a JDK cache of what its start loads.
	 */
	void measure(Results results) throws Exception {
		for (String application : MeasuredPlatform.APPLICATIONS) {
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
		List<String> command = new ArrayList<>(Processes.words(this.processes.pid(application), "cmdline"));
		command.removeIf((word) -> word.startsWith("-XX:AOT"));
		command.addAll(1, List.of(options));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(new File("/dev/null"));
		builder.environment().clear();
		for (String variable : Processes.words(this.processes.pid(application), "environ")) {
			String[] parts = variable.split("=", 2);
			builder.environment().put(parts[0], parts[1]);
		}
		builder.environment().put("SERVER_PORT", "" + SPARE);
		builder.environment().put("MANAGEMENT_SERVER_PORT", "" + (SPARE + MeasuredPlatform.MANAGEMENT));
		long began = System.nanoTime();
		Process copy = builder.start();
		try {
			this.platform.await(SPARE + MeasuredPlatform.MANAGEMENT, copy::isAlive);
			return (System.nanoTime() - began) / 1e9;
		}
		finally {
			copy.destroy();
			if (!copy.waitFor(90, TimeUnit.SECONDS)) {
				copy.destroyForcibly().waitFor();
			}
		}
	}

}
