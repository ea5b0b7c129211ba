package renda.legislation.matterreport;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import renda.legislation.Calls;
import renda.legislation.Calls.Opened;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.MeetingFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.today;

@ServiceTest
class MatterApiTest {

	private static final String ITEMS = "/api/v1/legislation/matters";

	private static final String LISTS = "/api/v1/legislation/matter-lists";

	private static final String REPORTS = "/api/v1/legislation/matter-reports";

	private static final String BUREAU = Tokens.of(Role.ORGAN).organ("finance-bureau").value();

	private static final String FINANCE = Tokens.of(Role.COMMITTEE).organ("finance-committee").value();

	private static final String HEAD = "list,decision,effectiveFrom,key,number,title,reporter,organ,basis,obligation,frequency,dueDays,dueOn,committee,sample\n";

	@Autowired
	private MatterOpening opening;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private WebTestClient client;

	private Calls calls;

	/**
	 * A version of 3 items until the end of 2019, and one of 42 since: 33 of the
	 * government, 3 of each other organ.
	 */
	@BeforeAll
	static void lists(@Autowired WebTestClient client) {
		MeetingFixtures.committee(client);
		Calls calls = new Calls(client);
		JsonNode job = calls.load("matters", csv(), OFFICE);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(45);
		JsonNode again = calls.load("matters", csv(), OFFICE);
		assertThat(again.path("unchanged").asInt()).as(again.toString()).isEqualTo(45);
	}

	private static String csv() {
		StringBuilder rows = new StringBuilder(HEAD);
		for (int i = 1; i <= 3; i++) {
			rows.append("旧清单,常委会决定,2018-11-01,OLD-%d,%d,旧事项%d,GOVERNMENT,,规定 第五条,REPORT,ON_EVENT,,,,true\n".formatted(i,
					i, i));
		}
		for (int i = 1; i <= 42; i++) {
			String reporter = (i <= 33) ? "GOVERNMENT"
					: (i <= 36) ? "SUPERVISORY_COMMISSION" : (i <= 39) ? "COURT" : "PROCURATORATE";
			String obligation = (i <= 11) ? "DECIDE" : (i <= 39) ? "REPORT" : "CONSULT_AND_FILE";
			String frequency = switch (i) {
				case 12, 13, 14 -> "YEARLY," + day(40 + i) + ",";
				case 15 -> "HALF_YEARLY," + day(20) + ";" + day(200) + ",";
				case 16 -> "ONCE,," + today().plusDays(10);
				case 17 -> "YEARLY," + day(300) + ",";
				default -> "ON_EVENT,,";
			};
			rows.append("重大事项清单,常委会决定,2020-01-01,M-%02d,%d,事项%d,%s,%s,规定 第五条,%s,%s,finance-committee,true\n"
				.formatted(i, i, i, reporter, (i == 12) ? "finance-bureau" : "", obligation, frequency));
		}
		return rows.toString();
	}

	/** A day of the year that comes in so many days. */
	private static String day(int days) {
		return today().plusDays(days).toString().substring(5);
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
	}

	@Test
	void theListInForceHas42Items() {
		JsonNode figure = this.calls.figure("major_matters", "term=15&asOf=2022-12-31");
		assertThat(figure.path("value").asInt()).isEqualTo(42);
		assertThat(this.calls.listed(figure.path("items").asString(), "")).hasSize(42)
			.noneMatch((row) -> row.path("key").asString().startsWith("OLD"));
		JsonNode earlier = this.calls.figure("major_matters", "term=15&asOf=2019-12-31");
		assertThat(earlier.path("value").asInt()).isEqualTo(3);
		assertThat(this.calls.listed(earlier.path("items").asString(), "")).hasSize(3);
		assertThat(this.calls.figure("major_matters", "term=15&asOf=2018-10-31").path("value").asInt()).isZero();
		assertThat(this.calls.listed(LISTS, "")).extracting((list) -> list.path("items").asInt())
			.containsSubsequence(42, 3);
	}

	@Test
	void aVersionIsImportedWholeAndTheRowThatIsWrongNamesItsColumn() {
		JsonNode job = this.calls.load("matters", HEAD + """
				新清单,决定,2031-01-01,N-1,1,事项一,COURT,,规定,REPORT,YEARLY,08-31,,,true
				新清单,决定,2031-01-01,N-2,2,事项二,COURT,,规定,REPORT,YEARLY,,,,true
				旧日期,决定,2019-06-01,N-3,1,事项三,COURT,,规定,REPORT,ON_EVENT,,,,true
				""", OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(3);
		assertThat(job.path("errors").findValuesAsString("place")).containsExactly("1", "2", "3");
		assertThat(job.path("errors").findValuesAsString("column")).containsExactly("list", "dueDays", "effectiveFrom");
		assertThat(job.path("errors").path(1).toString()).contains("08-31");
	}

	@ParameterizedTest
	@CsvSource({ "reporter, 'COURT=3, GOVERNMENT=33, PROCURATORATE=3, SUPERVISORY_COMMISSION=3'",
			"class, 'CONSULT_AND_FILE=3, DECIDE=11, REPORT=28'",
			"frequency, 'HALF_YEARLY=1, ONCE=1, ON_EVENT=36, YEARLY=4'" })
	void breaksDownByReporterClassAndFrequency(String by, String expected) {
		assertThat(this.calls.counts("major_matters", "term=15&asOf=2022-12-31&by=" + by)).isEqualTo(expected);
	}

	@Test
	void everyComingPeriodIsOpenedOnceByHoweverManyCopies() {
		assertThat(Flux.range(0, 8).flatMap((copy) -> this.opening.round(), 8).collectList().block()).hasSize(8);
		opened();
		List<JsonNode> opened = this.calls.listed(REPORTS + "?submitted=false&dueFrom=" + today(), "");
		assertThat(opened.stream().map((row) -> row.path("key").asString()).filter((key) -> !key.equals("M-18")))
			.contains("M-13", "M-15", "M-16")
			.doesNotContain("M-17", "M-01", "OLD-1")
			.doesNotHaveDuplicates();
		JsonNode yearly = opened.stream().filter((row) -> row.path("key").asString().equals("M-13")).findFirst().get();
		assertThat(yearly.path("dueOn").asString()).isEqualTo(today().plusDays(53).toString());
		assertThat(yearly.path("organ").asString()).isEqualTo("city-government");
		assertThat(this.calls.get(REPORTS + "/" + yearly.path("id").asString(), "")
			.path("deadlines")
			.path(0)
			.path("holder")
			.asString()).isEqualTo("organ:city-government");
		assertThat(item("M-13").path("nextDueOn").asString()).isEqualTo(today().plusDays(53).toString());
		assertThat(item("M-17").path("nextDueOn").asString()).isEqualTo(today().plusDays(300).toString());
		long before = this.calls.listed(REPORTS, "").size();
		this.opening.round().block();
		assertThat(this.calls.listed(REPORTS, "")).hasSize((int) before);
	}

	@Test
	void whatIsNotSubmittedByItsDayStandsOnTheOverdueList() {
		opened();
		JsonNode due = this.calls.listed(REPORTS + "?key=M-14", "").getFirst();
		String id = due.path("id").asString();
		this.database.sql("UPDATE deadline SET due_on = due_on - 100 WHERE case_id = $1::uuid")
			.bind(0, id)
			.fetch()
			.rowsUpdated()
			.block();
		this.database.sql(
				"UPDATE matter_report SET due_on = due_on - 100, content = jsonb_set(content, '{dueOn}', to_jsonb((due_on - 100)::text)) WHERE id = $1::uuid")
			.bind(0, id)
			.fetch()
			.rowsUpdated()
			.block();
		assertThat(this.calls.codes(REPORTS + "?overdue=true", "")).containsExactly(due.path("code").asString());
		assertThat(item("M-14").path("overdue").asBoolean()).isTrue();
		assertThat(this.calls.listed(ITEMS + "?overdue=true", "")).hasSize(1);
		assertThat(this.calls
			.get("/api/v1/legislation/deadlines?status=OVERDUE&kind=matter-report&holder=organ:city-government", OFFICE)
			.toString()).contains(due.path("code").asString());
	}

	@Test
	void goesFromTheDayItIsDueThroughAMeetingToAResolution() {
		opened();
		JsonNode due = this.calls.listed(REPORTS + "?key=M-12", "").getFirst();
		Opened one = this.calls.known(REPORTS + "/" + due.path("id").asString());
		assertThat(this.calls.get("/api/v1/legislation/desk", BUREAU).toString()).contains(one.code());
		Map<String, Object> words = Map.of("title", "关于上半年预算执行情况的报告", "text", "收入完成预算的百分之五十二。");
		one.attempt("submit", words, Tokens.of(Role.ORGAN).organ("intermediate-court").value())
			.expectStatus()
			.isForbidden();
		one.step("submit", words, BUREAU);
		assertThat(one.seen("").toString()).contains("\"submittedOn\"").doesNotContain("百分之五十二");
		one.step("refer", Map.of("committee", "finance-committee"), COUNCIL);
		one.refused("table", Map.of(), COUNCIL, "MAJ-04");
		one.step("examine", Map.of("text", "总体良好"), FINANCE);
		one.step("table", Map.of(), COUNCIL);
		UUID meeting = MeetingFixtures
			.open(this.client, 40,
					List.of(MeetingFixtures.item("matter-report", UUID.fromString(one.id()), Purpose.HEAR_REPORT)))
			.id();
		one.attempt("hear", Map.of("meeting", UUID.randomUUID()), OFFICE).expectStatus().isBadRequest();
		one.refused("decide", Map.of("resolution", UUID.randomUUID()), OFFICE, "MAJ-05");
		one.step("hear", Map.of("meeting", meeting, "opinions", "加强重点支出"), OFFICE);
		assertThat(one.seen("").toString()).contains("百分之五十二").doesNotContain("加强重点支出");
		one.refused("decide", Map.of("resolution", UUID.randomUUID()), OFFICE, "MAJ-02");
		UUID resolution = resolution();
		one.attempt("decide",
				Map.of("resolution", UUID.randomUUID(), "adopted",
						Map.of("id", resolution, "code", "x", "title", "x", "on", today())),
				OFFICE)
			.expectStatus()
			.isEqualTo(422);
		JsonNode decided = one.step("decide", Map.of("resolution", resolution), OFFICE);
		assertThat(decided.path("decided").path("code").asString()).isEqualTo("JD-2022-0001");
		assertThat(this.calls.codes(REPORTS + "?resolution=" + resolution, "")).containsExactly(one.code());
		one.step("hand-over", Map.of("dueOn", today().plusDays(60)), OFFICE);
		one.step("report", Map.of("text", "已经落实"), BUREAU);
		one.step("return", Map.of("until", today().plusDays(10), "reason", "不完整"), OFFICE);
		one.step("report", Map.of("text", "补充"), BUREAU);
		one.step("close", Map.of(), OFFICE);
		assertThat(one.seen("").path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(item("M-12").path("lastReportOn").asString()).isEqualTo(today().toString());
	}

	/**
	 * A resolution adopted in the past.
	 */
	private UUID resolution() {
		String rows = "code,title,form,type,term,mover,submittedOn,votedOn,meeting,members,votesFor,against\n"
				+ "JD-2022-0001,关于批准预算调整的决议,RESOLUTION,FINANCE_APPROVAL,15,COUNCIL,2022-08-01,2022-08-26,第三十五次会议,55,40,0\n";
		JsonNode job = this.calls.load("resolutions", rows, OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
		return UUID.fromString(this.calls.listed("/api/v1/legislation/resolutions?code=JD-2022-0001", "")
			.getFirst()
			.path("id")
			.asString());
	}

	@Test
	void anEventIsBroughtByTheOrganOrRecordedByTheOffice() {
		String matter = item("M-18").path("id").asString();
		Opened flood = this.calls.opened(REPORTS,
				Map.of("matter", matter, "event", "特大暴雨", "dueOn", today().plusDays(20)),
				Tokens.of(Role.ORGAN).organ("city-government").value());
		assertThat(flood.seen("").path("event").asString()).isEqualTo("特大暴雨");
		this.calls.opened(REPORTS, Map.of("matter", matter, "event", "又一次"), OFFICE);
		this.calls
			.post(REPORTS, Map.of("matter", matter, "event", "地震"), Tokens.of(Role.ORGAN).organ("x-bureau").value())
			.expectStatus()
			.isForbidden();
		this.calls.post(REPORTS, Map.of("matter", UUID.randomUUID(), "event", "地震"), OFFICE)
			.expectStatus()
			.isBadRequest();
		this.calls.post(REPORTS, Map.of("matter", matter, "event", "地震", "dueOn", today().minusDays(1)), OFFICE)
			.expectStatus()
			.isBadRequest();
		flood.attempt("cancel", Map.of("text", "并入另一件"), OFFICE).expectStatus().isForbidden();
		flood.attempt("cancel", Map.of("text", "并入另一件"), COUNCIL, 7).expectStatus().isEqualTo(412);
		flood.refused("cancel", Map.of(), COUNCIL, "MAJ-03");
		flood.step("cancel", Map.of("text", "并入另一件"), COUNCIL);
	}

	@Test
	void aVersionEndsTheOneBeforeAndIsNeverChanged() {
		LocalDate from = today().plusYears(2);
		Map<String, Object> item = new LinkedHashMap<>(Map.of("key", "N-01", "number", 1, "title", "新事项", "reporter",
				"COURT", "basis", "规定", "obligation", "REPORT", "frequency", "YEARLY", "dueDays", List.of("10-31")));
		Map<String, Object> list = new LinkedHashMap<>(
				Map.of("title", "新清单", "decision", "决定", "effectiveFrom", from, "items", List.of(item)));
		this.calls.post(LISTS, list, Tokens.of(Role.ORGAN).organ("city-government").value())
			.expectStatus()
			.isForbidden();
		Map<String, Object> unfit = new LinkedHashMap<>(list);
		Map<String, Object> twice = new LinkedHashMap<>(item);
		unfit.put("items", List.of(item, twice));
		this.calls.post(LISTS, unfit, OFFICE).expectStatus().isBadRequest();
		twice.remove("dueDays");
		unfit.put("items", List.of(twice));
		this.calls.post(LISTS, unfit, OFFICE)
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/items/0/dueDays");
		unfit.put("items", List.of(item));
		unfit.put("effectiveFrom", "2019-06-01");
		this.calls.post(LISTS, unfit, OFFICE)
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.value(String.class, (type) -> assertThat(type).endsWith("list-exists"));
		JsonNode made = this.calls.posted(LISTS, list, OFFICE);
		assertThat(made.path("items").asInt()).isEqualTo(1);
		assertThat(this.calls.listed(ITEMS + "?on=" + from.minusDays(1), "")).hasSize(42);
		assertThat(this.calls.listed(ITEMS + "?on=" + from, "")).hasSize(1);
		assertThat(this.calls.listed(ITEMS + "?list=" + made.path("id").asString(), "")).hasSize(1);
		assertThat(this.calls.listed(ITEMS + "?q=新事项&on=" + from, "")).hasSize(1);
		assertThat(this.calls.listed(ITEMS, "")).hasSize(42);
	}

	private void opened() {
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.opening.round().block());
		}
	}

	private JsonNode item(String key) {
		return this.calls.listed(ITEMS + "?key=" + key, "").getFirst();
	}

}
