package renda.legislation.format;

import java.io.IOException;
import java.io.StringReader;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The styles of a written text, after the habits of official documents: 黑体 for headings,
 * 仿宋 in 三号 for the body. Fonts are named, not embedded.
 */
final class DocxStyles {

	private static final String STYLES = """
			<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
			<w:docDefaults><w:rPrDefault><w:rPr>
			<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="仿宋"/>
			<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>
			</w:rPr></w:rPrDefault></w:docDefaults>
			<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
			<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>
			<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
			%s</w:styles>
			""";

	private static final String PARAGRAPH = """
			<w:style w:type="paragraph" w:customStyle="%s" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/>
			<w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>
			""";

	private static final String CENTRED = "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"240\" w:lineRule=\"auto\"/>"
			+ "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>";

	private static final String BLACK = "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"黑体\"/>";

	private static final String LABEL = """
			<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:rPr>%s<w:b/></w:rPr></w:style>
			"""
		.formatted(BLACK);

	static final int DEEPEST_HEADING = 6;

	private DocxStyles() {
	}

	static void addTo(XWPFDocument document) throws IOException {
		document.createStyles().setStyles(styles());
	}

	private static CTStyles styles() throws IOException {
		StringBuilder styles = new StringBuilder();
		styles.append(style(false, "Title", "Title", CENTRED.formatted(0, 400), BLACK + size(44)));
		for (int level = 1; level <= DEEPEST_HEADING; level++) {
			String outline = "<w:outlineLvl w:val=\"%d\"/>".formatted(level - 1);
			styles.append(style(false, "Heading" + level, "heading " + level,
					"<w:keepNext/>" + CENTRED.formatted(320, 320) + outline, BLACK + size((level == 1) ? 36 : 32)));
		}
		styles.append(style(true, "HeadNote", "Head note", CENTRED.formatted(0, 60),
				"<w:rFonts w:eastAsia=\"楷体\"/>" + size(28)));
		styles.append(style(true, "Cell", "Cell", CENTRED.formatted(0, 0), size(24)));
		try {
			return StylesDocument.Factory.parse(new StringReader(STYLES.formatted(styles + LABEL))).getStyles();
		}
		catch (XmlException ex) {
			throw new IOException(ex);
		}
	}

	private static String size(int halfPoints) {
		return "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>".formatted(halfPoints, halfPoints);
	}

	private static String style(boolean custom, String id, String name, String paragraph, String run) {
		return PARAGRAPH.formatted(custom ? "1" : "0", id, name, paragraph, run);
	}

}
