package renda.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256.
 */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * A digest of nothing yet, for what comes piece by piece.
	 */
	public static MessageDigest begun() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	public static byte[] of(byte[] bytes) {
		return begun().digest(bytes);
	}

	/**
	 * The digest of bytes, in hexadecimal.
	 */
	public static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(of(bytes));
	}

	/**
	 * The digest of words in UTF-8, in hexadecimal.
	 */
	public static String hex(String words) {
		return hex(words.getBytes(StandardCharsets.UTF_8));
	}

}
