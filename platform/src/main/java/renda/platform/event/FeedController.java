package renda.platform.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.Caller;
import renda.platform.security.Public;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The event feed, as in http-feeds.
 */
@RestController
@RequestMapping("/api/v1/${renda.service}/events")
@Tag(name = "事件流 Events")
class FeedController {

	private static final String BATCH = "application/cloudevents-batch+json";

	private static final MediaType BATCH_TYPE = MediaType.parseMediaType(BATCH);

	private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("lastEventId", "limit", "timeout", "types"));

	private static final int MOST = 1000;

	private static final int LONGEST = 30_000;

	private final Feed feed;

	private final EventLog log;

	private final String source;

	FeedController(Feed feed, EventLog log, String source) {
		this.feed = feed;
		this.log = log;
		this.source = source;
	}

	/**
	 * The events after {@code lastEventId}, or from the beginning, in order, as a
	 * CloudEvents 1.0 batch; an empty array at the end of the feed. A reader goes on with
	 * the id of the last event it got: it then misses none and gets none twice. Without a
	 * token it sees the public events, with one also those for its roles. Answers 400 for
	 * an id the feed does not have, which also happens after the database was restored to
	 * an earlier time: then read from the beginning.
	 * @param lastEventId the id of the last event the reader has
	 * @param limit the most events to answer, 1 to 1000
	 * @param timeout how long to wait at the end of the feed, in milliseconds, 0 to 30000
	 * @param types types separated by commas; a trailing * stands for any ending
	 */
	@Public
	@GetMapping(produces = { BATCH, MediaType.APPLICATION_JSON_VALUE })
	@Operation(summary = "读取事件（CloudEvents 批，可长轮询） · Read events (a CloudEvents batch, with long poll)")
	Mono<ResponseEntity<byte[]>> events(@RequestParam(required = false) @Nullable UUID lastEventId,
			@RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "0") int timeout,
			@RequestParam(required = false) @Nullable String types, Caller caller, ServerHttpRequest request) {
		Set<String> unknown = new TreeSet<>(request.getQueryParams().keySet());
		unknown.removeAll(PARAMETERS);
		if (!unknown.isEmpty()) {
			throw Refusal.invalid(unknown.iterator().next(),
					Text.of("没有这个参数；可用：%s。", "There is no such parameter; known: %s.", String.join(", ", PARAMETERS)));
		}
		int most = within("limit", limit, 1, MOST);
		Duration patience = Duration.ofMillis(within("timeout", timeout, 0, LONGEST));
		return this.feed.after(lastEventId, TypeFilter.ofList(types), EventLog.names(caller.roles()), most, patience)
			.map(this::batch);
	}

	/**
	 * The types of events that were ever published here and that the public may see.
	 */
	@Public
	@GetMapping("/types")
	@Operation(summary = "事件类型 · Types of events")
	Mono<List<String>> types() {
		return this.log.types()
			.map((types) -> types.stream().filter(EventLog.Type::open).map(EventLog.Type::name).toList());
	}

	private ResponseEntity<byte[]> batch(List<LoggedEvent> events) {
		StringBuilder json = new StringBuilder("[");
		for (LoggedEvent event : events) {
			if (json.length() > 1) {
				json.append(",\n");
			}
			event.writeTo(json, this.source);
		}
		return ResponseEntity.ok()
			.contentType(BATCH_TYPE)
			.cacheControl(CacheControl.noStore())
			.body(json.append(']').toString().getBytes(StandardCharsets.UTF_8));
	}

	private static int within(String name, int value, int least, int most) {
		if (value < least || value > most) {
			throw Refusal.invalid(name,
					Text.of("%s 为 %d 至 %d 的整数。", "%s is an integer from %d to %d.", name, least, most));
		}
		return value;
	}

}
