package renda.deputy.roster;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renda.deputy.DeputyFixtures;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.deputy.DeputyFixtures.get;
import static renda.deputy.DeputyFixtures.load;
import static renda.deputy.DeputyFixtures.office;

@ServiceTest
class RosterFiguresTest {

	private static final int SEATS = 558 + 3634 + 5931;

	private static final int UNCOUNTED = 42;

	private static final int LONGEST_LIST = 16 * 1024 * 1024;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@BeforeAll
	static void roster(@Autowired WebTestClient client) {
		DeputyFixtures.ground(client);
		JsonNode job = load(client, "deputies", DeputyFixtures.deputies(), office());
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(SEATS + UNCOUNTED);
	}

	@ParameterizedTest
	@CsvSource({ "deputies_city, 558", "deputies_county, 3634", "deputies_town, 5931" })
	void countsExactlyTheSeatsItsItemsLinkLists(String key, int value) {
		JsonNode figure = figure(key, "term=15&asOf=2022-12-31");
		assertThat(figure.path("value").asInt()).isEqualTo(value);
		assertThat(figure.path("display").asString()).isEqualTo(String.valueOf(value));
		String lines = this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LONGEST_LIST))
			.build()
			.get()
			.uri(figure.path("items").asString())
			.accept(MediaType.APPLICATION_NDJSON)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(lines.lines()).hasSize(value);
		assertThat(lines).doesNotContain("贺无效", "补选者");
	}

	@ParameterizedTest
	@ValueSource(strings = { "area", "sex", "electingUnit", "field", "group" })
	void addsUpByEveryGroupToTheWhole(String by) {
		JsonNode figure = figure("deputies_city", "term=16&by=" + by);
		assertThat(figure.path("value").asInt()).isEqualTo(558);
		assertThat(figure.path("counts").valueStream().mapToInt((count) -> count.path("value").asInt()).sum())
			.isEqualTo(558);
	}

	@Test
	void countsByElectingUnitAsTheyElected() {
		JsonNode counts = figure("deputies_city", "term=16&by=electingUnit").path("counts");
		assertThat(counts).hasSize(13);
		assertThat(counts.toString()).contains("{\"group\":\"410100-410105\",\"value\":84}",
				"{\"group\":\"410100-army\",\"value\":16}");
		assertThat(figure("deputies_county", "term=16&by=area").path("counts").toString())
			.contains("{\"group\":\"410106\",\"value\":187}");
	}

	@Test
	void countsOneCountyAndLinksToIt() {
		JsonNode figure = figure("deputies_county", "term=16&filter.area=410106");
		assertThat(figure.path("value").asInt()).isEqualTo(187);
		assertThat(figure.path("items").asString()).endsWith("&county=410106");
		this.client.get()
			.uri("/api/v1/deputy/figures?term=16&filter.colour=red")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void countsTheCongressThatWasTheLatestOnTheDay() {
		assertThat(figure("deputies_city", "term=15&asOf=2022-12-19").path("value").asInt()).isEqualTo(20);
	}

	@Test
	void changesNothingWhenTheSameRowsComeAgain() {
		long before = events();
		for (List<String> kind : List.of(List.of("areas", DeputyFixtures.areas()),
				List.of("congresses", DeputyFixtures.congresses()), List.of("electing-units", DeputyFixtures.units()),
				List.of("deputies", DeputyFixtures.deputies()))) {
			JsonNode job = load(this.client, kind.get(0), kind.get(1) + "\n", office());
			assertThat(job.path("created").asInt() + job.path("updated").asInt() + job.path("failed").asInt())
				.as(job.toString())
				.isZero();
			assertThat(job.path("unchanged").asInt()).isEqualTo((int) kind.get(1).lines().count() - 1);
		}
		assertThat(events()).isEqualTo(before);
	}

	private long events() {
		return this.database.sql("SELECT count(*) AS events FROM outbox")
			.map((row) -> row.get("events", Long.class))
			.one()
			.block();
	}

	private JsonNode figure(String key, String query) {
		return get(this.client, "/api/v1/deputy/figures?key=" + key + "&" + query, "").path("figures").path(0);
	}

}
