package renda.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Public answers by address, format and language, bounded by their bytes. An entry lives
 * as long as the service said; nothing else removes it but lack of room.
 */
@Component
public class PublicCache {

	private static final int LONGEST_KEY = 4096;

	private final boolean enabled;

	private final int largest;

	private final Cache<String, Entry> entries;

	private final Counter hits;

	PublicCache(CacheSettings settings, MeterRegistry meters) {
		this.enabled = settings.enabled();
		this.largest = (int) settings.largest().toBytes();
		this.entries = Caffeine.newBuilder()
			.maximumWeight(settings.size().toBytes())
			.weigher((String key, Entry entry) -> key.length() + entry.body().length + 1000)
			.recordStats()
			.build();
		this.hits = Counter.builder("renda.gateway.cache.hits")
			.description("Public reads answered from memory, 304 included")
			.register(meters);
		FunctionCounter.builder("renda.gateway.cache.evictions", this.entries, (cache) -> cache.stats().evictionCount())
			.description("Entries dropped for lack of room")
			.register(meters);
		Gauge.builder("renda.gateway.cache.entries", this.entries, Cache::estimatedSize).register(meters);
	}

	/**
	 * Whether an answer to a request may come from here or be kept here: an anonymous
	 * GET.
	 */
	public static boolean applies(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.GET && request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) == null
				&& request.getHeaders().getFirst(HttpHeaders.RANGE) == null;
	}

	/**
	 * The answer for a request, where there is a fresh one and the client does not insist
	 * on asking the service.
	 */
	public @Nullable Entry fresh(ServerHttpRequest request) {
		Entry entry = find(request);
		return (entry != null && entry.freshUntil() > System.nanoTime() && !Freshness.insists(request.getHeaders()))
				? entry : null;
	}

	/**
	 * Answers from memory: 200, or 304 where the client has it already.
	 */
	public Mono<Void> answer(Entry entry, ServerHttpRequest request, ServerHttpResponse response) {
		this.hits.increment();
		HttpServerResponse out = ((AbstractServerHttpResponse) response).getNativeResponse();
		out.responseHeaders().add(entry.headers());
		out.responseHeaders().set(HttpHeaderNames.AGE, (System.nanoTime() - entry.stored()) / 1_000_000_000L);
		String known = request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
		if (known != null && entry.etag() != null && Freshness.matches(known, entry.etag())) {
			out.responseHeaders().remove(HttpHeaderNames.CONTENT_TYPE);
			return out.status(304).send();
		}
		out.responseHeaders().set(HttpHeaderNames.CONTENT_LENGTH, entry.body().length);
		return out.status(200).sendObject(Unpooled.wrappedBuffer(entry.body())).then();
	}

	@Nullable Entry find(ServerHttpRequest request) {
		return this.enabled ? this.entries.getIfPresent(key(request)) : null;
	}

	/** The most bytes worth collecting of an answer that may be kept. */
	int largest() {
		return this.enabled ? this.largest : 0;
	}

	void keep(ServerHttpRequest request, Entry entry) {
		String key = key(request);
		if (key.length() <= LONGEST_KEY && entry.body().length <= largest()) {
			this.entries.put(key, entry);
		}
	}

	void forget(ServerHttpRequest request) {
		this.entries.invalidate(key(request));
	}

	private static String key(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		return request.getURI().getRawPath() + '?' + request.getURI().getRawQuery() + '\n'
				+ headers.getFirst(HttpHeaders.ACCEPT) + '\n' + headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE) + '\n'
				+ headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
	}

	/**
	 * One kept answer.
	 *
	 * @param headers the headers of the service's answer that concern the answer itself
	 * @param etag its ETag, or null
	 * @param body its bytes
	 * @param stored when it was taken or confirmed, as {@link System#nanoTime()}
	 * @param freshUntil until when it may be given without asking
	 */
	public record Entry(io.netty.handler.codec.http.HttpHeaders headers, @Nullable String etag, byte[] body,
			long stored, long freshUntil) {

		Entry confirmed(long seconds) {
			long now = System.nanoTime();
			return new Entry(this.headers, this.etag, this.body, now, now + seconds * 1_000_000_000L);
		}

	}

}
