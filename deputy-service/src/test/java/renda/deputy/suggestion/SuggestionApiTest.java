package renda.deputy.suggestion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.deputy.DeputyFixtures;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.deputy.DeputyFixtures.act;
import static renda.deputy.DeputyFixtures.get;
import static renda.deputy.DeputyFixtures.office;
import static renda.deputy.DeputyFixtures.post;

@ServiceTest
class SuggestionApiTest {

	private static final String PATH = "/api/v1/deputy/suggestions";

	private static final String COUNCIL = Tokens.of(Role.COUNCIL).value();

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Clock clock;

	@Autowired
	@Qualifier("guidedPetitionsSubscription")
	private Subscription guided;

	@BeforeAll
	static void deputiesAndUnits(@Autowired WebTestClient client, @Autowired DatabaseClient database,
			@Autowired @Qualifier("handlingUnitsSubscription") Subscription units) {
		DeputyFixtures.ground(client);
		for (String person : List.of("lead", "signer", "suspended", "elected")) {
			DeputyFixtures.add(client, DeputyFixtures.seat(person));
		}
		database.sql("UPDATE deputy SET state = 'ACTIVE' WHERE person IN ('lead', 'signer')")
			.fetch()
			.rowsUpdated()
			.block();
		database.sql("UPDATE deputy SET state = 'SUSPENDED' WHERE person = 'suspended'").fetch().rowsUpdated().block();
		for (String code : List.of("water", "roads", "parks")) {
			SuggestionFiguresTest.unit(units, code);
		}
	}

	@Test
	void goesFromADraftThroughAnObjectionAndASecondAnswerToAPromiseKept() {
		Case one = drafted(Map.of("oneMatter", true));
		one.step("invite", Map.of("seats", List.of(seat("signer"))), deputy("lead"));
		one.refused("submit", Map.of(), deputy("lead"), "SUG-03");
		one.step("confirm", Map.of(), deputy("signer"));
		assertThat(one.step("submit", Map.of(), deputy("lead")).path("deadlines").path(0).path("rule").asString())
			.isEqualTo("SUG-27");
		one.refused("assign", units("water:MAIN", "roads:MAIN"), office(), "SUG-07");
		JsonNode assigned = one.step("assign", units("water:MAIN", "roads:CO", "parks:CO"), office());
		assertThat(assigned.path("handlings").path(0).path("name").asString()).isEqualTo("water局");
		assertThat(assigned.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("status").asString().equals("RUNNING"))).hasSize(6);
		assertThat(desk(organ("water"))).contains("answer");
		one.step("object", Map.of("reason", "不属于本单位职责"), organ("parks"));
		one.step("contact", Map.of("heldOn", today(), "how", "VISIT", "note", "走访"), organ("water"));
		one.step("reassign", Map.of("organ", "parks", "units", List.of(), "explanation", "无须协办"), office());
		act(this.client, one.path + "/co-opinion", one.version, Map.of("text", "意见"), organ("parks")).expectStatus()
			.isForbidden();
		one.step("extend", Map.of("reason", "涉及面广", "toldOn", today()), organ("water"));
		one.step("co-opinion", Map.of("text", "同意"), organ("roads"));
		one.refused("answer", answer("B", "PLANNED", today().plusYears(1), List.of()), organ("water"), "SUG-18");
		one.step("answer", answer("B", "PLANNED", today().plusYears(1), List.of(seat("signer"))), organ("water"));
		act(this.client, one.path + "/close", one.version, Map.of(), organ("water")).expectStatus().isForbidden();
		act(this.client, one.path + "/rate", one.version, Map.of("attitude", "SATISFIED", "result", "SATISFIED"),
				office())
			.expectStatus()
			.isForbidden();
		one.refused("rate", Map.of("attitude", "SATISFIED", "result", "NOT"), deputy("lead"), "SUG-20");
		one.step("rate", Map.of("attitude", "SATISFIED", "result", "NOT", "reason", "太慢"), deputy("lead"));
		one.step("contact", Map.of("heldOn", today(), "how", "MEETING", "note", "座谈"), organ("water"));
		one.step("re-answer", answer("B", "PLANNED", today().plusMonths(3), List.of(seat("signer"))), organ("water"));
		one.step("rate", Map.of("attitude", "SATISFIED", "result", "SATISFIED"), deputy("lead"));
		assertThat(one.state()).isEqualTo("TRACKED");
		one.refused("close", Map.of(), office(), "SUG-22");
		String ledger = "/api/v1/deputy/suggestion-promises?code=" + one.code;
		assertThat(get(this.client, ledger, "").path("items").findValuesAsString("state"))
			.containsExactlyInAnyOrder("REPLACED", "OPEN");
		one.step("report-progress", Map.of("note", "完成一半"), organ("water"));
		one.step("fulfil", Map.of("result", "全部完成"), organ("water"));
		assertThat(get(this.client, ledger + "&state=KEPT", "").path("items").path(0).path("result").asString())
			.isEqualTo("全部完成");
		one.step("close", Map.of(), office());
		JsonNode closed = get(this.client, one.path, "");
		assertThat(closed.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(closed.path("replyClass").asString()).isEqualTo("B");
	}

	@Test
	void showsStrangersNoDraftsAndLaterNoWordsUntilTheyArePublished() {
		Case one = drafted(Map.of("oneMatter", true, "title", "关于夜市噪声的建议"));
		one.step("submit", Map.of(), deputy("lead"));
		List<String> strangers = List.of("", COUNCIL, organ("water"), deputy("signer"),
				Tokens.of(Role.DEPUTY_OFFICE).area("420100").value(), Tokens.of(Role.GENERAL_OFFICE).value());
		String unknown = PATH + "/" + UUID.randomUUID();
		for (String stranger : strangers) {
			assertThat(status(one.path, stranger)).isEqualTo(404);
			assertThat(status(one.path + "/timeline", stranger)).isEqualTo(status(unknown + "/timeline", stranger));
			assertThat(listed("?q=夜市", stranger)).doesNotContain(one.code);
		}
		assertThat(listed("?q=夜市", office())).contains(one.code);
		assertThat(listed("?q=夜市", deputy("lead"))).contains(one.code);
		one.step("assign", units("water:MAIN"), office());
		one.step("contact", Map.of("heldOn", today(), "how", "VISIT", "note", "某人家中走访"), organ("water"));
		one.step("answer", answer("A", "SOLVED", null, List.of()), organ("water"));
		String seen = get(this.client, one.path, "").toString();
		assertThat(seen).contains("关于夜市噪声的建议", "\"class\":\"A\"", "\"notRated\":true")
			.doesNotContain("某人家中走访", "已经全部解决", "account-lead");
		assertThat(get(this.client, one.path + "/timeline", "").toString()).doesNotContain("某人家中走访");
		assertThat(get(this.client, one.path, deputy("lead")).toString()).contains("某人家中走访", "已经全部解决");
		one.step("publish", Map.of(), office());
		assertThat(get(this.client, one.path, "").toString()).contains("已经全部解决").doesNotContain("某人家中走访");
	}

	@Test
	void whatItsDeputiesKeepFromThePublicLeavesTheListsWithATombstone() {
		Case one = drafted(Map.of("oneMatter", true, "title", "关于某小区的建议"));
		one.step("submit", Map.of(), deputy("lead"));
		one.step("assign", units("roads:MAIN"), office());
		assertThat(listed("?q=某小区", "")).contains(one.code);
		OffsetDateTime before = OffsetDateTime.now().minusMinutes(5);
		one.step("set-confidential", Map.of("confidential", true, "reason", "涉及个人"), deputy("lead"));
		assertThat(status(one.path, "")).isEqualTo(404);
		assertThat(status(one.path, organ("water"))).isEqualTo(404);
		assertThat(status(one.path, organ("roads"))).isEqualTo(200);
		assertThat(listed("?q=某小区", "")).isEmpty();
		assertThat(listed("?q=某小区", organ("roads"))).contains(one.code);
		assertThat(get(this.client, PATH + "?modifiedSince=" + before.toString().replace("+", "%2B"), "").toString())
			.contains(one.path.substring(PATH.length() + 1))
			.doesNotContain("关于某小区的建议");
		List<String> events = this.database.sql(
				"SELECT data::text AS data, audience IS NULL AS open FROM outbox WHERE subject = 'suggestion/' || $1 ORDER BY 1")
			.bind(0, one.path.substring(PATH.length() + 1))
			.map((row) -> row.get("open", Boolean.class) + String.valueOf(row.get("data", String.class)))
			.all()
			.collectList()
			.block();
		assertThat(events).hasSize(4)
			.filteredOn((event) -> event.startsWith("false"))
			.hasSize(3)
			.noneMatch((event) -> event.contains("某小区"));
	}

	@Test
	void tellsWhoeverIsBehindWhatHasChangedSince() {
		Case one = drafted(Map.of("oneMatter", true));
		long old = one.version;
		one.step("submit", Map.of(), deputy("lead"));
		act(this.client, one.path + "/withdraw", old, Map.of("reason", "不再需要"), deputy("lead")).expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.changes[0].step")
			.isEqualTo("submit");
		post(this.client, PATH, Map.of("title", "没有领域的建议", "content", "请办理。"), deputy("lead")).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/field");
		post(this.client, one.path + "/withdraw", Map.of("reason", "不再需要"), deputy("lead")).expectStatus()
			.isEqualTo(428);
		act(this.client, one.path + "/rate", one.version, Map.of("attitude", "NOT", "result", "NOT"), deputy("lead"))
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.allowed")
			.isEqualTo(List.of("set-confidential", "withdraw"));
		act(this.client, one.path + "/assign", one.version, units("nobody:MAIN"), office()).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/units");
		act(this.client, one.path + "/assign", one.version, Map.of("units", "x"), office()).expectStatus()
			.isBadRequest();
		act(this.client, one.path + "/dance", one.version, Map.of(), office()).expectStatus().isNotFound();
		one.step("withdraw", Map.of("reason", "不再需要"), deputy("lead"));
		assertThat(status(one.path, "")).isEqualTo(404);
	}

	@Test
	void aLateAnswerNeedsItsReasonAndIsMarked() {
		Case one = drafted(Map.of("oneMatter", true));
		one.step("submit", Map.of(), deputy("lead"));
		one.step("assign", units("water:MAIN"), office());
		one.step("contact", Map.of("heldOn", today(), "how", "VISIT", "note", "走访"), organ("water"));
		this.database.sql("UPDATE deadline SET due_on = due_on - 200 WHERE case_id = $1::uuid AND name = 'answer'")
			.bind(0, one.path.substring(PATH.length() + 1))
			.fetch()
			.rowsUpdated()
			.block();
		assertThat(listed("?overdue=true", office())).contains(one.code);
		Map<String, Object> answer = new LinkedHashMap<>(answer("A", "SOLVED", null, List.of()));
		one.refused("answer", answer, organ("water"), "SUG-13");
		answer.put("lateReason", "汛期影响");
		one.step("answer", answer, organ("water"));
		JsonNode last = get(this.client, one.path + "/timeline", office());
		assertThat(last.path(last.size() - 1).path("late").toString()).contains("answer");
		assertThat(listed("?overdue=true", office())).doesNotContain(one.code);
	}

	@Test
	void onlyADeputyInOfficeMakesASuggestion() {
		Map<String, Object> draft = draft(Map.of());
		for (String person : List.of("elected", "nobody")) {
			post(this.client, PATH, draft, deputy(person)).expectStatus()
				.isEqualTo(422)
				.expectBody()
				.jsonPath("$.rule")
				.isEqualTo("SUG-01");
		}
		post(this.client, PATH, draft, deputy("suspended")).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("DEP-13");
		post(this.client, PATH, draft, office()).expectStatus().isForbidden();
		Map<String, Object> forged = draft(Map.of("known", List
			.of(Map.of("seat", UUID.randomUUID(), "name", "x", "account", "x", "state", "ACTIVE", "inOffice", true))));
		post(this.client, PATH, forged, deputy("nobody")).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("SUG-01");
		Case one = drafted(Map.of("oneMatter", true));
		act(this.client, one.path + "/invite", one.version, Map.of("seats", List.of(UUID.randomUUID())), deputy("lead"))
			.expectStatus()
			.isBadRequest();
		one.refused("invite", Map.of("seats", List.of(seat("suspended"))), deputy("lead"), "DEP-13");
	}

	@Test
	void takesUpAPetitionThatWasGuidedHere() {
		UUID petition = UUID.randomUUID();
		this.guided.handler()
			.on(new FeedEvent(UUID.randomUUID().toString(), "petition.guided-to-suggestion", "petition/" + petition,
					OffsetDateTime.now(),
					new JsonMapper().readTree(
							"""
									{"id": "%s", "code": "XF-2026-0001", "title": "公交线路调整", "area": "410105", "guidedOn": "2026-01-05"}"""
								.formatted(petition))))
			.block();
		String list = "/api/v1/deputy/guided-petitions?taken=false&q=公交";
		assertThat(get(this.client, list, deputy("lead")).path("items")).hasSize(1);
		assertThat(status(list, "")).isEqualTo(401);
		assertThat(status(list, organ("water"))).isEqualTo(403);
		post(this.client, PATH, draft(Map.of("petition", UUID.randomUUID())), deputy("lead")).expectStatus()
			.isBadRequest();
		Case one = drafted(Map.of("oneMatter", true, "petition", petition));
		assertThat(get(this.client, list, office()).path("items")).isEmpty();
		assertThat(listed("?petition=" + petition, office())).containsExactly(one.code);
		String event = this.database.sql("SELECT data::text AS data FROM outbox WHERE subject = 'suggestion/' || $1")
			.bind(0, one.path.substring(PATH.length() + 1))
			.map((row) -> String.valueOf(row.get("data", String.class)))
			.one()
			.block();
		assertThat(new JsonMapper().readTree(event).path("petition").path("id").asString())
			.isEqualTo(petition.toString());
	}

	private Case drafted(Map<String, Object> more) {
		JsonNode shown = new JsonMapper().readTree(post(this.client, PATH, draft(more), deputy("lead")).expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseBody());
		return new Case(PATH + "/" + shown.path("id").asString(), shown.path("code").asString());
	}

	private static Map<String, Object> draft(Map<String, Object> more) {
		Map<String, Object> draft = new LinkedHashMap<>(
				Map.of("title", "关于整治某河的建议", "content", "请整治某河。", "field", "CITY_BUILDING"));
		draft.putAll(more);
		return draft;
	}

	private static Map<String, Object> units(String... units) {
		return Map.of("units",
				Arrays.stream(units)
					.map((unit) -> Map.of("organ", unit.split(":")[0], "role", unit.split(":")[1]))
					.toList());
	}

	private static Map<String, Object> answer(String grade, String kind, LocalDate promise, List<String> copies) {
		Map<String, Object> answer = new LinkedHashMap<>(
				Map.of("class", grade, "kind", kind, "text", "已经全部解决", "signedBy", "李局长", "copiedTo", copies));
		if (promise != null) {
			answer.put("promise", Map.of("what", "完成整治", "by", promise));
		}
		return answer;
	}

	private String seat(String person) {
		return this.database.sql("SELECT id::text AS id FROM deputy WHERE person = $1")
			.bind(0, person)
			.map((row) -> String.valueOf(row.get("id", String.class)))
			.one()
			.block();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static String deputy(String person) {
		return Tokens.of(Role.DEPUTY).subject("account-" + person).value();
	}

	private static String organ(String code) {
		return Tokens.of(Role.ORGAN).organ(code).value();
	}

	private String desk(String token) {
		return get(this.client, "/api/v1/deputy/desk", token).toString();
	}

	private List<String> listed(String query, String token) {
		return get(this.client, PATH + query, token).path("items").findValuesAsString("code");
	}

	private int status(String path, String token) {
		return this.client.get().uri(path).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}).exchange().expectBody().returnResult().getStatus().value();
	}

	/**
	 * A suggestion and the version it is in.
	 */
	private final class Case {

		private final String path;

		private final String code;

		private long version = 1;

		Case(String path, String code) {
			this.path = path;
			this.code = code;
		}

		JsonNode step(String step, Object body, String token) {
			byte[] shown = act(SuggestionApiTest.this.client, this.path + "/" + step, this.version, body, token)
				.expectBody()
				.returnResult()
				.getResponseBody();
			JsonNode after = new JsonMapper().readTree(shown);
			assertThat(after.path("version").asLong()).as(step + ": " + after).isEqualTo(this.version + 1);
			this.version++;
			return after;
		}

		void refused(String step, Object body, String token, String rule) {
			act(SuggestionApiTest.this.client, this.path + "/" + step, this.version, body, token).expectStatus()
				.isEqualTo(422)
				.expectBody()
				.jsonPath("$.rule")
				.isEqualTo(rule);
		}

		String state() {
			return get(SuggestionApiTest.this.client, this.path, "").path("state").asString();
		}

	}

}
