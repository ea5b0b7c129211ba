package renda.platform.webhook;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

	/** The example that the libraries of Standard Webhooks are tested with. */
	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	@Test
	void signsAsStandardWebhooksDoes() {
		assertThat(Signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", List.of(SECRET)))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void signsWithEachSecret() {
		String both = Signature.of("id", 1, "{}", List.of(SECRET, Signature.newSecret()));
		assertThat(both.split(" ")).hasSize(2).doesNotHaveDuplicates().allMatch((one) -> one.startsWith("v1,"));
	}

	@Test
	void makesSecretsOfThirtyTwoBytes() {
		String secret = Signature.newSecret();
		assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
		assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
	}

}
