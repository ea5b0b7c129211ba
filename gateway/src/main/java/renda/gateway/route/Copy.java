package renda.gateway.route;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;

/**
 * One copy of a service, for one kind of requests, with the breaker that knows how it is.
 */
final class Copy {

	/**
	 * What a copy answers that cannot work now: its database is away, it is overloaded or
	 * stopping. A 500 is about one request, and a client that has found one must not be
	 * able to switch the service off for all others.
	 */
	private static final Set<Integer> UNWELL = Set.of(502, 503, 504);

	private final URI base;

	private final CircuitBreaker breaker;

	Copy(URI base, CircuitBreaker breaker) {
		this.base = base;
		this.breaker = breaker;
	}

	/**
	 * The address of a request at this copy.
	 */
	URI target(URI request) {
		String query = request.getRawQuery();
		return URI.create(this.base.getScheme() + "://" + this.base.getRawAuthority() + request.getRawPath()
				+ ((query != null) ? "?" + query : ""));
	}

	/**
	 * Begins a request.
	 * @return the request, which must be ended once; null where the copy is left out now
	 */
	@Nullable Call call() {
		return this.breaker.tryAcquirePermission() ? new Call(probed(), System.nanoTime()) : null;
	}

	/**
	 * Whether the copy is left out.
	 */
	boolean out() {
		return this.breaker.getState() == State.OPEN;
	}

	/**
	 * Whether a few requests are just finding out if the copy is well again.
	 */
	boolean probed() {
		return this.breaker.getState() == State.HALF_OPEN;
	}

	/** Whether the copy is to blame, not the client and not the gateway's own limits. */
	private static boolean fault(Throwable thrown) {
		return switch (thrown) {
			case PoolAcquireTimeoutException _ -> false;
			case IOException _, ReadTimeoutException _, TimeoutException _, ResponseStatusException _ -> true;
			default -> false;
		};
	}

	/**
	 * One request to the copy. While the copy is being tried anew only the trials count:
	 * what an overload left behind and times out now says nothing about the copy as it
	 * is.
	 */
	final class Call {

		private final boolean trial;

		private final long start;

		private final AtomicBoolean ended = new AtomicBoolean();

		private Call(boolean trial, long start) {
			this.trial = trial;
			this.start = start;
		}

		Copy copy() {
			return Copy.this;
		}

		/** The copy answered. */
		void answered(@Nullable HttpStatusCode status) {
			if (!counts()) {
				return;
			}
			if (status != null && UNWELL.contains(status.value())) {
				Copy.this.breaker.onError(nanos(), TimeUnit.NANOSECONDS, new Unwell(status.value()));
			}
			else {
				Copy.this.breaker.onSuccess(nanos(), TimeUnit.NANOSECONDS);
			}
		}

		/** There was no answer. */
		void failed(Throwable thrown) {
			if (!fault(thrown)) {
				dropped();
			}
			else if (counts()) {
				Copy.this.breaker.onError(nanos(), TimeUnit.NANOSECONDS, thrown);
			}
		}

		/** The client hung up, or the request never left the gateway. */
		void dropped() {
			if (counts()) {
				Copy.this.breaker.releasePermission();
			}
		}

		private boolean counts() {
			return this.ended.compareAndSet(false, true) && (this.trial || !probed());
		}

		private long nanos() {
			return System.nanoTime() - this.start;
		}

	}

	/** A status as the breaker counts it. */
	private static final class Unwell extends RuntimeException {

		private Unwell(int status) {
			super("answered " + status, null, false, false);
		}

	}

}
