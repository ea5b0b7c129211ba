package renda.legislation.regulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The invented regulations of the demonstration give the term's figures, records outside
 * the filters notwithstanding.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

	private static final Path FOLDER = Path.of("../local/src/main/resources/demonstration/legislation");

	private static final String BASE = "/api/v1/legislation";

	@Autowired
	private WebTestClient client;

	private final JsonMapper json = new JsonMapper();

	@BeforeAll
	void loadsTheDemonstration() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (String line : Files.readAllLines(FOLDER.resolve("regulations.list"), StandardCharsets.UTF_8)) {
			String[] parts = line.split("\t");
			files.put(parts[1], Files.readAllBytes(FOLDER.resolve(parts[0])));
		}
		JsonNode report = this.json.readTree(this.client.post()
			.uri(BASE + "/imports/regulations?sample=true")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(files))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
		assertThat(report.path("failed").asInt()).isZero();
		assertThat(report.path("rows").asInt()).isEqualTo(files.size());
	}

	private JsonNode get(String path) {
		return this.json.readTree(this.client.get()
			.uri(BASE + path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

	private JsonNode figure(String key, String by) {
		return get("/figures?term=15&asOf=2022-12-31&key=" + key + by).path("figures").get(0);
	}

	private Map<String, Long> counts(String key, String by) {
		return figure(key, "&by=" + by).path("counts")
			.valueStream()
			.collect(Collectors.toMap((count) -> count.path("group").asString(),
					(count) -> count.path("value").asLong()));
	}

	@Test
	void givesTheFiguresOfTheTerm() {
		assertThat(figure("reg_enacted_revised", "").path("value").asInt()).isEqualTo(10);
		assertThat(figure("reg_amended_events", "").path("value").asInt()).isEqualTo(33);
		assertThat(figure("reg_package", "").path("value").asInt()).isEqualTo(8);
		assertThat(figure("reg_repealed", "").path("value").asInt()).isEqualTo(12);
	}

	@Test
	void givesTheBreakdowns() {
		assertThat(counts("reg_enacted_revised", "year"))
			.isEqualTo(Map.of("2019", 3L, "2020", 2L, "2021", 2L, "2022", 3L));
		assertThat(counts("reg_enacted_revised", "kind")).isEqualTo(Map.of("enacted", 9L, "revised", 1L));
		assertThat(counts("reg_amended_events", "year"))
			.isEqualTo(Map.of("2018", 1L, "2020", 17L, "2021", 11L, "2022", 4L));
		assertThat(counts("reg_amended_events", "form")).isEqualTo(Map.of("package", 32L, "single", 1L));
		assertThat(counts("reg_repealed", "year")).isEqualTo(Map.of("2019", 2L, "2020", 6L, "2021", 3L, "2022", 1L));
	}

	@Test
	void linksEachFigureToExactlyItsRecords() {
		for (String key : new String[] { "reg_enacted_revised", "reg_amended_events", "reg_package", "reg_repealed" }) {
			JsonNode figure = figure(key, "");
			String link = java.net.URLDecoder.decode(figure.path("items").asString(), StandardCharsets.UTF_8);
			JsonNode items = get(link.substring(BASE.length()) + "&limit=1000");
			assertThat(items.path("items").size()).as(key).isEqualTo(figure.path("value").asInt());
		}
	}

	@Test
	void countsNothingAfterTheDayAskedFor() {
		assertThat(get("/figures?term=15&asOf=2020-12-31&key=reg_amended_events").path("figures")
			.get(0)
			.path("value")
			.asInt()).isEqualTo(18);
	}

	@Test
	void amendsFewerRegulationsThanItCountsAmendments() {
		JsonNode changes = get("/changes?kind=AMENDED&level=CITY&approved=true&term=15&limit=1000");
		assertThat(changes.path("items").valueStream().map((item) -> item.path("regulationId").asString()).distinct())
			.hasSizeLessThan(33);
	}

	@Test
	void showsEveryStatus() {
		for (String status : new String[] { "IN_FORCE", "REPEALED", "NOT_YET_IN_FORCE", "NOT_YET_APPROVED" }) {
			assertThat(get("/regulations?status=" + status).path("items").size()).as(status).isPositive();
		}
	}

}
