package renda.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the platform: the same reads and writes in PostgreSQL alone, in each service
 * and through the gateway, in interleaved rounds of one run on one machine. Run it with
 * {@code bench/run}.
 */
public final class Bench {

	/** Answers of a target after which it counts as warm. */
	private static final int WARM = 10_000;

	private final Path home;

	private final Plan plan;

	private final Results results;

	private Bench(Path home, Plan plan) {
		this.home = home;
		this.plan = plan;
		this.results = new Results(home, plan);
	}

	public static void main(String[] arguments) throws Exception {
		try {
			List<String> options = List.of(arguments).subList(1, arguments.length);
			System.exit(new Bench(Path.of(arguments[0]), Plan.of(options)).run() ? 0 : 1);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
		}
	}

	private boolean run() throws Exception {
		if (this.plan.restart() && this.plan.measures("work report")) {
			report();
		}
		Path work = Files.createTempDirectory(Files.createDirectories(this.home.resolve(".renda")), "bench-");
		try (MeasuredPlatform platform = MeasuredPlatform.start(this.home, work)) {
			this.results.figure("platform ready, all processes at once, from jars", platform.startSeconds(), "s");
			Load load = new Load(platform, this.home, work);
			Data data = new Data(this.home, platform, work);
			register(platform, load, data);
			records(platform, load, data);
			if (this.plan.measures("bulk import")) {
				bulk(load, data);
				if (this.plan.many() > 0) {
					many(platform, load, data);
				}
			}
			platform.processes().memory()
				.forEach((name, megabytes) -> this.results.figure("memory after the load, " + name, megabytes, "MB"));
			if (this.plan.restart() && this.plan.measures("start-up")) {
				say("start-up of each process alone");
				new StartUp(platform, work).measure(this.results);
			}
			return this.results.write();
		}
		finally {
			MeasuredPlatform.delete(work);
		}
	}

	/** The register with few texts, and again with all. */
	private void register(MeasuredPlatform platform, Load load, Data data) throws Exception {
		say("importing regulation texts");
		double imported = data.texts(0, Plan.FEW);
		measure(load, Scenario.register(platform, data, Plan.FEW), this.plan.warmUp() / 2);
		imported += data.texts(Plan.FEW, this.plan.texts());
		this.results.figure(this.plan.texts() + " regulation texts imported by the API", imported, "s");
		measure(load, Scenario.register(platform, data, this.plan.texts()), this.plan.warmUp() / 2);
	}

	/** Seats, reports and cases. */
	private void records(MeasuredPlatform platform, Load load, Data data) throws Exception {
		say("inserting rows");
		data.insert("deputy", this.plan.rows());
		data.insert("supervision", this.plan.rows());
		List<Scenario> scenarios = new ArrayList<>(Scenario.records(platform, this.plan.rows()));
		say("opening cases and multiplying them");
		Cases cases = new Cases(platform, data);
		if (this.plan.measures("suggestion")) {
			scenarios.addAll(cases.suggestions(this.plan.rows()));
		}
		if (this.plan.measures("comment")) {
			scenarios.addAll(cases.comments(Math.min(10_000, this.plan.rows())));
		}
		if (this.plan.measures("filing")) {
			scenarios.addAll(cases.filings(this.plan.rows()));
		}
		if (this.plan.measures("a vote")) {
			say("a congress votes");
			new Voting(platform).run(this.results);
		}
		measure(load, scenarios, this.plan.warmUp());
	}

	/** The work report over the records of the demonstration's term. */
	private void report() throws Exception {
		Path work = Files.createTempDirectory(Files.createDirectories(this.home.resolve(".renda")), "bench-");
		try (MeasuredPlatform platform = MeasuredPlatform.demonstration(this.home, work)) {
			say("reading the work report of a term");
			new WorkReport(platform).run(this.results);
		}
		finally {
			MeasuredPlatform.delete(work);
		}
	}

	/** Imports many rows in one request, and measures the lists that have grown by them. */
	private void many(MeasuredPlatform platform, Load load, Data data) throws Exception {
		int many = this.plan.many();
		say("bulk import of " + many + " rows");
		this.results.figure("%,d rows imported by the API, heap of 256 MB".formatted(many), data.bulk(many, "many"), "s");
		this.results.figure("memory of the service after it", platform.processes().memory().get("deputy"), "MB");
		platform.sql("deputy", "VACUUM ANALYZE");
		measure(load, Scenario.lists(platform, Integer.parseInt(platform.sql("deputy", "SELECT count(*) FROM deputy").strip())), 10);
	}

	/**
	 * Every round measures every target of every scenario once, so that a slow minute of
	 * the machine hits all.
	 */
	private void measure(Load load, List<Scenario> all, int warmUp) throws Exception {
		List<Scenario> scenarios = all.stream().filter((scenario) -> this.plan.measures(scenario.name())).toList();
		if (scenarios.isEmpty()) {
			return;
		}
		warmUp(load, scenarios, warmUp);
		for (Scenario scenario : scenarios) {
			load.capture(scenario);
		}
		for (int round = 1; round <= this.plan.rounds(); round++) {
			say("round " + round + " of " + this.plan.rounds());
			for (Scenario scenario : scenarios) {
				for (Target target : scenario.targets()) {
					this.results.add(scenario, target, load.run(scenario, target, this.plan.seconds()));
				}
			}
		}
	}

	/**
	 * For the time given at least, and until every target has answered enough requests to
	 * be compiled, which takes a busy machine longer; for four times the time at most.
	 */
	private void warmUp(Load load, List<Scenario> scenarios, int seconds) throws Exception {
		say("warming up for " + seconds + " s and more");
		Map<String, Double> answered = new HashMap<>();
		long began = System.nanoTime();
		for (double passed = 0; passed < 4.0 * seconds; passed = (System.nanoTime() - began) / 1e9) {
			boolean warm = passed >= seconds;
			for (Scenario scenario : scenarios) {
				for (Target target : scenario.targets()) {
					double before = answered.getOrDefault(scenario.name() + target, 0.0);
					if (target != Target.PGBENCH && (passed < seconds || before < WARM)) {
						answered.put(scenario.name() + target, before + load.run(scenario, target, 1).perSecond());
						warm = false;
					}
				}
			}
			if (warm) {
				return;
			}
		}
	}

	private void bulk(Load load, Data data) throws Exception {
		say("bulk import of " + this.plan.bulk() + " rows");
		List<Double> imported = new ArrayList<>();
		List<Double> copied = new ArrayList<>();
		for (int round = 1; round <= Math.min(3, this.plan.rounds()); round++) {
			imported.add(this.plan.bulk() / data.bulk(this.plan.bulk(), "r" + round));
			copied.add(this.plan.bulk() / data.copy("r" + round));
		}
		this.results.bulk(imported, copied);
	}

	static void say(String words) {
		System.out.printf("%tT %s%n", LocalTime.now(), words);
	}

}
