package renda.local;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} while cases take their steps: each step that was answered is there,
 * with its clock and its event, and none is there twice.
 */
class CaseCrashTest {

	private static final int CASES = 60;

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@BeforeAll
	static void ground() throws Exception {
		Ground.lay(platform);
	}

	@ParameterizedTest
	@ValueSource(strings = { "deputy", "postgres" })
	void everyAnsweredStepIsThereOnceWithItsClockAndItsEvent(String process) throws Exception {
		AtomicInteger answered = new AtomicInteger();
		List<String> cases = Organs.atOnce(6, CASES, (i) -> () -> {
			String key = "case-crash-" + process + "-" + i;
			String location = platform.persist(key, "/api/v1/deputy/suggestions", "deputy", """
					{"title": "关于%s的建议", "content": "请办理。", "field": "SOCIAL", "oneMatter": true}""".formatted(key), 0)
				.headers()
				.firstValue("Location")
				.orElseThrow();
			if (answered.incrementAndGet() == CASES / 3) {
				platform.kill(process);
			}
			platform.persist(key + "-submit", location + "/submit", "deputy", "{}", 1);
			return location;
		});
		platform.awaitReady(process);
		assertThat(new HashSet<>(cases)).hasSize(CASES);
		for (String location : cases) {
			JsonNode shown = platform.json(platform.get(location, "deputy"));
			assertThat(shown.path("version").asLong()).isEqualTo(2);
			assertThat(shown.path("deadlines")).hasSize(1);
			assertThat(platform.json(platform.get(location + "/timeline", "deputy")).valueStream())
				.extracting((step) -> step.path("step").asString())
				.containsExactly("draft", "submit");
		}
		List<String> subjects = Organs.feed(platform, "deputy", "")
			.stream()
			.filter((event) -> event.path("type").asString().endsWith("suggestion.submitted"))
			.map((event) -> event.path("subject").asString())
			.toList();
		assertThat(subjects).as("events of drafts are not for everyone").isEmpty();
		List<String> told = Organs.feed(platform, "deputy", "", "deputy-office")
			.stream()
			.filter((event) -> event.path("type").asString().endsWith("suggestion.submitted"))
			.map((event) -> event.path("subject").asString())
			.filter((subject) -> cases.stream().anyMatch((location) -> location.endsWith(subject.split("/")[1])))
			.toList();
		assertThat(told).hasSize(CASES).doesNotHaveDuplicates();
	}

}
