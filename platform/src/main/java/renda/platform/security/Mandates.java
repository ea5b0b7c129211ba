package renda.platform.security;

import reactor.core.publisher.Mono;

/**
 * What somebody may do by a decision that the service itself keeps, and not by the roles
 * of a token. A service that keeps such decisions declares one bean. It is asked at each
 * request that carries a token.
 */
@FunctionalInterface
public interface Mandates {

	/**
	 * The caller with what is held now; the same where nothing is.
	 */
	Mono<Caller> held(Caller caller);

}
