package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into the smallest pieces that a comparison may part: single characters, but
 * whole numbers and whole Latin words.
 */
final class TextDiffTokens {

	private static final Pattern TOKEN = Pattern
		.compile("[0-9０-９]++(?:[.．][0-9０-９]++)?+|[A-Za-z]++|[〇零一二三四五六七八九十百千万亿]++|.", Pattern.DOTALL);

	private static final int LONG_SENTENCE = 400;

	private TextDiffTokens() {
	}

	static List<String> of(String text) {
		List<String> tokens = new ArrayList<>(text.length());
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(matcher.group());
		}
		return tokens;
	}

	/**
	 * Groups tokens into sentences. One that does not end is cut at places that depend
	 * only on the words around, so that the same words are cut the same way in both
	 * texts.
	 */
	static List<List<String>> sentences(List<String> tokens) {
		List<List<String>> sentences = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < tokens.size(); i++) {
			String token = tokens.get(i);
			boolean end = "。；;！？\n".contains(token);
			boolean cut = i - start > LONG_SENTENCE
					&& ("，、,".contains(token) || (31 * tokens.get(i - 1).hashCode() + token.hashCode()) % 32 == 0);
			if (end || cut) {
				sentences.add(tokens.subList(start, i + 1));
				start = i + 1;
			}
		}
		if (start < tokens.size()) {
			sentences.add(tokens.subList(start, tokens.size()));
		}
		return sentences;
	}

}
