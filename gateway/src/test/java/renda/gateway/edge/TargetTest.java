package renda.gateway.edge;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/v1/legislation/regulations?q=a%20b", "/a/b.c", "/a/...", "/a/.b", "/a/",
			"/a?x=..;//", "/%E7%87%83", "/a?next=%2Fb%25", "/a?b=[1]" })
	void leavesAPlainTargetAlone(String target) {
		assertThat(Target.plain(target)).isEqualTo(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "*", "//a", "/a//b", "/a/../b", "/a/..", "/a/./b", "/.", "/a/..;/b", "/a;b=c",
			"/a\\b", "/%2e%2e/a", "/%2E/a", "/a%2fb", "/a%5Cb", "/a%00", "/a?b=%00", "/a%", "/a%4", "/a%zz", "/a?b=%",
			"/a%252e", "/a%3bb", "/a\u0001b", "/a b", "/a?b=c d", "/a#b", "/a%0d%0ab", "/a%c3%28", "/a?q=%C8%BC%C6%F8",
			"/a?q=%ED%A0%80" })
	void refusesWhatTwoReadersCouldReadDifferently(String target) {
		assertThat(Target.plain(target)).isNull();
	}

	@Test
	void takesThePathOfAnAbsoluteTarget() {
		assertThat(Target.plain("http://evil.example/a?b")).isEqualTo("/a?b");
		assertThat(Target.plain("HTTPS://evil.example")).isEqualTo("/");
	}

	@Test
	void encodesChineseThatCameAsRawBytes() {
		String raw = new String("/a?q=燃气|\"".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		assertThat(Target.plain(raw)).isEqualTo("/a?q=%E7%87%83%E6%B0%94%7C%22");
	}

}
