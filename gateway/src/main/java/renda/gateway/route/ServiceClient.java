package renda.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.stereotype.Component;

/**
 * Reads from a service for the gateway itself, with the same copies, breakers and pool as
 * a client's request.
 */
@Component
public class ServiceClient {

	private static final int LARGEST = 1024 * 1024;

	private final Upstreams upstreams;

	ServiceClient(Upstreams upstreams) {
		this.upstreams = upstreams;
	}

	/**
	 * Reads JSON as an anonymous client.
	 * @param service one of {@link ServiceSettings#NAMES}
	 * @param path with query
	 * @param timeout for all of it
	 * @return the body of a 200; an error for anything else
	 */
	public Mono<byte[]> get(String service, String path, Duration timeout) {
		Copies copies = this.upstreams.copies(service, RouteGroup.ORDINARY);
		return attempt(copies, path, timeout, new HashSet<>());
	}

	private Mono<byte[]> attempt(Copies copies, String path, Duration timeout, Set<Copies.Copy> tried) {
		Copies.Copy copy = copies.next(tried);
		if (copy == null) {
			return Mono.error(new Refused(Problem.down(copies.service(), this.upstreams.pause())));
		}
		tried.add(copy);
		HttpClient client = this.upstreams.client(RouteGroup.ORDINARY)
			.headers((headers) -> headers.set("Accept", "application/json"));
		long start = System.nanoTime();
		return client.get()
			.uri(copy.target(URI.create(path)).toString())
			.responseSingle((response, body) -> (response.status().code() == 200) ? body.asByteArray()
					: Mono.error(new IllegalStateException("answered " + response.status().code())))
			.filter((body) -> body.length <= LARGEST)
			.timeout(timeout)
			.doOnSuccess((_) -> copy.breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS))
			.doOnError((thrown) -> end(copy, thrown, System.nanoTime() - start))
			.doOnCancel(copy.breaker()::releasePermission)
			.onErrorResume(IOException.class, (_) -> attempt(copies, path, timeout, tried));
	}

	private static void end(Copies.Copy copy, Throwable thrown, long nanos) {
		if (thrown instanceof IllegalStateException) {
			copy.breaker().onSuccess(nanos, TimeUnit.NANOSECONDS);
		}
		else {
			copy.breaker().onError(nanos, TimeUnit.NANOSECONDS, thrown);
		}
	}

}
