package renda.legislation.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;

/**
 * Writes a text as a Word document: A4, real headings for the navigation pane, page
 * numbers.
 */
final class DocxFormat {

	/** Word opens no table with more columns. */
	private static final int MOST_COLUMNS = 63;

	private final XWPFDocument document;

	private DocxFormat(XWPFDocument document) {
		this.document = document;
	}

	static byte[] write(FormatHeader header, LegalText text) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (XWPFDocument document = new XWPFDocument()) {
			DocxStyles.addTo(document);
			new DocxFormat(document).document(header, text);
			document.write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private void document(FormatHeader header, LegalText text) {
		this.document.getProperties().getCoreProperties().setTitle(FormatText.xmlLine(text.title()));
		this.document.getProperties().getCoreProperties().setCreator(FormatText.xmlLine(header.organ()));
		paragraph("Title", text.title());
		text.events().forEach((event) -> paragraph("HeadNote", event.text()));
		header.lines().forEach((line) -> paragraph("HeadNote", line.name() + "：" + line.value()));
		text.body().forEach((node) -> node(node, 1));
		page();
	}

	private void page() {
		var section = this.document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setW(11906);
		size.setH(16838);
		CTPageMar margins = section.addNewPgMar();
		margins.setTop(2098);
		margins.setBottom(1984);
		margins.setLeft(1588);
		margins.setRight(1474);
		margins.setHeader(851);
		margins.setFooter(992);
		margins.setGutter(0);
		XWPFParagraph number = this.document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
		number.setStyle("Cell");
		number.setAlignment(ParagraphAlignment.CENTER);
		number.getCTP().addNewFldSimple().setInstr("PAGE");
	}

	private XWPFParagraph paragraph(String style, String words) {
		XWPFParagraph paragraph = this.document.createParagraph();
		if (!style.isEmpty()) {
			paragraph.setStyle(style);
		}
		run(paragraph, words);
		return paragraph;
	}

	private static XWPFRun run(XWPFParagraph paragraph, String words) {
		XWPFRun run = paragraph.createRun();
		List<String> lines = FormatText.xml(words).lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			if (i > 0) {
				run.addBreak();
			}
			run.setText(lines.get(i), i);
		}
		return run;
	}

	private void node(Node node, int level) {
		switch (node.kind()) {
			case PART, SUBPART, CHAPTER, SECTION, HEADING, ANNEX -> {
				paragraph("Heading" + Math.min(level, DocxStyles.DEEPEST_HEADING),
						(node.label() + "　" + node.text()).strip());
				node.children().forEach((child) -> node(child, level + 1));
			}
			case ARTICLE -> article(node, level);
			case PARAGRAPH, ITEM, POINT -> {
				paragraph("", node.label() + node.text());
				node.children().forEach((child) -> node(child, level));
			}
			case TABLE -> {
				table(node);
				node.children().forEach((child) -> node(child, level));
			}
		}
	}

	private void article(Node node, int level) {
		XWPFParagraph paragraph = this.document.createParagraph();
		run(paragraph, node.label()).setStyle("Label");
		boolean joined = !node.children().isEmpty() && node.children().getFirst().kind() == Node.Kind.PARAGRAPH;
		run(paragraph, "　" + node.text() + (joined ? node.children().getFirst().text() : ""));
		if (joined) {
			node.children().getFirst().children().forEach((child) -> node(child, level));
		}
		node.children().stream().skip(joined ? 1 : 0).forEach((child) -> node(child, level));
	}

	private void table(Node node) {
		FormatTable rows = FormatTable.of(node.text());
		if (rows.rows().isEmpty()) {
			return;
		}
		int columns = Math.min(rows.columns(), MOST_COLUMNS);
		XWPFTable table = this.document.createTable(rows.rows().size(), columns);
		table.setWidth("100%");
		for (int r = 0; r < rows.rows().size(); r++) {
			List<String> cells = rows.rows().get(r);
			for (int c = 0; c < columns && c < cells.size(); c++) {
				XWPFParagraph cell = table.getRow(r).getCell(c).getParagraphs().getFirst();
				cell.setStyle("Cell");
				run(cell, cells.get(c)).setBold(r == 0 && rows.heading());
			}
		}
	}

}
