package renda.bench;

import java.util.List;

/**
 * What is measured and for how long.
 *
 * @param rows seats and reports in the first part
 * @param many seats in the second part; 0 for none
 * @param texts regulation texts
 * @param bulk rows of the bulk import
 * @param warmUp seconds of load before the first measurement
 * @param rounds measurements of each target
 * @param seconds the length of one
 * @param restart whether start-up is measured
 * @param only a part of the names of what is measured; empty: everything, imports, memory
 * and start-up too
 */
record Plan(int rows, int many, int texts, int bulk, int warmUp, int rounds, int seconds, boolean restart,
		String only) {

	private static final String ONLY = "--only=";

	private static final Plan FULL = new Plan(100_000, 1_000_000, 3_400, 100_000, 180, 3, 4, true, "");

	private static final Plan QUICK = new Plan(60_000, 0, 100, 5_000, 15, 1, 1, false, "");

	static Plan of(List<String> options) {
		Plan plan = options.contains("--quick") ? QUICK : FULL;
		return new Plan(value(options, "rows", plan.rows), value(options, "many", plan.many),
				value(options, "texts", plan.texts), value(options, "bulk", plan.bulk),
				value(options, "warm-up", plan.warmUp), value(options, "rounds", plan.rounds),
				value(options, "seconds", plan.seconds), plan.restart, only(options));
	}

	/** Whether a scenario is measured. */
	boolean measures(Scenario scenario) {
		return scenario.name().contains(this.only);
	}

	private static String only(List<String> options) {
		return options.stream()
			.filter((option) -> option.startsWith(ONLY))
			.map((option) -> option.substring(ONLY.length()))
			.findFirst()
			.orElse("");
	}

	private static int value(List<String> options, String name, int usual) {
		int value = usual;
		for (String option : options) {
			if (!option.startsWith(ONLY) && !option.matches("--quick|--(rows|many|texts|bulk|warm-up|rounds|seconds)=[0-9]{1,8}")) {
				throw new IllegalArgumentException("bench/run [--quick] [--rows=N] [--many=N] [--texts=N] [--bulk=N]"
						+ " [--warm-up=SECONDS] [--rounds=N] [--seconds=N] [--only=WORDS], not " + option);
			}
			if (option.startsWith("--" + name + "=")) {
				value = Integer.parseInt(option.substring(name.length() + 3));
			}
		}
		return value;
	}

}
