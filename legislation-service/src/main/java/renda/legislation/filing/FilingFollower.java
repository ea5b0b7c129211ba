package renda.legislation.filing;

import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;

/**
 * Who is told of the end of a review, in its transaction: the review requests that it
 * answers. The feature that keeps them declares one bean.
 */
public interface FilingFollower {

	/**
	 * The review of a document that was asked for has ended.
	 * @param requests the requests that it answers
	 * @param result how, as the API names it
	 * @param conclusion in words
	 * @param caller whose step ended it
	 */
	Mono<Void> reviewEnded(List<UUID> requests, UUID filing, String result, String conclusion, Caller caller);

}
