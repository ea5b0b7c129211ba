package renda.platform.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import renda.platform.app.SmallApplication;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.platform.cases.ErrandCalls.ERRANDS;
import static renda.platform.cases.ErrandCalls.OFFICE;
import static renda.platform.cases.ErrandCalls.ORGAN;
import static renda.platform.cases.ErrandCalls.OWNER;

@ServiceTest(SmallApplication.class)
class ProceedingsTest {

	private static final String OTHER_ORGAN = Tokens.of(Role.ORGAN).subject("stranger").organ("parks").value();

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@LocalServerPort
	private int port;

	private ErrandCalls errands;

	@BeforeEach
	void calls() {
		this.errands = new ErrandCalls(this.client, this.database, this.port);
	}

	@Test
	void opensACaseWithACodeAndTellsItsOwnerWhatMayBeDone() {
		String id = this.errands.opened("roof");
		this.client.get()
			.uri(ERRANDS + "/" + id)
			.headers((headers) -> headers.setBearerAuth(OWNER))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueMatches("ETag", "\"1\\.[0-9a-f]+\"")
			.expectBody()
			.jsonPath("$.code")
			.value((code) -> assertThat(code.toString()).matches("CS-\\d{4}-\\d{4}"))
			.jsonPath("$.matter")
			.isEqualTo("roof")
			.jsonPath("$.actions[*].name")
			.isEqualTo(List.of("drop"))
			.jsonPath("$.actions[0].href")
			.isEqualTo(ERRANDS + "/" + id + "/drop")
			.jsonPath("$.deadlines")
			.isEmpty();
	}

	@Test
	void tellsEachCallerWhatTheyMayDoAndTheSchemaOfWhatToSend() {
		String id = this.errands.opened("wall");
		this.errands.read(id, OFFICE)
			.jsonPath("$.actions[0].name")
			.isEqualTo("give")
			.jsonPath("$.actions[0].input.properties.organ.type")
			.isEqualTo("string")
			.jsonPath("$.actions[0].input.required")
			.isEqualTo(List.of("organ"))
			.jsonPath("$.actions[0].input.properties.on.format")
			.isEqualTo("date");
		this.errands.read(id, ORGAN).jsonPath("$.actions").isEmpty();
	}

	@Test
	void aStepStartsItsClockAndTheAnswerExplainsTheDate() {
		String id = this.errands.given("bridge", LocalDate.now().minusDays(1));
		this.errands.read(id, ORGAN)
			.jsonPath("$.state")
			.isEqualTo("GIVEN")
			.jsonPath("$.deadlines[0].name")
			.isEqualTo("answer")
			.jsonPath("$.deadlines[0].status")
			.isEqualTo("RUNNING")
			.jsonPath("$.deadlines[0].rule")
			.isEqualTo("SUG-13")
			.jsonPath("$.deadlines[0].limit")
			.isEqualTo("3m")
			.jsonPath("$.deadlines[0].computed[*].rule")
			.value((rules) -> assertThat((List<?>) rules).map(Object::toString).contains("TIM-02"));
	}

	@Test
	void aLateStepIsTakenAndMarkedButNeedsAReason() {
		String id = this.errands.given("canal", LocalDate.now().minusMonths(5));
		this.errands.read(id, ORGAN).jsonPath("$.deadlines[0].status").isEqualTo("OVERDUE");
		this.errands.act(id, "answer", 2, ORGAN, Map.of("words", "done"))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("SUG-13")
			.jsonPath("$.facts.pointer")
			.isEqualTo("/lateReason");
		this.errands.act(id, "answer", 2, ORGAN, Map.of("words", "done", "lateReason", "flood"))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("DONE")
			.jsonPath("$.deadlines[0].status")
			.isEqualTo("LATE")
			.jsonPath("$.deadlines[0].lateReason")
			.isEqualTo("flood");
		this.errands.timeline(id, ORGAN)
			.jsonPath("$[2].late")
			.isEqualTo(List.of("answer"))
			.jsonPath("$[2].said.lateReason")
			.isEqualTo("flood")
			.jsonPath("$[2].ruleSet")
			.value((set) -> assertThat(set.toString()).matches("\\d{4}-\\d{2}-\\d{2}.*"));
	}

	@Test
	void refusesStrangersWrongStatesAndWhatARuleForbids() {
		String id = this.errands.opened("lamp");
		this.errands.act(id, "give", 1, OTHER_ORGAN, Map.of("organ", "parks")).expectStatus().isForbidden();
		this.errands.act(id, "answer", 1, OFFICE, Map.of("words", "x")).expectStatus().isForbidden();
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "nobody"))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("SUG-07")
			.jsonPath("$.citation")
			.exists()
			.jsonPath("$.facts.organ")
			.isEqualTo("nobody");
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "finance")).expectStatus().isOk();
		this.errands.act(id, "give", 2, OFFICE, Map.of("organ", "finance"))
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo("GIVEN")
			.jsonPath("$.allowed")
			.isArray();
		this.errands.act(id, "fly", 2, OFFICE, Map.of()).expectStatus().isNotFound();
	}

	@Test
	void refusesADayThatIsNone() {
		String id = this.errands.opened("bell");
		for (Object day : List.of("yesterday", "2022-13-01", 5, Map.of(), List.of(1))) {
			this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "finance", "on", day))
				.expectStatus()
				.isBadRequest()
				.expectBody()
				.jsonPath("$.errors[0].pointer")
				.isEqualTo("/on");
		}
	}

	@Test
	void aStepThatFollowsFromAVoteOrAnEventIsNeitherOfferedNorTakenByARequest() {
		String id = this.errands.given("bridge", LocalDate.now());
		this.errands.act(id, "reassign", 2, OFFICE, Map.of("organ", "parks")).expectStatus().isForbidden();
		this.errands.read(id, OFFICE)
			.jsonPath("$.actions[?(@.name == 'reassign')]")
			.doesNotExist()
			.jsonPath("$.version")
			.isEqualTo(2);
	}

	@Test
	void whatCannotBeWrittenAlongsideAStepUndoesTheStep() {
		String id = this.errands.given("well", LocalDate.now());
		this.errands.act(id, "report", 2, ORGAN, Map.of("words", "unwritable")).expectStatus().isEqualTo(409);
		this.errands.read(id, ORGAN).jsonPath("$.version").isEqualTo(2).jsonPath("$.reports").isEmpty();
		this.errands.timeline(id, ORGAN).jsonPath("$.length()").isEqualTo(2);
	}

	@Test
	void saysWhatToChangeInABodyThatIsWrong() {
		String id = this.errands.opened("sign");
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", " "))
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/organ");
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "finance", "to", "x")).expectStatus().isBadRequest();
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "finance", "on", "tomorrow"))
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/on");
		this.errands
			.act(id, "give", 1, OFFICE, Map.of("organ", "finance", "on", LocalDate.now().plusDays(3).toString()))
			.expectStatus()
			.isBadRequest();
		this.client.post()
			.uri(ERRANDS + "/" + id + "/give")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.bodyValue(Map.of("organ", "finance"))
			.exchange()
			.expectStatus()
			.isEqualTo(428);
	}

	@Test
	void ofTwoAtTheSameMomentOneWinsAndTheOtherIsToldWhatChanged() {
		String id = this.errands.given("square", LocalDate.now());
		List<Integer> answers = Flux.range(0, 8)
			.flatMap((i) -> this.errands.send(id, "report", 2, ORGAN, Map.of("words", "report " + i))
				.map((response) -> response.statusCode().value()))
			.collectList()
			.block();
		assertThat(answers).containsOnlyOnce(200).filteredOn((status) -> status == 412).hasSize(7);
		this.errands.act(id, "report", 2, ORGAN, Map.of("words", "too late"))
			.expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.currentVersion")
			.isEqualTo(3)
			.jsonPath("$.changes[0].step")
			.isEqualTo("report")
			.jsonPath("$.changes.length()")
			.isEqualTo(1);
	}

	@Test
	void aThousandConcurrentStepsLeaveTimelinesClocksFeedAndCasesInAgreement() {
		List<String> ids = Flux.range(0, 100)
			.map((i) -> this.errands.given("case " + i, LocalDate.now()))
			.collectList()
			.block();
		assertThat(ids).hasSize(100);
		AtomicInteger retries = new AtomicInteger();
		Flux.range(0, 1000)
			.flatMap((i) -> persistently(ids.get(i / 10), "report " + i, retries).subscribeOn(Schedulers.parallel()),
					64)
			.blockLast();
		assertThat(count("""
				SELECT count(*) FROM errand WHERE matter LIKE 'case %' AND version = 12
				  AND jsonb_array_length(content -> 'reports') = 10""")).isEqualTo(100);
		assertThat(count("""
				SELECT count(*) FROM (SELECT case_id FROM case_step JOIN errand ON errand.id = case_id
				                      WHERE matter LIKE 'case %' GROUP BY case_id
				                      HAVING count(*) = 12 AND min(position) = 1 AND max(position) = 12) AS whole"""))
			.isEqualTo(100);
		assertThat(
				count("""
						SELECT count(*) FROM outbox
						WHERE type = 'errand.reported' AND data ->> 'code' IN (SELECT code FROM errand WHERE matter LIKE 'case %')"""))
			.isEqualTo(1000);
		assertThat(retries).hasPositiveValue();
		List<ClientResponse> answered = Flux.fromIterable(ids.subList(0, 50))
			.flatMap((id) -> this.errands.send(id, "answer", 12, ORGAN, Map.of("words", "done")), 16)
			.collectList()
			.block();
		assertThat(answered).hasSize(50).allMatch((response) -> response.statusCode().value() == 200);
		String clocks = """
				SELECT count(*) FROM deadline JOIN errand ON errand.id = case_id
				WHERE matter LIKE 'case %' AND errand.state = '""";
		assertThat(count(clocks + "DONE' AND ended_on IS NOT NULL")).as("the clocks of what is done").isEqualTo(50);
		assertThat(count(clocks + "GIVEN' AND ended_on IS NULL")).as("the clocks of what goes on").isEqualTo(50);
	}

	@Test
	void aHiddenCaseAnswersLikeOneThatDoesNotExist() {
		String id = this.errands.opened("hidden");
		byte[] hidden = this.client.get()
			.uri(ERRANDS + "/" + id)
			.headers((headers) -> headers.setBearerAuth(ORGAN))
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.returnResult()
			.getResponseBody();
		byte[] missing = this.client.get()
			.uri(ERRANDS + "/" + UUID.randomUUID())
			.headers((headers) -> headers.setBearerAuth(ORGAN))
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat((String) JsonPath.read(new String(hidden), "$.detail"))
			.isEqualTo(JsonPath.read(new String(missing), "$.detail"));
		this.errands.act(id, "give", 1, ORGAN, Map.of("organ", "finance")).expectStatus().isNotFound();
		this.errands.timeline(id, OWNER).jsonPath("$[0].step").isEqualTo("open");
		this.client.get()
			.uri(ERRANDS + "/" + id + "/timeline")
			.headers((headers) -> headers.setBearerAuth(ORGAN))
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void strangersReadATimelineWithoutNamesAndWords() {
		String id = this.errands.given("fence", LocalDate.now());
		this.errands.timeline(id, OTHER_ORGAN)
			.jsonPath("$[1].step")
			.isEqualTo("give")
			.jsonPath("$[1].by")
			.doesNotExist()
			.jsonPath("$[1].said")
			.doesNotExist();
		this.errands.timeline(id, OFFICE).jsonPath("$[1].by").exists().jsonPath("$[1].said.organ").isEqualTo("finance");
	}

	@Test
	void theDeskShowsWhatWaitsWhatIsDueAndWhatChanged() {
		String token = Tokens.of(Role.ORGAN).subject("desk officer").organ("desk-organ").value();
		String id = this.errands.opened("desk");
		this.errands
			.act(id, "give", 1, OFFICE, Map.of("organ", "desk-organ", "on", LocalDate.now().minusMonths(4).toString()))
			.expectStatus()
			.isBadRequest();
		this.errands.act(id, "give", 1, OFFICE, Map.of("organ", "desk-organ")).expectStatus().isOk();
		this.errands.desk(token)
			.jsonPath("$.waiting[0].id")
			.isEqualTo(id)
			.jsonPath("$.waiting[0].steps[0].name")
			.isEqualTo("answer")
			.jsonPath("$.changed[*].step")
			.value((steps) -> assertThat((List<?>) steps).map(Object::toString).contains("give", "open"));
		this.errands.act(id, "answer", 2, token, Map.of("words", "yes")).expectStatus().isOk();
		this.errands.desk(token).jsonPath("$.waiting").isEmpty();
		this.errands.desk(Tokens.of(Role.ORGAN).subject("another").organ("empty-organ").value())
			.jsonPath("$.waiting")
			.isEmpty()
			.jsonPath("$.due")
			.isEmpty()
			.jsonPath("$.changed")
			.isEmpty();
	}

	@Test
	void publishesTheWorkflowAsData() {
		this.client.get()
			.uri("/api/v1/small/workflows/errand")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.states[*].name")
			.isEqualTo(List.of("OPEN", "GIVEN", "DONE", "DROPPED"))
			.jsonPath("$.steps[?(@.name == 'give')].guards[0].rule")
			.isEqualTo("SUG-07")
			.jsonPath("$.steps[?(@.name == 'give')].clocks[0].effect")
			.isEqualTo("STARTS");
		this.client.get().uri("/api/v1/small/workflows/nothing").exchange().expectStatus().isNotFound();
	}

	@Test
	void aRetriedStepIsTakenOnce() {
		String id = this.errands.given("gate", LocalDate.now());
		for (int i = 0; i < 2; i++) {
			this.client.post().uri(ERRANDS + "/" + id + "/report").headers((headers) -> {
				headers.setBearerAuth(ORGAN);
				headers.setIfMatch("\"2\"");
				headers.set("Idempotency-Key", "gate-report");
			})
				.bodyValue(Map.of("words", "once"))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.version")
				.isEqualTo(3);
		}
	}

	private Mono<Void> persistently(String id, String words, AtomicInteger retries) {
		return this.errands.version(id)
			.flatMap((version) -> this.errands.send(id, "report", version, ORGAN, Map.of("words", words)))
			.flatMap((response) -> {
				if (response.statusCode().value() == 412) {
					retries.incrementAndGet();
					return persistently(id, words, retries);
				}
				assertThat(response.statusCode().value()).isEqualTo(200);
				return Mono.<Void>empty();
			});
	}

	private long count(String sql) {
		return this.database.sql(sql).map((row) -> row.get(0, Long.class)).one().block();
	}

}
