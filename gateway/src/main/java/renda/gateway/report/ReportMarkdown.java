package renda.gateway.report;

import java.util.Locale;

import renda.gateway.problem.Text;

/**
 * The report as Markdown.
 */
final class ReportMarkdown {

	static final Text HEADING = Text.of("第%s届人大常委会工作报告数据", "Figures for the work report of term %s");

	static final Text AS_OF = Text.of("统计截止：%s", "Counted up to %s");

	static final Text WITHOUT = Text.of("下列服务未能应答，其数据标为暂缺：%s",
			"These services did not answer, and their figures are marked missing: %s");

	private ReportMarkdown() {
	}

	static String of(WorkReport report, Locale language) {
		StringBuilder out = new StringBuilder();
		out.append("# ").append(HEADING.in(language).formatted(report.term())).append("\n\n");
		out.append(AS_OF.in(language).formatted(report.asOf())).append('\n');
		if (!report.complete()) {
			out.append("\n> ").append(WITHOUT.in(language).formatted(String.join(", ", report.missing()))).append('\n');
		}
		for (WorkReport.Part part : report.sections()) {
			out.append("\n## ").append(part.title().in(language)).append("\n\n");
			for (WorkReport.Said said : part.sentences()) {
				out.append("- ").append(escaped(said.text().in(language))).append('\n');
			}
		}
		return out.toString();
	}

	private static String escaped(String words) {
		return words.replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1");
	}

}
