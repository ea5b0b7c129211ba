package renda.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * An answer that is copied into the cache while it is written, or taken from there when
 * the service says that nothing has changed.
 */
class KeptResponse extends ServerHttpResponseDecorator {

	private static final Set<String> KEPT = Set.of("cache-control", "content-type", "content-language",
			"content-encoding", "content-disposition", "content-location", "etag", "last-modified", "vary", "link",
			"x-content-type-options");

	private final ServerHttpRequest request;

	private final PublicCache cache;

	private final PublicCache.@Nullable Entry asked;

	KeptResponse(ServerHttpResponse response, ServerHttpRequest request, PublicCache cache,
			PublicCache.@Nullable Entry asked) {
		super(response);
		this.request = request;
		this.cache = cache;
		this.asked = asked;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		HttpHeaders headers = getHeaders();
		long seconds = Freshness.seconds(headers);
		if (getStatusCode() == HttpStatus.NOT_MODIFIED && this.asked != null) {
			return Flux.from(body)
				.doOnNext(DataBufferUtils::release)
				.then(Mono.defer(() -> again(this.asked, seconds)));
		}
		if (getStatusCode() == HttpStatus.NOT_MODIFIED) {
			return super.writeWith(body);
		}
		if (getStatusCode() != HttpStatus.OK || seconds == 0 || headers.getContentLength() > this.cache.largest()) {
			if (this.asked != null) {
				this.cache.forget(this.request);
			}
			return super.writeWith(body);
		}
		return super.writeWith(collected(body, seconds));
	}

	private Flux<DataBuffer> collected(Publisher<? extends DataBuffer> body, long seconds) {
		ByteArrayOutputStream copy = new ByteArrayOutputStream((int) Math.max(1024, getHeaders().getContentLength()));
		int limit = this.cache.largest();
		long announced = getHeaders().getContentLength();
		return Flux.<DataBuffer>from(body).doOnNext((buffer) -> {
			if (copy.size() <= limit) {
				byte[] bytes = new byte[buffer.readableByteCount()];
				buffer.toByteBuffer(buffer.readPosition(), ByteBuffer.wrap(bytes), 0, bytes.length);
				copy.writeBytes(bytes);
			}
		}).doOnComplete(() -> {
			if (copy.size() <= limit && (announced < 0 || announced == copy.size())) {
				long now = System.nanoTime();
				this.cache.keep(this.request, new PublicCache.Entry(kept(), getHeaders().getETag(), copy.toByteArray(),
						now, now + seconds * 1_000_000_000L));
			}
		});
	}

	private Mono<Void> again(PublicCache.Entry entry, long seconds) {
		PublicCache.Entry confirmed = entry.confirmed(seconds);
		this.cache.keep(this.request, confirmed);
		setStatusCode(HttpStatus.OK);
		entry.headers().forEach((header) -> getHeaders().set(header.getKey(), header.getValue()));
		getHeaders().setContentLength(entry.body().length);
		return super.writeWith(Mono.just(bufferFactory().wrap(entry.body())));
	}

	private DefaultHttpHeaders kept() {
		DefaultHttpHeaders kept = new DefaultHttpHeaders();
		getHeaders().forEach((name, values) -> {
			if (KEPT.contains(name.toLowerCase(Locale.ROOT))) {
				kept.add(name, values);
			}
		});
		return kept;
	}

}
