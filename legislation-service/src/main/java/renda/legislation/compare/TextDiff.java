package renda.legislation.compare;

import java.util.List;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalText;

/**
 * What is different between two legal texts, article by article. A text without articles,
 * such as a decision (决定), is compared by its top-level pieces.
 *
 * @param summary how many articles changed, by kind
 * @param title the title, as spans
 * @param headings the headings of both texts, from 编 to 节
 * @param articles the articles of both texts, and whatever stands outside them, in the
 * order of the new text; deleted ones after the piece they followed in the old text
 */
public record TextDiff(Summary summary, List<Span> title, List<Change> headings, List<Change> articles) {

	public TextDiff {
		title = List.copyOf(title);
		headings = List.copyOf(headings);
		articles = List.copyOf(articles);
	}

	/**
	 * Compares two texts. The work grows with their length, not with its square.
	 * @param from the old text
	 * @param to the new text
	 * @return what has changed; every piece of both texts occurs in it exactly once
	 */
	public static TextDiff between(LegalText from, LegalText to) {
		boolean byArticle = TextDiffUnits.hasArticles(from) || TextDiffUnits.hasArticles(to);
		TextDiffUnits before = TextDiffUnits.of(from, byArticle);
		TextDiffUnits after = TextDiffUnits.of(to, byArticle);
		List<Change> articles = TextDiffChanges.articles(before, after);
		return new TextDiff(Summary.of(articles), TextDiffSpans.between(from.title(), to.title()),
				TextDiffChanges.headings(before, after), articles);
	}

	/**
	 * Whether the texts are the same, titles, headings and numbering included.
	 */
	public boolean same() {
		return this.title.stream().allMatch((span) -> span.kind() == Span.Kind.EQUAL)
				&& this.headings.stream().allMatch((change) -> change.status() == Status.UNCHANGED)
				&& this.articles.stream().allMatch((change) -> change.status() == Status.UNCHANGED);
	}

	/**
	 * One article or heading in the old text, the new text, or both.
	 *
	 * @param status the most telling of the flags below; UNCHANGED where none is set
	 * @param from where it stands in the old text; null where it is new
	 * @param to where it stands in the new text; null where it is gone
	 * @param changed whether the words differ
	 * @param moved whether it stands in another order among its neighbours or in another
	 * chapter; an article that only shifted because others came or went has not moved
	 * @param renumbered whether its label differs
	 * @param spans its words: EQUAL and DELETED together are the old ones, EQUAL and
	 * INSERTED the new ones; lines are parted by a line feed
	 */
	public record Change(Status status, @Nullable Place from, @Nullable Place to, boolean changed, boolean moved,
			boolean renumbered, List<Span> spans) {

		public Change {
			spans = List.copyOf(spans);
		}

	}

	/**
	 * Where a piece stands in its text.
	 *
	 * @param id the id of the node
	 * @param label the label as printed: 第十条; empty where there is none
	 * @param within the headings above it, joined by a space: 第二章 地方立法权限; empty at the
	 * top
	 */
	public record Place(String id, String label, String within) {

	}

	/**
	 * A run of characters that both texts share or only one has.
	 *
	 * @param kind in which text it stands
	 * @param text the characters
	 */
	public record Span(Kind kind, String text) {

		/**
		 * In which text a span stands.
		 */
		public enum Kind {

			/** In both. */
			EQUAL,
			/** Only in the new text. */
			INSERTED,
			/** Only in the old text. */
			DELETED

		}

	}

	/**
	 * The kinds of change, the most telling first.
	 */
	public enum Status {

		/** Only in the new text (新增). */
		INSERTED,
		/** Only in the old text (删去). */
		DELETED,
		/** Other words (修改); perhaps moved or renumbered too. */
		CHANGED,
		/** The same words in another place (移动); perhaps renumbered too. */
		MOVED,
		/** The same words under another number (序号调整). */
		RENUMBERED,
		/** The same in both. */
		UNCHANGED

	}

	/**
	 * How many articles changed. One that is changed, moved and renumbered counts in all
	 * three.
	 *
	 * @param inserted only in the new text
	 * @param deleted only in the old text
	 * @param changed with other words
	 * @param moved in another place
	 * @param renumbered under another number
	 * @param unchanged the same in words, place and number
	 */
	public record Summary(int inserted, int deleted, int changed, int moved, int renumbered, int unchanged) {

		static Summary of(List<Change> changes) {
			int[] counts = new int[6];
			for (Change change : changes) {
				counts[0] += (change.status == Status.INSERTED) ? 1 : 0;
				counts[1] += (change.status == Status.DELETED) ? 1 : 0;
				counts[2] += change.changed ? 1 : 0;
				counts[3] += change.moved ? 1 : 0;
				counts[4] += change.renumbered ? 1 : 0;
				counts[5] += (change.status == Status.UNCHANGED) ? 1 : 0;
			}
			return new Summary(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
		}

	}

}
