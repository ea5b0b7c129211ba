package renda.gateway.route;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The copies of one service, for one kind of requests. They are asked in turn; one whose
 * breaker is open is left out.
 */
final class Copies {

	private final String service;

	private final List<Copy> all;

	private final AtomicInteger turn = new AtomicInteger();

	Copies(String service, List<Copy> all) {
		this.service = service;
		this.all = List.copyOf(all);
	}

	String service() {
		return this.service;
	}

	/**
	 * Begins a request at the next copy.
	 * @param tried copies not to ask again; the one that is asked is added
	 * @return null where none is left
	 */
	Copy.@Nullable Call next(Set<Copy> tried) {
		int start = this.turn.getAndIncrement();
		for (int i = 0; i < this.all.size(); i++) {
			Copy copy = this.all.get(Math.floorMod(start + i, this.all.size()));
			Copy.Call call = tried.contains(copy) ? null : copy.call();
			if (call != null) {
				tried.add(copy);
				return call;
			}
		}
		return null;
	}

	boolean isOne() {
		return this.all.size() == 1;
	}

	/**
	 * Whether one that was not tried may be well in a moment.
	 */
	boolean probed(Set<Copy> tried) {
		return this.all.stream().anyMatch((copy) -> !tried.contains(copy) && copy.probed());
	}

	long available() {
		return this.all.stream().filter((copy) -> !copy.out()).count();
	}

}
