package renda.legislation.ballot;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Subject;
import renda.legislation.agenda.Tabled;
import renda.legislation.member.Body;
import renda.legislation.sitting.Present;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.store.Ids;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hall with members who have devices: what the tests of ballots over HTTP have in
 * common.
 */
public final class Hall {

	public static final String PATH = "/api/v1/legislation/ballots";

	public static final String CHAIR = Tokens.of(Role.CHAIR).subject("the-chair").value();

	public static final String OFFICE = Tokens.of(Role.GENERAL_OFFICE).subject("office-one").value();

	public static final String SECOND = Tokens.of(Role.GENERAL_OFFICE).subject("office-two").value();

	public static final String COUNCIL = Tokens.of(Role.COUNCIL).value();

	private static final JsonMapper JSON = new JsonMapper();

	private final WebTestClient client;

	private final DatabaseClient database;

	private final Sittings sittings;

	private final Map<UUID, Sitting> meetings = new HashMap<>();

	private final Map<UUID, List<Present>> present = new ConcurrentHashMap<>();

	public final List<UUID> settled = new CopyOnWriteArrayList<>();

	/**
	 * The requests alone, for meetings that are held.
	 */
	public Hall(WebTestClient client) {
		this(client, Mockito.mock(DatabaseClient.class), Mockito.mock(Sittings.class));
	}

	public Hall(WebTestClient client, DatabaseClient database, Sittings sittings) {
		this.client = client;
		this.database = database;
		this.sittings = sittings;
	}

	/**
	 * Puts people into office.
	 */
	public List<UUID> seat(Body body, int count) {
		List<UUID> ids = new ArrayList<>();
		String post = (body == Body.CONGRESS) ? "DEPUTY" : "MEMBER";
		for (int i = 0; i < count; i++) {
			ids.add(Ids.next());
		}
		this.database.sql("""
				INSERT INTO member (id, body, term, name, account, post, since)
				SELECT id, $2, 16, '成员' || number, $2 || '-' || number, $3, date '2022-01-01'
				FROM unnest($1::uuid[]) WITH ORDINALITY AS seat (id, number)""")
			.bind(0, ids.toArray(UUID[]::new))
			.bind(1, body.name())
			.bind(2, post)
			.fetch()
			.rowsUpdated()
			.block();
		return ids;
	}

	/**
	 * The token of the n-th member, from 1.
	 */
	public static String member(Body body, int number) {
		Role role = (body == Body.CONGRESS) ? Role.DEPUTY : Role.MEMBER;
		return Tokens.of(role).subject(body.name() + "-" + number).value();
	}

	/**
	 * A meeting that is open, with items for these purposes.
	 */
	public Sitting meeting(Body body, List<UUID> members, int present, Purpose... purposes) {
		List<Sitting.Item> items = new ArrayList<>();
		for (Purpose purpose : purposes) {
			items.add(new Sitting.Item(Ids.next(), "thing", Ids.next(), purpose, true, LocalDate.of(2026, 11, 1)));
		}
		return meeting(body, members, present, items);
	}

	/**
	 * A meeting that is open, with these items.
	 */
	public Sitting meeting(Body body, List<UUID> members, int present, List<Sitting.Item> items) {
		Sitting sitting = new Sitting(Ids.next(), "CWH-16-03", "第十六届人大常委会第三次会议", body, 16, 3, LocalDate.now(),
				LocalDate.now(), true, members.size(), present, items);
		this.meetings.put(sitting.id(), sitting);
		come(sitting, members.subList(0, present));
		Mockito.when(this.sittings.of(Mockito.any()))
			.thenAnswer((call) -> Mono.justOrEmpty(this.meetings.get(call.<UUID>getArgument(0))));
		Mockito.when(this.sittings.present(Mockito.any()))
			.thenAnswer((call) -> Mono.just(this.present.getOrDefault(call.<UUID>getArgument(0), List.of())));
		Mockito.when(this.sittings.concluded(Mockito.any())).thenAnswer((call) -> Mono.just(List.copyOf(this.settled)));
		Mockito.when(this.sittings.settled(Mockito.any(), Mockito.any(Decided.class), Mockito.any()))
			.thenAnswer((call) -> Mono.fromRunnable(() -> this.settled.add(call.getArgument(0))));
		return sitting;
	}

	public void come(Sitting sitting, List<UUID> members) {
		this.present.put(sitting.id(), members.stream().map((member) -> new Present(member, false)).toList());
	}

	/**
	 * Sends a request.
	 * @param token empty: none
	 */
	public Reply send(String method, String path, Object body, String token, String... headers) {
		WebTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(method)).uri(path);
		if (!token.isEmpty()) {
			request.headers((all) -> all.setBearerAuth(token));
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		WebTestClient.RequestHeadersSpec<?> ready = method.equals("GET") ? request
				: request.contentType(MediaType.APPLICATION_JSON).bodyValue(bytes(body));
		EntityExchangeResult<String> result = ready.exchange().expectBody(String.class).returnResult();
		String text = (result.getResponseBody() != null) ? result.getResponseBody() : "{}";
		String tag = result.getResponseHeaders().getETag();
		return new Reply(result.getStatus().value(), text, (tag != null) ? tag : "");
	}

	/**
	 * As bytes, which the client does not write into the log that it shares with the
	 * service.
	 */
	public static byte[] bytes(Object body) {
		return (body instanceof String text) ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
	}

	public Reply get(String path, String token) {
		return send("GET", path, "", token);
	}

	public Reply draft(Map<String, Object> body, String token) {
		return send("POST", PATH, body, token);
	}

	/**
	 * A ballot on items of a meeting.
	 */
	public One ballot(Sitting sitting, Map<String, Object> more, Sitting.Item... items) {
		return ballot(sitting.id(), more, List.of(items).stream().map(Sitting.Item::id).toArray(UUID[]::new));
	}

	public One ballot(UUID meeting, Map<String, Object> more, UUID... items) {
		Map<String, Object> body = new HashMap<>(more);
		body.put("meeting", meeting);
		body.put("items", items);
		Reply reply = draft(body, OFFICE);
		assertThat(reply.status()).as(reply.text()).isEqualTo(201);
		return new One(reply.json().path("id").asString(), reply.tag());
	}

	/**
	 * A ballot that a test goes through.
	 */
	public final class One {

		public final String path;

		public final String id;

		private String tag;

		One(String id, String tag) {
			this.id = id;
			this.path = PATH + "/" + id;
			this.tag = tag;
		}

		public Reply step(String step, Object body, String token) {
			Reply reply = send("POST", this.path + "/" + step, body, token, "If-Match", this.tag);
			if (reply.status() == 200) {
				this.tag = reply.tag();
			}
			return reply;
		}

		public JsonNode does(String step, Object body, String token) {
			Reply reply = step(step, body, token);
			assertThat(reply.status()).as(step + ": " + reply.text()).isEqualTo(200);
			return reply.json();
		}

		public void refused(String step, Object body, String token, String rule) {
			Reply reply = step(step, body, token);
			assertThat(reply.status()).as(reply.text()).isEqualTo(422);
			assertThat(reply.json().path("rule").asString()).isEqualTo(rule);
			assertThat(reply.json().path("citation").asString()).isNotEmpty();
		}

		public Reply vote(String choice, String token, String... headers) {
			return send("PUT", this.path + "/vote", Map.of("choice", choice), token, headers);
		}

		public Reply take(String blinded, String token) {
			return send("POST", this.path + "/paper", Map.of("blinded", blinded), token);
		}

		public Reply cast(String serial, String signature, String choice, String token) {
			return send("POST", this.path + "/papers",
					Map.of("serial", serial, "signature", signature, "choice", choice), token);
		}

		/**
		 * What the desk says that somebody is to do about it; missing where it says
		 * nothing.
		 */
		public JsonNode duty(String token) {
			return get("/api/v1/legislation/desk", token).json()
				.path("waiting")
				.valueStream()
				.filter((waiting) -> waiting.path("id").asString().equals(this.id))
				.findFirst()
				.orElseGet(MissingNode::getInstance);
		}

		public JsonNode seen(String token) {
			Reply reply = get(this.path, token);
			assertThat(reply.status()).as(reply.text()).isEqualTo(200);
			return reply.json();
		}

	}

	/**
	 * What came back.
	 */
	public record Reply(int status, String text, String tag) {

		public JsonNode json() {
			return JSON.readTree(this.text);
		}

	}

	/**
	 * A kind of case that is put to the vote.
	 */
	public static final class Things implements Tabled {

		public final List<Decided> decided = new CopyOnWriteArrayList<>();

		public final Set<UUID> broken = ConcurrentHashMap.newKeySet();

		@Override
		public String kind() {
			return "thing";
		}

		@Override
		public Mono<Subject> subject(UUID id) {
			return Mono.just(new Subject("thing", id, "T-1", "关于某事的决定草案", "/things/" + id, Set.of(Purpose.values())));
		}

		@Override
		public Deciding deciding(Purpose purpose) {
			return (purpose == Purpose.APPOINT || purpose == Purpose.DISMISS) ? Deciding.SECRET : Deciding.OPEN;
		}

		@Override
		public Mono<Void> decided(UUID id, Decided outcome, Caller announcer) {
			return this.broken.contains(id) ? Mono.error(new IllegalStateException("the case does not take it"))
					: Mono.fromRunnable(() -> this.decided.add(outcome));
		}

	}

}
