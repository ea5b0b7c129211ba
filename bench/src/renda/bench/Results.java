package renda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, written as JSON and as the tables of docs/performance.md.
 */
final class Results {

	private static final String BEGIN = "<!-- measured -->";

	private static final String END = "<!-- /measured -->";

	private final Path home;

	private final Plan plan;

	private final Map<String, Map<Target, List<Load.Measured>>> requests = new LinkedHashMap<>();

	private final Map<String, String> figures = new LinkedHashMap<>();

	Results(Path home, Plan plan) {
		this.home = home;
		this.plan = plan;
	}

	void add(Scenario scenario, Target target, Load.Measured measured) {
		this.requests.computeIfAbsent(scenario.name(), (_) -> new EnumMap<>(Target.class))
			.computeIfAbsent(target, (_) -> new ArrayList<>())
			.add(measured);
		System.out.printf("  %-32s %-16s %,9.0f/s  %.1f ms  %,.0f us%s%n", scenario.name(), target.words, measured.perSecond(),
				measured.median(), measured.processor(), (measured.errors() > 0) ? "  ERRORS " + measured.errors() : "");
	}

	void figure(String name, double value, String unit) {
		this.figures.put(name, ((value < 10) ? "%.1f %s" : "%,.0f %s").formatted(value, unit));
		System.out.println("  " + name + ": " + this.figures.get(name));
	}

	void bulk(List<Double> imported, List<Double> copied) {
		figure("bulk import by the API", median(imported), "rows/s");
		figure("the same rows by \\copy", median(copied), "rows/s");
		figure("bulk import against \\copy", 100 * median(imported) / median(copied), "%");
	}

	static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static double median(List<Load.Measured> rounds, ToDoubleFunction<Load.Measured> value) {
		return median(rounds.stream().map(value::applyAsDouble).toList());
	}

	/**
	 * Half the distance between the slowest and the fastest round, in percent of the
	 * median.
	 */
	private static long spread(List<Load.Measured> rounds) {
		double least = rounds.stream().mapToDouble(Load.Measured::perSecond).min().orElse(0);
		double most = rounds.stream().mapToDouble(Load.Measured::perSecond).max().orElse(0);
		return Math.round(50 * (most - least) / median(rounds, Load.Measured::perSecond));
	}

	private long errors() {
		return this.requests.values()
			.stream()
			.flatMap((targets) -> targets.values().stream())
			.flatMap(List::stream)
			.mapToLong(Load.Measured::errors)
			.sum();
	}

	/**
	 * Writes everything; a run with an error counts as failed.
	 */
	boolean write() throws IOException {
		String tables = tables();
		System.out.println("\n" + tables);
		boolean whole = this.plan.restart() && this.plan.only().isEmpty();
		if (whole) {
			Path folder = Files.createDirectories(this.home.resolve("bench/results"));
			Files.writeString(folder.resolve(LocalDate.now() + ".json"), json());
			Path page = this.home.resolve("docs/performance.md");
			String text = Files.readString(page);
			int begin = text.indexOf(BEGIN) + BEGIN.length();
			Files.writeString(page, text.substring(0, begin) + "\n" + tables + text.substring(text.indexOf(END)));
		}
		if (errors() > 0) {
			System.out.println("ERRORS: " + errors());
		}
		return errors() == 0;
	}

	private String tables() {
		StringBuilder table = new StringBuilder(
				"""
						Measured %s: %,d seats and reports, %,d regulation texts, %d s warm-up, %d rounds of %d s each; medians, requests \
						per second; in brackets the share of pgbench; ± half the distance of slowest and fastest round. Errors: %d.

						| request | pgbench | service | gateway | gateway, cached | median ms (service, gateway) | 99 %% ms | bytes |
						|---|--:|--:|--:|--:|--:|--:|--:|
						"""
					.formatted(LocalDate.now(), this.plan.rows(), this.plan.texts(), this.plan.warmUp(),
							this.plan.rounds(), this.plan.seconds(), errors()));
		this.requests.forEach((name, targets) -> {
			double whole = median(targets.get(Target.PGBENCH), Load.Measured::perSecond);
			table.append("| ").append(name);
			for (Target target : Target.values()) {
				List<Load.Measured> rounds = targets.get(target);
				table.append(" | ");
				if (rounds != null) {
					double perSecond = median(rounds, Load.Measured::perSecond);
					table.append("%,.0f".formatted(perSecond));
					table.append((target == Target.PGBENCH) ? "" : " (%.0f %%)".formatted(100 * perSecond / whole));
					table.append(" ±").append(spread(rounds)).append(" %");
				}
			}
			List<Load.Measured> direct = targets.get(Target.DIRECT);
			List<Load.Measured> gateway = targets.get(Target.GATEWAY);
			table.append(" | %.1f, %.1f | %.0f, %.0f | %,.0f |%n".formatted(median(direct, Load.Measured::median),
					median(gateway, Load.Measured::median), median(direct, Load.Measured::slow),
					median(gateway, Load.Measured::slow), median(direct, Load.Measured::bytes)));
		});
		table.append(processor());
		table.append("\n| figure | value |\n|---|--:|\n");
		this.figures
			.forEach((name, value) -> table.append("| ").append(name).append(" | ").append(value).append(" |\n"));
		return table.toString();
	}

	/**
	 * The same by processor time, which other work on the machine does not change much.
	 */
	private String processor() {
		StringBuilder table = new StringBuilder("""

				Processor time of all processes together for one request, in microseconds; in brackets how \
				many requests it buys for one of pgbench's.

				| request | pgbench | service | gateway | gateway, cached |
				|---|--:|--:|--:|--:|
				""");
		this.requests.forEach((name, targets) -> {
			double whole = median(targets.get(Target.PGBENCH), Load.Measured::processor);
			table.append("| ").append(name);
			for (Target target : Target.values()) {
				List<Load.Measured> rounds = targets.get(target);
				table.append(" | ");
				if (rounds != null) {
					double processor = median(rounds, Load.Measured::processor);
					table.append("%,.0f".formatted(processor));
					table.append((target == Target.PGBENCH) ? "" : " (%.0f %%)".formatted(100 * whole / processor));
				}
			}
			table.append(" |\n");
		});
		return table.toString();
	}

	private String json() {
		StringBuilder json = new StringBuilder(
				"{\n  \"date\": \"%s\", \"plan\": \"%s\",\n  \"requests\": [".formatted(LocalDate.now(), this.plan));
		String separator = "\n";
		for (var request : this.requests.entrySet()) {
			for (var target : request.getValue().entrySet()) {
				json.append(separator)
					.append("    {\"request\": \"%s\", \"target\": \"%s\", \"rounds\": [".formatted(request.getKey(),
							target.getKey().words));
				json.append(String.join(", ", target.getValue()
					.stream()
					.map((one) -> "{\"perSecond\": %.1f, \"errors\": %d, \"medianMs\": %.2f, \"p99Ms\": %.2f, \"bytes\": %.0f, \"processorMicros\": %.1f}"
						.formatted(one.perSecond(), one.errors(), one.median(), one.slow(), one.bytes(), one.processor()))
					.toList()));
				json.append("]}");
				separator = ",\n";
			}
		}
		json.append("\n  ],\n  \"figures\": {");
		separator = "\n";
		for (var figure : this.figures.entrySet()) {
			json.append(separator)
				.append("    \"%s\": \"%s\"".formatted(figure.getKey().replace("\\", "\\\\"), figure.getValue()));
			separator = ",\n";
		}
		return json.append("\n  }\n}\n").toString();
	}

}
