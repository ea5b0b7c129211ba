package renda.platform.webhook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import renda.platform.app.SmallApplication;
import renda.platform.event.EventLog;
import renda.platform.event.FeedClock;
import renda.platform.event.Outbox;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import renda.platform.work.Workers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
@TestPropertySource(properties = { "renda.webhooks.allow-private=true", "renda.webhooks.first-retry=50ms",
		"renda.webhooks.longest-retry=200ms", "renda.webhooks.give-up-after=2s", "renda.webhooks.timeout=2s",
		"renda.webhooks.most=30" })
class WebhookTest {

	private static final String PATH = "/api/v1/small/webhooks";

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private Outbox outbox;

	@Autowired
	private TestPostgres.Database database;

	@Autowired
	private DatabaseClient queries;

	@Autowired
	private Vault vault;

	@Autowired
	private EventLog log;

	@Autowired
	private FeedClock feed;

	@Autowired
	private WebhookSettings settings;

	@Test
	void aReceiverThatWasDownGetsAllItMissedSignedAndInOrder() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "down.*");
			String secret = webhook.get("secret").asString();
			publish("down.event", 0, 5);
			Awaitility.await().until(() -> receiver.taken().size() == 5);
			receiver.answers(503);
			publish("down.event", 5, 20);
			publish("up.event", 0, 3);
			Awaitility.await().until(() -> receiver.refused().size() >= 2);
			JsonNode waiting = deliveries(webhook, "?state=PENDING").get(0);
			assertThat(waiting.get("status").asInt()).isEqualTo(503);
			assertThat(waiting.get("excerpt").asString()).isEqualTo("answer 503");
			assertThat(waiting.get("attempts").asInt()).isPositive();
			assertThat(waiting.hasNonNull("nextAttemptAt")).isTrue();
			receiver.answers(200);
			Awaitility.await().until(() -> receiver.taken().size() == 20);
			assertThat(receiver.numbers()).isEqualTo(IntStream.range(0, 20).boxed().toList());
			assertThat(receiver.taken()).allMatch((message) -> message.isSignedWith(secret))
				.allMatch((message) -> message.id().equals(message.json().get("id").asString()))
				.allMatch(
						(message) -> message.headers().get("content-type").startsWith("application/cloudevents+json"));
			// what was refused came again under the same id
			assertThat(receiver.refused()).extracting(Receiver.Message::id).containsOnly(receiver.taken().get(5).id());
			assertThat(deliveries(webhook, "?state=DELIVERED")).hasSize(20);
		}
	}

	@Test
	void twoCopiesOfTheServiceDeliverEachEventOnce() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "copied.*");
			Workers copy = new Workers(new SimpleMeterRegistry());
			new WebhookConfiguration().webhookDispatcher(this.queries, this.vault, this.log, this.feed,
					Clock.systemUTC(), this.settings, copy, "small");
			copy.start();
			try {
				publish("copied.event", 0, 40);
				Awaitility.await().until(() -> deliveries(webhook, "?state=DELIVERED").size() == 40);
				assertThat(receiver.numbers()).isEqualTo(IntStream.range(0, 40).boxed().toList());
			}
			finally {
				copy.stop();
			}
		}
	}

	@Test
	void stopsAfterAWhileAndGoesOnWhereItStopped() {
		try (Receiver receiver = new Receiver()) {
			receiver.answers(500);
			JsonNode webhook = register(receiver, "tired.*");
			publish("tired.event", 0, 3);
			Awaitility.await().until(() -> state(webhook).equals("FAILING"));
			assertThat(one(webhook).get("reason").get("en").asString()).contains("ACTIVE");
			receiver.answers(200);
			change(webhook, Map.of("url", receiver.url(), "types", List.of("tired.*"), "state", "ACTIVE"));
			Awaitility.await().until(() -> receiver.numbers().equals(List.of(0, 1, 2)));
			receiver.answers(410);
			publish("tired.event", 3, 4);
			Awaitility.await().until(() -> state(webhook).equals("FAILING"));
			assertThat(one(webhook).get("reason").get("en").asString()).contains("410");
		}
	}

	@Test
	void sendsAgainAndTestsWhenAsked() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "again.*");
			publish("again.event", 0, 1);
			Awaitility.await().until(() -> receiver.taken().size() == 1);
			Awaitility.await().until(() -> deliveries(webhook, "?state=DELIVERED").size() == 1);
			String first = deliveries(webhook, "").get(0).get("id").asString();
			post(webhook, "/deliveries/" + first + "/resend").expectStatus().isAccepted();
			Awaitility.await().until(() -> receiver.taken().size() == 2);
			assertThat(receiver.taken().get(1).id()).isEqualTo(receiver.taken().get(0).id());
			assertThat(receiver.taken().get(1).body()).isEqualTo(receiver.taken().get(0).body());
			post(webhook, "/test").expectStatus().isAccepted();
			Awaitility.await().until(() -> receiver.taken().size() == 3);
			assertThat(receiver.taken().get(2).json().get("type").asString()).isEqualTo("webhook.test");
			Awaitility.await().until(() -> deliveries(webhook, "?state=DELIVERED").size() == 3);
		}
	}

	@Test
	void signsWithBothSecretsForAWhileAfterAChange() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "rotated.*");
			JsonNode rotated = body(request(HttpMethod.POST, location(webhook) + "/rotate-secret", Role.DEPUTY)
				.header("If-Match", etag(webhook))
				.exchange()
				.expectStatus()
				.isOk());
			publish("rotated.event", 0, 1);
			Awaitility.await().until(() -> receiver.taken().size() == 1);
			Receiver.Message message = receiver.taken().getFirst();
			assertThat(rotated.get("secret").asString()).isNotEqualTo(webhook.get("secret").asString());
			assertThat(message.isSignedWith(rotated.get("secret").asString())).isTrue();
			assertThat(message.isSignedWith(webhook.get("secret").asString())).isTrue();
		}
	}

	@Test
	void pausesAndDeliversNothingMeanwhile() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "paused.*");
			change(webhook, Map.of("url", receiver.url(), "types", List.of("paused.*"), "state", "PAUSED"));
			publish("paused.event", 0, 2);
			try (Receiver other = new Receiver()) {
				register(other, "paused.*");
				publish("paused.event", 2, 3);
				Awaitility.await().until(() -> other.numbers().contains(2));
			}
			assertThat(receiver.taken()).isEmpty();
			change(one(webhook), Map.of("url", receiver.url(), "types", List.of("paused.*"), "state", "ACTIVE"));
			Awaitility.await().until(() -> receiver.numbers().equals(List.of(0, 1, 2)));
		}
	}

	@Test
	void showsTheSecretOnceAndKeepsItSealed() throws Exception {
		try (Receiver receiver = new Receiver()) {
			WebTestClient.RequestHeadersSpec<?> request = request(HttpMethod.POST, PATH, Role.DEPUTY)
				.header("Idempotency-Key", "secret-once")
				.bodyValue(Map.of("url", receiver.url()));
			JsonNode webhook = body(request.exchange().expectStatus().isCreated());
			JsonNode retried = body(request.exchange().expectStatus().isCreated());
			String secret = webhook.get("secret").asString();
			assertThat(retried.get("id")).isEqualTo(webhook.get("id"));
			assertThat(retried.hasNonNull("secret")).isFalse();
			assertThat(one(webhook).hasNonNull("secret")).isFalse();
			try (Connection connection = this.database.connect();
					ResultSet rows = connection.createStatement().executeQuery("""
							SELECT (SELECT count(*) FROM webhook WHERE position('whsec'::bytea IN secret) > 0)
							     + (SELECT count(*) FROM idempotency_key WHERE body LIKE '%whsec%')""")) {
				rows.next();
				assertThat(rows.getLong(1)).isZero();
			}
			assertThat(secret).startsWith("whsec_");
		}
	}

	@Test
	void isSeenByItsOwnerAndByOperatorsOnly() {
		try (Receiver receiver = new Receiver()) {
			JsonNode webhook = register(receiver, "seen.*");
			request(HttpMethod.GET, location(webhook), Role.STATION).exchange().expectStatus().isNotFound();
			request(HttpMethod.GET, location(webhook) + "/deliveries", Role.STATION).exchange()
				.expectStatus()
				.isNotFound();
			request(HttpMethod.POST, location(webhook) + "/test", Role.STATION).exchange().expectStatus().isNotFound();
			request(HttpMethod.DELETE, location(webhook), Role.STATION).header("If-Match", "\"1\"")
				.exchange()
				.expectStatus()
				.isNotFound();
			assertThat(body(request(HttpMethod.GET, PATH, Role.STATION).exchange()).get("items")).isEmpty();
			request(HttpMethod.GET, location(webhook), Role.OPERATOR).exchange().expectStatus().isOk();
			this.client.get().uri(PATH).exchange().expectStatus().isUnauthorized();
			request(HttpMethod.DELETE, location(webhook), Role.DEPUTY).exchange().expectStatus().isEqualTo(428);
			request(HttpMethod.DELETE, location(webhook), Role.DEPUTY).header("If-Match", "\"9\"")
				.exchange()
				.expectStatus()
				.isEqualTo(412);
			request(HttpMethod.DELETE, location(webhook), Role.DEPUTY).header("If-Match", "\"1\"")
				.exchange()
				.expectStatus()
				.isNoContent();
			request(HttpMethod.GET, location(webhook), Role.DEPUTY).exchange().expectStatus().isNotFound();
		}
	}

	@Test
	void refusesWhatIsNoAddressOrNoType() {
		List<Object> bad = List.of("ftp://example.org/", "example.org", "http://", "http://user:pw@example.org/",
				"http://example.org/#part", "javascript:alert(1)", "", "http://exa mple.org/");
		assertThat(bad).allSatisfy((url) -> request(HttpMethod.POST, PATH, Role.DEPUTY).bodyValue(Map.of("url", url))
			.exchange()
			.expectStatus()
			.isBadRequest());
		assertThat(List.of("*x", "A", "a b", "")).allSatisfy((type) -> request(HttpMethod.POST, PATH, Role.DEPUTY)
			.bodyValue(Map.of("url", "https://example.org/", "types", List.of(type)))
			.exchange()
			.expectStatus()
			.isBadRequest());
	}

	private JsonNode register(Receiver receiver, String types) {
		return body(request(HttpMethod.POST, PATH, Role.DEPUTY)
			.bodyValue(Map.of("url", receiver.url(), "types", List.of(types)))
			.exchange()
			.expectStatus()
			.isCreated());
	}

	private void change(JsonNode webhook, Map<String, Object> change) {
		request(HttpMethod.PUT, location(webhook), Role.DEPUTY).header("If-Match", etag(one(webhook)))
			.bodyValue(new HashMap<>(change))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private void publish(String type, int from, int to) {
		for (int i = from; i < to; i++) {
			this.transaction.transactional(this.outbox.append(type, "thing/1", Map.of("number", i))).block();
		}
	}

	private WebTestClient.ResponseSpec post(JsonNode webhook, String action) {
		return request(HttpMethod.POST, location(webhook) + action, Role.DEPUTY).exchange();
	}

	private JsonNode one(JsonNode webhook) {
		return body(request(HttpMethod.GET, location(webhook), Role.DEPUTY).exchange().expectStatus().isOk());
	}

	private String state(JsonNode webhook) {
		return one(webhook).get("state").asString();
	}

	private JsonNode deliveries(JsonNode webhook, String query) {
		return body(request(HttpMethod.GET, location(webhook) + "/deliveries" + query, Role.DEPUTY).exchange()
			.expectStatus()
			.isOk()).get("items");
	}

	private static String location(JsonNode webhook) {
		return PATH + "/" + webhook.get("id").asString();
	}

	private static String etag(JsonNode webhook) {
		return "\"" + webhook.get("version").asLong() + "\"";
	}

	private WebTestClient.RequestBodySpec request(HttpMethod method, String path, Role role) {
		return this.client.method(method)
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(Tokens.of(role).value()));
	}

	private static JsonNode body(WebTestClient.ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
		return JSON.readTree(result.getResponseBody());
	}

}
