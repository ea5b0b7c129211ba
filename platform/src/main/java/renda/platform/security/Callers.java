package renda.platform.security;

import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;

/**
 * Finds the caller of the current exchange.
 */
public final class Callers {

	private Callers() {
	}

	/**
	 * The caller, {@link Caller#ANONYMOUS} without a token.
	 */
	public static Mono<Caller> current() {
		return ReactiveSecurityContextHolder.getContext()
			.map((context) -> (context.getAuthentication() instanceof CallerAuthentication known) ? known.caller()
					: Caller.ANONYMOUS)
			.defaultIfEmpty(Caller.ANONYMOUS);
	}

}
