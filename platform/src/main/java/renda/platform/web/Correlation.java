package renda.platform.web;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/**
 * Takes the correlation id of a request along, beside its trace, to the lines of the log
 * that are written for it.
 */
public final class Correlation implements HttpHandlerDecoratorFactory {

	/** What it is called in the log. */
	static final String NAME = "correlationId";

	private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

	Correlation() {
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(NAME, () -> MDC.get(NAME), Correlation::put, () -> MDC.remove(NAME));
	}

	/**
	 * Writes lines of the log that carry the request's {@code traceId} and
	 * {@code correlationId}, on whatever thread. Reactor could do so for every line of
	 * itself ({@code spring.reactor.context-propagation: auto}), and would cost each
	 * request a third.
	 * @param lines what to write
	 */
	public static Mono<Void> logging(Runnable lines) {
		return Mono.deferContextual((context) -> {
			SNAPSHOTS.captureFrom(context).wrap(lines).run();
			return Mono.empty();
		});
	}

	private static void put(@Nullable String id) {
		MDC.put(NAME, id);
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> handler.handle(request, response)
			.contextWrite((context) -> context.put(NAME, ArgumentResolvers.correlation(request)));
	}

}
