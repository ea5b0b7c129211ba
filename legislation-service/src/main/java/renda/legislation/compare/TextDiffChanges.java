package renda.legislation.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import renda.legislation.compare.TextDiff.Change;
import renda.legislation.compare.TextDiff.Place;
import renda.legislation.compare.TextDiff.Span;
import renda.legislation.compare.TextDiff.Status;
import renda.legislation.compare.TextDiffUnits.Unit;

/**
 * Turns matched pieces into changes, in the order of the new text.
 */
final class TextDiffChanges {

	/** Below this two articles of one number are a new one and a deleted one. */
	private static final double SAME_ARTICLE = 0.2;

	private final List<Unit> from;

	private final List<Unit> to;

	private final int[] partner;

	private final BitSet inOrder;

	private final Set<String> lasting;

	private TextDiffChanges(List<Unit> from, List<Unit> to, double sameLabelFloor) {
		this.from = from;
		this.to = to;
		this.partner = TextDiffMatch.partners(from, to, sameLabelFloor);
		this.inOrder = TextDiffOrder.kept(this.partner);
		this.lasting = chapters(from);
		this.lasting.retainAll(chapters(to));
	}

	static List<Change> articles(TextDiffUnits from, TextDiffUnits to) {
		return new TextDiffChanges(from.articles(), to.articles(), SAME_ARTICLE).list();
	}

	static List<Change> headings(TextDiffUnits from, TextDiffUnits to) {
		return new TextDiffChanges(from.headings(), to.headings(), 0).list();
	}

	private static Set<String> chapters(List<Unit> units) {
		return units.stream().map(Unit::chapter).collect(Collectors.toCollection(HashSet::new));
	}

	private List<Change> list() {
		int[] origin = TextDiffOrder.inverse(this.partner, this.to.size());
		List<Change> changes = new ArrayList<>();
		int next = 0;
		next = deletions(next, changes);
		for (int j = 0; j < this.to.size(); j++) {
			int i = origin[j];
			if (i < 0) {
				changes.add(one(Status.INSERTED, null, this.to.get(j).place(), Span.Kind.INSERTED, this.to.get(j)));
				continue;
			}
			changes.add(both(i, j));
			if (this.inOrder.get(i)) {
				next = deletions(Math.max(next, i + 1), changes);
			}
		}
		return changes;
	}

	/**
	 * Adds the deleted pieces that follow, up to the next piece that kept its order.
	 */
	private int deletions(int start, List<Change> changes) {
		int i = start;
		for (; i < this.from.size() && !this.inOrder.get(i); i++) {
			if (this.partner[i] < 0) {
				Unit unit = this.from.get(i);
				changes.add(one(Status.DELETED, unit.place(), null, Span.Kind.DELETED, unit));
			}
		}
		return i;
	}

	private static Change one(Status status, @Nullable Place from, @Nullable Place to, Span.Kind kind, Unit unit) {
		List<Span> spans = unit.text().isEmpty() ? List.of() : List.of(new Span(kind, unit.text()));
		return new Change(status, from, to, false, false, false, spans);
	}

	private Change both(int i, int j) {
		Unit before = this.from.get(i);
		Unit after = this.to.get(j);
		boolean changed = !before.text().equals(after.text());
		boolean moved = !this.inOrder.get(i) || toOtherChapter(before, after);
		boolean renumbered = !TextDiffUnits.squeezed(before.place().label())
			.equals(TextDiffUnits.squeezed(after.place().label()));
		return new Change(status(changed, moved, renumbered), before.place(), after.place(), changed, moved, renumbered,
				TextDiffSpans.between(before.text(), after.text()));
	}

	/**
	 * A chapter that was renamed, split or added moves nothing: only a step between two
	 * chapters that both texts have is a move.
	 */
	private boolean toOtherChapter(Unit before, Unit after) {
		return !before.chapter().equals(after.chapter()) && this.lasting.contains(before.chapter())
				&& this.lasting.contains(after.chapter());
	}

	private static Status status(boolean changed, boolean moved, boolean renumbered) {
		if (changed) {
			return Status.CHANGED;
		}
		if (moved) {
			return Status.MOVED;
		}
		return renumbered ? Status.RENUMBERED : Status.UNCHANGED;
	}

}
