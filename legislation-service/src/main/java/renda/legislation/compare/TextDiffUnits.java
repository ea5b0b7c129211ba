package renda.legislation.compare;

import java.util.ArrayList;
import java.util.List;

import renda.legislation.compare.TextDiff.Place;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * A text cut into what is compared: its headings, and its articles with whatever stands
 * outside them.
 */
record TextDiffUnits(List<Unit> headings, List<Unit> articles) {

	static boolean hasArticles(LegalText text) {
		return text.nodes().anyMatch((node) -> node.kind() == Node.Kind.ARTICLE);
	}

	static TextDiffUnits of(LegalText text, boolean byArticle) {
		TextDiffUnits units = new TextDiffUnits(new ArrayList<>(), new ArrayList<>());
		if (byArticle) {
			text.body().forEach((node) -> units.collect(node, "", ""));
		}
		else {
			text.body().forEach((node) -> units.articles.add(Unit.of(node, node.plainText(), "", "")));
		}
		return units;
	}

	private void collect(Node node, String within, String key) {
		if (!isContainer(node)) {
			this.articles.add(Unit.of(node, node.plainText(), within, key));
			return;
		}
		this.headings.add(Unit.of(node, node.text(), within, key));
		String heading = (node.label() + " " + node.text()).strip();
		String inside = within.isEmpty() ? heading : within + " " + heading;
		String words = key + "/" + squeezed(node.text());
		node.children().forEach((child) -> collect(child, inside, words));
	}

	private static boolean isContainer(Node node) {
		return switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> true;
			case ARTICLE, PARAGRAPH, ITEM, POINT, TABLE -> false;
		};
	}

	static String squeezed(String text) {
		return text.chars()
			.filter((c) -> !Character.isWhitespace(c) && c != '\u00a0')
			.collect(StringBuilder::new, (builder, c) -> builder.append((char) c), StringBuilder::append)
			.toString();
	}

	/**
	 * @param text the words compared
	 * @param chapter the words of the headings above, without their numbers
	 */
	record Unit(Place place, String text, String chapter) {

		static Unit of(Node node, String text, String within, String chapter) {
			return new Unit(new Place(node.id(), node.label(), within), text, chapter);
		}

		boolean sameLabel(Unit other) {
			return !this.place.label().isEmpty() && squeezed(this.place.label()).equals(squeezed(other.place.label()));
		}

	}

}
