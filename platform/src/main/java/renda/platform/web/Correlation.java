package renda.platform.web;

import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/**
 * Takes the correlation id of a request along to every line of the log that is written
 * for it, on whatever thread.
 */
final class Correlation implements HttpHandlerDecoratorFactory {

	/** What it is called in the log. */
	static final String NAME = "correlationId";

	Correlation() {
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(NAME, () -> MDC.get(NAME), Correlation::put, () -> MDC.remove(NAME));
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
