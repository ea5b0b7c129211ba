package renda.gateway.limit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two gateways with one limit, in a real Redis. Runs where {@code redis-server} is on the
 * PATH.
 */
class SharedRateLimitTest {

	private static final String PATH = "/api/v1/deputy/x";

	private static final int BURST = 40;

	private static RedisServer redis;

	private static StubService service;

	private static List<RunningGateway> gateways = List.of();

	@BeforeAll
	static void start() {
		Assumptions.assumeTrue(RedisServer.isInstalled(),
				"redis-server is not on the PATH: the limit that gateways share is not tested");
		redis = new RedisServer();
		service = StubService.start();
		gateways = List.of(gateway(), gateway());
	}

	@AfterAll
	static void stop() throws Exception {
		if (redis != null) {
			gateways.forEach(RunningGateway::close);
			service.close();
			redis.close();
		}
	}

	@Test
	void twoGatewaysShareOneBudgetForAClient() {
		assertThat(passed("1.1.1.1", BURST * 2)).as("one budget, filled up by one a second; two would pass all")
			.isGreaterThanOrEqualTo(BURST)
			.isLessThan(BURST * 2);
		HttpResponse<String> refused = gateways.getLast().get(PATH, "X-Forwarded-For", "1.1.1.1");
		for (int i = 0; i < BURST && refused.statusCode() == 200; i++) {
			refused = gateways.getLast().get(PATH, "X-Forwarded-For", "1.1.1.1");
		}
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"client\";r=0;t=1");
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(gateways.getLast().get(PATH, "X-Forwarded-For", "2.2.2.2").statusCode()).as("nobody else pays")
			.isEqualTo(200);
	}

	@Test
	void whileRedisIsAwayEverythingPassesAndAfterwardsTheLimitHoldsAgain() throws Exception {
		redis.down();
		assertThat(passed("3.3.3.3", BURST + 10)).isEqualTo(BURST + 10);
		assertThat(away()).isPositive();
		redis.up();
		AtomicInteger client = new AtomicInteger();
		await().atMost(Duration.ofSeconds(60)).until(() -> {
			String fresh = "10.0." + client.get() / 250 + "." + (client.getAndIncrement() % 250 + 1);
			return gateways.stream()
				.map((gateway) -> gateway.get(PATH, "X-Forwarded-For", fresh).headers().firstValue("RateLimit"))
				.noneMatch((limit) -> limit.orElseThrow().contains(";r=0;"));
		});
		assertThat(passed("5.5.5.5", BURST * 2)).isLessThan(BURST * 2);
	}

	/** How many of so many requests pass that go to both gateways in turn. */
	private static int passed(String client, int requests) {
		int passed = 0;
		for (int i = 0; i < requests; i++) {
			int status = gateways.get(i % 2).get(PATH, "X-Forwarded-For", client).statusCode();
			assertThat(status).isIn(200, 429);
			passed += (status == 200) ? 1 : 0;
		}
		return passed;
	}

	private static double away() {
		return gateways.getFirst()
			.management("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith("renda_gateway_limit_away_total"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private static RunningGateway gateway() {
		return RunningGateway.start("renda.services.deputy=" + service.url(), "renda.gateway.rate-limit.store=redis",
				"renda.gateway.rate-limit.per-second=1", "renda.gateway.rate-limit.burst=" + BURST,
				"renda.gateway.edge.trusted-proxies=127\\..*", "spring.data.redis.port=" + redis.port());
	}

}
