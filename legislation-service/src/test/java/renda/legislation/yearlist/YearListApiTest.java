package renda.legislation.yearlist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.filing.FilingCalls;
import renda.legislation.filing.FilingCalls.Case;
import renda.legislation.meeting.MeetingFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.filing.FilingCalls.OFFICE;
import static renda.legislation.filing.FilingCalls.maker;

@ServiceTest
class YearListApiTest {

	private static final String LISTS = "/api/v1/legislation/filing-year-lists";

	private static final String MAKERS = "/api/v1/legislation/filing-makers";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	private FilingCalls calls;

	private final LocalDate today = MeetingFixtures.today();

	@BeforeEach
	void begins() {
		this.calls = new FilingCalls(this.client);
	}

	/**
	 * {@code roll-alpha} files since 2024, {@code roll-beta} did in 2024 alone,
	 * {@code roll-gamma} does since this year.
	 */
	private void roll() {
		JsonNode job = this.calls.load("filing-makers", """
				code,name,family,since,until,sample
				roll-alpha,甲局,DEPARTMENT,2024-01-01,,true
				roll-beta,乙镇人民政府,TOWN,2024-03-01,2025-01-01,true
				roll-gamma,丙区人大常委会,COUNTY_COMMITTEE,%d-02-01,,true
				roll-delta,丁,COURT,2024-01-01,2023-01-01,true
				""".formatted(this.today.getYear()), OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(1);
	}

	@Test
	void fil19AndFil20AMakerOnTheRollThatSentNoListIsMissingOverdueAndExplained() {
		roll();
		String of2024 = LISTS + "/makers?year=2024";
		assertThat(this.calls.get(of2024, OFFICE).items("maker")).containsSubsequence("roll-alpha", "roll-beta")
			.doesNotContain("roll-gamma");
		JsonNode alpha = this.calls.get(of2024 + "&maker=roll-alpha", OFFICE).ok(200).path("items").path(0);
		assertThat(alpha.path("status").asString()).isEqualTo("OVERDUE");
		assertThat(alpha.path("dueOn").asString()).isEqualTo("2025-03-31");
		assertThat(alpha.path("rule").asString()).isEqualTo("FIL-20");
		assertThat(alpha.path("citation").asString()).contains("第六十三条");
		assertThat(alpha.path("explained").toString()).contains("2025-03-31", "第六十二条", "通知限期报送", "予以通报");
		assertThat(alpha.has("list")).isFalse();
		assertThat(this.calls.get(LISTS + "/makers?year=2025", OFFICE).items("maker")).contains("roll-alpha")
			.doesNotContain("roll-beta");
		JsonNode gamma = this.calls.get(LISTS + "/makers?maker=roll-gamma&year=" + this.today.getYear(), OFFICE)
			.ok(200)
			.path("items")
			.path(0);
		assertThat(gamma.path("status").asString()).as("its time is not over").isEqualTo("DUE");
		assertThat(gamma.path("rule").asString()).isEqualTo("FIL-19");
		Map<String, Object> list = new LinkedHashMap<>(
				Map.of("maker", "roll-beta", "makerName", "乙镇人民政府", "year", 2024, "entries", List.of()));
		list.put("late", "遗漏");
		this.calls.post(LISTS, list, OFFICE).ok(201);
		assertThat(this.calls.get(of2024 + "&status=LATE&family=TOWN", OFFICE).items("maker")).contains("roll-beta");
		assertThat(this.calls.get(of2024 + "&status=OVERDUE", OFFICE).items("maker")).contains("roll-alpha")
			.doesNotContain("roll-beta");
		assertThat(this.calls.get(of2024, maker("roll-beta")).items("maker")).as("an organ sees itself")
			.containsExactly("roll-beta");
		assertThat(this.calls.get(of2024 + "&status=SOON", OFFICE).status()).isEqualTo(400);
		assertThat(this.calls.get(LISTS + "/makers?year=1", OFFICE).status()).isEqualTo(400);
		assertThat(this.calls.get(of2024, "").status()).isEqualTo(401);
		assertThat(this.calls.get(of2024, Tokens.of(Role.RESIDENT).value()).status()).isEqualTo(403);
	}

	@Test
	void fil20AnOverdueListIsOrderedByADayAndThenTheMakerIsCriticised() {
		roll();
		Map<String, Object> notice = new LinkedHashMap<>(
				Map.of("maker", "roll-alpha", "year", 2025, "by", this.today.plusDays(10).toString(), "words", "限期报送"));
		Map<String, Object> criticism = Map.of("maker", "roll-alpha", "year", 2025, "decision", "主任会议决定", "words",
				"通报");
		assertThat(this.calls.post(LISTS + "/notices", notice, maker("roll-alpha")).status()).isEqualTo(403);
		assertThat(this.calls.post(LISTS + "/criticisms", criticism, OFFICE).ok(422).path("rule").asString())
			.as("first comes a notice")
			.isEqualTo("FIL-20");
		assertThat(this.calls.post(LISTS + "/notices", with(notice, "by", this.today.toString()), OFFICE)
			.ok(422)
			.path("rule")
			.asString()).isEqualTo("FIL-20");
		assertThat(this.calls
			.post(LISTS + "/notices", with(with(notice, "maker", "roll-gamma"), "year", this.today.getYear()), OFFICE)
			.ok(422)
			.path("facts")
			.path("status")
			.asString()).as("its time is not over").isEqualTo("DUE");
		assertThat(this.calls.post(LISTS + "/notices", with(notice, "maker", "roll-nobody"), OFFICE).status())
			.isEqualTo(400);
		JsonNode noticed = this.calls.post(LISTS + "/notices", notice, OFFICE).ok(200);
		assertThat(noticed.path("noticeUntil").asString()).isEqualTo(this.today.plusDays(10).toString());
		assertThat(noticed.path("explained").toString()).contains("已通知");
		assertThat(this.calls.post(LISTS + "/notices", notice, OFFICE).status()).isEqualTo(409);
		assertThat(this.calls.post(LISTS + "/criticisms", criticism, OFFICE).ok(422).path("rule").asString())
			.as("its day has not passed")
			.isEqualTo("FIL-20");
		this.database.sql("""
				UPDATE filing_list_notice SET noticed_on = noticed_on - 30, notice_until = notice_until - 30
				WHERE maker = 'roll-alpha'""").fetch().rowsUpdated().block();
		JsonNode criticised = this.calls.post(LISTS + "/criticisms", criticism, Tokens.of(Role.COUNCIL).value())
			.ok(200);
		assertThat(criticised.path("criticisedOn").asString()).isEqualTo(this.today.toString());
		assertThat(this.calls.post(LISTS + "/criticisms", criticism, OFFICE).status()).isEqualTo(409);
		assertThat(this.calls.get(LISTS + "/makers?year=2025", maker("roll-alpha")).words()).contains("criticisedOn");
	}

	@Test
	void fil19AndFil20WhatAMakerOwesIsOnItsDeskUntilItIsHandedIn() {
		this.calls.load("filing-makers", """
				code,name,family,since,until,sample
				desk-owes,戊局,DEPARTMENT,2025-01-01,,true
				desk-other,己局,DEPARTMENT,2025-01-01,,true
				""", OFFICE);
		String token = maker("desk-owes");
		String path = LISTS + "/notices/desk-owes/2025";
		JsonNode overdue = owed(token);
		assertThat(overdue.path("state").asString()).isEqualTo("OVERDUE");
		assertThat(overdue.path("overdue").asBoolean()).isTrue();
		assertThat(overdue.path("steps").path(0).path("name").asString()).isEqualTo("submit");
		assertThat(this.calls.get(overdue.path("href").asString(), token).items("maker")).containsExactly("desk-owes");
		assertThat(this.calls.get(path, token).status()).as("no notice yet").isEqualTo(404);
		String by = this.today.plusDays(10).toString();
		this.calls
			.post(LISTS + "/notices", Map.of("maker", "desk-owes", "year", 2025, "by", by, "words", "请限期报送"), OFFICE)
			.ok(200);
		JsonNode noticed = owed(token);
		assertThat(noticed.path("state").asString()).isEqualTo("NOTICED");
		assertThat(noticed.path("dueOn").asString()).isEqualTo(by);
		assertThat(noticed.path("overdue").asBoolean()).isFalse();
		assertThat(noticed.path("href").asString()).isEqualTo(path);
		assertThat(this.calls.get(path, token).ok(200).path("words").asString()).isEqualTo("请限期报送");
		assertThat(this.calls.get(path, maker("desk-other")).status()).as("its notice is no one else's").isEqualTo(404);
		JsonNode due = this.calls.get("/api/v1/legislation/desk", token).ok(200).path("due").path(0);
		assertThat(due.path("rule").asString()).isEqualTo("FIL-20");
		assertThat(due.path("citation").asString()).contains("第六十三条");
		this.database.sql("""
				UPDATE filing_list_notice SET noticed_on = noticed_on - 30, notice_until = notice_until - 30
				WHERE maker = 'desk-owes'""").fetch().rowsUpdated().block();
		this.calls
			.post(LISTS + "/criticisms",
					Map.of("maker", "desk-owes", "year", 2025, "decision", "主任会议决定", "words", "予以通报"), OFFICE)
			.ok(200);
		assertThat(owed(token).path("state").asString()).isEqualTo("CRITICISED");
		assertThat(owed(token).path("overdue").asBoolean()).isTrue();
		JsonNode told = this.calls.get(path, token).ok(200);
		assertThat(told.path("decision").asString()).isEqualTo("主任会议决定");
		assertThat(told.path("criticism").asString()).isEqualTo("予以通报");
		assertThat(owed(maker("desk-other")).path("state").asString()).as("another owes its own").isEqualTo("OVERDUE");
		assertThat(this.calls.get("/api/v1/legislation/desk", OFFICE).words()).doesNotContain("desk-owes");
		this.calls.post(LISTS, Map.of("makerName", "戊局", "year", 2025, "entries", List.of(), "late", "遗漏"), token)
			.ok(201);
		assertThat(this.calls.get("/api/v1/legislation/desk", token).words()).doesNotContain("desk-owes/2025");
	}

	private JsonNode owed(String token) {
		return this.calls.get("/api/v1/legislation/desk", token)
			.ok(200)
			.path("waiting")
			.valueStream()
			.filter((one) -> one.path("kind").asString().equals("filing-year-list")
					&& one.path("code").asString().endsWith("/2025"))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(body);
		changed.put(name, value);
		return changed;
	}

	@Test
	void theShareOfWhatIsFiledCountsEachListThatIsMissing() {
		roll();
		Map<String, Long> due = due("2025-12-31");
		assertThat(due).containsEntry("roll-alpha", 1L).doesNotContainKey("roll-gamma");
		assertThat(due("2025-03-31")).as("on its last day nothing is missing yet").doesNotContainKey("roll-alpha");
		JsonNode report = this.calls.get("/api/v1/legislation/filing-report?year=2024", "").ok(200);
		int missing = this.calls.get(LISTS + "/makers?year=2024&status=OVERDUE&limit=200", OFFICE)
			.items("maker")
			.size();
		assertThat(report.path("listsMissing").asInt()).isEqualTo(missing).isPositive();
	}

	private Map<String, Long> due(String day) {
		JsonNode figure = this.calls.get("/api/v1/legislation/figures?key=filing_rate&term=16&by=maker&asOf=" + day, "")
			.ok(200);
		Map<String, Long> due = new LinkedHashMap<>();
		figure.findValue("counts")
			.forEach((count) -> due.put(count.path("group").asString(), count.path("of").asLong()));
		return due;
	}

	@Test
	void theRollIsKeptByTheFilingOfficeAndReadByEveryone() {
		Map<String, Object> line = new LinkedHashMap<>(
				Map.of("code", "roll-omega", "name", "某院", "family", "COURT", "since", "2026-01-01"));
		assertThat(this.calls.post(MAKERS, line, maker("roll-omega")).status()).isEqualTo(403);
		JsonNode entered = this.calls.post(MAKERS, line, OFFICE).ok(201);
		assertThat(this.calls.post(MAKERS, line, OFFICE).status()).isEqualTo(409);
		String path = MAKERS + "/" + entered.path("id").asString();
		assertThat(this.calls.get(path, "").ok(200).path("name").asString()).isEqualTo("某院");
		assertThat(this.calls.get(MAKERS + "?activeOn=2025-12-31&family=COURT", "").items("code"))
			.doesNotContain("roll-omega");
		assertThat(this.calls.get(MAKERS + "?activeOn=2026-06-30&family=COURT", "").items("code"))
			.contains("roll-omega");
		line.put("until", "2026-04-01");
		Map<String, Object> ended = Map.of("line", line, "reason", "机构合并");
		assertThat(this.calls.post(path + "/corrections", ended, OFFICE).status()).isEqualTo(428);
		this.calls.post(path + "/corrections", ended, OFFICE, 1).ok(200);
		assertThat(this.calls.get(MAKERS + "?activeOn=2026-06-30&family=COURT", "").items("code"))
			.doesNotContain("roll-omega");
		line.put("until", "2025-01-01");
		assertThat(this.calls.post(path + "/corrections", Map.of("line", line, "reason", "x"), OFFICE, 2).status())
			.isEqualTo(400);
		assertThat(this.calls.get(path + "/versions", OFFICE).words()).contains("机构合并");
		line.put("family", "CLUB");
		assertThat(this.calls.post(MAKERS, line, OFFICE).status()).isEqualTo(400);
	}

	@Test
	void listsThatAreImportedGrowAndAYearWithoutDocumentsIsAListToo() {
		String head = "maker,makerName,year,submittedOn,act,title,number,issuedOn,sample\n";
		String first = head + "import-a,甲,2023,2024-03-20,MADE,一号办法,甲〔2023〕1号,2023-05-04,true\n"
				+ "import-a,甲,2023,2024-03-20,MADE,一号办法,甲〔2023〕1号,2023-05-04,true\n"
				+ "import-b,乙,2023,2024-04-20,,,,,true\n" + "import-b,乙,2023,2024-04-20,MADE,没有日期,,,true\n";
		JsonNode job = this.calls.load("filing-year-lists", first, OFFICE);
		assertThat(List.of(job.path("created").asInt(), job.path("unchanged").asInt(), job.path("failed").asInt()))
			.as(job.toString())
			.isEqualTo(List.of(2, 1, 1));
		JsonNode bare = this.calls.get(LISTS + "?maker=import-b", OFFICE).ok(200).path("items").path(0);
		assertThat(bare.path("late").asBoolean()).isTrue();
		JsonNode more = this.calls.load("filing-year-lists",
				head + "import-a,甲,2023,2024-03-20,AMENDED,二号办法,,2023-06-01,true\n"
						+ "import-b,乙,2023,2024-04-20,,,,,true\n",
				OFFICE);
		assertThat(List.of(more.path("created").asInt(), more.path("unchanged").asInt())).isEqualTo(List.of(1, 1));
		JsonNode grown = this.calls.get(LISTS + "?maker=import-a", OFFICE).ok(200).path("items").path(0);
		assertThat(grown.path("version").asInt()).as("mirrors see that it has grown").isEqualTo(2);
		JsonNode checked = this.calls.get(LISTS + "/" + grown.path("id").asString(), OFFICE).ok(200);
		assertThat(checked.path("entries").findValuesAsString("title")).containsExactly("一号办法", "二号办法");
	}

	@Test
	void theYearlyListShowsWhatWasNotFiled() {
		String token = maker("museum");
		Map<String, Object> document = this.calls.document("馆〔2026〕1号", token);
		Case one = this.calls.filed(document, token);
		String lists = LISTS;
		int year = LocalDate.parse(String.valueOf(document.get("issuedOn"))).getYear();
		Map<String, Object> list = new LinkedHashMap<>(Map.of("makerName", "博物馆", "year", year, "entries",
				List.of(Map.of("act", "MADE", "title", "改了名的办法", "number", "馆[2026]1号", "issuedOn",
						document.get("issuedOn")),
						Map.of("act", "AMENDED", "title", "没报的规定", "issuedOn", LocalDate.of(year, 1, 5)))));
		JsonNode checked = this.calls.post(lists, list, token).ok(201);
		assertThat(List.of(checked.path("listed").asInt(), checked.path("filed").asInt())).isEqualTo(List.of(2, 1));
		assertThat(checked.path("entries").path(0).path("code").asString()).isEqualTo(one.code);
		assertThat(this.calls.post(lists, list, token).status()).isEqualTo(409);
		String path = lists + "/" + checked.path("list").path("id").asString();
		assertThat(this.calls.get(path, maker("water")).status()).isEqualTo(404);
		assertThat(this.calls.get(path, OFFICE).ok(200).path("list").path("late").asBoolean()).isFalse();
		Map<String, Object> more = Map.of("reason", "遗漏", "entries",
				List.of(Map.of("act", "REPEALED", "title", "废止的规定", "issuedOn", LocalDate.of(year, 1, 6))));
		assertThat(this.calls.post(path + "/additions", more, token).status()).isEqualTo(428);
		assertThat(this.calls.post(path + "/additions", more, token, 1).ok(200).path("listed").asInt()).isEqualTo(3);
		assertThat(this.calls.post(path + "/additions", more, token, 1).status()).isEqualTo(412);
		assertThat(this.calls.get(lists + "?year=" + year, token).items("makerName")).containsExactly("博物馆");
		assertThat(this.calls.get(lists + "/missing", token).items("title")).containsExactlyInAnyOrder("没报的规定",
				"废止的规定");
		assertThat(this.calls.get(lists + "/missing?modifiedSince=2020-01-01T00:00:00Z", token).items("title"))
			.hasSize(2);
		Map<String, Object> old = new LinkedHashMap<>(Map.of("makerName", "博物馆", "year", 2023, "entries", List.of()));
		JsonNode late = this.calls.post(lists, old, token).ok(422);
		assertThat(late.path("rule").asString()).isEqualTo("FIL-19");
		assertThat(late.path("facts").path("dueOn").asString()).as("31 March 2024 is a Sunday").isEqualTo("2024-04-01");
		old.put("late", "遗漏");
		assertThat(this.calls.post(lists, old, token).ok(201).path("list").path("late").asBoolean()).isTrue();
		old.put("entries", List.of(Map.of("act", "MADE", "title", "x", "issuedOn", "2020-01-01")));
		old.put("year", 2022);
		assertThat(this.calls.post(lists, old, token).status()).isEqualTo(400);
	}

}
