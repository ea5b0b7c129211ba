package renda.gateway.edge;

import java.util.regex.Pattern;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeHeadersTest {

	private static final Pattern NOBODY = Pattern.compile("(?!)");

	private static final Pattern PROXIES = Pattern.compile("10\\..*");

	@Test
	void believesNoForwardedHeaderOfAStranger() {
		HttpHeaders headers = new DefaultHttpHeaders().add("X-Forwarded-For", "1.2.3.4")
			.add("X-Forwarded-Proto", "https")
			.add("Forwarded", "for=1.2.3.4")
			.add("Host", "example.org");
		EdgeHeaders.clean(headers, "9.9.9.9", NOBODY);
		assertThat(headers.getAll("X-Forwarded-For")).containsExactly("9.9.9.9");
		assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("http");
		assertThat(headers.get("X-Forwarded-Host")).isEqualTo("example.org");
		assertThat(headers.contains("Forwarded")).isFalse();
	}

	@Test
	void takesTheLastAddressThatNoTrustedProxyHas() {
		HttpHeaders headers = new DefaultHttpHeaders().add("X-Forwarded-For", "6.6.6.6, 5.5.5.5")
			.add("X-Forwarded-For", "10.0.0.2")
			.add("X-Forwarded-Proto", "https");
		EdgeHeaders.clean(headers, "10.0.0.1", PROXIES);
		assertThat(headers.get(EdgeHeaders.CLIENT)).isEqualTo("5.5.5.5");
		assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("https");
	}

	@Test
	void keepsTheProxysAddressWhereTheHeaderIsRubbish() {
		HttpHeaders headers = new DefaultHttpHeaders().add("X-Forwarded-For", "1.2.3.4, <script>");
		EdgeHeaders.clean(headers, "10.0.0.1", PROXIES);
		assertThat(headers.get(EdgeHeaders.CLIENT)).isEqualTo("10.0.0.1");
	}

	@Test
	void stripsHeadersThatOnlyTheGatewayMaySet() {
		HttpHeaders headers = new DefaultHttpHeaders().add("X-Renda-Client", "1.1.1.1")
			.add("x-renda-refused", "x")
			.add("X-HTTP-Method-Override", "DELETE")
			.add("Cookie", "a=b")
			.add("Authorization", "Bearer x");
		EdgeHeaders.clean(headers, "9.9.9.9", NOBODY);
		assertThat(headers.get(EdgeHeaders.CLIENT)).isEqualTo("9.9.9.9");
		assertThat(headers.contains("x-renda-refused")).isFalse();
		assertThat(headers.contains("X-HTTP-Method-Override")).isFalse();
		assertThat(headers.contains("Cookie")).isFalse();
		assertThat(headers.get("Authorization")).isEqualTo("Bearer x");
	}

	@Test
	void keepsASaneCorrelationIdAndReplacesAnyOther() {
		HttpHeaders sane = new DefaultHttpHeaders().add(EdgeHeaders.CORRELATION, "app-1.2_3");
		EdgeHeaders.clean(sane, "9.9.9.9", NOBODY);
		assertThat(sane.get(EdgeHeaders.CORRELATION)).isEqualTo("app-1.2_3");
		HttpHeaders evil = new DefaultHttpHeaders().add(EdgeHeaders.CORRELATION, "a b${jndi}");
		EdgeHeaders.clean(evil, "9.9.9.9", NOBODY);
		assertThat(evil.get(EdgeHeaders.CORRELATION)).matches("[0-9a-f]{32}");
	}

}
