package renda.local;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With one service away the others go on, the report says what is missing, and what was
 * missed is caught up.
 */
class OutageTest {

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@Test
	void showsTheFiguresOfAServiceThatIsDownAsMissingAndNeverAsWrong() throws Exception {
		platform.kill("supervision");
		JsonNode figure = figure("work_reports");
		assertThat(figure.path("missing").asBoolean(false) || figure.hasNonNull("value")).isTrue();
		while (figure.path("missing").asBoolean(false)) {
			assertThat(figure.hasNonNull("value")).isFalse();
			figure = figure("work_reports");
		}
		assertThat(figure.get("value").isIntegralNumber()).isTrue();
		platform.awaitReady("supervision");
	}

	@Test
	void keepsACopyOfRegulationTitlesAndCatchesUp() throws Exception {
		register("市测试样例供水条例");
		awaitTitle("市测试样例供水条例");
		platform.kill("deputy");
		register("市测试样例供热条例");
		platform.awaitReady("deputy");
		awaitTitle("市测试样例供热条例");
		platform.kill("legislation");
		assertThat(titles("市测试样例供水条例").statusCode()).isEqualTo(200);
		platform.awaitReady("legislation");
	}

	private static JsonNode figure(String key) throws Exception {
		JsonNode report = platform.json(platform.get("/api/v1/work-report?term=15&asOf=2022-12-31", ""));
		JsonNode found = report.findParents("key")
			.stream()
			.filter((node) -> node.path("key").asString("").equals(key))
			.findFirst()
			.orElseThrow();
		return found;
	}

	private static void register(String title) throws Exception {
		String text = """
				# %s

				2022年6月30日 郑州市第十五届人民代表大会常务委员会第三十五次会议通过

				2022年7月30日 河南省第十三届人民代表大会常务委员会第三十四次会议批准

				<!-- INFO END -->

				第一条 为了测试，制定本条例。

				第二条 本条例自2022年10月1日起施行。
				""".formatted(title);
		HttpResponse<String> response = platform.post("/api/v1/legislation/imports/regulations", "legislative-office",
				"text/markdown;charset=UTF-8", text);
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
	}

	private static void awaitTitle(String title) throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(60));
		while (!titles(title).body().contains(title)) {
			assertThat(Instant.now()).as("not caught up: " + title).isBefore(end);
			Thread.sleep(200);
		}
	}

	private static HttpResponse<String> titles(String title) throws Exception {
		return platform.get("/api/v1/deputy/regulation-titles?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8),
				"");
	}

}
