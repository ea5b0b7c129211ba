package renda.legislation.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.legislation.Calls;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.legislation.sitting.Present;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.file.StoredFiles;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Tally;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.CHAIR;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.PATH;
import static renda.legislation.meeting.MeetingFixtures.item;
import static renda.legislation.meeting.MeetingFixtures.member;

@ServiceTest
class MeetingApiTest {

	private static final UUID CASE = new UUID(7, 1);

	@Autowired
	private WebTestClient client;

	@Autowired
	private Sittings sittings;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private StoredFiles files;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
	}

	@Test
	void aMeetingOfTheCommitteeFromItsPlanToWhatIsPublished() {
		MeetingFixtures.committee(this.client);
		Running meeting = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 3);
		String path = PATH + "/" + meeting.id();
		assertThat(this.calls.status(path, "")).as("before its notice nobody outside knows").isEqualTo(404);
		assertThat(this.calls.status(path, Tokens.of(Role.DEPUTY).value())).isEqualTo(404);
		assertThat(this.calls.status(path, member(5))).isEqualTo(200);
		assertThat(this.calls.codes(PATH + "?term=16&state=PLANNED", "")).isEmpty();
		assertThat(this.calls.codes(PATH + "?term=16&state=PLANNED", OFFICE)).contains("CWH-16-03");

		meeting.step("fix-date",
				Map.of("from", MeetingFixtures.today(), "to", MeetingFixtures.today(), "place", "第一会议厅"), COUNCIL);
		meeting.attempt("notify", Map.of(), OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-06");
		refused(meeting, item("unheard-of", CASE, Purpose.VOTE), 400, "/kind");
		refused(meeting, item("tried", UUID.randomUUID(), Purpose.VOTE), 400, "/subject");
		refused(meeting, Map.of("purpose", Purpose.HEAR_REPORT), 400, "/title");
		meeting.attempt("propose-item", item("tried", CASE, Purpose.ELECT), COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-09")
			.jsonPath("$.facts.purposes[0]")
			.isEqualTo("VOTE");
		meeting.attempt("propose-item", item("tried", CASE, Purpose.VOTE), OFFICE).expectStatus().isForbidden();
		meeting.step("propose-item", item("tried", CASE, Purpose.VOTE), COUNCIL);
		meeting.step("propose-item", item("听取关于某事的报告", Purpose.HEAR_REPORT), COUNCIL);
		meeting.step("propose-item", item("人事事项酝酿", Purpose.DELIBERATE), COUNCIL);
		List<UUID> items = meeting.items();
		meeting.step("withhold-item", Map.of("item", items.get(2), "reason", "主任会议决定"), COUNCIL);
		meeting.attempt("send-papers", Map.of("item", items.get(0), "files", List.of(UUID.randomUUID())), OFFICE)
			.expectStatus()
			.isBadRequest();
		String file = uploaded();
		List<String> three = List.of(file, uploaded(), uploaded());
		meeting.attempt("send-papers", Map.of("item", items.get(0), "files", List.of(file, UUID.randomUUID())), OFFICE)
			.expectStatus()
			.isBadRequest();
		meeting.step("send-papers", Map.of("item", items.get(0), "files", three), OFFICE);
		assertThat(this.files.of("meeting/" + meeting.id()).block()).extracting((one) -> one.id().toString())
			.containsExactlyElementsOf(three);
		meeting.step("invite", Map.of("attendants", List.of(Map.of("kind", "CITIZEN", "name", "赵市民"),
				Map.of("kind", "DEPUTY", "name", "钱代表", "deputy", new UUID(5, 1)))), OFFICE);
		meeting.step("notify", Map.of(), OFFICE);
		JsonNode seen = this.calls.get(path, "");
		assertThat(seen.path("name").asString()).isEqualTo("第十六届人大常委会第三次会议");
		assertThat(seen.path("agenda")).hasSize(2);
		assertThat(seen.path("agendaWithheld").asInt()).isEqualTo(1);
		assertThat(seen.path("agenda").path(0).path("code").asString()).isEqualTo("SY-1");
		assertThat(seen.path("agenda").path(0).has("papers")).as("files of papers are the members'").isFalse();
		assertThat(this.calls.get(path, member(5)).path("agenda").path(0).path("papers").toString()).contains(file);
		assertThat(seen.toString()).as("MTG-05 the four organs attend, MTG-37 citizens sit in the gallery")
			.doesNotContain("赵市民", "人事事项酝酿", "member-1")
			.contains("钱代表", "city-government", "intermediate-court");
		assertThat(this.calls.get(path, OFFICE).toString()).contains("赵市民", "人事事项酝酿");
		assertThat(this.calls.codes(PATH + "?q=酝酿", "")).isEmpty();
		assertThat(this.calls.codes(PATH + "?subject=" + CASE, "")).containsExactly("CWH-16-03");

		leave(meeting);
		signIn(meeting);
		atTheMeeting(meeting, items);
		published(meeting);
	}

	private String uploaded() {
		JsonNode file = this.client.post()
			.uri("/api/v1/legislation/files?name=draft.txt")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.bodyValue("条例（草案）")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		return file.path("id").asString();
	}

	private void refused(Running meeting, Map<String, Object> proposal, int status, String pointer) {
		meeting.attempt("propose-item", proposal, COUNCIL)
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer);
	}

	private void leave(Running meeting) {
		String leaves = PATH + "/" + meeting.id() + "/leaves";
		this.calls.post(leaves, Map.of("reason", "出差"), Tokens.of(Role.MEMBER).subject("stranger").value())
			.expectStatus()
			.isForbidden();
		JsonNode asked = this.calls.posted(leaves, Map.of("reason", "住院手术"), member(9));
		JsonNode own = this.calls.posted(leaves, Map.of("reason", "公务"),
				Tokens.of(Role.CHAIR).subject("member-1").value());
		this.calls.post(leaves, Map.of("reason", "再请"), member(9)).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		assertThat(this.calls.get(leaves, member(8))).isEmpty();
		assertThat(this.calls.get(leaves, member(9))).hasSize(1);
		assertThat(this.calls.get(leaves, OFFICE)).hasSize(2);
		assertThat(this.calls.status(leaves, "")).isEqualTo(401);
		meeting.attempt("check-in", Map.of(), OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-31");
		decide(leaves, asked, COUNCIL).expectStatus().isForbidden();
		decide(leaves, own, Tokens.of(Role.CHAIR).subject("member-1").value()).expectStatus().isForbidden();
		decide(leaves, asked, CHAIR).expectStatus().isOk();
		decide(leaves, asked, CHAIR).expectStatus().isEqualTo(412);
		decide(leaves, own, Tokens.of(Role.CHAIR).subject("member-2").value()).expectStatus().isOk();
		meeting.step("check-in", Map.of(), OFFICE);
		this.calls.post(leaves, Map.of("reason", "太迟"), member(8))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-31");
	}

	private WebTestClient.ResponseSpec decide(String leaves, JsonNode leave, String token) {
		return this.client.post()
			.uri(leaves + "/" + leave.path("id").asString() + "/decide")
			.headers((headers) -> headers.setBearerAuth(token))
			.header("If-Match", "\"1\"")
			.bodyValue(Map.of("decision", "GRANTED"))
			.exchange();
	}

	private void signIn(Running meeting) {
		String presence = PATH + "/" + meeting.id() + "/presence";
		List<UUID> roll = meeting.roll();
		assertThat(roll).hasSize(MeetingFixtures.MEMBERS);
		this.calls.post(presence, Map.of("present", roll.subList(0, 4)), OFFICE).expectStatus().isOk();
		this.calls.post(presence, Map.of("present", roll), member(1)).expectStatus().isForbidden();
		this.calls.post(presence, Map.of("present", List.of(UUID.randomUUID())), OFFICE)
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
		meeting.attempt("open", Map.of(), CHAIR)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-02")
			.jsonPath("$.facts.needed")
			.isEqualTo(5);
		this.calls.post(presence + "/sign-in", Map.of("remote", true), member(5))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-28");
		meeting.step("allow-remote", Map.of("decision", "疫情防控"), COUNCIL);
		this.calls.post(presence + "/sign-in", Map.of("remote", true), member(5)).expectStatus().isOk();
		this.calls.post(presence + "/sign-in", Map.of(), member(5)).expectStatus().isOk();
		this.calls.post(presence + "/sign-in", Map.of(), Tokens.of(Role.MEMBER).subject("stranger").value())
			.expectStatus()
			.isForbidden();
		assertThat(this.sittings.present(meeting.id()).block()).hasSize(5).filteredOn(Present::remote).hasSize(1);
		JsonNode outside = this.calls.get(presence, "");
		assertThat(outside.path("present").asInt()).isEqualTo(5);
		assertThat(outside.path("quorate").asBoolean()).isTrue();
		assertThat(outside.has("roll")).as("who is there is public later").isFalse();
	}

	private void atTheMeeting(Running meeting, List<UUID> items) {
		meeting.step("open", Map.of("presider", "委员2"), CHAIR);
		Sitting sitting = this.sittings.of(meeting.id()).block();
		assertThat(sitting).isNotNull();
		assertThat(meeting.shown().path("presider").asString()).as("MTG-04 the chair may entrust a vice-chair")
			.isEqualTo("委员2");
		assertThat(sitting.open()).isTrue();
		assertThat(sitting.members()).isEqualTo(9);
		assertThat(sitting.present()).isEqualTo(5);
		assertThat(sitting.item("tried", CASE, Purpose.VOTE)).hasValueSatisfying((one) -> {
			assertThat(one.adopted()).isFalse();
			assertThat(one.papersSentOn()).isEqualTo(MeetingFixtures.today());
		});
		assertThat(this.sittings.byCode("CWH-16-03").block()).isEqualTo(sitting);
		meeting.step("adopt-agenda", Map.of(), OFFICE);
		meeting.step("record-sitting", Map.of("form", "GROUP", "group", "第一组", "presider", "委员3", "items",
				items.subList(0, 1), "summary", "大家认为草案较成熟"), OFFICE);
		speeches(meeting, items.get(0));
		meeting.step("conclude-item", Map.of("item", items.get(1), "result", "REPORT_HEARD"), CHAIR);
		meeting.attempt("close", Map.of(), CHAIR)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.facts.pending.length()")
			.isEqualTo(2);
		settle(meeting, items.get(0), true);
		meeting.attempt("settle", Map.of("item", items.get(0), "ballot", UUID.randomUUID(), "passed", false), CHAIR)
			.expectStatus()
			.isForbidden();
		meeting.step("not-put-to-vote", Map.of("item", items.get(2), "reason", "需再酝酿", "nextStep", "下次会议再议"), COUNCIL);
		meeting.step("record-attendants",
				Map.of("came",
						List.of(Map.of("attendant",
								meeting.shown()
									.path("attendants")
									.valueStream()
									.filter((one) -> one.path("kind").asString().equals("DEPUTY"))
									.findFirst()
									.orElseThrow()
									.path("id")
									.asString(),
								"attended", true))),
				OFFICE);
		this.database.sql("UPDATE member SET until = current_date - 1 WHERE account = 'member-3'").then().block();
		meeting.step("call-roll", Map.of(), OFFICE);
		assertThat(meeting.roll()).as("who has left since is not called").hasSize(8);
		this.database.sql("UPDATE member SET until = NULL WHERE account = 'member-3'").then().block();
		assertThat(this.sittings.present(meeting.id()).block()).as("a new call of the roll").isEmpty();
		this.calls.post(PATH + "/" + meeting.id() + "/presence/sign-in", Map.of(), member(7)).expectStatus().isOk();
		meeting.step("close", Map.of(), CHAIR);
		this.calls.post(PATH + "/" + meeting.id() + "/presence/sign-in", Map.of(), member(8))
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
	}

	private void settle(Running meeting, UUID item, boolean passed) {
		Decided decided = new Decided(UUID.randomUUID(), meeting.id(), "", Body.STANDING_COMMITTEE,
				MeetingFixtures.today(), Purpose.VOTE, "表决",
				Decisions.STANDING_COMMITTEE.outcome(9, 5, passed ? Tally.of(5, 0, 0, 0) : Tally.of(4, 1, 0, 0),
						RuleBook.statutory(MeetingFixtures.today())));
		Caller chair = new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "");
		this.transaction.transactional(this.sittings.settled(item, decided, chair)).block();
		JsonNode shown = meeting.shown().path("agenda").path(0);
		assertThat(shown.path("result").asString()).isEqualTo(passed ? "PASSED" : "REJECTED");
		assertThat(shown.path("explanation").toString()).as("MTG-24 the outcome at once, with its explanation")
			.contains("地方组织法");
		assertThat(shown.path("ballots").path(0).asString()).isEqualTo(decided.ballot().toString());
	}

	private void speeches(Running meeting, UUID item) {
		String speeches = PATH + "/" + meeting.id() + "/speeches";
		UUID sixth = meeting.roll().get(5);
		JsonNode written = this.calls.posted(speeches,
				Map.of("item", item, "member", sixth, "form", "GROUP", "minutes", 9, "text", "建议修改第三条"), OFFICE);
		assertThat(written.path("minutesAllowed").asInt()).as("MTG-26, in a group").isEqualTo(15);
		Map<String, Object> again = Map.of("item", item, "member", sixth, "form", "GROUP", "minutes", 11, "text",
				"补充一点");
		this.calls.post(speeches, again, OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-26")
			.jsonPath("$.facts.limit")
			.isEqualTo(10);
		Map<String, Object> extended = new LinkedHashMap<>(again);
		extended.put("ruling", "EXTENDED");
		JsonNode longer = this.calls.posted(speeches, extended, OFFICE);
		assertThat(longer.path("ruling").asString()).isEqualTo("EXTENDED");
		confirm(speeches, longer, "withhold", Map.of("reason", "内容重复"), member(6)).expectStatus().isOk();
		JsonNode guest = this.calls.posted(speeches,
				Map.of("speaker", "某局长", "organ", "finance", "form", "GROUP", "text", "作说明"), OFFICE);
		JsonNode own = this.calls.posted(speeches, Map.of("form", "GROUP", "text", "随口一说"), member(2));
		this.calls.post(speeches, Map.of("form", "GROUP", "text", "无人"), OFFICE).expectStatus().isBadRequest();
		this.calls.post(speeches, Map.of("form", "GROUP", "text", "问", "item", UUID.randomUUID()), OFFICE)
			.expectStatus()
			.isBadRequest();
		confirm(speeches, written, "confirm", Map.of(), member(2)).expectStatus().isForbidden();
		confirm(speeches, written, "confirm", Map.of(), OFFICE).expectStatus().isForbidden();
		confirm(speeches, written, "confirm", Map.of("text", "建议修改草案第三条"), member(6)).expectStatus().isOk();
		confirm(speeches, written, "confirm", Map.of(), member(6)).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		confirm(speeches, guest, "confirm", Map.of(), OFFICE).expectStatus().isOk();
		confirm(speeches, own, "withhold", Map.of("reason", "本人要求"), member(2)).expectStatus().isOk();
		assertThat(this.calls.listed(speeches, "")).isEmpty();
		assertThat(this.calls.listed(speeches, member(6))).hasSize(2);
		assertThat(this.calls.listed(speeches + "?state=CONFIRMED", OFFICE)).hasSize(2);
	}

	private WebTestClient.ResponseSpec confirm(String speeches, JsonNode speech, String step, Object body,
			String token) {
		return this.client.post()
			.uri(speeches + "/" + speech.path("id").asString() + "/" + step)
			.headers((headers) -> headers.setBearerAuth(token))
			.header("If-Match", "\"1\"")
			.bodyValue(body)
			.exchange();
	}

	private void published(Running meeting) {
		String path = PATH + "/" + meeting.id();
		JsonNode late = this.calls.posted(path + "/speeches", Map.of("form", "PLENARY", "text", "补记"), member(4));
		meeting.attempt("publish", Map.of("digest", "纪要"), OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-36");
		confirm(path + "/speeches", late, "withhold", Map.of("reason", "未经确认"), OFFICE).expectStatus().isOk();
		meeting.step("publish", Map.of("digest", "会议听取了报告，表决了事项。"), OFFICE);
		assertThat(this.calls.get(path + "/presence", "").path("roll")).hasSize(8);
		assertThat(this.calls.listed(path + "/speeches", "")).extracting((one) -> one.path("text").asString())
			.containsExactlyInAnyOrder("建议修改草案第三条", "作说明");
		assertThat(this.calls.get(path, "").path("digest").asString()).contains("听取了报告");
		assertThat(this.calls.get(path + "/timeline", "").toString()).doesNotContain("住院", "\"by\"");
		assertThat(this.calls.codes(PATH + "?attendingDeputy=" + new UUID(5, 1), "")).containsExactly("CWH-16-03");
		String told = event("meeting.attendance-recorded", meeting.id());
		assertThat(told).as("MTG-33 for the files of members")
			.contains("\"present\"", "\"absent\"", "\"excused\"", new UUID(5, 1).toString())
			.doesNotContain("委员", "member-", "住院");
		List<JsonNode> lines = this.calls.listed(PATH + "/attendance?body=STANDING_COMMITTEE&term=16&sort=-unexcused",
				OFFICE);
		JsonNode ninth = line(lines, "委员9");
		JsonNode eighth = line(lines, "委员8");
		assertThat(ninth.path("excused").asInt()).as("with leave").isEqualTo(1);
		assertThat(ninth.path("unexcused").asInt()).isZero();
		assertThat(eighth.path("unexcused").asInt()).as("MTG-32: without leave").isEqualTo(1);
		assertThat(line(lines, "委员7").path("rollCallsMissed").asInt()).isEqualTo(1);
		assertThat(this.calls.listed(PATH + "/attendance?year=2017", OFFICE)).isEmpty();
		assertThat(this.calls.listed(PATH + "/attendance", member(8))).extracting((one) -> one.path("name").asString())
			.containsExactly("委员8");
		assertThat(this.calls.status(PATH + "/attendance", "")).isEqualTo(401);
		assertThat(this.calls.listed(PATH + "/attendance", Tokens.of(Role.MEMBER).subject("stranger").value()))
			.isEmpty();
		assertThat(this.calls.status(PATH + "/attendance", Tokens.of(Role.ORGAN).value())).isEqualTo(403);
		absentTooOften(meeting.id());
	}

	private void absentTooOften(UUID meeting) {
		String duties = PATH + "/attendance/duties";
		List<JsonNode> lines = this.calls.listed(duties, OFFICE);
		assertThat(lines).extracting((one) -> one.path("name").asString())
			.as("MTG-32: more than a third of the days, with leave or without; who came at the second call came that day")
			.contains("委员8", "委员9")
			.doesNotContain("委员5", "委员7");
		assertThat(line(lines, "委员8").path("unexcused").asInt()).isEqualTo(1);
		assertThat(line(lines, "委员8").path("explanation").toString()).contains("三分之一").doesNotContain("未请假");
		UUID other = UUID.randomUUID();
		this.database
			.sql("""
					INSERT INTO meeting
					SELECT (jsonb_populate_record(NULL::meeting, to_jsonb(meeting) || jsonb_build_object('id', $2::text, 'code', 'X')))
					       .*
					FROM meeting WHERE id = $1""")
			.bind(0, meeting)
			.bind(1, other.toString())
			.then()
			.block();
		this.database.sql("""
				INSERT INTO meeting_presence (meeting_id, round, held_on, member_id, name, delegation)
				SELECT $2, round, held_on, member_id, name, delegation FROM meeting_presence
				WHERE meeting_id = $1 AND name = '委员8'""").bind(0, meeting).bind(1, other).then().block();
		assertThat(this.calls.listed(duties, member(8))).singleElement().satisfies((own) -> {
			assertThat(own.path("unexcused").asInt()).isEqualTo(2);
			assertThat(own.path("explanation").toString()).contains("未请假缺席常委会会议2次", "本人提出辞职");
			assertThat(own.path("citation").asString()).contains("组成人员守则");
		});
		assertThat(this.calls.listed(duties, member(5))).isEmpty();
		assertThat(this.calls.listed(duties + "?year=2017", OFFICE)).isEmpty();
		assertThat(this.calls.status(duties, "")).isEqualTo(401);
		this.database.sql("DELETE FROM meeting WHERE id = $1").bind(0, other).then().block();
	}

	private static JsonNode line(List<JsonNode> lines, String name) {
		return lines.stream().filter((one) -> one.path("name").asString().equals(name)).findFirst().orElseThrow();
	}

	private String event(String type, UUID meeting) {
		return this.database.sql("""
				SELECT data::text AS data FROM (SELECT type, subject, data::text FROM event_staged
				                                UNION ALL SELECT type, subject, data::text FROM event) AS told
				WHERE type = $1 AND subject = $2""")
			.bind(0, type)
			.bind(1, "meeting/" + meeting)
			.map((row) -> String.valueOf(row.get("data", String.class)))
			.first()
			.block();
	}

	@Test
	void aSessionOfTheCongressIsPreparedAndLedByItsPresidium() {
		Running session = MeetingFixtures.checkedIn(this.client, Body.CONGRESS, 2,
				List.of(item("tried", CASE, Purpose.VOTE)));
		List<UUID> roll = session.roll();
		assertThat(roll).hasSize(MeetingFixtures.DEPUTIES);
		session.present(roll.subList(0, 7));
		Map<String, Object> presidium = Map.of("presidium", roll.subList(0, 3), "secretaryGeneral", roll.get(0));
		session.attempt("hold-preparatory", presidium, COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-13");
		session.present(roll.subList(7, 8));
		session.attempt("open", Map.of(), COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-17");
		session.step("hold-preparatory", presidium, COUNCIL);
		session.step("open", Map.of(), COUNCIL);
		JsonNode shown = this.calls.get(PATH + "/" + session.id(), "");
		assertThat(shown.path("name").asString()).isEqualTo("第十六届人民代表大会第二次会议");
		assertThat(shown.path("members").asInt()).isEqualTo(12);
		assertThat(shown.path("present").asInt()).isEqualTo(8);
		assertThat(shown.path("agenda").path(0).has("adoptedOn")).isTrue();
		assertThat(this.sittings.of(session.id()).block().agenda().getFirst().adopted()).isTrue();
	}

	@Test
	void manySignInsAtOnceAreAllKeptAndDoNotChangeTheMeeting() {
		Running meeting = MeetingFixtures.checkedIn(this.client, Body.STANDING_COMMITTEE, 4, List.of());
		long version = meeting.shown().path("version").asLong();
		AtomicReference<String> base = new AtomicReference<>("");
		this.client.get()
			.uri(PATH)
			.exchange()
			.expectBody()
			.consumeWith((answer) -> base.set(answer.getUrl().toString()));
		WebClient web = WebClient.create();
		List<HttpStatus> answers = Flux.range(0, 4 * MeetingFixtures.MEMBERS)
			.flatMap(
					(number) -> web.post()
						.uri(base.get() + "/" + meeting.id() + "/presence/sign-in")
						.headers((headers) -> headers.setBearerAuth(member(number % MeetingFixtures.MEMBERS + 1)))
						.exchangeToMono((answer) -> answer.releaseBody()
							.thenReturn(HttpStatus.valueOf(answer.statusCode().value()))),
					36)
			.collectList()
			.block();
		assertThat(answers).hasSize(36).containsOnly(HttpStatus.OK);
		assertThat(this.sittings.present(meeting.id()).block()).hasSize(MeetingFixtures.MEMBERS);
		assertThat(meeting.shown().path("version").asLong()).isEqualTo(version);
	}

	@Test
	void tooFewPresentAndTheMeetingIsPutOffAndCalendarsLearnOfIt() {
		Running meeting = MeetingFixtures.checkedIn(this.client, Body.STANDING_COMMITTEE, 5,
				List.of(item("听取报告，一", Purpose.HEAR_REPORT)));
		meeting.step("record-no-quorum", Map.of(), CHAIR);
		assertThat(entry(meeting.id())).contains("STATUS:TENTATIVE", "SUMMARY:第十六届人大常委会第五次会议");
		meeting.step("postpone", Map.of("from", MeetingFixtures.today().plusDays(9), "to",
				MeetingFixtures.today().plusDays(9), "reason", "不足法定人数"), COUNCIL);
		meeting.attempt("postpone", Map.of("from", "2026-09-09", "to", "2026-09-08", "reason", "次序有误"), COUNCIL)
			.expectStatus()
			.isBadRequest();
		assertThat(this.calls.status(PATH + "/" + meeting.id(), "")).as("whoever was told learns of it").isEqualTo(200);
		meeting.step("cancel", Map.of("reason", "不再举行"), COUNCIL);
		assertThat(entry(meeting.id())).contains("STATUS:CANCELLED", "UID:meeting-" + meeting.id() + "@renda",
				"DESCRIPTION:听取报告，一");
		Running again = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 5);
		assertThat(again.shown().path("code").asString()).as("a number called off is free").isEqualTo("CWH-16-05");
		this.calls
			.post(PATH,
					Map.of("body", "STANDING_COMMITTEE", "term", 16, "number", 5, "kind", "REGULAR", "from",
							"2026-09-09", "to", "2026-09-09"),
					COUNCIL)
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
	}

	private String entry(UUID meeting) {
		String calendar = this.client.get()
			.uri(PATH + "/calendar?body=STANDING_COMMITTEE")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Type", "text/calendar;charset=UTF-8")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
		return List.of(calendar.replace("\r\n ", "").split("BEGIN:VEVENT"))
			.stream()
			.filter((one) -> one.contains(meeting.toString()))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void theClockOfTheNextMeetingRunsOnTheLastOneUntilItHasADateAndAReturnedReportComesAgain() {
		this.database.sql("UPDATE meeting SET state = 'CANCELLED' WHERE state NOT IN ('CLOSED', 'PUBLISHED')")
			.then()
			.block();
		Running last = MeetingFixtures.open(this.client, 11, List.of(item("某专项工作报告", Purpose.HEAR_REPORT)));
		UUID report = last.items().getFirst();
		last.attempt("conclude-item", Map.of("item", report, "result", "REPORT_HEARD", "disagree", 5), CHAIR)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-30")
			.jsonPath("$.facts.needed")
			.isEqualTo(5);
		last.step("conclude-item",
				Map.of("item", report, "result", "REPORT_RETURNED", "disagree", 5, "again", "NEXT_MEETING"), CHAIR);
		last.step("close", Map.of(), CHAIR);
		last.step("publish", Map.of("digest", "责成下次会议重新报告。"), OFFICE);
		assertThat(running(last)).as("MTG-01, published or not").contains("next");
		Running dropped = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 12);
		assertThat(running(last)).as("a plan is no date").contains("next");
		Map<String, Object> dates = Map.of("from", MeetingFixtures.today(), "to", MeetingFixtures.today());
		dropped.step("fix-date", dates, COUNCIL);
		assertThat(running(last)).doesNotContain("next");
		assertThat(running(dropped)).containsExactly("interval");
		dropped.step("cancel", Map.of("reason", "改期另行召开"), COUNCIL);
		assertThat(running(last)).containsExactly("next");
		Running next = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 13);
		next.step("fix-date", dates, COUNCIL);
		next.step("propose-item", item("其他", Purpose.DELIBERATE), COUNCIL);
		next.attempt("notify", Map.of(), OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-30")
			.jsonPath("$.facts.missing[0].title")
			.isEqualTo("某专项工作报告");
		next.step("propose-item", Map.of("title", "某专项工作报告（重新报告）", "purpose", Purpose.HEAR_REPORT, "repeats", report),
				COUNCIL);
		next.step("notify", Map.of(), OFFICE);
		next.step("cancel", Map.of("reason", "试行"), COUNCIL);
		this.database.sql("UPDATE meeting SET state = 'CANCELLED', closed_on = NULL WHERE id = $1")
			.bind(0, last.id())
			.then()
			.block();
	}

	private static List<String> running(Running meeting) {
		return meeting.shown()
			.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("status").asString().equals("RUNNING"))
			.map((clock) -> clock.path("name").asString())
			.toList();
	}

	@Test
	void refusesWhatIsWrongMissingOrStale() {
		MeetingFixtures.committee(this.client);
		Map<String, Object> plan = Map.of("body", "STANDING_COMMITTEE", "term", 16, "number", 6, "kind", "REGULAR",
				"from", "2026-09-09", "to", "2026-09-08");
		this.calls.post(PATH, plan, COUNCIL).expectStatus().isBadRequest();
		this.calls
			.post(PATH,
					Map.of("body", "STANDING_COMMITTEE", "term", 77, "number", 6, "kind", "REGULAR", "from",
							"2026-09-09", "to", "2026-09-09"),
					COUNCIL)
			.expectStatus()
			.isBadRequest();
		this.calls
			.post(PATH,
					Map.of("body", "CONGRESS", "term", 16, "number", 6, "kind", "SPECIAL", "from", "2026-09-09", "to",
							"2026-09-09"),
					COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-14");
		this.calls.post(PATH, plan, member(1)).expectStatus().isForbidden();
		Running meeting = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 6);
		String path = PATH + "/" + meeting.id();
		this.calls.post(path + "/fix-date", Map.of("from", "2026-09-09", "to", "2026-09-09"), COUNCIL)
			.expectStatus()
			.isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
		meeting.attempt("fix-date", Map.of("from", "soon", "to", "2026-09-09"), COUNCIL).expectStatus().isBadRequest();
		meeting.attempt("fix-date", Map.of("from", "2026-09-09", "to", "2026-09-09"), OFFICE)
			.expectStatus()
			.isForbidden();
		meeting.attempt("open", Map.of(), CHAIR)
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("PLANNED");
		meeting.attempt("vote", Map.of(), CHAIR).expectStatus().isNotFound();
		meeting.step("fix-date", Map.of("from", "2026-09-09", "to", "2026-09-09"), COUNCIL);
		this.client.post()
			.uri(path + "/cancel")
			.headers((headers) -> headers.setBearerAuth(COUNCIL))
			.header("If-Match", "\"1\"")
			.bodyValue(Map.of("reason", "旧版本"))
			.exchange()
			.expectStatus()
			.isEqualTo(412);
		this.calls.post(path + "/presence/sign-in", Map.of(), member(1)).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		this.calls.post(PATH, plan, Tokens.of(Role.COUNCIL).area("420100").value()).expectStatus().isForbidden();
		assertThat(this.calls.status(path, Tokens.of(Role.GENERAL_OFFICE).area("420100").value())).isEqualTo(404);
		meeting.attempt("propose-item", Map.of("kind", "tried", "subject", "no-uuid", "purpose", "VOTE"), COUNCIL)
			.expectStatus()
			.isBadRequest();
		assertThat(this.calls.status(PATH + "?term=x", "")).isEqualTo(400);
	}

	/**
	 * A kind of case that can be tabled for a vote.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Tried {

		@Bean
		Tabled triedCases() {
			return new Tabled() {

				@Override
				public String kind() {
					return "tried";
				}

				@Override
				public Mono<Subject> subject(UUID id) {
					return id.equals(CASE) ? Mono.just(new Subject("tried", CASE, "SY-1", "试行事项",
							"/api/v1/legislation/tried/1", Set.of(Purpose.VOTE))) : Mono.empty();
				}

				@Override
				public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
					return Mono.empty();
				}

			};
		}

	}

}
