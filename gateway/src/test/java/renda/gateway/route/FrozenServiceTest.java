package renda.gateway.route;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FrozenServiceTest {

	@Test
	void aFrozenServiceDoesNotSlowTheOthers() {
		try (StubService frozen = StubService.start();
				StubService other = StubService.start();
				RunningGateway gateway = RunningGateway.start("renda.services.deputy=" + frozen.url(),
						"renda.services.legislation=" + other.url(), "renda.gateway.route.ordinary.timeout=25s",
						"renda.gateway.route.ordinary.connections=20", "renda.gateway.rate-limit.enabled=false")) {
			frozen.freeze("/api/v1/deputy/frozen");
			List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				slow.add(gateway.later("/api/v1/deputy/frozen"));
			}
			await().until(() -> frozen.waiting() == 20);
			for (int i = 0; i < 50; i++) {
				assertThat(gateway.get("/api/v1/legislation/x").statusCode()).isEqualTo(200);
			}
			assertThat(slow).anyMatch((one) -> !one.isDone());
			slow.forEach((one) -> one.cancel(true));
		}
	}

}
