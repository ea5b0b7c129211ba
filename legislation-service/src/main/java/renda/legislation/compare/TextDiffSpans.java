package renda.legislation.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import renda.legislation.compare.TextDiff.Span;

/**
 * Compares two pieces of text character by character. Long ones are first laid side by
 * side by the sentences that occur once in each; a stretch that is too long or too
 * different to be read as an edit becomes one deletion and one insertion.
 */
final class TextDiffSpans {

	private static final long LARGEST = 4_000_000;

	private static final double UNRELATED = 0.15;

	private final TextDiffEdits edits = new TextDiffEdits();

	private TextDiffSpans() {
	}

	/**
	 * Compares two texts.
	 * @return EQUAL and DELETED spans joined give the old text, EQUAL and INSERTED the
	 * new one; no span is empty
	 */
	static List<Span> between(String from, String to) {
		if (from.equals(to)) {
			return from.isEmpty() ? List.of() : List.of(new Span(Span.Kind.EQUAL, from));
		}
		TextDiffSpans diff = new TextDiffSpans();
		diff.compare(TextDiffTokens.of(from), TextDiffTokens.of(to));
		return TextDiffCleanup.readable(diff.edits);
	}

	private void compare(List<String> from, List<String> to) {
		int start = commonStart(from, to);
		this.edits.equal(from.subList(0, start));
		List<String> a = from.subList(start, from.size());
		List<String> b = to.subList(start, to.size());
		int end = commonEnd(a, b);
		middle(a.subList(0, a.size() - end), b.subList(0, b.size() - end));
		this.edits.equal(a.subList(a.size() - end, a.size()));
	}

	static int commonStart(List<String> a, List<String> b) {
		int n = 0;
		while (n < Math.min(a.size(), b.size()) && a.get(n).equals(b.get(n))) {
			n++;
		}
		return n;
	}

	static int commonEnd(List<String> a, List<String> b) {
		int n = 0;
		while (n < Math.min(a.size(), b.size()) && a.get(a.size() - 1 - n).equals(b.get(b.size() - 1 - n))) {
			n++;
		}
		return n;
	}

	private void middle(List<String> a, List<String> b) {
		if (a.isEmpty() || b.isEmpty()) {
			this.edits.replace(a, b);
		}
		else if ((long) a.size() * b.size() > LARGEST) {
			bySentence(TextDiffTokens.sentences(a), TextDiffTokens.sentences(b));
		}
		else {
			byToken(a, b);
		}
	}

	/**
	 * Takes the sentences that occur once in each text and kept their order as fixed, and
	 * compares what lies between.
	 */
	private void bySentence(List<List<String>> a, List<List<String>> b) {
		Map<List<String>, Integer> places = once(b);
		Map<List<String>, Integer> unique = once(a);
		int[] partner = new int[a.size()];
		for (int i = 0; i < a.size(); i++) {
			partner[i] = (unique.getOrDefault(a.get(i), -1) == i) ? places.getOrDefault(a.get(i), -1) : -1;
		}
		int i = 0;
		int j = 0;
		for (int fixed : TextDiffOrder.kept(partner).stream().toArray()) {
			block(joined(a.subList(i, fixed)), joined(b.subList(j, partner[fixed])));
			this.edits.equal(a.get(fixed));
			i = fixed + 1;
			j = partner[fixed] + 1;
		}
		block(joined(a.subList(i, a.size())), joined(b.subList(j, b.size())));
	}

	private static Map<List<String>, Integer> once(List<List<String>> sentences) {
		Map<List<String>, Integer> places = new HashMap<>();
		for (int i = 0; i < sentences.size(); i++) {
			places.merge(sentences.get(i), i, (first, second) -> -1);
		}
		return places;
	}

	private static List<String> joined(List<List<String>> sentences) {
		return sentences.stream().flatMap(List::stream).toList();
	}

	private void block(List<String> from, List<String> to) {
		int start = commonStart(from, to);
		this.edits.equal(from.subList(0, start));
		List<String> a = from.subList(start, from.size());
		List<String> b = to.subList(start, to.size());
		int end = commonEnd(a, b);
		List<String> deleted = a.subList(0, a.size() - end);
		List<String> inserted = b.subList(0, b.size() - end);
		if ((long) deleted.size() * inserted.size() > LARGEST) {
			this.edits.replace(deleted, inserted);
		}
		else {
			byToken(deleted, inserted);
		}
		this.edits.equal(a.subList(a.size() - end, a.size()));
	}

	private void byToken(List<String> a, List<String> b) {
		if (unrelated(a, b)) {
			this.edits.replace(a, b);
			return;
		}
		int i = 0;
		for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(new ArrayList<>(a), new ArrayList<>(b),
				null)) {
			this.edits.equal(a.subList(i, change.startOriginal));
			this.edits.replace(a.subList(change.startOriginal, change.endOriginal),
					b.subList(change.startRevised, change.endRevised));
			i = change.endOriginal;
		}
		this.edits.equal(a.subList(i, a.size()));
	}

	private static boolean unrelated(List<String> a, List<String> b) {
		return a.size() > 8 && b.size() > 8 && TextDiffBigrams.of(String.join("", a))
			.similarity(TextDiffBigrams.of(String.join("", b))) < UNRELATED;
	}

}
