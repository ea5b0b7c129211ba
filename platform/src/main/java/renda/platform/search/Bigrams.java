package renda.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import renda.platform.web.Refusal;
import renda.platform.web.Text;

/**
 * Chinese full text: words are indexed as overlapping pairs of characters by Lucene's CJK
 * analyzer and kept in PostgreSQL's {@code tsvector}, so that every word of two
 * characters or more is found without a dictionary.
 */
public final class Bigrams {

	/** The most characters of a query that are looked at. */
	public static final int LONGEST_QUERY = 200;

	private static final Analyzer ANALYZER = new CJKAnalyzer(CharArraySet.EMPTY_SET);

	private Bigrams() {
	}

	/**
	 * The terms of a text in order, with repeats.
	 */
	public static List<String> terms(String text) {
		List<String> terms = new ArrayList<>();
		try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				terms.add(term.toString());
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return terms;
	}

	/**
	 * The text of a {@code tsvector} with positions, to be bound as text and cast.
	 * @param weight A (most) to D
	 */
	public static String vector(String text, char weight) {
		StringBuilder vector = new StringBuilder();
		int position = 0;
		for (String term : terms(text)) {
			position++;
			vector.append(quoted(term)).append(':').append(Math.min(position, 16383)).append(weight).append(' ');
		}
		return vector.toString();
	}

	/**
	 * The text of a {@code tsquery} that asks for all words of a query, each word's
	 * characters side by side. A character that stands alone asks for the pairs that
	 * begin with it.
	 * @param q what the user typed, words separated by blanks; null or blank: no query
	 * @throws Refusal 400 where there is nothing but punctuation
	 */
	public static Optional<String> query(@Nullable String q) {
		if (q == null || q.isBlank()) {
			return Optional.empty();
		}
		List<List<String>> words = words(q);
		if (words.isEmpty()) {
			throw Refusal.invalid("q", Text.of("q 中没有可检索的字词。", "There is no word to search for in q."));
		}
		return Optional.of(words.stream()
			.map((word) -> word.stream().map(Bigrams::asked).collect(Collectors.joining(" <-> ", "(", ")")))
			.distinct()
			.collect(Collectors.joining(" & ")));
	}

	/**
	 * The words of a query, each as its terms.
	 */
	static List<List<String>> words(String q) {
		return Arrays.stream(shortened(q).strip().split("[\\s\\u3000]+"))
			.map(Bigrams::terms)
			.filter((terms) -> !terms.isEmpty())
			.toList();
	}

	private static String shortened(String q) {
		if (q.length() <= LONGEST_QUERY) {
			return q;
		}
		return q.substring(0,
				Character.isHighSurrogate(q.charAt(LONGEST_QUERY - 1)) ? LONGEST_QUERY - 1 : LONGEST_QUERY);
	}

	/**
	 * Whether a term is one Chinese character, which is not in the index by itself where
	 * others follow it.
	 */
	static boolean isSingle(String term) {
		return term.codePointCount(0, term.length()) == 1 && Character.isIdeographic(term.codePointAt(0));
	}

	static TokenStream stream(String text) {
		return ANALYZER.tokenStream("text", text);
	}

	private static String asked(String term) {
		return isSingle(term) ? quoted(term) + ":*" : quoted(term);
	}

	private static String quoted(String term) {
		return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
