package renda.platform.event;

import java.util.Set;

/**
 * Keeps this service up to date with another service's feed. Declared as a bean, it is
 * read from the feed's beginning, and goes on where it was after every restart.
 *
 * @param name the name under which its place is kept; never change it
 * @param service whose feed: {@code legislation}, {@code supervision}, {@code deputy}
 * @param types the types wanted, where a trailing {@code *} stands for any ending; empty:
 * all
 * @param handler what to do with each
 */
public record Subscription(String name, String service, Set<String> types, EventHandler handler) {

	public Subscription {
		types = Set.copyOf(types);
	}

}
