package renda.deputy.suggestion;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.deputy.DeputyFixtures;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.deputy.DeputyFixtures.get;
import static renda.deputy.DeputyFixtures.load;
import static renda.deputy.DeputyFixtures.office;

/**
 * The figures of suggestions, counted by hand from the rows below.
 */
@ServiceTest
class SuggestionFiguresTest {

	private static final String HEAD = "code,title,content,field,term,session,lead,coSigners,confidential,submittedOn,assignedOn,"
			+ "units,contactedOn,contactHow,extendedOn,answeredOn,kind,answerSignedBy,promiseBy,promiseKeptOn,ratedOn,result,"
			+ "reansweredOn,finalKind,reratedOn,finalResult,onsiteOn,closedOn,sample";

	/**
	 * Of term 15 on 31 December 2022: 8 assigned, 7 answered, 6 rated; 5 of these carried
	 * out: 3 solved, 1 solved at the second time, 1 promise kept.
	 */
	private static final List<String> ROWS = List.of(
			// solved and satisfied, in session 15-1
			"JY-2019-0001,整治河道,内容,CITY_BUILDING,15,1,old-1,old-2;old-3,,2019-01-10,2019-01-15,water:MAIN;roads:CO,2019-02-01,VISIT,,2019-04-10,SOLVED,局长,,,2019-04-12,SATISFIED,,,,,2019-03-01,2019-04-15,true",
			"JY-2019-0002,新建学校,内容,CULTURE,15,1,old-2,,,2019-01-10,2019-01-15,school:MAIN,2019-02-01,MEETING,,2019-04-10,SOLVABLE,局长,,,2019-04-12,BASICALLY,,,,,,2019-04-15,true",
			// kept from the public, prolonged to six months
			"JY-2020-0001,保密事项,内容,SOCIAL,15,,old-1,,true,2020-03-02,2020-03-05,school:MAIN,2020-04-01,PHONE,2020-05-20,2020-09-01,SOLVED,局长,,,2020-09-02,SATISFIED,,,,,2020-06-01,,true",
			// not satisfied, handled again, then satisfied
			"JY-2021-0001,疏通道路,内容,CITY_BUILDING,15,3,old-4,,,2021-01-20,2021-01-25,roads:MAIN,2021-02-01,VISIT,,2021-04-20,CANNOT,局长,,,2021-04-22,NOT,2021-05-20,SOLVED,2021-05-24,SATISFIED,,,true",
			// promised and kept, by two separate handlers
			"JY-2021-0002,改造管网,内容,CITY_BUILDING,15,3,old-5,,,2021-01-20,2021-01-25,water:SEPARATE;roads:SEPARATE,2021-02-01,VISIT,,2021-04-20,PLANNED,局长,2022-06-30,2022-06-01,2021-04-22,SATISFIED,,,,,2021-07-01,,true",
			// promised for a day after the term, late with the answer
			"JY-2022-0001,治理扬尘,内容,AGRICULTURE,15,4,old-6,,,2022-01-20,2022-01-25,water:MAIN,2022-02-01,VISIT,,2022-05-20,PLANNED,局长,2023-06-30,,2022-05-24,SATISFIED,,,,,,,true",
			// answered and not rated: silence is not consent
			"JY-2022-0002,未评价,内容,ECONOMY,15,4,old-7,,,2022-01-20,2022-01-25,water:MAIN,2022-02-01,VISIT,,2022-04-20,CANNOT,局长,,,,,,,,,,,true",
			// assigned and not answered; submitted and not assigned
			"JY-2022-0003,未答复,内容,ECONOMY,15,4,old-8,,,2022-01-20,2022-01-25,water:MAIN,,,,,,,,,,,,,,,,,true",
			"JY-2022-0004,未交办,内容,ECONOMY,15,4,old-8,,,2022-01-20,,,,,,,,,,,,,,,,,,,true",
			// of the next term
			"JY-2023-0001,下届建议,内容,SOCIAL,16,1,c410105-0,,,2023-01-10,2023-01-12,water:MAIN,2023-02-01,VISIT,,2023-04-10,SOLVED,局长,,,2023-04-11,SATISFIED,,,,,2023-03-01,,true");

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@BeforeAll
	static void rows(@Autowired WebTestClient client,
			@Autowired @Qualifier("handlingUnitsSubscription") Subscription units) {
		DeputyFixtures.ground(client);
		load(client, "deputies", DeputyFixtures.deputies(), office());
		for (String code : List.of("water", "roads", "school")) {
			unit(units, code);
		}
		JsonNode job = load(client, "suggestions", HEAD + "\n" + String.join("\n", ROWS), office());
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(ROWS.size());
	}

	static void unit(Subscription units, String code) {
		units.handler()
			.on(new FeedEvent(UUID.randomUUID().toString(), "organ.established", "organ/" + code, OffsetDateTime.now(),
					new JsonMapper().readTree("""
							{"id": "%s", "code": "%s", "kind": "DEPARTMENT", "name": "%s", "area": "410100"}"""
						.formatted(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)), code, code + "局"))))
			.block();
	}

	@ParameterizedTest
	@CsvSource({ "suggestions, 2022-12-31, 6,, 6", "suggestions, 2021-04-30, 5,, 5",
			"onsite_supervised, 2022-12-31, 3,, 3", "suggestion_closing_rate, 2022-12-31, 7, 8, 87.5%",
			"suggestion_implementation_rate, 2022-12-31, 5, 8, 62.5%",
			"suggestion_implementation_rate, 2021-12-31, 4, 5, 80%",
			"suggestion_satisfaction_rate, 2022-12-31, 5, 6, 83.3%",
			"suggestion_satisfaction_rate, 2021-04-30, 3, 5, 60%",
			"suggestion_basic_satisfaction_rate, 2022-12-31, 1, 6, 16.7%" })
	void countsExactlyTheSuggestionsItsItemsLinkLists(String key, String asOf, int value, Integer of, String display) {
		JsonNode figure = figure(key, "term=15&asOf=" + asOf);
		assertThat(figure.path("value").asInt()).isEqualTo(value);
		assertThat(figure.path("display").asString()).isEqualTo(display);
		if (of != null) {
			assertThat(figure.path("of").asInt()).isEqualTo(of.intValue());
			assertThat(figure.path("rate").asString()).isEqualTo(value + "/" + of);
		}
		assertThat(listed(figure.path("items").asString(), office())).hasSize(value)
			.doesNotContain("JY-2023-0001", "JY-2022-0004");
	}

	@Test
	void everyoneElseIsListedAllButWhatIsConfidential() {
		JsonNode figure = figure("suggestions", "term=15&asOf=2022-12-31");
		assertThat(listed(figure.path("items").asString(), "")).hasSize(5).doesNotContain("JY-2020-0001");
	}

	@ParameterizedTest
	@CsvSource({ "session, '15-1=2, 15-3=2, 15-4=1, between=1'",
			"field, 'AGRICULTURE=1, CITY_BUILDING=3, CULTURE=1, SOCIAL=1'", "class, 'A=4, B=2'",
			"handler, 'roads=1, school=2, water=3'", "satisfaction, 'BASICALLY=1, SATISFIED=5'",
			"year, '2019=2, 2020=1, 2021=2, 2022=1'" })
	void breaksDownByEveryGroup(String by, String expected) {
		JsonNode figure = figure("suggestions", "term=15&asOf=2022-12-31&by=" + by);
		assertThat(figure.path("value").asInt()).isEqualTo(6);
		List<String> counts = new ArrayList<>();
		figure.path("counts")
			.forEach((count) -> counts.add(count.path("group").asString() + "=" + count.path("value").asInt()));
		assertThat(String.join(", ", counts)).isEqualTo(expected);
	}

	@Test
	void marksWhatWasLateAndKeepsTheLifeThatTheRowTold() {
		String id = get(this.client, "/api/v1/deputy/suggestions?code=JY-2022-0001", "").path("items")
			.path(0)
			.path("id")
			.asString();
		JsonNode one = get(this.client, "/api/v1/deputy/suggestions/" + id, "");
		assertThat(one.path("state").asString()).isEqualTo("TRACKED");
		JsonNode timeline = get(this.client, "/api/v1/deputy/suggestions/" + id + "/timeline", "");
		assertThat(timeline.valueStream().map((step) -> step.path("step").asString())).containsExactly("draft",
				"submit", "assign", "name-officer", "contact", "answer", "rate");
		assertThat(timeline.path(5).path("late").toString()).isEqualTo("[\"answer\"]");
		JsonNode ledger = get(this.client, "/api/v1/deputy/suggestion-promises?term=15", "").path("items");
		assertThat(ledger.valueStream()
			.map((promise) -> promise.path("code").asString() + " " + promise.path("organ").asString() + " "
					+ promise.path("state").asString()))
			.containsExactlyInAnyOrder("JY-2021-0002 water KEPT", "JY-2021-0002 roads KEPT", "JY-2022-0001 water OPEN");
		assertThat(get(this.client, "/api/v1/deputy/suggestion-promises?term=15&overdue=true", "").path("items"))
			.hasSize(1);
	}

	@Test
	void changesNothingWhenTheSameRowsComeAgain() {
		long before = events();
		JsonNode job = load(this.client, "suggestions", HEAD + "\n" + String.join("\n", ROWS) + "\n", office());
		assertThat(job.path("unchanged").asInt()).as(job.toString()).isEqualTo(ROWS.size());
		assertThat(job.path("created").asInt() + job.path("updated").asInt() + job.path("failed").asInt()).isZero();
		assertThat(events()).isEqualTo(before);
	}

	@Test
	void refusesALifeThatTheLawDoesNotAllow() {
		Map<String, String> bad = Map.of(
				"JY-2022-0091,无人签发,内容,SOCIAL,15,4,old-1,,,2022-01-20,2022-01-25,water:MAIN,2022-02-01,VISIT,,2022-04-20,SOLVED,,,,,,,,,,,,true",
				"签发",
				"JY-2022-0092,没有沟通,内容,SOCIAL,15,4,old-1,,,2022-01-20,2022-01-25,water:MAIN,,,,2022-04-20,SOLVED,局长,,,,,,,,,,,true",
				"沟通", "JY-2022-0093,只是下届代表,内容,SOCIAL,15,4,c410105-1,,,2022-01-20,,,,,,,,,,,,,,,,,,,true", "不是第 15 届",
				"JY-2022-0094,没有主办,内容,SOCIAL,15,4,old-1,,,2022-01-20,2022-01-25,water:CO,,,,,,,,,,,,,,,,,true", "主办",
				"JY-2022-0095,未知单位,内容,SOCIAL,15,4,old-1,,,2022-01-20,2022-01-25,nobody:MAIN,,,,,,,,,,,,,,,,,true",
				"nobody");
		bad.forEach((row, reason) -> {
			JsonNode job = load(this.client, "suggestions", HEAD + "\n" + row + "\n", office());
			assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(1);
			assertThat(errors(job)).contains(reason);
		});
	}

	private String errors(JsonNode job) {
		JsonNode errors = job.path("errors");
		if (errors.isArray() && !errors.isEmpty()) {
			return errors.toString();
		}
		return get(this.client, "/api/v1/deputy/imports/" + job.path("id").asString(), office()).toString();
	}

	private List<String> listed(String items, String token) {
		String lines = this.client.get().uri(items).accept(MediaType.APPLICATION_NDJSON).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}).exchange().expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
		return (lines == null) ? List.of()
				: lines.lines().map((line) -> new JsonMapper().readTree(line).path("code").asString()).toList();
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
