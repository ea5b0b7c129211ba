package renda.platform.command;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import renda.platform.app.SmallApplication;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.security.Vault;
import renda.platform.test.ServiceTest;
import renda.platform.test.TestPostgres;
import renda.platform.test.Tokens;
import renda.platform.work.Worker;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest(SmallApplication.class)
class CommandsTest {

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestPostgres.Database database;

	@Autowired
	private Vault vault;

	@Autowired
	private Worker idempotencyExpiry;

	@Autowired
	private Commands commands;

	@Autowired
	private DatabaseClient inside;

	@LocalServerPort
	private int port;

	@Test
	void answersARetryWithTheFirstAnswerAndChangesNothing() throws Exception {
		EntityExchangeResult<byte[]> first = add("once", "key-1").expectStatus()
			.isCreated()
			.expectBody()
			.returnResult();
		EntityExchangeResult<byte[]> second = add("once", "key-1").expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("Idempotency-Replayed", "true")
			.expectBody()
			.returnResult();
		assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
		assertThat(second.getResponseHeaders().getLocation()).isEqualTo(first.getResponseHeaders().getLocation());
		assertThat(second.getResponseHeaders().getETag()).isEqualTo(first.getResponseHeaders().getETag());
		assertThat(count("SELECT count(*) FROM note WHERE title = 'once'")).isEqualTo(1);
		assertThat(count("SELECT count(*) FROM outbox WHERE data ->> 'title' = 'once'")).isEqualTo(1);
	}

	@Test
	void keepsAnswersEncrypted() throws Exception {
		add("only the caller", "key-sealed").expectStatus().isCreated();
		assertThat(count("SELECT count(*) FROM idempotency_key WHERE key = 'key-sealed' AND body IS NULL "
				+ "AND body_sealed IS NOT NULL AND position('only the caller'::bytea IN body_sealed) = 0"))
			.isEqualTo(1);
		add("only the caller", "key-sealed").expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("only the caller");
	}

	@Test
	void refusesAKeyUsedForAnotherRequest() {
		add("first of two", "key-2").expectStatus().isCreated();
		add("second of two", "key-2").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:renda:problem:idempotency-key-reused");
	}

	@Test
	void keepsNothingOfARefusedRequestSoThatTheKeyMayBeUsedAgain() throws Exception {
		add("taken", "key-3").expectStatus().isCreated();
		add("taken", "key-4").expectStatus().isEqualTo(409);
		add("free", "key-4").expectStatus().isCreated();
	}

	@Test
	void appliesOnlyOneOfManyEqualRequestsSentAtOnce() throws Exception {
		WebClient parallel = WebClient.create("http://localhost:" + this.port);
		List<HttpStatusCode> answers = Flux.range(0, 20)
			.flatMap((i) -> parallel.post()
				.uri("/api/v1/small/notes")
				.headers(CommandsTest::office)
				.header("Idempotency-Key", "key-5")
				.bodyValue(Map.of("title", "many", "words", "w"))
				.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode())), 20)
			.collectList()
			.block();
		assertThat(answers).hasSize(20).allMatch((status) -> status.value() == 201);
		assertThat(count("SELECT count(*) FROM note WHERE title = 'many'")).isEqualTo(1);
	}

	/**
	 * Each has locked its own note before it asks for the other's, so that PostgreSQL
	 * must undo one of them.
	 */
	@Test
	void carriesOutBothOfTwoChangesThatWaitedForEachOther() throws Exception {
		add("left", "key-left").expectStatus().isCreated();
		add("right", "key-right").expectStatus().isCreated();
		Sinks.One<Boolean> left = Sinks.one();
		Sinks.One<Boolean> right = Sinks.one();
		AtomicInteger tries = new AtomicInteger();
		Mono.zip(crossing("left", left, "right", right, tries), crossing("right", right, "left", left, tries))
			.block(Duration.ofSeconds(30));
		assertThat(tries).as("one was undone").hasValueGreaterThan(2);
		assertThat(count("SELECT count(*) FROM note WHERE title IN ('left', 'right') AND words = 'w+left+right'")
				+ count("SELECT count(*) FROM note WHERE title IN ('left', 'right') AND words = 'w+right+left'"))
			.as("both were carried out, once")
			.isEqualTo(2);
	}

	/**
	 * Hanging up cancels what is under way, from another thread and at any moment, also
	 * between two statements.
	 */
	@Test
	void isDoneToItsEndThoughWhoAskedHangsUp() throws Exception {
		int changes = 2000;
		Set<String> begun = ConcurrentHashMap.newKeySet();
		Flux.range(0, changes)
			.flatMap((i) -> hungUp("hung-up-" + i, begun).timeout(Duration.ofNanos(i * 10_000_000L / changes))
				.onErrorResume(TimeoutException.class, (_) -> Mono.empty()), 6)
			.then()
			.block(Duration.ofMinutes(1));
		Awaitility.await().untilAsserted(() -> {
			assertThat(begun).hasSizeGreaterThan(changes / 4);
			assertThat(count("SELECT count(*) FROM idempotency_key WHERE key LIKE 'hung-up-%'"))
				.isEqualTo(begun.size());
		});
		assertThat(count("SELECT count(*) FROM note WHERE title LIKE 'hung-up-%'")).isEqualTo(begun.size());
		assertThat(count("""
				SELECT count(*)
				FROM note
				JOIN idempotency_key ON key = title AND status IS NOT NULL
				JOIN audit_entry ON audit_entry.subject = 'note/' || title
				WHERE title LIKE 'hung-up-%' AND words = 'w+more'""")).isEqualTo(begun.size());
	}

	private Mono<ResponseEntity<String>> hungUp(String title, Set<String> begun) {
		return this.commands.run(command(title), title, () -> {
			begun.add(title);
			return this.inside.sql("INSERT INTO note (id, title, words) VALUES (gen_random_uuid(), $1, 'w')")
				.bind(0, title)
				.fetch()
				.rowsUpdated()
				.then(Mono.defer(() -> append(title, "more")))
				.thenReturn(Answer.done("note/" + title, title));
		});
	}

	private Mono<ResponseEntity<String>> crossing(String own, Sinks.One<Boolean> locked, String other,
			Sinks.One<Boolean> otherLocked, AtomicInteger tries) {
		return this.commands.run(command("crossing-" + own), own, () -> {
			tries.incrementAndGet();
			return append(own, own).doOnNext((_) -> locked.tryEmitValue(true))
				.then(otherLocked.asMono())
				.then(append(other, own))
				.thenReturn(Answer.done("note/" + own, own));
		});
	}

	private static Command command(String key) {
		return new Command(new Caller("office", "office", Set.of(Role.GENERAL_OFFICE), Set.of(), ""), "POST", "/" + key,
				Optional.of(key), OptionalLong.empty(), key, "127.0.0.1");
	}

	private Mono<Long> append(String title, String by) {
		return this.inside.sql("UPDATE note SET words = words || '+' || $2 WHERE title = $1")
			.bind(0, title)
			.bind(1, by)
			.fetch()
			.rowsUpdated();
	}

	@Test
	void forgetsAnswersAfterSevenDaysAndKnowsThoseOfSixDaysStill() throws Exception {
		add("six days old", "key-old-6").expectStatus().isCreated();
		add("eight days old", "key-old-8").expectStatus().isCreated();
		run("""
				INSERT INTO idempotency_key (caller, key, fingerprint, status, created_at)
				SELECT 'someone', 'old ' || n, '', 204, now() - interval '30 days' FROM generate_series(1, 1700) AS n""");
		run("UPDATE idempotency_key SET created_at = now() - interval '6 days' WHERE key = 'key-old-6'");
		run("UPDATE idempotency_key SET created_at = now() - interval '8 days' WHERE key = 'key-old-8'");
		this.idempotencyExpiry.nudge();
		Awaitility.await()
			.until(() -> count(
					"SELECT count(*) FROM idempotency_key WHERE created_at < now() - interval '7 days'") == 0);
		add("six days old", "key-old-6").expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("Idempotency-Replayed", "true");
		add("eight days old", "key-old-8").expectStatus().isEqualTo(409);
	}

	@Test
	void keepsOfTheInputADigestThatNobodyCanTryOutWithoutTheKey() throws Exception {
		add("with identity number", "key-fingerprint").expectStatus().isCreated();
		String words = """
				POST /api/v1/small/notes OptionalLong.empty
				{"title":"with identity number","words":"w"}""";
		assertThat(count("""
				SELECT count(*) FROM idempotency_key
				WHERE key = 'key-fingerprint' AND fingerprint = '%s'""".formatted(this.vault.index(words))))
			.isEqualTo(1);
	}

	@Test
	void wantsTheVersionThatWasRead() {
		String location = add("versions", "key-6").expectBody()
			.returnResult()
			.getResponseHeaders()
			.getLocation()
			.toString();
		change(location, null, "a").expectStatus().isEqualTo(428);
		change(location, "three", "a").expectStatus().isBadRequest();
		change(location, "\"1\"", "a").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
		change(location, "\"1\"", "b").expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.currentVersion")
			.isEqualTo(2);
		change("/api/v1/small/notes/" + UUID.randomUUID(), "\"1\"", "a").expectStatus().isNotFound();
	}

	@Test
	void answersNotModifiedToAReaderWhoHasTheVersion() {
		String location = add("etag", "key-7").expectBody()
			.returnResult()
			.getResponseHeaders()
			.getLocation()
			.toString();
		this.client.get()
			.uri(location)
			.header(HttpHeaders.IF_NONE_MATCH, "\"1\"")
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void writesAnAuditEntryWithEveryChangeAndNoneWithARefusal() throws Exception {
		add("audited", "key-8").expectStatus().isCreated();
		add("audited", "key-9").expectStatus().isEqualTo(409);
		assertThat(
				count("""
						SELECT count(*) FROM audit_entry
						WHERE subject = 'note/' || (SELECT id FROM note WHERE title = 'audited') AND caller = 'general-office'"""))
			.isEqualTo(1);
	}

	private WebTestClient.ResponseSpec add(String title, String key) {
		return this.client.post()
			.uri("/api/v1/small/notes")
			.headers(CommandsTest::office)
			.header("Idempotency-Key", key)
			.bodyValue(Map.of("title", title, "words", "w"))
			.exchange();
	}

	private WebTestClient.ResponseSpec change(String location, String version, String words) {
		return this.client.put().uri(location).headers((headers) -> {
			office(headers);
			if (version != null) {
				headers.set(HttpHeaders.IF_MATCH, version);
			}
		}).bodyValue(Map.of("title", "versions", "words", words)).exchange();
	}

	private void run(String sql) throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long count(String sql) throws Exception {
		try (Connection connection = this.database.connect();
				ResultSet rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static void office(HttpHeaders headers) {
		headers.setBearerAuth(Tokens.of(Role.GENERAL_OFFICE).value());
	}

}
