package renda.legislation.post;

import java.util.List;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;

/**
 * Is told, in the transaction, of appointments whose post has come to an end.
 */
public interface PostEnds {

	/**
	 * A post came to an end.
	 * @param left the appointments that its holders held it by
	 */
	Mono<Void> ended(List<Holding.Left> left, Caller caller);

}
