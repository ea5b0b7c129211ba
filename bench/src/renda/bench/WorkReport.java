package renda.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The work report through the gateway, one request after another, each computed anew.
 */
final class WorkReport {

	private static final int WARM_UP = 100;

	private static final int REQUESTS = 50;

	private static final String PATH = "/api/v1/work-report?term=15";

	private final MeasuredPlatform platform;

	WorkReport(MeasuredPlatform platform) {
		this.platform = platform;
	}

	void run(Results results) throws Exception {
		String report = this.platform.get("gateway", PATH);
		long figures = Pattern.compile("\"key\"\\s*:").matcher(report).results().count();
		results.figure("figures of a work report", figures, "");
		List<Double> waits = new ArrayList<>();
		for (int i = 0; i < WARM_UP + REQUESTS; i++) {
			long sent = System.nanoTime();
			// a language of its own, so that no cache answers
			this.platform.get("gateway", PATH, "zh,en;q=0." + (1000 + i));
			if (i >= WARM_UP) {
				waits.add((System.nanoTime() - sent) / 1e6);
			}
		}
		results.figure("the work report of a term, median", Results.median(waits), "ms");
		results.figure("the work report of a term, slowest of " + REQUESTS, waits.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), "ms");
	}

}
