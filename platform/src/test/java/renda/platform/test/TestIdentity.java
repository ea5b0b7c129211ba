package renda.platform.test;

import com.nimbusds.jose.JOSEException;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Trusts the key of {@link Tokens}, without an identity provider to ask.
 */
@TestConfiguration(proxyBeanMethods = false)
class TestIdentity {

	@Bean
	@Primary
	ReactiveJwtDecoder testJwtDecoder() throws JOSEException {
		NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withPublicKey(Tokens.key().toRSAPublicKey())
			.build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(Tokens.ISSUER));
		return decoder;
	}

}
