package renda.platform.webhook;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

class AddressGuardTest {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255",
			"192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "198.18.0.1", "203.0.113.5", "224.0.0.1",
			"255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1",
			"64:ff9b::7f00:1", "2002:7f00:1::", "2002:a9fe:a9fe::", "2001:db8::1", "100::1", "::7f00:1" })
	void closesWhatIsNotOnTheOpenInternet(String address) {
		assertThat(AddressGuard.isOpen(InetAddress.ofLiteral(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "172.32.0.1", "192.167.1.1", "100.128.0.1", "223.5.5.5",
			"2400:3200::1", "2606:4700::1111", "64:ff9b::808:808" })
	void opensTheOpenInternet(String address) {
		assertThat(AddressGuard.isOpen(InetAddress.ofLiteral(address))).isTrue();
	}

	@Test
	void looksAgainWhenItConnectsAndFollowsNoRedirect() {
		AtomicInteger calls = new AtomicInteger();
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			calls.incrementAndGet();
			return response.status(302).header("Location", "/elsewhere").send();
		}).bindNow();
		try {
			for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")) {
				Sender.Outcome outcome = send(false, "http://" + host + ":" + server.port());
				assertThat(outcome.problem()).isEqualTo(Sender.Problem.ADDRESS_REFUSED);
			}
			assertThat(calls).hasValue(0);
			assertThat(send(true, "http://localhost:" + server.port()).status()).isEqualTo(302);
			assertThat(calls).hasValue(1);
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void readsLittleOfALongAnswerAndWaitsNoLongerThanItMust() {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				.post("/long",
						(request, response) -> response
							.sendString(reactor.core.publisher.Flux.range(0, 100_000).map((i) -> "0123456789")))
				.post("/slow", (request, response) -> response.sendString(Mono.never())))
			.bindNow();
		try {
			String url = "http://localhost:" + server.port();
			assertThat(send(true, url + "/long").excerpt()).hasSize(1000).startsWith("01234");
			assertThat(send(true, url + "/slow").problem()).isEqualTo(Sender.Problem.TIMEOUT);
			assertThat(send(true, "http://localhost:1/").problem()).isEqualTo(Sender.Problem.UNREACHABLE);
			assertThat(send(true, "http://nobody.invalid/").problem()).isEqualTo(Sender.Problem.HOST_UNKNOWN);
		}
		finally {
			server.disposeNow();
		}
	}

	private static Sender.Outcome send(boolean allowPrivate, String url) {
		WebhookSettings settings = new WebhookSettings(allowPrivate, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofDays(1), Duration.ofSeconds(2), Duration.ofDays(1), Duration.ofDays(1), 5);
		return new Sender(new AddressGuard(allowPrivate), settings, Clock.systemUTC())
			.send(url, List.of(Signature.newSecret()), "id", "{}")
			.block();
	}

}
