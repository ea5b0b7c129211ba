package renda.legislation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import renda.legislation.text.LegalText;

import static org.assertj.core.api.Assertions.assertThat;

class DocxFormatTest {

	@Test
	void usesRealHeadings() throws IOException {
		try (XWPFDocument document = written(FormatFixtures.lakes())) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getStyle, XWPFParagraph::getText)
				.contains(tuple("Title", "某市湖泊保护条例"), tuple("Heading1", "第一编　总则"), tuple("Heading2", "第一章　一般规定"),
						tuple("Heading3", "第一节　目的"), tuple("Heading1", "附件　保护名录"));
			assertThat(document.getStyles().getStyle("Heading2").getCTStyle().getPPr().getOutlineLvl().getVal())
				.hasToString("1");
			assertThat(document.getStyles().getStyle("Heading2").getCTStyle().getRPr().getRFontsArray(0).getEastAsia())
				.isEqualTo("黑体");
		}
	}

	@Test
	void writesArticlesItemsAndTables() throws IOException {
		try (XWPFDocument document = written(FormatFixtures.lakes())) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.contains("第一条　为了保护湖泊，制定本条例。", "湖泊包括水库 & 湿地 <含人工湖>。", "（一）倾倒垃圾，包括：", "2.生活垃圾。");
			assertThat(document.getTables().getFirst().getRow(1).getCell(1).getText()).isEqualTo("103.5");
		}
	}

	@Test
	void opensWhateverIsInTheText() throws IOException {
		try (XWPFDocument document = written(FormatFixtures.hostile())) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText)
				.anyMatch((text) -> text.contains("103\ue010米"));
		}
		try (XWPFDocument document = written(FormatFixtures.empty())) {
			assertThat(document.getParagraphs()).isNotEmpty();
		}
	}

	private static Tuple tuple(String style, String text) {
		return Tuple.tuple(style, text);
	}

	private static XWPFDocument written(LegalText text) throws IOException {
		return new XWPFDocument(
				new ByteArrayInputStream(TextFormat.DOCX.write(FormatFixtures.hostileHeader(), text, List.of())));
	}

}
