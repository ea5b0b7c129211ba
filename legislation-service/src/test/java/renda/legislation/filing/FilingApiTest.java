package renda.legislation.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.filing.FilingCalls.Case;
import renda.legislation.meeting.Decided;
import renda.legislation.meeting.Purpose;
import renda.legislation.member.Body;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Base;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.Tally;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.filing.FilingCalls.OFFICE;
import static renda.legislation.filing.FilingCalls.PATH;
import static renda.legislation.filing.FilingCalls.committee;
import static renda.legislation.filing.FilingCalls.maker;

@ServiceTest
class FilingApiTest {

	private static final List<String> GROUNDS = Stream.of(FilingReview.Ground.values()).map(Enum::name).toList();

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private FilingTabled tabled;

	@Autowired
	private TransactionalOperator transaction;

	private FilingCalls calls;

	private final LocalDate today = LocalDate.now();

	@BeforeEach
	void begins() {
		this.calls = new FilingCalls(this.client);
	}

	@Test
	void aDryRunSaysWhatIsMissingAndKeepsNothing() {
		String token = maker("water");
		Map<String, Object> bare = new LinkedHashMap<>(Map.of("makerName", "水务局", "title", "用水规定", "source",
				"GOVERNMENT_RULE", "act", "MADE", "issuedOn", this.today.minusDays(60), "report", UUID.randomUUID()));
		JsonNode check = this.calls.post(PATH + "/check", bare, token).ok(200);
		assertThat(check.path("complete").asBoolean()).isFalse();
		assertThat(check.path("late").asBoolean()).isTrue();
		assertThat(check.path("computed").size()).isGreaterThanOrEqualTo(3);
		assertThat(check.path("findings").findValuesAsString("pointer")).contains("/report", "/officialText",
				"/explanation", "/basis", "/scope", "/sentTo", "/late", "/number", "/text", "/paperCopies");
		assertThat(check.path("findings").findValuesAsString("rule")).contains("FIL-01", "FIL-03", "FIL-04", "FIL-05");
		assertThat(this.calls.get(PATH + "?maker=water", token).items("code")).isEmpty();
		Map<String, Object> whole = this.calls.document("水〔2026〕1号", token);
		assertThat(this.calls.post(PATH + "/check", whole, token).ok(200).path("complete").asBoolean()).isTrue();
		assertThat(this.calls.post(PATH + "/check", whole, "").status()).isEqualTo(401);
		assertThat(this.calls.post(PATH + "/check", whole, committee("social")).status()).isEqualTo(403);
		whole.put("effectiveOn", "2020-01-01");
		whole.put("maker", "roads");
		assertThat(this.calls.post(PATH + "/check", whole, token).status()).as("an organ files its own").isEqualTo(403);
	}

	@Test
	void filesOnceAndRefusesWhatIsIncompleteForeignOrKnown() {
		String token = maker("parks");
		Map<String, Object> document = this.calls.document("园〔2026〕7号", token);
		Map<String, Object> without = new LinkedHashMap<>(document);
		without.remove("explanation");
		JsonNode problem = this.calls.post(PATH, without, token).ok(422);
		assertThat(problem.path("rule").asString()).isEqualTo("FIL-05");
		assertThat(problem.path("facts").path("missing").toString()).isEqualTo("[\"explanation\"]");
		without.put("explanation", UUID.randomUUID());
		assertThat(this.calls.post(PATH, without, token).ok(400).path("errors").findValuesAsString("pointer"))
			.containsExactly("/explanation");
		document.put("issuedOn", this.today.minusDays(50));
		assertThat(this.calls.post(PATH, document, token).ok(422).path("rule").asString()).isEqualTo("FIL-03");
		document.put("late", "经办人变动");
		Case one = this.calls.filed(document, token);
		assertThat(one.seen(token).path("late").asBoolean()).isTrue();
		document.put("number", "园[2026] 7号");
		assertThat(this.calls.post(PATH, document, token).ok(400).path("errors").findValuesAsString("pointer"))
			.containsExactly("/number");
		for (String stranger : List.of("", maker("water"), committee("social"), Tokens.of(Role.RESIDENT).value())) {
			assertThat(this.calls.get(one.path, stranger).status()).isEqualTo(404);
			assertThat(this.calls.get(PATH + "?q=园〔2026〕7号", stranger).items("code")).doesNotContain(one.code);
		}
		assertThat(this.calls.get(PATH + "?number=园(2026)7号", OFFICE).items("code")).containsExactly(one.code);
		assertThat(this.calls.post(one.path + "/register", Map.of(), OFFICE).status()).isEqualTo(428);
		assertThat(this.calls.post(one.path + "/register", Map.of("scope", Map.of()), OFFICE, 1).status())
			.isEqualTo(400);
		assertThat(one.status("register", Map.of("scope", document.get("scope")), token)).isEqualTo(403);
		one.step("ask-supplement", Map.of("missing", List.of("explanation"), "reason", "说明过于简略"), OFFICE);
		assertThat(one.seen(token).path("intake").path("returns").size()).isEqualTo(1);
		document.put("number", "园〔2026〕7号");
		one.step("supplement", document, token);
		assertThat(this.calls.post(one.path + "/register", Map.of("scope", document.get("scope")), OFFICE, 1).status())
			.isEqualTo(412);
		JsonNode registered = one.step("register", Map.of("scope", document.get("scope")), OFFICE);
		assertThat(registered.path("receipt").path("number").asString()).isEqualTo(one.code);
		assertThat(registered.path("receipt").path("hash").asString()).hasSize(64);
		assertThat(registered.path("deadlines").findValuesAsString("rule")).contains("FIL-08");
		assertThat(one.seen("").path("title").isMissingNode()).isTrue();
		assertThat(one.seen("").path("document").path("number").asString()).isEqualTo("园〔2026〕7号");
		assertThat(one.seen("").path("deadlines").size()).isZero();
		assertThat(this.calls.get(PATH + "?onTime=false&maker=parks", "").items("code")).containsExactly(one.code);
		assertThat(this.calls.get("/api/v1/legislation/files/" + document.get("report"), "").status()).isEqualTo(200);
	}

	@Test
	void isReviewedByCommitteesAtTheSameTimeAndShowsOthersOnlyItsResult() {
		Case one = this.calls.registered("审〔2026〕1号", "housing");
		one.step("begin-review",
				Map.of("committees", List.of("social", "legal"), "modes", List.of("ACTIVE", "SPECIAL")), OFFICE);
		assertThat(one.seen("").path("state").asString()).isEqualTo("REGISTERED");
		assertThat(one.seen("").has("review")).isFalse();
		assertThat(one.seen(maker("housing")).path("state").asString()).isEqualTo("IN_REVIEW");
		assertThat(one.seen(maker("housing")).path("review").path("locks").size()).isZero();
		assertThat(one.seen(OFFICE).path("review").path("locks").size()).isEqualTo(2);
		assertThat(this.calls.get("/api/v1/legislation/desk", committee("legal")).ok(200).toString())
			.contains("give-opinion");
		one.step("give-opinion", Map.of("words", "第三条需要研究", "grounds", List.of("EXCEEDS_POWERS")), committee("social"));
		assertThat(one.status("give-opinion", Map.of("words", "x"), committee("finance"))).isEqualTo(403);
		one.refused("conclude", Map.of("conclusion", "无问题"), OFFICE, "FIL-10");
		GROUNDS.forEach((ground) -> one.step("answer-ground", Map.of("ground", ground, "found", false), OFFICE));
		one.refused("conclude", Map.of("conclusion", "无问题"), OFFICE, "FIL-10");
		one.step("answer-lock", Map.of("number", 1, "lawful", true, "reason", "上位法已设定罚款"), committee("social"));
		one.step("answer-lock", Map.of("number", 2, "lawful", true, "reason", "引用上位法的查封"), OFFICE);
		one.refused("conclude", Map.of("conclusion", "无问题"), OFFICE, "FIL-09");
		assertThat(this.calls.get(PATH + "?state=IN_REVIEW&maker=housing", "").items("code")).isEmpty();
		assertThat(this.calls.get(PATH + "?state=IN_REVIEW&maker=housing", committee("legal")).items("code"))
			.contains(one.code);
		one.step("give-opinion", Map.of("words", "同意"), committee("legal"));
		JsonNode ended = one.step("conclude", Map.of("conclusion", "未发现与上位法不一致的内容"), OFFICE);
		assertThat(ended.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING");
		one.step("close", Map.of(), OFFICE);
		JsonNode seen = one.seen("");
		assertThat(seen.path("state").asString()).isEqualTo("CLOSED");
		assertThat(seen.path("result").path("result").asString()).isEqualTo("NO_PROBLEM");
		assertThat(seen.path("result").path("conclusion").asString()).isEqualTo("未发现与上位法不一致的内容");
		assertThat(seen.toString()).doesNotContain("第三条需要研究", "上位法已设定罚款");
		String open = this.calls.get(one.path + "/timeline", "").words();
		assertThat(open).contains("register", "conclude").doesNotContain("give-opinion", "answer-lock", "第三条需要研究");
		assertThat(this.calls.get(one.path + "/timeline", maker("housing")).words()).doesNotContain("第三条需要研究",
				"上位法已设定罚款");
		assertThat(this.calls.get(one.path + "/timeline", committee("legal")).words()).contains("第三条需要研究");
		List<Boolean> open_ = this.database.sql(
				"SELECT audience IS NULL AS open FROM outbox WHERE subject = 'filing/' || $1 AND type = 'filing.ground-answered'")
			.bind(0, one.id())
			.map((row) -> row.get("open", Boolean.class))
			.all()
			.collectList()
			.block();
		assertThat(open_).hasSize(5).containsOnly(false);
	}

	@Test
	void suspendedOnAPlanCorrectedAndFiledAnew() {
		Case one = this.calls.registered("改〔2026〕1号", "traffic");
		one.step("begin-review", Map.of("committees", List.of()), OFFICE);
		one.step("ask-maker", Map.of("questions", "第三条的依据？", "by", this.today.plusDays(10)), OFFICE);
		assertThat(one.seen(maker("traffic")).path("review").path("inquiries").size()).isEqualTo(1);
		JsonNode suspended = one.step("promise", Map.of("words", "六月底前修改第三条", "by", this.today.plusDays(60)),
				maker("traffic"));
		assertThat(suspended.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.contains("PAUSED");
		one.step("correct", Map.of("how", "AMENDED", "doneOn", this.today, "number", "改〔2026〕2号", "words", "删去第三条"),
				maker("traffic"));
		one.refused("close", Map.of(), OFFICE, "FIL-25");
		Map<String, Object> anew = this.calls.document("改〔2026〕2号", maker("traffic"));
		anew.put("refiles", one.id());
		assertThat(this.calls.post(PATH, with(anew, "refiles", UUID.randomUUID()), maker("traffic")).status())
			.isEqualTo(400);
		Case other = this.calls.filed(anew, maker("traffic"));
		one.version++;
		JsonNode linked = one.seen("");
		assertThat(linked.path("correction").path("refiledAs").asString()).isEqualTo(other.id());
		assertThat(linked.path("result").path("result").asString()).isEqualTo("CORRECTED_AFTER_COMMUNICATION");
		assertThat(one.step("close", Map.of(), OFFICE).path("state").asString()).isEqualTo("CLOSED");
	}

	@Test
	void refusedByItsMakerAnnulledByTheSessionAndPublished() {
		Case one = this.calls.registered("撤〔2026〕1号", "forest");
		one.step("begin-review", Map.of("committees", List.of()), OFFICE);
		one.step("answer-ground",
				Map.of("ground", "EXCEEDS_POWERS", "found", true, "provisions", List.of("第三条"), "reason", "无权设定查封"),
				OFFICE);
		one.step("send-opinion", Map.of("words", "应当修改"), OFFICE);
		one.refused("report-to-council", Map.of("words", "报告", "proposal", "建议"), OFFICE, "FIL-15");
		one.step("answer", Map.of("how", "REFUSE", "words", "不修改"), maker("forest"));
		String council = Tokens.of(Role.COUNCIL).value();
		assertThat(one.seen(council).has("review")).as("before it is reported").isFalse();
		one.step("report-to-council", Map.of("words", "报告", "proposal", "责令纠正"), OFFICE);
		assertThat(this.calls.get("/api/v1/legislation/desk", council).words()).contains("decide");
		one.step("decide", Map.of("outcome", "ORDER_CORRECTION", "words", "限期修改", "on", this.today), council);
		one.refused("move-annulment", Map.of("ground", "EXCEEDS_POWERS", "words", "议案"), OFFICE, "FIL-15");
		backdated(one, 60);
		one.step("move-annulment", Map.of("ground", "EXCEEDS_POWERS", "words", "议案"), OFFICE);
		assertThat(one.status("annul", Map.of(), OFFICE)).as("nobody annuls by a request").isEqualTo(403);
		assertThat(this.tabled.subject(UUID.fromString(one.id())).block().purposes()).containsExactly(Purpose.ANNUL);
		vote(one, 30);
		one.version++;
		assertThat(this.tabled.subject(UUID.fromString(one.id())).block().purposes()).isEmpty();
		JsonNode annulled = one.seen("");
		assertThat(annulled.path("state").asString()).isEqualTo("ANNULLED");
		assertThat(annulled.path("correction").path("vote").path("explanation").asString()).contains("赞成 30 票");
		assertThat(annulled.path("correction").has("answer")).isFalse();
		one.step("note-attendance", Map.of("name", "局长", "attended", true), OFFICE);
		one.step("publish-decision", Map.of("where", "常委会公报 2026 年第 5 号"), OFFICE);
		one.step("report-execution", Map.of("words", "已停止执行"), maker("forest"));
		one.step("close", Map.of(), OFFICE);
		assertThat(this.calls.get(PATH + "?result=ANNULLED&correctedTo=" + this.today, "").items("code"))
			.contains(one.code);
	}

	@Test
	void aVoteThatFailsLeavesTheDocumentInForce() {
		Case one = this.calls.registered("留〔2026〕1号", "farms");
		one.step("begin-review", Map.of("committees", List.of()), OFFICE);
		one.step("answer-ground",
				Map.of("ground", "OTHER", "found", true, "provisions", List.of("第二条"), "reason", "不适当"), OFFICE);
		one.step("send-opinion", Map.of("words", "应当修改"), OFFICE);
		one.step("answer", Map.of("how", "REFUSE", "words", "不修改"), maker("farms"));
		one.step("report-to-council", Map.of("words", "报告", "proposal", "责令纠正"), OFFICE);
		one.step("decide", Map.of("outcome", "CONFIRM_ILLEGALITY", "words", "限期修改"), Tokens.of(Role.COUNCIL).value());
		backdated(one, 60);
		one.step("move-annulment", Map.of("ground", "IMPROPER", "words", "议案"), Tokens.of(Role.COUNCIL).value());
		vote(one, 25);
		assertThat(one.seen("").path("result").path("result").asString()).isEqualTo("NOT_ANNULLED");
	}

	@Test
	void rulesOfAnotherGovernmentAreNotAnnulledHere() {
		String token = maker("elsewhere-government");
		Map<String, Object> rules = this.calls.document("令第1号", token);
		rules.put("source", "GOVERNMENT_RULE");
		rules.put("sentTo",
				Stream.of(FilingDocument.Recipient.values())
					.map((body) -> Map.of("body", body, "on", this.today))
					.toList());
		Case one = this.calls.filed(rules, token);
		one.step("register", Map.of("scope", rules.get("scope")), OFFICE);
		this.database
			.sql("""
					UPDATE filing SET state = 'CHAIRS_DECIDED', content = jsonb_set(jsonb_set(content, '{state}', '"CHAIRS_DECIDED"'),
					    '{correction}', '{"decision": {"on": "2026-01-05", "outcome": "ORDER_CORRECTION", "words": "改"}}')
					WHERE id = $1::uuid""")
			.bind(0, one.id())
			.fetch()
			.rowsUpdated()
			.block();
		one.refused("move-annulment", Map.of("ground", "AGAINST_LAW", "words", "议案", "own", true), OFFICE, "FIL-11");
	}

	@Test
	void assistsReviewersWithTheRegisterAndTellsTheRegisterWhatRefersToIt() {
		String lanterns = "郑州市花灯会管理条例";
		FilingCalls
			.answered(this.client.post()
				.uri("/api/v1/legislation/imports/regulations")
				.headers((headers) -> headers.setBearerAuth(Tokens.of(Role.LEGISLATIVE_OFFICE).value()))
				.contentType(MediaType.parseMediaType("application/zip"))
				.bodyValue(RegulationFixtures
					.zip(List.of(RegulationFixtures.lanterns(), RegulationFixtures.lanternsAmended()))))
			.ok(200);
		Map<String, Object> document = this.calls.document("灯〔2026〕1号", maker("culture"));
		document.put("title", "郑州市花灯会管理办法");
		document.put("basis", List.of("《" + lanterns + "》", "不存在的条例"));
		document.put("text", """
				第一条 根据《郑州市花灯会管理条例》第三条，制定本办法。

				第二条 举办花灯会应当具备下列条件：有灯；有桥；有雨伞。违反的，不得举办。

				第三条 未经批准举办灯会的，给予罚款。
				""");
		Case one = this.calls.filed(document, maker("culture"));
		one.step("register", Map.of("scope", document.get("scope")), OFFICE);
		one.step("begin-review", Map.of("committees", List.of("education")), OFFICE);
		JsonNode assisted = this.calls.get(one.path + "/assistance", committee("education")).ok(200);
		assertThat(assisted.path("superior").findValuesAsString("title")).contains(lanterns, "不存在的条例");
		JsonNode superior = assisted.path("superior").path(0);
		assertThat(superior.path("status").asString()).isEqualTo("IN_FORCE");
		assertThat(superior.path("href").asString()).contains("/regulations/");
		assertThat(superior.path("places").path(0).path("label").asString()).isEqualTo("第一条");
		assertThat(superior.path("places").path(0).path("target").asString()).isEqualTo("art_3");
		assertThat(assisted.path("similar").findValuesAsString("place")).contains("第二条");
		assertThat(assisted.path("similar").toString()).contains(lanterns, "第三条");
		assertThat(assisted.path("locks").findValuesAsString("kind")).containsExactly("PENALTY");
		assertThat(this.calls.get(one.path + "/assistance", committee("finance")).status()).isEqualTo(403);
		assertThat(this.calls.get(one.path + "/assistance", maker("culture")).status()).isEqualTo(403);
		String regulation = this.calls.get("/api/v1/legislation/regulations?title=" + lanterns, "")
			.items("id")
			.getFirst();
		JsonNode impact = this.calls.get("/api/v1/legislation/regulations/" + regulation + "/impact", "").ok(200);
		JsonNode touched = impact.path("items")
			.valueStream()
			.filter((item) -> item.path("id").asString().equals(one.id()))
			.findFirst()
			.orElseThrow();
		assertThat(touched.path("kind").asString()).isEqualTo("OTHER");
		assertThat(touched.path("href").asString()).isEqualTo(one.path);
		assertThat(touched.path("places").path(0).path("target").asString()).isEqualTo("art_3");
		one.step("ask-maker", Map.of("questions", "?", "by", this.today.plusDays(5)), OFFICE);
		one.step("correct", Map.of("how", "REPEALED", "doneOn", this.today, "number", "灯〔2026〕2号", "words", "废止"),
				maker("culture"));
		assertThat(this.calls.get("/api/v1/legislation/regulations/" + regulation + "/impact", "").items("id"))
			.doesNotContain(one.id());
	}

	@Test
	void whatIsNotFiledIsOrderedAndCriticised() {
		Map<String, Object> issued = this.calls.document("欠〔2026〕1号", maker("sports"));
		issued.put("issuedOn", this.today.minusDays(60));
		issued.put("maker", "sports");
		JsonNode noted = this.calls.post(PATH + "/announced", issued, OFFICE).ok(201);
		Case one = new Case(this.calls, PATH + "/" + noted.path("id").asString(), noted.path("code").asString());
		assertThat(noted.path("deadlines").path(0).path("status").asString()).isEqualTo("OVERDUE");
		one.step("demand", Map.of("by", this.today.plusDays(5), "words", "限期报送"), OFFICE);
		one.refused("criticise", Map.of("decision", "常委会决定", "words", "通报"), OFFICE, "FIL-20");
		issued.remove("maker");
		one.refused("submit", issued, maker("sports"), "FIL-03");
		issued.put("lateReason", "遗漏");
		one.step("submit", issued, maker("sports"));
		assertThat(one.seen(maker("sports")).path("state").asString()).isEqualTo("FILED");
		assertThat(one.seen(maker("sports")).path("late").asBoolean()).isTrue();
		one.refused("not-accept", Map.of(), OFFICE, "FIL-06");
		one.step("not-accept", Map.of("reason", "不是规范性文件"), OFFICE);
		this.calls.filed(with(issued, "late", "重新报送"), maker("sports"));
	}

	private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(body);
		more.remove("lateReason");
		more.put(name, value);
		return more;
	}

	/**
	 * Moves the decision of the chairpersons' meeting into the past.
	 */
	private void backdated(Case one, int days) {
		LocalDate on = this.today.minusDays(days);
		this.database
			.sql("""
					UPDATE filing SET state_since = $2, content = jsonb_set(jsonb_set(content, '{stateSince}', to_jsonb($2::text)),
					    '{correction,decision,on}', to_jsonb($2::text))
					WHERE id = $1::uuid""")
			.bind(0, one.id())
			.bind(1, on)
			.fetch()
			.rowsUpdated()
			.block();
	}

	private void vote(Case one, int votes) {
		Tally tally = Tally.of(votes, 46 - votes, 0, 0);
		DecisionRule rule = new DecisionRule("standing-committee", Text.of("常委会表决", "committee"), Base.MEMBERS,
				"mtg.scMajority", "MTG-03", "mtg.scQuorum", "MTG-02", false);
		Decided decided = new Decided(UUID.randomUUID(), UUID.randomUUID(), "第十六届人大常委会第三次会议", Body.STANDING_COMMITTEE,
				this.today, Purpose.ANNUL, "撤销", rule.outcome(51, 46, tally, RuleBook.statutory(this.today)));
		Caller announcer = new Caller("general-office", "办公厅", java.util.Set.of(Role.GENERAL_OFFICE),
				java.util.Set.of(), "");
		this.transaction.transactional(this.tabled.decided(UUID.fromString(one.id()), decided, announcer)).block();
	}

}
