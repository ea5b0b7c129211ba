package renda.legislation.filingreport;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Purpose;
import renda.legislation.filing.FilingCalls;
import renda.legislation.filing.FilingCalls.Case;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.filing.FilingCalls.OFFICE;
import static renda.legislation.filing.FilingCalls.maker;

@ServiceTest
class AnnualReportApiTest {

	private static final String PATH = "/api/v1/legislation/filing-reports";

	@Autowired
	private WebTestClient client;

	@Test
	void fil21AndFil28ItIsHeardEveryYearPublishedAndToldUpward() {
		FilingCalls calls = new FilingCalls(this.client);
		int year = MeetingFixtures.today().getYear() - 1;
		assertThat(calls.post(PATH, Map.of("year", year + 2), OFFICE).status()).isEqualTo(400);
		assertThat(calls.post(PATH, Map.of("year", year), maker("water")).status()).isEqualTo(403);
		JsonNode opened = calls.post(PATH, Map.of("year", year), OFFICE).ok(201);
		assertThat(opened.path("deadlines").valueStream().map((clock) -> clock.path("rule").asString()))
			.containsExactly("FIL-21");
		assertThat(calls.post(PATH, Map.of("year", year), OFFICE).status()).isEqualTo(409);
		Case one = new Case(calls, PATH + "/" + opened.path("id").asString(), opened.path("code").asString());
		String report = calls.file("report.txt", OFFICE);
		assertThat(one.status("submit", Map.of("title", "报告", "report", UUID.randomUUID()), OFFICE)).isEqualTo(400);
		assertThat(one.status("submit", Map.of("title", "报告"), OFFICE)).isEqualTo(400);
		assertThat(one.status("hear", Map.of("meeting", UUID.randomUUID()), OFFICE)).as("no such meeting")
			.isEqualTo(400);
		one.step("submit", Map.of("title", "备案审查工作情况的报告", "report", report), OFFICE);
		assertThat(one.seen("").has("submission")).as("not public yet").isFalse();
		assertThat(one.seen(MeetingFixtures.member(2)).path("submission").path("report").asString()).isEqualTo(report);
		assertThat(calls.get("/api/v1/legislation/desk", MeetingFixtures.OFFICE).words()).contains(one.code);
		Running meeting = MeetingFixtures.open(this.client, 63,
				List.of(MeetingFixtures.item(AnnualReport.KIND, UUID.fromString(one.id()), Purpose.HEAR_REPORT)));
		one.step("hear", Map.of("meeting", meeting.id(), "opinions", "加强对乡镇文件的审查"), MeetingFixtures.OFFICE);
		assertThat(one.seen("").path("hearing").path("meetingName").asString()).isNotEmpty();
		assertThat(calls.get(one.path, "").words()).doesNotContain("加强对乡镇文件的审查");
		assertThat(calls.get(PATH, "").ok(200).path("items").path(0).path("year").asInt()).as("the next year's is due")
			.isEqualTo(year + 1);
		one.step("publish", Map.of("where", "常委会公报"), OFFICE);
		assertThat(calls.get(one.path, "").words()).contains("加强对乡镇文件的审查");
		assertThat(one.status("report-upward", Map.of("to", "省人大常委会"), OFFICE)).isEqualTo(400);
		JsonNode told = one.step("report-upward", Map.of("to", "省人大常委会", "words", "已听取审议"), OFFICE);
		assertThat(told.path("state").asString()).isEqualTo("CLOSED");
		assertThat(told.path("upward").path("to").asString()).isEqualTo("省人大常委会");
		JsonNode seen = one.seen(Tokens.of(Role.RESIDENT).value());
		assertThat(calls.get(seen.path("numbers").asString(), "").ok(200).path("year").asInt()).isEqualTo(year);
		assertThat(calls.get(seen.path("catalogue").asString(), "").status()).isEqualTo(200);
		assertThat(calls.get(PATH + "?state=CLOSED&year=" + year, "").items("code")).containsExactly(one.code);
		assertThat(calls.get(PATH + "?state=DUE&year=" + year, "").items("code")).isEmpty();
		assertThat(calls.get(one.path + "/timeline", "").words()).contains("hear", "publish");
	}

	@Test
	void fil21AndFil28PastReportsAreImportedWithTheirStepsAndWhatCameLateIsMarked() {
		FilingCalls calls = new FilingCalls(this.client);
		String rows = """
				code,year,openedOn,title,submittedOn,heardOn,meeting,opinions,publishedOn,publishedIn,toldOn,toldTo
				BSBG-2021-0001,2020,2021-01-04,2020年报告,2021-04-01,2021-04-28,第二十五次会议,同意,2021-05-06,公报,2021-05-20,省人大常委会
				BSBG-2022-0001,2021,2022-01-04,2021年报告,2022-12-20,2023-01-10,第三十次会议,,2023-01-20,公报,2023-03-30,省人大常委会
				BSBG-2023-0001,2022,2023-01-04,2022年报告,2023-04-01,2023-04-28,第一次会议,,,,,
				BSBG-2024-0001,2023,2024-01-04,,,,,,,,,
				BSBG-2025-0009,2023,2024-01-04,,,,,,,,,
				BSBG-2019-0001,2018,2019-01-04,,,2019-04-28,第三次会议,,,,,
				BSBG-2018-0001,2017,2018-01-04,2017年报告,2018-04-01,2018-04-28,,,,,,
				""";
		JsonNode job = calls.load("filing-reports", rows, OFFICE);
		assertThat(List.of(job.path("created").asInt(), job.path("failed").asInt())).as(job.toString())
			.isEqualTo(List.of(4, 3));
		assertThat(job.path("errors").findValuesAsString("column")).as(job.toString()).contains("year", "meeting");
		JsonNode again = calls.load("filing-reports", rows, OFFICE);
		assertThat(List.of(again.path("created").asInt(), again.path("unchanged").asInt())).isEqualTo(List.of(0, 4));
		JsonNode whole = past(calls, 2020);
		assertThat(whole.path("state").asString()).isEqualTo("CLOSED");
		assertThat(whole.path("hearing").path("meetingName").asString()).isEqualTo("第二十五次会议");
		assertThat(whole.path("submission").has("report")).as("its file is not here").isFalse();
		assertThat(calls.get(PATH + "/" + whole.path("id").asString() + "/timeline", OFFICE)
			.ok(200)
			.valueStream()
			.map((step) -> step.path("step").asString()))
			.containsExactly("open", "submit", "hear", "publish", "report-upward");
		JsonNode late = calls.get(PATH + "/" + past(calls, 2021).path("id").asString() + "/timeline", OFFICE).ok(200);
		assertThat(late.valueStream()
			.filter((step) -> !step.path("late").isEmpty())
			.map((step) -> step.path("step").asString())).as("heard in the next year, told after thirty days")
			.containsExactly("hear", "report-upward");
		JsonNode heard = past(calls, 2022);
		assertThat(heard.path("state").asString()).isEqualTo("HEARD");
		assertThat(heard.path("deadlines").valueStream().map((clock) -> clock.path("rule").asString()))
			.as("the level above waits")
			.contains("FIL-28");
		assertThat(calls.load("filing-reports", rows, maker("water")).path("status").asInt()).isEqualTo(403);
	}

	private static JsonNode past(FilingCalls calls, int year) {
		String id = calls.get(PATH + "?year=" + year, "").ok(200).path("items").path(0).path("id").asString();
		return calls.get(PATH + "/" + id, OFFICE).ok(200);
	}

	@Test
	void mtg09AMeetingThatIsOnlyToldOfIsNoneInARequest() {
		FilingCalls calls = new FilingCalls(this.client);
		JsonNode opened = calls.post(PATH, Map.of("year", 2010), OFFICE).ok(201);
		Case one = new Case(calls, PATH + "/" + opened.path("id").asString(), opened.path("code").asString());
		one.step("submit", Map.of("title", "报告", "report", calls.file("report.txt", OFFICE)), OFFICE);
		assertThat(one.status("hear", Map.of("before", "第一次会议"), OFFICE)).isEqualTo(400);
		Running meeting = MeetingFixtures.open(this.client, 64, List.of());
		assertThat(one.status("hear", Map.of("meeting", meeting.id(), "before", "第一次会议"), MeetingFixtures.OFFICE))
			.isEqualTo(422);
	}

}
