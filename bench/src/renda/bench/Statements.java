package renda.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements a service sends for a request, taken from the server's log, as a script
 * for pgbench. What differs from one request to the next is chosen at random among the
 * values seen.
 */
final class Statements {

	private static final int REQUESTS = 200;

	private static final int CHANGES = 20;

	private static final Pattern ENTRY = Pattern.compile("^#(\\d+)\\|(\\w*)\\|(\\w+):  (.*)$");

	private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

	private static final String UUID_V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

	/** What the service does besides answering requests. */
	private static final Pattern BACKGROUND = Pattern.compile(
			"(?i)\\b(outbox|event\\w*|audit\\w*|webhook\\w*|delivery|subscription\\w*|checkpoint\\w*|consumer\\w*|import_job|audit_seal\\w*|SELECT 1)\\b");

	private Statements() {
	}

	private record Sent(String process, String text, Map<Integer, String> values) {
	}

	static String of(MeasuredPlatform platform, Scenario scenario) throws Exception {
		platform.sql("postgres", "ALTER SYSTEM SET log_line_prefix = '#%p|%d|'");
		platform.sql("postgres", "ALTER SYSTEM SET log_statement = 'all'");
		platform.sql("postgres", "SELECT pg_reload_conf(), pg_sleep(0.5)");
		int from = Files.readString(platform.databaseLog()).length();
		long since = System.currentTimeMillis();
		int requests = (scenario.body() != null) ? CHANGES : REQUESTS;
		for (int i = 0; i < requests; i++) {
			String path = scenario.paths().get(i % scenario.paths().size());
			if (scenario.body() != null) {
				String unique = unique(i);
				platform.create(scenario.service(), path, scenario.body().replace("%U", unique), "bench-" + unique,
						scenario.client());
			}
			else {
				platform.get(scenario.service(), path);
			}
		}
		platform.sql("postgres", "ALTER SYSTEM SET log_statement = 'none'");
		platform.sql("postgres", "SELECT pg_reload_conf(), pg_sleep(0.5)");
		List<Sent> sent = read(Files.readString(platform.databaseLog()).substring(from), scenario.service());
		return (scenario.body() != null) ? change(sent, since) : read(sent, requests);
	}

	private static String unique(int i) {
		return "capture" + i + "x";
	}

	private static List<Sent> read(String log, String database) {
		List<Sent> sent = new ArrayList<>();
		List<String> entries = new ArrayList<>();
		for (String line : log.split("\n")) {
			if (line.startsWith("\t") && !entries.isEmpty()) {
				entries.add(entries.removeLast() + "\n" + line.substring(1));
			}
			else {
				entries.add(line);
			}
		}
		for (String entry : entries) {
			int end = entry.indexOf('\n');
			Matcher head = ENTRY.matcher((end < 0) ? entry : entry.substring(0, end));
			if (!head.matches() || !head.group(2).equals(database)) {
				continue;
			}
			String text = head.group(4) + ((end < 0) ? "" : entry.substring(end));
			if (head.group(3).equals("LOG") && text.matches("(?s)(execute [^:]+|statement): .*")) {
				sent.add(new Sent(head.group(1), text.substring(text.indexOf(": ") + 2), new TreeMap<>()));
			}
			else if (head.group(3).equals("DETAIL") && !sent.isEmpty()) {
				Matcher value = PARAMETER.matcher(text);
				while (value.find()) {
					sent.getLast().values().put(Integer.valueOf(value.group(1)), value.group(2));
				}
			}
		}
		return sent;
	}

	/** The statements that came with every request, each with all values seen. */
	private static String read(List<Sent> sent, int requests) {
		Map<String, List<Sent>> byText = new LinkedHashMap<>();
		sent.stream()
			.filter((one) -> !BACKGROUND.matcher(one.text()).find())
			.forEach((one) -> byText.computeIfAbsent(one.text(), (_) -> new ArrayList<>()).add(one));
		StringBuilder script = new StringBuilder("\\set n random(1, " + requests + ")\n");
		byText.forEach((text, all) -> {
			if (all.size() >= requests) {
				script.append(Statements.with(text, all)).append(";\n");
			}
		});
		return script.toString();
	}

	private static String with(String text, List<Sent> all) {
		String statement = text;
		for (int parameter : all.getFirst().values().keySet().stream().sorted((a, b) -> b - a).toList()) {
			List<String> values = all.stream().map((one) -> one.values().get(parameter)).toList();
			boolean same = values.stream().distinct().count() == 1;
			String value = same ? literal(values.getFirst())
					: "(ARRAY[" + String.join(",", values.stream().map(Statements::literal).toList()) + "]"
							+ type(values) + ")[:n]" + array(values);
			statement = put(statement, parameter, value);
		}
		return statement;
	}

	/** An array of arrays would be one of two dimensions: each is chosen as its text. */
	private static String array(List<String> values) {
		return !values.stream().allMatch((value) -> value.startsWith("'{") && !value.startsWith("'{\"")) ? ""
				: values.stream().allMatch((value) -> value.matches("'\\{[0-9a-f,-]*}'")) ? "::uuid[]" : "::text[]";
	}

	private static String type(List<String> values) {
		if (values.stream().allMatch((value) -> value.matches("'[0-9a-f]{8}-[0-9a-f-]{27}'"))) {
			return "::uuid[]";
		}
		return values.stream().allMatch((value) -> value.matches("'\\d{4}-\\d\\d-\\d\\d'")) ? "::date[]" : "::text[]";
	}

	/**
	 * The first transaction that kept an answer. What must be new each time it is sent is:
	 * the key, the ids made for it, and the codes that people call cases by.
	 */
	private static String change(List<Sent> sent, long since) {
		String process = sent.stream()
			.filter((one) -> one.text().contains("INSERT INTO idempotency_key"))
			.findFirst()
			.orElseThrow()
			.process();
		List<Sent> own = sent.stream().filter((one) -> one.process().equals(process)).toList();
		int key = 0;
		while (!own.get(key).text().contains("INSERT INTO idempotency_key")) {
			key++;
		}
		int begin = key;
		while (!own.get(begin).text().startsWith("BEGIN")) {
			begin--;
		}
		String unique = Arrays.stream(own.get(key).values().get(2).replace("'", "").split("-"))
			.skip(1)
			.findFirst()
			.orElseThrow();
		Pattern fresh = Pattern.compile(Pattern.quote(unique) + "|" + UUID_V7 + "|\\b[A-Z]{1,8}-20\\d\\d-\\d{4,}\\b");
		StringBuilder script = new StringBuilder("\\set u random(1, 200000000000000)\n");
		for (Sent one : own.subList(begin, own.size())) {
			String statement = one.text();
			for (int parameter : one.values().keySet().stream().sorted((a, b) -> b - a).toList()) {
				statement = put(statement, parameter, renewed(one.values().get(parameter), fresh, since));
			}
			script.append(statement.replaceAll(";\\s*$", "")).append(";\n");
			if (one.text().startsWith("COMMIT")) {
				break;
			}
		}
		return script.toString();
	}

	/**
	 * A value with what is new in it made of the random number.
	 */
	private static String renewed(String value, Pattern fresh, long since) {
		if (value.equals("NULL")) {
			return value;
		}
		StringBuilder made = new StringBuilder();
		String text = value.substring(1, value.length() - 1);
		Matcher matcher = fresh.matcher(text);
		int from = 0;
		while (matcher.find()) {
			String found = matcher.group();
			boolean id = found.matches(UUID_V7);
			if (id && Long.parseLong(found.substring(0, 13).replace("-", ""), 16) < since) {
				continue;
			}
			made.append(literal("'" + text.substring(from, matcher.start()) + "'")).append("||");
			made.append(id ? "'" + found.substring(0, 24) + "'||lpad(to_hex(:u::bigint), 12, '0')"
					: found.matches("[A-Z]+-\\d+-\\d+") ? "'" + found + "-'||:u" : "'u'||:u");
			made.append("||");
			from = matcher.end();
		}
		if (from == 0) {
			return literal(value);
		}
		made.append(literal("'" + text.substring(from) + "'"));
		String type = text.matches(UUID_V7) ? "::uuid" : text.matches("\\{" + UUID_V7 + "}") ? "::uuid[]"
				: text.startsWith("{") && !text.startsWith("{\"") ? "::text[]" : "";
		return "(" + made + ")" + type;
	}

	private static String put(String statement, int parameter, String value) {
		return statement.replaceAll("\\$" + parameter + "(?!\\d)", Matcher.quoteReplacement(value));
	}

	/** pgbench would take what follows a colon for the name of a variable. */
	private static String literal(String value) {
		return value.contains(":") ? "E" + value.replace("\\", "\\\\").replace(":", "\\x3a") : value;
	}

}
