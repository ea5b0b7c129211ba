package renda.legislation.compare;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What kept its order when pieces of a text were matched: the longest rising subsequence.
 */
final class TextDiffOrder {

	private TextDiffOrder() {
	}

	/**
	 * Finds the matched pieces that kept their order.
	 * @param partner for each old piece the index of its new piece, or -1
	 * @return the old pieces that belong to the longest rising subsequence
	 */
	static BitSet kept(int[] partner) {
		int[] tails = new int[partner.length];
		int[] previous = new int[partner.length];
		int length = 0;
		for (int i = 0; i < partner.length; i++) {
			if (partner[i] < 0) {
				continue;
			}
			int at = position(tails, length, partner, partner[i]);
			previous[i] = (at == 0) ? -1 : tails[at - 1];
			tails[at] = i;
			length = Math.max(length, at + 1);
		}
		BitSet kept = new BitSet(partner.length);
		for (int i = (length == 0) ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
			kept.set(i);
		}
		return kept;
	}

	private static int position(int[] tails, int length, int[] partner, int value) {
		int low = 0;
		int high = length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (partner[tails[middle]] < value) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	static int[] inverse(int[] partner, int size) {
		int[] inverse = new int[size];
		Arrays.fill(inverse, -1);
		for (int i = 0; i < partner.length; i++) {
			if (partner[i] >= 0) {
				inverse[partner[i]] = i;
			}
		}
		return inverse;
	}

}
