package renda.legislation.consultation;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;

/**
 * Brings what was asked and said on a draft before its consultation was there into it.
 */
public interface SaidBefore {

	/**
	 * Called in the transaction of a new consultation, once it is kept.
	 */
	Mono<Void> join(Consultation consultation, Caller caller);

}
