package renda.legislation.review;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.filing.FilingCalls.Case;
import renda.legislation.filing.FilingCalls;
import renda.legislation.meeting.MeetingFixtures;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.filing.FilingCalls.OFFICE;
import static renda.legislation.filing.FilingCalls.committee;
import static renda.legislation.filing.FilingCalls.maker;

@ServiceTest
class ReviewRequestApiTest {

	private static final String PATH = "/api/v1/legislation/review-requests";

	private static final String RESIDENT = Tokens.of(Role.RESIDENT).subject("resident-1").value();

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	private FilingCalls calls;

	@BeforeEach
	void begins() {
		this.calls = new FilingCalls(this.client);
	}

	private static Map<String, Object> suggestion() {
		return new LinkedHashMap<>(Map.of("kind", "SUGGESTION", "document", "甲市房屋租赁管理办法", "matter", "第三条", "reason",
				"无权设定查封", "name", "梁小满", "contact", "13800001234"));
	}

	private Case asked(Map<String, Object> body, String token) {
		JsonNode shown = this.calls.post(PATH, body, token).ok(201);
		return new Case(this.calls, PATH + "/" + shown.path("id").asString(), shown.path("code").asString());
	}

	@Test
	void aSuggestionStartsTheReviewAndItsEndStartsTheAnswer() {
		Case one = asked(suggestion(), RESIDENT);
		assertThat(one.code).startsWith("SC-");
		for (String stranger : List.of("", maker("housing"), committee("social"), Tokens.of(Role.RESIDENT).value(),
				Tokens.of(Role.FILING_OFFICE).area("420100").value(), Tokens.of(Role.CHAIR).value())) {
			assertThat(this.calls.get(one.path, stranger).status()).isEqualTo(404);
			assertThat(this.calls.get(one.path + "/timeline", stranger).status()).isEqualTo(404);
		}
		assertThat(one.seen(RESIDENT).path("requester").path("name").asString()).isEqualTo("梁小满");
		one.step("register", Map.of(), OFFICE);
		Case filing = this.calls.registered("求〔2026〕1号", "housing");
		JsonNode refused = this.calls
			.post(one.path + "/start", Map.of("filing", UUID.randomUUID()), OFFICE, one.version)
			.ok(400);
		assertThat(refused.path("errors").findValuesAsString("pointer")).containsExactly("/filing");
		one.step("start", Map.of("filing", filing.id(), "approvedBy", "秘书长"), OFFICE);
		filing.version++;
		assertThat(filing.seen(OFFICE).path("review").path("modes").toString()).isEqualTo("[\"ON_REQUEST\"]");
		assertThat(filing.seen(OFFICE).path("review").path("requests").path(0).path("code").asString())
			.isEqualTo(one.code);
		assertThat(filing.seen(maker("housing")).toString()
				+ this.calls.get(filing.path + "/timeline", maker("housing")).words())
			.doesNotContain(one.code, "梁小满");
		assertThat(one.seen(committee("social")).path("asked").path("reason").asString()).isEqualTo("无权设定查封");
		assertThat(this.calls.get(one.path, committee("social")).words()).doesNotContain("梁小满", "13800001234");
		assertThat(this.calls.get(PATH, committee("social")).items("code")).contains(one.code);
		one.refused("reply", Map.of("words", "反馈"), OFFICE, "REV-04");
		filing.step("ask-maker", Map.of("questions", "依据？", "by", MeetingFixtures.today().plusDays(9)), OFFICE);
		filing.step("correct",
				Map.of("how", "REPEALED", "doneOn", MeetingFixtures.today(), "number", "求〔2026〕2号", "words", "已废止"),
				maker("housing"));
		one.version++;
		JsonNode reviewed = one.seen(OFFICE);
		assertThat(reviewed.path("outcome").path("result").asString()).isEqualTo("CORRECTED_AFTER_COMMUNICATION");
		assertThat(reviewed.path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("rule").asString().equals("REV-10"))).singleElement()
			.satisfies((clock) -> assertThat(clock.path("status").asString()).isEqualTo("RUNNING"));
		assertThat(one.status("review-ended", Map.of("result", "x", "conclusion", ""), OFFICE)).isEqualTo(403);
		one.step("reply", Map.of("words", "该文件已废止"), OFFICE);
		assertThat(one.seen(RESIDENT).path("replies").path(0).path("words").asString()).isEqualTo("该文件已废止");
		one.refused("reopen", Map.of("reason", "无权设定查封"), RESIDENT, "REV-08");
		one.step("reopen", Map.of("reason", "新文件仍有同样内容"), RESIDENT);
		one.step("register", Map.of(), OFFICE);
		JsonNode again = this.calls.post(one.path + "/start", Map.of("filing", filing.id()), OFFICE, one.version)
			.ok(409);
		assertThat(again.path("state").asString()).as("it was corrected").isEqualTo("CORRECTED");
		one.step("not-start", Map.of("ground", "TEXT_CHANGED", "reason", "已废止"), OFFICE);
		one.step("tell", Map.of("how", "书面", "words", "不再启动审查"), OFFICE);
	}

	@Test
	void theEndOfAReviewAndARequestThatBeginsOneLockTheFilingBeforeItsRequests() {
		Case filing = this.calls.registered("锁〔2026〕1号", "harbour");
		filing.step("begin-review", Map.of("committees", List.of()), OFFICE);
		Case one = asked(suggestion(), RESIDENT);
		one.step("register", Map.of(), OFFICE);
		AtomicReference<CompletableFuture<FilingCalls.Answered>> started = new AtomicReference<>();
		Boolean free = this.transaction.transactional(locked("filing", filing, "FOR UPDATE")
			.doOnNext((held) -> started.set(CompletableFuture.supplyAsync(
					() -> this.calls.post(one.path + "/start", Map.of("filing", filing.id()), OFFICE, one.version))))
			.then(waits().repeatWhenEmpty(1000, (tries) -> tries.delayElements(Duration.ofMillis(10))))
			.then(locked("review_request", one, "FOR UPDATE NOWAIT"))).block();
		assertThat(free).as("whoever waits for the filing does not hold the request").isTrue();
		assertThat(started.get().join().ok(200).path("state").asString()).isEqualTo("IN_REVIEW");
		assertThat(filing.seen(OFFICE).path("review").path("requests").findValuesAsString("code"))
			.containsExactly(one.code);
	}

	@Test
	void aReviewEndsWhileARequestForItBeginsAndNeitherIsLost() {
		for (int round = 1; round <= 3; round++) {
			Case filing = this.calls.registered("同〔2026〕" + round + "号", "bridges");
			Case first = asked(suggestion(), RESIDENT);
			first.step("register", Map.of(), OFFICE);
			first.step("start", Map.of("filing", filing.id()), OFFICE);
			filing.version++;
			filing.step("ask-maker", Map.of("questions", "依据？", "by", MeetingFixtures.today().plusDays(9)), OFFICE);
			Case second = asked(suggestion(), RESIDENT);
			second.step("register", Map.of(), OFFICE);
			CompletableFuture<Integer> ended = CompletableFuture.supplyAsync(() -> filing.status("correct",
					Map.of("how", "REPEALED", "doneOn", MeetingFixtures.today(), "number", "同〔2026〕9号", "words", "已废止"),
					maker("bridges")));
			int begun = second.status("start", Map.of("filing", filing.id()), OFFICE);
			List<Integer> both = List.of(ended.join(), begun);
			assertThat(both).as("one is done, and the other told that it came later")
				.isIn(List.of(200, 409), List.of(412, 200));
			assertThat(first.seen(OFFICE).has("outcome")).isEqualTo(ended.join() == 200);
		}
	}

	private Mono<Boolean> locked(String table, Case subject, String how) {
		return this.database.sql("SELECT true AS held FROM " + table + " WHERE id = $1::uuid " + how)
			.bind(0, subject.id())
			.map((row) -> row.get("held", Boolean.class))
			.one();
	}

	/**
	 * Whether somebody waits for a lock; empty where nobody does.
	 */
	private Mono<Boolean> waits() {
		return this.database.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted) AS waits")
			.map((row) -> row.get("waits", Boolean.class))
			.one()
			.filter(Boolean::booleanValue);
	}

	@Test
	void withoutAnAccountTheReceiptShowsIt() {
		Map<String, Object> vague = suggestion();
		vague.remove("reason");
		JsonNode shown = this.calls.post(PATH, vague, "").ok(201);
		assertThat(shown.path("missing").toString()).isEqualTo("[\"reason\"]");
		Map<String, Object> receipt = Map.of("code", shown.path("receipt").path("code").asString(), "key",
				shown.path("receipt").path("key").asString());
		String path = PATH + "/" + shown.path("id").asString();
		assertThat(this.calls.post(PATH + "/lookup", receipt, "").ok(200).path("state").asString())
			.isEqualTo("RECEIVED");
		assertThat(this.calls.post(PATH + "/lookup", Map.of("code", receipt.get("code"), "key", "0"), "").status())
			.isEqualTo(404);
		assertThat(this.calls.get(path, "").status()).isEqualTo(404);
		Case one = new Case(this.calls, path, shown.path("code").asString());
		one.refused("register", Map.of(), OFFICE, "REV-03");
		one.step("tell-incomplete", Map.of("missing", List.of("reason"), "how", "电话"), OFFICE);
		JsonNode completed = keyed(path + "/complete", Map.of("reason", "越权"), receipt.get("key"), one.version).ok(200);
		assertThat(completed.path("state").asString()).isEqualTo("RECEIVED");
		one.version++;
		assertThat(keyed(path + "/register", Map.of(), receipt.get("key"), one.version).status()).isEqualTo(403);
		JsonNode passedOn = one.step("transfer", Map.of("to", "省人大常委会", "reason", "属其职权"), OFFICE);
		assertThat(passedOn.path("state").asString()).as("FIL-22: what another organ is for goes there")
			.isEqualTo("TRANSFERRED");
		assertThat(
				this.database.sql("SELECT encode(content, 'escape') AS content FROM review_request WHERE id = $1::uuid")
					.bind(0, one.id())
					.map((row) -> row.get("content", String.class))
					.one()
					.block())
			.doesNotContain("13800001234", "receipt:");
		assertThat(this.database
			.sql("""
					SELECT count(*) AS leaks FROM outbox WHERE subject = 'review-request/' || $1 AND data::text ~ '梁小满|越权|1380000'""")
			.bind(0, one.id())
			.map((row) -> row.get("leaks", Long.class))
			.one()
			.block()).isZero();
		assertThat(this.calls.post(PATH, Map.of("kind", "SUGGESTION", "receivedOn", "2026-01-05"), "").status())
			.isEqualTo(400);
		assertThat(this.calls.post(PATH, Map.of("kind", "OTHER"), "").status()).isEqualTo(400);
		assertThat(this.calls.post(PATH, Map.of(), "").status()).isEqualTo(400);
		assertThat(this.calls.get(PATH, "").status()).isEqualTo(401);
	}

	@Test
	void stateOrgansDemandAndAreNotDeclined() {
		Map<String, Object> demand = suggestion();
		demand.put("kind", "DEMAND");
		assertThat(this.calls.post(PATH, demand, RESIDENT).ok(422).path("rule").asString()).isEqualTo("REV-01");
		Case one = asked(demand, Tokens.of(Role.ORGAN).organ("court").value());
		one.step("register", Map.of(), OFFICE);
		one.refused("not-start", Map.of("ground", "OTHER", "reason", "x"), OFFICE, "REV-06");
		Map<String, Object> letter = suggestion();
		letter.put("kind", "DEMAND");
		letter.put("organ", "某区人大常委会");
		letter.put("receivedOn", "2026-01-05");
		Case paper = asked(letter, OFFICE);
		assertThat(this.calls.get(PATH + "?receivedTo=2026-01-05&kind=DEMAND", OFFICE).items("code"))
			.containsExactly(paper.code);
		assertThat(this.calls.get(PATH, RESIDENT).items("code")).doesNotContain(one.code, paper.code);
	}

	private FilingCalls.Answered keyed(String path, Object body, Object key, long version) {
		return FilingCalls.answered(this.client.post().uri(path).headers((headers) -> {
			headers.add("Receipt-Key", String.valueOf(key));
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body));
	}

}
