package renda.gateway.desk;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;
import renda.gateway.token.TokenFixtures;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DeskTest {

	private static final String DESK = "/api/v1/desk";

	private static final TokenFixtures tokens = new TokenFixtures();

	private static final String OF_DEPUTY = """
			{"waiting":[
			{"kind":"suggestion","id":"1","code":"JY-1","title":{"zh":"建议","en":"A suggestion"},
			"steps":[{"name":"assign","title":{"zh":"交办","en":"Assign"}}],
			"since":"2026-01-05","dueOn":"2026-03-10","overdue":false,"href":"/api/v1/deputy/suggestions/1"},
			{"id":"2","code":"JY-2","since":"2026-01-02"},
			{"id":"3","code":"JY-3","since":"2026-01-01"}],
			"due":[{"id":"1","dueOn":"2026-03-10"}],
			"changed":[{"id":"1","at":"2026-02-01T09:00:00+08:00"},{"id":"2","at":"2026-02-01T00:30:00Z"}],
			"asOf":"2026-02-02"}""";

	private static final String OF_SUPERVISION = """
			{"waiting":[{"id":"9","code":"XF-9","since":"2026-01-20","dueOn":"2026-02-01","overdue":true}],
			"due":[{"id":"9","dueOn":"2026-02-01","overdue":true},{"id":"8","dueOn":"2026-04-01"}],
			"changed":[{"id":"9","at":"2026-02-01T08:45:00+08:00"}],"asOf":"2026-02-02"}""";

	private static final StubService deputy = StubService.start();

	private static final StubService supervision = StubService.start();

	private static final StubService legislation = StubService.start();

	private static final StubService identity = StubService.start()
		.on("/keys", (_, response) -> response.sendString(Mono.just(tokens.keys())));

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		gateway = RunningGateway.start("renda.services.deputy=" + deputy.url(),
				"renda.services.supervision=" + supervision.url(), "renda.services.legislation=" + legislation.url(),
				"renda.security.issuer=" + TokenFixtures.ISSUER,
				"renda.security.jwk-set-uri=" + identity.url() + "/keys", "renda.gateway.desk.timeout=2s");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		List.of(deputy, supervision, legislation, identity).forEach(StubService::close);
	}

	@BeforeEach
	void everyServiceIsWell() {
		deputy.on("/api/v1/deputy/desk", (_, response) -> response.sendString(Mono.just(OF_DEPUTY)));
		supervision.on("/api/v1/supervision/desk", (_, response) -> response.sendString(Mono.just(OF_SUPERVISION)));
		// a service without a desk
		legislation.on("/api/v1/legislation/desk", (_, response) -> response.status(404).send());
		deputy.forget();
	}

	@Test
	void putsTheDesksOfAllServicesIntoOneOrder() {
		HttpResponse<String> answer = ask(DESK);
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode desk = RunningGateway.json(answer);
		assertThat(ids(desk, "waiting")).as("by last day, then by how long they wait")
			.containsExactly("9", "1", "3", "2");
		assertThat(ids(desk, "due")).containsExactly("9", "1", "8");
		assertThat(ids(desk, "changed")).as("newest first, whatever the offset").containsExactly("1", "9", "2");
		assertThat(desk.path("complete").asBoolean()).as("no desk is not a missing desk").isTrue();
		assertThat(desk.path("missing")).isEmpty();
		assertThat(desk.path("asOf").asString()).isEqualTo("2026-02-02");
	}

	@Test
	void leavesEveryItemAsItsServiceGaveItAndSaysWhichServiceThatIs() {
		JsonNode item = RunningGateway.json(ask(DESK)).path("waiting").get(1);
		assertThat(item.toString()).isEqualTo("""
				{"service":"deputy","kind":"suggestion","id":"1","code":"JY-1",\
				"title":{"zh":"建议","en":"A suggestion"},\
				"steps":[{"name":"assign","title":{"zh":"交办","en":"Assign"}}],\
				"since":"2026-01-05","dueOn":"2026-03-10","overdue":false,"href":"/api/v1/deputy/suggestions/1"}""");
	}

	@Test
	void asksWithTheCallersTokenAndLanguageAndIsNeverCached() {
		HttpResponse<String> answer = ask(DESK + "?since=2026-01-01T00:00:00%2B08:00&limit=20", "Accept-Language",
				"en-GB", "X-Correlation-Id", "one-id");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		StubService.Seen seen = deputy.seen("/api/v1/deputy/desk").getFirst();
		assertThat(seen.headers().get("Authorization")).startsWith("Bearer ");
		assertThat(seen.headers().get("Accept-Language")).isEqualTo("en-GB");
		assertThat(seen.headers().get("X-Correlation-Id")).isEqualTo("one-id");
		assertThat(seen.uri()).endsWith("/desk?limit=20&since=2026-01-01T00%3A00%2B08%3A00");
		ask(DESK);
		assertThat(deputy.seen("/api/v1/deputy/desk")).hasSize(2);
	}

	@Test
	void aServiceThatIsDownIsNamedAndLeavesTheRest() {
		supervision.down();
		HttpResponse<String> answer = ask(DESK);
		supervision.up();
		assertThat(answer.statusCode()).isEqualTo(200);
		JsonNode desk = RunningGateway.json(answer);
		assertThat(desk.path("complete").asBoolean()).as(answer.body()).isFalse();
		assertThat(desk.path("missing").toString()).isEqualTo("[\"supervision\"]");
		assertThat(ids(desk, "waiting")).containsExactly("1", "3", "2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "<html>", "" })
	void aServiceThatAnswersSomethingElseIsNamedToo(String body) {
		supervision.on("/api/v1/supervision/desk", (_, response) -> response.sendString(Mono.just(body)));
		HttpResponse<String> answer = ask(DESK);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(RunningGateway.json(answer).path("missing").toString()).isEqualTo("[\"supervision\"]");
	}

	@Test
	void aServiceThatFaultsIsNamedAndOneThatHasNoDeskForTheCallerIsNot() {
		supervision.on("/api/v1/supervision/desk", (_, response) -> response.status(500).send());
		deputy.on("/api/v1/deputy/desk", (_, response) -> response.status(403).send());
		JsonNode desk = RunningGateway.json(ask(DESK));
		assertThat(desk.path("missing").toString()).isEqualTo("[\"supervision\"]");
		assertThat(desk.path("waiting")).isEmpty();
		assertThat(desk.path("asOf").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
	}

	@Test
	void cutsTheWholeToTheLimitAndNotEachService() {
		JsonNode desk = RunningGateway.json(ask(DESK + "?limit=2"));
		assertThat(ids(desk, "waiting")).containsExactly("9", "1");
		assertThat(ids(desk, "changed")).containsExactly("1", "9");
	}

	@Test
	void wantsAToken() {
		for (HttpResponse<String> answer : List.of(gateway.get(DESK, "Accept-Language", "en"),
				gateway.get(DESK, "Accept-Language", "en", "Authorization", "Basic YTpi"))) {
			assertThat(answer.statusCode()).isEqualTo(401);
			assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
			assertThat(RunningGateway.json(answer).path("title").asString()).isEqualTo("Not authenticated");
		}
		assertThat(gateway.get(DESK, "Authorization", "Bearer " + tokens.expired()).statusCode()).isEqualTo(401);
		assertThat(deputy.seen("/api/v1/deputy/desk")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=201", "limit=-1", "limit=ten", "limit=", "since=yesterday",
			"since=2026-01-01", "since=", "limits=5" })
	void refusesAWrongParameter(String query) {
		HttpResponse<String> answer = ask(DESK + "?" + query);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(RunningGateway.json(answer).path("errors")).hasSize(1);
		assertThat(deputy.seen("/api/v1/deputy/desk")).isEmpty();
	}

	@Test
	void namesBothWrongParametersAtOnce() {
		assertThat(RunningGateway.json(ask(DESK + "?limit=x&since=y")).path("errors")).hasSize(2);
	}

	@Test
	void understandsAPlusSignThatWasNotEncoded() {
		assertThat(ask(DESK + "?since=2026-01-01T00:00:00+08:00").statusCode()).isEqualTo(200);
	}

	private static HttpResponse<String> ask(String path, String... headers) {
		List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + tokens.good()));
		all.addAll(List.of(headers));
		return gateway.get(path, all.toArray(String[]::new));
	}

	private static List<String> ids(JsonNode desk, String list) {
		return StreamSupport.stream(desk.path(list).spliterator(), false)
			.map((item) -> item.path("id").asString())
			.toList();
	}

}
