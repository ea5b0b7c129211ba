package renda.platform.event;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.work.Workers;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ServiceTest(SmallApplication.class)
class FeedTest {

	private static final int WRITERS = 16;

	private static final int CHANGES = 60;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private Outbox outbox;

	@Autowired
	private WebTestClient client;

	@Autowired
	private Workers workers;

	@LocalServerPort
	private int port;

	private FeedFixtures feed;

	@BeforeEach
	void fixtures() {
		this.feed = new FeedFixtures(this.database, this.transaction, this.outbox, this.client);
	}

	@Test
	void everyReaderSeesEveryEventOnceAndInOrder() throws Exception {
		List<UUID> notes = IntStream.range(0, 5).mapToObj((i) -> this.feed.note()).toList();
		String start = this.feed.end();
		AtomicBoolean writing = new AtomicBoolean(true);
		try (ExecutorService readers = Executors.newFixedThreadPool(4);
				ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<List<JsonNode>>> seen = IntStream.range(0, 4)
				.mapToObj((i) -> readers.submit(reader(start, 7 + 50 * i, writing)))
				.toList();
			List<Future<?>> written = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				int writer = i;
				written.add(writers.submit(() -> write(writer, notes)));
			}
			for (Future<?> one : written) {
				one.get(2, TimeUnit.MINUTES);
			}
			writing.set(false);
			for (Future<List<JsonNode>> reader : seen) {
				check(reader.get(1, TimeUnit.MINUTES), notes);
			}
		}
	}

	private void write(int writer, List<UUID> notes) {
		for (int i = 0; i < CHANGES; i++) {
			UUID note = notes.get((writer + i) % notes.size());
			Mono<Void> change = this.feed.change(note);
			if (i % 5 == 1) {
				// rolled back after it was written
				Mono<Void> refused = change.then(Mono.error(new IllegalStateException("rolled back")));
				assertThatThrownBy(() -> this.transaction.transactional(refused).block()).hasMessage("rolled back");
			}
			else if (i % 5 == 2) {
				// slow before it commits
				Mono<Void> slow = change
					.then(this.database.sql("SELECT pg_sleep(0.01)::text AS slept").fetch().one().then());
				this.transaction.transactional(slow).block();
			}
			else {
				this.transaction.transactional(change).block();
			}
		}
	}

	private Callable<List<JsonNode>> reader(String start, int limit, AtomicBoolean writing) {
		return () -> {
			List<JsonNode> events = new ArrayList<>();
			boolean last = false;
			while (!last) {
				// what is committed before this line is in what is read after it
				last = !writing.get();
				String after = events.isEmpty() ? start : events.getLast().get("id").asString();
				events.addAll(this.feed.toTheEnd(after, limit, ""));
			}
			return events;
		};
	}

	private static void check(List<JsonNode> events, List<UUID> notes) {
		assertThat(events.stream().map((event) -> event.get("id").asString())).doesNotHaveDuplicates();
		Map<String, List<Long>> versions = new HashMap<>();
		events.stream()
			.filter((event) -> event.get("type").asString().equals("note.changed"))
			.forEach((event) -> versions.computeIfAbsent(event.get("subject").asString(), (key) -> new ArrayList<>())
				.add(event.get("data").get("version").asLong()));
		long all = notes.stream().mapToLong((note) -> versions.get("note/" + note).size()).sum();
		assertThat(all).isEqualTo(WRITERS * CHANGES * 4 / 5);
		assertThat(notes).allSatisfy((note) -> {
			List<Long> seen = versions.get("note/" + note);
			assertThat(seen).isEqualTo(LongStream.rangeClosed(2, seen.size() + 1).boxed().toList());
		});
	}

	@Test
	void givesEventsAsCloudEvents() {
		String start = this.feed.end();
		this.feed.publish("cloud.made", "cloud/1", 7);
		JsonNode event = this.feed.toTheEnd(start, 10, "").getFirst();
		assertThat(event.get("specversion").asString()).isEqualTo("1.0");
		assertThat(event.get("source").asString()).isEqualTo("/api/v1/small");
		assertThat(event.get("type").asString()).isEqualTo("cloud.made");
		assertThat(event.get("subject").asString()).isEqualTo("cloud/1");
		assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
		assertThat(event.get("data").get("number").asInt()).isEqualTo(7);
		this.client.get()
			.uri(FeedFixtures.PATH)
			.exchange()
			.expectHeader()
			.contentType("application/cloudevents-batch+json")
			.expectHeader()
			.valueEquals("Cache-Control", "no-store");
	}

	@Test
	void filtersByTypeAndBeginning() {
		String start = this.feed.end();
		this.feed.publish("law.made", "law/1", 1);
		this.feed.publish("law.repealed", "law/1", 2);
		this.feed.publish("lawyer.sworn", "lawyer/1", 3);
		this.feed.publish("bill.made", "bill/1", 4);
		assertThat(numbers(this.feed.toTheEnd(start, 2, "&types=law.*"))).containsExactly(1, 2);
		assertThat(numbers(this.feed.toTheEnd(start, 1, "&types=bill.made,law.made"))).containsExactly(1, 4);
		assertThat(numbers(this.feed.toTheEnd(start, 1, "&types=unheard.of"))).isEmpty();
	}

	@Test
	void showsRestrictedEventsToTheirReadersOnlyAndNoGapToOthers() {
		String start = this.feed.end();
		this.feed.publish("secret.kept", "secret/1", 1, Set.of(Role.PETITION_OFFICE, Role.CHAIR));
		this.feed.publish("open.told", "open/1", 2);
		this.feed.publish("secret.kept", "secret/1", 3, Set.of(Role.CHAIR));
		assertThat(numbers(this.feed.toTheEnd(start, 10, ""))).containsExactly(2);
		assertThat(numbers(as(Role.DEPUTY).toTheEnd(start, 10, "&types=secret.*"))).isEmpty();
		assertThat(numbers(as(Role.PETITION_OFFICE).toTheEnd(start, 1, ""))).containsExactly(1, 2);
		assertThat(numbers(as(Role.CHAIR).toTheEnd(start, 10, ""))).containsExactly(1, 2, 3);
		this.client.get()
			.uri(FeedFixtures.PATH + "/types")
			.exchange()
			.expectBody(String[].class)
			.value((types) -> assertThat(types).contains("open.told").doesNotContain("secret.kept"));
	}

	private FeedFixtures as(Role role) {
		WebTestClient known = this.client.mutate()
			.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of(role).value()))
			.build();
		return new FeedFixtures(this.database, this.transaction, this.outbox, known);
	}

	@Test
	void readersWhoWaitAreAnsweredWhenSomethingHappensAndHoldNoConnection() {
		String start = this.feed.end();
		int readers = 200;
		WebClient waiting = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(reactor.netty.http.client.HttpClient
				.create(reactor.netty.resources.ConnectionProvider.create("waiting", readers))))
			.baseUrl("http://localhost:" + this.port)
			.build();
		Mono<List<String>> answers = Flux.range(0, readers)
			.flatMap((i) -> waiting.get()
				.uri(FeedFixtures.PATH + "?timeout=30000&types=bell.*&lastEventId=" + start)
				.retrieve()
				.bodyToMono(String.class), readers)
			.collectList()
			.cache();
		answers.subscribe();
		// ten connections serve them all: an event that is not theirs, then theirs
		this.feed.publish("noise.made", "noise/1", 1);
		this.feed.publish("bell.rung", "bell/1", 2);
		assertThat(answers.block(Duration.ofSeconds(20))).hasSize(readers)
			.allSatisfy((body) -> assertThat(body).contains("bell.rung").doesNotContain("noise.made"));
	}

	@Test
	void answersAnEmptyBatchWhenNothingHappensInTime() {
		String start = this.feed.end();
		assertThat(this.feed.read("?timeout=150&types=never.*&lastEventId=" + start)).isEmpty();
	}

	@Test
	void letsThoseWhoWaitGoWhenTheServiceStops() {
		String start = this.feed.end();
		Mono<String> answer = WebClient.create("http://localhost:" + this.port)
			.get()
			.uri(FeedFixtures.PATH + "?timeout=30000&types=never.*&lastEventId=" + start)
			.retrieve()
			.bodyToMono(String.class)
			.cache();
		answer.subscribe();
		// whoever has come in waits; whoever comes later is let go by the next stop
		Awaitility.await().until(() -> {
			this.workers.stop();
			this.workers.start();
			return answer.toFuture().isDone();
		});
		assertThat(answer.block()).isEqualTo("[]");
	}

	@Test
	void refusesWhatItDoesNotUnderstand() {
		for (String query : List.of("?lastEventId=x", "?lastEventId=" + UUID.randomUUID(), "?limit=0", "?limit=1001",
				"?timeout=-1", "?timeout=30001", "?timeout=soon", "?types=a b", "?types=*x", "?since=3",
				"?limit=99999999999")) {
			this.client.get()
				.uri(URI.create("http://localhost:" + this.port + FeedFixtures.PATH + query.replace(" ", "%20")))
				.exchange()
				.expectStatus()
				.isBadRequest()
				.expectHeader()
				.contentType("application/problem+json");
		}
	}

	private static List<Integer> numbers(List<JsonNode> events) {
		return events.stream().map((event) -> event.get("data").get("number").asInt()).toList();
	}

}
