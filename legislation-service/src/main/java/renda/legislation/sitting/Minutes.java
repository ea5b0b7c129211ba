package renda.legislation.sitting;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * What is said at a meeting. The feature that keeps it declares one bean.
 */
public interface Minutes {

	/**
	 * How many speeches are neither confirmed by their speakers nor withheld.
	 */
	Mono<Integer> unconfirmed(UUID meeting);

}
