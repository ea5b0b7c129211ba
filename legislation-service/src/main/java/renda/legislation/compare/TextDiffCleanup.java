package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;

import renda.legislation.compare.TextDiff.Span;
import renda.legislation.compare.TextDiffEdits.Step;

/**
 * Makes a comparison readable: no islands of one or two shared characters between larger
 * edits, and edits that begin and end where the sentence does.
 */
final class TextDiffCleanup {

	private static final int LONGEST_SLIDE = 200;

	private TextDiffCleanup() {
	}

	static List<Span> readable(TextDiffEdits edits) {
		List<Step> steps = new ArrayList<>();
		for (Step step : edits.steps()) {
			steps.add(step);
			while (steps.size() > 1 && isIsland(steps.get(steps.size() - 2), steps.getLast())) {
				Step last = steps.removeLast();
				Step merged = steps.getLast();
				merged.deleted.addAll(last.equal);
				merged.deleted.addAll(last.deleted);
				merged.inserted.addAll(last.equal);
				merged.inserted.addAll(last.inserted);
			}
		}
		return spans(slid(trimmed(steps)));
	}

	/**
	 * Whether the words shared between two edits are fewer than the words edited on both
	 * sides. The end of a sentence is never an island.
	 */
	private static boolean isIsland(Step left, Step right) {
		if (!left.isEdit() || !right.isEdit()) {
			return false;
		}
		int shared = right.equal.size();
		return shared <= Math.min(left.weight(), right.weight()) && !right.equal.contains("\n")
				&& !right.equal.contains("。");
	}

	/**
	 * Gives what both sides of an edit share at its ends back to the shared words.
	 */
	private static List<Step> trimmed(List<Step> steps) {
		TextDiffEdits edits = new TextDiffEdits();
		for (Step step : steps) {
			int start = TextDiffSpans.commonStart(step.deleted, step.inserted);
			List<String> deleted = step.deleted.subList(start, step.deleted.size());
			List<String> inserted = step.inserted.subList(start, step.inserted.size());
			int end = TextDiffSpans.commonEnd(deleted, inserted);
			edits.equal(step.equal);
			edits.equal(step.deleted.subList(0, start));
			edits.replace(deleted.subList(0, deleted.size() - end), inserted.subList(0, inserted.size() - end));
			edits.equal(deleted.subList(deleted.size() - end, deleted.size()));
		}
		return edits.steps();
	}

	private static List<Step> slid(List<Step> steps) {
		steps.add(new Step());
		for (int i = 0; i < steps.size() - 1; i++) {
			Step step = steps.get(i);
			if (step.deleted.isEmpty() != step.inserted.isEmpty()) {
				slide(step.equal, step.deleted.isEmpty() ? step.inserted : step.deleted, steps.get(i + 1).equal);
			}
		}
		return steps;
	}

	/**
	 * Moves an edit left or right over equal tokens to where it reads best.
	 */
	private static void slide(List<String> before, List<String> edit, List<String> after) {
		int left = 0;
		while (left < LONGEST_SLIDE && left < before.size()
				&& before.get(before.size() - 1 - left).equals(at(edit, -1 - left))) {
			left++;
		}
		int right = 0;
		while (right < LONGEST_SLIDE && right < after.size() && after.get(right).equals(at(edit, right))) {
			right++;
		}
		int best = 0;
		int bestScore = score(before, edit, after, 0);
		for (int shift = -left; shift <= right; shift++) {
			int score = score(before, edit, after, shift);
			if (score > bestScore) {
				best = shift;
				bestScore = score;
			}
		}
		shift(before, edit, after, best);
	}

	private static String at(List<String> tokens, int index) {
		return tokens.get(Math.floorMod(index, tokens.size()));
	}

	private static int score(List<String> before, List<String> edit, List<String> after, int shift) {
		String first = at(edit, shift);
		String last = at(edit, shift - 1);
		return boundary(around(before, edit, after, -1, shift), first)
				+ boundary(last, around(before, edit, after, 1, shift));
	}

	/**
	 * The token just outside the edit on one side after a shift; empty at the end of the
	 * text.
	 */
	private static String around(List<String> before, List<String> edit, List<String> after, int side, int shift) {
		if (side < 0) {
			int index = before.size() - 1 + shift;
			return (shift > 0) ? after.get(shift - 1) : (index < 0) ? "" : before.get(index);
		}
		return (shift < 0) ? at(edit, shift) : (shift < after.size()) ? after.get(shift) : "";
	}

	private static int boundary(String left, String right) {
		if (left.isEmpty() || left.equals("\n")) {
			return 4;
		}
		if ("。；：！？".contains(left)) {
			return 3;
		}
		if (right.isEmpty() || right.equals("\n")) {
			return 3;
		}
		return ("，、）".contains(left) || "《（“".contains(right)) ? 2 : 0;
	}

	private static void shift(List<String> before, List<String> edit, List<String> after, int shift) {
		for (int i = 0; i < shift; i++) {
			before.add(edit.removeFirst());
			edit.add(after.removeFirst());
		}
		for (int i = 0; i > shift; i--) {
			after.addFirst(edit.removeLast());
			edit.addFirst(before.removeLast());
		}
	}

	private static List<Span> spans(List<Step> steps) {
		List<Span> spans = new ArrayList<>();
		for (Step step : steps) {
			add(spans, Span.Kind.EQUAL, step.equal);
			add(spans, Span.Kind.DELETED, step.deleted);
			add(spans, Span.Kind.INSERTED, step.inserted);
		}
		return spans;
	}

	private static void add(List<Span> spans, Span.Kind kind, List<String> tokens) {
		if (!tokens.isEmpty()) {
			spans.add(new Span(kind, String.join("", tokens)));
		}
	}

}
