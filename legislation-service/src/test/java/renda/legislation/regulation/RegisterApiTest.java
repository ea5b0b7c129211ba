package renda.legislation.regulation;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@Import(RegisterApiTest.MovableClock.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterApiTest {

	private static final String BASE = "/api/v1/legislation";

	private static final String LANTERNS = "郑州市花灯会管理条例";

	@Autowired
	private WebTestClient client;

	@Autowired
	private MovableClock.Hand hand;

	private final JsonMapper json = new JsonMapper();

	@BeforeAll
	void importsTheSamples() {
		this.hand.set("2022-12-31");
		JsonNode report = load(RegulationFixtures.zip(List.of(RegulationFixtures.lanterns())));
		assertThat(report.path("created").asInt()).isEqualTo(1);
		report = load(RegulationFixtures.zip(List.of(RegulationFixtures.lanternsAmended(), RegulationFixtures.bridges(),
				RegulationFixtures.awaiting(), RegulationFixtures.repealed(), "# 说明\n\n这不是法规。\n")));
		assertThat(report.path("created").asInt()).isEqualTo(3);
		assertThat(report.path("updated").asInt()).isEqualTo(1);
		assertThat(report.path("failed").asInt()).isEqualTo(1);
		assertThat(report.path("files").size()).isEqualTo(5);
		assertThat(report.path("files").get(4).path("outcome").asString()).isEqualTo("REFUSED");
	}

	private JsonNode load(byte[] zip) {
		return body(this.client.post()
			.uri(BASE + "/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(zip), 200);
	}

	private JsonNode body(WebTestClient.RequestHeadersSpec<?> request, int status) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		String words = (result.getResponseBody() != null) ? new String(result.getResponseBody(), StandardCharsets.UTF_8)
				: "";
		assertThat(result.getStatus().value()).as(words).isEqualTo(status);
		return words.isEmpty() ? this.json.createObjectNode() : this.json.readTree(words);
	}

	private JsonNode get(String path, Object... values) {
		return body(this.client.get().uri(BASE + path, values), 200);
	}

	private JsonNode regulation(String title) {
		return get("/regulations?title={title}", title).path("items").get(0);
	}

	private String id(String title) {
		return regulation(title).path("id").asString();
	}

	private WebTestClient.RequestBodySpec post(String path, Object... values) {
		return this.client.post()
			.uri(BASE + path, values)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
			.contentType(MediaType.APPLICATION_JSON);
	}

	@Test
	@Order(1)
	void showsTheTextInForceOnADay() {
		String id = id(LANTERNS);
		JsonNode before = get("/regulations/{id}/text?on=2021-10-01", id);
		assertThat(before.path("version").path("kind").asString()).isEqualTo("ENACTED");
		assertThat(before.path("text").toString()).doesNotContain("有雨伞");
		JsonNode after = get("/regulations/{id}/text", id);
		assertThat(after.path("version").path("kind").asString()).isEqualTo("AMENDED");
		assertThat(after.path("version").path("effectiveSource").asString()).isEqualTo("APPROVAL");
		assertThat(after.path("text").toString()).contains("有雨伞");
	}

	@Test
	@Order(1)
	void neverShowsAnotherTextInsteadOfOneThatIsNotHeld() {
		String id = id("郑州市木桥养护条例");
		JsonNode problem = body(this.client.get().uri(BASE + "/regulations/{id}/text?on=2015-01-01", id), 404);
		assertThat(problem.path("inForce").path("label").asString()).isEqualTo("2012年制定");
		assertThat(problem.path("held").size()).isEqualTo(1);
		assertThat(problem.path("held").get(0).path("label").asString()).isEqualTo("2021年修正");
		body(this.client.get().uri(BASE + "/regulations/{id}/text?on=2000-01-01", id), 404);
	}

	@Test
	@Order(1)
	void computesTheStatusOnADay() {
		assertThat(regulation("油灯").path("status").asString()).isEqualTo("REPEALED");
		assertThat(get("/regulations?title=油灯&on=2019-01-01").path("items").get(0).path("status").asString())
			.isEqualTo("IN_FORCE");
		assertThat(get("/regulations?title=花灯&on=2019-08-01").path("items").get(0).path("status").asString())
			.isEqualTo("NOT_YET_IN_FORCE");
		assertThat(regulation("风筝").path("status").asString()).isEqualTo("NOT_YET_APPROVED");
		assertThat(get("/regulations?status=REPEALED").path("items").size()).isEqualTo(1);
	}

	@Test
	@Order(1)
	void joinsAPackageIntoOneAct() {
		JsonNode acts = get("/acts?packaged=true");
		assertThat(acts.path("items").size()).isEqualTo(1);
		JsonNode act = get("/acts/{id}", acts.path("items").get(0).path("id").asString());
		assertThat(act.path("changes").valueStream().map((change) -> change.path("title").asString()))
			.containsExactlyInAnyOrder(LANTERNS, "郑州市木桥养护条例");
	}

	@Test
	@Order(1)
	void writesSixFormats() {
		String id = id(LANTERNS);
		for (Map.Entry<String, String> format : Map
			.of("text/html", "<html", "text/markdown", "# 郑州市花灯会管理条例", "text/plain", "第一条", "application/akn+xml",
					"akomaNtoso", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK",
					"application/json", "\"version\"")
			.entrySet()) {
			EntityExchangeResult<byte[]> result = this.client.get()
				.uri(BASE + "/regulations/{id}/text", id)
				.header("Accept", format.getKey())
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.contentTypeCompatibleWith(format.getKey())
				.expectBody()
				.returnResult();
			assertThat(new String(Objects.requireNonNull(result.getResponseBody()), StandardCharsets.UTF_8))
				.contains(format.getValue());
		}
		body(this.client.get().uri(BASE + "/regulations/{id}/text", id).header("Accept", "image/png"), 406);
	}

	@Test
	@Order(1)
	void answersNotModifiedToTheSameTag() {
		String id = id(LANTERNS);
		String tag = this.client.get()
			.uri(BASE + "/regulations/{id}/text", id)
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getETag();
		this.client.get()
			.uri(BASE + "/regulations/{id}/text", id)
			.header("If-None-Match", tag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	@Order(1)
	void showsContentsAndArticles() {
		String id = id(LANTERNS);
		JsonNode toc = get("/regulations/{id}/toc", id);
		assertThat(toc.path("articles").asInt()).isEqualTo(4);
		assertThat(toc.path("entries").get(1).path("children").get(0).path("id").asString()).isEqualTo("art_3");
		JsonNode article = get("/regulations/{id}/articles/art_3?on=2021-01-01", id);
		assertThat(article.path("words").asString()).contains("（二）有桥");
		assertThat(article.path("previous").asString()).isEqualTo("art_2");
		body(this.client.get().uri(BASE + "/regulations/{id}/articles/art_99", id), 404);
	}

	@Test
	@Order(1)
	void linksReferencesAndShowsWhatAChangeTouches() {
		JsonNode references = get("/regulations/{id}/references", id("郑州市木桥养护条例"));
		assertThat(references.valueStream()
			.filter((link) -> link.path("regulationId").asString("").equals(id(LANTERNS)))
			.map((link) -> link.path("reference").path("target").asString())).containsExactly("art_3");
		JsonNode impact = get("/regulations/{id}/impact", id(LANTERNS));
		assertThat(impact.path("items").size()).isEqualTo(1);
		assertThat(impact.path("items").get(0).path("places").get(0).path("label").asString()).isEqualTo("第二条");
	}

	@Test
	@Order(1)
	void comparesTwoDays() {
		String id = id(LANTERNS);
		JsonNode diff = get("/regulations/diff?from={id}@2021-10-01&to={id}", id, id);
		assertThat(diff.path("same").asBoolean()).isFalse();
		assertThat(diff.path("diff").path("summary").path("changed").asInt()).isEqualTo(1);
		this.client.get()
			.uri(BASE + "/regulations/diff?from={id}@2021-10-01&to={id}&format=html", id, id)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith("text/html");
		body(this.client.get().uri(BASE + "/regulations/diff?from=x&to=y"), 400);
	}

	@Test
	@Order(1)
	void comparesWithADraft() {
		JsonNode diff = body(this.client.post()
			.uri(BASE + "/regulations/diff?from={id}", id(LANTERNS))
			.contentType(MediaType.parseMediaType("text/markdown"))
			.bodyValue(RegulationFixtures.lanterns()), 200);
		assertThat(diff.path("to").path("label").asString()).isEqualTo("草案");
		assertThat(diff.path("diff").path("summary").path("changed").asInt()).isEqualTo(1);
	}

	@Test
	@Order(1)
	void findsWordsOfTwoCharactersTitlesFirst() {
		JsonNode found = get("/search?q=花灯");
		assertThat(found.path("items").get(0).path("title").asString()).isEqualTo(LANTERNS);
		assertThat(found.path("items").get(0).path("nodeId").asString()).isEmpty();
		assertThat(found.path("items").valueStream().map((hit) -> hit.path("fragment").path("html").asString()))
			.allMatch((html) -> html.contains("<mark>花灯</mark>"));
		assertThat(get("/search?q=雨伞").path("items").size()).isEqualTo(1);
		assertThat(get("/search?q=雨伞&on=2021-10-01").path("items").size()).isZero();
		assertThat(get("/search?q=油灯").path("items").size()).isZero();
		body(this.client.get().uri(BASE + "/search?q=。，"), 400);
	}

	@Test
	@Order(1)
	void pagesSearchResultsWithoutLossOrRepeat() {
		JsonNode all = get("/search?q=条例");
		List<String> whole = places(all);
		List<String> paged = new ArrayList<>();
		JsonNode page = get("/search?q=条例&limit=2");
		paged.addAll(places(page));
		while (page.has("next")) {
			page = get("/search?q=条例&limit=2&cursor={next}", page.path("next").asString());
			paged.addAll(places(page));
		}
		assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
	}

	private static List<String> places(JsonNode results) {
		return results.path("items")
			.valueStream()
			.map((hit) -> hit.path("title").asString() + "/" + hit.path("nodeId").asString())
			.toList();
	}

	@Test
	@Order(1)
	void countsWhatTheListShows() {
		for (String key : List.of("reg_enacted_revised", "reg_amended_events", "reg_repealed")) {
			JsonNode figure = get("/figures?term=15&asOf=2022-12-31&key={key}", key).path("figures").get(0);
			JsonNode items = get(figure.path("items").asString().substring(BASE.length()));
			assertThat(items.path("items").size()).as(key).isEqualTo(figure.path("value").asInt()).isPositive();
		}
		JsonNode amended = get("/figures?term=15&asOf=2022-12-31&key=reg_amended_events").path("figures").get(0);
		assertThat(amended.path("value").asInt()).isEqualTo(2);
		assertThat(get("/figures?term=14&asOf=2022-12-31&key=reg_amended_events").path("figures")
			.get(0)
			.path("value")
			.asInt()).isZero();
	}

	@Test
	@Order(1)
	void changesNothingWhenTheSameFilesComeAgain() {
		long events = outbox();
		JsonNode report = load(RegulationFixtures.zip(List.of(RegulationFixtures.lanternsAmended(),
				RegulationFixtures.bridges(), RegulationFixtures.awaiting(), RegulationFixtures.repealed())));
		assertThat(report.path("unchanged").asInt()).isEqualTo(4);
		report = load(RegulationFixtures.zip(List.of(RegulationFixtures.lanterns())));
		assertThat(report.path("unchanged").asInt()).isEqualTo(1);
		assertThat(outbox()).isEqualTo(events);
	}

	@Autowired
	private TestPostgres.Database database;

	private long outbox() {
		try (var connection = this.database.connect();
				var rows = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@Order(1)
	void keepsNothingOfADryRun() {
		JsonNode report = body(this.client.post()
			.uri(BASE + "/imports/regulations?dryRun=true")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
			.contentType(MediaType.parseMediaType("text/markdown"))
			.bodyValue(RegulationFixtures.any("郑州市茶亭条例", 3, 1)), 200);
		assertThat(report.path("created").asInt()).isEqualTo(1);
		assertThat(get("/regulations?title=茶亭").path("items").size()).isZero();
	}

	@Test
	@Order(2)
	void letsAVersionTakeEffectTomorrowByItself() {
		JsonNode lanterns = regulation(LANTERNS);
		JsonNode changed = body(post("/regulations/{id}/versions", lanterns.path("id").asString())
			.header("If-Match", "\"" + lanterns.path("version").asInt() + "\"")
			.bodyValue(Map.of("kind", "REVISED", "act",
					Map.of("adoptedOn", "2022-10-28", "approvedOn", "2022-11-25", "effectiveOn", "2023-01-01",
							"adoptedBy", "郑州市第十五届人民代表大会常务委员会"),
					"text", RegulationFixtures.lanterns().replace("有灯；", "有很多灯；"))),
				201);
		assertThat(changed.path("status").asString()).isEqualTo("IN_FORCE");
		assertThat(changed.path("upcoming").asString()).isEqualTo("2023-01-01");
		String id = lanterns.path("id").asString();
		assertThat(get("/regulations/{id}/text", id).toString()).doesNotContain("有很多灯");
		assertThat(get("/search?q=很多").path("items").size()).isZero();
		this.hand.set("2023-01-01");
		assertThat(get("/regulations/{id}/text", id).toString()).contains("有很多灯");
		assertThat(get("/search?q=很多").path("items").size()).isEqualTo(1);
		this.hand.set("2022-12-31");
		assertThat(get("/regulations/{id}/text", id).toString()).doesNotContain("有很多灯");
	}

	@Test
	@Order(3)
	void asksForTheVersionReadAndRefusesAStaleOne() {
		JsonNode bridges = regulation("木桥");
		Map<String, Object> repeal = Map.of("reason", "木桥已全部改建", "act",
				Map.of("adoptedOn", "2022-10-28", "approvedOn", "2022-11-25", "effectiveOn", "2022-12-01"));
		String id = bridges.path("id").asString();
		body(post("/regulations/{id}/repeal", id).bodyValue(repeal), 428);
		body(post("/regulations/{id}/repeal", id).header("If-Match", "\"99\"").bodyValue(repeal), 412);
		JsonNode repealed = body(
				post("/regulations/{id}/repeal", id).header("If-Match", "\"" + bridges.path("version").asInt() + "\"")
					.bodyValue(repeal),
				200);
		assertThat(repealed.path("status").asString()).isEqualTo("REPEALED");
		assertThat(get("/regulations/{id}/impact", id(LANTERNS)).path("items").size()).isZero();
	}

	@Test
	@Order(3)
	void recordsAnApprovalAsACorrectionWithItsReason() {
		JsonNode kites = regulation("风筝");
		String id = kites.path("id").asString();
		String version = get("/regulations/{id}/versions", id).get(0).path("id").asString();
		JsonNode approved = body(post("/regulations/{id}/versions/{version}/correction", id, version)
			.header("If-Match", "\"" + kites.path("version").asInt() + "\"")
			.bodyValue(Map.of("reason", "省人大常委会已批准", "act",
					Map.of("approvedOn", "2022-11-25", "approvedBy", "河南省人民代表大会常务委员会", "effectiveOn", "2023-03-01"))),
				200);
		assertThat(approved.path("status").asString()).isEqualTo("NOT_YET_IN_FORCE");
		assertThat(approved.path("upcoming").asString()).isEqualTo("2023-03-01");
	}

	@Test
	@Order(3)
	void registersANewRegulationOnce() {
		Map<String, Object> input = Map.of("text", RegulationFixtures.any("郑州市竹篮条例", 5, 2), "sample", true);
		JsonNode created = body(post("/regulations").header("Idempotency-Key", "bamboo-1").bodyValue(input), 201);
		JsonNode again = body(post("/regulations").header("Idempotency-Key", "bamboo-1").bodyValue(input), 201);
		assertThat(again.path("id").asString()).isEqualTo(created.path("id").asString());
		body(post("/regulations").bodyValue(input), 409);
		body(post("/regulations").bodyValue(Map.of("text", "今天天气很好。")), 422);
		body(this.client.post()
			.uri(BASE + "/regulations")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.DEPUTY).value()))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(input), 403);
		body(this.client.post().uri(BASE + "/regulations").contentType(MediaType.APPLICATION_JSON).bodyValue(input),
				401);
	}

	@Test
	@Order(3)
	void showsTheSourceByteForByte() {
		String id = id("油灯");
		String version = get("/regulations/{id}/versions", id).get(0).path("id").asString();
		byte[] source = this.client.get()
			.uri(BASE + "/regulations/{id}/versions/{version}/source", id, version)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(source).isEqualTo(RegulationFixtures.repealed().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A clock that tests can set.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class MovableClock {

		@Bean
		@Primary
		Hand testClock() {
			return new Hand();
		}

		static final class Hand extends Clock {

			private volatile Instant now = Instant.EPOCH;

			void set(String day) {
				this.now = LocalDate.parse(day).atTime(9, 0).atZone(getZone()).toInstant();
			}

			@Override
			public ZoneId getZone() {
				return ZoneId.of("Asia/Shanghai");
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return this.now;
			}

		}

	}

}
