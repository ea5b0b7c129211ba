package renda.legislation.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.examination.FilingReview;
import renda.legislation.filing.FilingCalls.Case;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.normative.FilingDocument;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

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
	private List<Tabled> tabled;

	private FilingCalls calls;

	private final LocalDate today = MeetingFixtures.today();

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
		assertThat(one.status("answer-ground", Map.of("found", false), OFFICE)).isEqualTo(400);
		GROUNDS.forEach((ground) -> one.step("answer-ground", Map.of("ground", ground, "found", false), OFFICE));
		one.refused("conclude", Map.of("conclusion", "无问题"), OFFICE, "FIL-10");
		one.step("answer-lock", Map.of("number", 1, "lawful", true, "reason", "上位法已设定罚款"), committee("social"));
		one.step("answer-lock", Map.of("number", 2, "lawful", true, "reason", "引用上位法的查封"), OFFICE);
		one.refused("conclude", Map.of("conclusion", "无问题"), OFFICE, "FIL-09");
		assertThat(this.calls.get("/api/v1/legislation/desk", maker("housing")).words()).contains(one.code)
			.doesNotContain("give-opinion", "answer-lock", "answer-ground");
		assertThat(this.calls.post(one.path + "/answer", Map.of(), maker("housing"), 1)).satisfies((late) -> {
			assertThat(late.status()).isEqualTo(412);
			assertThat(late.words()).contains("begin-review")
				.doesNotContain("give-opinion", "answer-lock", "answer-ground");
		});
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
		assertThat(purposes(one)).containsExactly(Purpose.ANNUL);
		assertThat(one.seen(MeetingFixtures.member(5)).path("review").path("findings").size())
			.as("members read what they vote on")
			.isEqualTo(1);
		vote(one, 61, 5);
		assertThat(purposes(one)).isEmpty();
		JsonNode annulled = one.seen("");
		assertThat(annulled.path("state").asString()).isEqualTo("ANNULLED");
		assertThat(annulled.path("correction").path("vote").path("explanation").asString()).contains("全体 9 人",
				"赞成 5 票");
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
		vote(one, 62, 4);
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

	@Test
	void importsWholeLivesAndCountsThemByTheFiguresDefinitions() {
		String csv = String.join("\n", ROWS);
		JsonNode job = this.calls.load("filings", csv, OFFICE);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(9);
		assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(2);
		assertThat(job.toString()).contains("modes", "corrected");
		assertThat(this.calls.load("filings", csv, OFFICE).path("unchanged").asInt()).isEqualTo(9);
		assertThat(this.calls.post("/api/v1/legislation/imports/filings", csv, maker("gov")).status()).isIn(403, 415);
		String asOf = "term=15&asOf=2022-12-31";
		JsonNode filings = figure("filings", asOf);
		assertThat(filings.path("value").asLong()).isEqualTo(4);
		followed(filings, 4);
		assertThat(counts(figure("filings", asOf + "&by=year"))).containsOnly(Map.entry("2019", 2L),
				Map.entry("2020", 2L));
		assertThat(counts(figure("filings", asOf + "&by=source"))).containsOnly(Map.entry("COURT", 1L),
				Map.entry("COUNTY_RESOLUTION", 1L), Map.entry("GOVERNMENT_DOCUMENT", 1L),
				Map.entry("GOVERNMENT_RULE", 1L));
		assertThat(counts(figure("filings", asOf + "&by=result"))).containsOnly(Map.entry("NO_PROBLEM", 2L),
				Map.entry("CORRECTED_AFTER_COMMUNICATION", 1L), Map.entry("CORRECTED_AFTER_OPINION", 1L));
		assertThat(counts(figure("filings", asOf + "&by=mode"))).containsOnly(Map.entry("ACTIVE", 4L),
				Map.entry("SPECIAL", 1L));
		JsonNode before = figure("filings", "term=15&asOf=2019-12-31");
		assertThat(before.path("value").asLong()).isEqualTo(2);
		followed(before, 2);
		JsonNode reviewed = figure("filing_review_rate", asOf);
		assertThat(reviewed.path("value").asLong()).isEqualTo(4);
		assertThat(reviewed.path("of").asLong()).as("one is still in review").isEqualTo(6);
		followed(reviewed, 4);
		JsonNode corrected = figure("filing_correction_rate", asOf);
		assertThat(List.of(corrected.path("value").asLong(), corrected.path("of").asLong())).isEqualTo(List.of(2L, 3L));
		followed(corrected, 2);
		String list = """
				maker,makerName,year,submittedOn,act,title,number,issuedOn,sample
				gov,市政府,2019,2020-03-20,MADE,停车办法,政〔2019〕1号,2019-03-01,true
				gov,市政府,2019,2020-03-20,MADE,没有报送的办法,政〔2019〕99号,2019-05-01,true
				gov,市政府,2019,2020-03-20,MADE,年份不符的办法,政〔2020〕1号,2020-05-01,true
				""";
		JsonNode lists = this.calls.load("filing-year-lists", list, OFFICE);
		assertThat(lists.path("created").asInt()).as(lists.toString()).isEqualTo(2);
		assertThat(lists.path("failed").asInt()).isEqualTo(1);
		assertThat(this.calls.load("filing-year-lists", list, OFFICE).path("unchanged").asInt()).isEqualTo(2);
		JsonNode filed = figure("filing_rate", asOf);
		assertThat(filed.path("value").asLong()).as("one of six was late").isEqualTo(5);
		assertThat(filed.path("of").asLong()).as("and one is missing by the list").isEqualTo(7);
		followed(filed, 5);
		assertThat(this.calls.get("/api/v1/legislation/filing-year-lists/missing?maker=gov", OFFICE).items("title"))
			.containsExactly("没有报送的办法");
		JsonNode report = this.calls.get("/api/v1/legislation/filing-report?year=2019", "").ok(200);
		assertThat(report.path("registered").asLong()).isEqualTo(3);
		assertThat(report.path("notAccepted").asLong()).isEqualTo(1);
		assertThat(report.path("missing").asLong()).isEqualTo(1);
		assertThat(report.path("found").asLong()).isEqualTo(1);
		assertThat(report.path("lists").asLong()).isEqualTo(1);
		assertThat(this.calls.get(report.path("catalogue").asString(), "").items("code")).hasSize(3);
		String words = FilingCalls.answered(
				this.client.get().uri("/api/v1/legislation/filing-report?year=2019").header("Accept", "text/markdown"))
			.words();
		assertThat(words).as("FIL-21, FIL-28").startsWith("# 2019年备案审查工作情况").contains("登记备案规范性文件 3 件", "未发现问题 1 件");
		assertThat(this.calls.get("/api/v1/legislation/filing-report?year=1", "").status()).isEqualTo(400);
		assertThat(this.calls.get("/api/v1/legislation/filing-report", "").status()).isEqualTo(400);
	}

	/**
	 * Two of 2019 and two of 2020 are reviewed in the term; the others are outside one
	 * filter each.
	 */
	private static final List<String> ROWS = List.of(
			"code,maker,makerName,source,act,title,number,issuedOn,filedOn,declinedOn,declinedFor,registeredOn,reviewBegunOn,"
					+ "modes,committees,concludedOn,suspendedOn,opinionOn,answeredOn,correctedOn,corrected,closedOn,text,sample",
			"BA-2019-0001,gov,市政府,GOVERNMENT_RULE,MADE,停车办法,政〔2019〕1号,2019-03-01,2019-03-20,,,2019-03-25,2019-03-26,"
					+ "ACTIVE SPECIAL,social legal,2019-04-10,,,,,,2019-04-11,第一条 违反的处罚款。,true",
			"BA-2019-0002,court,市中院,COURT,MADE,诉讼服务规定,法〔2019〕2号,2019-06-01,2019-07-20,,,2019-07-25,2019-07-26,"
					+ ",,,2019-08-05,,,2019-10-08,AMENDED,,,true",
			"BA-2019-0003,gov,市政府,GOVERNMENT_DOCUMENT,MADE,内部考勤通知,政〔2019〕3号,2019-06-01,2019-06-20,2019-06-25,不是规范性文件,,,,,,,,,,,,,true",
			"BA-2020-0001,gov,市政府,GOVERNMENT_DOCUMENT,MADE,供水意见,政〔2020〕7号,2020-03-02,2020-03-20,,,2020-03-25,2020-03-26,"
					+ ",,,,2020-04-20,2020-05-06,2020-06-10,REPEALED,2020-06-11,,true",
			"BA-2020-0002,county,某县人大常委会,COUNTY_RESOLUTION,MADE,某决议,县〔2020〕1号,2020-05-06,2020-05-20,,,2020-05-25,2020-05-26,"
					+ ",,2020-06-19,,,,,,,,true",
			"BA-2021-0001,gov,市政府,GOVERNMENT_DOCUMENT,MADE,供热意见,政〔2021〕1号,2021-03-02,2021-03-20,,,2021-03-25,2021-03-26,"
					+ ",,,2021-04-06,,,,,,,true",
			"BA-2017-0001,gov,市政府,GOVERNMENT_DOCUMENT,MADE,上届意见,政〔2017〕1号,2017-03-02,2017-03-20,,,2017-03-24,2017-03-27,"
					+ ",,2017-04-10,,,,,,,,true",
			"BA-2023-0001,gov,市政府,GOVERNMENT_DOCUMENT,MADE,下届意见,政〔2023〕1号,2023-03-02,2023-03-20,,,2023-03-24,2023-03-27,"
					+ ",,2023-04-10,,,,,,,,true",
			"BA-2019-0004,gov,市政府,GOVERNMENT_DOCUMENT,MADE,尚未启动,政〔2019〕4号,2019-11-01,2019-11-20,,,2019-11-25,,,,,,,,,,,,true",
			"BA-2019-0005,gov,市政府,GOVERNMENT_DOCUMENT,MADE,方式有误,政〔2019〕5号,2019-11-01,2019-11-20,,,2019-11-25,2019-11-26,"
					+ "SOMEHOW,,2019-12-10,,,,,,,,true",
			"BA-2019-0006,gov,市政府,GOVERNMENT_DOCUMENT,MADE,纠正方式不明,政〔2019〕6号,2019-11-01,2019-11-20,,,2019-11-25,2019-11-26,"
					+ ",,,2019-12-03,,,2019-12-20,,,,true");

	private JsonNode figure(String key, String query) {
		JsonNode body = this.calls.get("/api/v1/legislation/figures?key=" + key + "&" + query, "").ok(200);
		JsonNode figures = body.has("figures") ? body.path("figures") : body.has("items") ? body.path("items") : body;
		return figures.path(0);
	}

	private void followed(JsonNode figure, int expected) {
		assertThat(this.calls.get(figure.path("items").asString(), "").items("code")).hasSize(expected);
	}

	private static Map<String, Long> counts(JsonNode figure) {
		Map<String, Long> counts = new LinkedHashMap<>();
		figure.path("counts")
			.forEach((count) -> counts.put(count.path("group").asString(), count.path("value").asLong()));
		return counts;
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

	/**
	 * A meeting of the standing committee with nine members votes on the motion.
	 */
	private JsonNode vote(Case one, int meetingNumber, int votesFor) {
		Running meeting = MeetingFixtures.open(this.client, meetingNumber,
				List.of(MeetingFixtures.item("filing", UUID.fromString(one.id()), Purpose.ANNUL)));
		JsonNode drafted = this.calls
			.post("/api/v1/legislation/ballots", Map.of("meeting", meeting.id(), "items", meeting.items()),
					MeetingFixtures.OFFICE)
			.ok(201);
		Case ballot = new Case(this.calls, "/api/v1/legislation/ballots/" + drafted.path("id").asString(), "");
		ballot.version = drafted.path("version").asLong();
		ballot.step("open", Map.of(), MeetingFixtures.CHAIR);
		for (int member = 1; member <= MeetingFixtures.MEMBERS; member++) {
			FilingCalls
				.answered(this.client.put()
					.uri(ballot.path + "/vote")
					.headers(bearer(MeetingFixtures.member(member)))
					.bodyValue(Map.of("choice", (member <= votesFor) ? "FOR" : "AGAINST")))
				.ok(200);
		}
		ballot.version = ballot.seen(MeetingFixtures.CHAIR).path("version").asLong();
		ballot.step("close", Map.of(), MeetingFixtures.OFFICE);
		JsonNode announced = ballot.step("announce", Map.of(), MeetingFixtures.CHAIR);
		one.version++;
		return announced;
	}

	private static Consumer<HttpHeaders> bearer(String token) {
		return (headers) -> headers.setBearerAuth(token);
	}

	/**
	 * What a meeting may be asked about a filing.
	 */
	private Set<Purpose> purposes(Case one) {
		return this.tabled.stream()
			.filter((kind) -> kind.kind().equals("filing"))
			.findFirst()
			.orElseThrow()
			.subject(UUID.fromString(one.id()))
			.block()
			.purposes();
	}

}
