package renda.local;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand requests whose clients hang up leave the connection pools whole.
 */
class HangUpTest {

	private static final int REQUESTS = 5_000;

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	@ParameterizedTest
	@ValueSource(strings = { "gateway", "supervision" })
	void leavesThePoolsWholeWhenClientsHangUp(String process) throws Exception {
		URI address = process.equals("gateway") ? platform.gateway() : platform.service("supervision");
		byte[] request = ("GET /api/v1/supervision/organs?limit=1000&q=" + "%E5%B1%80" + " HTTP/1.1\r\nHost: "
				+ address.getAuthority() + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		Organs.atOnce(8, REQUESTS, (i) -> () -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 5_000);
				socket.setOption(StandardSocketOptions.SO_LINGER, (i % 2 == 0) ? 0 : -1);
				socket.getOutputStream().write(request);
			}
			return i;
		});
		// what was asked for before still stands in line: the service works it off, then
		// answers
		awaitAnswer();
		awaitNoConnectionInUse();
		new Organs(platform).register("after-hang-ups-" + process);
	}

	private static void awaitAnswer() throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(90));
		int status = 0;
		while (status != 200) {
			assertThat(Instant.now()).as("still answers " + status).isBefore(end);
			Thread.sleep(200);
			status = platform.get(Organs.PATH, "general-office").statusCode();
		}
	}

	private static void awaitNoConnectionInUse() throws Exception {
		Instant end = Instant.now().plus(Duration.ofSeconds(60));
		while (inUse() > 0) {
			assertThat(Instant.now()).as("connections still in use: " + inUse()).isBefore(end);
			Thread.sleep(200);
		}
	}

	private static double inUse() throws Exception {
		String metrics = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(platform.management("supervision").resolve("/actuator/prometheus")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
		return metrics.lines()
			.filter((line) -> line.startsWith("r2dbc_pool_acquired_connections"))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.max()
			.orElseThrow();
	}

}
