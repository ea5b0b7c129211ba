package renda.legislation.compare;

import java.util.Arrays;

/**
 * The character bigrams of a piece of text as a sorted multiset, edges included so that
 * two-character headings compare as well.
 */
record TextDiffBigrams(int[] sorted) {

	static TextDiffBigrams of(String text) {
		int[] grams = new int[text.length() + 1];
		char last = '\u0002';
		for (int i = 0; i < text.length(); i++) {
			grams[i] = last << 16 | text.charAt(i);
			last = text.charAt(i);
		}
		grams[text.length()] = last << 16 | '\u0003';
		Arrays.sort(grams);
		return new TextDiffBigrams(grams);
	}

	int size() {
		return this.sorted.length;
	}

	/**
	 * Dice's coefficient: 0 for nothing in common, 1 for the same bigrams.
	 */
	double similarity(TextDiffBigrams other) {
		int total = size() + other.size();
		int common = 0;
		int i = 0;
		int j = 0;
		while (i < size() && j < other.size()) {
			int difference = Integer.compare(this.sorted[i], other.sorted[j]);
			if (difference == 0) {
				common++;
			}
			i += (difference <= 0) ? 1 : 0;
			j += (difference >= 0) ? 1 : 0;
		}
		return 2.0 * common / total;
	}

	int[] distinct() {
		return Arrays.stream(this.sorted).distinct().toArray();
	}

}
