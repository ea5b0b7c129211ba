package renda.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
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
	 * The next copy; its breaker counts one call, which must be ended.
	 * @param tried copies not to ask again
	 * @return null where none is left
	 */
	@Nullable Copy next(Set<Copy> tried) {
		int start = this.turn.getAndIncrement();
		for (int i = 0; i < this.all.size(); i++) {
			Copy copy = this.all.get(Math.floorMod(start + i, this.all.size()));
			if (!tried.contains(copy) && copy.breaker().tryAcquirePermission()) {
				return copy;
			}
		}
		return null;
	}

	long available() {
		return this.all.stream().filter((copy) -> copy.breaker().getState() != CircuitBreaker.State.OPEN).count();
	}

	/**
	 * One copy.
	 *
	 * @param base its address
	 * @param breaker counts its failures
	 */
	record Copy(URI base, CircuitBreaker breaker) {

		URI target(URI request) {
			String query = request.getRawQuery();
			return URI.create(this.base.getScheme() + "://" + this.base.getRawAuthority() + request.getRawPath()
					+ ((query != null) ? "?" + query : ""));
		}

	}

}
