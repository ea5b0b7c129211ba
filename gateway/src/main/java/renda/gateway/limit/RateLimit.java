package renda.gateway.limit;

import reactor.core.publisher.Mono;

/**
 * Decides on requests that go on to a service.
 */
interface RateLimit {

	/**
	 * Takes one request of a client.
	 */
	Mono<Verdict> take(String client);

}
