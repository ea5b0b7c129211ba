package renda.local;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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

	@Test
	void finishesAnImportThatWasCutOffWhenItIsSentAgainWithItsKey() throws Exception {
		StringBuilder rows = new StringBuilder("code,kind,name,area,parent,from,basis,sample\n");
		for (int i = 0; i < 3000; i++) {
			rows.append("cut-off-").append(i).append(",DEPARTMENT,某局,410100,,2020-01-01,测试,true\n");
		}
		Thread upload = Thread.ofVirtual().start(() -> {
			try {
				upload(rows);
			}
			catch (Exception ex) {
				// cut off, as intended
			}
		});
		while (this.organs.codes("cut-off-").isEmpty()) {
			Thread.onSpinWait();
		}
		platform.kill("supervision");
		upload.join();
		platform.awaitReady("supervision");
		JsonNode job = null;
		while (job == null || !"FINISHED".equalsIgnoreCase(job.path("state").asString(""))) {
			try {
				job = platform.json(upload(rows));
			}
			catch (java.io.IOException ex) {
				// not back yet
			}
		}
		assertThat(job.get("failed").asInt()).isZero();
		assertThat(this.organs.codes("cut-off-")).hasSize(3000).doesNotHaveDuplicates();
	}

	private static java.net.http.HttpResponse<String> upload(CharSequence rows) throws Exception {
		return platform.send(platform.request("/api/v1/supervision/imports/organs", "general-office")
			.timeout(java.time.Duration.ofMinutes(3))
			.header("Content-Type", "text/csv;charset=UTF-8")
			.header("Idempotency-Key", "cut-off")
			.POST(java.net.http.HttpRequest.BodyPublishers.ofString(rows.toString())));
	}

}
