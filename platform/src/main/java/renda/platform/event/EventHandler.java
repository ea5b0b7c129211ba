package renda.platform.event;

import reactor.core.publisher.Mono;

/**
 * What a service does with an event of another.
 */
@FunctionalInterface
public interface EventHandler {

	/**
	 * Takes one event, in the transaction in which its place is kept too: both are there
	 * or neither. Events come in order, each once. Only after the other service's
	 * database was restored to an earlier time does its feed come again from the
	 * beginning; so write what an event says, rather than add to what is there. A handler
	 * that fails is called again until it succeeds; nothing is skipped.
	 */
	Mono<Void> on(FeedEvent event);

}
