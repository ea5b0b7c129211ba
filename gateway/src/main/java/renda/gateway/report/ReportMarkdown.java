package renda.gateway.report;

import java.util.Locale;

import renda.gateway.problem.ServiceNames;
import renda.gateway.problem.Text;

/**
 * The report as Markdown: the sentences, and below them of each number which records it
 * counts, with a link to them.
 */
final class ReportMarkdown {

	static final Text HEADING = Text.of("第%s届人大常委会工作报告数据", "Figures for the work report of term %s");

	static final Text AS_OF = Text.of("统计截止：%s", "Counted up to %s");

	static final Text WITHOUT = Text.of("下列服务未能应答，其数据标为暂缺：%s。",
			"These services did not answer, and their figures are marked missing: %s.");

	static final Text SOURCES = Text.of("附：数据来源", "Where the figures come from");

	private static final Text COLUMNS = Text.of("| 数据 | 准确数 | 统计口径 |", "| figure | exact number | what is counted |");

	private ReportMarkdown() {
	}

	/**
	 * @param gateway the address that links begin with
	 */
	static String of(WorkReport report, Locale language, String gateway) {
		StringBuilder out = new StringBuilder();
		out.append("# ").append(HEADING.in(language).formatted(report.term())).append("\n\n");
		out.append(AS_OF.in(language).formatted(report.asOf())).append('\n');
		if (!report.complete()) {
			out.append("\n> ")
				.append(WITHOUT.in(language).formatted(ServiceNames.in(language, report.missing())))
				.append('\n');
		}
		for (WorkReport.Part part : report.sections()) {
			out.append("\n## ").append(part.title().in(language)).append("\n\n");
			for (WorkReport.Said said : part.sentences()) {
				out.append("- ").append(escaped(said.text().in(language))).append('\n');
			}
		}
		sources(report, language, gateway, out);
		return out.toString();
	}

	private static void sources(WorkReport report, Locale language, String gateway, StringBuilder out) {
		if (report.counted().isEmpty()) {
			return;
		}
		out.append("\n## ").append(SOURCES.in(language)).append("\n\n");
		out.append(COLUMNS.in(language)).append("\n|---|---|---|\n");
		for (WorkReport.Shown figure : report.counted()) {
			String name = escaped(figure.name(language));
			out.append("| ")
				.append((figure.items() != null) ? "[" + name + "](<" + gateway + figure.items() + ">)" : name)
				.append(" | ")
				.append(escaped(figure.number(language)))
				.append(" | ")
				.append(escaped(figure.records(language)))
				.append(" |\n");
		}
	}

	private static String escaped(String words) {
		return words.replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
	}

}
