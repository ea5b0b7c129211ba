package renda.legislation.compare;

import org.junit.jupiter.api.Test;
import renda.legislation.format.FormatFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.compare.TextDiffFixtures.PARKS;
import static renda.legislation.compare.TextDiffFixtures.parks;
import static renda.legislation.compare.TextDiffFixtures.text;

class TextDiffHtmlTest {

	@Test
	void marksWhatWasPutInAndTakenOut() {
		String html = TextDiffHtml.render(TextDiff.between(parks(), text("某市公园条例", PARKS.replace("三日内", "五日内"))),
				"某市公园条例（2020年）", "草案");
		assertThat(html).contains(
				"<del><span class=\"sr\">〔删〕</span>三</del><ins><span class=\"sr\">〔增〕</span>五</ins>日内",
				"<article class=\"changed\">", "<html lang=\"zh-CN\">", "width=device-width", "修改 1 条",
				"<details><summary>第一条（未变）</summary>");
	}

	@Test
	void showsBothNumbersOfARenumberedArticle() {
		String html = TextDiffHtml.fragment(TextDiff.between(parks(), text("某市公园条例", PARKS.replace("第十二条 ", "第十三条 "))));
		assertThat(html).contains("<del>第十二条</del> <ins>第十三条</ins>", "序号调整");
	}

	@Test
	void escapesEverything() {
		TextDiff diff = TextDiff.between(FormatFixtures.hostile(), FormatFixtures.lakes());
		assertThat(TextDiffHtml.render(diff, "<img>", "\"x\"")).doesNotContain("<script", "<img", "\u0000");
	}

}
