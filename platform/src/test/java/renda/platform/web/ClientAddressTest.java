package renda.platform.web;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {

	private final ClientAddress address = new ClientAddress(new ProxySettings(Pattern.compile("10\\..*")));

	private String of(String peer, String... forwarded) {
		return this.address.of(MockServerHttpRequest.get("/")
			.remoteAddress(new InetSocketAddress(peer, 4711))
			.header("X-Forwarded-For", forwarded)
			.build());
	}

	@Test
	void theGatewaySaysForWhomItAsks() {
		assertThat(of("10.0.0.2", "203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(of("10.0.0.2", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
		assertThat(of("10.0.0.2", "1.1.1.1", "2001:db8::9")).isEqualTo("2001:db8::9");
	}

	@Test
	void aStrangerIsWhoSheIsWhateverSheSays() {
		assertThat(of("198.51.100.4", "203.0.113.9")).isEqualTo("198.51.100.4");
	}

	@Test
	void whatIsNoAddressIsNotKept() {
		assertThat(of("10.0.0.2", "<script>")).isEqualTo("10.0.0.2");
		assertThat(of("10.0.0.2", "203.0.113.9, ")).isEqualTo("10.0.0.2");
		assertThat(of("10.0.0.2")).isEqualTo("10.0.0.2");
	}

}
