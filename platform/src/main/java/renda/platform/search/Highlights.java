package renda.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Shows where a text says what was searched for.
 */
public final class Highlights {

	/** The most fragments shown of one text. */
	public static final int MOST_FRAGMENTS = 3;

	private static final int AROUND = 30;

	private static final String CUT = "…";

	private Highlights() {
	}

	/**
	 * The places of a text that a query finds, each with some words around.
	 * @param text plain text
	 * @param q the query as the user typed it
	 * @return at most {@link #MOST_FRAGMENTS} fragments; none where nothing is found
	 */
	public static List<Fragment> fragments(String text, @Nullable String q) {
		if (q == null || q.isBlank()) {
			return List.of();
		}
		List<Fragment> fragments = new ArrayList<>();
		List<Range> near = new ArrayList<>();
		for (Range mark : marks(text, q)) {
			if (!near.isEmpty() && mark.start() - near.getLast().end() > 2 * AROUND) {
				fragments.add(fragment(text, near));
				near = new ArrayList<>();
				if (fragments.size() == MOST_FRAGMENTS) {
					return fragments;
				}
			}
			near.add(mark);
		}
		if (!near.isEmpty()) {
			fragments.add(fragment(text, near));
		}
		return fragments;
	}

	/**
	 * The first place of a text that a query finds, with some words around.
	 * @param text plain text
	 * @param q the query as the user typed it
	 * @return the words there; the beginning of the text, unmarked, where nothing is
	 * found
	 */
	public static Fragment first(String text, @Nullable String q) {
		List<Fragment> found = fragments(text, q);
		return found.isEmpty() ? new Fragment(fragment(text, List.of(new Range(0, 0))).text(), List.of())
				: found.getFirst();
	}

	/**
	 * All places, in order, none overlapping or touching another.
	 */
	static List<Range> marks(String text, String q) {
		List<Place> places = places(text);
		List<Range> found = new ArrayList<>();
		for (List<String> word : Bigrams.words(q)) {
			for (int i = 0; i + word.size() <= places.size(); i++) {
				Range range = match(places, i, word);
				if (range != null) {
					found.add(range);
				}
			}
		}
		found.sort(Comparator.comparingInt(Range::start));
		List<Range> merged = new ArrayList<>();
		for (Range range : found) {
			if (!merged.isEmpty() && range.start() <= merged.getLast().end()) {
				Range last = merged.removeLast();
				merged.add(new Range(last.start(), Math.max(last.end(), range.end())));
			}
			else {
				merged.add(range);
			}
		}
		return merged;
	}

	private static @Nullable Range match(List<Place> places, int from, List<String> word) {
		int end = 0;
		for (int i = 0; i < word.size(); i++) {
			Place place = places.get(from + i);
			String term = word.get(i);
			if (place.term().equals(term)) {
				end = place.end();
			}
			else if (Bigrams.isSingle(term) && place.term().startsWith(term)) {
				end = place.start() + term.length();
			}
			else {
				return null;
			}
		}
		return new Range(places.get(from).start(), end);
	}

	private static List<Place> places(String text) {
		List<Place> places = new ArrayList<>();
		try (TokenStream stream = Bigrams.stream(text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				places.add(new Place(term.toString(), offset.startOffset(), offset.endOffset()));
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return places;
	}

	private static Fragment fragment(String text, List<Range> marks) {
		int from = boundary(text, Math.max(0, marks.getFirst().start() - AROUND));
		int to = boundary(text, Math.min(text.length(), marks.getLast().end() + AROUND));
		String before = (from > 0) ? CUT : "";
		int shift = before.length() - from;
		String words = before + text.substring(from, to) + ((to < text.length()) ? CUT : "");
		return new Fragment(words,
				marks.stream().map((mark) -> new Range(mark.start() + shift, mark.end() + shift)).toList());
	}

	/**
	 * Never cuts a character in two.
	 */
	private static int boundary(String text, int at) {
		return (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) ? at - 1 : at;
	}

	private record Place(String term, int start, int end) {
	}

	/**
	 * A piece of a text.
	 *
	 * @param start its first UTF-16 unit
	 * @param end after its last
	 */
	public record Range(int start, int end) {
	}

	/**
	 * Some words with marks.
	 *
	 * @param text the words
	 * @param marks what was found in them
	 * @param html the same, escaped, with {@code <mark>} around what was found
	 */
	public record Fragment(String text, List<Range> marks, String html) {

		Fragment(String text, List<Range> marks) {
			this(text, marks, html(text, marks));
		}

		private static String html(String text, List<Range> marks) {
			StringBuilder html = new StringBuilder();
			int at = 0;
			for (Range mark : marks) {
				html.append(escaped(text.substring(at, mark.start())))
					.append("<mark>")
					.append(escaped(text.substring(mark.start(), mark.end())))
					.append("</mark>");
				at = mark.end();
			}
			return html.append(escaped(text.substring(at))).toString();
		}

		private static String escaped(String text) {
			return text.replace("&", "&amp;")
				.replace("<", "&lt;")
				.replace(">", "&gt;")
				.replace("\"", "&quot;")
				.replace("'", "&#39;");
		}

	}

}
