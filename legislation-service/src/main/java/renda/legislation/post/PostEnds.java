package renda.legislation.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import reactor.core.publisher.Mono;
import renda.platform.security.Caller;

/**
 * Is told, in the transaction, of appointments whose post has come to an end.
 */
public interface PostEnds {

	/**
	 * A post came to an end.
	 * @param appointments those that its holders held it by
	 */
	Mono<Void> ended(List<UUID> appointments, LocalDate on, Caller caller);

}
