package renda.legislation.compare;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import renda.legislation.compare.TextDiff.Change;
import renda.legislation.compare.TextDiff.Place;
import renda.legislation.compare.TextDiff.Span;
import renda.legislation.compare.TextDiff.Status;
import renda.legislation.compare.TextDiff.Summary;
import renda.legislation.format.FormatText;
import renda.legislation.format.HtmlPage;

/**
 * Shows a comparison as HTML: what was put in and taken out is marked up as such, in
 * words as well as in colour, and unchanged articles can be folded away.
 */
final class TextDiffHtml {

	private static final String STYLE = """
			ins{background:#d9f2dd;color:#0b4f1c;text-decoration:underline}
			del{background:#fbdcdc;color:#7d1010;text-decoration:line-through}
			.badge{font:.8rem/1.6 sans-serif;border:1px solid #888;border-radius:.3em;padding:0 .4em;margin-left:.5em;color:#333}
			article{border-left:4px solid #ccc;padding:.2em .8em;margin:.8em 0}
			article.inserted{border-color:#2e8b45}
			article.deleted{border-color:#b3261e}
			article.changed{border-color:#b07600}
			article.moved,article.renumbered{border-color:#0b57a4}
			article h3{text-align:left;font-size:1rem;margin:.2em 0}
			article p{text-indent:0;white-space:pre-line}
			.within{color:#666;font-size:.85rem}
			.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
			""";

	private final StringBuilder out = new StringBuilder();

	private TextDiffHtml() {
	}

	/**
	 * A whole page, with nothing to load.
	 * @param diff the comparison
	 * @param from what the old text is called: 某市公园条例（2012年）
	 * @param to what the new text is called
	 * @return a page in Chinese; all words of the texts are escaped
	 */
	static String render(TextDiff diff, String from, String to) {
		return HtmlPage.head("对照：" + from + " → " + to, STYLE) + "<main>\n<h1>" + FormatText.html(from) + " → "
				+ FormatText.html(to) + "</h1>\n" + fragment(diff) + "</main>\n</body>\n</html>\n";
	}

	/**
	 * The comparison alone, to be put into a page.
	 */
	static String fragment(TextDiff diff) {
		TextDiffHtml html = new TextDiffHtml();
		html.write(diff);
		return html.out.toString();
	}

	private void write(TextDiff diff) {
		Summary summary = diff.summary();
		this.out.append("<p class=\"note\">新增 %d 条，删去 %d 条，修改 %d 条，移动 %d 条，序号调整 %d 条，未变 %d 条</p>\n".formatted(
				summary.inserted(), summary.deleted(), summary.changed(), summary.moved(), summary.renumbered(),
				summary.unchanged()));
		this.out.append("<h2>");
		spans(diff.title());
		this.out.append("</h2>\n");
		if (diff.headings().stream().anyMatch((change) -> change.status() != Status.UNCHANGED)) {
			this.out.append("<section aria-label=\"章节标题的变化\">\n");
			diff.headings().stream().filter((change) -> change.status() != Status.UNCHANGED).forEach(this::change);
			this.out.append("</section>\n");
		}
		this.out.append("<section aria-label=\"条文对照\">\n");
		diff.articles().forEach((change) -> {
			if (change.status() == Status.UNCHANGED) {
				this.out.append("<details><summary>").append(FormatText.html(label(change.to()))).append("（未变）");
				this.out.append("</summary>\n");
				change(change);
				this.out.append("</details>\n");
			}
			else {
				change(change);
			}
		});
		this.out.append("</section>\n");
	}

	private void change(Change change) {
		this.out.append("<article class=\"").append(change.status().name().toLowerCase(Locale.ROOT));
		this.out.append("\">\n<h3>").append(labels(change)).append(badges(change)).append("</h3>\n");
		if (change.moved()) {
			this.out.append("<div class=\"within\">").append(FormatText.html(within(change.from()))).append(" → ");
			this.out.append(FormatText.html(within(change.to()))).append("</div>\n");
		}
		this.out.append("<p>");
		spans(change.spans());
		this.out.append("</p>\n</article>\n");
	}

	private static String labels(Change change) {
		String before = FormatText.html(label(change.from()));
		String after = FormatText.html(label(change.to()));
		if (change.from() == null || change.to() == null || !change.renumbered()) {
			return (change.to() == null) ? before : after;
		}
		return "<del>" + before + "</del> <ins>" + after + "</ins>";
	}

	private static String badges(Change change) {
		return switch (change.status()) {
			case INSERTED -> badge("新增");
			case DELETED -> badge("删去");
			case CHANGED, MOVED, RENUMBERED, UNCHANGED -> (change.changed() ? badge("修改") : "")
					+ (change.moved() ? badge("移动") : "") + (change.renumbered() ? badge("序号调整") : "");
		};
	}

	private static String badge(String words) {
		return "<span class=\"badge\">" + words + "</span>";
	}

	private static String label(@Nullable Place place) {
		return (place == null) ? "" : place.label().isEmpty() ? "（无序号）" : place.label();
	}

	private static String within(@Nullable Place place) {
		return (place == null || place.within().isEmpty()) ? "（无章节）" : place.within();
	}

	private void spans(List<Span> spans) {
		for (Span span : spans) {
			String words = FormatText.html(span.text());
			this.out.append(switch (span.kind()) {
				case EQUAL -> words;
				case INSERTED -> "<ins><span class=\"sr\">〔增〕</span>" + words + "</ins>";
				case DELETED -> "<del><span class=\"sr\">〔删〕</span>" + words + "</del>";
			});
		}
	}

}
