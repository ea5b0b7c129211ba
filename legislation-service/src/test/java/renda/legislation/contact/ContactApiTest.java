package renda.legislation.contact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import renda.legislation.expert.Expert;
import renda.legislation.expert.Experts;
import renda.legislation.ledger.LedgerCalls;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
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
	void otherFeaturesAskForPointsAndExperts() {
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
	void whoMayKeepTheRegistersAndWhoMayNot() {
		json(this.everyone.post("/contact-points", point("LD-NO")), 401);
		json(LedgerCalls.by(this.client, Role.DEPUTY).post("/contact-points", point("LD-NO")), 403);
		json(LedgerCalls.by(this.client, Role.GENERAL_OFFICE).post("/experts", expert("无权")), 403);
		json(this.office.post("/contact-points", with(point("LD-NO"), "level", "GALAXY")), 400);
		json(this.office.post("/contact-points", with(point("LD-NO"), "area", "某区")), 400);
		json(this.office.post("/contact-points", with(point("LD-NO"), "until", "2019-05-01")), 400);
	}

}
