package renda.legislation.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import renda.legislation.compare.TextDiffUnits.Unit;

/**
 * Pairs of pieces with similar words, the best first. Candidates come from an index of
 * bigrams; bigrams that stand almost everywhere tell nothing and are left out where they
 * would cost too much.
 */
final class TextDiffSimilar {

	private static final double BETWEEN_NEIGHBOURS = 0.45;

	private static final double ELSEWHERE = 0.6;

	private static final int CANDIDATES = 8;

	private static final long BUDGET = 50_000_000;

	private TextDiffSimilar() {
	}

	static List<Pair> pairs(List<Unit> from, List<Unit> to, TextDiffGaps gaps) {
		int[] free = gaps.freeFrom();
		Map<Integer, List<Integer>> index = new HashMap<>();
		for (int j : gaps.freeTo()) {
			for (int gram : gaps.toGrams(j).distinct()) {
				index.computeIfAbsent(gram, (key) -> new ArrayList<>()).add(j);
			}
		}
		long grams = 1;
		for (int i : free) {
			grams += gaps.fromGrams(i).size();
		}
		int common = (int) Math.max(4, BUDGET / grams);
		List<Pair> pairs = new ArrayList<>();
		int[] shared = new int[to.size()];
		for (int i : free) {
			for (int j : candidates(gaps, i, index, common, shared)) {
				double similarity = gaps.fromGrams(i).similarity(gaps.toGrams(j));
				boolean neighbours = gaps.same(i, j);
				if (similarity >= (neighbours ? BETWEEN_NEIGHBOURS : ELSEWHERE)) {
					boolean label = from.get(i).sameLabel(to.get(j));
					pairs.add(new Pair(i, j, similarity + (neighbours ? 0.05 : 0) + (label ? 0.05 : 0)));
				}
			}
		}
		pairs.sort(Comparator.comparingDouble(Pair::score)
			.reversed()
			.thenComparingInt((pair) -> Math.abs(pair.from - pair.to))
			.thenComparingInt(Pair::from)
			.thenComparingInt(Pair::to));
		return pairs;
	}

	private static List<Integer> candidates(TextDiffGaps gaps, int i, Map<Integer, List<Integer>> index, int common,
			int[] shared) {
		List<Integer> touched = new ArrayList<>();
		for (int gram : gaps.fromGrams(i).distinct()) {
			List<Integer> places = index.getOrDefault(gram, List.of());
			if (places.size() > common) {
				continue;
			}
			for (int j : places) {
				if (shared[j]++ == 0) {
					touched.add(j);
				}
			}
		}
		PriorityQueue<Pair> best = new PriorityQueue<>(Comparator.comparingDouble(Pair::score));
		for (int j : touched) {
			double score = 2.0 * shared[j] / (gaps.fromGrams(i).size() + gaps.toGrams(j).size());
			best.add(new Pair(i, j, score));
			if (best.size() > CANDIDATES) {
				best.remove();
			}
			shared[j] = 0;
		}
		return best.stream().map(Pair::to).toList();
	}

	record Pair(int from, int to, double score) {

	}

}
