package renda.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured and for how long.
 *
 * @param rows seats and reports in the first part
 * @param many seats imported for the second part; 0 for none
 * @param texts regulation texts, of which the first {@link #FEW} are measured alone too
 * @param bulk rows of the bulk import
 * @param warmUp seconds of load before the first measurement
 * @param rounds measurements of each target
 * @param seconds the length of one
 * @param restart whether start-up and the work report are measured too
 * @param only parts of the names of what is measured, with commas; empty: everything
 */
record Plan(int rows, int many, int texts, int bulk, int warmUp, int rounds, int seconds, boolean restart,
		String only) {

	/** As many as one city has. */
	static final int FEW = 65;

	private static final String ONLY = "--only=";

	private static final Plan FULL = new Plan(100_000, 1_000_000, 3_423, 100_000, 180, 3, 3, true, "");

	private static final Plan QUICK = new Plan(60_000, 0, 100, 5_000, 15, 1, 1, false, "");

	static Plan of(List<String> options) {
		Plan plan = options.contains("--quick") ? QUICK : FULL;
		return new Plan(value(options, "rows", plan.rows), value(options, "many", plan.many),
				value(options, "texts", plan.texts), value(options, "bulk", plan.bulk),
				value(options, "warm-up", plan.warmUp), value(options, "rounds", plan.rounds),
				value(options, "seconds", plan.seconds), plan.restart, only(options));
	}

	/** Whether something is measured: a scenario, or what goes by these words. */
	boolean measures(String name) {
		return Stream.of(this.only.split(",")).anyMatch(name::contains);
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
