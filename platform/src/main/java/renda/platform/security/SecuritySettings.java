package renda.platform.security;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where tokens come from, and the service's own credentials.
 *
 * @param issuer the {@code iss} that tokens must carry
 * @param jwkSetUri where the issuer publishes its keys
 * @param encryptionKey 32 bytes in base64 for personal data at rest; missing: nothing can
 * be encrypted, and what needs it refuses
 * @param clientId this service's client, for calls to other services
 * @param clientSecret its secret
 * @param tokenUri where it gets its tokens
 */
@ConfigurationProperties("renda.security")
public record SecuritySettings(String issuer, String jwkSetUri, @Nullable String encryptionKey,
		@Nullable String clientId, @Nullable String clientSecret, @Nullable String tokenUri) {

	@Override
	public String toString() {
		return "SecuritySettings[issuer=" + this.issuer + ", jwkSetUri=" + this.jwkSetUri + "]";
	}

}
