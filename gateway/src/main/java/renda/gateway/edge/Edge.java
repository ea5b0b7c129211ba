package renda.gateway.edge;

import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import renda.gateway.cache.PublicCache;
import renda.gateway.limit.ClientBuckets;
import renda.gateway.problem.Problem;
import renda.gateway.problem.ProblemWriter;
import renda.gateway.route.ServiceSettings;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Answers what needs neither route nor token: refusals, unknown paths and cached public
 * reads. It stands before the whole of Spring, because hostile and public traffic are
 * where the load is.
 */
@Component
class Edge implements HttpHandlerDecoratorFactory {

	private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

	private static final Set<String> KNOWN_METHODS = Set.of(METHODS.split(", "));

	private static final String API = "/api/v1/";

	private final PublicCache cache;

	private final ClientBuckets buckets;

	private final ProblemWriter writer;

	private final boolean anyOrigin;

	private final Counter refused;

	Edge(PublicCache cache, ClientBuckets buckets, ProblemWriter writer, EdgeSettings settings, MeterRegistry meters) {
		this.cache = cache;
		this.buckets = buckets;
		this.writer = writer;
		this.anyOrigin = !settings.allowedOrigins().isEmpty();
		this.refused = Counter.builder("renda.gateway.refused")
			.description("Requests refused before routing: bad path, unknown path, unknown method")
			.register(meters);
	}

	@Override
	public HttpHandler apply(HttpHandler next) {
		return (request, response) -> answer(next, request, response);
	}

	private Mono<Void> answer(HttpHandler next, ServerHttpRequest request, ServerHttpResponse response) {
		HttpHeaders headers = request.getHeaders();
		String client = headers.getFirst(EdgeHeaders.CLIENT);
		if (client == null) {
			// the management port, which has no hygiene
			return next.handle(request, response);
		}
		response.getHeaders().set(EdgeHeaders.CORRELATION, headers.getFirst(EdgeHeaders.CORRELATION));
		if (headers.getFirst(EdgeHeaders.REFUSED) != null) {
			return refuse(Problem.badPath(), request, response);
		}
		if (!KNOWN_METHODS.contains(request.getMethod().name())) {
			return refuse(Problem.methodNotAllowed(METHODS), request, response);
		}
		if (!known(request.getURI().getRawPath())) {
			return refuse(Problem.notFound(), request, response);
		}
		if (PublicCache.applies(request) && !(this.anyOrigin && headers.getFirst(HttpHeaders.ORIGIN) != null)) {
			PublicCache.Entry entry = this.cache.fresh(request);
			if (entry != null && this.buckets.take(client).allowed()) {
				return this.cache.answer(entry, request, response);
			}
		}
		return next.handle(request, response);
	}

	private Mono<Void> refuse(Problem problem, ServerHttpRequest request, ServerHttpResponse response) {
		this.refused.increment();
		return this.writer.write(problem, request, response);
	}

	private static boolean known(String path) {
		if (path.startsWith(API)) {
			int slash = path.indexOf('/', API.length());
			String first = path.substring(API.length(), (slash < 0) ? path.length() : slash);
			return ServiceSettings.NAMES.contains(first) || path.equals("/api/v1/work-report")
					|| path.equals("/api/v1/desk");
		}
		return path.equals("/") || path.equals("/docs") || path.startsWith("/docs/") || path.equals("/favicon.ico")
				|| path.startsWith("/v3/api-docs/");
	}

}
