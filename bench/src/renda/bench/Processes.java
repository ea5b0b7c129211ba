package renda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processes of the platform, as Linux tells of them in {@code /proc}.
 */
final class Processes {

	private final ProcessHandle launcher;

	Processes(ProcessHandle launcher) {
		this.launcher = launcher;
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
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

	/**
	 * Resident memory of each process in megabytes; PostgreSQL's as the sum of what is
	 * not shared.
	 */
	Map<String, Double> memory() throws IOException {
		Map<String, Double> memory = new LinkedHashMap<>();
		for (String application : MeasuredPlatform.APPLICATIONS) {
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

	long pid(String application) throws IOException {
		for (ProcessHandle process : this.launcher.descendants().toList()) {
			List<String> command = words(process.pid(), "cmdline");
			if (!command.isEmpty() && command.getLast().matches(".*/" + application + "(-service)?-[^/]*\\.jar")) {
				return process.pid();
			}
		}
		throw new IOException(application + " is not running");
	}

	static List<String> words(long pid, String file) throws IOException {
		return List.of(Files.readString(Path.of("/proc/" + pid, file)).split("\0"));
	}

}
