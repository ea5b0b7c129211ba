package renda.legislation.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import renda.legislation.compare.TextDiffUnits.Unit;

/**
 * The pieces that are still without a partner, by the gap between matched neighbours in
 * which they lie.
 */
final class TextDiffGaps {

	private static final double REWRITTEN = 0.3;

	private static final int LARGEST_GAP = 40_000;

	private final List<Unit> from;

	private final List<Unit> to;

	private final int[] partner;

	private final int[] origin;

	private final int[] gapOfFrom;

	private final int[] gapOfTo;

	private final @Nullable TextDiffBigrams[] fromGrams;

	private final @Nullable TextDiffBigrams[] toGrams;

	TextDiffGaps(List<Unit> from, List<Unit> to, int[] partner, int[] origin) {
		this.from = from;
		this.to = to;
		this.partner = partner;
		this.origin = origin;
		this.gapOfFrom = new int[partner.length];
		this.gapOfTo = new int[origin.length];
		this.fromGrams = new TextDiffBigrams[partner.length];
		this.toGrams = new TextDiffBigrams[origin.length];
		BitSet anchors = TextDiffOrder.kept(partner);
		for (int i = 0, last = -1; i < partner.length; i++) {
			last = anchors.get(i) ? i : last;
			this.gapOfFrom[i] = last;
		}
		for (int j = 0, last = -1; j < origin.length; j++) {
			last = (origin[j] >= 0 && anchors.get(origin[j])) ? origin[j] : last;
			this.gapOfTo[j] = last;
		}
	}

	boolean same(int i, int j) {
		return this.gapOfFrom[i] == this.gapOfTo[j];
	}

	int[] freeFrom() {
		return IntStream.range(0, this.partner.length).filter((i) -> this.partner[i] < 0).toArray();
	}

	int[] freeTo() {
		return IntStream.range(0, this.origin.length).filter((j) -> this.origin[j] < 0).toArray();
	}

	TextDiffBigrams fromGrams(int i) {
		TextDiffBigrams grams = this.fromGrams[i];
		if (grams == null) {
			grams = TextDiffBigrams.of(this.from.get(i).text());
			this.fromGrams[i] = grams;
		}
		return grams;
	}

	TextDiffBigrams toGrams(int j) {
		TextDiffBigrams grams = this.toGrams[j];
		if (grams == null) {
			grams = TextDiffBigrams.of(this.to.get(j).text());
			this.toGrams[j] = grams;
		}
		return grams;
	}

	/**
	 * Joins what is left within each gap, in order, so that the sum of similarities is
	 * greatest.
	 */
	void align(double sameLabelFloor, Join join) {
		Map<Integer, List<Integer>> left = new HashMap<>();
		for (int i : freeFrom()) {
			left.computeIfAbsent(this.gapOfFrom[i], (key) -> new ArrayList<>()).add(i);
		}
		Map<Integer, List<Integer>> right = new HashMap<>();
		for (int j : freeTo()) {
			right.computeIfAbsent(this.gapOfTo[j], (key) -> new ArrayList<>()).add(j);
		}
		left.forEach((gap, old) -> {
			List<Integer> fresh = right.getOrDefault(gap, List.of());
			if ((long) old.size() * fresh.size() <= LARGEST_GAP) {
				align(old, fresh, sameLabelFloor, join);
			}
		});
	}

	private void align(List<Integer> old, List<Integer> fresh, double sameLabelFloor, Join join) {
		double[][] best = new double[old.size() + 1][fresh.size() + 1];
		double[][] score = new double[old.size()][fresh.size()];
		for (int a = old.size() - 1; a >= 0; a--) {
			for (int b = fresh.size() - 1; b >= 0; b--) {
				score[a][b] = score(old.get(a), fresh.get(b), sameLabelFloor);
				best[a][b] = Math.max(score[a][b] + best[a + 1][b + 1], Math.max(best[a + 1][b], best[a][b + 1]));
			}
		}
		int a = 0;
		int b = 0;
		while (a < old.size() && b < fresh.size()) {
			if (best[a][b] == best[a + 1][b]) {
				a++;
			}
			else if (best[a][b] == best[a][b + 1]) {
				b++;
			}
			else {
				join.join(old.get(a++), fresh.get(b++));
			}
		}
	}

	private double score(int i, int j, double sameLabelFloor) {
		double similarity = fromGrams(i).similarity(toGrams(j));
		if (this.from.get(i).sameLabel(this.to.get(j))) {
			return (similarity >= sameLabelFloor) ? similarity + 0.2 : 0;
		}
		return (similarity >= REWRITTEN) ? similarity : 0;
	}

	interface Join {

		void join(int i, int j);

	}

}
