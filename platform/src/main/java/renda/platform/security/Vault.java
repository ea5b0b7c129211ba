package renda.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

import org.springframework.http.HttpStatus;

/**
 * Keeps personal data and secrets encrypted at rest: AES-256 in GCM, a fresh nonce a
 * value, the place of the value bound in, so that a value moved to another row does not
 * open.
 */
public final class Vault {

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final @Nullable SecretKey key;

	private final @Nullable SecretKey indexKey;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Opens the vault.
	 * @param key 32 bytes in base64, or null or empty: then it keeps nothing
	 */
	public Vault(@Nullable String key) {
		if (key == null || key.isBlank()) {
			this.key = null;
			this.indexKey = null;
			return;
		}
		byte[] bytes = Base64.getDecoder().decode(key.strip());
		if (bytes.length != 32) {
			throw new IllegalArgumentException("renda.security.encryption-key must be 32 bytes in base64");
		}
		this.key = new SecretKeySpec(derived(bytes, "values"), "AES");
		this.indexKey = new SecretKeySpec(derived(bytes, "index"), "HmacSHA256");
	}

	/**
	 * Whether a key is configured.
	 */
	public boolean isOpen() {
		return this.key != null;
	}

	/**
	 * Encrypts a value.
	 * @param place where it is kept, such as {@code deputy/018f…/phone}
	 * @throws Refusal 503 where no key is configured
	 */
	public byte[] seal(String plain, String place) {
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), place);
		byte[] result = Arrays.copyOf(nonce, NONCE + sealed.length);
		System.arraycopy(sealed, 0, result, NONCE, sealed.length);
		return result;
	}

	/**
	 * Decrypts what {@link #seal} made for the same place.
	 */
	public String open(byte[] sealed, String place) {
		byte[] plain = run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE),
				Arrays.copyOfRange(sealed, NONCE, sealed.length), place);
		return new String(plain, StandardCharsets.UTF_8);
	}

	/**
	 * A keyed digest by which equal values can be found without opening them.
	 */
	public String index(String plain) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(required(this.indexKey));
			return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("cannot index", ex);
		}
	}

	private byte[] run(int mode, byte[] nonce, byte[] input, String place) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(mode, required(this.key), new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("the value does not open: another key, or another place", ex);
		}
	}

	private static SecretKey required(@Nullable SecretKey key) {
		if (key == null) {
			throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "no-encryption-key", Text.of("未配置加密密钥，不能保存个人信息；请联系运维人员。",
					"No encryption key is configured, so personal data cannot be kept; tell the operator."));
		}
		return key;
	}

	private static byte[] derived(byte[] key, String purpose) {
		MessageDigest sha256 = Sha256.begun();
		sha256.update(key);
		return sha256.digest(purpose.getBytes(StandardCharsets.UTF_8));
	}

}
