package renda.platform.security;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the handler of an exchange once, though authorisation and dispatch both ask. What
 * is found is found again only as long as the exchange asks for the same.
 */
final class OneLookup extends RequestMappingHandlerMapping {

	private static final String FOUND = OneLookup.class.getName();

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		RequestPath path = exchange.getRequest().getPath();
		HttpMethod method = exchange.getRequest().getMethod();
		if (exchange.getAttribute(FOUND) instanceof Found found && found.path() == path
				&& found.method().equals(method)) {
			return found.handler();
		}
		Mono<Object> handler = super.getHandler(exchange).cache();
		exchange.getAttributes().put(FOUND, new Found(path, method, handler));
		return handler;
	}

	/**
	 * @param handler a handler, none, or why there is none
	 */
	private record Found(RequestPath path, HttpMethod method, Mono<Object> handler) {
	}

}
