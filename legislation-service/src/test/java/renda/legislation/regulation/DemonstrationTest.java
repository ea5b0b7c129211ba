package renda.legislation.regulation;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import renda.legislation.ledger.LedgerCalls;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

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
			String link = URLDecoder.decode(figure.path("items").asString(), StandardCharsets.UTF_8);
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

	@Test
	void givesTheFiguresOfContactPointsExpertsAndPressConferences() throws IOException {
		LedgerCalls office = LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE);
		LedgerCalls general = LedgerCalls.by(this.client, Role.GENERAL_OFFICE);
		for (String file : List.of("contact-points", "experts", "press-conferences", "contact-requests",
				"contact-opinions")) {
			load(office, file);
		}
		for (String file : List.of("organ-changes", "legislative-assistance", "chronicle")) {
			load(general, file);
		}
		assertThat(office.figure("contact_points").path("value").asInt()).isEqualTo(21);
		assertThat(office.parts("contact_points", "host")).containsEntry("COUNTY", 12L)
			.containsEntry("DEVELOPMENT_ZONE", 4L);
		assertThat(office.figure("experts").path("value").asInt()).isEqualTo(35);
		assertThat(office.parts("experts", "field"))
			.isEqualTo(Map.of("LAW", 14L, "ECONOMY", 7L, "ENVIRONMENT", 5L, "CULTURE", 4L, "GOVERNANCE", 5L));
		assertThat(office.parts("press_conferences", "year"))
			.isEqualTo(Map.of("2019", 1L, "2020", 1L, "2021", 1L, "2022", 1L));
		assertThat(office.parts("press_conference_regs", "year"))
			.isEqualTo(Map.of("2019", 1L, "2020", 1L, "2021", 2L, "2022", 2L));
		assertThat(office.figure("provincial_assist_regs").path("value").asInt()).isEqualTo(4);
		List<String> ten = get("/changes?level=CITY&approved=true&making=true&term=15&limit=1000").path("items")
			.valueStream()
			.map((change) -> change.path("regulationId").asString())
			.toList();
		assertThat(get("/press-conference-regulations?term=15").path("items")
			.valueStream()
			.map((covered) -> covered.path("regulation").asString())).hasSize(6).isSubsetOf(ten);
	}

	private static void load(LedgerCalls office, String file) throws IOException {
		JsonNode job = office.csv(file, Files.readString(FOLDER.resolve(file + ".csv")));
		assertThat(job.path("failed").asInt()).as("%s: %s", file, job.path("errors")).isZero();
		assertThat(job.path("created").asInt()).as(file).isPositive();
	}

}
