package renda.legislation.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.ledger.LedgerCalls;
import renda.legislation.project.Projects;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.ledger.LedgerCalls.json;
import static renda.legislation.ledger.LedgerCalls.of;
import static renda.legislation.ledger.LedgerCalls.with;

@ServiceTest
class PlanApiTest {

	private static final String PROJECTS = "/projects";

	private static final String PLANS = "/plans";

	@Autowired
	private WebTestClient client;

	@Autowired
	private Projects projects;

	@Autowired
	private TransactionalOperator transaction;

	private LedgerCalls office() {
		return LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE);
	}

	private LedgerCalls council() {
		return LedgerCalls.by(this.client, Role.COUNCIL);
	}

	private LedgerCalls organ() {
		return LedgerCalls.byOrgan(this.client, "housing");
	}

	private LedgerCalls anybody() {
		return LedgerCalls.byNobody(this.client);
	}

	private static String id(JsonNode one) {
		return one.path("id").asString();
	}

	private JsonNode step(LedgerCalls by, String path, String step, Map<String, Object> body, int status) {
		return by.act(path + "/" + step, office().read(path).path("version").asLong(), body, status);
	}

	private static Map<String, Object> idea(String title, String domain) {
		return of("title", title, "making", "ENACT", "domain", domain, "need", "现行规定不能满足管理需要。", "proposer", "市住房局");
	}

	private String proposed(String title, String domain) {
		return PROJECTS + "/" + id(organ().enter(PROJECTS, idea(title, domain)));
	}

	private static Map<String, Object> assessment(String domain, List<String> reserved, boolean major) {
		return of("domain", domain, "reserved", reserved, "especiallyMajor", major, "opinion", "建议列入。");
	}

	private static String idOf(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	@Test
	void fromTheProposalThroughThePlanToTheRegulationAndBackIntoTheProgressOfThePlan() {
		String path = proposed("租房条例", "URBAN_RURAL");
		json(anybody().get(path), 404);
		json(LedgerCalls.byOrgan(this.client, "water").get(path), 404);
		assertThat(organ().read(path).path("state").asString()).isEqualTo("PROPOSED");
		String research = proposed("客运出租汽车管理条例", "URBAN_RURAL");
		step(organ(), path, "assess", assessment("URBAN_RURAL", List.of(), false), 403);

		Map<String, Object> year = of("kind", "ANNUAL", "term", 16, "year", 2031, "title", "2031年度立法计划");
		json(organ().post(PLANS, year), 403);
		json(office().post(PLANS, with(year, "year", null)), 400);
		json(office().post(PLANS, with(year, "term", 99)), 400);
		JsonNode plan = office().enter(PLANS, year);
		assertThat(plan.path("deadlines").path(0).path("rule").asString()).isEqualTo("LEG-10");
		assertThat(plan.path("deadlines").path(0).path("dueOn").asString()).isEqualTo("2030-11-30");
		json(office().post(PLANS, year), 409);
		String plans = PLANS + "/" + id(plan);
		json(anybody().get(plans), 404);
		step(office(), plans, "submit", Map.of(), 422);
		step(office(), plans, "edit", of("items", List.of(of("project", UUID.randomUUID(), "class", "REVIEW"))), 400);
		Map<String, Object> items = of("items", List.of(of("project", idOf(path), "class", "REVIEW", "due", "第四季度"),
				of("project", idOf(research), "class", "RESEARCH")));
		step(office(), plans, "edit", items, 200);
		step(council(), plans, "decide", of("decision", "第9号"), 422);
		step(office(), plans, "submit", Map.of(), 200);
		JsonNode refused = step(council(), plans, "decide", of("decision", "第9号"), 422);
		assertThat(refused.path("rule").asString()).isEqualTo("LEG-09");
		step(office(), path, "assess", assessment("URBAN_RURAL", List.of(), false), 200);
		step(office(), research, "assess", assessment("URBAN_RURAL", List.of("CRIMES"), false), 200);
		assertThat(step(council(), plans, "decide", of("decision", "第9号"), 422).path("rule").asString())
			.isEqualTo("LEG-03");
		assertThat(office().read(path).path("state").asString()).as("nothing of a refused plan is done")
			.isEqualTo("PROPOSED");
		step(office(), research, "assess", assessment("URBAN_RURAL", List.of(), false), 200);
		step(council(), plans, "decide", of("decision", "第9号"), 200);
		assertThat(office().read(path).path("state").asString()).isEqualTo("ANNUAL_PLAN");
		step(office(), plans, "publish", Map.of(), 409);
		step(office(), plans, "report", of("reportNumber", "甲人常〔2030〕9号"), 200);
		json(anybody().get(plans), 404);
		step(office(), plans, "publish", Map.of(), 200);
		assertThat(anybody().read(plans).path("items").size()).isEqualTo(2);
		assertThat(organ().read(path).toString()).contains("建议列入。");
		for (LedgerCalls stranger : List.of(anybody(), LedgerCalls.by(this.client, Role.SERVICE))) {
			assertThat(stranger.read(path).toString()).contains("租房条例").doesNotContain("建议列入。");
			assertThat(stranger.read(path + "/timeline").toString()).contains("assess").doesNotContain("建议列入。");
		}

		assertThat(step(office(), path, "start-drafting", Map.of(), 422).path("rule").asString()).isEqualTo("LEG-10");
		step(office(), path, "organise",
				of("draftingUnit", "housing", "draftingUnitName", "市住房局", "leaders",
						List.of(of("name", "甲", "post", "常委会副主任"), of("name", "乙", "post", "副市长")), "taskForce",
						List.of("市司法局"), "timetable", List.of(of("what", "草案送审", "by", "2031-06-30")), "body",
						"STANDING_COMMITTEE"),
				200);
		step(organ(), path, "start-drafting", Map.of(), 200);
		Projects.ProjectStanding standing = this.projects.of(UUID.fromString(idOf(path))).block();
		assertThat(standing)
			.extracting(Projects.ProjectStanding::inAnnualPlan, Projects.ProjectStanding::year,
					Projects.ProjectStanding::open)
			.containsExactly(true, 2031, true);
		UUID bill = UUID.randomUUID();
		for (String stage : List.of("LISTED", "PROMULGATED", "IN_FORCE")) {
			this.transaction.transactional(this.projects.progressed(UUID.fromString(idOf(path)), bill, "FA-2031-0001",
					stage, LocalDate.now(ZoneId.of("Asia/Shanghai")), List.of()))
				.block();
		}
		step(office(), research, "conclude", of("outcome", "调研报告已提交。"), 200);
		JsonNode progress = anybody().read(plans + "/progress");
		assertThat(progress.path("done").asInt()).isEqualTo(2);
		assertThat(progress.path("progress").path(0).path("stage").asString()).isEqualTo("IN_FORCE");
		assertThat(progress.path("progress").path(1).path("outcome").asString()).isEqualTo("调研报告已提交。");
		step(council(), path, "progress",
				Map.of("bill", bill, "code", "x", "stage", "x", "since", "2031-01-01", "made", true), 403);
	}

	@Test
	void leg11APlanIsChangedByReportOpinionAndDecisionAndKeepsItsEditions() {
		String one = proposed("学校安全管理条例", "GRASSROOTS");
		String two = proposed("城市更新若干规定", "URBAN_RURAL");
		for (String path : List.of(one, two)) {
			step(office(), path, "assess",
					assessment(path.equals(one) ? "GRASSROOTS" : "URBAN_RURAL", List.of(), path.equals(two)), 200);
		}
		JsonNode plan = office().enter(PLANS, of("kind", "TERM", "term", 16, "title", "五年立法规划"));
		assertThat(plan.path("deadlines").valueStream().map((clock) -> clock.path("rule").asString()))
			.containsExactlyInAnyOrder("LEG-08", "LEG-09");
		assertThat(plan.path("deadlines").toString()).contains("2023-04-06", "2023-07-05");
		String path = PLANS + "/" + id(plan);
		assertThat(step(office(), path, "close-proposals", Map.of(), 422).path("rule").asString()).isEqualTo("LEG-08");
		step(office(), path, "close-proposals", of("lateReason", "系统上线后补录"), 200);
		step(office(), path, "edit", of("items", List.of(of("project", idOf(one), "class", "REVIEW"))), 200);
		for (Role role : List.of(Role.LEGISLATIVE_OFFICE, Role.COUNCIL)) {
			String elsewhere = Tokens.of(role).area("420100").value();
			this.client.get()
				.uri("/api/v1/legislation" + path)
				.headers((headers) -> headers.setBearerAuth(elsewhere))
				.exchange()
				.expectStatus()
				.isNotFound();
		}
		step(office(), path, "submit", of("lateReason", "系统上线后补录"), 200);
		step(council(), path, "decide", of("decision", "第2号"), 200);
		assertThat(office().read(one).path("state").asString()).isEqualTo("TERM_PLAN");

		Map<String, Object> change = of("by", "市住房局", "added",
				List.of(of("project", idOf(two), "class", "PREPARATORY")), "removed", List.of(idOf(one)));
		assertThat(step(organ(), path, "request-change", change, 422).path("rule").asString()).isEqualTo("LEG-11");
		step(organ(), path, "request-change", with(change, "report", "情况变化，须调整。"), 200);
		step(council(), path, "decide-change", of("change", 1, "adopted", true, "decision", "第3号"), 422);
		step(organ(), path, "give-opinion", of("change", 1, "opinion", "同意"), 403);
		step(office(), path, "give-opinion", of("change", 1, "opinion", "同意调整。"), 200);
		JsonNode changed = step(council(), path, "decide-change", of("change", 1, "adopted", true, "decision", "第3号"),
				200);
		assertThat(changed.path("editions").path(0).path("items").path(0).path("title").asString())
			.isEqualTo("学校安全管理条例");
		assertThat(changed.path("items").path(0).path("title").asString()).isEqualTo("城市更新若干规定");
		assertThat(office().read(one).path("state").asString()).isEqualTo("DROPPED");
		assertThat(office().read(two).path("state").asString()).isEqualTo("TERM_PLAN");
		step(council(), path, "decide-change", of("change", 1, "adopted", true, "decision", "第4号"), 422);
		JsonNode major = step(office(), two, "organise",
				of("draftingUnit", "housing", "draftingUnitName", "市住房局", "leaders",
						List.of(of("name", "甲", "post", "副主任"), of("name", "乙", "post", "副市长")), "timetable",
						List.of(of("what", "草案", "by", "2027-06-30")), "body", "STANDING_COMMITTEE"),
				422);
		assertThat(major.path("rule").asString()).as("an especially major matter").isEqualTo("LEG-04");
	}

	@Test
	void theOfficeTakesUpWhatTheCitizenProposesAndTheReceiptFindsTheAnswer() {
		String proposals = "/project-proposals";
		JsonNode first = json(
				anybody().post(proposals, of("title", "制定养犬条例（13800005678）", "need", "遛犬不拴绳，我的电话13800005678", "author",
						of("name", "李四", "phone", "13800005678")), "X-Forwarded-For", "203.0.113.50"),
				201);
		JsonNode second = json(
				anybody().post(proposals, of("title", "发财", "need", "加微信"), "X-Forwarded-For", "203.0.113.51"), 201);
		json(anybody().post(proposals, of("title", "太长", "need", "长".repeat(5001))), 400);
		json(anybody().get(proposals), 401);
		assertThat(office().read(proposals + "?state=RECEIVED").toString()).contains("制定养犬条例")
			.doesNotContain("13800005678", "李四");
		assertThat(office().read(proposals + "?q=13800005678").path("items")).as("what is masked is not found")
			.isEmpty();
		assertThat(office().read(proposals + "?q=养犬").path("items")).hasSize(1);
		JsonNode project = office().enter(PROJECTS, with(idea("养犬条例", "GRASSROOTS"), "proposal", id(first)));
		assertThat(project.path("origin").asString()).isEqualTo("PUBLIC");
		json(office().post(PROJECTS, with(idea("养犬条例", "GRASSROOTS"), "proposal", id(first))), 409);
		json(organ().post(PROJECTS, with(idea("养犬条例", "GRASSROOTS"), "proposal", id(second))), 403);
		JsonNode answer = json(anybody().post(proposals + "/look-up", of("receipt", first.path("receipt").asString())),
				200);
		assertThat(answer.path("state").asString()).isEqualTo("TAKEN_UP");
		assertThat(answer.path("project").asString()).isEqualTo(id(project));
		json(office().post(proposals + "/" + id(second) + "/decline", of("reason", "不是立法建议", "spam", true)), 200);
		json(anybody().post(proposals + "/look-up", of("receipt", "nothing")), 404);
		for (int i = 0; i < 6; i++) {
			JsonNode made = json(anybody().post(proposals, of("title", "建议" + i, "need", "内容" + i), "X-Forwarded-For",
					"203.0.113.52"), 201);
			assertThat(made.path("held").asBoolean()).isEqualTo(i == 5);
		}
	}

	@Test
	void countsTheItemsOfTheNextYearsPlanAndNoOthers() {
		String head = "plan,kind,term,year,planTitle,decidedOn,reportedOn,publishedOn,project,title,making,domain,itemClass,due,"
				+ "proposer,regulation,doneOn,sample\n";
		StringBuilder rows = new StringBuilder(head);
		for (int i = 1; i <= 2; i++) {
			rows.append(row("LG-2022-0090", 2023, "2022-12-30", "XM-2022-09%02d".formatted(i), "REVIEW", ""));
		}
		for (int i = 11; i <= 16; i++) {
			rows.append(row("LG-2022-0090", 2023, "2022-12-30", "XM-2022-09%02d".formatted(i), "RESEARCH",
					(i == 11) ? "2023-12-01" : ""));
		}
		rows.append(row("LG-2021-0090", 2022, "2021-12-30", "XM-2021-0901", "REVIEW", ""));
		rows.append(row("LG-2023-0090", 2024, "", "XM-2023-0901", "REVIEW", ""));
		rows.append(row("LG-2022-0090", 2023, "2022-12-30", "XM-2022-0999", "MAYBE", ""));
		JsonNode job = office().csv("plan-items", rows.toString());
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(10);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(office().csv("plan-items", rows.toString()).path("unchanged").asInt()).isEqualTo(10);
		office().csv("plan-items", head + row("LG-2022-0090", 2023, "2022-12-30", "XM-2022-0950", "PREPARATORY", ""));
		LedgerCalls anybody = anybody();
		assertThat(LedgerCalls.value(anybody.figure("next_plan_regulations"))).isEqualTo(2);
		assertThat(LedgerCalls.value(anybody.figure("next_plan_research"))).isEqualTo(6);
		assertThat(LedgerCalls.value(anybody.figure("plan_items"))).isEqualTo(1);
		assertThat(anybody.parts("next_plan_research", "status")).containsEntry("DONE", 1L)
			.containsEntry("ANNUAL_PLAN", 5L);
		JsonNode plan = anybody.read(PLANS + "?year=2023").path("items").path(0);
		assertThat(plan.path("items").asInt()).isEqualTo(9);
		assertThat(anybody.read(PLANS + "/" + id(plan) + "/progress").path("done").asInt()).isEqualTo(1);
		assertThat(anybody.export(PROJECTS + "?year=2023&itemClass=REVIEW", MediaType.parseMediaType("text/csv")))
			.contains("XM-2022-0901", "XM-2022-0902")
			.doesNotContain("XM-2022-0911");
		json(anybody.get(PROJECTS + "?nonsense=1"), 400);
	}

	private static String row(String plan, int year, String publishedOn, String project, String itemClass,
			String doneOn) {
		return "%s,ANNUAL,%d,%d,%d年度立法计划,%d-12-20,,%s,%s,项目%s,ENACT,URBAN_RURAL,%s,,市政府,,%s,true\n".formatted(plan,
				(year > 2022) ? 16 : 15, year, year, year - 1, publishedOn, project, project, itemClass, doneOn);
	}

}
