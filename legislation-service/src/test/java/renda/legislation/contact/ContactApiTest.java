package renda.legislation.contact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import renda.legislation.expert.Expert;
import renda.legislation.expert.Experts;
import renda.legislation.inquiry.Opinions;
import renda.legislation.inquiry.Outcome;
import renda.legislation.ledger.LedgerCalls;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.ledger.LedgerCalls.correction;
import static renda.legislation.ledger.LedgerCalls.json;
import static renda.legislation.ledger.LedgerCalls.of;
import static renda.legislation.ledger.LedgerCalls.value;
import static renda.legislation.ledger.LedgerCalls.with;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactApiTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private ContactPoints points;

	@Autowired
	private Experts experts;

	@Autowired
	private Opinions opinions;

	@Autowired
	private DatabaseClient database;

	private LedgerCalls office;

	private LedgerCalls everyone;

	private UUID lanterns;

	@BeforeAll
	void theRegisterHoldsARegulation() {
		this.office = LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE);
		this.everyone = LedgerCalls.byNobody(this.client);
		this.lanterns = UUID.fromString(
				this.office.enter("/regulations", of("text", RegulationFixtures.lanterns())).path("id").asString());
	}

	private static Map<String, Object> point(String code) {
		return of("code", code, "name", code + "联系点", "level", "CITY", "host", "LAW_FIRM", "hostName", "某某律师事务所",
				"area", "410102", "since", "2019-05-01", "sample", true);
	}

	private static Map<String, Object> expert(String name) {
		return of("name", name, "field", "LAW", "unit", "某某大学", "appointedTerm", 15, "appointedBy", "主任会议决定",
				"appointedOn", "2019-03-01", "conflict", "NONE", "sample", true);
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
		this.office.act(path + "/feedback", 1, of("outcome", "PARTLY_ADOPTED", "reason", "写入第三条第三项"), 200);
		this.office.act(path + "/feedback", 1, of("outcome", "ADOPTED", "reason", "写入第三条"), 412);
		assertThat(staff.read(path).path("reason").asString()).isEqualTo("写入第三条第三项");
		assertThat(this.office.read(path + "/versions")).hasSize(2);
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
		assertThat(adoption.path("partlyAdopted").asInt()).isEqualTo(1);
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
	void otherFeaturesAskForPointsAndExpertsAndKeepWhatTheyHear() {
		UUID id = UUID.fromString(this.office.enter("/contact-points", with(point("LD-DOOR"), "until", "2021-01-01"))
			.path("id")
			.asString());
		assertThat(this.points.byId(id).block()).extracting(ContactPoint::code).isEqualTo("LD-DOOR");
		assertThat(this.points.activeOn(id, LocalDate.of(2020, 12, 31)).block()).isNotNull();
		assertThat(this.points.activeOn(id, LocalDate.of(2021, 1, 1)).block()).isNull();
		assertThat(this.points.activeOn(id, LocalDate.of(2019, 4, 30)).block()).isNull();
		UUID expert = UUID.fromString(this.office.enter("/experts", expert("方专家")).path("id").asString());
		assertThat(this.experts.byId(expert).block()).extracting(Expert::name).isEqualTo("方专家");
		assertThat(this.experts.byId(id).block()).isNull();

		Caller caller = new Caller("consultation", "", Set.of(Role.SERVICE), Set.of(), "");
		LocalDate day = LocalDate.of(2020, 6, 1);
		this.opinions.given(id, "comment/1", "草案", "意见甲", day, caller).block();
		this.opinions.given(id, "comment/2", "草案", "意见乙", day, caller).block();
		this.opinions.answered(id, "comment/1", Outcome.NOT_ADOPTED, "上位法已有规定", day, caller).block();
		JsonNode adoption = this.everyone.read("/contact-points/" + id + "/adoption");
		assertThat(adoption.path("opinions").asInt()).isEqualTo(2);
		assertThat(adoption.path("pending").asInt()).isEqualTo(1);
		assertThat(adoption.path("rate").isNumber()).isTrue();
		assertThat(adoption.path("rate").asDouble()).isZero();
	}

	@Test
	void howToReachAnExpertIsSealedAndEachLookIsOnRecord() {
		String id = this.office.enter("/experts", expert("冯专家")).path("id").asString();
		String path = "/experts/" + id + "/file";
		json(this.office.get(path), 404);
		json(this.office.put(path, of("phone", "13700000000", "email", "不是邮箱")), 400);
		json(this.office.put(path, of("phone", "13700000000", "declaration", "与某企业有顾问合同")), 204);
		assertThat(this.office.read(path).path("phone").asString()).isEqualTo("13700000000");
		json(this.office.put(path, of("phone", "13700000001")), 428);
		json(this.office.put(path, of("phone", "13700000001"), "If-Match", "\"7\""), 412);
		json(this.office.put(path, of("phone", "13700000001", "declaration", "与某企业有顾问合同"), "If-Match", "\"1\""), 204);
		assertThat(this.office.read(path).path("phone").asString()).isEqualTo("13700000001");
		json(LedgerCalls.by(this.client, Role.GENERAL_OFFICE).get(path), 403);
		json(this.everyone.get(path), 401);
		assertThat(this.everyone.export("/experts", MediaType.APPLICATION_NDJSON)).contains("冯专家")
			.doesNotContain("1370000000", "顾问合同");
		byte[] sealed = this.database.sql("SELECT sealed FROM expert_file WHERE expert_id = $1")
			.bind(0, UUID.fromString(id))
			.map((row) -> row.get(0, byte[].class))
			.one()
			.block();
		assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("1370000000");
		JsonNode trail = LedgerCalls.by(this.client, Role.ADMINISTRATOR).read("/audit?subject=expert/" + id);
		assertThat(trail.path("items"))
			.anySatisfy((entry) -> assertThat(entry.path("method").asString()).isEqualTo("GET"));
		this.office.act("/experts/" + id + "/removal", 1, of("reason", "误登记"), 204);
		Long files = this.database.sql("SELECT count(*) FROM expert_file WHERE expert_id = $1")
			.bind(0, UUID.fromString(id))
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
		assertThat(files).isZero();
	}

	@Test
	void aConferenceIsAboutRegulationsThatTheCityMade() {
		Map<String, Object> conference = of("title", "花灯会管理条例新闻发布会", "heldOn", "2019-09-20", "regulations",
				List.of(this.lanterns.toString()), "media", List.of("城市日报", "城市电视台"), "sample", true);
		JsonNode bad = json(this.office.post("/press-conferences",
				with(conference, "regulations", List.of(UUID.randomUUID().toString()))), 400);
		assertThat(bad.path("errors").path(0).path("pointer").asString()).isEqualTo("/regulations");
		JsonNode entered = this.office.enter("/press-conferences", conference);
		assertThat(entered.path("term").asInt()).isEqualTo(15);
		JsonNode twice = json(this.office.post("/press-conferences", conference), 409);
		assertThat(twice.path("entry").asString()).endsWith(entered.path("id").asString());
		assertThat(this.everyone.read("/press-conferences?regulation=" + this.lanterns).path("items")).hasSize(1);
		assertThat(this.everyone.read("/press-conferences?regulation=" + UUID.randomUUID()).path("items")).isEmpty();

		// the same regulation again, another in another term, and one that is not known
		JsonNode job = this.office.csv("press-conferences", """
				title,heldOn,regulations,media
				再谈花灯会,2020-09-20,《郑州市花灯会管理条例》,城市日报；城市电视台
				往届的发布会,2013-09-20,郑州市花灯会管理条例,城市日报
				不知何条例,2020-10-20,郑州市云彩管理条例,城市日报
				""");
		assertThat(job.path("created").asInt()).isEqualTo(2);
		assertThat(job.path("errors").path(0).path("detail").toString()).contains("云彩管理条例");
		assertThat(value(this.everyone.figure("press_conferences"))).isEqualTo(2);
		assertThat(this.everyone.parts("press_conferences", "year")).isEqualTo(Map.of("2019", 1L, "2020", 1L));
		assertThat(value(this.everyone.figure("press_conference_regs"))).isEqualTo(1);
		assertThat(this.everyone.parts("press_conference_regs", "year")).isEqualTo(Map.of("2019", 1L));
		String made = this.everyone
			.export(this.everyone.read("/figures?term=15&asOf=2022-12-31&key=reg_enacted_revised")
				.path("figures")
				.path(0)
				.path("items")
				.asString(), MediaType.APPLICATION_NDJSON);
		this.everyone.read("/press-conference-regulations?term=15")
			.path("items")
			.forEach((covered) -> assertThat(made).contains(covered.path("regulation").asString()));
	}

	@Test
	void theFiguresCountTheCitysPointsAndTheTermsExpertsThatAreActiveAndNothingElse() {
		long points = value(this.everyone.figure("contact_points"));
		long experts = value(this.everyone.figure("experts"));
		JsonNode job = this.office.csv("contact-points", """
				code,name,level,host,hostName,area,since,until,sample
				LD-F1,一号联系点,CITY,COUNTY,某区,410102,2019-05-01,,true
				LD-F2,二号联系点,CITY,UNIVERSITY,某大学,410102,2019-05-01,2023-06-01,true
				LD-F3,省级联系点,PROVINCE,COUNTY,某区,410102,2019-05-01,,true
				LD-F4,已撤销联系点,CITY,COUNTY,某区,410102,2019-05-01,2022-06-01,true
				LD-F5,尚未设立联系点,CITY,COUNTY,某区,410102,2023-02-01,,true
				LD-F6,日期颠倒联系点,CITY,COUNTY,某区,410102,2023-02-01,2023-01-01,true
				""");
		assertThat(job.path("created").asInt()).isEqualTo(5);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(value(this.everyone.figure("contact_points"))).isEqualTo(points + 2);
		assertThat(this.everyone.parts("contact_points", "host")).containsEntry("UNIVERSITY", 1L);
		this.everyone.parts("contact_points", "area");
		this.office.csv("experts", """
				name,field,unit,appointedTerm,appointedBy,appointedOn,until,conflict,sample
				金专家,ECONOMY,某学院,15,主任会议决定,2019-03-01,,NONE,true
				往届专家,LAW,某学院,14,主任会议决定,2014-03-01,,NONE,true
				解聘专家,LAW,某学院,15,主任会议决定,2019-03-01,2021-01-01,NONE,true
				""");
		assertThat(value(this.everyone.figure("experts"))).isEqualTo(experts + 1);
		assertThat(this.everyone.parts("experts", "field")).containsEntry("ECONOMY", 1L);
	}

	@Test
	void anImportedOpinionSaysWhatBecameOfItOrThatItIsPending() {
		this.office.enter("/contact-points", point("LD-IMP"));
		JsonNode job = this.office.csv("contact-opinions", """
				reference,point,subject,words,givenOn,outcome,reason,answeredOn
				一,LD-IMP,草案,意见一,2020-03-01,PENDING,,
				二,LD-IMP,草案,意见二,2020-03-01,ADOPTED,写入第二条,2020-05-01
				三,LD-IMP,草案,意见三,2020-03-01,ADOPTED,,2020-05-01
				四,LD-IMP,草案,意见四,2020-03-01,ADOPTED,写入第二条,2020-02-01
				五,LD-IMP,草案,意见五,2020-03-01,PENDING,,2020-05-01
				六,LD-GONE,草案,意见六,2020-03-01,PENDING,,
				""");
		assertThat(job.path("created").asInt()).isEqualTo(2);
		assertThat(job.path("failed").asInt()).isEqualTo(4);
		assertThat(job.path("errors").toString()).contains("reason", "answeredOn", "LD-GONE");
	}

	@Test
	void whoMayKeepTheRegistersAndWhoMayNot() {
		json(this.everyone.post("/contact-points", point("LD-NO")), 401);
		json(LedgerCalls.by(this.client, Role.DEPUTY).post("/contact-points", point("LD-NO")), 403);
		json(LedgerCalls.by(this.client, Role.GENERAL_OFFICE).post("/experts", expert("无权")), 403);
		json(this.office.post("/contact-points", with(point("LD-NO"), "level", "GALAXY")), 400);
		json(this.office.post("/contact-points", with(point("LD-NO"), "area", "某区")), 400);
		json(this.office.post("/contact-points", with(point("LD-NO"), "until", "2019-05-01")), 400);
	}

}
