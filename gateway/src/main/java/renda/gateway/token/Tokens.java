package renda.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSecurityContextJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import reactor.core.publisher.Mono;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Reads tokens: signature by RS256 or ES256 only, issuer, audience, times. A token that
 * was good is remembered for a minute, so that its signature is not computed for every
 * request.
 */
@Component
class Tokens implements ReactiveJwtDecoder {

	private static final Duration SKEW = Duration.ofSeconds(30);

	private final NimbusReactiveJwtDecoder decoder;

	private final Cache<String, Jwt> good = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Tokens(TokenSettings settings, IdentityKeys keys) {
		this.decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of).jwtProcessorCustomizer((processor) -> {
			processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256),
					new JWKSecurityContextJWKSet()));
			processor.setJWSTypeVerifier(
					new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
		}).build();
		this.decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW),
				new JwtIssuerValidator(settings.issuer()), claims(settings)));
	}

	@Override
	public Mono<Jwt> decode(String token) {
		Jwt known = this.good.getIfPresent(token);
		if (known != null && known.getExpiresAt() != null && known.getExpiresAt().plus(SKEW).isAfter(Instant.now())) {
			return Mono.just(known);
		}
		return this.decoder.decode(token)
			.doOnNext((jwt) -> this.good.put(token, jwt))
			.onErrorMap(IllegalStateException.class,
					(ex) -> new AuthenticationServiceException("the identity provider's keys are not to be had", ex));
	}

	private static OAuth2TokenValidator<Jwt> claims(TokenSettings settings) {
		OAuth2TokenValidatorResult refused = OAuth2TokenValidatorResult
			.failure(new OAuth2Error("invalid_token", "exp, sub or aud is missing or wrong", null));
		String audience = settings.audience();
		return (jwt) -> {
			boolean good = jwt.getExpiresAt() != null && StringUtils.hasText(jwt.getSubject())
					&& (!StringUtils.hasText(audience)
							|| (jwt.getAudience() != null && jwt.getAudience().contains(audience)));
			return good ? OAuth2TokenValidatorResult.success() : refused;
		};
	}

}
