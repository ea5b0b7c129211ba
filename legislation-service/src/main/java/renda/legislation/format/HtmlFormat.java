package renda.legislation.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Writes a text as one self-contained page: table of contents, an anchor for every node,
 * references as links. Reads on a phone and prints.
 */
final class HtmlFormat {

	private final StringBuilder out = new StringBuilder();

	private final Map<String, List<FormatLink>> links;

	private HtmlFormat(List<FormatLink> links) {
		this.links = FormatLink.byNode(links);
	}

	static byte[] write(FormatHeader header, LegalText text, List<FormatLink> links) {
		HtmlFormat format = new HtmlFormat(links);
		format.page(header, text);
		return format.out.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void page(FormatHeader header, LegalText text) {
		this.out.append(HtmlPage.head(text.title(), "")).append("<header>\n<h1>").append(FormatText.html(text.title()));
		this.out.append("</h1>\n");
		text.events().forEach((event) -> element("p class=\"note\"", "p", event.text()));
		if (!header.lines().isEmpty()) {
			this.out.append("<dl>\n");
			header.lines().forEach((line) -> {
				element("dt", "dt", line.name());
				element("dd", "dd", line.value());
			});
			this.out.append("</dl>\n");
		}
		this.out.append("</header>\n");
		if (text.body().stream().anyMatch(HtmlFormat::isHeading)) {
			this.out.append("<nav aria-label=\"目录\">\n");
			contents(text.body());
			this.out.append("</nav>\n");
		}
		this.out.append("<main>\n");
		text.body().forEach((node) -> node(node, 2));
		this.out.append("</main>\n</body>\n</html>\n");
	}

	private void element(String open, String close, String text) {
		this.out.append('<').append(open).append('>').append(FormatText.html(text));
		this.out.append("</").append(close).append(">\n");
	}

	private static boolean isHeading(Node node) {
		return switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> true;
			case ARTICLE, PARAGRAPH, ITEM, POINT, TABLE -> false;
		};
	}

	private void contents(List<Node> nodes) {
		List<Node> headings = nodes.stream().filter(HtmlFormat::isHeading).toList();
		if (headings.isEmpty()) {
			return;
		}
		this.out.append("<ul>\n");
		for (Node heading : headings) {
			this.out.append("<li><a href=\"#").append(FormatText.html(FormatText.id(heading.id()))).append("\">");
			this.out.append(FormatText.html(title(heading))).append("</a>\n");
			contents(heading.children());
			this.out.append("</li>\n");
		}
		this.out.append("</ul>\n");
	}

	private static String title(Node node) {
		return (node.label() + "　" + node.text()).strip();
	}

	private void node(Node node, int level) {
		switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> {
				String tag = "h" + Math.min(level, 6);
				this.out.append("<section").append(id(node)).append("><").append(tag).append('>');
				this.out.append(FormatText.html((node.label().isEmpty()) ? "" : node.label() + "　"));
				words(node);
				this.out.append("</").append(tag).append(">\n");
				node.children().forEach((child) -> node(child, level + 1));
				this.out.append("</section>\n");
			}
			case ARTICLE -> article(node, level);
			case PARAGRAPH, ITEM, POINT -> {
				paragraph(node, "");
				node.children().forEach((child) -> node(child, level));
			}
			case TABLE -> table(node);
		}
	}

	private void article(Node node, int level) {
		String label = "<span class=\"label\">" + FormatText.html(node.label()) + "</span>　";
		this.out.append("<div class=\"article\"").append(id(node)).append(">\n");
		boolean joined = !node.children().isEmpty() && node.children().getFirst().kind() == Node.Kind.PARAGRAPH
				&& node.text().isEmpty();
		if (joined) {
			Node first = node.children().getFirst();
			paragraph(first, label);
			first.children().forEach((child) -> node(child, level));
		}
		else {
			this.out.append("<p>").append(label);
			words(node);
			this.out.append("</p>\n");
		}
		node.children().stream().skip(joined ? 1 : 0).forEach((child) -> node(child, level));
		this.out.append("</div>\n");
	}

	private void paragraph(Node node, String before) {
		String kind = (node.kind() == Node.Kind.POINT) ? "<p class=\"point\"" : "<p";
		this.out.append(kind).append(id(node)).append('>').append(before).append(FormatText.html(node.label()));
		words(node);
		this.out.append("</p>\n");
	}

	private void words(Node node) {
		for (FormatLink.Piece piece : FormatLink.pieces(node.text(), this.links.getOrDefault(node.id(), List.of()))) {
			String words = FormatText.html(piece.text()).replace("\n", "<br>");
			if (piece.href().isEmpty()) {
				this.out.append(words);
			}
			else {
				this.out.append("<a href=\"").append(FormatText.html(piece.href())).append("\">");
				this.out.append(words).append("</a>");
			}
		}
	}

	private void table(Node node) {
		FormatTable table = FormatTable.of(node.text());
		this.out.append("<table").append(id(node)).append(">\n");
		for (int i = 0; i < table.rows().size(); i++) {
			String cell = (i == 0 && table.heading()) ? "th" : "td";
			this.out.append("<tr>");
			table.rows().get(i).forEach((words) -> element(cell, cell, words));
			this.out.append("</tr>\n");
		}
		this.out.append("</table>\n");
		node.children().forEach((child) -> node(child, 6));
	}

	private static String id(Node node) {
		return " id=\"" + FormatText.html(FormatText.id(node.id())) + "\"";
	}

}
