package renda.legislation.consultation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import renda.legislation.ledger.LedgerCalls;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.ledger.LedgerCalls.json;
import static renda.legislation.ledger.LedgerCalls.of;
import static renda.legislation.ledger.LedgerCalls.with;

@ServiceTest
class ConsultationApiTest {

	private static final String PATH = "/consultations";

	private static final String COMMENTS = "/consultation-comments";

	private static final String FIRST = """
			# 甲市城市滨河公园条例（草案）

			第一条 为了规范滨河公园的规划、建设和管理，制定本条例。

			第二条 滨河公园内禁止垂钓、游泳和野炊。

			第三条 滨河公园应当免费向公众开放，开放时间不少于十二小时。

			第四条 本条例自公布之日起施行。
			""";

	/** The second article goes, the third becomes the second, with other words. */
	private static final String SECOND = """
			# 甲市城市滨河公园条例（草案修改稿）

			第一条 为了规范滨河公园的规划、建设和管理，制定本条例。

			第二条 滨河公园应当免费向公众开放，开放时间不少于十六小时。

			第三条 本条例自公布之日起施行。
			""";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private final JsonMapper mapper = new JsonMapper();

	private LedgerCalls office() {
		return LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE);
	}

	private LedgerCalls anybody() {
		return LedgerCalls.byNobody(this.client);
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

	private JsonNode opened(String title) {
		return office().enter(PATH, of("title", title, "text", FIRST, "from", today().minusDays(1), "until",
				today().plusDays(40), "notice", "市人大网站"));
	}

	/**
	 * A comment from an address of its own, so that nobody floods.
	 */
	private JsonNode comment(JsonNode consultation, String address, String article, String text, boolean publish) {
		return json(anybody().post(PATH + "/" + id(consultation) + "/comments",
				with(with(of("text", text, "publish", publish, "author", Map.of("name", "张三", "phone", "13800001234")),
						"article", article.isEmpty() ? null : article), "x", null),
				"X-Forwarded-For", address), 201);
	}

	private static String id(JsonNode one) {
		return one.path("id").asString();
	}

	private JsonNode step(JsonNode consultation, String step, Map<String, Object> body, int status) {
		long version = office().read(PATH + "/" + id(consultation)).path("version").asLong();
		return office().act(PATH + "/" + id(consultation) + "/" + step, version, body, status);
	}

	@Test
	void aRetryGetsTheReceiptOfTheAnswerThatWasLost() {
		JsonNode consultation = opened("雨水花园条例（草案）");
		String path = PATH + "/" + id(consultation) + "/comments";
		Map<String, Object> said = of("text", "建议在社区增设雨水花园。", "article", "art_2");
		JsonNode first = json(anybody().post(path, said, "Idempotency-Key", "garden-1"), 201);
		JsonNode again = json(anybody().post(path, said, "Idempotency-Key", "garden-1"), 201);
		assertThat(again).isEqualTo(first);
		assertThat(json(anybody().post(COMMENTS + "/look-up", of("receipt", again.path("receipt").asString())), 200)
			.path("id")
			.asString()).isEqualTo(id(first));
		assertThat(anybody().read(COMMENTS + "?consultation=" + id(consultation)).path("items")).hasSize(1);
	}

	@Test
	void fromTheDraftToThePublishedReportEveryCommentGetsItsAnswer() {
		JsonNode consultation = opened("滨河公园条例（草案）");
		assertThat(consultation.path("state").asString()).isEqualTo("OPEN");
		String draft = consultation.path("draft").asString();
		assertThat(anybody().read("/drafts/" + draft).path("title").asString()).contains("滨河公园条例");
		JsonNode first = comment(consultation, "203.0.113.1", "art_3", "建议将滨河公园的开放时间延长到十六小时，方便市民晨练和夜跑。", true);
		assertThat(first.path("receipt").asString()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
		comment(consultation, "203.0.113.2", "art_3", "建议将滨河公园的开放时间延长到十六小时，方便市民晨练、夜跑。", false);
		JsonNode other = comment(consultation, "203.0.113.3", "art_2", "应当允许在指定区域垂钓。我的电话是13800001234。", true);
		json(anybody().post(PATH + "/" + id(consultation) + "/comments", of("text", "意见", "article", "art_99")), 400);
		JsonNode groups = anybody().read(PATH + "/" + id(consultation) + "/groups").path("items");
		assertThat(groups.size()).isEqualTo(2);
		assertThat(groups.path(0).path("comments").asInt()).isEqualTo(2);
		assertThat(groups.path(0).path("label").asString()).isEqualTo("第三条");

		JsonNode listed = anybody().read(COMMENTS + "?consultation=" + id(consultation)).path("items");
		assertThat(listed.size()).isEqualTo(3);
		assertThat(listed.toString()).contains("指定区域垂钓", "＊＊＊").doesNotContain("13800001234", "晨练、夜跑", "张三");

		step(consultation, "close", Map.of(), 422);
		step(consultation, "close", Map.of("decision", "主任会议第3号决定"), 200);
		json(anybody().post(PATH + "/" + id(consultation) + "/comments", of("text", "迟到的意见")), 409);
		JsonNode refused = step(consultation, "summarise", Map.of("conclusion", "意见总体支持。"), 422);
		assertThat(refused.path("rule").asString()).isEqualTo("LEG-37");
		assertThat(refused.path("facts").path("unanswered").asInt()).isEqualTo(3);

		JsonNode later = json(
				office().post(PATH + "/" + id(consultation) + "/drafts", of("label", "草案修改稿", "text", SECOND)), 201);
		step(consultation, "carry-over", Map.of("draft", id(later)), 200);
		JsonNode carried = anybody().read(PATH + "/" + id(consultation) + "/carried?draft=" + id(later));
		assertThat(carried.path(1).path("status").asString()).isEqualTo("REMOVED");
		assertThat(carried.path(1).path("comments").asInt()).isEqualTo(1);
		assertThat(carried.path(2).path("status").asString()).isEqualTo("CHANGED");
		assertThat(carried.path(2).path("toLabel").asString()).isEqualTo("第二条");

		JsonNode group = groups.path(0);
		Map<String, Object> answer = of("outcome", "ADOPTED", "reason", "已延长开放时间。", "draft", id(later), "article",
				"art_2");
		String path = "/comment-groups/" + id(group) + "/answer";
		json(office().post(path, answer), 428);
		json(LedgerCalls.by(this.client, Role.RESIDENT).post(path, answer), 403);
		office().act(path, 99, answer, 412);
		office().act(path, group.path("version").asLong(), with(answer, "article", "art_9"), 400);
		office().act(path, group.path("version").asLong(), with(answer, "draft", draft), 400);
		office().act(path, group.path("version").asLong(), answer, 200);
		office().act(COMMENTS + "/" + id(other) + "/answer", 1, of("outcome", "NOT_ADOPTED", "reason", "该条已删去。"), 200);

		JsonNode found = json(anybody().post(COMMENTS + "/look-up", of("receipt", first.path("receipt").asString())),
				200);
		assertThat(found.path("outcome").asString()).isEqualTo("ADOPTED");
		assertThat(found.path("changedLabel").asString()).isEqualTo("第二条");
		assertThat(found.path("text").asString()).contains("晨练和夜跑");
		json(anybody().post(COMMENTS + "/look-up", of("receipt", "0000-0000-0000-0000")), 404);

		step(consultation, "summarise", Map.of("conclusion", "意见总体支持。"), 200);
		office().act(COMMENTS + "/" + id(other) + "/answer", 2, of("outcome", "STUDIED", "reason", "再研究"), 409);
		assertThat(step(consultation, "publish-summary", Map.of(), 200).path("state").asString())
			.isEqualTo("PUBLISHED");
		assertThat(events()).filteredOn((event) -> event.contains("comment.answered"))
			.hasSize(2)
			.noneMatch((event) -> event.contains("张三") || event.contains("晨练"));
	}

	private List<String> events() {
		return this.database
			.sql("SELECT type || data::text AS told FROM event_staged UNION ALL "
					+ "SELECT type || data::text FROM outbox")
			.map((row) -> row.get("told", String.class))
			.all()
			.collectList()
			.block();
	}

	@Test
	void leg37AShorterConsultationNeedsARecordedDecision() {
		Map<String, Object> body = of("title", "某条例（草案）", "until", today().plusDays(29), "notice", "市人大网站");
		JsonNode refused = json(office().post(PATH, body), 422);
		assertThat(refused.path("rule").asString()).isEqualTo("LEG-37");
		assertThat(refused.path("citation").asString()).contains("立法法");
		assertThat(refused.path("facts").path("atLeast").asString()).isEqualTo("30d");
		JsonNode short15 = office().enter(PATH, with(body, "decision", "主任会议第1号决定"));
		assertThat(short15.path("decision").asString()).isEqualTo("主任会议第1号决定");
		office().enter(PATH, with(body, "until", today().plusDays(30)));
		json(LedgerCalls.by(this.client, Role.RESIDENT).post(PATH, body), 403);
		json(anybody().post(PATH, body), 401);
		json(office().post(PATH, with(with(body, "until", today().plusDays(30)), "text", "不是法规")), 422);
	}

	@Test
	void aFloodIsHeldBackAndNothingOfItIsLost() {
		JsonNode consultation = opened("物业管理条例（草案）");
		for (int i = 0; i < 5; i++) {
			assertThat(
					comment(consultation, "198.51.100.7", "", "第%d条不同的意见：%s".formatted(i, "甲乙丙丁戊".substring(i)), false)
						.path("held")
						.asBoolean())
				.isFalse();
		}
		JsonNode held = comment(consultation, "198.51.100.7", "", "一模一样的广告，请加微信", false);
		assertThat(held.path("held").asBoolean()).isTrue();
		JsonNode again = comment(consultation, "198.51.100.7", "", "第0条不同的意见：甲乙丙丁戊！", false);
		String of = COMMENTS + "?consultation=" + id(consultation);
		assertThat(anybody().read(of).path("items").size()).isEqualTo(5);
		assertThat(anybody().read(of + "&status=SUSPECT").path("items").size()).isZero();
		assertThat(office().read(of).path("items").size()).isEqualTo(7);
		JsonNode duplicate = office().read(COMMENTS + "/" + id(again));
		assertThat(duplicate.path("status").asString()).isEqualTo("DUPLICATE");
		assertThat(duplicate.path("duplicateOf").asString()).isNotEmpty();
		json(anybody().get(COMMENTS + "/" + id(held)), 404);
		json(anybody().post(COMMENTS + "/" + id(held) + "/mark-spam", of("reason", "广告")), 401);
		office().act(COMMENTS + "/" + id(held) + "/mark-spam", 1, of("reason", "广告"), 200);
		JsonNode spam = office().read(of + "&status=SPAM").path("items").path(0);
		assertThat(spam.path("statusReason").asString()).isEqualTo("广告");
		office().act(COMMENTS + "/" + id(held) + "/accept", 2, of("reason", "经核实为真实意见"), 200);
		assertThat(anybody().read(of).path("items").size()).isEqualTo(6);
		office().act(COMMENTS + "/" + id(held) + "/mark-spam", 2, of("reason", "广告"), 412);
	}

	@Test
	void whatOneSenderSaysAgainInOtherWordsIsKeptAndCountsOnceAndItsReceiptFindsTheAnswer() {
		JsonNode consultation = opened("电梯安全条例（草案）");
		String comments = PATH + "/" + id(consultation) + "/comments";
		LedgerCalls resident = LedgerCalls.by(this.client, Role.RESIDENT);
		JsonNode first = json(resident.post(comments, of("text", "建议电梯困人时十五分钟内到场救援，并公布电话。")), 201);
		JsonNode again = json(resident.post(comments, of("text", "建议电梯困人时，应当十五分钟内到场救援并公布电话！")), 201);
		JsonNode other = json(resident.post(comments, of("text", "建议电梯困人时三十分钟内到场救援，并公布电话。")), 201);
		assertThat(office().read(COMMENTS + "/" + id(again)).path("status").asString()).isEqualTo("DUPLICATE");
		assertThat(office().read(COMMENTS + "/" + id(again)).path("duplicateOf").asString()).isEqualTo(id(first));
		assertThat(office().read(COMMENTS + "/" + id(other)).path("status").asString()).isEqualTo("RECEIVED");
		JsonNode counts = anybody().read(PATH + "/" + id(consultation) + "/adoption").path("whole").path(0);
		assertThat(counts.path("comments").asInt()).isEqualTo(2);
		office().act(COMMENTS + "/" + id(first) + "/answer", 1, of("outcome", "ADOPTED", "reason", "已写明到场时限"), 200);
		JsonNode found = json(anybody().post(COMMENTS + "/look-up", of("receipt", again.path("receipt").asString())),
				200);
		assertThat(found.path("id").asString()).isEqualTo(id(again));
		assertThat(found.path("status").asString()).isEqualTo("DUPLICATE");
		assertThat(found.path("reason").asString()).isEqualTo("已写明到场时限");
		JsonNode mine = resident.read(COMMENTS + "/mine?outcome=ADOPTED&consultation=" + id(consultation))
			.path("items");
		assertThat(mine).hasSize(2);
		assertThat(office().read(COMMENTS + "?outcome=ADOPTED&consultation=" + id(consultation)).path("items"))
			.hasSize(1);
	}

	@Test
	void whatComesFromOneAddressInNearlyTheSameWordsWaitsForTheOfficeAndSpamDoesNotComeBack() {
		JsonNode consultation = opened("燃气安全条例（草案）");
		comment(consultation, "198.51.100.21", "", "建议每年免费上门检查一次燃气管线，老旧小区优先。", true);
		JsonNode near = comment(consultation, "198.51.100.21", "", "建议每年免费上门检查一次燃气管线，老旧小区优先安排。", true);
		assertThat(near.path("held").asBoolean()).isTrue();
		assertThat(office().read(COMMENTS + "/" + id(near)).path("duplicateOf").asString()).isNotEmpty();
		office().act(COMMENTS + "/" + id(near) + "/accept", 1, of("reason", "同一家属院的另一位居民"), 200);
		JsonNode group = anybody().read(PATH + "/" + id(consultation) + "/groups").path("items").path(0);
		assertThat(group.path("comments").asInt()).isEqualTo(2);
		JsonNode advert = comment(consultation, "198.51.100.22", "", "低价安装燃气表，加微信", true);
		office().act(COMMENTS + "/" + id(advert) + "/mark-spam", 1, of("reason", "广告"), 200);
		JsonNode back = comment(consultation, "198.51.100.22", "", "低价安装燃气表，加微信！", true);
		assertThat(back.path("held").asBoolean()).isTrue();
		String of = COMMENTS + "?consultation=" + id(consultation);
		assertThat(anybody().read(of).path("items")).hasSize(2);
		assertThat(office().read(of + "&status=SUSPECT").path("items")).hasSize(1);
	}

	@Test
	void nobodyFindsACommentByTheNumberThatItsWordsDoNotShow() {
		JsonNode consultation = opened("户外广告条例（草案）");
		comment(consultation, "203.0.113.88", "", "我家楼下的广告屏太亮，请打15037101234联系我，或写信到wo@example.com。", true);
		String of = COMMENTS + "?consultation=" + id(consultation) + "&q=";
		for (String q : List.of("广告屏", "15037101234", "wo@example.com", "example.com")) {
			assertThat(anybody().read(of + q).path("items")).as(q).hasSize(q.equals("广告屏") ? 1 : 0);
			assertThat(office().read(of + q).path("items")).as(q).hasSize(q.equals("广告屏") ? 1 : 0);
		}
		for (LedgerCalls reader : List.of(anybody(), office())) {
			for (String type : List.of("text/csv", "application/x-ndjson")) {
				assertThat(reader.export(of + "广告屏", MediaType.parseMediaType(type))).contains("太亮")
					.doesNotContain("15037101234", "wo@example.com", "张三", "13800001234");
			}
		}
	}

	@Test
	void whatASenderSaysAboutHerselfIsSealedAndItsReadingRecorded() {
		JsonNode consultation = opened("养犬管理条例（草案）");
		JsonNode made = comment(consultation, "203.0.113.77", "", "建议规定遛犬时间。", true);
		json(LedgerCalls.by(this.client, Role.GENERAL_OFFICE).get(COMMENTS + "/" + id(made) + "/author"), 403);
		assertThat(office().read(COMMENTS + "/" + id(made) + "/author").path("phone").asString())
			.isEqualTo("13800001234");
		assertThat(this.database.sql("SELECT count(*) AS n FROM audit_entry WHERE subject = $1")
			.bind(0, "consultation-comment/" + id(made) + "/author")
			.map((row) -> row.get("n", Long.class))
			.one()
			.block()).isEqualTo(1);
		String stored = this.database
			.sql("SELECT row_to_json(c)::text AS row FROM consultation_comment c WHERE id = $1::uuid")
			.bind(0, id(made))
			.map((row) -> row.get("row", String.class))
			.one()
			.block();
		assertThat(stored).doesNotContain("13800001234", "张三", "203.0.113");
	}

	@Test
	void residentsAndContactPointsFindTheirCommentsWithTheirAccounts() {
		JsonNode consultation = opened("租房条例（草案）");
		LedgerCalls office = office();
		JsonNode point = office.enter("/contact-points", of("code", "LXD-900", "name", "花园路联系点", "level", "CITY",
				"host", "COUNTY", "hostName", "花园路街道", "area", "410105", "since", "2020-01-01", "sample", true));
		String token = Tokens.of(Role.ORGAN).organ("LXD-900").subject("point-9").value();
		byte[] made = this.client.post()
			.uri("/api/v1/legislation/consultations/" + id(consultation) + "/comments")
			.headers((headers) -> headers.setBearerAuth(token))
			.bodyValue(of("text", "押金应当由第三方托管。", "contactPoint", id(point), "publish", true))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonNode mine = this.mapper.readTree(this.client.get()
			.uri("/api/v1/legislation/consultation-comments/mine")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBody());
		assertThat(mine.path("items").path(0).path("id").asString()).isEqualTo(id(this.mapper.readTree(made)));
		assertThat(mine.path("items").path(0).path("sourceName").asString()).isEqualTo("花园路联系点");
		json(anybody().get(COMMENTS + "/mine"), 401);
		JsonNode collected = json(
				office.post(PATH + "/" + id(consultation) + "/collected-comments", of("text", "押金应由第三方托管", "source",
						"CONTACT_POINT", "sourceId", id(point), "madeOn", today(), "participants", null)),
				400);
		assertThat(collected.path("errors").toString()).contains("participants");
		json(office.post(PATH + "/" + id(consultation) + "/collected-comments",
				of("text", "押金应当由第三方进行托管。", "source", "CONTACT_POINT", "sourceId", id(point), "madeOn", today())), 201);
		json(office.post(PATH + "/" + id(consultation) + "/collected-comments",
				of("text", "意见", "source", "PUBLIC", "madeOn", today().minusDays(9))), 400);
		json(office.post(PATH + "/" + id(consultation) + "/collected-comments",
				of("text", "意见", "source", "MEETING", "meeting", 1, "madeOn", today())), 400);
		JsonNode group = office.read(PATH + "/" + id(consultation) + "/groups").path("items").path(0);
		assertThat(group.path("comments").asInt()).isEqualTo(2);
		JsonNode list = office.read(COMMENTS + "?contactPoint=" + id(point)).path("items");
		assertThat(list.size()).isEqualTo(2);
		String export = anybody().export(COMMENTS + "?contactPoint=" + id(point), MediaType.parseMediaType("text/csv"));
		assertThat(export).contains("花园路联系点");
		JsonNode split = office.act("/comment-groups/" + id(group) + "/split", group.path("version").asLong(),
				of("comments", List.of(id(list.path(0)))), 200);
		assertThat(split.path("comments").asInt()).isEqualTo(1);
		JsonNode two = office.read(PATH + "/" + id(consultation) + "/groups").path("items");
		assertThat(two.size()).isEqualTo(2);
		office.act("/comment-groups/" + id(two.path(0)) + "/merge", two.path(0).path("version").asLong(),
				of("into", id(two.path(1))), 200);
		assertThat(
				office.read(PATH + "/" + id(consultation) + "/groups").path("items").path(0).path("comments").asInt())
			.isEqualTo(2);
	}

	@Test
	void countsOpinionsOnDraftsWhoseConsultationEndedInTheTermAndNoOthers() {
		office().csv("consultations", """
				code,title,from,until,closedOn,publishedOn,notice,sample
				ZX-2021-0901,某条例（草案）,2021-03-01,2021-04-01,2021-04-02,2021-05-01,公告,true
				ZX-2022-0901,另一条例（草案）,2022-03-01,2022-04-01,2022-04-02,,公告,true
				ZX-2023-0901,下一届的条例（草案）,2023-03-01,2023-04-01,2023-04-02,,公告,true
				ZX-2022-0902,日期有误,2022-03-01,2022-02-01,2022-04-02,,公告,true
				""");
		String head = "consultation,number,channel,source,sourceName,madeOn,text,publish,name,phone,outcome,reason,answeredOn,sample\n";
		String rows = head + """
				ZX-2021-0901,1,ONLINE,PUBLIC,,2021-03-02,建议增加条款,true,王五,13800009999,ADOPTED,已增加,2021-04-20,true
				ZX-2021-0901,2,OFFLINE,CONTACT_POINT,甲联系点,2021-03-03,建议增加条款。,true,,,PARTLY,部分增加,2021-04-20,true
				ZX-2022-0901,1,ONLINE,PUBLIC,,2022-03-02,不同意第三条,true,,,,,,true
				ZX-2023-0901,1,ONLINE,PUBLIC,,2023-03-02,意见,true,,,,,,true
				ZX-2021-0901,3,ONLINE,PUBLIC,,2021-03-02,没有结果,true,,,,,,true
				ZX-2021-0901,4,ONLINE,PUBLIC,,2021-06-02,期限之外,true,,,ADOPTED,理由,2021-06-20,true
				ZX-1999-0901,1,ONLINE,PUBLIC,,2021-03-02,没有这次,true,,,,,,true
				""";
		JsonNode job = office().csv("consultation-comments", rows);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(4);
		assertThat(job.path("failed").asInt()).isEqualTo(3);
		assertThat(office().csv("consultation-comments", rows).path("unchanged").asInt()).isEqualTo(4);
		JsonNode spam = office().read(COMMENTS + "?code=ZX-2022-0901").path("items").path(0);
		LedgerCalls anybody = anybody();
		assertThat(LedgerCalls.value(anybody.figure("public_comments"))).isEqualTo(3);
		office().act(COMMENTS + "/" + id(spam) + "/mark-spam", 1, of("reason", "广告"), 200);
		assertThat(LedgerCalls.value(anybody.figure("public_comments"))).isEqualTo(2);
		office().act(COMMENTS + "/" + id(spam) + "/accept", 2, of("reason", "误标"), 200);
		assertThat(anybody.parts("public_comments", "year")).containsExactly(Map.entry("2021", 2L),
				Map.entry("2022", 1L));
		assertThat(anybody.parts("public_comments", "channel")).containsEntry("ONLINE", 2L)
			.containsEntry("OFFLINE", 1L);
		assertThat(anybody.parts("public_comments", "status")).containsEntry("ADOPTED", 1L).containsEntry("", 1L);
		JsonNode points = anybody.read("/consultation-adoption?by=CONTACT_POINT&term=15");
		assertThat(points.path(0).path("name").asString()).isEqualTo("甲联系点");
		assertThat(points.path(0).path("adoptionRate").asString()).isEqualTo("1/1");
		String past = PATH + "/" + id(anybody.read(PATH + "?code=ZX-2021-0901").path("items").path(0));
		assertThat(anybody.read(past + "/summary").path("whole").path("adopted").asInt()).isEqualTo(1);
		assertThat(anybody.export(past + "/summary/document?format=MARKDOWN", MediaType.ALL)).contains("采纳1条", "甲联系点")
			.doesNotContain("王五", "13800009999");
		assertThat(anybody.export(past + "/summary/document", MediaType.ALL)).startsWith("PK");
		String open = PATH + "/" + id(anybody.read(PATH + "?code=ZX-2022-0901").path("items").path(0));
		json(anybody.get(open + "/summary"), 404);
		assertThat(office().read(open + "/summary").path("whole").path("comments").asInt()).isEqualTo(1);
	}

	/**
	 * Forty opinions on each of five articles, each said in ten ways: no two are alike
	 * but those.
	 */
	@Test
	void twoThousandCommentsFallIntoTheirGroupsAndEachIsCountedAndListedOnce() {
		List<String> wishes = List.of("建议明确主管部门的职责", "希望降低罚款的幅度", "应当增加公众参与的规定", "请缩短办理审批的时限", "照顾老年人和儿童出行",
				"对小微经营者给予扶持", "规定信息公开的内容", "删去其中重复的条款");
		List<String> reasons = List.of("因为基层人手有限", "群众反映十分强烈", "上位法已经作出规定", "这样便于实际执行", "外地城市积累了经验");
		List<String> ends = List.of("", "。", "！", "；", "，谢谢。", "，谢谢", "，请考虑", "，请考虑。", "，望采纳", "，望采纳！");
		JsonNode consultation = opened("停车条例（草案）");
		String code = consultation.path("code").asString();
		StringBuilder rows = new StringBuilder(
				"consultation,number,article,channel,source,madeOn,text,publish,sample\n");
		for (int i = 0; i < 2_000; i++) {
			String text = wishes.get(i % 8) + "，" + reasons.get(i / 8 % 5) + ends.get(i / 40 % 10);
			String article = (i / 400 == 4) ? "" : "art_" + (1 + i / 400);
			rows.append("%s,N-%d,%s,OFFLINE,PUBLIC,%s,%s,true,true%n".formatted(code, i, article, today(), text));
		}
		assertThat(office().csv("consultation-comments", rows.toString()).path("created").asInt()).isEqualTo(2_000);

		String of = PATH + "/" + id(consultation) + "/groups";
		List<String> groups = anybody().export(of, MediaType.APPLICATION_NDJSON).lines().toList();
		assertThat(groups).hasSize(200);
		assertThat(groups).allMatch((group) -> this.mapper.readTree(group).path("comments").asInt() == 10);
		List<String> numbers = new ArrayList<>();
		String list = COMMENTS + "?consultation=" + id(consultation) + "&limit=200";
		for (String cursor = ""; cursor != null;) {
			JsonNode page = anybody().read(list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
			page.path("items").forEach((comment) -> numbers.add(comment.path("number").asString()));
			cursor = page.hasNonNull("next") ? page.path("next").asString() : null;
		}
		assertThat(numbers).hasSize(2_000).doesNotHaveDuplicates();
		JsonNode first = office().read(of + "?article=art_1").path("items").path(0);
		assertThat(office().read(COMMENTS + "?group=" + id(first)).path("items")).hasSize(10);
		office().act("/comment-groups/" + id(first) + "/answer", first.path("version").asLong(),
				of("outcome", "ADOPTED", "reason", "已写明"), 200);
		JsonNode whole = anybody().read(PATH + "/" + id(consultation) + "/adoption").path("whole").path(0);
		assertThat(whole.path("adoptionRate").asString()).isEqualTo("10/2000");
	}

}
