package renda.gateway.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * Good and bad tokens.
 */
public final class TokenFixtures {

	public static final String ISSUER = "http://identity.test";

	final RSAKey rsa = rsa("one");

	final ECKey ec = ec();

	private final RSAKey foreign = rsa("one");

	public String keys() {
		return new JWKSet(List.of(this.rsa.toPublicJWK(), this.ec.toPublicJWK())).toString();
	}

	static JWTClaimsSet.Builder claims() {
		return new JWTClaimsSet.Builder().issuer(ISSUER)
			.subject("deputy-1")
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(300)));
	}

	public String good() {
		return rs256(claims().build());
	}

	String goodEc() {
		return signed(JWSAlgorithm.ES256, "two", claims().build(), () -> new ECDSASigner(this.ec));
	}

	public String expired() {
		return rs256(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))).build());
	}

	String withoutExpiry() {
		return rs256(claims().expirationTime(null).build());
	}

	String ofAnotherIssuer() {
		return rs256(claims().issuer("http://evil.test").build());
	}

	String signedByAnotherKey() {
		return signed(JWSAlgorithm.RS256, "one", claims().build(), () -> new RSASSASigner(this.foreign));
	}

	String ofAnUnknownKey() {
		return signed(JWSAlgorithm.RS256, "unheard-of", claims().build(), () -> new RSASSASigner(this.foreign));
	}

	String withAnotherAlgorithm() {
		return signed(JWSAlgorithm.RS512, "one", claims().build(), () -> new RSASSASigner(this.rsa));
	}

	/** The public key taken for an HMAC secret. */
	String confused() {
		return signed(JWSAlgorithm.HS256, "one", claims().build(),
				() -> new MACSigner(this.rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
	}

	String unsigned() {
		return new PlainJWT(claims().build()).serialize();
	}

	String tampered() {
		String[] parts = good().split("\\.");
		String[] other = rs256(claims().subject("chair").build()).split("\\.");
		return parts[0] + "." + other[1] + "." + parts[2];
	}

	String rs256(JWTClaimsSet claims) {
		return signed(JWSAlgorithm.RS256, "one", claims, () -> new RSASSASigner(this.rsa));
	}

	private static String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims, Signer signer) {
		try {
			SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
			jwt.sign(signer.get());
			return jwt.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey rsa(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("two").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Signer {

		JWSSigner get() throws JOSEException;

	}

}
