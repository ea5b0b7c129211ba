package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.Node.Kind;
import renda.legislation.text.Warning;

/**
 * Tells for each line of a body what it is. An article begins at the start of a line
 * only; where the source has no space after 条, its number must follow the one before.
 */
final class BodyReader {

	/**
	 * From how many articles with a space on a source is taken to write that space
	 * always.
	 */
	private static final int SPACED_STYLE = 3;

	private static final Pattern INNER = Pattern.compile("(?: 第 ?[" + ChineseNumeral.CHARS + "]{1,6} ?[章节] | ?第["
			+ ChineseNumeral.CHARS + "]{1,8}条(?:之[一二三四五六七八九十]{1,3})? )");

	private static final Pattern SECTION_TITLE = Pattern.compile("一般规定|通则|共同规定|基本规定|其他规定");

	private static final String SENTENCE_END = "。；！？：”）)";

	private final List<Line> lines;

	private final Warnings warnings;

	private final List<Piece> pieces = new ArrayList<>();

	private final boolean spacedStyle;

	private int article;

	private int beforeAnnex;

	private boolean annex;

	/** What the last numbered heading of each mark level was. */
	private final @Nullable Kind[] levels = new Kind[7];

	private BodyReader(List<Line> lines, Warnings warnings) {
		this.lines = lines;
		this.warnings = warnings;
		this.spacedStyle = lines.stream()
			.map((line) -> Label.structure(line.text()))
			.filter((label) -> label != null && label.kind() == Kind.ARTICLE && label.spaced())
			.limit(SPACED_STYLE)
			.count() == SPACED_STYLE;
	}

	static List<Piece> read(List<Line> lines, Warnings warnings) {
		BodyReader reader = new BodyReader(lines, warnings);
		int i = 0;
		while (i < lines.size()) {
			i += reader.take(i);
		}
		return reader.pieces;
	}

	/**
	 * Takes the line at a place.
	 * @return how many lines were taken
	 */
	private int take(int i) {
		Line line = this.lines.get(i);
		if (line.table()) {
			return table(i);
		}
		Label label = Label.structure(line.text());
		if (label != null && label.kind() == Kind.ARTICLE && begins(label)) {
			article(label, line.number());
			return 1;
		}
		if (Structure.divides(line) && label != null) {
			heading(label, line);
			return 1;
		}
		if (Structure.annex(line.text()) && (line.heading() || this.article > 0 || this.annex)) {
			annex(line);
			return 1;
		}
		if (line.heading()) {
			freeHeading(i, line);
			return 1;
		}
		int run = bareHeading(i);
		if (run > 0) {
			return run;
		}
		words(line, (i + 1 < this.lines.size()) ? this.lines.get(i + 1) : null);
		return 1;
	}

	private int table(int i) {
		StringBuilder rows = new StringBuilder();
		int end = i;
		while (end < this.lines.size() && this.lines.get(end).table()) {
			rows.append(rows.isEmpty() ? "" : "\n").append(this.lines.get(end++).text());
		}
		this.pieces.add(Piece.of(Kind.TABLE, this.lines.get(i).number(), rows.toString()));
		return end - i;
	}

	private boolean begins(Label label) {
		if (label.spaced()) {
			return true;
		}
		int number = label.main();
		if (Structure.cited(label.rest())) {
			return label.rest().startsWith("：") && number == this.article + 1;
		}
		if (this.article == 0) {
			return number == 1;
		}
		boolean inserted = label.number().indexOf('-') > 0 && number == this.article;
		return inserted || number == this.article + 1
				|| (!this.spacedStyle && number > this.article && number <= this.article + 10);
	}

	private void article(Label label, int line) {
		if (this.annex && this.beforeAnnex > 0 && label.main() == this.beforeAnnex + 1 && this.article == 0) {
			// what looked like an annex stands in the middle of the text
			this.annex = false;
			reopen();
		}
		this.article = label.main();
		Piece piece = Piece.of(label, line);
		this.pieces.add((label.spaced() || !piece.text().startsWith("：")) ? piece
				: piece.withText(piece.text().substring(1).strip()));
	}

	private void reopen() {
		for (int i = this.pieces.size() - 1; i >= 0; i--) {
			Piece piece = this.pieces.get(i);
			if (piece.is(Kind.ANNEX)) {
				this.pieces.set(i, Piece.of(Kind.PARAGRAPH, piece.line(), piece.label() + piece.text()));
				return;
			}
		}
	}

	private void heading(Label label, Line line) {
		this.levels[line.level()] = label.kind();
		Matcher inner = INNER.matcher(label.rest());
		if (inner.find()) {
			String first = label.rest().substring(0, inner.start());
			this.pieces.add(Piece.of(label, line.number()).withText(Structure.heading(first.strip())));
			String rest = label.rest().substring(inner.start()).strip();
			Label next = Label.structure(rest);
			if (next != null && next.kind() == Kind.ARTICLE) {
				this.warnings.add(Warning.Code.GLUED_ARTICLE, line.number(), line.text());
				article(next, line.number());
			}
			else if (next != null) {
				heading(next, new Line(line.number(), line.level(), rest));
			}
			return;
		}
		this.pieces.add(Piece.of(label, line.number()).withText(Structure.heading(label.rest())));
	}

	private void annex(Line line) {
		if (!this.annex) {
			this.beforeAnnex = this.article;
		}
		this.annex = true;
		this.article = 0;
		Matcher number = Pattern.compile("[" + ChineseNumeral.CHARS + "]+").matcher(line.text());
		boolean numbered = number.find() && number.start() <= 3;
		int value = numbered ? ChineseNumeral.parse(number.group()) : -1;
		int label = numbered ? number.end() : labelEnd(line.text());
		this.pieces.add(new Piece(Kind.ANNEX, line.number(), line.text().substring(0, label),
				(value < 0) ? "" : "" + value, line.text().substring(label).replaceFirst("^[：:.、 ]+", "")));
	}

	private static int labelEnd(String text) {
		return (text.length() > 1 && "件录表图".indexOf(text.charAt(1)) >= 0) ? 2 : 1;
	}

	/** A marked heading without 第N章: 一、…, a continued heading, an unnumbered chapter. */
	private void freeHeading(int i, Line line) {
		Piece last = this.pieces.isEmpty() ? null : this.pieces.getLast();
		if (last != null && last.division() && unfinished(last.text())) {
			continued(last, line);
			return;
		}
		Label label = Label.decision(line.text());
		if (label == null) {
			label = Label.item(line.text());
		}
		if (label == null) {
			label = Label.point(line.text());
		}
		if (label != null) {
			this.pieces.add(Piece.of(label, line.number()).withNumber(label.number()));
			int at = this.pieces.size() - 1;
			Piece piece = this.pieces.get(at);
			this.pieces.set(at, new Piece(Kind.HEADING, piece.line(), piece.label(), piece.number(), piece.text()));
			return;
		}
		Kind sibling = this.levels[line.level()];
		boolean division = sibling != null && startsArticle(i + 1) && !this.annex;
		if (division) {
			this.warnings.add(Warning.Code.PROBABLE_HEADING, line.number(), line.text());
		}
		this.pieces.add(Piece.of((division && sibling != null) ? sibling : Kind.HEADING, line.number(),
				Structure.heading(line.text())));
	}

	private static boolean unfinished(String heading) {
		return heading.isEmpty() || "和与及、，或的对".indexOf(heading.charAt(heading.length() - 1)) >= 0;
	}

	private void continued(Piece heading, Line line) {
		this.pieces.set(this.pieces.size() - 1, heading.withText(heading.text() + line.text()));
		this.warnings.add(Warning.Code.CONTINUED_HEADING, line.number(), heading.text() + line.text());
	}

	/**
	 * Short lines right before an article: the rest of a heading, or a heading that lost
	 * its mark and number.
	 * @return how many lines it takes, 0 where this is no heading
	 */
	private int bareHeading(int i) {
		int end = i;
		while (end < this.lines.size() && end < i + 3 && Structure.bare(this.lines.get(end))) {
			end++;
		}
		Piece last = this.pieces.isEmpty() ? null : this.pieces.getLast();
		boolean afterHeading = last != null && last.division();
		if (end == i || !(startsArticle(end) || (afterHeading && startsDivision(end)))) {
			return 0;
		}
		if (last != null && !afterHeading && !finished(last)) {
			return 0;
		}
		int at = i;
		Line first = this.lines.get(i);
		if (afterHeading && last != null && !SECTION_TITLE.matcher(first.text()).matches()) {
			continued(last, first);
		}
		else {
			Kind kind = afterHeading ? Kind.SECTION : Kind.CHAPTER;
			this.pieces.add(Piece.of(kind, first.number(), Structure.heading(first.text())));
			this.warnings.add(Warning.Code.PROBABLE_HEADING, first.number(), first.text());
		}
		while (++at < end) {
			continued(this.pieces.getLast(), this.lines.get(at));
		}
		return end - i;
	}

	private static boolean finished(Piece piece) {
		String text = piece.text();
		char last = text.isEmpty() ? '。' : text.charAt(text.length() - 1);
		return last != '：' && SENTENCE_END.indexOf(last) >= 0;
	}

	private boolean startsArticle(int i) {
		if (i >= this.lines.size()) {
			return false;
		}
		Label label = Label.structure(this.lines.get(i).text());
		return label != null && label.kind() == Kind.ARTICLE && begins(label);
	}

	private boolean startsDivision(int i) {
		return i < this.lines.size() && Structure.divides(this.lines.get(i));
	}

	private void words(Line line, @Nullable Line next) {
		String text = line.text();
		Label label = Label.item(text);
		if (label != null) {
			boolean digits = Character.isDigit(label.words().charAt(1));
			this.pieces.add(new Piece(digits ? Kind.POINT : Kind.ITEM, line.number(), label.words(), label.number(),
					label.rest()));
			return;
		}
		label = Label.point(text);
		if (label != null) {
			this.pieces.add(Piece.of(label, line.number()));
			return;
		}
		label = Label.decision(text);
		if (label == null) {
			this.pieces.add(Piece.of(Kind.PARAGRAPH, line.number(), text));
			return;
		}
		boolean title = Structure.bare(new Line(line.number(), 0, label.rest()));
		Label after = (next == null) ? null : Label.structure(next.text());
		boolean leads = title && after != null && after.kind() == Kind.ARTICLE && begins(after);
		boolean inArticle = this.article > 0 && !this.annex;
		this.pieces.add(new Piece((inArticle && !leads) ? Kind.ITEM : Kind.HEADING, line.number(), label.words(),
				label.number(), label.rest()));
	}

}
