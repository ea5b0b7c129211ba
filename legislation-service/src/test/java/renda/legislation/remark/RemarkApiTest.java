package renda.legislation.remark;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.item;
import static renda.legislation.meeting.MeetingFixtures.member;

@ServiceTest
class RemarkApiTest {

	private static final String PATH = "/api/v1/legislation/remarks";

	private static final String FINANCE = Tokens.of(Role.ORGAN).organ("finance").value();

	private static final String ROADS = Tokens.of(Role.ORGAN).organ("roads").value();

	@Autowired
	private WebTestClient client;

	@Test
	void mtg29AMemberRaisesSomethingImportantTheOfficeHandsItOnAndTheOrganReports() {
		Calls calls = new Calls(this.client);
		Running ahead = MeetingFixtures.checkedIn(this.client, Body.STANDING_COMMITTEE, 21,
				List.of(item("听取报告", Purpose.HEAR_REPORT)));
		calls.post(PATH, Map.of("meeting", ahead.id(), "text", "会前"), member(6))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-29");
		Running meeting = MeetingFixtures.open(this.client, 22, List.of(item("听取财政报告", Purpose.HEAR_REPORT)));
		Map<String, Object> said = Map.of("meeting", meeting.id(), "item", meeting.items().getFirst(), "text",
				"建议加快农村公路建设");
		calls.post(PATH, said, Tokens.of(Role.MEMBER).subject("stranger").value()).expectStatus().isForbidden();
		calls.post(PATH, said, OFFICE).expectStatus().isForbidden();
		calls.post(PATH, said, FINANCE).expectStatus().isForbidden();
		calls.post(PATH, Map.of("meeting", UUID.randomUUID(), "text", "无此会"), member(6)).expectStatus().isNotFound();
		calls.post(PATH, Map.of("meeting", meeting.id(), "item", UUID.randomUUID(), "text", "无此项"), member(6))
			.expectStatus()
			.isBadRequest();
		calls.post(PATH, Map.of("meeting", meeting.id(), "member", UUID.randomUUID(), "text", "无此人"), OFFICE)
			.expectStatus()
			.isBadRequest();
		Calls.Opened remark = calls.opened(PATH, said, member(6));
		Calls.Opened recorded = calls.opened(PATH,
				Map.of("meeting", meeting.id(), "member", meeting.roll().get(2), "text", "会风建议"), OFFICE);
		recorded.attempt("drop", Map.of("reason", "不是本人"), member(6)).expectStatus().isForbidden();
		recorded.step("drop", Map.of("reason", "一般意见，收入审议意见"), OFFICE);
		assertThat(calls.status(remark.path(), "")).as("not before it is answered").isEqualTo(404);
		assertThat(calls.status(remark.path(), FINANCE)).isEqualTo(404);
		assertThat(calls.codes(PATH + "?meeting=" + meeting.id(), member(2))).containsExactlyInAnyOrder(remark.code(),
				recorded.code());
		remark.attempt("forward", Map.of("organ", "finance"), member(6)).expectStatus().isForbidden();
		remark.attempt("answer", Map.of("text", "尚未交办"), OFFICE).expectStatus().isEqualTo(409);
		remark.attempt("forward", Map.of("organ", " "), OFFICE).expectStatus().isBadRequest();
		remark.attempt("forward", Map.of("organ", "finance"), OFFICE, 9).expectStatus().isEqualTo(412);
		remark.step("forward", Map.of("organ", "finance"), OFFICE);
		JsonNode clock = remark.seen(FINANCE).path("deadlines").path(0);
		assertThat(clock.path("rule").asString()).isEqualTo("MTG-29");
		assertThat(clock.path("holder").asString()).isEqualTo("organ:finance");
		assertThat(calls.status(remark.path(), ROADS)).isEqualTo(404);
		assertThat(calls.get("/api/v1/legislation/deadlines?rule=MTG-29&kind=remark", FINANCE).toString())
			.contains(remark.code());
		remark.step("answer", Map.of("text", "已列入明年预算"), FINANCE);
		JsonNode seen = remark.seen("");
		assertThat(seen.path("answer").path("text").asString()).isEqualTo("已列入明年预算");
		assertThat(seen.toString()).doesNotContain("member-6");
		assertThat(calls.codes(PATH + "?q=农村公路&organ=finance&state=ANSWERED", "")).containsExactly(remark.code());
		assertThat(calls.codes(PATH + "?year=2019", OFFICE)).isEmpty();
		assertThat(calls.codes(PATH, "")).doesNotContain(recorded.code());
		assertThat(calls.get(remark.path() + "/timeline", "").toString()).doesNotContain("\"by\"");
	}

}
