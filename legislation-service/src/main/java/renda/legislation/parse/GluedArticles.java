package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.Node.Kind;
import renda.legislation.text.Warning;

/**
 * Frees articles that stand inside a paragraph because a line break was lost. Looks only
 * where a number is missing, and after the last article.
 */
final class GluedArticles {

	private static final String N = "[" + ChineseNumeral.CHARS + "]";

	private static final Pattern ARTICLE = Pattern
		.compile("(?: ?第(" + N + "{1,6})([章节]) ?([^，。；：第]{1,30}))? ?第(" + N + "{1,8})条(?:之[一二三四五六七八九十]{1,3})?");

	private final List<Piece> freed = new ArrayList<>();

	private final Warnings warnings;

	private GluedArticles(Warnings warnings) {
		this.warnings = warnings;
	}

	static List<Piece> free(List<Piece> pieces, Warnings warnings) {
		GluedArticles glued = new GluedArticles(warnings);
		int last = 0;
		int from = 0;
		boolean annex = false;
		for (int i = 0; i <= pieces.size(); i++) {
			boolean end = i == pieces.size() || pieces.get(i).is(Kind.ANNEX);
			if (!end && !(pieces.get(i).is(Kind.ARTICLE))) {
				continue;
			}
			int next = end ? Integer.MAX_VALUE : pieces.get(i).main();
			boolean search = !annex && last > 0 && next > last + 1;
			glued.group(pieces.subList(from, i), search ? last + 1 : 0, next);
			annex |= end;
			last = end ? 0 : next;
			from = i;
		}
		return glued.freed;
	}

	/**
	 * Copies the pieces of one article, freeing those with a number from the one wanted
	 * up to but not including a limit; none when nothing is wanted.
	 */
	private void group(List<Piece> pieces, int wanted, int limit) {
		int want = wanted;
		for (Piece piece : pieces) {
			if (want == 0 || piece.division() || piece.is(Kind.TABLE) || piece.text().indexOf('第') < 0) {
				this.freed.add(piece);
				continue;
			}
			want = split(piece, want, limit);
		}
	}

	private int split(Piece piece, int wanted, int limit) {
		int want = wanted;
		Piece open = piece;
		int from = 0;
		String text = piece.text();
		Matcher matcher = ARTICLE.matcher(text);
		while (matcher.find()) {
			int number = ChineseNumeral.parse(matcher.group(4));
			boolean fits = (limit == Integer.MAX_VALUE) ? number == want : number >= want && number < limit;
			if (!fits || !begins(text, matcher)) {
				continue;
			}
			this.freed.add(open.withText(text.substring(from, matcher.start()).strip()));
			if (matcher.group(1) != null) {
				Kind kind = "章".equals(matcher.group(2)) ? Kind.CHAPTER : Kind.SECTION;
				int chapter = ChineseNumeral.parse(matcher.group(1));
				this.freed.add(new Piece(kind, piece.line(), "第" + matcher.group(1) + matcher.group(2), "" + chapter,
						Structure.heading(matcher.group(3).strip())));
			}
			int label = text.lastIndexOf('第', matcher.end());
			open = new Piece(Kind.ARTICLE, piece.line(), text.substring(label, matcher.end()),
					id(text.substring(label, matcher.end()), number), "");
			from = matcher.end();
			want = number + 1;
			this.warnings.add(Warning.Code.GLUED_ARTICLE, piece.line(), open.label());
		}
		this.freed.add((from == 0) ? piece : open.withText(text.substring(from).strip()));
		return want;
	}

	private static String id(String label, int number) {
		Label whole = Label.structure(label);
		return (whole == null) ? "" + number : whole.number();
	}

	/** Whether a number inside a paragraph begins an article, rather than citing one. */
	private static boolean begins(String text, Matcher match) {
		String rest = text.substring(match.end(), Math.min(match.end() + 12, text.length()));
		if (rest.isBlank() || Structure.cited(rest.strip())) {
			return false;
		}
		if (match.start() == 0) {
			return match.group(1) != null;
		}
		char before = text.charAt(match.start() - 1);
		return "。！？”".indexOf(before) >= 0 || (rest.charAt(0) == ' ' && "，、《》（和及".indexOf(before) < 0);
	}

}
