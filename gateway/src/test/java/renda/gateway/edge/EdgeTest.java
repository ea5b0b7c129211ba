package renda.gateway.edge;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeTest {

	private static StubService service;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		service = StubService.start();
		gateway = RunningGateway.start("renda.services.legislation=" + service.url(),
				"renda.gateway.edge.allowed-origins=https://renda.example");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		service.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/legislation/../deputy", "/api/v1/legislation/..;/x", "/api/v1//legislation",
			"/api/v1/legislation/%2e%2e/x", "/api/v1/legislation/a%00b", "/api/v1/legislation/%",
			"/api/v1/legislation/a%2Fb", "/api/v1/legislation?q=%C8%BC%C6%F8", "/api/v1/legislation/a\\b", "api" })
	void answersAHostilePathWithAProblemAndNeverAsksAService(String path) throws IOException {
		int before = service.seen("/api/v1/legislation").size();
		String answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:renda:problem:bad-path").contains("路径无效");
		assertThat(service.seen("/api/v1/legislation")).hasSize(before);
	}

	@Test
	void answersWhatIsNotHttpWithAProblem() throws IOException {
		assertThat(gateway.raw("rubbish\r\n\r\n")).contains(" 400 ").contains("urn:renda:problem:malformed");
	}

	@Test
	void answersATooLongAddressWithAProblem() throws IOException {
		assertThat(gateway.raw("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 414 ")
			.contains("urn:renda:problem:uri-too-long");
	}

	@Test
	void answersTooLargeHeadersWithAProblem() throws IOException {
		assertThat(gateway.raw("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(17_000) + "\r\n\r\n"))
			.startsWith("HTTP/1.1 431 ")
			.contains("urn:renda:problem:headers-too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/api/v2/legislation", "/api/v1/other/x", "/api/v1/", "/actuator/health",
			"/v3/api-docs/other", "/docs/other" })
	void answersAnUnknownPathWithAProblem(String path) {
		HttpResponse<String> answer = gateway.get(path, "Accept-Language", "en");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(RunningGateway.json(answer).path("title").asString()).isEqualTo("Not found");
		assertThat(RunningGateway.json(answer).path("instance").asString()).isEqualTo(path);
		assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
	}

	@Test
	void answersAWrongMethodWithWhatIsAllowed() throws IOException {
		HttpResponse<String> answer = gateway.post("/api/v1/work-report", "{}");
		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
		assertThat(gateway.raw("TRACE /api/v1/legislation HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
			.startsWith("HTTP/1.1 405 ");
	}

	@Test
	void neverWritesABodyToHead() {
		HttpResponse<String> answer = gateway
			.send(gateway.request("/nothing").method("HEAD", HttpRequest.BodyPublishers.noBody()));
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void servesAHundredRequestsThatComeAtOnceOverOneConnection() throws IOException {
		String one = "GET /api/v1/legislation/x HTTP/1.1\r\nHost: x\r\n\r\n";
		assertThat(gateway.raw(one.repeat(100), 100)).isEqualTo(100);
	}

	@Test
	void letsAPageOfAnAllowedOriginCall() throws IOException {
		String answer = gateway.raw("OPTIONS /api/v1/legislation/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Origin: https://renda.example\r\nAccess-Control-Request-Method: POST\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Access-Control-Allow-Origin: https://renda.example");
		String read = gateway.raw("GET /api/v1/legislation/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Origin: https://renda.example\r\n\r\n");
		assertThat(read).startsWith("HTTP/1.1 200 ").contains("Access-Control-Allow-Origin: https://renda.example");
	}

	@Test
	void letsNoPageOfAnotherOriginCall() throws IOException {
		String answer = gateway.raw("OPTIONS /api/v1/legislation/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 403 ").contains("urn:renda:problem:foreign-origin");
		String read = gateway.raw("GET /api/v1/legislation/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
				+ "Origin: https://evil.example\r\n\r\n");
		assertThat(read).doesNotContain("Access-Control-Allow-Origin");
	}

	@Test
	void showsHealthAndMetricsOnlyOnTheManagementPort() {
		assertThat(gateway.management("/actuator/health/liveness").body()).contains("UP");
		assertThat(gateway.management("/actuator/health/readiness").body()).contains("UP");
		assertThat(gateway.management("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(gateway.management("/actuator/prometheus").body()).contains("renda_gateway_refused_total",
				"renda_gateway_cache_hits_total");
		assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(404);
	}

	@Test
	void servesTheWelcomePageAndThePageOfTheApi() {
		assertThat(gateway.get("/").body()).contains("lang=\"zh-CN\"").contains("viewport");
		assertThat(gateway.get("/docs").body()).contains("/docs/swagger-ui-bundle.js");
		assertThat(gateway.get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
		assertThat(gateway.get("/docs/docs.js").body()).contains("/v3/api-docs/legislation");
		assertThat(RunningGateway.json(gateway.get("/v3/api-docs/gateway")).path("paths").has("/api/v1/work-report"))
			.isTrue();
	}

}
