package renda.gateway.route;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A copy that is well again gets its work back at once.
 */
class RecoveryTest {

	private static final int BURST = 64;

	private final StubService service = StubService.start()
		.on("/api/v1/deputy/slow",
				(_, response) -> response.sendString(Mono.just("done").delayElement(Duration.ofMillis(100))))
		.on("/api/v1/deputy/unwell", (_, response) -> response.status(503).send())
		.on("/api/v1/deputy/faulty", (_, response) -> response.status(500).send());

	private RunningGateway gateway;

	@BeforeEach
	void start() {
		this.gateway = RunningGateway.start("renda.services.deputy=" + this.service.url(),
				"renda.gateway.route.breaker.pause=500ms", "renda.gateway.rate-limit.enabled=false");
	}

	@AfterEach
	void stop() {
		this.gateway.close();
		this.service.close();
	}

	@Test
	void aCopyThatWasDownServesAWholeBurstOnceItIsUp() {
		this.service.down();
		await().until(() -> status("/api/v1/deputy/x") == 503 && available() == 0);
		this.service.up();
		await().until(() -> status("/api/v1/deputy/x") == 200);
		assertThat(burst()).as("one read was answered, so all are").hasSize(BURST).containsOnly(200);
	}

	@Test
	void aCopyThatAnsweredOnly503ServesAWholeBurstOnceItIsWell() {
		await().until(() -> status("/api/v1/deputy/unwell") == 503 && available() == 0);
		int asked = this.service.seen("/api/v1/deputy/unwell").size();
		assertThat(status("/api/v1/deputy/unwell")).isEqualTo(503);
		assertThat(this.service.seen("/api/v1/deputy/unwell")).as("it is left in peace").hasSize(asked);
		await().until(() -> status("/api/v1/deputy/x") == 200);
		assertThat(burst()).hasSize(BURST).containsOnly(200);
	}

	@Test
	void aRequestThatEndsInAFaultSwitchesNothingOffForTheOthers() {
		for (int i = 0; i < 40; i++) {
			assertThat(status("/api/v1/deputy/faulty")).isEqualTo(500);
		}
		assertThat(available()).isEqualTo(1);
		assertThat(status("/api/v1/deputy/x")).isEqualTo(200);
	}

	private List<Integer> burst() {
		List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
		for (int i = 0; i < BURST; i++) {
			all.add(this.gateway.later("/api/v1/deputy/slow"));
		}
		return all.stream().map((one) -> one.join().statusCode()).toList();
	}

	private int status(String path) {
		return this.gateway.get(path).statusCode();
	}

	private int available() {
		return this.gateway.management("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith("renda_gateway_copies_available")
					&& line.contains("group=\"ordinary\",service=\"deputy\""))
			.mapToInt((line) -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.findFirst()
			.orElseThrow();
	}

}
