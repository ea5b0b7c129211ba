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

}
