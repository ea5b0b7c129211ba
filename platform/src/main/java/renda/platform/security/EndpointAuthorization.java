package renda.platform.security;

import reactor.core.publisher.Mono;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.method.HandlerMethod;

/**
 * Decides by the annotation of the handler that will answer. A path without a handler is
 * let through to its 404.
 */
final class EndpointAuthorization implements ReactiveAuthorizationManager<AuthorizationContext> {

	private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);

	private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

	private final Endpoints endpoints;

	EndpointAuthorization(Endpoints endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
		return this.endpoints.handler(context.getExchange())
			.onErrorResume((ex) -> Mono.empty())
			.flatMap((handler) -> decide(handler, authentication))
			.defaultIfEmpty(GRANTED)
			.cast(AuthorizationResult.class);
	}

	private Mono<AuthorizationDecision> decide(HandlerMethod handler, Mono<Authentication> authentication) {
		Admission admission = this.endpoints.admission(handler);
		if (admission.open()) {
			return Mono.just(GRANTED);
		}
		return authentication.ofType(CallerAuthentication.class)
			.map((known) -> admission.allows(known.caller()) ? GRANTED : DENIED)
			.defaultIfEmpty(DENIED);
	}

}
