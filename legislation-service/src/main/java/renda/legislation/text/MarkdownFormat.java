package renda.legislation.text;

import java.nio.charset.StandardCharsets;

/**
 * Writes a text in the layout that the import reads: title, head note, marker, body.
 * Reading it back gives the same body.
 */
final class MarkdownFormat {

	private final StringBuilder out = new StringBuilder();

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
				block("#".repeat(Math.min(depth, 6)) + " " + heading);
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

	private void article(Node node, int depth) {
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
