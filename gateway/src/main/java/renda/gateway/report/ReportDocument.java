package renda.gateway.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;

/**
 * The report as a DOCX document in the fonts of Chinese official documents.
 */
final class ReportDocument {

	private ReportDocument() {
	}

	static byte[] of(WorkReport report, Locale language) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XWPFParagraph title = document.createParagraph();
			title.setAlignment(ParagraphAlignment.CENTER);
			run(title, ReportMarkdown.HEADING.in(language).formatted(report.term()), "方正小标宋简体", 22);
			XWPFParagraph date = document.createParagraph();
			date.setAlignment(ParagraphAlignment.CENTER);
			run(date, ReportMarkdown.AS_OF.in(language).formatted(report.asOf()), "楷体", 16);
			if (!report.complete()) {
				body(document, ReportMarkdown.WITHOUT.in(language).formatted(String.join(", ", report.missing())));
			}
			for (WorkReport.Part part : report.sections()) {
				run(document.createParagraph(), part.title().in(language), "黑体", 16);
				for (WorkReport.Said said : part.sentences()) {
					body(document, said.text().in(language));
				}
			}
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void body(XWPFDocument document, String words) {
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setIndentationFirstLine(640);
		run(paragraph, words, "仿宋", 16);
	}

	private static void run(XWPFParagraph paragraph, String words, String font, int size) {
		XWPFRun run = paragraph.createRun();
		run.setText(words);
		run.setFontFamily(font, FontCharRange.eastAsia);
		run.setFontFamily("Times New Roman", FontCharRange.ascii);
		run.setFontSize(size);
	}

}
