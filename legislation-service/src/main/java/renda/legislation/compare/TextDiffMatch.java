package renda.legislation.compare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import renda.legislation.compare.TextDiffUnits.Unit;

/**
 * Finds for each piece of the old text its piece in the new one: first the same words,
 * then the most similar ones wherever they stand, then what lies between the same
 * neighbours.
 */
final class TextDiffMatch {

	private final List<Unit> from;

	private final List<Unit> to;

	private final int[] partner;

	private final int[] origin;

	private TextDiffMatch(List<Unit> from, List<Unit> to) {
		this.from = from;
		this.to = to;
		this.partner = new int[from.size()];
		this.origin = new int[to.size()];
		Arrays.fill(this.partner, -1);
		Arrays.fill(this.origin, -1);
	}

	/**
	 * Matches two lists of pieces.
	 * @param sameLabelFloor how similar (0 to 1) two pieces of one label between the same
	 * neighbours must be to count as one piece
	 * @return for each old piece the index of its new piece, or -1; no index twice
	 */
	static int[] partners(List<Unit> from, List<Unit> to, double sameLabelFloor) {
		TextDiffMatch match = new TextDiffMatch(from, to);
		match.sameWords();
		TextDiffGaps gaps = new TextDiffGaps(from, to, match.partner, match.origin);
		for (TextDiffSimilar.Pair pair : TextDiffSimilar.pairs(from, to, gaps)) {
			if (match.partner[pair.from()] < 0 && match.origin[pair.to()] < 0) {
				match.join(pair.from(), pair.to());
			}
		}
		new TextDiffGaps(from, to, match.partner, match.origin).align(sameLabelFloor, match::join);
		return match.partner;
	}

	private void join(int i, int j) {
		this.partner[i] = j;
		this.origin[j] = i;
	}

	private void sameWords() {
		Map<String, Deque<Integer>> byLabel = new HashMap<>();
		Map<String, Deque<Integer>> byWords = new HashMap<>();
		for (int j = 0; j < this.to.size(); j++) {
			Unit unit = this.to.get(j);
			byLabel.computeIfAbsent(labelled(unit), (key) -> new ArrayDeque<>()).add(j);
			byWords.computeIfAbsent(unit.text(), (key) -> new ArrayDeque<>()).add(j);
		}
		for (int i = 0; i < this.from.size(); i++) {
			take(i, byLabel.get(labelled(this.from.get(i))));
		}
		for (int i = 0; i < this.from.size(); i++) {
			if (this.partner[i] < 0) {
				take(i, byWords.get(this.from.get(i).text()));
			}
		}
	}

	private static String labelled(Unit unit) {
		return unit.place().label() + "\n" + unit.text();
	}

	private void take(int i, @Nullable Deque<Integer> places) {
		while (places != null && !places.isEmpty()) {
			int j = places.removeFirst();
			if (this.origin[j] < 0) {
				join(i, j);
				return;
			}
		}
	}

}
