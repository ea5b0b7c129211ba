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

	private static final String HEAD = """
			<!DOCTYPE html>
			<html lang="zh-CN">
			<head>
			<meta charset="UTF-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>%s</title>
			<style>
			%s</style>
			</head>
			<body>
			""";

	static final String STYLE = """
			body{max-width:46rem;margin:0 auto;padding:1rem;font:1.05rem/1.9 "Noto Serif CJK SC","Songti SC",SimSun,serif;color:#1a1a1a;background:#fff}
			h1{text-align:center;font-size:1.6rem;line-height:1.4}
			h2,h3,h4,h5,h6{text-align:center;font-size:1.2rem;margin:2em 0 1em}
			h1,h2,h3,h4,h5,h6,.label{font-family:"Noto Sans CJK SC","Heiti SC",SimHei,sans-serif}
			p{margin:.4em 0;text-indent:2em;overflow-wrap:anywhere}
			.label{font-weight:bold}
			.point{padding-left:2em}
			.note{text-indent:0;text-align:center;color:#555}
			dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1em;font-size:.95rem;color:#444}
			dd{margin:0;overflow-wrap:anywhere}
			nav ul{list-style:none;padding-left:1.2em;margin:0}
			a{color:#0b57a4}
			:target{background:#fff3c4}
			table{border-collapse:collapse;display:block;overflow-x:auto}
			th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}
			@media print{nav{display:none}body{max-width:none;padding:0}a{color:inherit;text-decoration:none}h2,h3,h4{break-after:avoid}}
			""";

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

	static String head(String title, String style) {
		return HEAD.formatted(FormatText.html(title), style);
	}

	private void page(FormatHeader header, LegalText text) {
		this.out.append(head(text.title(), STYLE)).append("<header>\n<h1>").append(FormatText.html(text.title()));
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
