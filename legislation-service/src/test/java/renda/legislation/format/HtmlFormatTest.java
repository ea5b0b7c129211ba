package renda.legislation.format;

import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static renda.legislation.format.FormatFixtures.header;
import static renda.legislation.format.FormatFixtures.hostile;
import static renda.legislation.format.FormatFixtures.hostileHeader;
import static renda.legislation.format.FormatFixtures.lakes;
import static renda.legislation.format.FormatFixtures.written;

class HtmlFormatTest {

	@Test
	void hasAnAnchorForEveryNodeAndATableOfContents() {
		String html = written(TextFormat.HTML, header(), lakes());
		lakes().nodes().forEach((node) -> assertThat(html).contains("id=\"" + node.id() + "\""));
		assertThat(html).contains("<html lang=\"zh-CN\">", "<a href=\"#chp_1\">第一章　一般规定</a>",
				"<span class=\"label\">第二条之一</span>", "<dt>施行</dt>\n<dd>2012年10月1日</dd>", "<td>103.5</td>");
	}

	@Test
	void linksReferencesAndRefusesScripts() {
		String id = "art_2__para_1__item_2";
		String html = written(TextFormat.HTML, header(), lakes(), new FormatLink(id, 2, 5, "#art_1"),
				new FormatLink(id, 3, 7, "#overlapping"), new FormatLink(id, 7, 9, "javascript:alert(1)"),
				new FormatLink(id, 10, 99, "#outside"));
		assertThat(html).contains("（二）违反<a href=\"#art_1\">第一条</a>规定排放污水。");
		assertThat(html).doesNotContain("javascript:", "overlapping", "outside");
	}

	@Test
	void escapesEverything() {
		String html = written(TextFormat.HTML, hostileHeader(), hostile());
		assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<v>", "\u0000", "\u0007");
		assertThatCode(() -> parse(html)).doesNotThrowAnyException();
	}

	private static void parse(String html) throws Exception {
		String xhtml = html.replaceFirst("(?s)^.*?<body>", "<body>").replace("</html>", "").replace("<br>", "<br/>");
		DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(xhtml)));
	}

}
