package renda.gateway.problem;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A message to a user in the two languages of the product.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

	private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

	private static final int LONGEST = 200;

	public static Text of(String zh, String en) {
		return new Text(zh, en);
	}

	/**
	 * The same message with {@code %s} filled in, in both languages.
	 */
	public static Text of(String zh, String en, Object... facts) {
		return new Text(zh.formatted(facts), en.formatted(facts));
	}

	/**
	 * The words in a language.
	 */
	public String in(Locale language) {
		return Locale.ENGLISH.equals(language) ? this.en : this.zh;
	}

	/**
	 * The language to answer a request in.
	 * @param headers of the request
	 * @return English where {@code Accept-Language} prefers it, else Chinese
	 */
	public static Locale language(HttpHeaders headers) {
		return language(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
	}

	/**
	 * The same for the value of {@code Accept-Language}; anything malformed is Chinese.
	 */
	public static Locale language(@Nullable String accepted) {
		if (accepted == null || accepted.isEmpty() || accepted.length() > LONGEST) {
			return Locale.CHINESE;
		}
		try {
			Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
			return Locale.ENGLISH.equals(best) ? Locale.ENGLISH : Locale.CHINESE;
		}
		catch (IllegalArgumentException ex) {
			return Locale.CHINESE;
		}
	}

}
