package renda.gateway.token;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The public keys of the identity provider. They are asked for when a token names a key
 * that is not known, but not more often than every few seconds, so that nobody can send
 * the gateway against the provider; known keys serve on while the provider is away.
 */
@Component
class IdentityKeys {

	private static final Duration KEEP = Duration.ofMinutes(10);

	private static final Duration REST = Duration.ofSeconds(5);

	private final TokenSettings settings;

	private final JsonMapper json;

	private final HttpClient http = HttpClient.create().responseTimeout(Duration.ofSeconds(3));

	private final AtomicReference<@Nullable Mono<Held>> loading = new AtomicReference<>();

	private volatile @Nullable Held held;

	private volatile long failedAt = System.nanoTime() - REST.toNanos();

	IdentityKeys(TokenSettings settings, JsonMapper json) {
		this.settings = settings;
		this.json = json;
	}

	Flux<JWK> of(SignedJWT token) {
		Held known = this.held;
		String id = token.getHeader().getKeyID();
		if (known != null && (known.younger(REST) || (known.younger(KEEP) && known.knows(id)))) {
			return Flux.fromIterable(known.keys().getKeys());
		}
		if (System.nanoTime() - this.failedAt < REST.toNanos()) {
			return (known != null) ? Flux.fromIterable(known.keys().getKeys())
					: Flux.error(new IllegalStateException("the identity provider did not answer"));
		}
		Mono<Held> load = load();
		return ((known != null) ? load.onErrorReturn(known) : load)
			.flatMapIterable((loaded) -> loaded.keys().getKeys());
	}

	private Mono<Held> load() {
		Mono<Held> started = this.loading.get();
		if (started != null) {
			return started;
		}
		Mono<Held> mine = address().flatMap(this::get)
			.map(IdentityKeys::parse)
			.doOnNext((loaded) -> this.held = loaded)
			.doOnError((_) -> this.failedAt = System.nanoTime())
			.doFinally((_) -> this.loading.set(null))
			.cache();
		return this.loading.compareAndSet(null, mine) ? mine : Mono.defer(this::load);
	}

	private Mono<URI> address() {
		URI keys = this.settings.keys();
		return (keys != null) ? Mono.just(keys) : get(this.settings.discovery())
			.map((document) -> URI.create(this.json.readTree(document).required("jwks_uri").asString()));
	}

	private Mono<String> get(URI uri) {
		return this.http.get()
			.uri(uri)
			.responseSingle((response, body) -> (response.status().code() == 200) ? body.asString()
					: Mono.error(new IllegalStateException("the identity provider answered " + response.status())));
	}

	private static Held parse(String document) {
		try {
			return new Held(JWKSet.parse(document), System.nanoTime());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("the identity provider's keys cannot be read", ex);
		}
	}

	private record Held(JWKSet keys, long at) {

		boolean younger(Duration age) {
			return System.nanoTime() - this.at < age.toNanos();
		}

		boolean knows(@Nullable String id) {
			return id == null || this.keys.getKeyByKeyId(id) != null;
		}

	}

}
