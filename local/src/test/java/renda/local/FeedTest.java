package renda.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixteen writers at once and readers polling throughout, over two copies of the service:
 * every reader sees every event once, and each organ's events in order.
 */
class FeedTest {

	private static final int WRITERS = 16;

	private static final int ORGANS = 320;

	@RegisterExtension
	static PlatformExtension platform = PlatformExtension.copies(2);

	@Test
	void everyReaderSeesEveryEventOnceAndInOrder() throws Exception {
		Organs organs = new Organs(platform);
		AtomicBoolean writing = new AtomicBoolean(true);
		try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
			List<Future<List<JsonNode>>> seen = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				seen.add(readers.submit(reader(writing)));
			}
			Organs.atOnce(WRITERS, ORGANS, (i) -> () -> {
				String location = organs.register("feed-" + i);
				organs.rename(location, "改名后的局");
				return location;
			});
			writing.set(false);
			for (Future<List<JsonNode>> reader : seen) {
				check(reader.get());
			}
		}
	}

	private static Callable<List<JsonNode>> reader(AtomicBoolean writing) {
		return () -> {
			List<JsonNode> events = new ArrayList<>();
			boolean last = false;
			while (!last) {
				// what is committed before this line is in what is read after it
				last = !writing.get();
				String after = events.isEmpty() ? "" : events.getLast().get("id").asString();
				events.addAll(Organs.feed(platform, "supervision", after));
			}
			return events;
		};
	}

	private static void check(List<JsonNode> events) {
		List<String> ids = events.stream().map((event) -> event.get("id").asString()).toList();
		assertThat(ids).doesNotHaveDuplicates();
		Map<String, List<String>> bySubject = new HashMap<>();
		events.stream()
			.filter((event) -> event.get("data").path("code").asString("").startsWith("feed-"))
			.forEach((event) -> bySubject
				.computeIfAbsent(event.get("subject").asString(), (subject) -> new ArrayList<>())
				.add(event.get("type").asString()));
		assertThat(bySubject).hasSize(ORGANS);
		assertThat(bySubject.values()).allSatisfy((types) -> assertThat(types).hasSize(2)
			.satisfies((both) -> assertThat(both.get(0)).endsWith("organ.established"))
			.satisfies((both) -> assertThat(both.get(1)).endsWith("organ.changed")));
	}

}
