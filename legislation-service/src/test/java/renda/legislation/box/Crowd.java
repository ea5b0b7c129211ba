package renda.legislation.box;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import renda.legislation.ballot.Hall;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Many devices at once, on a bad network: each loses answers and sends again until it has
 * one.
 */
final class Crowd {

	private final WebClient client;

	/** Answers that devices did not wait for. */
	final AtomicInteger lost = new AtomicInteger();

	Crowd(int port) {
		this.client = WebClient.create("http://localhost:" + port);
	}

	/**
	 * Everybody sends within a span of time, and again until there is an answer.
	 * @param request what the n-th sends, from 0
	 * @return the last answer of each, in their order
	 */
	List<String> all(int count, Duration within, IntFunction<Request> request) {
		return Flux.range(0, count)
			.flatMapSequential((number) -> Mono.delay(Duration.ofMillis(within.toMillis() * number / count))
				.then(Mono.defer(() -> persistently(request.apply(number)))), count, 1)
			.collectList()
			.block(Duration.ofMinutes(2));
	}

	/**
	 * A third hangs up before the answer, a third sends twice at the same moment.
	 */
	private Mono<String> persistently(Request request) {
		int luck = ThreadLocalRandom.current().nextInt(3);
		Mono<String> once = send(request);
		Mono<String> patient = once.timeout(Duration.ofSeconds(20))
			.retryWhen(Retry.fixedDelay(20, Duration.ofMillis(100)));
		return switch (luck) {
			case 0 ->
				once.timeout(Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, 60))).onErrorResume((ex) -> {
					this.lost.incrementAndGet();
					return patient;
				});
			case 1 -> Mono.zip(patient, patient).map((both) -> both.getT1());
			default -> patient;
		};
	}

	private Mono<String> send(Request request) {
		return this.client.method(HttpMethod.valueOf(request.method())).uri(request.path()).headers((headers) -> {
			if (!request.token().isEmpty()) {
				headers.setBearerAuth(request.token());
			}
		})
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Hall.bytes(request.body()))
			.retrieve()
			.bodyToMono(String.class);
	}

	/**
	 * A request.
	 *
	 * @param token empty: none
	 */
	record Request(String method, String path, Map<String, Object> body, String token) {
	}

}
