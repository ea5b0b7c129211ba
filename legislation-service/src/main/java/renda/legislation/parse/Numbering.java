package renda.legislation.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import renda.legislation.text.Node.Kind;
import renda.legislation.text.Warning;

/**
 * Looks over the numbers of chapters and articles: gives a chapter without a number the
 * one that is missing there, and reports what does not count up.
 */
final class Numbering {

	private final List<Piece> pieces;

	private final Warnings warnings;

	private Numbering(List<Piece> pieces, Warnings warnings) {
		this.pieces = new ArrayList<>(pieces);
		this.warnings = warnings;
	}

	static List<Piece> check(List<Piece> pieces, Warnings warnings) {
		Numbering numbering = new Numbering(pieces, warnings);
		numbering.chapters();
		numbering.articles();
		return numbering.pieces;
	}

	private void chapters() {
		boolean articles = false;
		boolean any = false;
		int last = 0;
		List<Integer> bare = new ArrayList<>();
		for (int i = 0; i < this.pieces.size(); i++) {
			Piece piece = this.pieces.get(i);
			if (piece.is(Kind.ANNEX)) {
				break;
			}
			if (piece.is(Kind.PART) || piece.is(Kind.SUBPART)) {
				last = 0;
				bare.clear();
				any = true;
			}
			if (piece.is(Kind.CHAPTER)) {
				if (!any && articles) {
					this.warnings.add(Warning.Code.MISSING_HEADING, piece.line(), piece.label() + " " + piece.text());
					last = piece.number().isEmpty() ? 1 : Math.max(last, piece.main() - 1);
				}
				any = true;
				if (piece.number().isEmpty()) {
					this.pieces.set(i, piece.withNumber("" + ++last));
					bare.add(i);
				}
				else {
					last = labelled(piece, last, bare);
				}
			}
			articles |= piece.is(Kind.ARTICLE);
		}
	}

	private int labelled(Piece piece, int last, List<Integer> bare) {
		int number = piece.main();
		if (number <= last) {
			// the missing numbers are fewer than the headings without one: none is
			// certain
			bare.forEach((i) -> this.pieces.set(i, this.pieces.get(i).withNumber("")));
		}
		if (number != last + 1 && !piece.number().contains("-")) {
			this.warnings.add(Warning.Code.CHAPTER_GAP, piece.line(), piece.label() + " " + piece.text());
		}
		bare.clear();
		return number;
	}

	private void articles() {
		int last = 0;
		boolean first = true;
		Set<String> seen = new HashSet<>();
		for (Piece piece : this.pieces) {
			if (piece.is(Kind.ANNEX)) {
				last = 0;
				first = true;
				seen.clear();
			}
			if (!piece.is(Kind.ARTICLE)) {
				continue;
			}
			int number = piece.main();
			if (first && number != 1) {
				this.warnings.add(Warning.Code.FIRST_ARTICLE, piece.line(), piece.label());
			}
			else if (!seen.add(piece.number())) {
				this.warnings.add(Warning.Code.DUPLICATE_ARTICLE, piece.line(), piece.label());
			}
			else if (number != last && number != last + 1) {
				this.warnings.add(Warning.Code.ARTICLE_GAP, piece.line(), last + " → " + piece.label());
			}
			seen.add(piece.number());
			first = false;
			last = number;
		}
		if (seen.isEmpty() && this.pieces.stream().noneMatch((piece) -> piece.is(Kind.ARTICLE))) {
			this.warnings.add(Warning.Code.NO_ARTICLES, 0, "");
		}
	}

}
