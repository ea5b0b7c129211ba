package renda.platform.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import renda.platform.app.SmallApplication;
import renda.platform.store.Ids;
import renda.platform.test.ServiceTest;
import renda.platform.work.Workers;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service consumes its own feed, through a door that can be shut.
 */
@ServiceTest(SmallApplication.class)
@Import(FeedConsumerTest.Copies.class)
class FeedConsumerTest {

	private static final AtomicInteger target = new AtomicInteger();

	private static final AtomicInteger failures = new AtomicInteger();

	private static final List<String> attempts = new CopyOnWriteArrayList<>();

	private static volatile boolean shut;

	private static volatile boolean forgetful;

	private static volatile boolean restored;

	private static final DisposableServer DOOR = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			if (shut) {
				return response.status(503).send();
			}
			if (forgetful && request.uri().contains("lastEventId")) {
				forgetful = false;
				return response.status(400).sendString(Mono.just("{\"type\":\"urn:renda:problem:unknown-event\"}"));
			}
			return response.sendString(HttpClient.create()
				.get()
				.uri("http://127.0.0.1:" + target.get() + request.uri().replaceAll("timeout=\\d+", "timeout=300"))
				.responseContent()
				.aggregate()
				.asString());
		})
		.bindNow();

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private Outbox outbox;

	@Autowired
	private WebTestClient client;

	@Autowired
	private FeedConsumers consumers;

	@Autowired
	private Workers workers;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void door(DynamicPropertyRegistry properties) {
		properties.add("renda.services.small", () -> "http://127.0.0.1:" + DOOR.port());
	}

	@AfterAll
	static void close() {
		DOOR.disposeNow();
	}

	@Test
	void copiesEachEventOnceThroughOutageFailureAndTakeover() {
		target.set(this.port);
		FeedFixtures feed = new FeedFixtures(this.database, this.transaction, this.outbox, this.client);
		for (int i = 0; i < 30; i++) {
			feed.publish("copied.event", "copied/" + i % 3, i);
			feed.publish("other.event", "other/1", i);
		}
		awaitCopies(30);

		shut = true;
		awaitState("failing");
		for (int i = 30; i < 60; i++) {
			feed.publish("copied.event", "copied/" + i % 3, i);
		}
		assertThat(copies()).hasSize(30);
		shut = false;
		awaitCopies(60);
		awaitState("current");

		// the handler writes and then fails, as in a crash before the commit
		failures.set(3);
		for (int i = 60; i < 70; i++) {
			feed.publish("copied.event", "copied/" + i % 3, i);
		}
		awaitCopies(70);
		assertThat(attempts).hasSizeGreaterThan(70);

		// another copy of the service goes on where this one stopped
		this.workers.stop();
		for (int i = 70; i < 80; i++) {
			feed.publish("copied.event", "copied/" + i % 3, i);
		}
		this.workers.start();
		awaitCopies(80);
		assertThat(copies()).isEqualTo(IntStream.range(0, 80).boxed().toList());
	}

	@Test
	void startsOverWhenTheFeedWasRestored() {
		target.set(this.port);
		FeedFixtures feed = new FeedFixtures(this.database, this.transaction, this.outbox, this.client);
		feed.publish("copied.event", "copied/again", 1000);
		Awaitility.await().until(() -> copies().contains(1000));
		int before = attempts.size();
		restored = true;
		forgetful = true;
		Awaitility.await().until(() -> {
			List<String> now = List.copyOf(attempts);
			return now.subList(before, now.size()).contains("1000");
		});
		restored = false;
	}

	private void awaitCopies(int number) {
		Awaitility.await().until(() -> copies().stream().filter((copy) -> copy < 1000).count() >= number);
	}

	private void awaitState(String state) {
		Awaitility.await().until(() -> state.equals(state()));
	}

	private Object state() {
		return this.consumers.health().getDetails().get("copies");
	}

	private List<Integer> copies() {
		return new ArrayList<>(this.database.sql("SELECT words FROM note WHERE title LIKE 'copy %' ORDER BY words::int")
			.map((row) -> Integer.valueOf(row.get("words", String.class)))
			.all()
			.collectList()
			.block());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Copies {

		@Bean
		Subscription copies(DatabaseClient database) {
			return new Subscription("copies", "small", Set.of("copied.*"), (event) -> {
				JsonNode number = event.data().get("number");
				attempts.add(number.asString());
				// inserts plainly: an event that came twice would fail for ever
				String sql = "INSERT INTO note (id, title, words) VALUES ($1, $2, $3)"
						+ (restored ? " ON CONFLICT (title) DO NOTHING" : "");
				return database.sql(sql)
					.bind(0, Ids.next())
					.bind(1, "copy " + number.asInt())
					.bind(2, number.asString())
					.fetch()
					.rowsUpdated()
					.flatMap((rows) -> (failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0)
							? Mono.error(new IllegalStateException("crash")) : Mono.empty());
			});
		}

	}

}
