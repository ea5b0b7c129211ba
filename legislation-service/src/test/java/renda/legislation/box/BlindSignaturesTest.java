package renda.legislation.box;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.platform.test.BlindedPaper;

import static org.assertj.core.api.Assertions.assertThat;

class BlindSignaturesTest {

	private final KeyPair key = BlindSignatures.key();

	private final String shown = BlindSignatures.text(this.key.getPublic().getEncoded());

	@Test
	void aPaperSignedUnseenIsKnownAgainAsTheBallotsOwn() {
		for (int i = 0; i < 8; i++) {
			BlindedPaper phone = new BlindedPaper(this.shown);
			assertThat(signed(phone, sign(phone.blinded()))).isTrue();
		}
	}

	@Test
	void signingTheSameAgainGivesTheSame() {
		BlindedPaper phone = new BlindedPaper(this.shown);
		assertThat(sign(phone.blinded())).isEqualTo(sign(phone.blinded()));
	}

	@Test
	void anotherKeyAnotherSerialAndGarbageAreNoPapers() {
		BlindedPaper phone = new BlindedPaper(this.shown);
		String signature = phone.signature(sign(phone.blinded()));
		byte[] serial = bytes(phone.serial());
		assertThat(BlindSignatures.isSigned(BlindSignatures.key().getPublic(), serial, bytes(signature))).isFalse();
		serial[0] ^= 1;
		assertThat(BlindSignatures.isSigned(this.key.getPublic(), serial, bytes(signature))).isFalse();
		assertThat(BlindSignatures.isSigned(this.key.getPublic(), bytes(phone.serial()), new byte[7])).isFalse();
		assertThat(BlindSignatures.isSigned(this.key.getPublic(), bytes(phone.serial()), new byte[256])).isFalse();
	}

	@Test
	void signsOnlyNumbersBelowTheModulus() {
		byte[] large = new byte[256];
		Arrays.fill(large, (byte) 0xff);
		assertThat(BlindSignatures.sign(this.key.getPrivate(), this.key.getPublic(), large)).isEmpty();
		assertThat(BlindSignatures.sign(this.key.getPrivate(), this.key.getPublic(), new byte[256])).isEmpty();
		assertThat(BlindSignatures.sign(this.key.getPrivate(), this.key.getPublic(), new byte[255])).isEmpty();
	}

	/**
	 * For every paper in the box and everything that was signed there is exactly one
	 * random number that would join them, so that what was signed tells nothing: shown
	 * here on two papers whose signatures are exchanged.
	 */
	@Test
	void whatWasSignedFitsEveryPaperAsWell() {
		BlindedPaper one = new BlindedPaper(this.shown);
		BlindedPaper other = new BlindedPaper(this.shown);
		String signedOne = sign(one.blinded());
		String signedOther = sign(other.blinded());
		String paperOne = one.signature(signedOne);
		RSAPublicKey rsa = (RSAPublicKey) this.key.getPublic();
		BigInteger paper = new BigInteger(1, bytes(paperOne));
		for (String signed : List.of(signedOne, signedOther)) {
			BigInteger answer = new BigInteger(1, bytes(signed));
			BigInteger blind = answer.multiply(paper.modInverse(rsa.getModulus())).mod(rsa.getModulus());
			BigInteger message = paper.modPow(rsa.getPublicExponent(), rsa.getModulus());
			BigInteger blinded = message.multiply(blind.modPow(rsa.getPublicExponent(), rsa.getModulus()))
				.mod(rsa.getModulus());
			assertThat(blinded)
				.isEqualTo(new BigInteger(1, bytes(signed.equals(signedOne) ? one.blinded() : other.blinded())));
		}
	}

	private boolean signed(BlindedPaper phone, String signed) {
		return BlindSignatures.isSigned(this.key.getPublic(), bytes(phone.serial()), bytes(phone.signature(signed)));
	}

	private String sign(String blinded) {
		return BlindSignatures
			.text(BlindSignatures.sign(this.key.getPrivate(), this.key.getPublic(), bytes(blinded)).orElseThrow());
	}

	private static byte[] bytes(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

}
