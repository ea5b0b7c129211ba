package renda.legislation.regulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The stretch of a text around the words that were searched.
 *
 * @param text the stretch
 * @param marks where the words are in it, as [start, end) in chars
 * @param html the stretch with the words in {@code <mark>}, safe to show
 */
record Fragments(String text, List<Mark> marks, String html) {

	private static final int AROUND = 40;

	private static final int LONGEST = 160;

	/**
	 * Cuts the stretch out.
	 */
	static Fragments of(String words, String q) {
		String text = words.replace('\n', ' ');
		List<Mark> marks = marks(text, q);
		int first = marks.isEmpty() ? 0 : marks.getFirst().start();
		int start = Math.max(0, first - AROUND);
		int end = Math.min(text.length(), start + LONGEST);
		if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
			start--;
		}
		if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
			end--;
		}
		int from = start;
		int to = end;
		List<Mark> inside = marks.stream()
			.filter((mark) -> mark.start() >= from && mark.end() <= to)
			.map((mark) -> new Mark(mark.start() - from, mark.end() - from))
			.toList();
		String stretch = text.substring(from, to);
		return new Fragments(stretch, inside, html(stretch, inside));
	}

	private static List<Mark> marks(String text, String q) {
		String lower = text.toLowerCase(Locale.ROOT);
		if (lower.length() != text.length()) {
			lower = text;
		}
		List<Mark> found = new ArrayList<>();
		for (String word : Arrays.stream(q.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+")).distinct().toList()) {
			for (int at = lower.indexOf(word); !word.isEmpty() && at >= 0; at = lower.indexOf(word, at + 1)) {
				found.add(new Mark(at, at + word.length()));
			}
		}
		found.sort(Comparator.comparingInt(Mark::start));
		List<Mark> joined = new ArrayList<>();
		for (Mark mark : found) {
			if (!joined.isEmpty() && mark.start() <= joined.getLast().end()) {
				Mark last = joined.removeLast();
				joined.add(new Mark(last.start(), Math.max(last.end(), mark.end())));
			}
			else {
				joined.add(mark);
			}
		}
		return joined;
	}

	private static String html(String text, List<Mark> marks) {
		StringBuilder html = new StringBuilder();
		int at = 0;
		for (Mark mark : marks) {
			escape(text, at, mark.start(), html);
			html.append("<mark>");
			escape(text, mark.start(), mark.end(), html);
			html.append("</mark>");
			at = mark.end();
		}
		escape(text, at, text.length(), html);
		return html.toString();
	}

	private static void escape(String text, int from, int to, StringBuilder html) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			switch (c) {
				case '<' -> html.append("&lt;");
				case '>' -> html.append("&gt;");
				case '&' -> html.append("&amp;");
				case '"' -> html.append("&quot;");
				case '\'' -> html.append("&#39;");
				default -> html.append(c);
			}
		}
	}

	/**
	 * A marked stretch.
	 *
	 * @param start the first char, from 0
	 * @param end the char after the last
	 */
	record Mark(int start, int end) {
	}

}
