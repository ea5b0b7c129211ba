package renda.legislation.format;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import renda.legislation.text.LegalText;
import renda.legislation.parse.LegalTextReader;
import renda.legislation.parse.ReadResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MarkdownFormatTest {

	private static final String HEAD = """
			# 某市湖泊保护条例

			2012年6月29日某市第二届人民代表大会常务委员会第二次会议通过

			2012年7月27日某省第三届人民代表大会常务委员会第五次会议批准

			<!-- INFO END -->

			""";

	@Test
	void writesTheLayoutOfTheCollection() {
		String source = HEAD + """
				## 第一章 总则

				第一条 为了保护湖泊，制定本条例。

				湖泊包括水库。

				### 第一节 禁止

				第二条 湖区内禁止：

				（一）倾倒垃圾；

				1.建筑垃圾；

				（二）排放污水。
				""";
		assertThat(written(read(source))).isEqualTo(source);
	}

	@ParameterizedTest
	@MethodSource("sources")
	void readsBackAsTheSameText(String source) {
		LegalText text = read(source);
		LegalText again = read(written(text));
		assertThat(again.body()).isEqualTo(text.body());
		assertThat(again.title()).isEqualTo(text.title());
		assertThat(again.events()).isEqualTo(text.events());
	}

	static Stream<Arguments> sources() {
		return Stream.of(
				source("parts and subparts", HEAD
						+ "## 第一编 总则\n\n### 第一分编 一般\n\n#### 第一章 目的\n\n##### 第一节 词语\n\n第一条 甲。\n\n## 第二编 附则\n\n第二条 乙。\n"),
				source("an inserted article", HEAD + "第一条 甲。\n\n第一条之一 乙。\n\n第一条之二 丙。\n\n第二条 丁。\n"),
				source("an article that begins with an item", HEAD + "第一条 （一）甲；\n\n（二）乙。\n\n第二条 丙。\n"),
				source("an article that counts with 一、", HEAD + "第一条 下列行为：\n\n一、甲；\n\n二、乙。\n\n第二条 丙。\n"),
				source("a decision",
						"# 某市人民代表大会常务委员会关于修改《某市湖泊保护条例》的决定\n\n2018年8月29日某市人民代表大会常务委员会第九次会议通过\n\n<!-- INFO END -->\n\n某市人民代表大会常务委员会决定：\n\n一、第三条修改为：“湖泊包括湿地。”\n\n二、删去第五条。\n\n（一）其他。\n\n本决定自公布之日起施行。\n"),
				source("a table",
						HEAD + "第一条 水位如下：\n\n<!-- TABLE -->\n\n| 湖 | 水位 |\n| --- | --- |\n| 东湖 | 103 |\n\n第二条 乙。\n"),
				source("an annex", HEAD + "第一条 名录见附件。\n\n第二条 本条例自2013年1月1日起施行。\n\n附件：保护名录\n\n东湖。\n\n一、大湖\n\n1.西湖\n"),
				source("articles inside an annex", HEAD + "第一条 甲。\n\n第二条 乙。\n\n附件1 评分办法\n\n第一条 丙。\n\n第二条 丁。\n"),
				source("a lost glyph and a bracket", HEAD + "第一条 水位103\ue010米，<本市>。\n\n第二条 依照《某省实施〈水法〉办法》执行。\n"),
				source("marked headings without numbers",
						HEAD + "## 第一章 总则\n\n第一条 甲。\n\n## 监督\n\n第二条 乙。\n\n## 一、名单\n\n第三条 丙。\n"),
				source("a marked sentence among articles", HEAD + "第一条 甲。\n\n## 一、说明。\n\n第二条 乙。\n"),
				source("a bare first chapter", HEAD + "总则\n\n第一条 甲。\n\n## 第二章 管理\n\n第二条 乙。\n"));
	}

	private static Arguments source(String name, String source) {
		return arguments(named(name, source));
	}

	private static LegalText read(String source) {
		return ((ReadResult.Read) LegalTextReader.read("某市湖泊保护条例.md", source)).text();
	}

	private static String written(LegalText text) {
		return FormatFixtures.written(TextFormat.MARKDOWN, FormatFixtures.header(), text);
	}

}
