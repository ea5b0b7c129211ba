package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.Node;
import renda.legislation.text.Warning;

/**
 * Leaves out a table of contents at the start of a body: headings without articles that
 * come again.
 */
final class Contents {

	private static final Pattern CHAPTER = Pattern.compile("第 ?[" + ChineseNumeral.CHARS + "]{1,6} ?章");

	private Contents() {
	}

	static List<Line> without(List<Line> lines, Warnings warnings) {
		List<Line> body = new ArrayList<>(lines.size());
		int i = 0;
		boolean marked = false;
		while (i < lines.size() && i < 40 && !entry(lines.get(i))) {
			Line line = lines.get(i);
			if (article(line)) {
				break;
			}
			if (named(line)) {
				marked = true;
				warnings.add(Warning.Code.CONTENTS_LEFT_OUT, line.number(), line.text());
				lastHeading(line, body);
			}
			else {
				body.add(line);
			}
			i++;
		}
		int end = end(lines, i, marked);
		if (end > i) {
			warnings.add(Warning.Code.CONTENTS_LEFT_OUT, lines.get(i).number(),
					lines.get(i).text() + " … " + lines.get(end - 1).text());
		}
		body.addAll(lines.subList(end, lines.size()));
		return body;
	}

	private static boolean named(Line line) {
		String words = line.squeezed();
		return words.equals("目录") || (words.startsWith("目录") && CHAPTER.matcher(words).find()) || chapters(line) >= 3;
	}

	private static int chapters(Line line) {
		if (line.text().length() > 2000 || line.text().indexOf('。') >= 0) {
			return 0;
		}
		return (int) CHAPTER.matcher(line.text()).results().count();
	}

	/**
	 * A heading that holds the contents and, at its end, the first chapter's own heading.
	 */
	private static void lastHeading(Line line, List<Line> body) {
		Matcher matcher = CHAPTER.matcher(line.text());
		int chapters = 0;
		String first = "";
		while (matcher.find()) {
			if (chapters++ == 0) {
				first = matcher.group();
			}
			else if (matcher.group().equals(first)) {
				body.add(new Line(line.number(), Math.max(line.level(), 2), line.text().substring(matcher.start())));
				return;
			}
		}
	}

	/**
	 * Where the contents end that may start at a place; that place where there are none.
	 */
	private static int end(List<Line> lines, int start, boolean marked) {
		if (start >= lines.size() || !entry(lines.get(start))) {
			return start;
		}
		String first = words(lines.get(start));
		String second = (start + 1 < lines.size()) ? words(lines.get(start + 1)) : "";
		int end = start + 1;
		while (end < lines.size() && end - start < 2000 && !article(lines.get(end))) {
			String words = words(lines.get(end));
			if (words.equals(first) || (end > start + 1 && words.equals(second))) {
				return end;
			}
			if (!entry(lines.get(end)) && !Structure.bare(lines.get(end)) && !lines.get(end).heading()) {
				break;
			}
			end++;
		}
		boolean reached = end < lines.size() && article(lines.get(end));
		return (marked && reached && repeatedLater(lines, end, start)) ? end : start;
	}

	private static boolean repeatedLater(List<Line> lines, int from, int entries) {
		List<String> contents = lines.subList(entries, from).stream().map(Contents::words).toList();
		return lines.subList(from, lines.size())
			.stream()
			.filter(Structure::divides)
			.limit(5)
			.map(Contents::words)
			.anyMatch(contents::contains);
	}

	private static boolean article(Line line) {
		Label label = Label.structure(line.text());
		return label != null && label.kind() == Node.Kind.ARTICLE;
	}

	private static boolean entry(Line line) {
		return Structure.divides(line) && chapters(line) < 3;
	}

	/** The words of an entry, without the dots and the page number. */
	private static String words(Line line) {
		return line.squeezed().replaceAll("[.…·]+[0-9]*$", "");
	}

}
