package renda.legislation.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
 * The city's real regulations, where they are beside the project.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterCorpusTest {

	private static final String BASE = "/api/v1/legislation";

	private static final Path FOLDER = Path.of("../../shared/regulations/zhengzhou");

	@Autowired
	private WebTestClient client;

	private final JsonMapper json = new JsonMapper();

	private JsonNode report = this.json.createObjectNode();

	@BeforeAll
	void importsTheRealTexts() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the real texts are not beside the project");
		this.report = load(FOLDER);
	}

	private JsonNode load(Path folder) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (Stream<Path> all = Files.list(folder)) {
			for (Path file : all.sorted().toList()) {
				files.put(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
		return this.json.readTree(this.client.mutate()
			.responseTimeout(Duration.ofMinutes(2))
			.build()
			.post()
			.uri(BASE + "/imports/regulations")
			.header("Authorization", "Bearer " + Tokens.of(Role.LEGISLATIVE_OFFICE).value())
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(files))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
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

	@Test
	void takesAllTextsAndCountsThem() {
		assertThat(this.report.path("state").asString()).isEqualTo("finished");
		assertThat(this.report.path("created").asInt()).isEqualTo(65);
		assertThat(this.report.path("failed").asInt()).isZero();
	}

	@Test
	void takesTheSameTextsAgainWithoutAnyChange() throws IOException {
		JsonNode again = load(FOLDER);
		assertThat(again.path("unchanged").asInt()).isEqualTo(65);
		assertThat(again.path("created").asInt() + again.path("updated").asInt()).isZero();
	}

	@Test
	void countsTheDocumentedAmendmentsOfTheFifteenthTerm() {
		JsonNode amended = get("/changes?kind=AMENDED&level=CITY&approved=true&term=15&asOf=2022-12-31&limit=1000");
		assertThat(amended.path("items").size()).isEqualTo(29);
		assertThat(amended.path("items").valueStream().map((item) -> item.path("regulationId").asString()).distinct())
			.hasSize(26);
	}

	@Test
	void countsTheSevenOfTheTenNewRegulationsThatAreInTheCollection() {
		JsonNode made = get("/changes?making=true&level=CITY&approved=true&term=15&asOf=2022-12-31&limit=1000");
		assertThat(made.path("items").valueStream().map((item) -> item.path("title").asString()))
			.containsExactlyInAnyOrder("郑州市停车场建设管理条例", "郑州市规范城市客运行为若干规定", "郑州市贾鲁河保护条例", "郑州市城市公共汽车客运条例",
					"郑州市房屋使用安全管理条例", "郑州市物业管理条例", "郑州市古树名木及古树后备资源保护条例");
	}

	@Test
	void knowsThePackageOfSeventeen() {
		JsonNode acts = get("/acts?packaged=true&year=2020");
		assertThat(acts.path("items").valueStream().map((act) -> act.path("regulations").asInt())).containsExactly(17);
	}

	@Test
	void tellsThatTheProvinceMadeTheAirportRegulation() {
		JsonNode found = get("/regulations?title=" + "航空港");
		assertThat(found.path("items").get(0).path("level").asString()).isEqualTo("PROVINCE");
	}

	@Test
	void holdsNoneOfTheRealRegulationsForUnapproved() {
		assertThat(get("/regulations?status=NOT_YET_APPROVED").path("items").size()).isZero();
		assertThat(get("/regulations?status=IN_FORCE&limit=1000").path("items").size()).isEqualTo(65);
	}

	@Test
	void findsTwoCharacterWordsInTitlesFirst() {
		JsonNode found = get("/search?q=" + "养犬");
		assertThat(found.path("items").get(0).path("title").asString()).isEqualTo("郑州市城市养犬管理条例");
		assertThat(found.path("items").get(0).path("fragment").path("html").asString()).contains("<mark>养犬</mark>");
		assertThat(found.path("items").size()).isGreaterThan(10);
	}

}
