package renda.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One kind of request.
 *
 * @param name as it stands in the table
 * @param service the service that answers
 * @param paths one is chosen at random for each request
 * @param body of a POST, where {@code %U} becomes unique; null for a GET
 * @param client who asks; null for nobody
 */
record Scenario(String name, String service, List<String> paths, String body, String client) {

	private static final int LIMIT = 50;

	private static final int PAGE = 1000;

	static Scenario read(String name, String service, List<String> paths) {
		return new Scenario(name, service, paths, null, null);
	}

	List<Target> targets() {
		return (this.body != null) ? List.of(Target.PGBENCH, Target.DIRECT, Target.GATEWAY) : List.of(Target.values());
	}

	static List<Scenario> records(MeasuredPlatform platform, int rows) throws Exception {
		List<Scenario> all = new ArrayList<>(lists(platform, rows));
		all.add(read("report by id", "supervision",
				ids(platform, "supervision", "work_report", "/api/v1/supervision/work-reports/%s")));
		all.add(new Scenario("create a seat", "deputy", List.of("/api/v1/deputy/deputies"),
				"""
						{"congress":"bench","electingUnit":"bench-7","person":"%U","name":"新代表","sex":"FEMALE","electedOn":"2022-01-01"}""",
				"deputy-office@990100"));
		return all;
	}

	/** Reads of the register while it holds so many texts. */
	static List<Scenario> register(MeasuredPlatform platform, Data data, int texts) throws Exception {
		String after = " of " + String.format("%,d", texts);
		String regulation = "/api/v1/legislation/regulations/%s";
		return List.of(
				read("regulation by id" + after, "legislation", ids(platform, "legislation", "regulation", regulation)),
				read("text at a date" + after, "legislation",
						ids(platform, "legislation", "regulation", regulation + "/text?on=2021-10-01")),
				read("table of contents" + after, "legislation",
						ids(platform, "legislation", "regulation", regulation + "/toc")),
				read("search in articles" + after, "legislation",
						data.words().stream().map((word) -> "/api/v1/legislation/search?q=" + MeasuredPlatform.encode(word)).toList()));
	}

	static List<Scenario> lists(MeasuredPlatform platform, int rows) throws Exception {
		String list = "/api/v1/deputy/deputies?limit=" + LIMIT;
		String after = " of " + String.format("%,d", rows);
		return List.of(read("seat by id" + after, "deputy", ids(platform, "deputy", "deputy", "/api/v1/deputy/deputies/%s")),
				read("list, page 1" + after, "deputy", List.of(list)),
				read("list, page " + PAGE + after, "deputy", deep(platform, list)));
	}

	static List<String> ids(MeasuredPlatform platform, String service, String table, String path) throws Exception {
		return platform.sql(service, "SELECT id FROM %s ORDER BY random() LIMIT 1000".formatted(table))
			.lines()
			.map(path::formatted)
			.toList();
	}

	/** The path of a page, found by following the cursors. */
	static String page(MeasuredPlatform platform, String service, String list, int number) throws Exception {
		String path = list;
		for (int page = 1; page < number; page++) {
			path = list + "&cursor=" + MeasuredPlatform.text(platform.get(service, path), "next");
		}
		return path;
	}

	/** Ten pages around the thousandth, found by following the cursors. */
	private static List<String> deep(MeasuredPlatform platform, String list) throws Exception {
		List<String> pages = new ArrayList<>();
		String path = list;
		for (int page = 1; page < PAGE + 5; page++) {
			path = list + "&cursor=" + MeasuredPlatform.text(platform.get("deputy", path), "next");
			if (page >= PAGE - 5) {
				pages.add(path);
			}
		}
		return pages;
	}

}
