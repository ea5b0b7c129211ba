package renda.platform.security;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Remembers tokens whose signature was checked, for a minute at most and never past their
 * end: checking one costs more than reading a record.
 */
final class RememberingJwtDecoder implements ReactiveJwtDecoder {

	private static final Duration MEMORY = Duration.ofMinutes(1);

	private static final int MOST = 10_000;

	private final ReactiveJwtDecoder decoder;

	private final Cache<String, Jwt> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

	RememberingJwtDecoder(ReactiveJwtDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public Mono<Jwt> decode(String token) throws JwtException {
		Jwt seen = this.known.getIfPresent(token);
		if (seen != null && isAlive(seen)) {
			return Mono.just(seen);
		}
		return this.decoder.decode(token).doOnNext((jwt) -> this.known.put(token, jwt));
	}

	private static boolean isAlive(Jwt token) {
		Instant end = token.getExpiresAt();
		return end != null && Instant.now().isBefore(end);
	}

}
