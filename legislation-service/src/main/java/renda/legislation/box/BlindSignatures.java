package renda.legislation.box;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;

/**
 * The server's part of RSA blind signatures, RFC 9474, variant
 * RSABSSA-SHA384-PSS-Deterministic: it signs a paper without seeing its serial number,
 * and knows its signature again without knowing for whom it signed.
 */
public final class BlindSignatures {

	public static final int BITS = 2048;

	static final int SALT = 48;

	private static final PSSParameterSpec PSS = new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, SALT,
			PSSParameterSpec.TRAILER_FIELD_BC);

	private BlindSignatures() {
	}

	/**
	 * A key for one ballot.
	 */
	public static KeyPair key() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(new RSAKeyGenParameterSpec(BITS, RSAKeyGenParameterSpec.F4));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has RSA", ex);
		}
	}

	public static PublicKey publicKey(byte[] encoded) {
		try {
			return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the ballot's public key is broken", ex);
		}
	}

	static PrivateKey privateKey(byte[] encoded) {
		try {
			return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the ballot's private key is broken", ex);
		}
	}

	/**
	 * SHA-256 of a public key, by which devices check that all were shown the same one.
	 */
	public static String fingerprint(byte[] key) {
		return HexFormat.of().formatHex(sha256(key));
	}

	/**
	 * Signs what was blinded (BlindSign); the same gives the same again.
	 * @return empty where it is no number below the modulus
	 */
	static Optional<byte[]> sign(PrivateKey key, PublicKey known, byte[] blinded) {
		BigInteger number = new BigInteger(1, blinded);
		RSAPublicKey rsa = (RSAPublicKey) known;
		if (blinded.length != BITS / 8 || number.compareTo(rsa.getModulus()) >= 0 || number.signum() == 0) {
			return Optional.empty();
		}
		try {
			// the provider's private operation, since a plain power would tell the key by
			// its
			// time
			Cipher plain = Cipher.getInstance("RSA/ECB/NoPadding");
			plain.init(Cipher.DECRYPT_MODE, key);
			byte[] signed = plain.doFinal(blinded);
			if (!new BigInteger(1, signed).modPow(rsa.getPublicExponent(), rsa.getModulus()).equals(number)) {
				throw new IllegalStateException("the signature does not fit its key");
			}
			return Optional.of(signed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has RSA", ex);
		}
	}

	/**
	 * Whether a paper was signed with the ballot's key.
	 */
	public static boolean isSigned(PublicKey key, byte[] serial, byte[] signature) {
		try {
			Signature pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(PSS);
			pss.initVerify(key);
			pss.update(serial);
			return pss.verify(signature);
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has RSASSA-PSS", ex);
		}
	}

	public static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Reads base64url, padded or not.
	 * @return empty where it is not
	 */
	public static Optional<byte[]> bytes(String base64) {
		try {
			return Optional.of(Base64.getUrlDecoder().decode(base64.replace("=", "")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	public static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
