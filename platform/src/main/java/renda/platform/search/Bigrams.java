package renda.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

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
	 * characters side by side; empty where the query has no words.
	 * @param q what the user typed, words separated by blanks; null or blank: no query
	 */
	public static Optional<String> query(@Nullable String q) {
		if (q == null || q.isBlank()) {
			return Optional.empty();
		}
		Set<String> words = new LinkedHashSet<>();
		for (String word : q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip().split("[\\s\\u3000]+")) {
			List<String> terms = terms(word);
			if (!terms.isEmpty()) {
				words.add(terms.stream().map(Bigrams::quoted).collect(Collectors.joining(" <-> ", "(", ")")));
			}
		}
		return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", words));
	}

	private static String quoted(String term) {
		return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
