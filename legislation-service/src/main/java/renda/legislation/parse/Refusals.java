package renda.legislation.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import renda.legislation.parse.ReadResult.Reason;
import renda.legislation.text.LegalText;
import renda.legislation.text.Node;
import renda.legislation.text.RegulationTitle;

/**
 * Tells files that are not regulations: by name, by characters, by what they hold.
 */
final class Refusals {

	private static final Pattern TEMPLATE = Pattern.compile("(?:模版|模板|[Tt]emplate)(?:\\([^)]*\\))?$");

	private static final Pattern CASE_TITLE = Pattern
		.compile("(?:^(?:指导(?:性)?案例|典型案例|检例第|公报案例)|案例[0-9]+号|(?:诉|抗诉|申请).{1,60}案$|(?:纠纷|罪|处罚|赔偿|执行|监督)案$)");

	private static final Pattern CASE_HEADING = Pattern.compile(
			"[【\\[]?(?:[一二三四五六七八九十]、)?(?:关键词|裁判要点|裁判要旨|相关法条|基本案情|裁判结果|裁判理由|指导意义|案件事实|要旨|判决结果|诉讼过程|争议焦点|典型意义)[】\\]]?(?:[：: ].*)?");

	private Refusals() {
	}

	static Optional<Reason> byName(String fileName) {
		String path = fileName.replace('\\', '/');
		String name = path.substring(path.lastIndexOf('/') + 1);
		int dot = name.lastIndexOf('.');
		String base = (dot > 0) ? name.substring(0, dot) : name;
		String lower = base.toLowerCase(Locale.ROOT);
		if (lower.equals("_index") || lower.equals("index")) {
			return Optional.of(Reason.INDEX);
		}
		if (lower.equals("readme") || lower.startsWith("readme.") || lower.startsWith("readme-")) {
			return Optional.of(Reason.README);
		}
		return TEMPLATE.matcher(base).find() ? Optional.of(Reason.TEMPLATE) : Optional.empty();
	}

	static Optional<Reason> byCharacters(String source) {
		int controls = 0;
		boolean blank = true;
		for (int i = 0; i < source.length(); i++) {
			char c = source.charAt(i);
			if (c == 0) {
				return Optional.of(Reason.BROKEN_CHARACTERS);
			}
			if (Character.isSurrogate(c)) {
				if (!Character.isHighSurrogate(c) || i + 1 == source.length()
						|| !Character.isLowSurrogate(source.charAt(i + 1))) {
					return Optional.of(Reason.BROKEN_CHARACTERS);
				}
				i++;
			}
			controls += (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') ? 1 : 0;
			blank &= Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
		}
		if (blank) {
			return Optional.of(Reason.EMPTY);
		}
		return (controls * 100L > source.length()) ? Optional.of(Reason.BINARY) : Optional.empty();
	}

	static Optional<Reason> byContent(String fileName, Front front, LegalText text, boolean marked) {
		List<Node> articles = text.articles();
		if (articles.isEmpty() && courtCase(fileName, front)) {
			return Optional.of(Reason.COURT_CASE);
		}
		if (text.title().isEmpty()) {
			return Optional.of(Reason.NO_TITLE);
		}
		if (!articles.isEmpty()) {
			return Optional.empty();
		}
		boolean links = front.body().stream().filter((line) -> line.text().contains("](")).count() * 2 > front.body()
			.size();
		if (links) {
			return Optional.of(Reason.INDEX);
		}
		boolean dated = text.events().stream().anyMatch((event) -> event.date() != null);
		boolean numbered = text.nodes().anyMatch((node) -> node.kind() == Node.Kind.HEADING && !node.label().isEmpty());
		boolean legal = RegulationTitle.legal(text.title());
		boolean words = !text.body().isEmpty();
		boolean holds = dated || (numbered && (legal || marked)) || (marked && legal && words);
		return holds ? Optional.empty() : Optional.of(Reason.NOT_LEGAL);
	}

	private static boolean courtCase(String fileName, Front front) {
		boolean folder = fileName.replace('\\', '/').contains("案例/");
		boolean title = CASE_TITLE.matcher(front.title()).find();
		long headings = front.body()
			.stream()
			.filter((line) -> line.text().length() <= 200 && CASE_HEADING.matcher(line.text()).matches())
			.limit(2)
			.count();
		return folder || headings >= 2 || (title && (headings > 0 || !RegulationTitle.legal(front.title())));
	}

}
