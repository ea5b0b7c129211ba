package renda.platform.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import renda.platform.security.Role;

/**
 * Tokens for tests: {@code Tokens.of(Role.DEPUTY_OFFICE).area("410102").value()}.
 */
public final class Tokens {

	/** The issuer that services under test trust. */
	public static final String ISSUER = "https://issuer.test";

	private static final RSAKey KEY = key("test");

	private static final RSAKey FOREIGN_KEY = key("test");

	private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(ISSUER)
		.expirationTime(Date.from(Instant.now().plusSeconds(3600)));

	private RSAKey signer = KEY;

	private Tokens() {
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The key that services under test check with.
	 */
	static RSAKey key() {
		return KEY;
	}

	/**
	 * A valid token of a caller with these roles; the first names the caller.
	 */
	public static Tokens of(Role... roles) {
		Tokens tokens = new Tokens();
		List<String> names = Arrays.stream(roles).map(Role::claim).toList();
		String subject = names.isEmpty() ? "nobody" : names.getFirst();
		tokens.claims.subject(subject).claim("name", subject).claim("roles", names);
		return tokens;
	}

	public Tokens subject(String subject) {
		this.claims.subject(subject);
		return this;
	}

	public Tokens area(String... codes) {
		this.claims.claim("areas", List.of(codes));
		return this;
	}

	public Tokens organ(String code) {
		this.claims.claim("organ", code);
		return this;
	}

	/**
	 * A token that ended an hour ago.
	 */
	public Tokens expired() {
		this.claims.expirationTime(Date.from(Instant.now().minusSeconds(3600)));
		return this;
	}

	/**
	 * A token of another issuer, signed with another key under the same key id.
	 */
	public Tokens foreign() {
		this.claims.issuer("https://foreign.test");
		this.signer = FOREIGN_KEY;
		return this;
	}

	/**
	 * A token that claims our issuer and is signed with another key.
	 */
	public Tokens forged() {
		this.signer = FOREIGN_KEY;
		return this;
	}

	/**
	 * The same claims without a signature: {@code alg: none}.
	 */
	public String unsigned() {
		return new PlainJWT(this.claims.build()).serialize();
	}

	/**
	 * The token with one claim changed after signing.
	 */
	public String tampered() {
		String[] parts = value().split("\\.");
		String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String changed = payload.replace("\"roles\":[", "\"roles\":[\"administrator\",");
		return parts[0] + "."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8)) + "."
				+ parts[2];
	}

	/**
	 * The token, to be sent as {@code Authorization: Bearer …}.
	 */
	public String value() {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.signer.getKeyID()).build(),
					this.claims.build());
			token.sign(new RSASSASigner(this.signer));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
