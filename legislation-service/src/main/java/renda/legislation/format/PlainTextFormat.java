package renda.legislation.format;

import java.nio.charset.StandardCharsets;

import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Writes a text as words, one line a piece, headings set off by an empty line.
 */
final class PlainTextFormat {

	private final StringBuilder out = new StringBuilder();

	private PlainTextFormat() {
	}

	static byte[] write(FormatHeader header, LegalText text) {
		PlainTextFormat format = new PlainTextFormat();
		format.line(text.title());
		format.line("");
		text.events().forEach((event) -> format.line(event.text()));
		header.lines().forEach((line) -> format.line(line.name() + "：" + line.value()));
		format.line("");
		text.body().forEach(format::node);
		return format.out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void line(String text) {
		this.out.append(FormatText.xml(text)).append('\n');
	}

	private void node(Node node) {
		switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> {
				line("");
				line(join(node));
				line("");
				node.children().forEach(this::node);
			}
			case ARTICLE -> article(node);
			case PARAGRAPH, TABLE -> {
				line(node.label() + node.text());
				node.children().forEach(this::node);
			}
			case ITEM, POINT -> {
				line((node.kind() == Node.Kind.ITEM) ? "　　" + node.label() + node.text()
						: "　　　" + node.label() + node.text());
				node.children().forEach(this::node);
			}
		}
	}

	private void article(Node node) {
		boolean joined = !node.children().isEmpty() && node.children().getFirst().kind() == Node.Kind.PARAGRAPH;
		if (!joined) {
			line(join(node));
			node.children().forEach(this::node);
			return;
		}
		Node first = node.children().getFirst();
		line(node.label() + "　" + node.text() + first.text());
		first.children().forEach(this::node);
		node.children().stream().skip(1).forEach(this::node);
	}

	private static String join(Node node) {
		return (node.label() + "　" + node.text()).strip();
	}

}
