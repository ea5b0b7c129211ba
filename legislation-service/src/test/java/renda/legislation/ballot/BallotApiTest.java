package renda.legislation.ballot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
@Import(BallotApiTest.Kinds.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class BallotApiTest {

	private static final Body BODY = Body.STANDING_COMMITTEE;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Hall.Things things;

	@MockitoBean
	private Sittings sittings;

	private Hall hall;

	private List<UUID> members;

	@BeforeAll
	void seats() {
		this.hall = new Hall(this.client, this.database, this.sittings);
		this.members = this.hall.seat(BODY, 51);
	}

	@Test
	void anItemWithoutACaseIsPutAsTheAgendaCallsIt() {
		Sitting.Item item = new Sitting.Item(UUID.randomUUID(), "", null, Purpose.VOTE, true, null, "关于某事的决议");
		Sitting sitting = this.hall.meeting(BODY, this.members, 40, List.of(item));
		JsonNode question = this.hall.ballot(sitting, Map.of(), item).seen(Hall.CHAIR).path("question");
		assertThat(question.path("text").asString()).isEqualTo("关于某事的决议");
		assertThat(question.path("subjects").path(0).path("title").asString()).isEqualTo("关于某事的决议");
	}

	@Test
	void anOpenBallotGoesFromTheDraftToTheRecord() throws InterruptedException {
		Sitting sitting = this.hall.meeting(BODY, this.members, 25, Purpose.VOTE);
		Sitting.Item item = sitting.agenda().getFirst();
		Hall.One one = this.hall.ballot(sitting, Map.of("question", "是否通过某决定"), item);
		assertThat(this.hall.get(one.path, "").status()).isEqualTo(404);
		assertThat(one.seen(Hall.member(BODY, 1)).path("state").asString()).isEqualTo("DRAFT");
		assertThat(one.vote("FOR", Hall.member(BODY, 1)).status()).isEqualTo(404);
		assertThat(one.step("open", Map.of(), Hall.OFFICE).status()).isEqualTo(403);
		assertThat(this.hall.send("POST", one.path + "/open", Map.of(), Hall.CHAIR).status()).isEqualTo(428);
		one.refused("open", Map.of(), Hall.CHAIR, "MTG-02");
		assertThat(one.step("open", Map.of(), Hall.CHAIR).json().path("facts").toString()).contains("\"members\":51",
				"\"present\":25", "\"needed\":26");
		this.hall.come(sitting, this.members.subList(0, 40));
		JsonNode open = one.does("open", Map.of(), Hall.CHAIR);
		assertThat(open.path("opening").path("members").asInt()).isEqualTo(51);
		assertThat(open.path("opening").path("present").asInt()).isEqualTo(40);
		assertThat(open.path("opening").path("by").asString()).isNotEmpty();
		assertThat(open.path("phase").asString()).isEqualTo("VOTING");

		assertThat(one.duty(Hall.member(BODY, 1)).path("steps").path(0).path("name").asString()).isEqualTo("vote");
		assertThat(one.duty(Hall.member(BODY, 1)).path("title").path("zh").asString()).isEqualTo("是否通过某决定");
		assertThat(one.duty(Hall.member(BODY, 41)).isMissingNode()).as("the desk of an absent member").isTrue();

		List<ServerSentEvent<JsonNode>> live = new ArrayList<>();
		CountDownLatch over = new CountDownLatch(1);
		Disposable watching = watch(one, live, over);
		assertThat(one.vote("FOR", "").status()).isEqualTo(401);
		assertThat(one.vote("FOR", Tokens.of(Role.RESIDENT).value()).status()).isEqualTo(403);
		assertThat(one.vote("FOR", Tokens.of(Role.MEMBER).subject("stranger").value()).status()).isEqualTo(403);
		Hall.Reply absent = one.vote("FOR", Hall.member(BODY, 41));
		assertThat(absent.status()).isEqualTo(422);
		assertThat(absent.json().path("rule").asString()).isEqualTo("MTG-20");
		assertThat(one.vote("NOT_PRESSED", Hall.member(BODY, 1)).status()).isEqualTo(400);
		assertThat(one.vote("MAYBE", Hall.member(BODY, 1)).status()).isEqualTo(400);
		Hall.Reply first = one.vote("AGAINST", Hall.member(BODY, 1), "Idempotency-Key", "press-1");
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		assertThat(one.vote("AGAINST", Hall.member(BODY, 1), "Idempotency-Key", "press-1").text())
			.isEqualTo(first.text());
		assertThat(one.vote("AGAINST", Hall.member(BODY, 1)).json().path("press").asInt()).isEqualTo(1);
		assertThat(one.vote("FOR", Hall.member(BODY, 1)).json().path("press").asInt()).isEqualTo(2);
		assertThat(one.duty(Hall.member(BODY, 1)).isMissingNode()).as("the desk of a member who has voted").isTrue();
		assertThat(one.duty(Hall.member(BODY, 2)).isMissingNode()).isFalse();
		assertThat(press(one, "ABSTAIN", 1, 1).json().path("choice").asString()).isEqualTo("FOR");
		for (int i = 2; i <= 25; i++) {
			assertThat(one.vote("FOR", Hall.member(BODY, i)).status()).isEqualTo(200);
		}
		for (int i = 26; i <= 30; i++) {
			assertThat(one.vote("AGAINST", Hall.member(BODY, i)).status()).isEqualTo(200);
		}
		assertThat(one.vote("ABSTAIN", Hall.member(BODY, 31)).status()).isEqualTo(200);
		assertThat(this.hall.get(one.path + "/votes", "").status()).isEqualTo(409);
		assertThat(this.hall.get(one.path + "/sheet", "").status()).isEqualTo(404);

		JsonNode counted = one.does("close", Map.of(), Hall.OFFICE);
		assertThat(counted.path("count").path("tally").toString())
			.isEqualTo("{\"votesFor\":25,\"against\":5,\"abstained\":1,\"notPressed\":9,\"invalid\":0}");
		assertThat(counted.path("count").path("outcome").path("passed").asBoolean()).isFalse();
		assertThat(counted.path("count").path("outcome").path("explanation").path("en").asString())
			.contains("members 51, present 40, for 25", "needed 26", "not passed", "地方组织法");
		assertThat(one.seen("").has("count")).isFalse();
		assertThat(event("ballot.counted", one.id).toString()).contains("COUNTED")
			.doesNotContain("tally", "passed", "voters");
		assertThat(one.duty(Hall.member(BODY, 32)).isMissingNode()).as("it is closed").isTrue();
		assertThat(one.vote("FOR", Hall.member(BODY, 2)).status()).isEqualTo(200);
		assertThat(one.vote("AGAINST", Hall.member(BODY, 2)).status()).isEqualTo(409);
		assertThat(one.vote("FOR", Hall.member(BODY, 32)).status()).isEqualTo(409);

		assertThat(one.step("announce", Map.of(), Hall.OFFICE).status()).isEqualTo(403);
		one.does("announce", Map.of(), Hall.CHAIR);
		assertThat(this.hall.settled).contains(item.id());
		assertThat(this.things.decided).anySatisfy((decided) -> {
			assertThat(decided.ballot()).hasToString(one.id);
			assertThat(decided.passed()).isFalse();
		});
		JsonNode votes = this.hall.get(one.path + "/votes?limit=1000", "").json().path("items");
		assertThat(votes.size()).isEqualTo(51);
		assertThat(votes.findValuesAsString("choice")).filteredOn("NOT_PRESSED"::equals).hasSize(9);
		assertThat(this.hall.get(one.path + "/votes?choice=AGAINST", "").json().path("items").size()).isEqualTo(5);
		assertThat(this.hall.get(Hall.PATH + "?passed=false&subject=item/" + item.id(), "")
			.json()
			.path("items")
			.path(0)
			.path("notPressed")
			.asInt()).isEqualTo(9);
		assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
		watching.dispose();
		assertThat(live.getLast().event()).isEqualTo("outcome");
		assertThat(live.getLast().data().path("passed").asBoolean()).isFalse();
		assertThat(live).anySatisfy((event) -> assertThat(event.data().path("cast").asInt()).isEqualTo(31));
		JsonNode announced = event("ballot.announced", one.id);
		assertThat(announced.path("tally").path("notPressed").asInt()).isEqualTo(9);
		assertThat(announced.path("voters").size()).isEqualTo(40);
		assertThat(announced.path("voters").findValuesAsString("choice")).filteredOn("FOR"::equals).hasSize(25);
		one.does("record", Map.of(), Hall.OFFICE);
	}

	@Test
	void theResultSheetIsGenuineAndEveryChangeShows() {
		Sitting sitting = this.hall.meeting(BODY, this.members, 30, Purpose.VOTE, Purpose.VOTE);
		String before = "";
		for (Sitting.Item item : sitting.agenda()) {
			Hall.One one = this.hall.ballot(sitting, Map.of(), item);
			one.does("open", Map.of(), Hall.CHAIR);
			one.vote("FOR", Hall.member(BODY, 3));
			one.does("close", Map.of(), Hall.CHAIR);
			one.does("announce", Map.of(), Hall.CHAIR);
			JsonNode sheet = this.hall.get(one.path + "/sheet", "").json();
			assertThat(sheet.path("sheet").path("previous").asString()).isEqualTo(before);
			before = sheet.path("digest").asString();
			assertThat(verdict(sheet.toString()))
				.isEqualTo("{\"genuine\":true,\"unchanged\":true,\"signed\":true,\"recorded\":true}");
			assertThat(verdict(sheet.toString().replace("\"choice\":\"FOR\"", "\"choice\":\"AGAINST\"")))
				.contains("\"genuine\":false", "\"unchanged\":false");
			assertThat(verdict(
					sheet.toString().replace(before, ((before.charAt(0) == '0') ? "1" : "0") + before.substring(1))))
				.contains("\"genuine\":false");
			Hall.Reply page = this.hall.send("GET", one.path + "/sheet", "", "", "Accept", "text/html");
			assertThat(page.text()).contains("表决结果单", before, "（赞成）", "（未按表决器）");
		}
		assertThat(this.hall.get(Hall.PATH + "/sheet-key", "").json().path("algorithm").asString())
			.isEqualTo("Ed25519");
	}

	@Test
	void mtg21AmendmentsComeFirstAndApt18TheRemovalBeforeTheAppointment() {
		Sitting sitting = this.hall.meeting(BODY, this.members, 30, Purpose.VOTE, Purpose.DISMISS, Purpose.APPOINT);
		Sitting.Item motion = sitting.agenda().getFirst();
		Hall.One whole = this.hall.ballot(sitting, Map.of(), motion);
		Hall.One amendment = this.hall.ballot(sitting, Map.of("scope", "AMENDMENT", "part", "第三条增加一款"), motion);
		Hall.One clause = this.hall.ballot(sitting, Map.of("scope", "CLAUSE", "part", "第五条"), motion);
		whole.refused("open", Map.of(), Hall.CHAIR, "LEG-44");
		int decided = this.things.decided.size();
		through(clause);
		whole.refused("open", Map.of(), Hall.CHAIR, "MTG-21");
		through(amendment);
		assertThat(this.things.decided).as("a clause and an amendment settle nothing").hasSize(decided);
		assertThat(this.hall.settled).doesNotContain(motion.id());
		Hall.One again = this.hall.ballot(sitting, Map.of(), motion);
		through(whole);
		assertThat(this.things.decided).hasSize(decided + 1);
		again.refused("open", Map.of(), Hall.CHAIR, "MTG-09");
		Hall.One dismissal = this.hall.ballot(sitting, Map.of(), sitting.agenda().get(1));
		Hall.One appointment = this.hall.ballot(sitting, Map.of("after", List.of(dismissal.id)),
				sitting.agenda().get(2));
		appointment.refused("open", Map.of(), Hall.CHAIR, "APT-18");
		dismissal.does("withdraw", Map.of("reason", "撤回免职案"), Hall.COUNCIL);
		appointment.does("open", Map.of(), Hall.CHAIR);
	}

	@Test
	void refusesDraftsThatTheLawRefuses() {
		Sitting sitting = this.hall.meeting(BODY, this.members, 30, Purpose.VOTE, Purpose.REMOVE, Purpose.APPOINT,
				Purpose.APPOINT, Purpose.HEAR_REPORT, Purpose.VOTE);
		List<Sitting.Item> agenda = sitting.agenda();
		assertThat(rule(sitting, Map.of("secret", false), agenda.get(1))).isEqualTo("INQ-24");
		assertThat(rule(sitting, Map.of("secret", false), agenda.get(2))).isEqualTo("APT-16");
		assertThat(rule(sitting, Map.of(), agenda.get(2), agenda.get(3))).isEqualTo("APT-17");
		assertThat(rule(sitting, Map.of("together", "均为法官，名单一并表决"), agenda.get(2), agenda.get(3))).isEmpty();
		assertThat(rule(sitting, Map.of(), agenda.get(0), agenda.get(5))).isEqualTo("LEG-45");
		assertThat(rule(sitting, Map.of("together", "一揽子修改"), agenda.get(0), agenda.get(5))).isEmpty();
		assertThat(rule(sitting, Map.of(), agenda.get(4))).isEqualTo("MTG-09");
		assertThat(rule(sitting, Map.of("scope", "AMENDMENT"), agenda.get(0))).isEqualTo("LEG-44");
		assertThat(rule(sitting, Map.of("panel", List.of(this.members.getFirst())), agenda.get(0))).isEqualTo("MTG-18");
		assertThat(
				this.hall.draft(Map.of("meeting", UUID.randomUUID(), "items", List.of(agenda.get(0).id())), Hall.OFFICE)
					.status())
			.isEqualTo(400);
		assertThat(this.hall.draft(Map.of("meeting", sitting.id(), "items", List.of(UUID.randomUUID())), Hall.OFFICE)
			.status()).isEqualTo(400);
		assertThat(this.hall
			.draft(Map.of("meeting", sitting.id(), "items", List.of(agenda.get(0).id()), "after",
					List.of(UUID.randomUUID())), Hall.OFFICE)
			.status()).isEqualTo(400);
		assertThat(this.hall
			.draft(Map.of("meeting", sitting.id(), "items", List.of(agenda.get(0).id())), Hall.member(BODY, 1))
			.status()).isEqualTo(403);
	}

	@Test
	void mtg23WhenTheDevicesFailHandsAreCountedTwiceByTwoPersons() {
		Sitting sitting = this.hall.meeting(BODY, this.members, 30, Purpose.VOTE);
		Hall.One one = this.hall.ballot(sitting, Map.of(), sitting.agenda().getFirst());
		one.does("open", Map.of(), Hall.CHAIR);
		one.vote("AGAINST", Hall.member(BODY, 1));
		one.does("fall-back", Map.of("reason", "系统故障", "method", "HANDS"), Hall.CHAIR);
		assertThat(one.vote("FOR", Hall.member(BODY, 1)).status()).isEqualTo(409);
		one.refused("tally", numbers(27, 1, 1, 0, 0), Hall.OFFICE, "MTG-20");
		one.refused("tally", numbers(27, 1, 1, 0, 1), Hall.OFFICE, "MTG-20");
		List<Map<String, Object>> named = new ArrayList<>();
		for (int i = 0; i < 29; i++) {
			named.add(Map.of("member", this.members.get(i), "choice", (i < 27) ? "FOR" : "ABSTAIN"));
		}
		Map<String, Object> count = numbers(27, 0, 2, 1, 0);
		count.put("votes", named.subList(0, 20));
		one.refused("tally", count, Hall.OFFICE, "MTG-22");
		count.put("votes", named);
		one.does("tally", count, Hall.OFFICE);
		assertThat(this.hall.get(one.path + "/timeline", Hall.COUNCIL).text()).contains("votesFor");
		assertThat(this.hall.get(one.path + "/timeline", "").text()).contains("tally").doesNotContain("votesFor");
		assertThat(one.seen("").toString()).contains("countedOnce").doesNotContain("votesFor");
		one.refused("confirm", numbers(27, 0, 2, 1, 0), Hall.OFFICE, "MTG-22");
		one.refused("confirm", numbers(26, 0, 3, 1, 0), Hall.SECOND, "MTG-22");
		one.does("confirm", numbers(27, 0, 2, 1, 0), Hall.SECOND);
		JsonNode announced = one.does("announce", Map.of(), Hall.CHAIR);
		assertThat(announced.path("count").path("outcome").path("passed").asBoolean()).isTrue();
		assertThat(announced.path("count").path("by").asString()).contains("、");
		JsonNode votes = this.hall.get(one.path + "/votes?limit=1000", "").json().path("items");
		assertThat(votes.findValuesAsString("choice")).hasSize(30).filteredOn("FOR"::equals).hasSize(27);
	}

	@Test
	void whatACaseDoesNotTakeIsNotAnnounced() {
		Sitting sitting = this.hall.meeting(BODY, this.members, 30, Purpose.VOTE);
		Sitting.Item item = sitting.agenda().getFirst();
		this.things.broken.add(item.subject());
		Hall.One one = this.hall.ballot(sitting, Map.of(), item);
		one.does("open", Map.of(), Hall.CHAIR);
		one.does("close", Map.of(), Hall.CHAIR);
		assertThat(one.step("announce", Map.of(), Hall.CHAIR).status()).isEqualTo(500);
		assertThat(one.seen("").path("state").asString()).isEqualTo("COUNTED");
		this.things.broken.clear();
		one.does("announce", Map.of(), Hall.CHAIR);
	}

	private String rule(Sitting sitting, Map<String, Object> more, Sitting.Item... items) {
		Map<String, Object> body = new HashMap<>(more);
		body.put("meeting", sitting.id());
		body.put("items", List.of(items).stream().map(Sitting.Item::id).toList());
		Hall.Reply reply = this.hall.draft(body, Hall.OFFICE);
		assertThat(reply.status()).as(reply.text()).isIn(201, 422);
		return reply.json().path("rule").isString() && reply.status() == 422 ? reply.json().path("rule").asString()
				: "";
	}

	private void through(Hall.One one) {
		one.does("open", Map.of(), Hall.CHAIR);
		one.does("close", Map.of(), Hall.CHAIR);
		one.does("announce", Map.of(), Hall.CHAIR);
	}

	private Hall.Reply press(Hall.One one, String choice, int press, int member) {
		return this.hall.send("PUT", one.path + "/vote", Map.of("choice", choice, "press", press),
				Hall.member(BODY, member));
	}

	private String verdict(String sheet) {
		return this.hall.send("POST", Hall.PATH + "/verify", sheet, "").text();
	}

	public static Map<String, Object> numbers(int votesFor, int against, int abstained, int notPressed, int invalid) {
		return new HashMap<>(Map.of("votesFor", votesFor, "against", against, "abstained", abstained, "notPressed",
				notPressed, "invalid", invalid));
	}

	/**
	 * Follows the feed until the event is there: a page that has earlier ones does not
	 * wait for it.
	 */
	private JsonNode event(String type, String id) {
		String after = "";
		for (int page = 0; page < 20; page++) {
			JsonNode events = this.hall.get("/api/v1/legislation/events?limit=1000&timeout=5&types=" + type + after, "")
				.json();
			for (JsonNode event : events) {
				if (event.path("subject").asString().equals("ballot/" + id)) {
					return event.path("data");
				}
				after = "&lastEventId=" + event.path("id").asString();
			}
		}
		throw new AssertionError("the feed has no " + type + " of " + id);
	}

	private Disposable watch(Hall.One one, List<ServerSentEvent<JsonNode>> live, CountDownLatch over) {
		Flux<ServerSentEvent<JsonNode>> stream = this.client.mutate()
			.responseTimeout(Duration.ofSeconds(60))
			.build()
			.get()
			.uri(one.path + "/live")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.header("Last-Event-ID", "anything")
			.exchange()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {
			})
			.getResponseBody();
		return stream.filter((event) -> event.event() != null)
			.doOnNext(live::add)
			.doOnTerminate(over::countDown)
			.subscribe();
	}

	@TestConfiguration
	public static class Kinds {

		@Bean
		Hall.Things things() {
			return new Hall.Things();
		}

	}

}
