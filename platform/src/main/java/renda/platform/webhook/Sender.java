package renda.platform.webhook;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts one message to a receiver. It follows no redirect and reads little of the answer.
 */
final class Sender {

	private static final int LONGEST_EXCERPT = 1000;

	private final HttpClient client;

	private final Clock clock;

	private final Duration timeout;

	Sender(AddressGuard guard, WebhookSettings settings, Clock clock) {
		this.client = HttpClient
			.create(ConnectionProvider.builder("webhooks")
				.maxConnections(8)
				.maxIdleTime(Duration.ofSeconds(5))
				.pendingAcquireTimeout(settings.timeout())
				.build())
			.resolver(guard)
			.disableRetry(true)
			.followRedirect(false)
			.responseTimeout(settings.timeout())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5000);
		this.clock = clock;
		this.timeout = settings.timeout();
	}

	/**
	 * Sends a message, and tells how that went; it never fails.
	 */
	Mono<Outcome> send(String url, List<String> secrets, String id, String body) {
		return Mono.defer(() -> {
			long now = this.clock.instant().getEpochSecond();
			return this.client
				.headers((headers) -> headers.set("Content-Type", "application/cloudevents+json; charset=utf-8")
					.set("User-Agent", "renda-webhooks")
					.set("webhook-id", id)
					.set("webhook-timestamp", String.valueOf(now))
					.set("webhook-signature", Signature.of(id, now, body, secrets)))
				.post()
				.uri(url)
				.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8))))
				.response((response, content) -> excerpt(content)
					.map((excerpt) -> new Outcome(response.status().code(), excerpt, null)))
				.next()
				.timeout(this.timeout);
		}).onErrorResume((failure) -> Mono.just(new Outcome(null, null, problem(failure))));
	}

	private static Mono<String> excerpt(ByteBufFlux content) {
		ByteArrayOutputStream kept = new ByteArrayOutputStream();
		return content.asByteArray()
			.doOnNext((bytes) -> kept.write(bytes, 0, Math.min(bytes.length, LONGEST_EXCERPT - kept.size())))
			.takeUntil((bytes) -> kept.size() >= LONGEST_EXCERPT)
			.then(Mono.fromSupplier(() -> kept.toString(StandardCharsets.UTF_8).replace('\0', ' ')));
	}

	private static Problem problem(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Problem known = switch (cause) {
				case AddressGuard.Closed ex -> Problem.ADDRESS_REFUSED;
				case UnknownHostException ex -> Problem.HOST_UNKNOWN;
				case TimeoutException ex -> Problem.TIMEOUT;
				case io.netty.handler.timeout.TimeoutException ex -> Problem.TIMEOUT;
				case ConnectTimeoutException ex -> Problem.TIMEOUT;
				case ConnectException ex -> Problem.UNREACHABLE;
				case SSLException ex -> Problem.TLS;
				default -> null;
			};
			if (known != null) {
				return known;
			}
		}
		return Problem.BROKEN_OFF;
	}

	/**
	 * How an attempt went.
	 *
	 * @param status the receiver's status, if it answered
	 * @param excerpt the beginning of its answer
	 * @param problem why it did not answer
	 */
	record Outcome(@Nullable Integer status, @Nullable String excerpt, @Nullable Problem problem) {

		boolean delivered() {
			return this.status != null && this.status / 100 == 2;
		}

		/**
		 * 410: the receiver wants no more.
		 */
		boolean gone() {
			return this.status != null && this.status == 410;
		}

	}

	/**
	 * Why a receiver did not answer.
	 */
	enum Problem {

		/** The host has no address. */
		HOST_UNKNOWN,
		/** The host is on an address that may not be called. */
		ADDRESS_REFUSED,
		/** Nothing accepts connections there. */
		UNREACHABLE,
		/** It took too long. */
		TIMEOUT,
		/** The certificate or the handshake is wrong. */
		TLS,
		/** The connection broke. */
		BROKEN_OFF

	}

}
