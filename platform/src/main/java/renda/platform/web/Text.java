package renda.platform.web;

import java.util.List;
import java.util.Locale;

/**
 * A message to a user in the two languages of the product.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

	private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

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
	 * The words for a reader.
	 * @param languages the reader's languages, best first; Chinese where none is spoken
	 * here
	 */
	public String in(List<Locale.LanguageRange> languages) {
		Locale best = Locale.lookup(languages, SPOKEN);
		return Locale.ENGLISH.equals(best) ? this.en : this.zh;
	}

}
