package renda.platform.test;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a member's device does in a secret ballot: RFC 9474,
 * RSABSSA-SHA384-PSS-Deterministic. It shares no code with the service.
 */
public final class BlindedPaper {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int LENGTH = 256;

	private static final int HASH = 48;

	private final RSAPublicKey key;

	private final byte[] serial = new byte[32];

	private final byte[] salt = new byte[HASH];

	private final BigInteger blind;

	public BlindedPaper(String key) {
		try {
			this.key = (RSAPublicKey) KeyFactory.getInstance("RSA")
				.generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(key)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		RANDOM.nextBytes(this.serial);
		RANDOM.nextBytes(this.salt);
		BigInteger random = BigInteger.ZERO;
		while (random.signum() == 0 || random.compareTo(this.key.getModulus()) >= 0
				|| !random.gcd(this.key.getModulus()).equals(BigInteger.ONE)) {
			random = new BigInteger(this.key.getModulus().bitLength(), RANDOM);
		}
		this.blind = random;
	}

	public String serial() {
		return text(this.serial);
	}

	/**
	 * Blind: the encoded serial times a random number to the public exponent.
	 */
	public String blinded() {
		BigInteger message = new BigInteger(1, encoded());
		BigInteger factor = this.blind.modPow(this.key.getPublicExponent(), this.key.getModulus());
		return text(octets(message.multiply(factor).mod(this.key.getModulus())));
	}

	/**
	 * Finalize: what was signed, divided by the random number.
	 */
	public String signature(String signed) {
		BigInteger answer = new BigInteger(1, Base64.getUrlDecoder().decode(signed));
		return text(octets(answer.multiply(this.blind.modInverse(this.key.getModulus())).mod(this.key.getModulus())));
	}

	/**
	 * EMSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017, 9.1.1).
	 */
	private byte[] encoded() {
		int bits = this.key.getModulus().bitLength() - 1;
		byte[] hash = sha384(new byte[8], sha384(this.serial), this.salt);
		byte[] block = new byte[LENGTH - HASH - 1];
		block[block.length - HASH - 1] = 1;
		System.arraycopy(this.salt, 0, block, block.length - HASH, HASH);
		byte[] mask = mask(hash, block.length);
		for (int i = 0; i < block.length; i++) {
			block[i] ^= mask[i];
		}
		block[0] &= (byte) (0xff >> (8 * LENGTH - bits));
		byte[] encoded = Arrays.copyOf(block, LENGTH);
		System.arraycopy(hash, 0, encoded, block.length, HASH);
		encoded[LENGTH - 1] = (byte) 0xbc;
		return encoded;
	}

	private static byte[] mask(byte[] seed, int length) {
		byte[] mask = new byte[length];
		for (int i = 0; i * HASH < length; i++) {
			byte[] part = sha384(seed, new byte[] { 0, 0, 0, (byte) i });
			System.arraycopy(part, 0, mask, i * HASH, Math.min(HASH, length - i * HASH));
		}
		return mask;
	}

	private static byte[] sha384(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-384");
			for (byte[] part : parts) {
				digest.update(part);
			}
			return digest.digest();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] octets(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] octets = new byte[LENGTH];
		int from = Math.max(0, bytes.length - LENGTH);
		System.arraycopy(bytes, from, octets, LENGTH - (bytes.length - from), bytes.length - from);
		return octets;
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
