package renda.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

import tools.jackson.databind.JsonNode;

/**
 * Writes and reads organs through the gateway, as an office system would: every write
 * carries a key and is sent again until it is answered.
 */
final class Organs {

	static final String PATH = "/api/v1/supervision/organs";

	private final PlatformExtension platform;

	Organs(PlatformExtension platform) {
		this.platform = platform;
	}

	/**
	 * Registers an organ; sent again with the same key while nothing final is answered.
	 * @return where it is
	 */
	String register(String code) throws InterruptedException {
		String body = """
				{"code": "%s", "kind": "DEPARTMENT", "name": "某局", "area": "410100", "establishedOn": "2020-01-01",
				 "basis": "测试", "sample": true}""".formatted(code);
		return this.platform.persist("register-" + code, PATH, "general-office", body, 0)
			.headers()
			.firstValue("Location")
			.orElseThrow();
	}

	/**
	 * Renames an organ that is in its first version.
	 */
	void rename(String location, String name) throws InterruptedException {
		String body = "{\"from\": \"2021-01-01\", \"name\": \"%s\", \"area\": \"410100\", \"basis\": \"测试\"}"
			.formatted(name);
		this.platform.persist("rename-" + location, location + "/change", "general-office", body, 1);
	}

	/**
	 * The codes of all organs that begin with a prefix, read page by page; with a token,
	 * so that no cache answers.
	 */
	List<String> codes(String prefix) throws IOException, InterruptedException {
		List<String> codes = new ArrayList<>();
		String next = PATH + "?limit=500";
		while (next != null) {
			JsonNode page = this.platform.json(this.platform.get(next, "general-office"));
			page.get("items").forEach((organ) -> codes.add(organ.get("code").asString()));
			next = page.hasNonNull("next") ? PATH + "?limit=500&cursor=" + page.get("next").asString() : null;
		}
		return codes.stream().filter((code) -> code.startsWith(prefix)).toList();
	}

	/**
	 * Does something many times, a few at once, and gives what came out, in order.
	 */
	static <T> List<T> atOnce(int threads, int times, IntFunction<Callable<T>> work) throws InterruptedException {
		try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
			List<Future<T>> futures = new ArrayList<>();
			for (int i = 0; i < times; i++) {
				futures.add(pool.submit(work.apply(i)));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get(5, TimeUnit.MINUTES));
			}
			return results;
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Reads a feed from a place to where it ends now.
	 * @return the events, each as it came
	 */
	static List<JsonNode> feed(PlatformExtension platform, String service, String after)
			throws IOException, InterruptedException {
		return feed(platform, service, after, "");
	}

	/**
	 * The same as a client may read it.
	 */
	static List<JsonNode> feed(PlatformExtension platform, String service, String after, String client)
			throws IOException, InterruptedException {
		List<JsonNode> events = new ArrayList<>();
		String last = after;
		while (true) {
			String path = "/api/v1/" + service + "/events?limit=500" + (last.isEmpty() ? "" : "&lastEventId=" + last);
			HttpResponse<String> response = platform.get(URI.create(path).toString(), client);
			if (response.statusCode() != 200) {
				throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
			}
			JsonNode batch = platform.json(response);
			if (batch.isEmpty()) {
				return events;
			}
			batch.forEach(events::add);
			last = events.getLast().get("id").asString();
		}
	}

}
