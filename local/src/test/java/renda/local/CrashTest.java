package renda.local;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} in the middle of writes: nothing acknowledged is lost, nothing is
 * applied twice, everything comes back by itself.
 */
class CrashTest {

	private static final int WRITES = 240;

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	private final Organs organs = new Organs(platform);

	@ParameterizedTest
	@ValueSource(strings = { "supervision", "postgres", "gateway" })
	void losesNoWriteAndAppliesNoneTwiceWhenAProcessIsKilled(String process) throws Exception {
		String prefix = "crash-" + process + "-";
		AtomicInteger answered = new AtomicInteger();
		List<String> locations = Organs.atOnce(8, WRITES, (i) -> () -> {
			String location = this.organs.register(prefix + i);
			if (answered.incrementAndGet() == WRITES / 3) {
				platform.kill(process);
			}
			return location;
		});
		platform.awaitReady(process);
		assertThat(new HashSet<>(locations)).hasSize(WRITES);
		assertThat(this.organs.codes(prefix)).hasSize(WRITES)
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, WRITES).mapToObj((i) -> prefix + i).toList());
		List<String> events = Organs.feed(platform, "supervision", "")
			.stream()
			.filter((event) -> event.get("type").asString().endsWith("organ.established"))
			.map((event) -> event.get("data").get("code").asString())
			.filter((code) -> code.startsWith(prefix))
			.toList();
		assertThat(events).hasSize(WRITES).doesNotHaveDuplicates();
	}

}
