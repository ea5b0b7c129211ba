package renda.gateway.route;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FailuresTest {

	private final StubService one = StubService.start();

	private final StubService two = StubService.start();

	private final StubService other = StubService.start();

	private RunningGateway gateway;

	@BeforeEach
	void start() {
		this.gateway = RunningGateway.start("renda.services.deputy=" + this.one.url(),
				"renda.services.legislation=" + this.other.url(),
				"renda.services.supervision=" + this.one.url() + "," + this.two.url(),
				"renda.gateway.route.ordinary.timeout=700ms", "renda.gateway.route.ordinary.connections=20",
				"renda.gateway.route.breaker.pause=1s", "renda.gateway.rate-limit.enabled=false");
	}

	@AfterEach
	void stop() {
		this.gateway.close();
		this.one.close();
		this.two.close();
		this.other.close();
	}

	@Test
	void answers503WithRetryAfterWhereTheServiceIsDown() {
		this.one.down();
		HttpResponse<String> answer = this.gateway.get("/api/v1/deputy/x", "Accept-Language", "en-GB");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(RunningGateway.json(answer).path("title").asString()).isEqualTo("Service unavailable");
		assertThat(RunningGateway.json(answer).path("instance").asString()).isEqualTo("/api/v1/deputy/x");
	}

	@Test
	void answers504WhereTheServiceIsSlow() {
		this.one.freeze("/api/v1/deputy/frozen");
		HttpResponse<String> answer = this.gateway.get("/api/v1/deputy/frozen");
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(RunningGateway.json(answer).path("type").asString()).isEqualTo("urn:renda:problem:service-timeout");
	}

	@Test
	void answers502WhereTheServiceBreaksOff() {
		this.one.on("/api/v1/deputy/broken", (request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		HttpResponse<String> answer = this.gateway.post("/api/v1/deputy/broken", "{}");
		assertThat(answer.statusCode()).isEqualTo(502);
		assertThat(this.one.seen("/api/v1/deputy/broken")).hasSize(1);
	}

	/**
	 * A service that is killed after it has carried out a write resets its connections.
	 */
	@Test
	void neverSendsAWriteAgainWhoseConnectionWasReset() {
		this.one.on("/api/v1/deputy/reset", (request, response) -> {
			request.withConnection((connection) -> {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
				connection.channel().close();
			});
			return Mono.never();
		});
		HttpResponse<String> answer = this.gateway.post("/api/v1/deputy/reset", "{}");
		assertThat(this.one.seen("/api/v1/deputy/reset")).hasSize(1);
		assertThat(answer.statusCode()).isEqualTo(502);
		assertThat(RunningGateway.json(answer).path("detail").asString()).contains("Idempotency-Key");
	}

	@Test
	void asksTheOnlyCopyOnceMoreWhereAReadBrokeOff() {
		AtomicInteger asked = new AtomicInteger();
		this.one.on("/api/v1/deputy/breaks-once", (request, response) -> {
			if (asked.getAndIncrement() > 0) {
				return response.sendString(Mono.just("[]"));
			}
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		assertThat(this.gateway.get("/api/v1/deputy/breaks-once").body()).isEqualTo("[]");
		this.one.on("/api/v1/deputy/breaks", (request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		assertThat(this.gateway.get("/api/v1/deputy/breaks").statusCode()).isEqualTo(502);
		assertThat(this.one.seen("/api/v1/deputy/breaks")).hasSize(2);
	}

	@Test
	void opensTheBreakerAndClosesItWhenTheServiceIsBack() {
		this.one.freeze("/api/v1/deputy/frozen");
		List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			slow.add(this.gateway.later("/api/v1/deputy/frozen"));
		}
		slow.forEach((one) -> assertThat(one.join().statusCode()).isIn(503, 504));
		int asked = this.one.seen("/api/v1/deputy/frozen").size();
		assertThat(this.gateway.get("/api/v1/deputy/frozen").statusCode()).isEqualTo(503);
		assertThat(this.one.seen("/api/v1/deputy/frozen")).hasSize(asked);
		assertThat(this.gateway.management("/actuator/prometheus").body()).contains(
				"renda_gateway_copies_available{application=\"gateway\",group=\"ordinary\",service=\"deputy\"} 0.0");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(this.gateway.get("/api/v1/deputy/x").statusCode()).isEqualTo(200));
	}

	@Test
	void theLongPollAndOrdinaryRequestsDoNotShareATimeout() {
		this.one.on("/api/v1/deputy/events",
				(request, response) -> response.sendString(Mono.just("[]").delayElement(Duration.ofMillis(1500))));
		assertThat(this.gateway.get("/api/v1/deputy/events").body()).isEqualTo("[]");
	}

	@Test
	void aThousandClientsThatHangUpLeaveThePoolWhole() throws Exception {
		this.one.freeze("/api/v1/deputy/frozen");
		byte[] request = "GET /api/v1/deputy/frozen HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
		for (int round = 0; round < 50; round++) {
			List<Socket> sockets = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				Socket socket = new Socket("127.0.0.1", this.gateway.port());
				socket.getOutputStream().write(request);
				sockets.add(socket);
			}
			for (Socket socket : sockets) {
				socket.setSoLinger(true, 0);
				socket.close();
			}
		}
		await().atMost(Duration.ofSeconds(20)).until(() -> this.one.waiting() == 0);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			List<CompletableFuture<HttpResponse<String>>> many = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				many.add(this.gateway.later("/api/v1/deputy/y"));
			}
			assertThat(many).allSatisfy((one) -> assertThat(one.join().statusCode()).isEqualTo(200));
		});
	}

	@Test
	void sharesTheRequestsBetweenTwoCopies() {
		for (int i = 0; i < 20; i++) {
			this.gateway.get("/api/v1/supervision/x");
		}
		assertThat(this.one.seen("/api/v1/supervision/x")).hasSize(10);
		assertThat(this.two.seen("/api/v1/supervision/x")).hasSize(10);
	}

	@Test
	void leavesADeadCopyOutAndTakesItBack() {
		this.one.down();
		for (int i = 0; i < 30; i++) {
			assertThat(this.gateway.get("/api/v1/supervision/x").statusCode()).isEqualTo(200);
			assertThat(this.gateway.post("/api/v1/supervision/x", "{}").statusCode()).isEqualTo(200);
		}
		assertThat(this.two.seen("/api/v1/supervision/x")).hasSize(60);
		this.one.up();
		await().atMost(Duration.ofSeconds(10)).until(() -> {
			this.gateway.get("/api/v1/supervision/back");
			return !this.one.seen("/api/v1/supervision/back").isEmpty();
		});
	}

	@Test
	void asksTheOtherCopyWhereAReadBrokeOffButNeverWhereAWriteDid() {
		StubService.Handler breaking = (request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		};
		this.one.on("/api/v1/supervision/breaks", breaking);
		int writes = 0;
		for (int i = 0; i < 4; i++) {
			assertThat(this.gateway.get("/api/v1/supervision/breaks").statusCode()).isEqualTo(200);
		}
		for (int i = 0; i < 2; i++) {
			writes += (this.gateway.post("/api/v1/supervision/breaks", "{}").statusCode() == 502) ? 1 : 0;
		}
		assertThat(writes).isEqualTo(1);
		assertThat(this.two.seen("/api/v1/supervision/breaks").stream().filter((seen) -> seen.method().equals("POST")))
			.hasSize(1);
	}

}
