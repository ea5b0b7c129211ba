package renda.platform.event;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads another service's feed.
 */
class FeedClient {

	/** How many events are asked for at once. */
	static final int LIMIT = 200;

	private static final Duration LONG_POLL = Duration.ofSeconds(10);

	private static final Duration LONGEST = Duration.ofSeconds(15);

	private final WebClient client;

	private final ServiceTokens tokens;

	private final JsonMapper json;

	private final List<String> addresses;

	private final String path;

	private final AtomicInteger turn = new AtomicInteger();

	FeedClient(WebClient client, ServiceTokens tokens, JsonMapper json, String addresses, Subscription subscription) {
		this.client = client;
		this.tokens = tokens;
		this.json = json;
		this.addresses = Arrays.stream(addresses.split(","))
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.toList();
		UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/v1/" + subscription.service() + "/events")
			.queryParam("limit", LIMIT);
		if (!subscription.types().isEmpty()) {
			path.queryParam("types", String.join(",", subscription.types().stream().sorted().toList()));
		}
		this.path = path.build().toUriString();
	}

	/**
	 * The next events, waiting for them a while.
	 * @param patient whether to wait at the end of the feed
	 * @throws Lost where the feed does not know the last event any more
	 */
	Mono<List<FeedEvent>> after(@Nullable String lastEventId, boolean patient) {
		String address = this.addresses.get(Math.floorMod(this.turn.get(), this.addresses.size()));
		String uri = address + this.path + "&timeout=" + (patient ? LONG_POLL.toMillis() : 0)
				+ ((lastEventId != null) ? "&lastEventId=" + lastEventId : "");
		return this.tokens.current()
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((token) -> this.client.get()
				.uri(URI.create(uri))
				.headers((headers) -> token.ifPresent(headers::setBearerAuth))
				.exchangeToMono(this::read))
			.timeout(LONGEST)
			.doOnError((failure) -> this.turn.incrementAndGet());
	}

	private Mono<List<FeedEvent>> read(ClientResponse response) {
		HttpStatusCode status = response.statusCode();
		if (status.is2xxSuccessful()) {
			return response.bodyToMono(byte[].class).map(this::events);
		}
		if (status.value() == HttpStatus.UNAUTHORIZED.value()) {
			this.tokens.forget();
		}
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> Mono.error(isLost(status, body) ? new Lost()
					: new IllegalStateException("the feed answers " + status.value())));
	}

	private List<FeedEvent> events(byte[] body) {
		List<FeedEvent> events = new ArrayList<>();
		for (JsonNode event : this.json.readTree(body)) {
			events.add(FeedEvent.of(event));
		}
		return events;
	}

	private static boolean isLost(HttpStatusCode status, byte[] body) {
		return status.value() == HttpStatus.BAD_REQUEST.value()
				&& new String(body, StandardCharsets.UTF_8).contains(":unknown-event\"");
	}

	/**
	 * The feed does not know the last event any more: it was restored to an earlier time.
	 */
	static final class Lost extends RuntimeException {

		Lost() {
			super("the feed does not know the last event", null, false, false);
		}

	}

}
