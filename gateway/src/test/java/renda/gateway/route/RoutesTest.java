package renda.gateway.route;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

	private static StubService legislation;

	private static StubService supervision;

	private static StubService deputy;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		legislation = StubService.start();
		supervision = StubService.start();
		deputy = StubService.start();
		gateway = RunningGateway.start("renda.services.legislation=" + legislation.url(),
				"renda.services.supervision=" + supervision.url(), "renda.services.deputy=" + deputy.url(),
				"renda.gateway.route.ordinary.body=1KB", "renda.gateway.route.bulk.body=8MB");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		legislation.close();
		supervision.close();
		deputy.close();
	}

	@Test
	void sendsEachPathToItsServiceUnchanged() {
		String query = "?q=%E7%87%83%E6%B0%94&limit=5";
		assertThat(gateway.get("/api/v1/legislation/regulations" + query).body())
			.isEqualTo("/api/v1/legislation/regulations" + query);
		assertThat(gateway.get("/api/v1/supervision/work-reports/1").statusCode()).isEqualTo(200);
		assertThat(gateway.get("/api/v1/deputy/deputies").statusCode()).isEqualTo(200);
		assertThat(supervision.seen("/api/v1/supervision/work-reports/1")).hasSize(1);
		assertThat(deputy.seen("/api/v1/deputy/deputies")).hasSize(1);
	}

	@Test
	void asksEachServiceForItsOwnApiDescription() {
		gateway.get("/v3/api-docs/supervision");
		assertThat(supervision.seen("/v3/api-docs")).hasSize(1);
	}

	@Test
	void tellsTheServiceWhoAsksAndUnderWhichCorrelation() {
		HttpResponse<String> answer = gateway.get("/api/v1/deputy/who", "X-Correlation-Id", "test-1", "X-Forwarded-For",
				"8.8.8.8", "X-Renda-Client", "8.8.8.8", "Accept-Language", "en");
		StubService.Seen seen = deputy.seen("/api/v1/deputy/who").getFirst();
		assertThat(seen.headers().get("X-Correlation-Id")).isEqualTo("test-1");
		assertThat(seen.headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(seen.headers().get("X-Renda-Client")).isEqualTo("127.0.0.1");
		assertThat(seen.headers().get("X-Forwarded-Proto")).isEqualTo("http");
		assertThat(seen.headers().get("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + gateway.port());
		assertThat(seen.headers().get("Accept-Language")).isEqualTo("en");
		assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("test-1");
	}

	@Test
	void continuesATraceThatTheClientBegan() {
		String trace = "0af7651916cd43dd8448eb211c80319c";
		gateway.get("/api/v1/deputy/traced", "traceparent", "00-" + trace + "-b7ad6b7169203331-01");
		assertThat(deputy.seen("/api/v1/deputy/traced").getFirst().headers().get("traceparent"))
			.startsWith("00-" + trace)
			.doesNotContain("b7ad6b7169203331");
	}

	@Test
	void leavesTheServicesProblemAsItIs() {
		deputy.on("/api/v1/deputy/refused",
				(request, response) -> response.status(422)
					.header("Content-Type", "application/problem+json")
					.sendString(Mono.just("{\"rule\":\"DEP-01\"}")));
		HttpResponse<String> answer = gateway.post("/api/v1/deputy/refused", "{}");
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).isEqualTo("{\"rule\":\"DEP-01\"}");
	}

	@Test
	void refusesABodyWhoseAnnouncedLengthIsTooLargeWithoutAskingTheService() {
		HttpResponse<String> answer = gateway.post("/api/v1/deputy/large", "x".repeat(1025));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(RunningGateway.json(answer).path("detail").asString()).contains("1024");
		assertThat(deputy.seen("/api/v1/deputy/large")).isEmpty();
	}

	@Test
	void refusesABodyThatTurnsOutTooLargeWhileItStreams() {
		deputy.on("/api/v1/deputy/stream",
				(request, response) -> request.receive().then(response.sendString(Mono.just("taken")).then()));
		HttpResponse<String> answer = gateway.send(gateway.request("/api/v1/deputy/stream")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300_000]))));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(RunningGateway.json(answer).path("type").asString()).isEqualTo("urn:renda:problem:too-large");
	}

	@Test
	void streamsAnImportLargerThanAnOrdinaryBody() {
		deputy.on("/api/v1/deputy/imports/roster", (request, response) -> response
			.sendString(request.receive().map(ByteBuf::readableBytes).reduce(0L, Long::sum).map(String::valueOf)));
		HttpResponse<String> answer = gateway.send(gateway.request("/api/v1/deputy/imports/roster")
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5_000_000]))));
		assertThat(answer.body()).isEqualTo("5000000");
	}

}
