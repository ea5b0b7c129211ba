package renda.legislation.sheet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

import renda.legislation.box.BlindSignatures;
import renda.platform.security.Vault;

import org.springframework.stereotype.Component;

/**
 * The Ed25519 key that result sheets are signed with. It is derived from the service's
 * encryption key, so all copies have the same and there is no second secret to keep.
 */
@Component
class SheetKey {

	private static final String PURPOSE = "ballot result sheets, Ed25519, 1";

	private final Vault vault;

	SheetKey(Vault vault) {
		this.vault = vault;
	}

	/**
	 * Signs a digest.
	 * @throws renda.platform.web.Refusal 503 where no encryption key is configured
	 */
	String sign(String digest) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(pair().getPrivate());
			signature.update(digest.getBytes(StandardCharsets.US_ASCII));
			return BlindSignatures.text(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has Ed25519", ex);
		}
	}

	boolean isSigned(String digest, String signed) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(pair().getPublic());
			signature.update(digest.getBytes(StandardCharsets.UTF_8));
			return BlindSignatures.bytes(signed).map((bytes) -> verifies(signature, bytes)).orElse(false);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has Ed25519", ex);
		}
	}

	private static boolean verifies(Signature signature, byte[] bytes) {
		try {
			return signature.verify(bytes);
		}
		catch (SignatureException ex) {
			return false;
		}
	}

	/**
	 * The public key: X.509, base64url.
	 */
	String publicKey() {
		return BlindSignatures.text(pair().getPublic().getEncoded());
	}

	String fingerprint() {
		return BlindSignatures.fingerprint(pair().getPublic().getEncoded());
	}

	private KeyPair pair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
			generator.initialize(NamedParameterSpec.ED25519,
					new Seed(HexFormat.of().parseHex(this.vault.index(PURPOSE))));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has Ed25519", ex);
		}
	}

	/**
	 * Gives the generator the private key it is to take, which is how a pair is made from
	 * one in Java.
	 */
	private static final class Seed extends SecureRandom {

		private static final long serialVersionUID = 1L;

		private final byte[] bytes;

		Seed(byte[] bytes) {
			this.bytes = bytes.clone();
		}

		@Override
		public void nextBytes(byte[] wanted) {
			System.arraycopy(Arrays.copyOf(this.bytes, wanted.length), 0, wanted, 0, wanted.length);
		}

	}

}
