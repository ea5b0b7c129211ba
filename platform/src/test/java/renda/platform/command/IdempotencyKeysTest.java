package renda.platform.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import renda.platform.security.Caller;
import renda.platform.security.Vault;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyKeysTest {

	private static final String KEY = "dGVzdHMtb25seS0zMi1ieXRlcy1sb25nLWtleS0hISE=";

	private static final String INPUT = "{\"identityNumber\":\"11010519491231002X\"}";

	@Test
	void withoutAKeyItIsThePlainDigest() {
		// printf 'POST /notes
		// OptionalLong.empty\n{"identityNumber":"11010519491231002X"}' | sha256sum
		assertThat(fingerprint("", "POST", "/notes", OptionalLong.empty(), INPUT))
			.isEqualTo("3ce27314983b9697b22e44987cc00974b6aabb4a6df62022d4645c17aac5c7ce");
	}

	@Test
	void withAKeyItIsADigestOfThatKey() {
		// the same with: openssl dgst -sha256 -mac HMAC, the key being SHA-256 of key and
		// "index"
		assertThat(fingerprint(KEY, "POST", "/notes", OptionalLong.empty(), INPUT))
			.isEqualTo("43d79a5d6f9eb0bc9290e608a2fa0f7ec11a594a66830e68a52ec8084cd1a03b");
	}

	@Test
	void methodPathVersionAndInputAllCount() {
		List<String> different = Stream
			.of(fingerprint(KEY, "POST", "/notes", OptionalLong.empty(), INPUT),
					fingerprint(KEY, "PUT", "/notes", OptionalLong.empty(), INPUT),
					fingerprint(KEY, "POST", "/notes/1", OptionalLong.empty(), INPUT),
					fingerprint(KEY, "POST", "/notes", OptionalLong.of(1), INPUT),
					fingerprint(KEY, "POST", "/notes", OptionalLong.empty(), "{}"))
			.toList();
		assertThat(different).doesNotHaveDuplicates();
	}

	private static String fingerprint(String key, String method, String path, OptionalLong ifMatch, String input) {
		Command command = new Command(Caller.ANONYMOUS, method, path, Optional.empty(), ifMatch, "", "");
		return IdempotencyKeys.fingerprint(command, input, new Vault(key));
	}

}
