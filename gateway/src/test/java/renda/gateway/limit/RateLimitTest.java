package renda.gateway.limit;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

	@Test
	void refusesAClientThatSendsTooManyAndNoOther() {
		try (StubService service = StubService.start();
				RunningGateway gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
						"renda.gateway.rate-limit.per-second=1", "renda.gateway.rate-limit.burst=3",
						"renda.gateway.edge.trusted-proxies=127\\..*")) {
			service.on("/api/v1/deputy/kept", (request,
					response) -> response.header("Cache-Control", "public, max-age=60").sendString(Mono.just("kept")));
			HttpResponse<String> first = gateway.get("/api/v1/deputy/x", "X-Forwarded-For", "1.1.1.1");
			assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=3;w=3");
			assertThat(first.headers().firstValue("RateLimit")).hasValue("\"client\";r=2;t=0");
			HttpResponse<String> last = first;
			for (int i = 0; i < 10; i++) {
				last = gateway.get("/api/v1/deputy/x", "X-Forwarded-For", "1.1.1.1");
			}
			assertThat(last.statusCode()).isEqualTo(429);
			assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(RunningGateway.json(last).path("type").asString())
				.isEqualTo("urn:renda:problem:too-many-requests");
			assertThat(gateway.get("/api/v1/deputy/x", "X-Forwarded-For", "2.2.2.2").statusCode()).isEqualTo(200);
			int refused = 0;
			for (int i = 0; i < 10; i++) {
				refused += (gateway.get("/api/v1/deputy/kept", "X-Forwarded-For", "3.3.3.3").statusCode() == 429) ? 1
						: 0;
			}
			assertThat(refused).isGreaterThan(4);
		}
	}

	@Test
	void letsEverythingPassWhileRedisIsAway() {
		try (StubService service = StubService.start();
				RunningGateway gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
						"renda.gateway.rate-limit.store=redis", "spring.data.redis.port=1")) {
			assertThat(gateway.get("/api/v1/deputy/x").statusCode()).isEqualTo(200);
			assertThat(gateway.management("/actuator/health").statusCode()).isEqualTo(200);
		}
	}

}
