package renda.platform.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ServiceTest(SmallApplication.class)
class RulesTest {

	private static final String PATH = "/api/v1/small/rules";

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private WebTestClient client;

	@Autowired
	private RuleBook book;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Clock clock;

	@Test
	void everyServiceShowsAllRules() {
		JsonNode page = get("?limit=1000");
		assertThat(page.get("items").size()).isEqualTo(466);
		assertThat(page.get("items").get(0).get("id").asString()).isEqualTo("LEG-01");
		assertThat(page.hasNonNull("next")).isFalse();
	}

	@Test
	void pagesThroughTheBookWithoutATokenAndInItsOrder() {
		List<String> seen = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = get("?area=SUG&limit=10" + cursor);
			page.get("items").forEach((rule) -> seen.add(rule.get("id").asString()));
			cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asString() : "";
		}
		while (!cursor.isEmpty());
		assertThat(seen).hasSize(29).doesNotHaveDuplicates().isSorted().allMatch((id) -> id.startsWith("SUG-"));
		assertThat(ids("?area=SUG&sort=-id&limit=1")).containsExactly("SUG-29");
	}

	@ParameterizedTest
	@CsvSource({ "?force=CITY,49", "?force=Z,49", "?force=h,47", "?force=H,73", "?inForceOn=2025-04-30,466",
			"?inForceOn=2025-10-01,378", "?parameter=sug.rejectWd,1", "?parameter=pet.handleDays,2", "?q=十个工作日,2",
			"?q=within recall nothing,0", "?q=代表法(2025) 六个月,1" })
	void filters(String query, int number) {
		assertThat(ids(query + "&limit=1000")).hasSize(number);
	}

	@ParameterizedTest
	@CsvSource({ "?area=XXX,area,SUG", "?force=Q,force,NATIONAL_MODEL", "?parameter=sug.nothing,parameter,sug.rejectWd",
			"?sort=colour,sort,book", "?colour=red,colour,inForceOn", "?inForceOn=soon,/inForceOn,''" })
	void saysWhatIsKnownWhereSomethingIsNot(String query, String pointer, String known) {
		this.client.get()
			.uri(PATH + query)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer)
			.jsonPath("$.errors[0].detail")
			.value(String.class, (detail) -> assertThat(detail).contains(known));
	}

	@Test
	void comesAsATable() {
		String csv = this.client.get()
			.uri(PATH + "?area=TIM")
			.accept(MediaType.parseMediaType("text/csv"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv.lines()).hasSize(5);
		assertThat(csv).contains("民法典总则编 第二百零一条");
	}

	@Test
	void tellsEverythingAboutOneRule() {
		JsonNode rule = get("/FIL-08");
		assertThat(rule.get("law").asString()).isEqualTo("河南省实施《中华人民共和国各级人民代表大会常务委员会监督法》办法");
		assertThat(rule.get("unconfirmed").asBoolean()).isTrue();
		assertThat(rule.get("rule").get("from").asString()).isEqualTo("2015-10-22");
		assertThat(rule.get("rule").get("to").asString()).isEqualTo("2025-09-30");
		assertThat(rule.get("rule").get("inForce").asBoolean()).isFalse();
		JsonNode review = rule.get("parameters").get(0);
		assertThat(review.get("key").asString()).isEqualTo("fil.reviewDays");
		assertThat(review.get("values").size()).isEqualTo(2);
		assertThat(review.get("values").get(1).get("confirmed").asBoolean()).isFalse();
		assertThat(get("/SUG-13").get("rule").get("fixed").asBoolean()).isTrue();
		this.client.get().uri(PATH + "/SUG-99").exchange().expectStatus().isNotFound();
	}

	@Test
	void showsWhereTheRuleIsApplied() {
		JsonNode uses = get("/SUG-07").get("uses");
		assertThat(uses.size()).isEqualTo(1);
		assertThat(uses.get(0).get("title").get("zh").asString()).isEqualTo("差事：交办");
		assertThat(uses.get(0).get("href").asString()).isEqualTo("/api/v1/small/workflows/errand");
		assertThat(get("/SUG-02").get("uses").size()).isZero();
	}

	@Test
	void anAdministratorSetsANumberAndTakesItBack() {
		LocalDate today = LocalDate.now(this.clock);
		String before = on(today).id();
		String etag = etag("/SUG-19");
		set("SUG-19", "sug.feedbackWd", "15wd", today, "本市试行", HttpStatus.CREATED);
		assertThat(on(today).limit("sug.feedbackWd")).isEqualTo(TimeLimit.parse("15wd"));
		assertThat(on(today).id()).isNotEqualTo(before).startsWith(today + "+");
		assertThat(on(today.minusDays(1)).limit("sug.feedbackWd")).as("the past").isEqualTo(TimeLimit.parse("10wd"));
		assertThat(on(today.minusDays(1)).id()).as("the past").isEqualTo(RuleBook.statutory(today.minusDays(1)).id());
		assertThat(etag("/SUG-19")).isNotEqualTo(etag);
		JsonNode page = get("/SUG-19").get("parameters").get(0);
		assertThat(page.get("value").asString()).isEqualTo("15wd");
		JsonNode override = page.get("overrides").get(0);
		assertThat(override.get("reason").asString()).isEqualTo("本市试行");
		assertThat(override.get("setBy").asString()).isEqualTo("administrator");
		assertThat(override.get("from").asString()).isEqualTo(today.toString());
		assertThat(override.hasNonNull("setAt")).isTrue();

		set("SUG-19", "sug.feedbackWd", null, today.plusDays(10), "试行结束", HttpStatus.CREATED);
		assertThat(on(today.plusDays(9)).limit("sug.feedbackWd")).isEqualTo(TimeLimit.parse("15wd"));
		assertThat(on(today.plusDays(10)).limit("sug.feedbackWd")).isEqualTo(TimeLimit.parse("10wd"));
		assertThat(get("/SUG-19").get("parameters").get(0).get("overrides").size()).isEqualTo(2);
		assertThat(count("SELECT count(*) FROM audit_entry WHERE subject = 'rule/SUG-19'")).isEqualTo(2);
		// one statement: an event is in the one table or in the other
		assertThat(
				count("""
						SELECT count(*) FROM (SELECT type, subject FROM event_staged UNION ALL SELECT type, subject FROM event) AS told
						WHERE type = 'rule.overridden' AND subject = 'rule/SUG-19'"""))
			.isEqualTo(2);
	}

	@Test
	void whatWasOverriddenIsFoundByTheTimeOfChange() {
		String before = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1).toString();
		set("SUG-12", "sug.coMonths", "1m", LocalDate.now(this.clock), "本市试行", HttpStatus.CREATED);
		assertThat(ids("?modifiedSince=" + before)).contains("SUG-12").doesNotContain("SUG-13");
	}

	/**
	 * Force and what follows from it; each rule has the parameter named.
	 */
	@ParameterizedTest
	@CsvSource({ "SUG-13,sug.answerMonths,2m,UNPROCESSABLE_CONTENT", "BUD-28,bud.fileUpDays,20d,UNPROCESSABLE_CONTENT",
			"PET-09,pet.transferDays,3d,UNPROCESSABLE_CONTENT", "LEG-37,legis.consultDays,45d,CREATED",
			"SUG-20,sug.redoMonths,2m,CREATED", "FIL-06,fil.formalCheckDays,5d,CREATED",
			"MTG-07,mtg.noticeDays,6d,CREATED", "LEG-26,legis.readings.default,3,CREATED",
			"FIL-19,fil.yearListDue,01-31,CREATED" })
	void onlyWhatTheLawLeavesOpenMayBeSet(String rule, String parameter, String value, HttpStatus status) {
		JsonNode answer = set(rule, parameter, value, LocalDate.now(this.clock), "核对新文本", status);
		if (status == HttpStatus.UNPROCESSABLE_CONTENT) {
			Rule cited = RuleBook.statutory(LocalDate.now(this.clock)).rule(rule);
			assertThat(answer.get("rule").asString()).isEqualTo(rule);
			assertThat(answer.get("citation").asString()).isEqualTo(cited.citation());
			assertThat(answer.get("quote").asString()).isEqualTo(cited.quote());
			assertThat(answer.get("facts").get("parameter").asString()).isEqualTo(parameter);
		}
	}

	@ParameterizedTest
	@CsvSource({ "sug.reassignWd,soon,/value,10wd", "sug.reassignWd,10,/value,10wd", "sug.reassignWd,0wd,/value,10wd",
			"sug.rejectWd,10wd,/parameter,sug.reassignWd", "sug.nothing,10wd,/parameter,sug.reassignWd" })
	void refusesWhatIsNoValueOfIt(String parameter, String value, String pointer, String known) {
		JsonNode answer = set("SUG-09", parameter, value, LocalDate.now(this.clock), "试", HttpStatus.BAD_REQUEST);
		assertThat(answer.get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
		assertThat(answer.get("errors").get(0).get("detail").asString()).contains(known);
	}

	@Test
	void refusesADayOfAnotherKindAndANumberThatIsNone() {
		LocalDate today = LocalDate.now(this.clock);
		set("SUG-23", "sug.unitReportDue", "02-30", today, "试", HttpStatus.BAD_REQUEST);
		set("SUG-23", "sug.unitReportDue", "30d", today, "试", HttpStatus.BAD_REQUEST);
		set("APT-19", "apt.maxFails", "-1", today, "试", HttpStatus.BAD_REQUEST);
		set("APT-19", "apt.maxFails", "2d", today, "试", HttpStatus.BAD_REQUEST);
	}

	@Test
	void aNumberIsSetUnderTheRuleItRestsOn() {
		JsonNode answer = set("LEG-24", "legis.deputyDraftDays", "20d", LocalDate.now(this.clock), "试",
				HttpStatus.BAD_REQUEST);
		assertThat(answer.get("errors").get(0).get("detail").asString()).contains("LEG-25");
	}

	@Test
	void thePastCannotBeChanged() {
		JsonNode answer = set("SUG-09", "sug.reassignWd", "5wd", LocalDate.now(this.clock).minusDays(1), "试",
				HttpStatus.BAD_REQUEST);
		assertThat(answer.get("errors").get(0).get("pointer").asString()).isEqualTo("/from");
		assertThatThrownBy(
				() -> this.database.sql("UPDATE rule_override SET value = '1wd'").fetch().rowsUpdated().block())
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> this.database.sql("TRUNCATE rule_override").fetch().rowsUpdated().block())
			.hasMessageContaining("append-only");
	}

	@Test
	void needsAReasonAndAnAdministrator() {
		LocalDate today = LocalDate.now(this.clock);
		set("SUG-09", "sug.reassignWd", "5wd", today, " ", HttpStatus.BAD_REQUEST);
		for (Role role : List.of(Role.DEPUTY_OFFICE, Role.OPERATOR)) {
			post("SUG-09", "sug.reassignWd", "5wd", today, "试", role).expectStatus().isForbidden();
		}
		this.client.post().uri(PATH + "/SUG-09/overrides").exchange().expectStatus().isUnauthorized();
	}

	private RuleSet on(LocalDate day) {
		return this.book.on(day).block();
	}

	private long count(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

	private String etag(String path) {
		return this.client.get().uri(PATH + path).exchange().returnResult().getResponseHeaders().getETag();
	}

	private List<String> ids(String query) {
		List<String> ids = new ArrayList<>();
		get(query).get("items").forEach((rule) -> ids.add(rule.get("id").asString()));
		return ids;
	}

	private JsonNode get(String rest) {
		return JSON.readTree(this.client.get()
			.uri(PATH + rest)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private JsonNode set(String rule, String parameter, @Nullable String value, LocalDate from, String reason,
			HttpStatus status) {
		return JSON.readTree(post(rule, parameter, value, from, reason, Role.ADMINISTRATOR).expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private WebTestClient.ResponseSpec post(String rule, String parameter, @Nullable String value, LocalDate from,
			String reason, Role role) {
		Map<String, Object> body = new TreeMap<>(
				Map.of("parameter", parameter, "from", from.toString(), "reason", reason));
		body.put("value", value);
		return this.client.post()
			.uri(PATH + "/" + rule + "/overrides")
			.headers((headers) -> headers.setBearerAuth(Tokens.of(role).value()))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(JSON.writeValueAsString(body))
			.exchange();
	}

}
