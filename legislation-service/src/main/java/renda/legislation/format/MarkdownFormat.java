package renda.legislation.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Writes a text in the layout that the import reads: title, head note, marker, body.
 * Reading it back gives the same body.
 */
final class MarkdownFormat {

	/** What ends with a sentence is numbered text, 一、…, and no heading to the eye. */
	private static final Pattern SENTENCE = Pattern.compile("[。；：]");

	private final StringBuilder out = new StringBuilder();

	private boolean chapters;

	private boolean articles;

	private boolean annexes;

	private MarkdownFormat() {
	}

	static byte[] write(LegalText text) {
		MarkdownFormat format = new MarkdownFormat();
		format.block("# " + text.title());
		text.events().forEach((event) -> format.block(event.text()));
		format.block("<!-- INFO END -->");
		text.body().forEach((node) -> format.node(node, 2));
		return format.out.toString().strip().concat("\n").getBytes(StandardCharsets.UTF_8);
	}

	private void block(String text) {
		this.out.append(FormatText.xml(text)).append("\n\n");
	}

	private void node(Node node, int depth) {
		switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> {
				String heading = (node.label() + " " + node.text()).strip();
				block(isBare(node) ? heading : "#".repeat(Math.min(depth, 6)) + " " + heading);
				node.children().forEach((child) -> node(child, depth + 1));
			}
			case ARTICLE -> article(node, depth);
			case TABLE -> block("<!-- TABLE -->\n\n" + node.text());
			case PARAGRAPH, ITEM, POINT -> {
				block(node.label() + node.text());
				node.children().forEach((child) -> node(child, depth));
			}
		}
	}

	/**
	 * Whether a heading was read from a line without a mark, and is only read as the same
	 * again from such a line.
	 */
	private boolean isBare(Node node) {
		this.chapters |= node.kind() == Node.Kind.CHAPTER && !node.label().isEmpty();
		boolean bare = node.label().isEmpty()
				&& (node.kind() == Node.Kind.SECTION || (node.kind() == Node.Kind.CHAPTER && !this.chapters));
		this.annexes |= node.kind() == Node.Kind.ANNEX;
		boolean amongArticles = this.articles && !this.annexes;
		return bare || (node.kind() == Node.Kind.HEADING && !amongArticles && SENTENCE.matcher(node.text()).find());
	}

	private void article(Node node, int depth) {
		this.articles = true;
		if (node.children().isEmpty() || node.children().getFirst().kind() != Node.Kind.PARAGRAPH) {
			block((node.label() + " " + node.text()).strip());
			node.children().forEach((child) -> node(child, depth));
			return;
		}
		Node first = node.children().getFirst();
		block(node.label() + " " + node.text() + first.text());
		first.children().forEach((child) -> node(child, depth));
		node.children().stream().skip(1).forEach((child) -> node(child, depth));
	}

}
