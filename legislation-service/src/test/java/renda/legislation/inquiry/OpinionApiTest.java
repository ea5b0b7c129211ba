package renda.legislation.inquiry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.ledger.LedgerCalls;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.ledger.LedgerCalls.correction;
import static renda.legislation.ledger.LedgerCalls.json;
import static renda.legislation.ledger.LedgerCalls.of;
import static renda.legislation.ledger.LedgerCalls.with;

/**
 * What contact points say is a comment as any other, on a consultation or outside one.
 */
@ServiceTest
class OpinionApiTest {

	private static final String DRAFT = """
			# 甲市湿地保护条例（草案）

			第一条 为了保护湿地，制定本条例。

			第二条 湿地由林业主管部门管理。

			第三条 湿地内禁止捕捞。
			""";

	private static final String LATER = """
			# 甲市湿地保护条例（草案修改稿）

			第一条 为了保护湿地，制定本条例。

			第二条 湿地内禁止捕捞，休渔期满的除外。
			""";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private LedgerCalls office;

	private LedgerCalls everyone;

	@BeforeEach
	void theOfficeAndThePublic() {
		this.office = LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE);
		this.everyone = LedgerCalls.byNobody(this.client);
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

	private static Map<String, Object> point(String code) {
		return of("code", code, "name", code + "联系点", "level", "CITY", "host", "LAW_FIRM", "hostName", "某某律师事务所",
				"area", "410102", "since", "2019-05-01", "sample", true);
	}

	private static Map<String, Object> expert(String name) {
		return of("name", name, "field", "ENVIRONMENT", "unit", "某某大学", "appointedTerm", 16, "appointedBy", "主任会议决定",
				"appointedOn", "2023-03-01", "conflict", "NONE", "sample", true);
	}

	private static String id(JsonNode one) {
		return one.path("id").asString();
	}

	private JsonNode consultation(String title) {
		return this.office.enter("/consultations", of("title", title, "text", DRAFT, "from", today().minusDays(3),
				"until", today().plusDays(40), "notice", "市人大网站"));
	}

	private JsonNode step(JsonNode consultation, String step, Map<String, Object> body, int status) {
		String path = "/consultations/" + id(consultation);
		return this.office.act(path + "/" + step, this.office.read(path).path("version").asLong(), body, status);
	}

	/**
	 * The requests of a letter, one for each point.
	 */
	private JsonNode asked(String number, String subject, Object... points) {
		return json(
				this.office
					.post("/contact-requests",
							of("number", number, "subject", subject, "question", "第三条是否可行？", "sentOn",
									today().minusDays(2), "dueOn", today().plusDays(9), "points", List.of(points))),
				200);
	}

	@Test
	void leg71Leg37WhatAContactPointSaysOnADraftIsGroupedAnsweredCarriedOverAndCountedWithTheOtherComments() {
		JsonNode consultation = consultation("湿地保护条例（草案）");
		String of = "/consultation-comments?consultation=" + id(consultation);
		String one = id(this.office.enter("/contact-points", point("LX-ONE")));
		String two = id(this.office.enter("/contact-points", point("LX-TWO")));
		JsonNode requests = asked("征字1号", "湿地保护条例（草案）", one, two);
		assertThat(requests.path(0).path("consultation").asString()).isEqualTo(consultation.path("code").asString());
		LedgerCalls staff = LedgerCalls.byOrgan(this.client, "LX-ONE");
		JsonNode own = json(staff.post("/contact-requests/" + id(requests.path(0)) + "/opinions",
				of("words", "建议写明休渔期满后可以捕捞，兼顾渔民生计。", "article", "art_3", "publish", true)), 201);
		assertThat(own.path("consultation").asString()).isEqualTo(id(consultation));
		assertThat(own.path("channel").asString()).isEqualTo("ONLINE");
		json(staff.post("/contact-requests/" + id(requests.path(0)) + "/opinions",
				of("words", "意见", "article", "art_9")), 400);
		json(this.everyone.post("/consultations/" + id(consultation) + "/comments",
				of("text", "建议写明休渔期满后可以捕捞，兼顾渔民的生计。", "article", "art_3", "publish", true)), 201);
		JsonNode paper = json(this.office.post("/contact-requests/" + id(requests.path(1)) + "/opinions",
				of("words", "第二条应当写明由哪一级林业部门管理。", "article", "art_2", "givenOn", today().minusDays(1))), 201);
		assertThat(paper.path("channel").asString()).isEqualTo("OFFLINE");
		json(this.office.post("/contact-requests/" + id(requests.path(1)) + "/opinions",
				of("words", "明天的意见", "givenOn", today().plusDays(1))), 400);

		// one list: the public reads it with its origin, the point reads its own
		JsonNode listed = this.everyone.read(of + "&source=CONTACT_POINT").path("items");
		assertThat(listed).hasSize(2);
		assertThat(listed.toString()).contains("LX-ONE联系点", "征字1号", "兼顾渔民生计").doesNotContain("哪一级林业部门");
		assertThat(staff.read("/contact-opinions").path("items")).hasSize(1);
		assertThat(this.office.read("/contact-opinions?request=征字1号").path("items")).hasSize(2);
		JsonNode group = this.everyone.read("/consultations/" + id(consultation) + "/groups").path("items").path(0);
		assertThat(group.path("comments").asInt()).isEqualTo(2);
		assertThat(this.office.read(of + "&group=" + id(group)).path("items")).hasSize(2);

		// carried over and answered with the group; the point is told, and counted
		JsonNode later = json(
				this.office.post("/consultations/" + id(consultation) + "/drafts", of("label", "草案修改稿", "text", LATER)),
				201);
		step(consultation, "carry-over", Map.of("draft", id(later)), 200);
		JsonNode carried = this.everyone.read("/consultations/" + id(consultation) + "/carried?draft=" + id(later));
		assertThat(carried.path(2).path("comments").asInt()).isEqualTo(2);
		assertThat(carried.path(1).path("status").asString()).isEqualTo("REMOVED");
		this.office.act("/comment-groups/" + id(group) + "/answer", group.path("version").asLong(),
				of("outcome", "ADOPTED", "reason", "已写明", "draft", id(later), "article", "art_2"), 200);
		JsonNode told = staff.read("/contact-opinions/" + id(own));
		assertThat(told.path("outcome").asString()).isEqualTo("ADOPTED");
		assertThat(told.path("changedLabel").asString()).isEqualTo("第二条");
		assertThat(events()).anyMatch((event) -> event.contains("comment.answered") && event.contains(one));
		this.office.act("/contact-opinions/" + id(paper) + "/feedback", paper.path("version").asLong(),
				of("outcome", "NOT_ADOPTED", "reason", "该条已删去"), 200);
		assertThat(this.everyone.read("/contact-points/" + one + "/adoption").path("rate").asDouble()).isEqualTo(1.0);
		assertThat(this.everyone.read("/contact-points/" + two + "/adoption").path("rate").asDouble()).isZero();
		JsonNode rates = this.everyone.read("/consultations/" + id(consultation) + "/adoption").path("contactPoints");
		assertThat(rates.path(0).path("adoptionRate").asString()).isEqualTo("1/1");

		// an opinion after the report is taken and answered, and nothing else is changed
		step(consultation, "close", Map.of("decision", "主任会议决定"), 200);
		step(consultation, "summarise", Map.of("conclusion", "总体支持"), 200);
		step(consultation, "publish-summary", Map.of(), 200);
		JsonNode late = json(
				this.office.post("/contact-requests/" + id(requests.path(1)) + "/opinions", of("words", "建议增加湿地名录。")),
				201);
		this.office.act("/contact-opinions/" + id(late) + "/feedback", 1, of("outcome", "STUDIED", "reason", "另行研究"),
				200);
		this.office.act("/contact-opinions/" + id(late) + "/feedback", 2, of("outcome", "ADOPTED", "reason", "改了"),
				409);
		this.office.act("/contact-opinions/" + id(own) + "/feedback", 2, of("outcome", "ADOPTED", "reason", "改了"), 409);
		JsonNode overAll = this.everyone.read("/consultation-adoption?by=CONTACT_POINT");
		assertThat(overAll).filteredOn((rate) -> rate.path("key").asString().equals(two))
			.singleElement()
			.satisfies((rate) -> assertThat(rate.path("comments").asInt()).isEqualTo(2));

		// what it said is on record
		this.office.act("/contact-points/" + one + "/removal", 1, of("reason", "误登记"), 409);
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
	void leg71WhatWasAskedOutsideAConsultationIsGroupedAnsweredAndCountedAlike() {
		String one = id(this.office.enter("/contact-points", point("LX-OUT1")));
		String two = id(this.office.enter("/contact-points", point("LX-OUT2")));
		JsonNode requests = asked("征字2号", "立法规划项目建议", one, two);
		assertThat(requests.path(0).has("consultation")).isFalse();
		JsonNode first = json(this.office.post("/contact-requests/" + id(requests.path(0)) + "/opinions",
				of("words", "建议把停车管理列入规划。")), 201);
		assertThat(first.path("number").asString()).isEqualTo("征字2号-00001");
		assertThat(first.path("title").asString()).isEqualTo("立法规划项目建议");
		json(this.office.post("/contact-requests/" + id(requests.path(1)) + "/opinions", of("words", "建议把停车管理，列入规划")),
				201);
		json(this.everyone.get("/consultation-comments/" + id(first)), 404);
		assertThat(this.everyone.read("/consultation-comments?request=征字2号").path("items")).isEmpty();
		assertThat(this.office.read("/consultation-comments?request=征字2号").path("items")).hasSize(2);
		json(this.everyone.get("/comment-groups"), 401);
		JsonNode group = this.office.read("/comment-groups?atLeast=2").path("items").path(0);
		assertThat(group.path("subject").asString()).isEqualTo("立法规划项目建议");
		assertThat(group.path("comments").asInt()).isEqualTo(2);
		JsonNode split = this.office.act("/comment-groups/" + id(group) + "/split", group.path("version").asLong(),
				of("comments", List.of(id(first))), 200);
		JsonNode other = this.office.read("/comment-groups?answered=false").path("items");
		String apart = id(split).equals(id(other.path(0))) ? id(other.path(1)) : id(other.path(0));
		this.office.act("/comment-groups/" + id(group) + "/merge", split.path("version").asLong(), of("into", apart),
				200);
		JsonNode merged = this.office.read("/comment-groups?atLeast=2").path("items").path(0);
		this.office.act("/comment-groups/" + id(merged) + "/answer", merged.path("version").asLong(),
				of("outcome", "PARTLY", "reason", "列为预备项目"), 200);
		assertThat(LedgerCalls.byOrgan(this.client, "LX-OUT2")
			.read("/contact-opinions")
			.path("items")
			.path(0)
			.path("outcome")
			.asString()).isEqualTo("PARTLY");
		assertThat(this.everyone.read("/contact-points/" + two + "/adoption").path("partlyAdopted").asInt())
			.isEqualTo(1);
		int term = term(today());
		assertThat(rate("/consultation-adoption?by=CONTACT_POINT&term=" + term, two)).isEqualTo("1/1");
		assertThat(rate("/consultation-adoption?by=CONTACT_POINT&term=" + (term - 1), two)).isEmpty();
		assertThat(this.everyone.read("/consultation-adoption?by=DRAFT").toString()).doesNotContain("立法规划项目建议");
	}

	@Test
	void leg71Leg37WhatWasSaidOnADraftBeforeItsConsultationBelongsToItOnceItOpens() {
		String one = id(this.office.enter("/contact-points", point("LX-EARLY1")));
		String two = id(this.office.enter("/contact-points", point("LX-EARLY2")));
		String title = "城市树木保护条例（草案）";
		JsonNode requests = asked("征字7号", title, one, two);
		LedgerCalls staff = LedgerCalls.byOrgan(this.client, "LX-EARLY1");
		String asked = "/contact-requests/" + id(requests.path(0));
		JsonNode early = json(staff.post(asked + "/opinions", of("words", "建议写明古树名木由谁养护、谁出钱。", "publish", true)), 201);
		JsonNode answered = json(this.office.post(asked + "/opinions", of("words", "建议删去罚则一章。")), 201);
		this.office.act("/contact-opinions/" + id(answered) + "/feedback", 1,
				of("outcome", "NOT_ADOPTED", "reason", "上位法有规定"), 200);
		JsonNode elsewhere = json(
				this.office.post("/contact-requests/" + id(asked("征字8号", "另一件事", one).path(0)) + "/opinions",
						of("words", "建议写明古树名木由谁养护、谁出钱。")),
				201);
		assertThat(early.has("consultation")).isFalse();
		JsonNode outside = this.office.read("/comment-groups?atLeast=1").path("items");
		assertThat(outside.toString()).contains(title, "另一件事");

		JsonNode consultation = consultation(title);

		String of = "/consultation-comments?consultation=" + id(consultation);
		JsonNode listed = this.everyone.read(of).path("items");
		assertThat(listed).hasSize(2);
		assertThat(listed.toString()).contains(id(early), id(answered), "古树名木由谁养护", "NOT_ADOPTED", "征字7号-00001")
			.doesNotContain(id(elsewhere));
		assertThat(listed.path(0).path("title").asString()).isEqualTo(title);
		assertThat(listed.path(0).path("draft").asString()).isEqualTo(consultation.path("draft").asString());
		assertThat(this.office.read("/comment-groups?atLeast=1").path("items").toString()).contains("另一件事")
			.doesNotContain(title);
		assertThat(events()).anyMatch((event) -> event.contains("comments.recorded") && event.contains(id(consultation))
				&& event.replace(" ", "").contains("\"comments\":2"));

		// the letter names it, so what is said later belongs to it too
		JsonNode letter = this.office.read("/contact-requests/" + id(requests.path(1)));
		assertThat(letter.path("consultation").asString()).isEqualTo(consultation.path("code").asString());
		assertThat(this.office.read("/contact-requests/" + id(requests.path(1)) + "/versions")).hasSize(2);
		JsonNode later = json(this.office.post("/contact-requests/" + id(requests.path(1)) + "/opinions",
				of("words", "建议写明古树由谁养护。", "article", "art_2")), 201);
		assertThat(later.path("consultation").asString()).isEqualTo(id(consultation));

		// one group with what the public says, answered and counted together
		json(this.everyone.post("/consultations/" + id(consultation) + "/comments",
				of("text", "建议写明古树名木由谁养护，由谁出钱。", "publish", true)), 201);
		JsonNode group = this.everyone.read("/consultations/" + id(consultation) + "/groups").path("items").path(0);
		assertThat(group.path("comments").asInt()).isEqualTo(2);
		this.office.act("/comment-groups/" + id(group) + "/answer", group.path("version").asLong(),
				of("outcome", "ADOPTED", "reason", "已写明"), 200);
		assertThat(staff.read("/contact-opinions/" + id(early)).path("outcome").asString()).isEqualTo("ADOPTED");
		JsonNode counted = this.everyone.read("/consultations/" + id(consultation) + "/adoption");
		assertThat(counted.path("whole").path(0).path("adoptionRate").asString()).isEqualTo("2/4");
		assertThat(counted.path("contactPoints")).anyMatch((point) -> point.path("key").asString().equals(one)
				&& point.path("adoptionRate").asString().equals("1/2"));
		JsonNode adoption = this.everyone.read("/contact-points/" + one + "/adoption");
		assertThat(adoption.path("opinions").asInt()).isEqualTo(3);
		assertThat(adoption.path("pending").asInt()).isEqualTo(1);
		step(consultation, "close", Map.of("decision", "主任会议决定"), 200);
		JsonNode refused = step(consultation, "summarise", Map.of("conclusion", "总体支持"), 422);
		assertThat(refused.path("facts").path("unanswered").asInt()).isEqualTo(1);
	}

	@Test
	void importedConsultationsTakeTheOpinionsThatWereImportedBeforeThem() {
		this.office.enter("/contact-points", point("LX-PAST"));
		this.office.csv("contact-opinions", """
				reference,point,consultation,subject,words,givenOn,outcome,reason,answeredOn,sample
				甲,LX-PAST,,河湖长制条例（草案）,建议明确巡河频次,2021-05-09,ADOPTED,已明确,2021-07-20,true
				""");
		assertThat(this.everyone.read("/consultation-comments?code=ZX-2021-0802").path("items")).isEmpty();
		this.office.csv("consultations", """
				code,title,from,until,closedOn,publishedOn,notice,sample
				ZX-2021-0802,河湖长制条例（草案）,2021-05-01,2021-06-01,2021-06-02,2021-08-01,公告,true
				""");
		JsonNode joined = this.everyone.read("/consultation-comments?code=ZX-2021-0802").path("items");
		assertThat(joined).hasSize(1);
		assertThat(joined.path(0).path("number").asString()).isEqualTo("LX-PAST/甲");
	}

	@Test
	void whatAnExpertSaysIsPublicButNotWhoItWas() {
		JsonNode consultation = consultation("公共场所控烟条例（草案）");
		String expert = id(this.office.enter("/experts", expert("控烟专家")));
		json(this.office.post("/consultations/" + id(consultation) + "/collected-comments", of("text",
				"建议写明室外吸烟点的设置标准。", "source", "EXPERT", "sourceId", expert, "madeOn", today(), "publish", true)), 201);
		String of = "/consultation-comments?consultation=" + id(consultation);
		assertThat(this.everyone.read(of).path("items").toString()).contains("室外吸烟点", "EXPERT")
			.doesNotContain(expert, "控烟专家");
		assertThat(this.everyone.export(of, MediaType.parseMediaType("text/csv"))).contains("室外吸烟点")
			.doesNotContain(expert, "控烟专家");
		assertThat(this.everyone.read(of + "&contactPoint=" + expert).path("items")).isEmpty();
		assertThat(this.office.read(of + "&contactPoint=" + expert).path("items")).hasSize(1);
		assertThat(this.office.read(of + "&source=EXPERT").path("items").toString()).contains(expert, "控烟专家");
	}

	private int term(LocalDate day) {
		return day.isBefore(LocalDate.of(2023, 1, 5)) ? 15 : 16;
	}

	private String rate(String path, String point) {
		for (JsonNode rate : this.everyone.read(path)) {
			if (rate.path("key").asString().equals(point)) {
				return rate.path("adoptionRate").asString();
			}
		}
		return "";
	}

	@Test
	void nobodySpeaksForAContactPointButItsStaff() {
		JsonNode consultation = consultation("河道管理条例（草案）");
		String point = id(this.office.enter("/contact-points", point("LX-STAFF")));
		String path = "/consultations/" + id(consultation) + "/comments";
		json(this.everyone.post(path, of("text", "冒名的意见", "contactPoint", point)), 403);
		json(LedgerCalls.by(this.client, Role.RESIDENT).post(path, of("text", "冒名的意见", "contactPoint", point)), 403);
		json(LedgerCalls.byOrgan(this.client, "LX-STAFF").post(path, of("text", "联系点的意见", "contactPoint", point)), 201);
		assertThat(this.everyone.read("/contact-points/" + point + "/adoption").path("opinions").asInt()).isEqualTo(1);
	}

	@Test
	void anImportedOpinionOnADraftThatWasConsultedOnIsACommentOfThatConsultation() {
		this.office.enter("/contact-points", point("LX-CSV"));
		this.office.csv("consultations", """
				code,title,from,until,closedOn,publishedOn,notice,sample
				ZX-2021-0801,渔港条例（草案）,2021-03-01,2021-04-01,2021-04-02,2021-05-01,公告,true
				""");
		String rows = """
				reference,point,consultation,subject,words,givenOn,outcome,reason,answeredOn,sample
				甲,LX-CSV,,渔港条例（草案）,建议增加泊位,2021-03-09,ADOPTED,已增加,2021-04-20,true
				乙,LX-CSV,ZX-2021-0801,渔港,建议增加泊位！,2021-03-09,NOT_ADOPTED,上位法已有规定,2021-04-20,true
				丙,LX-CSV,ZX-1999-0801,渔港,建议,2021-03-09,,,,true
				""";
		JsonNode job = this.office.csv("contact-opinions", rows);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(2);
		assertThat(job.path("errors").toString()).contains("ZX-1999-0801");
		assertThat(this.office.csv("contact-opinions", rows).path("unchanged").asInt()).isEqualTo(2);
		assertThat(this.everyone.read("/consultation-comments?code=ZX-2021-0801").path("items")).hasSize(2);
		assertThat(LedgerCalls.value(this.everyone.figure("public_comments"))).isEqualTo(2);
		assertThat(this.everyone.parts("public_comments", "contactPoint")).isEqualTo(Map.of("LX-CSV联系点", 2L));
	}

	@Test
	void leg71AContactPointIsAskedGivesItsOpinionLateAndIsToldWhatBecameOfIt() {
		JsonNode point = this.office.enter("/contact-points", point("LD-ASK"));
		String id = point.path("id").asString();
		JsonNode sent = json(
				this.office.post("/contact-requests", of("number", "征字〔2020〕3号", "subject", "花灯会管理条例（修订草案）", "question",
						"第三条是否可行？", "sentOn", "2020-03-01", "dueOn", "2020-03-31", "points", List.of(id))),
				200);
		String request = sent.path(0).path("id").asString();
		assertThat(sent.path(0).path("state").asString()).isEqualTo("SENT");
		assertThat(this.office.read("/contact-requests?state=SENT&dueTo=2020-04-01&point=LD-ASK").path("items"))
			.hasSize(1);

		LedgerCalls staff = LedgerCalls.byOrgan(this.client, "LD-ASK");
		LedgerCalls others = LedgerCalls.byOrgan(this.client, "LD-OTHER");
		assertThat(staff.read("/contact-requests").path("items")).hasSize(1);
		assertThat(others.read("/contact-requests").path("items")).isEmpty();
		json(others.post("/contact-requests/" + request + "/opinions", of("words", "冒名")), 403);
		json(staff.post("/contact-requests/" + request + "/opinions", of("words", "早了", "givenOn", "2020-02-01")), 400);
		json(staff.post("/contact-requests/" + request + "/opinions", of("words", "第三条", "article", "art_3")), 400);
		JsonNode opinion = json(staff.post("/contact-requests/" + request + "/opinions",
				of("words", "建议增加雨天停办。", "givenOn", "2020-04-02")), 201);
		assertThat(this.office.read("/contact-requests?point=LD-ASK").path("items").path(0).path("state").asString())
			.isEqualTo("ANSWERED_LATE");

		String path = "/contact-opinions/" + opinion.path("id").asString();
		json(others.get(path), 404);
		json(staff.post(path + "/feedback", of("outcome", "ADOPTED", "reason", "自己说了算")), 403);
		json(this.office.post(path + "/feedback", of("outcome", "ADOPTED", "reason", "采纳")), 428);
		this.office.act(path + "/feedback", 1, of("outcome", "PENDING", "reason", "再看看"), 400);
		this.office.act(path + "/feedback", 1, of("outcome", "ADOPTED"), 400);
		this.office.act(path + "/feedback", 1, of("outcome", "PARTLY", "reason", "写入第三条第三项"), 200);
		this.office.act(path + "/feedback", 1, of("outcome", "ADOPTED", "reason", "写入第三条"), 412);
		assertThat(staff.read(path).path("reason").asString()).isEqualTo("写入第三条第三项");
		assertThat(this.office.read(path + "/versions")).hasSize(1);
		this.office.act(path + "/feedback", 2, of("outcome", "ADOPTED", "reason", "全部写入第三条"), 200);
		JsonNode told = this.office.read(path + "/versions");
		assertThat(told).hasSize(2);
		assertThat(told.path(0).path("outcome").asString()).isEqualTo("PARTLY");
		assertThat(told.path(1).path("reason").asString()).isEqualTo("全部写入第三条");
		json(staff.get(path + "/versions"), 403);

		String asked = "/contact-requests/" + request;
		json(others.get(asked), 404);
		JsonNode now = staff.read(asked);
		Map<String, Object> longer = of("number", now.path("number").asString(), "point", "LD-ASK", "subject",
				now.path("subject").asString(), "question", now.path("question").asString(), "sentOn", "2020-03-01",
				"dueOn", "2020-04-10", "answeredOn", "2020-04-02");
		JsonNode extended = this.office.act(asked + "/corrections", 2, correction("疫情延期", longer), 200);
		assertThat(extended.path("state").asString()).isEqualTo("ANSWERED");
		this.office.act(asked + "/corrections", 3, correction("写错", with(longer, "dueOn", "2020-02-01")), 400);
		assertThat(this.office.read(asked + "/versions")).hasSize(3);

		JsonNode adoption = this.everyone.read("/contact-points/" + id + "/adoption");
		assertThat(adoption.path("requests").asInt()).isEqualTo(1);
		assertThat(adoption.path("answered").asInt()).isEqualTo(1);
		assertThat(adoption.path("adopted").asInt()).isEqualTo(1);
		assertThat(adoption.path("rate").asDouble()).isEqualTo(1.0);
		json(this.everyone.get("/contact-requests"), 401);
		json(this.everyone.get("/contact-opinions"), 401);

		// it was asked, so it is part of the record: it may end, not vanish
		this.office.act("/contact-points/" + id + "/removal", 1, of("reason", "误登记"), 409);
		this.office.act("/contact-points/" + id + "/corrections", 1,
				correction("换代码", with(point("LD-ASK"), "code", "LD-ANEW")), 409);
	}

	@Test
	void leg71RefusesToAskAContactPointThatHasEnded() {
		JsonNode point = this.office.enter("/contact-points", with(point("LD-ENDED"), "until", "2021-01-01"));
		JsonNode refused = json(
				this.office.post("/contact-requests", of("number", "征字〔2021〕9号", "subject", "草案", "question", "可行吗？",
						"sentOn", "2021-02-01", "dueOn", "2021-03-01", "points", List.of(point.path("id").asString()))),
				422);
		assertThat(refused.path("rule").asString()).isEqualTo("LEG-71");
		assertThat(refused.path("citation").asString()).contains("立法法");
		assertThat(refused.path("facts").path("point").asString()).isEqualTo("LD-ENDED");
		json(this.office.post("/contact-requests", of("number", "征字〔2021〕9号", "subject", "草案", "question", "可行吗？",
				"dueOn", "2099-03-01", "points", List.of(UUID.randomUUID().toString()))), 400);
	}

	@Test
	void anImportedOpinionSaysWhatBecameOfItOrThatItIsPending() {
		this.office.enter("/contact-points", point("LD-IMP"));
		JsonNode job = this.office.csv("contact-opinions", """
				reference,point,subject,words,givenOn,outcome,reason,answeredOn
				一,LD-IMP,草案,意见一,2020-03-01,,,
				二,LD-IMP,草案,意见二,2020-03-01,ADOPTED,写入第二条,2020-05-01
				三,LD-IMP,草案,意见三,2020-03-01,ADOPTED,,2020-05-01
				四,LD-IMP,草案,意见四,2020-03-01,ADOPTED,写入第二条,2020-02-01
				五,LD-IMP,草案,意见五,2020-03-01,,,2020-05-01
				六,LD-GONE,草案,意见六,2020-03-01,,,
				""");
		assertThat(job.path("created").asInt()).isEqualTo(2);
		assertThat(job.path("failed").asInt()).isEqualTo(4);
		assertThat(job.path("errors").toString()).contains("reason", "answeredOn", "LD-GONE");
		String answered = """
				reference,point,subject,words,givenOn,outcome,reason,answeredOn
				一,LD-IMP,草案,意见一,2020-03-01,NOT_ADOPTED,上位法已有规定,2020-06-01
				二,LD-IMP,草案,意见二,2020-03-01,STUDIED,不改已答复的,2020-05-01
				""";
		assertThat(this.office.csv("contact-opinions", answered).path("updated").asInt()).isEqualTo(1);
		assertThat(this.office.csv("contact-opinions", answered).path("unchanged").asInt()).isEqualTo(2);
		JsonNode kept = this.office.read("/contact-opinions?q=意见&sample=false&term=15").path("items");
		assertThat(kept.toString()).contains("LD-IMP/一", "NOT_ADOPTED", "LD-IMP/二", "ADOPTED")
			.doesNotContain("STUDIED");
	}

	@Test
	void opinionsThatWereKeptApartBecomeCommentsWithTheirAnswers() throws IOException {
		String point = id(this.office.enter("/contact-points", point("LX-OLD")));
		for (String row : List.of(
				"{\"reference\":\"一\",\"outcome\":\"PARTLY_ADOPTED\",\"reason\":\"部分写入\",\"answeredOn\":\"2020-05-01\"}",
				"{\"reference\":\"二\",\"outcome\":\"PENDING\"}")) {
			this.database.sql("""
					INSERT INTO ledger_entry (id, ledger, key, day, content, search)
					SELECT gen_random_uuid(), 'contact-opinions', 'LX-OLD' || given::text, '2020-03-01',
					       given || '{"point": "LX-OLD", "subject": "旧草案", "words": "旧意见", "sample": true}', ''
					FROM (SELECT $1::jsonb AS given) AS row""").bind(0, row).then().block();
		}
		String migration = new ClassPathResource("db/migration/V34_1__opinion.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		String kept = migration.substring(migration.indexOf("-- The opinions of contact points that were kept apart"));
		this.database.sql(kept.substring(0, kept.indexOf("DELETE"))).then().block();
		this.database.sql(kept.substring(kept.indexOf("DELETE"))).then().block();
		JsonNode opinions = this.office.read("/contact-opinions?point=" + point).path("items");
		assertThat(opinions).hasSize(2);
		assertThat(opinions.toString()).contains("LX-OLD/一", "PARTLY", "部分写入", "2020-05-01", "LX-OLD/二", "旧草案");
		assertThat(this.everyone.read("/contact-points/" + point + "/adoption").path("pending").asInt()).isEqualTo(1);
		UUID topic = this.database.sql("SELECT DISTINCT topic_id FROM consultation_comment WHERE subject = '旧草案'")
			.map((row) -> row.get(0, UUID.class))
			.one()
			.block();
		assertThat(topic).isEqualTo(UUID.nameUUIDFromBytes("subject/旧草案".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void anExpertIsAskedByLetterAndTheOfficeEntersWhatTheExpertSays() {
		JsonNode consultation = consultation("养殖水域条例（草案）");
		Map<String, Object> expert = expert("梅专家");
		String id = id(this.office.enter("/experts", expert));
		String ended = id(this.office.enter("/experts", with(with(expert, "name", "谢专家"), "until", "2024-01-01")));
		Map<String, Object> letter = of("number", "征字5号", "subject", "养殖水域", "question", "可行吗？", "consultation",
				id(consultation), "dueOn", today().plusDays(9), "experts", List.of(id));
		json(this.office.post("/contact-requests", with(letter, "experts", List.of(ended))), 400);
		json(this.office.post("/contact-requests", with(letter, "experts", null)), 400);
		json(this.office.post("/contact-requests", with(letter, "consultation", UUID.randomUUID().toString())), 400);
		JsonNode request = json(this.office.post("/contact-requests", letter), 200).path(0);
		assertThat(request.path("expert").asString()).isEqualTo(id);
		String path = "/contact-requests/" + id(request) + "/opinions";
		json(LedgerCalls.byOrgan(this.client, "LX-ANY").post(path, of("words", "冒名")), 403);
		JsonNode said = json(this.office.post(path, of("words", "建议划定禁养区。", "article", "art_2")), 201);
		assertThat(said.path("source").asString()).isEqualTo("EXPERT");
		assertThat(said.path("sourceName").asString()).isEqualTo("梅专家");
		assertThat(said.path("consultation").asString()).isEqualTo(id(consultation));
		assertThat(this.office.read("/contact-requests?consultation=" + consultation.path("code").asString())
			.path("items")
			.path(0)
			.path("state")
			.asString()).isEqualTo("ANSWERED");
		assertThat(this.everyone.read("/consultation-comments?consultation=" + id(consultation)).toString())
			.doesNotContain("梅专家");
		assertThat(this.everyone.read("/consultation-comments?contactPoint=" + id).path("items")).isEmpty();
		assertThat(this.office.read("/consultation-comments?contactPoint=" + id).path("items")).hasSize(1);
	}

}
