package renda.gateway.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import renda.gateway.problem.ServiceNames;

/**
 * The report as a DOCX document in the fonts of Chinese official documents. On a page of
 * its own stands of each number which records it counts, with a link to them.
 */
final class ReportDocument {

	private ReportDocument() {
	}

	/**
	 * @param gateway the address that links begin with
	 */
	static byte[] of(WorkReport report, Locale language, String gateway) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XWPFParagraph title = document.createParagraph();
			title.setAlignment(ParagraphAlignment.CENTER);
			run(title, ReportMarkdown.HEADING.in(language).formatted(report.term()), "方正小标宋简体", 22);
			XWPFParagraph date = document.createParagraph();
			date.setAlignment(ParagraphAlignment.CENTER);
			run(date, ReportMarkdown.AS_OF.in(language).formatted(report.asOf()), "楷体", 16);
			if (!report.complete()) {
				body(document,
						ReportMarkdown.WITHOUT.in(language).formatted(ServiceNames.in(language, report.missing())));
			}
			for (WorkReport.Part part : report.sections()) {
				run(document.createParagraph(), part.title().in(language), "黑体", 16);
				for (WorkReport.Said said : part.sentences()) {
					body(document, said.text().in(language));
				}
			}
			sources(document, report, language, gateway);
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void sources(XWPFDocument document, WorkReport report, Locale language, String gateway) {
		if (report.counted().isEmpty()) {
			return;
		}
		XWPFParagraph heading = document.createParagraph();
		heading.setPageBreak(true);
		run(heading, ReportMarkdown.SOURCES.in(language), "黑体", 16);
		String colon = Locale.ENGLISH.equals(language) ? ": " : "：";
		String stop = Locale.ENGLISH.equals(language) ? ". " : "。";
		for (WorkReport.Shown figure : report.counted()) {
			XWPFParagraph paragraph = document.createParagraph();
			String name = figure.name(language);
			if (figure.items() != null) {
				XWPFRun link = paragraph.createHyperlinkRun(gateway + figure.items());
				link.setUnderline(UnderlinePatterns.SINGLE);
				written(link, name, "仿宋", 12);
			}
			else {
				run(paragraph, name, "仿宋", 12);
			}
			run(paragraph, colon + figure.number(language) + stop + figure.records(language), "仿宋", 12);
		}
	}

	private static void body(XWPFDocument document, String words) {
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setIndentationFirstLine(640);
		run(paragraph, words, "仿宋", 16);
	}

	private static void run(XWPFParagraph paragraph, String words, String font, int size) {
		written(paragraph.createRun(), words, font, size);
	}

	private static void written(XWPFRun run, String words, String font, int size) {
		run.setText(words);
		run.setFontFamily(font, FontCharRange.eastAsia);
		run.setFontFamily("Times New Roman", FontCharRange.ascii);
		run.setFontSize(size);
	}

}
