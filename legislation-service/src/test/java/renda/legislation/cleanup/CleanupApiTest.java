package renda.legislation.cleanup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import renda.legislation.Calls;
import renda.legislation.Calls.Opened;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.today;

@ServiceTest
class CleanupApiTest {

	private static final String PATH = "/api/v1/legislation/cleanup-rounds";

	private static final String OFFICE = Tokens.of(Role.LEGISLATIVE_OFFICE).value();

	private static final String COUNCIL = Tokens.of(Role.COUNCIL).value();

	private static final String PARKS = Tokens.of(Role.ORGAN).organ("parks-bureau").value();

	private static final String ELSEWHERE = Tokens.of(Role.LEGISLATIVE_OFFICE).area("420100").value();

	private static final String PROJECTS = "/api/v1/legislation/projects";

	private static final String HEAD = "code,title,field,superior,basis,term,begunOn,completedOn,items,body,bills,sample\n";

	private static final String LANTERNS = "郑州市花灯会管理条例";

	private static final String BRIDGES = "郑州市木桥养护条例";

	private Calls calls;

	/**
	 * A register of four texts, and the rounds of the 15th term by years, with some that
	 * no figure counts.
	 */
	@BeforeAll
	static void registerAndPast(@Autowired WebTestClient client) {
		client.post()
			.uri("/api/v1/legislation/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures
				.zip(List.of(RegulationFixtures.lanterns(), RegulationFixtures.bridges(), RegulationFixtures.repealed(),
						RegulationFixtures.any("洛阳市牡丹条例", 2, 1).replace("第一条 ", "第一条 根据《中华人民共和国灯会法》，"))))
			.exchange()
			.expectStatus()
			.isOk();
		JsonNode job = new Calls(client).load("cleanup-rounds", csv(), OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
		assertThat(job.path("created").asInt()).isEqualTo(12);
	}

	private static String csv() {
		List<String> rows = new ArrayList<>();
		int[] years = { 2, 3, 2, 2 };
		String[] fields = { "民法典实施", "生态环境保护", "食品药品安全" };
		for (int i = 0; i < years.length; i++) {
			for (int k = 1; k <= years[i]; k++) {
				int year = 2019 + i;
				rows.add("QL-%d-%04d,第%d轮清理,%s,,通知,15,%d-03-01,%d-09-01,%s=AMEND;%s=KEEP,city-government,%s,true"
					.formatted(year, k, k, fields[(i + k) % 3], year, year, LANTERNS, BRIDGES,
							(k == 1) ? LANTERNS + "=FA-" + year + "-0001" : ""));
			}
		}
		rows.add("QL-2022-0801,进行中的清理,民法典实施,,通知,15,2022-11-01,,%s=AMEND,city-government,,true".formatted(LANTERNS));
		rows.add("QL-2023-0801,下届的清理,民法典实施,,通知,16,2023-02-01,2023-03-01,%s=KEEP,city-government,,true"
			.formatted(LANTERNS));
		rows.add("QL-2018-0801,上届的清理,民法典实施,,通知,14,2018-02-01,2018-03-01,%s=KEEP,city-government,,true"
			.formatted(LANTERNS));
		return HEAD + String.join("\n", rows) + "\n";
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
	}

	@Test
	void goesFromAChangedLawToTheBillsThatFollow() {
		Opened one = begun("中华人民共和国灯会法");
		assertThat(this.calls.status(one.path(), "")).as("while its scope is being set").isEqualTo(404);
		assertThat(this.calls.status(one.path(), PARKS)).isEqualTo(404);
		JsonNode proposal = this.calls.get(one.path() + "/proposal", OFFICE);
		assertThat(proposal).hasSize(1);
		assertThat(proposal.path(0).path("title").asString()).isEqualTo(LANTERNS);
		assertThat(proposal.path(0).path("labels").toString()).contains("第一条");
		assertThat(this.calls.status(one.path() + "/proposal", PARKS)).isEqualTo(403);
		JsonNode proposed = one.step("propose-scope", Map.of("known", List.of(Map.of("title", "forged"))), OFFICE);
		assertThat(proposed.path("items")).hasSize(1);
		String lanterns = proposed.path("items").path(0).path("regulation").asString();
		String bridges = regulation(BRIDGES);
		one.refused("add-items", Map.of("regulations", List.of(regulation("洛阳市牡丹条例"))), OFFICE, "LEG-79");
		one.step("add-items", Map.of("regulations", List.of(bridges)), OFFICE);
		one.refused("fix-scope", Map.of("checkBy", today().plusDays(30)), OFFICE, "LEG-79");
		one.step("assign", Map.of("items", List.of(Map.of("regulation", lanterns, "body", "parks-bureau"),
				Map.of("regulation", bridges, "body", "roads-bureau"))), OFFICE);
		one.attempt("fix-scope", Map.of("checkBy", today().plusDays(30)), PARKS).expectStatus().isForbidden();
		one.step("fix-scope", Map.of("checkBy", today().plusDays(30)), OFFICE);
		assertThat(this.calls.get("/api/v1/legislation/desk", PARKS).toString()).contains(one.code());
		one.refused("self-check", Map.of("regulation", bridges, "act", "KEEP", "reason", "无冲突"), PARKS, "LEG-79");
		one.attempt("self-check", Map.of("regulation", lanterns, "act", "BURN", "reason", "x"), PARKS)
			.expectStatus()
			.isBadRequest();
		one.step("self-check", Map.of("regulation", lanterns, "act", "AMEND", "reason", "处罚幅度超出上位法"), PARKS);
		one.step("self-check", Map.of("regulation", bridges, "act", "KEEP", "reason", "无冲突"),
				Tokens.of(Role.ORGAN).organ("roads-bureau").value());
		assertThat(one.seen("").toString()).contains(LANTERNS).doesNotContain("处罚幅度超出上位法");
		one.refused("close", Map.of("text", "报告"), OFFICE, "LEG-79");
		one.step("decide-item",
				Map.of("regulation", lanterns, "act", "AMEND", "reason", "修改处罚条款", "decision", "主任会议纪要"), COUNCIL);
		one.step("decide-item", Map.of("regulation", bridges, "act", "KEEP", "reason", "无冲突", "decision", "主任会议纪要"),
				COUNCIL);
		JsonNode project = started(one, lanterns);
		one.attempt("record-bill", Map.of("regulation", lanterns, "project", UUID.randomUUID()), OFFICE)
			.expectStatus()
			.isBadRequest();
		one.refused("record-bill", Map.of("regulation", bridges, "bill", "FA-2026-0007"), OFFICE, "LEG-79");
		one.refused("record-bill", Map.of("regulation", lanterns, "known", Map.of("code", "XM-1")), OFFICE, "LEG-79");
		JsonNode ended = one.step("close", Map.of("text", "共清理两件，修改一件。"), OFFICE);
		assertThat(ended.path("state").asString()).isEqualTo("ENDED");
		JsonNode shown = one.seen("");
		assertThat(shown.path("report").asString()).contains("共清理两件");
		assertThat(shown.path("waiting")).isEmpty();
		assertThat(shown.path("projects").path(0).path("code").asString()).isEqualTo(project.path("code").asString());
		assertThat(shown.toString()).contains("修改处罚条款").doesNotContain("处罚幅度超出上位法");
		assertThat(this.calls.codes(PATH + "?regulation=" + lanterns + "&completed=true", "")).contains(one.code());
		assertThat(this.calls.get(one.path() + "/timeline", "").toString()).doesNotContain("处罚幅度超出上位法");
	}

	/**
	 * The project that the decision on a text has started, as the office sees it.
	 */
	private JsonNode started(Opened round, String regulation) {
		JsonNode items = round.seen(OFFICE).path("items");
		JsonNode item = items.valueStream()
			.filter((one) -> one.path("regulation").asString().equals(regulation))
			.findFirst()
			.orElseThrow();
		JsonNode project = this.calls.get(item.path("started").path("href").asString(), OFFICE);
		assertThat(project.path("startedBy").path("href").asString()).isEqualTo(round.path());
		assertThat(project.path("targets").findValuesAsString("regulation")).contains(regulation);
		assertThat(item.path("started").path("state").asString()).isEqualTo(project.path("state").asString());
		assertThat(this.calls.codes(PROJECTS + "?startedBy=" + round.id(), OFFICE))
			.contains(project.path("code").asString());
		return project;
	}

	@Test
	void leg79ADecisionStartsOneProjectAndMovesItWhileNobodyWorksOnIt() {
		Opened one = begun("中华人民共和国灯会法");
		String lanterns = regulation(LANTERNS);
		String bridges = regulation(BRIDGES);
		one.step("add-items", Map.of("regulations", List.of(lanterns, bridges)), OFFICE);
		one.step("assign", Map.of("items", List.of(Map.of("regulation", lanterns, "body", "parks-bureau"),
				Map.of("regulation", bridges, "body", "parks-bureau"))), OFFICE);
		one.step("fix-scope", Map.of("checkBy", today().plusDays(30)), OFFICE);
		for (String text : List.of(lanterns, bridges)) {
			one.step("self-check", Map.of("regulation", text, "act", "AMEND", "reason", "不一致"), PARKS);
		}
		String pack = "关于修改花灯会等两部法规的决定";
		one.step("decide-item", decision(lanterns, "AMEND", pack), COUNCIL);
		one.step("decide-item", decision(lanterns, "AMEND", pack), COUNCIL);
		one.step("decide-item", decision(bridges, "REPEAL", pack), OFFICE);
		JsonNode project = started(one, lanterns);
		assertThat(started(one, bridges).path("id")).as("one project for both").isEqualTo(project.path("id"));
		assertThat(project.path("title").asString()).isEqualTo(pack);
		assertThat(project.path("making").asString()).isEqualTo("AMEND");
		assertThat(project.path("targets").findValuesAsString("making")).containsExactlyInAnyOrder("AMEND", "REPEAL");
		one.refused("decide-item", decision(bridges, "REVISE", pack), COUNCIL, "LEG-79");
		one.step("decide-item", decision(bridges, "KEEP", ""), COUNCIL);
		assertThat(started(one, lanterns).path("targets")).hasSize(1);
		assertThat(this.calls.status(PROJECTS + "/" + project.path("id").asString(), "")).as("not planned yet")
			.isEqualTo(404);
		assertThat(this.calls.status(PROJECTS + "/" + project.path("id").asString(), ELSEWHERE)).isEqualTo(404);
		Opened its = this.calls.at(PROJECTS, this.calls.get(PROJECTS + "/" + project.path("id").asString(), OFFICE));
		its.attempt("link", Map.of("targets", List.of()), OFFICE).expectStatus().isForbidden();
		its.step("decline", Map.of("reason", "暂不列入"), OFFICE);
		one.moved();
		assertThat(started(one, lanterns).path("state").asString()).isEqualTo("DROPPED");
		one.step("decide-item", decision(lanterns, "AMEND", ""), COUNCIL);
		JsonNode again = started(one, lanterns);
		assertThat(again.path("id")).isNotEqualTo(project.path("id"));
		assertThat(number(again)).as("what starts nothing uses up no code").isEqualTo(number(project) + 1);
		assertThat(again.path("title").asString()).isEqualTo("修改《" + LANTERNS + "》");
		Opened other = this.calls.opened(PROJECTS, Map.of("title", "修改花灯会条例", "making", "AMEND", "domain", "OTHER",
				"need", "已有项目", "regulation", LANTERNS), OFFICE);
		one.step("record-bill", Map.of("regulation", lanterns, "project", other.id()), OFFICE);
		assertThat(started(one, lanterns).path("id").asString()).isEqualTo(other.id());
		assertThat(this.calls.get(PROJECTS + "/" + again.path("id").asString(), OFFICE).path("state").asString())
			.as("given up again")
			.isEqualTo("DROPPED");
		other.moved();
		other.attempt("decline", Map.of("reason", "x"), ELSEWHERE).expectStatus().isNotFound();
		assertThat(this.calls.status(one.path(), "")).isEqualTo(200);
	}

	private static int number(JsonNode project) {
		return Integer.parseInt(project.path("code").asString().substring("XM-2026-".length()));
	}

	private static Map<String, Object> decision(String regulation, String act, String pack) {
		return Map.of("regulation", regulation, "act", act, "reason", "理由", "decision", "主任会议纪要", "pack", pack);
	}

	@Test
	void anOfficeOfAnotherCityIsNoOfficeHere() {
		Opened one = begun("没有人引用的法");
		assertThat(this.calls.status(one.path(), ELSEWHERE)).isEqualTo(404);
		assertThat(this.calls.codes(PATH + "?state=SCOPING", ELSEWHERE)).doesNotContain(one.code());
		one.attempt("cancel", Map.of("text", "x"), ELSEWHERE).expectStatus().isNotFound();
		assertThat(this.calls.codes(PATH + "?state=SCOPING", OFFICE)).contains(one.code());
	}

	@Test
	void aRoundIsCalledOffWithReasonsAndTellsWhoeverIsBehind() {
		this.calls.post(PATH, Map.of("title", "清理", "field", "民法典实施"), OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("LEG-79")
			.jsonPath("$.citation")
			.value(String.class, (citation) -> assertThat(citation).contains("第一百一十六条"));
		this.calls.post(PATH, Map.of("title", "清理", "field", "民法典实施", "basis", "通知"), COUNCIL)
			.expectStatus()
			.isForbidden();
		Opened one = begun("没有人引用的法");
		one.step("propose-scope", Map.of(), OFFICE);
		one.attempt("cancel", Map.of("text", "无须清理"), OFFICE, 1).expectStatus().isEqualTo(412);
		one.refused("cancel", Map.of(), OFFICE, "LEG-79");
		one.step("cancel", Map.of("text", "无须清理"), COUNCIL);
		assertThat(this.calls.status(one.path(), "")).isEqualTo(404);
		assertThat(this.calls.codes(PATH + "?state=CANCELLED", "")).isEmpty();
		assertThat(this.calls.codes(PATH + "?state=CANCELLED", OFFICE)).contains(one.code());
	}

	@Test
	void countsExactlyTheRoundsItsItemsLinkLists() {
		JsonNode figure = this.calls.figure("cleanup_rounds", "term=15&asOf=2022-12-31");
		assertThat(figure.path("value").asInt()).isEqualTo(9);
		assertThat(this.calls.codes(figure.path("items").asString(), "")).hasSize(9)
			.doesNotContain("QL-2022-0801", "QL-2023-0801", "QL-2018-0801");
		assertThat(this.calls.figure("cleanup_rounds", "term=15&asOf=2020-12-31").path("value").asInt()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "year, '2019=2, 2020=3, 2021=2, 2022=2'", "field, '民法典实施=2, 生态环境保护=4, 食品药品安全=3'" })
	void breaksDownByYearAndField(String by, String expected) {
		assertThat(this.calls.counts("cleanup_rounds", "term=15&asOf=2022-12-31&by=" + by)).isEqualTo(expected);
	}

	@Test
	void anImportChangesNothingTwiceAndNamesWhatTheRegisterDoesNotHave() {
		assertThat(this.calls.load("cleanup-rounds", csv(), OFFICE).path("unchanged").asInt()).isEqualTo(12);
		JsonNode job = this.calls.load("cleanup-rounds",
				HEAD + "QL-2021-0901,清理,民法典实施,,通知,15,2021-03-01,2021-09-01,郑州市没有的条例=KEEP,city-government,,true\n"
						+ "QL-2021-0902,清理,民法典实施,,通知,15,2021-03-01,2021-09-01,%s=BURN,city-government,,true\n"
							.formatted(LANTERNS)
						+ "QL-2021-0903,清理,民法典实施,,,15,2021-03-01,2021-09-01,%s=KEEP,city-government,,true\n"
							.formatted(LANTERNS),
				OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(3);
		JsonNode past = this.calls.listed(PATH + "?code=QL-2019-0001", "").getFirst();
		assertThat(past.path("state").asString()).isEqualTo("ENDED");
		assertThat(this.calls.listed(PATH + "?code=QL-2019-0002", "").getFirst().path("state").asString())
			.isEqualTo("COMPLETED");
	}

	private Opened begun(String superior) {
		return this.calls.opened(PATH,
				Map.of("title", "涉及" + superior + "的法规清理", "field", "城市管理", "superior", superior, "changedOn", today()),
				OFFICE);
	}

	private String regulation(String title) {
		return this.calls.get("/api/v1/legislation/regulations?title=" + title, "")
			.path("items")
			.path(0)
			.path("id")
			.asString();
	}

}
