package renda.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A service that answers as a test says, on a port of its own.
 */
public final class StubService implements AutoCloseable {

	private final ConcurrentMap<String, Handler> handlers = new ConcurrentHashMap<>();

	private final List<Seen> seen = new CopyOnWriteArrayList<>();

	private final Set<Channel> connections = ConcurrentHashMap.newKeySet();

	private final AtomicInteger waiting = new AtomicInteger();

	private volatile DisposableServer server;

	private final int port;

	private StubService(int port) {
		this.server = listen(port);
		this.port = this.server.port();
	}

	public static StubService start() {
		return new StubService(0);
	}

	/** Answers a path; every other is 200 with the path as body. */
	public StubService on(String path, Handler handler) {
		this.handlers.put(path, handler);
		return this;
	}

	/** Takes a request and never answers. */
	public StubService freeze(String path) {
		return on(path,
				(_, response) -> response.sendString(Mono.<String>never()
					.doOnSubscribe((_) -> this.waiting.incrementAndGet())
					.doOnCancel(this.waiting::decrementAndGet)));
	}

	public String url() {
		return "http://127.0.0.1:" + this.port;
	}

	public List<Seen> seen(String path) {
		return this.seen.stream().filter((one) -> one.uri().split("\\?")[0].equals(path)).toList();
	}

	/** Forgets the requests that came so far. */
	public void forget() {
		this.seen.clear();
	}

	public int waiting() {
		return this.waiting.get();
	}

	/** Stops listening and breaks all connections. */
	public void down() {
		this.server.disposeNow(Duration.ofSeconds(5));
		this.connections.forEach((channel) -> channel.close().awaitUninterruptibly(5_000));
		this.connections.clear();
	}

	/** Listens again on the same port. */
	public void up() {
		this.server = listen(this.port);
	}

	@Override
	public void close() {
		down();
	}

	private DisposableServer listen(int at) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(at)
			.doOnChannelInit((_, channel, _) -> this.connections.add(channel))
			.handle(this::answer)
			.bindNow();
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		this.seen.add(new Seen(request.method().name(), request.uri(), request.requestHeaders().copy()));
		Handler handler = this.handlers.get("/" + request.path());
		return (handler != null) ? handler.answer(request, response)
				: response.header("Content-Type", "text/plain").sendString(Mono.just(request.uri()));
	}

	/**
	 * A request that came.
	 */
	public record Seen(String method, String uri, HttpHeaders headers) {
	}

	/**
	 * What a path answers.
	 */
	@FunctionalInterface
	public interface Handler {

		Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response);

	}

}
