package renda.legislation.docket;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Outcome;
import renda.platform.vote.Tally;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.docket.BillCalls.COUNCIL;
import static renda.legislation.docket.BillCalls.GOVERNMENT;
import static renda.legislation.docket.BillCalls.LEGAL;
import static renda.legislation.docket.BillCalls.OFFICE;
import static renda.legislation.docket.BillCalls.text;
import static renda.legislation.meeting.MeetingFixtures.item;

@ServiceTest
class BillApiTest {

	private static final Caller CHAIR = new Caller("chair", "chair", java.util.Set.of(Role.CHAIR), java.util.Set.of(),
			"");

	private static int number = 20;

	@Autowired
	private WebTestClient client;

	@Autowired
	private BillTabled tabled;

	@Autowired
	private Members members;

	@Autowired
	private RuleBook rules;

	@Autowired
	private TransactionalOperator transactions;

	private static LocalDate today() {
		return MeetingFixtures.today();
	}

	private Running meeting(BillCalls bill, Purpose... purposes) {
		return MeetingFixtures.open(this.client, number++,
				java.util.Arrays.stream(purposes).map((purpose) -> item("bill", bill.id(), purpose)).toList());
	}

	private Decided ballot(BillCalls bill, Running meeting, Body body, Purpose purpose, int votesFor) {
		int members = 9;
		Outcome outcome = Decisions.of(body, Tabled.Deciding.OPEN)
			.outcome(members, members, Tally.of(votesFor, members - votesFor, 0, 0), this.rules.on(today()).block());
		Decided decided = new Decided(UUID.randomUUID(), meeting.id(), "第十六届人大常委会第三次会议", body, today(), purpose, "表决",
				outcome);
		this.transactions.transactional(this.tabled.decided(bill.id(), decided, CHAIR)).block();
		return decided;
	}

	private static Map<String, Object> reading(Running meeting) {
		return Map.of("meeting", meeting.id(), "presentedBy", "市司法局局长", "papersLate", "会期紧急");
	}

	@Test
	void goesFromTheProposerToTheTextInTheRegister() {
		String title = "郑州市湖泊养护条例";
		BillCalls bill = BillCalls.drafted(this.client, BillCalls.enactment(title + "（草案）"), GOVERNMENT);
		bill.attempt("submit", Map.of(), GOVERNMENT, null, 428);
		JsonNode incomplete = bill.refused("submit", Map.of("explanation", "说明"), GOVERNMENT, "LEG-18");
		assertThat(incomplete.path("facts").path("missing").toString())
			.isEqualTo("[\"draft\",\"legalBasis\",\"materials\"]");
		UUID first = bill.draft("草案", text(title + "（草案）", "为了养护湖泊，制定本条例。", "湖泊由水务部门养护。", "本条例自2027年3月1日起施行。"),
				GOVERNMENT);
		Map<String, Object> papers = BillCalls.papers(first);
		papers.remove("coordination");
		bill.refused("submit", papers, GOVERNMENT, "LEG-20");
		bill.attempt("submit", BillCalls.papers(first), OFFICE, bill.version(), 403);
		bill.step("submit", BillCalls.papers(first), GOVERNMENT);
		bill.get(bill.href(), "", 404);
		bill.refused("refuse-listing", Map.of("reason", "不需要"), COUNCIL, "LEG-15");
		bill.step("refer", Map.of("committee", "city-building"), COUNCIL);
		bill.refused("list", Map.of("readings", "TWO"), COUNCIL, "LEG-14");
		String committee = Tokens.of(Role.COMMITTEE).organ("city-building").value();
		bill.refused("report-preliminary", Map.of("report", "可行", "checks", BillCalls.CHECKS), committee, "LEG-33");
		bill.step("report-preliminary", Map.of("report", "可行", "meeting", "城建委第五次全体会议", "checks", BillCalls.CHECKS),
				committee);
		bill.step("set-team", Map.of("partyLeader", "甲", "governmentLeader", "乙", "taskForce", List.of("丙", "丁")),
				OFFICE);
		bill.step("list", Map.of("readings", "TWO"), COUNCIL);
		assertThat(bill.get(bill.href(), "", 200).path("papers").isMissingNode()).isTrue();

		Running third = meeting(bill, Purpose.FIRST_READING);
		JsonNode late = bill.refused("read-first", Map.of("meeting", third.id(), "presentedBy", "司法局长"), OFFICE,
				"LEG-23");
		assertThat(late.path("facts").path("dueOn").asString()).isEqualTo(today().minusDays(7).toString());
		bill.refused("read-first", Map.of("meeting", UUID.randomUUID(), "presentedBy", "司法局长"), OFFICE, "LEG-29");
		bill.step("read-first", reading(third), OFFICE);
		bill.step("ask-province", Map.of("document", "郑人常法函〔2026〕3号"), OFFICE);

		consulted(bill);
		assertThat(bill.get("/api/v1/legislation/drafts/" + first, "", 200).path("released").asBoolean()).isTrue();
		assertThat(bill.get(bill.href(), "", 200).path("papers").path("explanation").asString()).isEqualTo("说明");

		UUID revised = bill.draft("草案修改稿",
				text(title + "（草案修改稿）", "为了养护湖泊，制定本条例。", "湖泊由水务部门养护，湖长负责。", "本条例自2027年3月1日起施行。"), LEGAL);
		bill.refused("report-review", Map.of("draft", revised, "report", "审议结果", "checks", BillCalls.CHECKS), LEGAL,
				"LEG-32");
		Running fourth = meeting(bill, Purpose.SECOND_READING, Purpose.VOTE);
		bill.refused("read-second", reading(fourth), OFFICE, "LEG-31");
		bill.step("report-review", Map.of("draft", revised, "report", "审议结果", "dissent", List.of("有的意见认为湖长设置过多"),
				"feedback", "已电话反馈", "checks", BillCalls.CHECKS), LEGAL);
		JsonNode diff = bill.get("/api/v1/legislation/drafts/diff?from=" + first + "&to=" + revised, OFFICE, 200);
		assertThat(diff.path("diff").toString()).contains("湖长负责");
		bill.step("read-second", reading(fourth), OFFICE);
		UUID last = bill.draft("草案表决稿",
				text(title + "（草案表决稿）", "为了养护湖泊，制定本条例。", "湖泊由水务部门养护，湖长负责。", "本条例自2027年3月1日起施行。"), LEGAL);
		bill.step("vote-draft", Map.of("draft", last, "report", "审议结果报告"), LEGAL);
		bill.attempt("adopt", Map.of(), COUNCIL, bill.version(), 403);
		ballot(bill, fourth, Body.STANDING_COMMITTEE, Purpose.VOTE, 8);
		JsonNode passed = bill.shown("");
		assertThat(passed.path("state").asString()).isEqualTo("PASSED");
		assertThat(passed.path("votes").get(0).path("needed").asInt()).isEqualTo(5);

		bill.refused("submit-for-approval", Map.of("explanation", "说明"), OFFICE, "LEG-06");
		JsonNode pending = bill.step("submit-for-approval", Map.of("explanation", "说明", "materials", List.of("审议报告")),
				OFFICE);
		assertThat(pending.path("deadlines").toString()).contains("LEG-07");
		bill.step("approve", Map.of("by", "河南省第十四届人民代表大会常务委员会第二十次会议", "document", "豫人常〔2026〕1号"), OFFICE);
		bill.refused("promulgate", Map.of("number", "第1号", "signedBy", "主席", "effectiveOn", "2027-04-01"), OFFICE,
				"LEG-56");
		JsonNode promulgated = bill.step("promulgate", Map.of("number", "第1号", "signedBy", "常委会", "rules",
				List.of(Map.of("organ", "water-bureau", "article", "第二条", "subject", "湖长办法"))), OFFICE);
		assertThat(promulgated.path("effectiveOn").asString()).isEqualTo("2027-03-01");

		JsonNode regulation = bill.get("/api/v1/legislation/regulations?title=" + title, "", 200).path("items").get(0);
		assertThat(regulation.path("title").asString()).isEqualTo(title);
		assertThat(regulation.path("status").asString()).isEqualTo("NOT_YET_IN_FORCE");
		String id = regulation.path("id").asString();
		bill.get("/api/v1/legislation/regulations/" + id + "/text?on=2027-02-28", "", 404);
		JsonNode text = bill.get("/api/v1/legislation/regulations/" + id + "/text?on=2027-03-01", "", 200);
		assertThat(text.path("text").toString()).contains("湖长负责", "郑州市第十六届人民代表大会常务委员会第三次会议通过",
				"河南省第十四届人民代表大会常务委员会第二十次会议批准");
		assertThat(text.path("version").path("adoptedOn").asString()).isEqualTo(today().toString());
		assertThat(text.path("version").path("approvedOn").asString()).isEqualTo(today().toString());
		assertThat(bill.get(bill.href() + "/versions", "", 200).get(0).path("regulation").asString()).isEqualTo(id);
		assertThat(bill.get(BillCalls.PATH + "?regulation=" + id, "", 200).path("items").size()).isEqualTo(1);

		bill.step("publish", Map.of("channel", "GAZETTE", "reference", "2026年第6期"), OFFICE);
		bill.step("publish", Map.of("channel", "NEWSPAPER", "reference", "第3版"), OFFICE);
		bill.step("file-upward", Map.of("number", "备2026-9"), OFFICE);
		bill.refused("file-upward", Map.of("number", "备2026-9"), OFFICE, "LEG-62");
		String water = Tokens.of(Role.ORGAN).organ("water-bureau").value();
		bill.step("issue-rules", Map.of("organ", "water-bureau", "title", "郑州市湖长办法"), water);
		bill.refused("evaluate", Map.of("by", "法工委", "findings", "效果良好"), OFFICE, "LEG-70");
		bill.step("evaluate", Map.of("by", "法工委", "findings", "效果良好", "reportedOn", today()), OFFICE);
		JsonNode done = bill.shown("");
		assertThat(done.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(done.path("rules").get(0).path("issuedOn").asString()).isEqualTo(today().toString());
		assertThat(bill.get(bill.href() + "/timeline", "", 200).toString()).doesNotContain("explanation");
	}

	private void consulted(BillCalls bill) {
		bill.refused("consult", Map.of("from", today(), "until", today().plusDays(10), "notice", "公告"), OFFICE,
				"LEG-37");
		bill.step("consult", Map.of("from", today(), "until", today().plusDays(30), "notice", "公告"), OFFICE);
		bill.refused("begin-review", Map.of(), OFFICE, "LEG-37");
		String list = "/api/v1/legislation/consultations?subject=" + bill.id();
		JsonNode consultation = bill.get(list, OFFICE, 200).path("items").get(0);
		String path = "/api/v1/legislation/consultations/" + consultation.path("id").asString();
		for (Map.Entry<String, Map<String, Object>> step : steps().entrySet()) {
			long version = bill.get(path, OFFICE, 200).path("version").asLong();
			this.client.post()
				.uri(path + "/" + step.getKey())
				.headers((headers) -> headers.setBearerAuth(OFFICE))
				.header("If-Match", "\"" + version + "\"")
				.bodyValue(step.getValue())
				.exchange()
				.expectStatus()
				.isOk();
		}
		bill.step("begin-review", Map.of("known", Map.of("consultation", "invented")), OFFICE);
	}

	private static Map<String, Map<String, Object>> steps() {
		Map<String, Map<String, Object>> steps = new LinkedHashMap<>();
		steps.put("close", Map.of("decision", "主任会议第9次会议决定"));
		steps.put("summarise", Map.of("conclusion", "各方赞成"));
		steps.put("publish-summary", Map.of());
		return steps;
	}

	private String imported(String text) {
		this.client.post()
			.uri("/api/v1/legislation/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(List.of(text)))
			.exchange()
			.expectStatus()
			.isOk();
		String title = text.substring(2, text.indexOf('\n'));
		JsonNode found = this.client.get()
			.uri("/api/v1/legislation/regulations?title={title}", title)
			.exchange()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		return found.path("items").get(0).path("id").asString();
	}

	@Test
	void leg45OneDecisionChangesSeveralRegulationsAndEndsAnotherInOneVote() {
		String lanterns = imported(RegulationFixtures.lanterns());
		String bridges = imported(RegulationFixtures.bridges());
		String umbrellas = imported(RegulationFixtures.any("郑州市油纸伞管理条例", 2, 7));
		String title = "郑州市人民代表大会常务委员会关于修改部分地方性法规的决定";
		Map<String, Object> body = BillCalls.enactment(title + "（草案）");
		body.put("act", "AMEND");
		refusedShape(body);
		body.put("targets", List.of(change(lanterns, "AMEND"), change(bridges, "AMEND"), change(umbrellas, "REPEAL")));
		BillCalls bill = BillCalls.drafted(this.client, body, GOVERNMENT);
		UUID decision = bill.draft("草案", "# " + title + "（草案）\n\n一、对《郑州市花灯会管理条例》作出修改，第三条增加一项。\n\n"
				+ "二、对《郑州市木桥养护条例》作出修改。\n\n三、废止《郑州市油纸伞管理条例》。\n", GOVERNMENT);
		UUID newLanterns = bill.draft("修改后全文", RegulationFixtures.lanterns().replace("（二）有桥。", "（二）有桥；\n\n（三）有护栏。"),
				GOVERNMENT);
		UUID newBridges = bill.draft("修改后全文", RegulationFixtures.bridges().replace("由园林部门养护", "由园林部门每年养护"), GOVERNMENT);
		assertThat(bill.refused("submit", BillCalls.papers(decision), GOVERNMENT, "LEG-19").path("facts").toString())
			.contains("花灯会", "木桥")
			.doesNotContain("油纸伞");
		Map<String, Object> papers = BillCalls.papers(decision);
		papers.put("consolidated", List.of(Map.of("regulation", lanterns, "draft", newLanterns),
				Map.of("regulation", bridges, "draft", newBridges)));
		JsonNode submitted = bill.step("submit", papers, GOVERNMENT);
		String comparison = submitted.path("comparisons").get(0).path("href").asString();
		assertThat(bill.get(comparison, GOVERNMENT, 200).path("diff").toString()).contains("有护栏");
		bill.get(comparison, "", 404);
		bill.step("list", Map.of("readings", "ONE", "broadAgreement", true), COUNCIL);
		Running meeting = meeting(bill, Purpose.FIRST_READING, Purpose.VOTE);
		bill.step("read-first", reading(meeting), OFFICE);
		bill.step("vote-draft", Map.of("draft", decision, "report", "审议结果报告"), LEGAL);
		ballot(bill, meeting, Body.STANDING_COMMITTEE, Purpose.VOTE, 9);
		bill.step("submit-for-approval", Map.of("explanation", "说明", "materials", List.of("报告")), OFFICE);
		bill.step("approve", Map.of("by", "河南省第十四届人民代表大会常务委员会第二十一次会议"), OFFICE);
		// LEG-51: the standing committee announces it
		bill.attempt("promulgate", Map.of("number", "2号", "signedBy", "常委会"), COUNCIL, bill.version(), 403);
		bill.refused("promulgate", Map.of("number", "2号", "signedBy", "常委会"), OFFICE, "LEG-56");
		bill.step("promulgate", Map.of("number", "2号", "signedBy", "常委会", "effectiveOn", today()), OFFICE);

		JsonNode text = bill.get("/api/v1/legislation/regulations/" + lanterns + "/text", "", 200);
		assertThat(text.path("version").path("kind").asString()).isEqualTo("AMENDED");
		assertThat(text.path("version").path("packaged").asBoolean()).isTrue();
		assertThat(text.path("text").toString()).contains("有护栏", "2019年6月27日", "批准的《" + title + "》修正");
		assertThat(bill.get("/api/v1/legislation/regulations/" + umbrellas, "", 200).path("status").asString())
			.as("LEG-61")
			.isEqualTo("REPEALED");
		assertThat(bill.get(bill.href() + "/versions", "", 200).findValuesAsString("change"))
			.containsExactlyInAnyOrder("AMEND", "AMEND", "REPEAL");
		String act = text.path("version").path("actId").asString();
		JsonNode bridge = bill.get("/api/v1/legislation/regulations/" + bridges + "/text", "", 200);
		assertThat(bridge.path("version").path("actId").asString()).as("one decision").isEqualTo(act);
		bill.get(comparison, "", 200);
	}

	@Test
	void leg79ACleanUpRoundStartsTheBillsThatFollowAndSeesTheirVersions() {
		String lamps = imported(RegulationFixtures.any("郑州市灯笼制作条例", 3, 21));
		String kites = imported(RegulationFixtures.any("郑州市风筝放飞条例", 2, 22));
		Calls calls = new Calls(this.client);
		Calls.Opened round = calls.opened("/api/v1/legislation/cleanup-rounds",
				Map.of("title", "手工艺法规清理", "field", "民法典实施", "basis", "省人大常委会通知"), OFFICE);
		round.step("add-items", Map.of("regulations", List.of(lamps, kites)), OFFICE);
		round.step("assign", Map.of("items", List.of(Map.of("regulation", lamps, "body", "culture-bureau"),
				Map.of("regulation", kites, "body", "culture-bureau"))), OFFICE);
		round.step("fix-scope", Map.of("checkBy", today().plusDays(9)), OFFICE);
		String title = "郑州市人民代表大会常务委员会关于修改、废止手工艺法规的决定";
		for (String text : List.of(lamps, kites)) {
			round.step("self-check", Map.of("regulation", text, "act", "AMEND", "reason", "不一致"), OFFICE);
		}
		for (Map.Entry<String, String> act : Map.of(lamps, "AMEND", kites, "REPEAL").entrySet()) {
			round.step("decide-item", Map.of("regulation", act.getKey(), "act", act.getValue(), "reason", "与上位法不一致",
					"decision", "主任会议", "pack", title), COUNCIL);
		}
		JsonNode started = round.step("close", Map.of("text", "修改一件，废止一件。"), OFFICE).path("projects");
		assertThat(started).hasSize(1);
		Map<String, Object> body = BillCalls.enactment(title + "（草案）");
		body.put("act", "AMEND");
		body.put("project", started.path(0).path("id").asString());
		BillCalls bill = BillCalls.drafted(this.client, body, GOVERNMENT);
		assertThat(bill.shown(GOVERNMENT).path("targets").findValuesAsString("regulation")).as("as the round decided")
			.containsExactlyInAnyOrder(lamps, kites);
		UUID draft = bill.draft("草案", "# " + title + "（草案）\n\n一、修改《郑州市灯笼制作条例》。\n\n二、废止《郑州市风筝放飞条例》。\n", GOVERNMENT);
		UUID whole = bill.draft("修改后全文", RegulationFixtures.any("郑州市灯笼制作条例", 3, 23), GOVERNMENT);
		Map<String, Object> papers = BillCalls.papers(draft);
		papers.put("consolidated", List.of(Map.of("regulation", lamps, "draft", whole)));
		bill.step("submit", papers, GOVERNMENT);
		assertThat(round.seen("").path("items").findValuesAsString("stage")).containsExactly("SUBMITTED", "SUBMITTED");
		bill.step("list", Map.of("readings", "ONE", "broadAgreement", true), COUNCIL);
		Running meeting = meeting(bill, Purpose.FIRST_READING, Purpose.VOTE);
		bill.step("read-first", reading(meeting), OFFICE);
		bill.step("vote-draft", Map.of("draft", draft, "report", "审议结果报告"), LEGAL);
		ballot(bill, meeting, Body.STANDING_COMMITTEE, Purpose.VOTE, 9);
		bill.step("submit-for-approval", Map.of("explanation", "说明", "materials", List.of("报告")), OFFICE);
		bill.step("approve", Map.of("by", "河南省第十四届人民代表大会常务委员会第二十一次会议"), OFFICE);
		assertThat(round.seen("").path("items").findValues("done")).noneMatch(JsonNode::asBoolean);
		bill.step("promulgate", Map.of("number", "9号", "signedBy", "常委会", "effectiveOn", today()), OFFICE);
		JsonNode seen = round.seen("");
		assertThat(seen.path("items").findValues("done")).hasSize(2).allMatch(JsonNode::asBoolean);
		assertThat(seen.path("items").findValuesAsString("billCode"))
			.containsOnly(bill.shown(OFFICE).path("code").asString());
		for (JsonNode item : seen.path("items")) {
			assertThat(calls.get(item.path("started").path("href").asString(), "").path("kind").asString())
				.isEqualTo(item.path("decision").path("act").asString().equals("AMEND") ? "AMENDED" : "REPEALED");
		}
		JsonNode project = calls.get(started.path(0).path("href").asString(), OFFICE);
		assertThat(project.path("state").asString()).isEqualTo("DONE");
		assertThat(project.path("startedBy").path("code").asString()).isEqualTo(round.code());
		assertThat(calls.get(round.path() + "/timeline", "").toString()).contains("follow");
	}

	private void refusedShape(Map<String, Object> body) {
		this.client.post()
			.uri(BillCalls.PATH)
			.headers((headers) -> headers.setBearerAuth(GOVERNMENT))
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/targets");
	}

	private static Map<String, Object> change(String regulation, String change) {
		return Map.of("regulation", regulation, "change", change);
	}

	@Test
	void fiveMembersMoveABillThatIsVotedDownAndProposedAgain() {
		MeetingFixtures.committee(this.client);
		List<UUID> members = this.members.inOffice(Body.STANDING_COMMITTEE, today())
			.block()
			.stream()
			.filter((member) -> member.account().startsWith("member-"))
			.map(Member::id)
			.toList();
		Map<String, Object> body = BillCalls.enactment("郑州市河道巡查条例（草案）");
		body.put("proposer", "MEMBERS");
		body.put("movers", members.subList(0, 4));
		BillCalls few = BillCalls.drafted(this.client, body, MeetingFixtures.member(1));
		UUID draft = few.draft("草案", text("郑州市河道巡查条例（草案）", "河道由专人巡查。", "本条例自2027年1月1日起施行。"), MeetingFixtures.member(1));
		JsonNode refusal = few.refused("submit", BillCalls.papers(draft), MeetingFixtures.member(1), "LEG-15");
		assertThat(refusal.path("facts").path("needed").asInt()).isEqualTo(5);
		few.step("withdraw", Map.of(), MeetingFixtures.member(1));

		body.put("movers", members.subList(0, 5));
		BillCalls bill = BillCalls.drafted(this.client, body, MeetingFixtures.member(1));
		draft = bill.draft("草案", text("郑州市河道巡查条例（草案）", "河道由专人巡查。", "本条例自2027年1月1日起施行。"), MeetingFixtures.member(1));
		JsonNode seen = bill.step("submit", BillCalls.papers(draft), MeetingFixtures.member(1));
		assertThat(seen.path("proposer").path("movers").size()).isEqualTo(5);
		assertThat(seen.toString()).doesNotContain("member-1");
		assertThat(bill.get("/api/v1/legislation/desk", COUNCIL, 200).toString())
			.contains(seen.path("code").asString());
		bill.step("list", Map.of("readings", "ONE", "reason", "防汛急需", "broadAgreement", true), COUNCIL);
		Running meeting = meeting(bill, Purpose.FIRST_READING, Purpose.VOTE);
		bill.step("read-first", reading(meeting), OFFICE);
		bill.step("vote-draft", Map.of("draft", draft, "report", "审议结果报告"), LEGAL);
		bill.step("clause-vote", Map.of("article", "art_1", "question", "是否保留第一条"), COUNCIL);
		ballot(bill, meeting, Body.STANDING_COMMITTEE, Purpose.CLAUSE_VOTE, 5);
		bill.step("put-to-vote", Map.of(), COUNCIL);
		ballot(bill, meeting, Body.STANDING_COMMITTEE, Purpose.VOTE, 4);
		assertThat(bill.state()).isEqualTo("REJECTED");
		bill.attempt("promulgate", Map.of(), OFFICE, bill.version(), 400);
		bill.attempt("drafts", Map.of("label", "又一稿", "text", text("郑州市河道巡查条例", "一。")), OFFICE, null, 409);

		Map<String, Object> again = BillCalls.enactment("郑州市河道巡查条例（草案）");
		again.put("previous", bill.id());
		BillCalls second = BillCalls.drafted(this.client, again, GOVERNMENT);
		assertThat(second.shown(GOVERNMENT).path("previous").path("id").asString()).isEqualTo(bill.id().toString());
		String list = BillCalls.PATH + "?proposer=MEMBERS&state=REJECTED&act=ENACT&term=16&year=" + today().getYear();
		assertThat(bill.get(list, "", 200).path("items").findValuesAsString("id"))
			.containsExactly(bill.id().toString());
		assertThat(bill.get(BillCalls.PATH + "?state=DRAFTING", "", 200).path("items").size()).isZero();
		assertThat(bill.get(BillCalls.PATH + "?state=DRAFTING", OFFICE, 200).path("items").findValuesAsString("id"))
			.contains(second.id().toString());
		assertThat(bill.get(BillCalls.PATH + "?state=NOWHERE", "", 400).path("errors").size()).isEqualTo(1);
	}

	@Test
	void theCongressDecidesOnWhatItsDeputiesPropose() {
		MeetingFixtures.congress(this.client);
		Map<String, Object> body = BillCalls.enactment("郑州市议事规则（草案）");
		body.put("proposer", "DELEGATION");
		body.put("name", "东代表团");
		String deputy = MeetingFixtures.deputy(2);
		BillCalls bill = BillCalls.drafted(this.client, body, deputy);
		UUID draft = bill.draft("草案", text("郑州市议事规则（草案）", "会议公开举行。", "本规则自2027年1月1日起施行。"), deputy);
		bill.step("submit", BillCalls.papers(draft), deputy);
		bill.step("to-congress", Map.of(), OFFICE);
		Running session = MeetingFixtures.open(this.client, Body.CONGRESS, 7,
				List.of(item("bill", bill.id(), Purpose.DELIBERATE), item("bill", bill.id(), Purpose.VOTE)));
		bill.refused("table-at-congress", Map.of("meeting", session.id(), "presentedBy", "团长"), OFFICE, "LEG-25");
		bill.step("table-at-congress", reading(session), OFFICE);
		ballot(bill, session, Body.CONGRESS, Purpose.VOTE, 9);
		JsonNode passed = bill.shown("");
		assertThat(passed.path("state").asString()).isEqualTo("PASSED");
		assertThat(passed.path("body").asString()).isEqualTo("CONGRESS");
	}

}
