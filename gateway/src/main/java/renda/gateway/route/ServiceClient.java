package renda.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import renda.gateway.problem.Problem;
import renda.gateway.problem.Refused;

import org.springframework.http.HttpStatusCode;
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
	 * Reads JSON with headers of a client's request.
	 * @param service one of {@link ServiceSettings#NAMES}
	 * @param path with query
	 * @param headers to send, by name
	 * @param timeout for the whole answer of one copy
	 * @return the body of a 200; {@link NotAnswered} for any other status, an error where
	 * the service cannot be reached
	 */
	public Mono<byte[]> get(String service, String path, Map<String, String> headers, Duration timeout) {
		Copies copies = this.upstreams.copies(service, RouteGroup.ORDINARY);
		HttpClient client = this.upstreams.client(RouteGroup.ORDINARY).headers((sent) -> {
			sent.set("Accept", "application/json");
			headers.forEach(sent::set);
		});
		return attempt(client, copies, URI.create(path), new HashSet<>(), timeout, this.upstreams.patience());
	}

	private Mono<byte[]> attempt(HttpClient client, Copies copies, URI path, Set<Copy> tried, Duration timeout,
			int steps) {
		Copy.Call call = copies.next(tried);
		if (call == null) {
			return (steps > 0 && copies.probed(tried))
					? Mono.delay(Upstreams.STEP)
						.then(Mono.defer(() -> attempt(client, copies, path, tried, timeout, steps - 1)))
					: Mono.error(new Refused(Problem.down(copies.service(), this.upstreams.pause())));
		}
		return client.get().uri(call.copy().target(path).toString()).responseSingle((response, body) -> {
			int status = response.status().code();
			call.answered(HttpStatusCode.valueOf(status));
			return (status == 200) ? body.asByteArray()
					: body.asByteArray()
						.defaultIfEmpty(new byte[0])
						.flatMap((said) -> Mono.error(new NotAnswered(status, said)));
		})
			.filter((body) -> body.length <= LARGEST)
			.timeout(timeout)
			.doOnError(call::failed)
			.doOnCancel(call::dropped)
			.onErrorResume(IOException.class, (_) -> attempt(client, copies, path, tried, timeout, steps));
	}

	/**
	 * A status other than 200.
	 */
	public static final class NotAnswered extends RuntimeException {

		private final int status;

		private final transient byte[] body;

		NotAnswered(int status, byte[] body) {
			super("answered " + status, null, false, false);
			this.status = status;
			this.body = body;
		}

		public int status() {
			return this.status;
		}

		/**
		 * The problem that the service answered, as JSON.
		 */
		public byte[] body() {
			return this.body;
		}

	}

}
