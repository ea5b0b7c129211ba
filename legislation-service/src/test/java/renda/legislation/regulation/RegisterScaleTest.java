package renda.legislation.regulation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A collection of many texts: {@code -Drenda.test.texts=3423} makes it as large as the
 * public one, with 43 articles a text.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterScaleTest {

	private static final int TEXTS = Integer.getInteger("renda.test.texts", 260);

	private static final int ARTICLES = 42;

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database database;

	private final JsonMapper json = new JsonMapper();

	private JsonNode report = this.json.createObjectNode();

	@BeforeAll
	void takesTheCollection() {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int i = 0; i < TEXTS; i++) {
			String title = "开封市第" + i + "号花灯条例";
			files.put("地方性法规/" + title + "(2015-05-20).md",
					RegulationFixtures.any(title, ARTICLES, i).getBytes(StandardCharsets.UTF_8));
		}
		long start = System.nanoTime();
		this.report = this.json.readTree(this.client.mutate()
			.responseTimeout(Duration.ofMinutes(10))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
			.build()
			.post()
			.uri("/api/v1/legislation/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(files))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
		System.out.printf("%d texts in %d s%n", TEXTS, (System.nanoTime() - start) / 1_000_000_000);
	}

	@Test
	void takesAllTextsAndArticles() throws SQLException {
		assertThat(this.report.path("created").asInt()).isEqualTo(TEXTS);
		try (var connection = this.database.connect();
				var rows = connection.createStatement().executeQuery("SELECT count(*) FROM article")) {
			rows.next();
			assertThat(rows.getInt(1)).isEqualTo(TEXTS * (ARTICLES + 1));
		}
	}

	@Test
	void walksTheListWithoutLossOrRepeat() {
		List<String> titles = new ArrayList<>();
		String next = "";
		do {
			JsonNode page = get("/regulations?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
			page.path("items").forEach((item) -> titles.add(item.path("title").asString()));
			next = page.path("next").asString("");
		}
		while (!next.isEmpty());
		assertThat(titles).hasSize(TEXTS).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void asksTheIndexForTheTextOnADay() throws SQLException {
		try (var connection = this.database.connect(); var statement = connection.createStatement()) {
			statement.execute("ANALYZE");
			try (var rows = statement.executeQuery("""
					EXPLAIN SELECT v.id FROM regulation_version v
					WHERE v.regulation_id = '00000000-0000-0000-0000-000000000000' AND v.effective_on <= '2020-01-01'
						AND v.kind <> 'INTERPRETED'
					ORDER BY v.effective_on DESC, v.position DESC LIMIT 1""")) {
				StringBuilder plan = new StringBuilder();
				while (rows.next()) {
					plan.append(rows.getString(1)).append('\n');
				}
				assertThat(plan.toString()).contains("regulation_version_effective").doesNotContain("Sort");
			}
		}
	}

	@Test
	void ranksAtMostTwoHundredPlacesOfACommonWord() {
		int seen = 0;
		String next = "";
		do {
			JsonNode page = get("/search?q=施行&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
			seen += page.path("items").size();
			next = page.path("next").asString("");
		}
		while (!next.isEmpty());
		assertThat(seen).isEqualTo(Math.min(TEXTS, 200));
	}

	private JsonNode get(String path) {
		return this.json.readTree(this.client.get()
			.uri("/api/v1/legislation" + path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

}
