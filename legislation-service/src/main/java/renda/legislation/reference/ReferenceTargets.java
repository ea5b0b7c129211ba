package renda.legislation.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.Node.Kind;

/**
 * The pieces of a text that can be referred to, and the place each stands in.
 */
final class ReferenceTargets {

	private static final int PARAGRAPHS = 40;

	private final Set<String> ids = new HashSet<>();

	private final List<Place> places = new ArrayList<>();

	private String article = "";

	ReferenceTargets(LegalText text) {
		text.body().forEach((node) -> walk(node, new Place(node, "", "", "", "", "", "")));
	}

	/**
	 * Whether a piece can be meant: one that exists, or any where there are articles to
	 * count.
	 */
	boolean plausible(String id) {
		return !this.article.isEmpty() || this.ids.contains(id);
	}

	/** The places whose words can refer, in the order of the text. */
	List<Place> places() {
		return this.places;
	}

	private void walk(Node node, Place above) {
		this.ids.add(node.id());
		Place place = above.with(node);
		if (node.kind() == Kind.ARTICLE) {
			place = place.inArticle(this.article);
			this.article = node.id();
		}
		boolean numbered = node.kind() == Kind.HEADING && !node.label().isEmpty();
		if (!node.text().isEmpty() && (numbered || node.kind() == Kind.PARAGRAPH || node.kind() == Kind.ITEM
				|| node.kind() == Kind.POINT)) {
			this.places.add(place);
		}
		String paragraph = "";
		String item = "";
		for (Node child : node.children()) {
			boolean para = child.kind() == Kind.PARAGRAPH;
			walk(child, para ? place.after(paragraph, "") : place.after(place.before, item));
			paragraph = para ? child.id() : paragraph;
			item = (child.kind() == Kind.ITEM) ? child.id() : item;
		}
	}

	/**
	 * The id of a piece of this text: the item where it exists, else the paragraph, else
	 * the article.
	 */
	String resolve(String base, String paragraph, String item, String point) {
		String id = base;
		if (!paragraph.isEmpty()) {
			if (!this.ids.contains(id + "__para_" + paragraph)) {
				return id;
			}
			id += "__para_" + paragraph;
		}
		if (item.isEmpty()) {
			return id;
		}
		String found = item(id, item);
		if (!found.isEmpty() && !point.isEmpty() && this.ids.contains(found + "__point_" + point)) {
			return found + "__point_" + point;
		}
		return found.isEmpty() ? id : found;
	}

	private String item(String base, String item) {
		if (this.ids.contains(base + "__item_" + item)) {
			return base + "__item_" + item;
		}
		for (int i = 1; i <= PARAGRAPHS && this.ids.contains(base + "__para_" + i); i++) {
			String id = base + "__para_" + i + "__item_" + item;
			if (this.ids.contains(id)) {
				return id;
			}
		}
		return "";
	}

	/**
	 * Where a node stands.
	 *
	 * @param node the node
	 * @param article the article it is in, empty for none
	 * @param previous the article before that one
	 * @param paragraph the paragraph it is in
	 * @param before the paragraph before that one
	 * @param item the item before it
	 * @param division the chapter or section it is in, the section first
	 */
	record Place(Node node, String article, String previous, String paragraph, String before, String item,
			String division) {

		private Place with(Node child) {
			boolean division = child.kind() == Kind.CHAPTER || child.kind() == Kind.SECTION;
			return new Place(child, (child.kind() == Kind.ARTICLE) ? child.id() : this.article, this.previous,
					(child.kind() == Kind.PARAGRAPH) ? child.id() : this.paragraph, this.before, this.item,
					division ? child.id() : this.division);
		}

		private Place inArticle(String last) {
			return new Place(this.node, this.article, last, "", "", "", this.division);
		}

		private Place after(String paragraph, String sibling) {
			return new Place(this.node, this.article, this.previous, this.paragraph, paragraph, sibling, this.division);
		}

	}

}
