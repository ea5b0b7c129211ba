package renda.legislation.ballot;

import reactor.core.publisher.Mono;

/**
 * Whoever has to do something when the outcome of a ballot is announced, in the
 * transaction that announces it: either both are there or none.
 */
public interface Announced {

	/**
	 * Takes over that a ballot is announced.
	 */
	Mono<Void> announced(Ballot ballot);

}
