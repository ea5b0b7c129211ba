package renda.legislation.meeting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.legislation.agenda.Purpose;
import renda.legislation.member.Body;
import renda.platform.security.Role;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meetings over HTTP, for the tests of whatever happens at one:
 * {@code MeetingFixtures.open(client, 16, 3, List.of(item("bill", id, Purpose.FIRST_READING)))}.
 */
public final class MeetingFixtures {

	public static final String PATH = "/api/v1/legislation/meetings";

	/** The members of the committee that {@link #committee} enters. */
	public static final int MEMBERS = 9;

	/** The deputies that {@link #congress} enters. */
	public static final int DEPUTIES = 12;

	public static final String COUNCIL = Tokens.of(Role.COUNCIL).value();

	public static final String CHAIR = Tokens.of(Role.CHAIR).value();

	public static final String OFFICE = Tokens.of(Role.GENERAL_OFFICE).value();

	private static final String PERSONNEL = Tokens.of(Role.PERSONNEL_OFFICE).value();

	private MeetingFixtures() {
	}

	/**
	 * The day in the city.
	 */
	public static LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

	/**
	 * A committee of {@link #MEMBERS} members, whose tokens have the subjects
	 * {@code member-1} and so on. Entering it again changes nothing.
	 */
	public static void committee(WebTestClient client) {
		StringBuilder rows = new StringBuilder("body,term,name,number,account,post,since,sample\n");
		for (int i = 1; i <= MEMBERS; i++) {
			String post = (i == 1) ? "CHAIR" : (i <= 3) ? "VICE_CHAIR" : (i == 4) ? "SECRETARY_GENERAL" : "MEMBER";
			rows.append("STANDING_COMMITTEE,16,委员%d,sc-%d,member-%d,%s,2023-01-05,true\n".formatted(i, i, i, post));
		}
		enter(client, rows.toString());
	}

	/**
	 * A congress of {@link #DEPUTIES} deputies, {@code deputy-1} and so on.
	 */
	public static void congress(WebTestClient client) {
		StringBuilder rows = new StringBuilder("body,term,name,number,account,post,delegation,since,sample\n");
		for (int i = 1; i <= DEPUTIES; i++) {
			rows.append("CONGRESS,16,代表%d,pc-%d,deputy-%d,DEPUTY,%s代表团,2023-01-05,true\n".formatted(i, i, i,
					(i % 2 == 0) ? "东" : "西"));
		}
		enter(client, rows.toString());
	}

	private static void enter(WebTestClient client, String rows) {
		JsonNode job = client.post()
			.uri("/api/v1/legislation/imports/members")
			.headers((headers) -> headers.setBearerAuth(PERSONNEL))
			.contentType(MediaType.parseMediaType("text/csv"))
			.bodyValue(rows)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(job).isNotNull();
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
	}

	/**
	 * The token of a member of the committee.
	 */
	public static String member(int number) {
		return Tokens.of(Role.MEMBER).subject("member-" + number).value();
	}

	/**
	 * The token of a deputy.
	 */
	public static String deputy(int number) {
		return Tokens.of(Role.DEPUTY).subject("deputy-" + number).value();
	}

	/**
	 * What {@code propose-item} takes.
	 */
	public static Map<String, Object> item(String kind, UUID subject, Purpose purpose) {
		return Map.of("kind", kind, "subject", subject, "purpose", purpose);
	}

	/**
	 * An item without a case.
	 */
	public static Map<String, Object> item(String title, Purpose purpose) {
		return Map.of("title", title, "purpose", purpose);
	}

	/**
	 * A meeting of the committee with these items on its agenda, open, its agenda
	 * adopted, and all members signed in.
	 */
	public static Running open(WebTestClient client, int number, List<Map<String, Object>> items) {
		return open(client, Body.STANDING_COMMITTEE, number, items);
	}

	/**
	 * A session or a meeting of the committee, open.
	 */
	public static Running open(WebTestClient client, Body body, int number, List<Map<String, Object>> items) {
		Running meeting = checkedIn(client, body, number, items);
		meeting.present(meeting.roll());
		if (body == Body.CONGRESS) {
			List<UUID> deputies = meeting.roll();
			meeting.step("hold-preparatory",
					Map.of("presidium", deputies.subList(0, 5), "secretaryGeneral", deputies.get(0)), COUNCIL);
		}
		meeting.step("open", Map.of(), (body == Body.CONGRESS) ? COUNCIL : CHAIR);
		if (!items.isEmpty()) {
			meeting.step("adopt-agenda", Map.of(), OFFICE);
		}
		return meeting;
	}

	/**
	 * A meeting to which members sign in now.
	 */
	public static Running checkedIn(WebTestClient client, Body body, int number, List<Map<String, Object>> items) {
		if (body == Body.CONGRESS) {
			congress(client);
		}
		else {
			committee(client);
		}
		Running meeting = planned(client, body, number);
		meeting.step("fix-date", Map.of("from", today(), "to", today().plusDays(1), "place", "会议厅"), COUNCIL);
		items.forEach((item) -> meeting.step("propose-item", item, COUNCIL));
		if (items.isEmpty()) {
			meeting.step("propose-item", item("其他事项", Purpose.DELIBERATE), COUNCIL);
		}
		meeting.step("notify", Map.of(), OFFICE);
		meeting.step("check-in", Map.of(), OFFICE);
		return meeting;
	}

	/**
	 * A special meeting that is planned for today.
	 */
	public static Running planned(WebTestClient client, Body body, int number) {
		Map<String, Object> plan = Map.of("body", body, "term", 16, "number", number, "kind", "SPECIAL", "from",
				today(), "to", today().plusDays(1), "basis", "主任会议决定", "sample", true);
		JsonNode made = client.post()
			.uri(PATH)
			.headers((headers) -> headers.setBearerAuth(COUNCIL))
			.bodyValue(plan)
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(made).isNotNull();
		return new Running(client, UUID.fromString(made.path("id").asString()));
	}

	/**
	 * A meeting that goes on.
	 */
	public static final class Running {

		private final WebTestClient client;

		private final UUID id;

		Running(WebTestClient client, UUID id) {
			this.client = client;
			this.id = id;
		}

		public UUID id() {
			return this.id;
		}

		/**
		 * The meeting as the office sees it now.
		 */
		public JsonNode shown() {
			return shown(OFFICE);
		}

		JsonNode shown(String token) {
			JsonNode body = this.client.get()
				.uri(PATH + "/" + this.id)
				.headers((headers) -> bearer(headers, token))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(JsonNode.class)
				.returnResult()
				.getResponseBody();
			assertThat(body).isNotNull();
			return body;
		}

		/**
		 * Takes a step, on the present version.
		 */
		public JsonNode step(String step, Map<String, Object> body, String token) {
			JsonNode after = attempt(step, body, token).expectBody(JsonNode.class).returnResult().getResponseBody();
			assertThat(after).isNotNull();
			assertThat(after.has("version")).as(step + ": " + after).isTrue();
			return after;
		}

		/**
		 * Tries to take a step, on the present version.
		 */
		public WebTestClient.ResponseSpec attempt(String step, Map<String, Object> body, String token) {
			long version = shown().path("version").asLong();
			return this.client.post()
				.uri(PATH + "/" + this.id + "/" + step)
				.headers((headers) -> bearer(headers, token))
				.header("If-Match", "\"" + version + "\"")
				.bodyValue(body)
				.exchange();
		}

		/**
		 * The members on the roll, in order.
		 */
		public List<UUID> roll() {
			JsonNode presence = this.client.get()
				.uri(PATH + "/" + this.id + "/presence")
				.headers((headers) -> bearer(headers, OFFICE))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(JsonNode.class)
				.returnResult()
				.getResponseBody();
			assertThat(presence).isNotNull();
			List<UUID> all = new ArrayList<>();
			presence.path("roll").forEach((entry) -> all.add(UUID.fromString(entry.path("member").asString())));
			return all;
		}

		/**
		 * Records members as present.
		 */
		public void present(List<UUID> members) {
			this.client.post()
				.uri(PATH + "/" + this.id + "/presence")
				.headers((headers) -> bearer(headers, OFFICE))
				.bodyValue(Map.of("present", members))
				.exchange()
				.expectStatus()
				.isOk();
		}

		/**
		 * Items of the agenda by their ids, in order.
		 */
		public List<UUID> items() {
			List<UUID> all = new ArrayList<>();
			shown().path("agenda").forEach((item) -> all.add(UUID.fromString(item.path("id").asString())));
			return all;
		}

		private static void bearer(HttpHeaders headers, String token) {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}

	}

}
