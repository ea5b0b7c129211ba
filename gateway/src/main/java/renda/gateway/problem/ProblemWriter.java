package renda.gateway.problem;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

/**
 * Writes a problem as the answer to a request.
 */
@Component
public class ProblemWriter {

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Answers with a problem, in the language of the request.
	 * @return completes when the answer is written
	 */
	public Mono<Void> write(Problem problem, ServerHttpRequest request, ServerHttpResponse response) {
		byte[] body = bytes(problem, Text.language(request.getHeaders()), request.getPath().value());
		response.setStatusCode(problem.status());
		HttpHeaders headers = response.getHeaders();
		problem.headers().forEach(headers::set);
		headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
		headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
		headers.setContentLength(body.length);
		if (request.getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		DataBuffer buffer = response.bufferFactory().wrap(body);
		return response.writeWith(Mono.just(buffer));
	}

	/**
	 * The body of a problem, UTF-8.
	 */
	public byte[] bytes(Problem problem, Locale language, String instance) {
		return this.json.writeValueAsString(problem.body(language, instance)).getBytes(StandardCharsets.UTF_8);
	}

}
