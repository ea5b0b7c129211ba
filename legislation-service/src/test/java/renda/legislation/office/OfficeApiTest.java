package renda.legislation.office;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import renda.legislation.ledger.LedgerCalls;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.ledger.LedgerCalls.correction;
import static renda.legislation.ledger.LedgerCalls.json;
import static renda.legislation.ledger.LedgerCalls.of;
import static renda.legislation.ledger.LedgerCalls.value;
import static renda.legislation.ledger.LedgerCalls.with;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeApiTest {

	@Autowired
	private WebTestClient client;

	private LedgerCalls office;

	private LedgerCalls everyone;

	@BeforeAll
	void callers() {
		this.office = LedgerCalls.by(this.client, Role.GENERAL_OFFICE);
		this.everyone = LedgerCalls.byNobody(this.client);
	}

	static Stream<String> registers() {
		return OfficeFixtures.lines("").keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("registers")
	void everyRegisterEntersFindsPutsRightAndRemovesALineAndForgetsNothing(String register) {
		Map<String, Object> line = OfficeFixtures.lines("甲乙丙丁").get(register);
		String subject = OfficeFixtures.subject(register);
		EntityExchangeResult<byte[]> first = this.office.post("/office/" + register, line, "Idempotency-Key", register);
		JsonNode entered = json(first, 201);
		assertThat(first.getResponseHeaders().getETag()).isEqualTo("\"1\"");
		EntityExchangeResult<byte[]> again = this.office.post("/office/" + register, line, "Idempotency-Key", register);
		assertThat(again.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
		assertThat(json(again, 201).path("id")).isEqualTo(entered.path("id"));
		assertThat(json(this.office.post("/office/" + register, line), 409).path("entry").asString())
			.endsWith(register + "/" + entered.path("id").asString());

		String path = "/office/" + register + "/" + entered.path("id").asString();
		line.forEach((member, value) -> assertThat(this.office.read(path).path(member).asString()).as(member)
			.isEqualTo(String.valueOf(value)));
		assertThat(entered.path("term").asInt()).isEqualTo(15);
		JsonNode found = this.office
			.read("/office/" + register + "?q=甲乙丙丁&term=15&from=2020-03-01&to=2020-03-31&year=2020");
		assertThat(found.path("items")).hasSize(1);
		assertThat(this.office.read("/office/" + register + "?q=甲乙丙丁&year=2021").path("items")).isEmpty();
		json(this.office.get("/office/" + register + "?colour=red"), 400);

		Map<String, Object> right = with(line, subject, "戊己庚辛");
		json(this.office.post(path + "/corrections", correction("写错了", right)), 428);
		this.office.act(path + "/corrections", 1, correction("", right), 400);
		this.office.act(path + "/corrections", 1, correction("写错了", right), 200);
		this.office.act(path + "/corrections", 1, correction("写错了", line), 412);
		assertThat(this.office.read("/office/" + register + "?q=甲乙丙丁").path("items")).isEmpty();
		assertThat(this.office.read("/office/" + register + "?q=戊己庚辛").path("items").path(0).path("version").asInt())
			.isEqualTo(2);

		JsonNode before = this.office.read("/office/" + register + "?modifiedSince=1970-01-01T00:00:00Z");
		assertThat(before.path("removed").toString()).doesNotContain(entered.path("id").asString());
		json(this.office.post(path + "/removal", of("reason", "不属于此表")), 428);
		this.office.act(path + "/removal", 1, of("reason", "不属于此表"), 412);
		this.office.act(path + "/removal", 2, of("reason", "不属于此表"), 204);
		json(this.office.get(path), 404);
		this.office.act(path + "/removal", 3, of("reason", "不属于此表"), 404);
		JsonNode after = this.office.read("/office/" + register + "?modifiedSince=1970-01-01T00:00:00Z");
		assertThat(after.path("removed").toString()).contains(entered.path("id").asString());
		JsonNode versions = this.office.read(path + "/versions");
		assertThat(versions).hasSize(3);
		assertThat(versions.path(0).path("line").path(subject).asString()).isEqualTo(line.get(subject));
		assertThat(versions.path(1).path("reason").asString()).isEqualTo("写错了");
		assertThat(versions.path(2).path("removed").asBoolean()).isTrue();
		assertThat(versions.path(2).path("reason").asString()).isEqualTo("不属于此表");
	}

	@ParameterizedTest
	@MethodSource("registers")
	void everyRegisterImportsATableOnceAndExportsIt(String register) {
		Map<String, Object> one = OfficeFixtures.lines("导入一").get(register);
		Map<String, Object> two = OfficeFixtures.lines("导入二").get(register);
		String day = OfficeFixtures.day(register);
		String header = String.join(",", one.keySet());
		String table = header + "\n" + row(one) + "\n" + row(two) + "\n" + row(with(two, day, "二月三十日")) + "\n";
		JsonNode job = this.office.csv(register, table);
		assertThat(job.path("created").asInt()).isEqualTo(2);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(job.path("errors").toString()).contains(day);
		JsonNode again = this.office.csv(register, table);
		assertThat(again.path("unchanged").asInt()).isEqualTo(2);
		assertThat(again.path("created").asInt() + again.path("updated").asInt()).isZero();

		String exported = this.office.export("/office/" + register + "?q=导入", MediaType.parseMediaType("text/csv"));
		assertThat(exported.lines().findFirst().orElseThrow()).contains("id,", "sample", ",version")
			.contains(one.keySet());
		assertThat(exported.lines()).hasSize(3);
		assertThat(exported).contains("导入一", "导入二");
		assertThat(this.office.export("/office/" + register,
				MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))
			.startsWith("PK");
	}

	private static String row(Map<String, Object> line) {
		return line.values().stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	@Test
	void anImportThatSaysSomethingElseIsTheNextVersion() {
		String header = "awardedOn,kind,level,award,work,winner\n";
		this.office.csv("awards", header + "2021-05-01,NEWS,CITY,好新闻奖,改版报道,\n");
		JsonNode job = this.office.csv("awards",
				header + "2021-05-01,NEWS,CITY,好新闻奖,改版报道,某某社\n" + "2021-05-01,NEWS,CITY,好新闻奖,改版报道,另一社\n");
		assertThat(job.path("updated").asInt()).isEqualTo(1);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		JsonNode entry = this.everyone.read("/office/awards?q=改版报道").path("items").path(0);
		assertThat(entry.path("winner").asString()).isEqualTo("某某社");
		assertThat(entry.path("version").asInt()).isEqualTo(2);
		assertThat(this.office.read("/office/awards/" + entry.path("id").asString() + "/versions")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "awards, level, GALAXY, /level", "awards, kind,, /kind", "media-articles, link, ftp://x, /link",
			"tutorial-lectures, attendance, -1, /attendance", "measures, status, DONE, /doneOn",
			"organ-changes, change, RENAMED, /formerly", "party-reports, answeredOn, 2020-03-04, /answeredOn",
			"internal-rules, effectiveOn, 2020-03-05, /effectiveOn", "chronicle, until, 2020-03-12, /until",
			"first-topic-studies, colour, red, /colour" })
	void badInputIsNamedByItsPointerAlsoInACorrection(String register, String member, String bad, String pointer) {
		Map<String, Object> line = OfficeFixtures.lines("坏" + member).get(register);
		JsonNode problem = json(this.office.post("/office/" + register, with(line, member, bad)), 400);
		assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
		String path = "/office/" + register + "/"
				+ this.office.enter("/office/" + register, line).path("id").asString();
		problem = this.office.act(path + "/corrections", 1, correction("改坏", with(line, member, bad)), 400);
		assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo("/line" + pointer);
		assertThat(this.office.read(path).path("version").asInt()).isEqualTo(1);
	}

	@Test
	void whatGoesToThePartyCommitteeIsInternalAndHowOftenIsPublic() {
		Map<String, Object> line = OfficeFixtures.lines("内部").get("party-reports");
		String path = "/office/party-reports/" + this.office.enter("/office/party-reports", line).path("id").asString();
		LedgerCalls council = LedgerCalls.by(this.client, Role.COUNCIL);
		assertThat(council.read(path).path("title").asString()).contains("内部");
		assertThat(council.get(path).getResponseHeaders().getCacheControl()).contains("no-store");
		for (String secret : List.of("/office/party-reports", path, path + "/versions")) {
			json(this.everyone.get(secret), 401);
			json(LedgerCalls.by(this.client, Role.MEMBER).get(secret), 403);
			json(LedgerCalls.by(this.client, Role.ADMINISTRATOR).get(secret), 403);
		}
		assertThat(
				value(this.everyone.read("/figures?term=15&asOf=2022-12-31&key=party_reports").path("figures").path(0)))
			.isPositive();
		assertThat(this.everyone.read("/events?limit=1000").toString()).doesNotContain("party-report");
		assertThat(council.read("/events?limit=1000").toString()).contains("party-report.entered");
		json(LedgerCalls.by(this.client, Role.MEMBER).post("/office/party-reports", line), 403);
		json(council.post("/office/party-reports", line), 403);
	}

	@Test
	void everyoneReadsTheOthersAndOnlyTheOfficeWrites() {
		registers().filter((register) -> !register.equals("party-reports")).forEach((register) -> {
			assertThat(this.everyone.get("/office/" + register).getStatus().value()).isEqualTo(200);
			Map<String, Object> line = OfficeFixtures.lines("谁").get(register);
			json(this.everyone.post("/office/" + register, line), 401);
			json(LedgerCalls.by(this.client, Role.LEGISLATIVE_OFFICE).post("/office/" + register, line), 403);
			String path = "/office/" + register + "/"
					+ this.office.enter("/office/" + register, line).path("id").asString();
			assertThat(this.everyone.get(path).getResponseHeaders().getCacheControl()).contains("public");
			json(this.everyone.get(path + "/versions"), 401);
		});
		assertThat(this.everyone.read("/events?limit=1000&types=award.entered").toString()).contains("office/awards/");
	}

	@Test
	void aTaskBelongsToAMeasureWhichStaysWhileItHasTasks() {
		Map<String, Object> measure = OfficeFixtures.lines("任务").get("measures");
		JsonNode entered = this.office.enter("/office/measures", measure);
		Map<String, Object> task = of("measure", "JC-任务", "task", "起草方案", "owner", "某某处", "assignedOn", "2020-03-10",
				"dueOn", "2020-06-30", "status", "OPEN", "sample", true);
		JsonNode lost = json(this.office.post("/office/measure-tasks", with(task, "measure", "JC-没有")), 400);
		assertThat(lost.path("errors").path(0).path("pointer").asString()).isEqualTo("/measure");
		JsonNode given = this.office.enter("/office/measure-tasks", task);
		assertThat(this.everyone.read("/office/measure-tasks?measure=JC-任务&status=OPEN&dueTo=2020-07-01").path("items"))
			.hasSize(1);
		assertThat(this.everyone.read("/office/measure-tasks?measure=JC-任务&dueTo=2020-06-01").path("items")).isEmpty();
		String path = "/office/measures/" + entered.path("id").asString();
		this.office.act(path + "/removal", 1, of("reason", "误登记"), 409);
		this.office.act(path + "/corrections", 1, correction("换编号", with(measure, "number", "JC-换号")), 409);
		this.office.act(path + "/corrections", 1, correction("换单位", with(measure, "owner", "另一委员会")), 200);
		String taskPath = "/office/measure-tasks/" + given.path("id").asString();
		Map<String, Object> done = with(with(task, "status", "DONE"), "doneOn", "2020-06-20");
		this.office.act(taskPath + "/corrections", 1, correction("完成", done), 200);
		this.office.act(taskPath + "/removal", 2, of("reason", "误登记"), 204);
		this.office.act(path + "/removal", 2, of("reason", "误登记"), 204);
		JsonNode job = this.office.csv("measure-tasks",
				"measure,task,owner,assignedOn,status\nJC-没有,某事,某处,2020-03-10,OPEN\n");
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(job.path("errors").toString()).contains("JC-没有");
	}

	@Test
	void aTaskThatComesWhileItsMeasureIsRemovedIsNeverLeftAlone() throws Exception {
		try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 12; i++) {
				String mark = "同时" + i;
				String id = this.office.enter("/office/measures", OfficeFixtures.lines(mark).get("measures"))
					.path("id")
					.asString();
				Future<Integer> removal = both.submit(() -> this.office
					.post("/office/measures/" + id + "/removal", of("reason", "误登记"), "If-Match", "\"1\"")
					.getStatus()
					.value());
				Future<Integer> task = both.submit(
						() -> this.office
							.post("/office/measure-tasks",
									of("measure", "JC-" + mark, "task", "抢先", "owner", "某处", "assignedOn", "2020-03-10",
											"status", "OPEN"))
							.getStatus()
							.value());
				assertThat(List.of(removal.get(), task.get())).isIn(List.of(204, 400), List.of(409, 201));
			}
		}
	}

	@Test
	void listsGoOnWhereTheyEndedInBothOrders() {
		for (int i = 1; i <= 5; i++) {
			this.office.enter("/office/chronicle",
					of("happenedOn", "2011-01-0" + i, "kind", "SYMPOSIUM", "title", "座谈" + i));
		}
		String list = "/office/chronicle?kind=SYMPOSIUM&term=13&limit=2&sort=";
		JsonNode page = this.everyone.read(list + "day");
		assertThat(page.path("items").path(0).path("title").asString()).isEqualTo("座谈1");
		page = this.everyone.read(list + "day&cursor=" + page.path("next").asString());
		assertThat(page.path("items").path(1).path("title").asString()).isEqualTo("座谈4");
		page = this.everyone.read(list + "day&cursor=" + page.path("next").asString());
		assertThat(page.path("items")).hasSize(1);
		assertThat(page.has("next")).isFalse();
		assertThat(this.everyone.read(list + "-day").path("items").path(0).path("title").asString()).isEqualTo("座谈5");
	}

	/**
	 * Two lines that count and, for each part of the filter, one that must not; and one
	 * of another term and one after the day.
	 */
	@ParameterizedTest
	@CsvSource({ "first_topic_study, first-topic-studies, meeting,,,,",
			"tutorial_lectures, tutorial-lectures, audience,,,,", "measures, measures, status,,,,",
			"party_reports, party-reports, subject, recipient, PROVINCE,,",
			"rules_sc, internal-rules,, scope, OFFICE, act, MADE",
			"research_awards, awards,, level, NATION, kind, OTHER",
			"media_articles, media-articles, level, own, true,,", "assist_province, assistance, form, level, NATION,,",
			"provincial_assist_regs, legislative-assistance, stage, level, NATION,," })
	void aFigureCountsExactlyItsLinesAndNoneOutside(String key, String register, String by, String one, String outside,
			String two, String alsoOutside) {
		long before = value(this.office.figure(key));
		String day = OfficeFixtures.day(register);
		add(register, key + "一", day, "2020-03-01");
		add(register, key + "二", day, "2022-12-31");
		add(register, key + "往届", day, "2018-09-30");
		add(register, key + "以后", day, "2023-01-01");
		add(register, key + "下届", day, "2023-01-05");
		if (one != null) {
			this.office.enter("/office/" + register, with(OfficeFixtures.lines(key + "外").get(register), one,
					outside.equals("true") ? (Object) true : outside));
		}
		if (two != null) {
			this.office.enter("/office/" + register,
					with(OfficeFixtures.lines(key + "又外").get(register), two, alsoOutside));
		}
		assertThat(value(this.office.figure(key))).isEqualTo(before + 2);
		assertThat(this.office.parts(key, "year")).containsKey("2022");
		if (by != null) {
			this.office.parts(key, by);
		}
	}

	private void add(String register, String mark, String day, String on) {
		this.office.enter("/office/" + register, with(OfficeFixtures.lines(mark).get(register), day, on));
	}

	@Test
	void rulesOfTheOfficeAndNewsAwardsAreCountedApart() {
		long rules = value(this.office.figure("rules_office"));
		long news = value(this.office.figure("news_awards"));
		this.office.enter("/office/internal-rules",
				with(OfficeFixtures.lines("机关").get("internal-rules"), "scope", "OFFICE"));
		this.office.enter("/office/awards", with(OfficeFixtures.lines("新闻").get("awards"), "kind", "NEWS"));
		this.office.enter("/office/awards",
				with(with(OfficeFixtures.lines("市新闻").get("awards"), "kind", "NEWS"), "level", "CITY"));
		assertThat(value(this.office.figure("rules_office"))).isEqualTo(rules + 1);
		assertThat(value(this.office.figure("news_awards"))).isEqualTo(news + 1);
	}

	@Test
	void articlesAndHelpAreShownAsFloors() {
		StringBuilder table = new StringBuilder("publishedOn,title,medium,level,own\n");
		for (int i = 0; i < 1214; i++) {
			table.append("2019-0%d-1%d,稿件%d,某某网,PROVINCE,false\n".formatted(1 + i % 9, i % 10, i));
		}
		this.office.csv("media-articles", table.toString());
		JsonNode articles = this.office.read("/figures?term=15&asOf=2022-12-31&key=media_articles")
			.path("figures")
			.path(0);
		assertThat(articles.path("display").asString()).isEqualTo("1200余");
		assertThat(this.office.read("/figures?term=15&asOf=2022-12-31&key=assist_province")
			.path("figures")
			.path(0)
			.path("floor")
			.asBoolean()).isTrue();
	}

}
