package renda.legislation.ballot;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.Calls.Opened;
import renda.legislation.agenda.Purpose;
import renda.legislation.box.Dump;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.platform.security.Role;
import renda.platform.test.BlindedPaper;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.deputy;
import static renda.legislation.meeting.MeetingFixtures.today;

/**
 * Elections by a congress of 24 deputies, of whom 13 are more than half: from the
 * nominations to who holds the post.
 */
@ServiceTest
@TestPropertySource(properties = "renda.ballot.mixing=20ms")
class ElectionApiTest {

	private static final String APPOINTMENTS = "/api/v1/legislation/appointments";

	private static final String NOMINATIONS = APPOINTMENTS + "/nominations";

	private static final String ELECTIONS = "/api/v1/legislation/appointment-elections";

	private static final String PERSONNEL = Tokens.of(Role.PERSONNEL_OFFICE).value();

	private static final int DEPUTIES = 24;

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database postgres;

	private Calls calls;

	private Hall hall;

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
		this.hall = new Hall(given);
	}

	@BeforeAll
	static void deputiesAndPosts(@Autowired WebTestClient client) {
		MeetingFixtures.congress(client);
		StringBuilder rows = new StringBuilder("body,term,name,number,account,post,delegation,since,sample\n");
		for (int i = MeetingFixtures.DEPUTIES + 1; i <= DEPUTIES; i++) {
			rows.append("CONGRESS,16,代表%d,pc-%d,deputy-%d,DEPUTY,东代表团,2023-01-05,true\n".formatted(i, i, i));
		}
		Calls calls = new Calls(client);
		assertThat(calls.load("members", rows.toString(), PERSONNEL).path("failed").asInt()).isZero();
		assertThat(calls.load("posts", """
				code,kind,organ,title,organName,seats,establishedOn,basis,sample
				vice-mayor,vice-mayor,city-government,副市长,市人民政府,2,2015-01-01,法律,true
				vice-mayor-part-time,vice-mayor,city-government,副市长（挂职）,市人民政府,2,2015-01-01,法律,true
				court-president,court-president,intermediate-court,市中级人民法院院长,市中级人民法院,1,2015-01-01,法律,true
				planning-head,government-member,development-commission,市发展和改革委员会主任,市发展和改革委员会,1,2015-01-01,机构设置,true
				""", PERSONNEL).path("failed").asInt()).isZero();
	}

	@Test
	void threeStandForTwoSeatsTwoOfThemHaveAsManyVotesAndAreVotedOnAgain() throws SQLException {
		Running session = MeetingFixtures.open(this.client, Body.CONGRESS, 1, List.of());
		List<UUID> deputies = session.roll();
		assertThat(deputies).hasSize(DEPUTIES);
		Opened first = nominated("v-1", "甲某", "vice-mayor", COUNCIL, List.of());
		Opened second = nominated("v-2", "乙某", "vice-mayor", COUNCIL, List.of());
		this.calls.refused(NOMINATIONS, nomination("v-3", "丙某", "vice-mayor", deputies.subList(0, 19)), deputy(1),
				"MOT-13");
		this.calls.refused(NOMINATIONS, nomination("v-3", "丙某", "planning-head", List.of()), COUNCIL, "MTG-15");
		this.calls.post(NOMINATIONS, nomination("v-3", "丙某", "vice-mayor", deputies), deputy(99))
			.expectStatus()
			.isForbidden();
		this.calls.post(NOMINATIONS, nomination("v-3", "丙某", "vice-mayor", List.of()), Hall.OFFICE)
			.expectStatus()
			.isForbidden();
		Opened third = nominated("v-3", "丙某", "vice-mayor", deputy(1), deputies);
		assertThat(third.seen(deputy(5)).path("state").asString()).as("deputies discuss the candidates")
			.isEqualTo("NOMINATED");
		assertThat(third.seen(deputy(5)).path("proceedings").path("introduction").path("text").asString())
			.isEqualTo("如实介绍");
		assertThat(this.calls.status(third.path(), "")).as("APT-20: nobody else knows of them").isEqualTo(404);

		List<String> all = List.of(first.id(), second.id(), third.id());
		this.calls.refused(ELECTIONS, list(all, 2, Map.of()), COUNCIL, "MOT-15");
		this.calls.refused(ELECTIONS, list(all, 3, discussed()), COUNCIL, "MOT-14");
		this.calls.refused(ELECTIONS, list(all.subList(0, 2), 1, discussed()), COUNCIL, "MOT-20");
		this.calls.post(ELECTIONS, list(all, 2, discussed()), Hall.OFFICE).expectStatus().isForbidden();
		UUID list = stand(list(all, 2, discussed()));
		UUID item = onAgenda(session, list);

		Hall.Reply open = this.hall.draft(Map.of("meeting", session.id(), "items", List.of(item), "secret", false),
				Hall.OFFICE);
		assertThat(open.json().path("rule").asString()).isEqualTo("MOT-16");
		Hall.One ballot = this.hall.ballot(session.id(), Map.of(), item);
		List<Phone> phones = papersOf(ballot);
		assertThat(ballot.seen("").path("question").path("election").path("seats").asInt()).isEqualTo(2);
		String a = first.id();
		String b = second.id();
		String c = third.id();
		for (int i = 0; i < 9; i++) {
			phones.get(i).casts(marks(Map.of(a, "FOR", b, "FOR", c, "AGAINST")), 200);
			phones.get(9 + i).casts(marks(Map.of(a, "FOR", c, "FOR")), 200);
		}
		for (int i = 18; i < 22; i++) {
			phones.get(i).casts(marks(Map.of(a, "ABSTAIN", b, "FOR", c, "FOR")), 200);
		}
		aPaperIsTakenOnceAndAsTheLawAllows(phones, a, b, c);
		assertThat(progress(ballot)).isEqualTo(DEPUTIES);
		ballot.does("close", Map.of(), Hall.OFFICE);
		JsonNode announced = ballot.does("announce", Map.of(), Hall.CHAIR).path("count").path("election");
		assertThat(results(announced)).isEqualTo("甲某=18 ELECTED, 乙某=13 RUN_OFF, 丙某=13 RUN_OFF");
		assertThat(announced.path("needed").asInt()).isEqualTo(13);
		assertThat(announced.path("runOffSeats").asInt()).isEqualTo(1);
		assertThat(announced.path("otherVotes").asInt()).isEqualTo(1);
		assertThat(announced.path("placings").path(0).path("tally").path("invalid").asInt()).isEqualTo(1);
		assertThat(announced.path("explanation").path("zh").asString()).contains("再次投票选 1 名");
		nothingTellsWhoWasWrittenIn(ballot);
		assertThat(first.seen(PERSONNEL).path("state").asString()).isEqualTo("APPOINTED");
		assertThat(second.seen(PERSONNEL).path("state").asString()).isEqualTo("RUN_OFF");
		assertThat(watched(ballot)).contains("event:outcome", "\"runOffSeats\":1", "再次投票选 1 名");
		assertThat(this.calls.get("/api/v1/legislation/appointment-slates/" + list, COUNCIL)
			.path("election")
			.path("runOff")
			.path("contenders")
			.size()).isEqualTo(2);

		Hall.One again = this.hall.ballot(session.id(), Map.of(), item);
		List<Phone> others = papersOf(again);
		JsonNode runOff = again.seen("").path("question").path("election");
		assertThat(runOff.path("runOff").asBoolean()).isTrue();
		assertThat(runOff.path("candidates").valueStream().map((one) -> one.path("name").asString()))
			.containsExactly("乙某", "丙某");
		assertThat(others.getFirst().casts(Map.of("others", List.of("赵某某")), 422).path("rule").asString())
			.isEqualTo("MOT-17");
		for (int time = 0; time < 2; time++) {
			IntStream.range(0, 12).forEach((i) -> others.get(i).casts(marks(Map.of(b, "FOR")), 200));
		}
		IntStream.range(12, 23).forEach((i) -> others.get(i).casts(marks(Map.of(c, "FOR", b, "AGAINST")), 200));
		again.does("close", Map.of(), Hall.OFFICE);
		JsonNode decided = again.does("announce", Map.of(), Hall.CHAIR).path("count").path("election");
		assertThat(results(decided)).as("fewer than half: the most votes elect")
			.isEqualTo("乙某=12 ELECTED, 丙某=11 NOT_ELECTED");
		assertThat(agendaItem(session, item).path("result").asString()).isEqualTo("PASSED");
		assertThat(this.hall.draft(Map.of("meeting", session.id(), "items", List.of(item)), Hall.OFFICE)
			.json()
			.path("rule")
			.asString()).isEqualTo("MTG-09");
		assertThat(third.seen(PERSONNEL).path("state").asString()).isEqualTo("NOT_ELECTED");
		announcedToAll(first, second);
		lostElectionsAreNoFailedAppointments();
	}

	/**
	 * APT-19 bars whom the standing committee did not approve, not who lost an election.
	 */
	private void lostElectionsAreNoFailedAppointments() {
		String government = Tokens.of(Role.ORGAN).organ("city-government").value();
		Opened later = this.calls.opened(APPOINTMENTS,
				Map.of("act", "APPOINT", "person", "v-3", "name", "丙某", "post", "vice-mayor", "meetingOn",
						today().plusDays(30), "papers", Map.of("form", "表", "reasons", "工作需要", "evaluation", "德才兼备")),
				government);
		assertThat(later.step("file", Map.of(), government).path("state").asString()).isEqualTo("FILED");
	}

	private void aPaperIsTakenOnceAndAsTheLawAllows(List<Phone> phones, String a, String b, String c) {
		phones.get(0).casts(marks(Map.of(a, "FOR", b, "FOR", c, "AGAINST")), 200);
		assertThat(phones.get(0).casts(marks(Map.of(a, "FOR", c, "FOR")), 422).path("rule").asString())
			.as("a retry counts once, another paper not at all")
			.isEqualTo("MTG-20");
		Phone writer = phones.get(22);
		writer.casts(Map.of("choice", "FOR"), 400);
		writer.casts(Map.of("marks", List.of(mark(UUID.randomUUID().toString(), "FOR"))), 400);
		writer.casts(Map.of("marks", List.of(mark(a, "FOR"), mark(a, "AGAINST"))), 400);
		writer.casts(Map.of("others", List.of("乙 某")), 400);
		writer.casts(Map.of("others", List.of("赵某|钱某")), 400);
		Map<String, Object> written = new HashMap<>(marks(Map.of(a, "AGAINST", b, "AGAINST", c, "AGAINST")));
		written.put("others", List.of("赵某某"));
		writer.casts(written, 200);
		Phone spoiling = phones.get(23);
		assertThat(spoiling.casts(marks(Map.of(a, "FOR", b, "FOR", c, "FOR")), 422).path("rule").asString())
			.isEqualTo("MOT-19");
		spoiling.casts(Map.of("spoiled", true), 200);
	}

	/**
	 * A name that one deputy wrote in stands nowhere: neither on the sheet nor in the
	 * database.
	 */
	private void nothingTellsWhoWasWrittenIn(Hall.One ballot) throws SQLException {
		assertThat(Dump.of(this.postgres).naming("赵某某")).isEmpty();
		Hall.Reply sheet = this.hall.get(ballot.path + "/sheet", "");
		assertThat(sheet.text()).doesNotContain("赵某某", "\"choice\"");
		assertThat(sheet.json().path("sheet").path("election").path("otherVotes").asInt()).isEqualTo(1);
		assertThat(sheet.json().path("sheet").path("voters").size()).isEqualTo(DEPUTIES);
		assertThat(this.hall.send("POST", Hall.PATH + "/verify", sheet.text(), "").json().path("genuine").asBoolean())
			.isTrue();
		assertThat(this.hall.send("POST", Hall.PATH + "/verify", sheet.text().replace("\"for\":18", "\"for\":19"), "")
			.json()
			.path("genuine")
			.asBoolean()).isFalse();
		String printed = this.client.get()
			.uri(ballot.path + "/sheet")
			.header("Accept", "text/html")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(printed).contains("<th>乙某</th><td>赞成 13，反对 1，弃权 9：票数相等，再次投票</td>", "<th>另选他人</th><td>1</td>");
		assertThat(this.calls.get(ballot.path + "/votes", "").toString()).doesNotContain("\"choice\"");
		assertThat(
				this.hall.get(Hall.PATH + "?meeting=" + ballot.seen("").path("question").path("meeting").asString(), "")
					.json()
					.path("items")
					.path(0)
					.has("votesFor"))
			.isFalse();
	}

	private void announcedToAll(Opened first, Opened second) {
		first.moved();
		first.moved();
		second.moved();
		second.moved();
		second.moved();
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=vice-mayor&on=" + today(), "")).isEmpty();
		first.step("announce", Map.of("number", "公告〔2026〕1号"), Hall.OFFICE);
		second.step("announce", Map.of("number", "公告〔2026〕1号"), Hall.OFFICE);
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=vice-mayor&on=" + today(), ""))
			.extracting((holder) -> holder.path("name").asString())
			.containsExactlyInAnyOrder("甲某", "乙某");
		JsonNode seen = second.seen("");
		assertThat(seen.path("outcome").asString()).contains("再次投票", "乙某：赞成 12 票");
		assertThat(seen.has("file") || seen.has("proceedings")).isFalse();
		assertThat(this.calls.counts("appointments", "term=16")).as("the figure counts no elections").isIn("", "=0");
	}

	@Test
	void aSeatThatStaysEmptyIsFilledByAnotherElection() {
		Running session = MeetingFixtures.open(this.client, Body.CONGRESS, 2, List.of());
		Opened only = nominated("c-1", "丁某", "court-president", COUNCIL, List.of());
		UUID list = stand(list(List.of(only.id()), 1, discussed()));
		UUID item = onAgenda(session, list);
		Hall.One ballot = this.hall.ballot(session.id(), Map.of(), item);
		papersOf(ballot).getFirst().casts(marks(Map.of(only.id(), "FOR")), 200);
		ballot.does("fall-back", Map.of("reason", "断电", "method", "PAPER"), Hall.CHAIR);
		ballot.refused("tally", byHand(only.id(), 12, 9, 2, 2, 0), Hall.OFFICE, "MTG-20");
		ballot.refused("tally", Map.of("votesFor", 12, "against", 12), Hall.OFFICE, "MTG-20");
		ballot.does("tally", byHand(only.id(), 12, 9, 1, 1, 1), Hall.OFFICE);
		ballot.refused("confirm", byHand(only.id(), 13, 8, 1, 1, 1), Hall.SECOND, "MTG-22");
		ballot.does("confirm", byHand(only.id(), 12, 9, 1, 1, 1), Hall.SECOND);
		JsonNode outcome = ballot.does("announce", Map.of(), Hall.CHAIR).path("count").path("election");
		assertThat(results(outcome)).as("12 of 24 are not more than half").isEqualTo("丁某=12 NOT_ELECTED");
		assertThat(outcome.path("vacant").asInt()).isEqualTo(1);
		assertThat(outcome.path("explanation").path("zh").asString()).contains("不足的 1 名另行选举（地方组织法(2022) 第二十九条）");
		assertThat(agendaItem(session, item).path("result").asString()).isEqualTo("REJECTED");
		this.calls.refused(ELECTIONS, list(List.of(only.id()), 1, discussed()), COUNCIL, "MOT-18");
		UUID another = stand(list(List.of(only.id()), 1, Map.of("decision", "大会决定本次会议另行选举")));
		assertThat(another).isNotEqualTo(list);
		assertThat(only.seen(deputy(2)).path("state").asString()).isEqualTo("CANDIDATE");
		UUID next = onAgenda(session, another);
		Hall.One round = this.hall.ballot(session.id(), Map.of(), next);
		only.moved();
		only.moved();
		only.moved();
		only.step("withdraw", Map.of("reason", "本人不接受提名", "consent", "主席团同意"), COUNCIL);
		round.refused("open", Map.of(), Hall.CHAIR, "MOT-17");
	}

	/**
	 * 第二十七条: four are nominated for two seats, and by the election rules three may stand.
	 */
	@Test
	void mot23Mot24WhereTooManyAreNominatedAPreliminaryElectionDecidesWhoStands() {
		Running session = MeetingFixtures.open(this.client, Body.CONGRESS, 3, List.of());
		List<UUID> deputies = session.roll();
		Opened zheng = nominated("y-1", "郑某", "vice-mayor-part-time", COUNCIL, List.of());
		Opened zhou = nominated("y-4", "周某", "vice-mayor-part-time", COUNCIL, List.of());
		Opened wang = nominated("y-2", "王某", "vice-mayor-part-time", deputy(1), deputies);
		Opened ding = nominated("y-3", "丁某", "vice-mayor-part-time", deputy(24), deputies);
		List<String> all = List.of(zheng.id(), zhou.id(), wang.id(), ding.id());
		Map<String, Object> byElection = Map.of("byElection", true, "nominationsFrom", today());
		this.calls.refused(ELECTIONS, list(all.subList(0, 3), 2, byElection), COUNCIL, "MOT-23");
		Map<String, Object> preliminary = new HashMap<>(byElection);
		preliminary.put("places", 4);
		this.calls.refused(ELECTIONS, list(all, 2, preliminary), COUNCIL, "MOT-23");
		preliminary.put("places", 3);
		preliminary.put("byElection", false);
		this.calls.refused(ELECTIONS, list(all, 2, preliminary), COUNCIL, "MOT-15");
		preliminary.put("byElection", true);
		UUID list = stand(list(all, 2, preliminary));
		UUID item = onAgenda(session, list);

		Hall.One ballot = this.hall.ballot(session.id(), Map.of(), item);
		JsonNode paper = ballot.seen(Hall.OFFICE).path("question").path("election");
		assertThat(paper.path("places").asInt()).isEqualTo(3);
		assertThat(paper.path("candidates").valueStream().map((one) -> one.path("name").asString())).as("by strokes")
			.containsExactly("丁某", "王某", "周某", "郑某");
		assertThat(paper.path("order").path("zh").asString()).isEqualTo("以姓名笔画为序");
		List<Phone> phones = papersOf(ballot);
		assertThat(phones.getFirst().casts(Map.of("others", List.of("赵某某")), 422).path("rule").asString())
			.isEqualTo("MOT-23");
		assertThat(phones.getFirst()
			.casts(marks(Map.of(zheng.id(), "FOR", zhou.id(), "FOR", wang.id(), "FOR", ding.id(), "FOR")), 422)
			.path("rule")
			.asString()).isEqualTo("MOT-19");
		IntStream.range(0, 8).forEach((i) -> phones.get(i).casts(marks(Map.of(zheng.id(), "FOR")), 200));
		IntStream.range(14, 18).forEach((i) -> phones.get(i).casts(marks(Map.of(zhou.id(), "FOR")), 200));
		IntStream.range(8, 11).forEach((i) -> phones.get(i).casts(marks(Map.of(wang.id(), "FOR")), 200));
		IntStream.range(11, 14).forEach((i) -> phones.get(i).casts(marks(Map.of(ding.id(), "FOR")), 200));
		ballot.does("close", Map.of(), Hall.OFFICE);
		JsonNode outcome = ballot.does("announce", Map.of(), Hall.CHAIR).path("count").path("election");
		assertThat(results(outcome)).isEqualTo("郑某=8 LISTED, 周某=4 LISTED, 丁某=3 RUN_OFF, 王某=3 RUN_OFF");
		assertThat(outcome.path("rule").asString()).isEqualTo("MOT-23");
		assertThat(outcome.path("explanation").path("zh").asString()).contains("预选，列入正式候选人名单 3 名",
				"票数相等不能确定正式候选人，就票数相等的人再次投票选 1 名");
		assertThat(zheng.seen(deputy(2)).path("state").asString()).isEqualTo("CANDIDATE");
		assertThat(wang.seen(deputy(2)).path("state").asString()).isEqualTo("NOMINATED");
		assertThat(
				this.hall.get(ballot.path + "/sheet", "").json().path("sheet").path("election").path("places").asInt())
			.isEqualTo(3);

		Hall.One again = this.hall.ballot(session.id(), Map.of(), item);
		List<Phone> others = papersOf(again);
		IntStream.range(0, 5).forEach((i) -> others.get(i).casts(marks(Map.of(wang.id(), "FOR")), 200));
		again.does("close", Map.of(), Hall.OFFICE);
		assertThat(results(again.does("announce", Map.of(), Hall.CHAIR).path("count").path("election")))
			.isEqualTo("王某=5 LISTED, 丁某=0 NOT_LISTED");
		assertThat(ding.seen(deputy(24)).path("state").asString()).isEqualTo("NOT_ELECTED");

		Hall.One election = this.hall.ballot(session.id(), Map.of(), item);
		List<Phone> last = papersOf(election);
		JsonNode proper = election.seen("").path("question").path("election");
		assertThat(proper.has("places")).isFalse();
		assertThat(proper.path("candidates").valueStream().map((one) -> one.path("name").asString()))
			.containsExactly("王某", "周某", "郑某");
		IntStream.range(0, 13)
			.forEach((i) -> last.get(i).casts(marks(Map.of(wang.id(), "FOR", zhou.id(), "FOR")), 200));
		election.does("close", Map.of(), Hall.OFFICE);
		assertThat(results(election.does("announce", Map.of(), Hall.CHAIR).path("count").path("election")))
			.isEqualTo("王某=13 ELECTED, 周某=13 ELECTED, 郑某=0 NOT_ELECTED");
		assertThat(agendaItem(session, item).path("result").asString()).isEqualTo("PASSED");
		assertThat(wang.seen(deputy(1)).path("state").asString()).isEqualTo("APPOINTED");
	}

	private static Map<String, Object> byHand(String candidate, int votesFor, int against, int abstained,
			int notPressed, int invalid) {
		return Map.of("notPressed", notPressed, "invalid", invalid, "candidates", List
			.of(Map.of("candidate", candidate, "votesFor", votesFor, "against", against, "abstained", abstained)));
	}

	private static Map<String, Object> nomination(String person, String name, String post, List<UUID> deputies) {
		Map<String, Object> body = new HashMap<>(
				Map.of("person", person, "name", name, "post", post, "introduction", "如实介绍"));
		if (!deputies.isEmpty()) {
			body.put("deputies", deputies);
		}
		return body;
	}

	private Opened nominated(String person, String name, String post, String token, List<UUID> deputies) {
		JsonNode made = this.calls.posted(NOMINATIONS, nomination(person, name, post, deputies), token);
		return this.calls.at(APPOINTMENTS, made);
	}

	private static Map<String, Object> discussed() {
		return Map.of("nominationsFrom", today().minusDays(3));
	}

	private static Map<String, Object> list(List<String> candidates, int seats, Map<String, Object> more) {
		Map<String, Object> body = new HashMap<>(
				Map.of("candidates", candidates, "seats", seats, "method", "选举办法；主席团第三次会议决定"));
		body.putAll(more);
		return body;
	}

	private UUID stand(Map<String, Object> body) {
		Hall.Reply reply = this.hall.send("POST", ELECTIONS, body, COUNCIL);
		assertThat(reply.status()).as(reply.text()).isEqualTo(201);
		return UUID.fromString(reply.json().path("id").asString());
	}

	/**
	 * The item of a list on the adopted agenda of a session.
	 */
	private UUID onAgenda(Running session, UUID list) {
		session.step("propose-item", MeetingFixtures.item("appointment", list, Purpose.ELECT), COUNCIL);
		UUID item = session.items().getLast();
		session.step("adopt-agenda", Map.of(), MeetingFixtures.OFFICE);
		return item;
	}

	private static JsonNode agendaItem(Running session, UUID item) {
		return session.shown()
			.path("agenda")
			.valueStream()
			.filter((one) -> one.path("id").asString().equals(item.toString()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Opens a ballot, gives every deputy a paper and begins casting.
	 */
	private List<Phone> papersOf(Hall.One ballot) {
		String key = ballot.does("open", Map.of(), Hall.CHAIR).path("opening").path("key").asString();
		List<Phone> phones = new ArrayList<>();
		for (int i = 1; i <= DEPUTIES; i++) {
			BlindedPaper paper = new BlindedPaper(key);
			Hall.Reply taken = ballot.take(paper.blinded(), deputy(i));
			assertThat(taken.status()).as(taken.text()).isEqualTo(200);
			phones.add(new Phone(ballot, paper.serial(), paper.signature(taken.json().path("signed").asString())));
		}
		ballot.does("start", Map.of(), Hall.OFFICE);
		return phones;
	}

	private static Map<String, Object> marks(Map<String, String> choices) {
		return Map.of("marks", choices.entrySet().stream().map((one) -> mark(one.getKey(), one.getValue())).toList());
	}

	private static Map<String, Object> mark(String candidate, String choice) {
		return Map.of("candidate", candidate, "choice", choice);
	}

	private static String results(JsonNode election) {
		return String.join(", ",
				election.path("placings")
					.valueStream()
					.map((one) -> one.path("name").asString() + "=" + one.path("tally").path("votesFor").asInt() + " "
							+ one.path("result").asString())
					.toList());
	}

	/**
	 * The stream of a ballot that is over, whole.
	 */
	private String watched(Hall.One ballot) {
		return String.valueOf(this.client.get()
			.uri(ballot.path + "/live")
			.header("Accept", "text/event-stream")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	/**
	 * How many papers are in the box, by the first look at a ballot that goes on.
	 */
	private int progress(Hall.One ballot) {
		String data = this.client.get()
			.uri(ballot.path + "/live")
			.exchange()
			.returnResult(String.class)
			.getResponseBody()
			.blockFirst();
		return JSON.readTree(data).path("cast").asInt();
	}

	/**
	 * A deputy's device with a paper.
	 */
	private final class Phone {

		private final Hall.One ballot;

		private final String serial;

		private final String signature;

		private Phone(Hall.One ballot, String serial, String signature) {
			this.ballot = ballot;
			this.serial = serial;
			this.signature = signature;
		}

		private JsonNode casts(Map<String, Object> marks, int status) {
			Map<String, Object> paper = new HashMap<>(marks);
			paper.put("serial", this.serial);
			paper.put("signature", this.signature);
			Hall.Reply reply = ElectionApiTest.this.hall.send("POST", this.ballot.path + "/papers", paper, "");
			assertThat(reply.status()).as(reply.text()).isEqualTo(status);
			return reply.json();
		}

	}

}
