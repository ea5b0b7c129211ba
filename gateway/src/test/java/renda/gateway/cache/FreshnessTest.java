package renda.gateway.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "public, max-age=60|60", "Public, Max-Age=60|60", "public, max-age=60, s-maxage=5|5",
					"public, s-maxage=5, max-age=60|5", "max-age=60|0", "public|0", "public, max-age=x|0",
					"public, max-age=-5|0", "private, max-age=60|0", "public, no-store, max-age=60|0",
					"public, no-cache, max-age=60|0", "public, max-age=999999999|86400" })
	void keepsOnlyWhatTheServiceCallsPublicAndForAsLongAsItSays(String control, long seconds) {
		assertThat(Freshness.seconds(headers(HttpHeaders.CACHE_CONTROL, control))).isEqualTo(seconds);
	}

	@Test
	void keepsNothingThatSetsACookieOrVariesByMoreThanTheKey() {
		HttpHeaders cookie = headers(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
		cookie.add(HttpHeaders.SET_COOKIE, "a=b");
		HttpHeaders varying = headers(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
		varying.add(HttpHeaders.VARY, "Accept, User-Agent");
		HttpHeaders keyed = headers(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
		keyed.add(HttpHeaders.VARY, "Accept, Accept-Language");
		assertThat(Freshness.seconds(cookie)).isZero();
		assertThat(Freshness.seconds(varying)).isZero();
		assertThat(Freshness.seconds(keyed)).isEqualTo(60);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"1\"|\"1\"|true", "W/\"1\"|\"1\"|true", "\"0\", \"1\"|\"1\"|true",
			"*|\"1\"|true", "\"2\"|\"1\"|false" })
	void comparesEtagsWeakly(String given, String etag, boolean same) {
		assertThat(Freshness.matches(given, etag)).isEqualTo(same);
	}

	private static HttpHeaders headers(String name, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.add(name, value);
		return headers;
	}

}
