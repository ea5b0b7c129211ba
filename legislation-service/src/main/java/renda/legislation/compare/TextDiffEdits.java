package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A comparison as a row of steps: what both texts share, then what was taken out and put
 * in, and so on. Built left to right.
 */
final class TextDiffEdits {

	private final List<Step> steps = new ArrayList<>(List.of(new Step()));

	void equal(List<String> tokens) {
		if (tokens.isEmpty()) {
			return;
		}
		Step last = this.steps.getLast();
		if (last.isEdit()) {
			last = new Step();
			this.steps.add(last);
		}
		last.equal.addAll(tokens);
	}

	void replace(List<String> deleted, List<String> inserted) {
		Step last = this.steps.getLast();
		last.deleted.addAll(deleted);
		last.inserted.addAll(inserted);
	}

	List<Step> steps() {
		return this.steps;
	}

	/**
	 * Shared tokens, then the edit after them.
	 */
	static final class Step {

		final List<String> equal = new ArrayList<>();

		final List<String> deleted = new ArrayList<>();

		final List<String> inserted = new ArrayList<>();

		boolean isEdit() {
			return !(this.deleted.isEmpty() && this.inserted.isEmpty());
		}

		int weight() {
			return Math.max(this.deleted.size(), this.inserted.size());
		}

	}

}
