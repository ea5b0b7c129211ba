package renda.platform.event;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import renda.platform.security.SecuritySettings;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * This service's own tokens, by its client credentials. Without credentials it calls as
 * the public.
 */
class ServiceTokens {

	private static final Duration EARLY = Duration.ofSeconds(30);

	private final WebClient client;

	private final SecuritySettings settings;

	private volatile @Nullable Token token;

	ServiceTokens(WebClient client, SecuritySettings settings) {
		this.client = client;
		this.settings = settings;
	}

	/**
	 * A token that is still valid; empty without credentials.
	 */
	Mono<String> current() {
		String id = this.settings.clientId();
		String secret = this.settings.clientSecret();
		String uri = this.settings.tokenUri();
		if (id == null || id.isBlank() || secret == null || secret.isBlank() || uri == null || uri.isBlank()) {
			return Mono.empty();
		}
		Token known = this.token;
		if (known != null && Instant.now().isBefore(known.until())) {
			return Mono.just(known.value());
		}
		return this.client.post()
			.uri(uri)
			.headers((headers) -> headers.setBasicAuth(id, secret))
			.body(BodyInserters.fromFormData("grant_type", "client_credentials"))
			.retrieve()
			.bodyToMono(JsonNode.class)
			.map(this::keep);
	}

	private String keep(JsonNode answer) {
		String value = answer.path("access_token").asString();
		Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(60));
		this.token = new Token(value, Instant.now().plus(life).minus(EARLY));
		return value;
	}

	/**
	 * Forgets a token that was refused.
	 */
	void forget() {
		this.token = null;
	}

	private record Token(String value, Instant until) {
	}

}
