package renda.legislation.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a legal text.
 *
 * @param kind what the piece is
 * @param id stable within the text, unique, in the manner of Akoma Ntoso ids:
 * {@code art_10}, {@code art_10-1} (第十条之一), {@code art_10__para_2__item_3},
 * {@code chp_2}; a label that occurs twice gets {@code ~2}, never a position
 * @param label as printed: {@code 第十条之一}, {@code （一）}; empty where there is none (款)
 * @param text the piece's own words: the heading of a chapter, the words of a paragraph
 * or item; empty for an article, whose words are in its paragraphs
 * @param children the pieces inside, in the order of the text
 */
public record Node(Kind kind, String id, String label, String text, List<Node> children) {

	public Node {
		children = List.copyOf(children);
	}

	/**
	 * The piece and all pieces inside it, parents first.
	 */
	public Stream<Node> stream() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(Node::stream));
	}

	/**
	 * The words of the piece and of all pieces inside it, one line a piece, labels of
	 * items and points included.
	 */
	public String plainText() {
		return stream()
			.map((node) -> (node == this || node.kind == Kind.PARAGRAPH) ? node.text : node.label + node.text)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * The id of the article a piece is in: {@code art_10} for {@code art_10__para_2}.
	 */
	public static String article(String id) {
		int end = id.indexOf("__");
		return (id.startsWith("art_") && end > 0) ? id.substring(0, end) : id;
	}

	/**
	 * The kinds of pieces, from the largest to the smallest: 编 to 目 (LEG-58, LEG-59). A
	 * paragraph bears no number, an item （一）, a point 1.
	 */
	public enum Kind {

		/** 编. */
		PART,
		/** 分编. */
		SUBPART,
		/** 章. */
		CHAPTER,
		/** 节. */
		SECTION,
		/** A heading that is none of these: 一、… in a decision, an annex title. */
		HEADING,
		/** 条. */
		ARTICLE,
		/** 款: an unnumbered paragraph, in an article or free-standing. */
		PARAGRAPH,
		/** 项: （一）. */
		ITEM,
		/** 目: 1. */
		POINT,
		/** A table, its Markdown rows kept as text. */
		TABLE,
		/** An annex (附件) after the last article. */
		ANNEX

	}

}
