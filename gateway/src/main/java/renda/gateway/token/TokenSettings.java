package renda.gateway.token;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Whose tokens are good.
 *
 * @param issuer the identity provider, exactly as in the claim {@code iss}
 * @param jwkSetUri where its public keys are; found by OpenID discovery where empty
 * @param audience what the claim {@code aud} must hold; not checked where empty
 */
@ConfigurationProperties("renda.security")
record TokenSettings(@DefaultValue("http://localhost:9000") String issuer, @Nullable String jwkSetUri,
		@Nullable String audience) {

	@Nullable URI keys() {
		return StringUtils.hasText(this.jwkSetUri) ? URI.create(this.jwkSetUri) : null;
	}

	URI discovery() {
		return URI.create(this.issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
	}

}
