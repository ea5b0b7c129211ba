package renda.legislation.parse;

import renda.legislation.text.Node.Kind;

/**
 * A line, or part of one, whose place in the structure is known, before the tree is
 * built.
 *
 * @param kind what it is; an article carries the words of its first paragraph
 * @param line the line of the source
 * @param label as printed, may be empty
 * @param number the number for the id, empty where there is none
 * @param text its words
 */
record Piece(Kind kind, int line, String label, String number, String text) {

	static Piece of(Label label, int line) {
		return new Piece(label.kind(), line, label.words(), label.number(), label.rest());
	}

	static Piece of(Kind kind, int line, String text) {
		return new Piece(kind, line, "", "", text);
	}

	Piece withText(String words) {
		return new Piece(this.kind, this.line, this.label, this.number, words);
	}

	Piece withNumber(String words) {
		return new Piece(this.kind, this.line, this.label, words, this.text);
	}

	boolean is(Kind other) {
		return this.kind == other;
	}

	/** Whether it is a heading that articles stand under. */
	boolean division() {
		return switch (this.kind) {
			case PART, SUBPART, CHAPTER, SECTION -> true;
			default -> false;
		};
	}

	/** The number before 之, 0 where there is none. */
	int main() {
		int dash = this.number.indexOf('-');
		String digits = (dash < 0) ? this.number : this.number.substring(0, dash);
		return (digits.isEmpty() || !Character.isDigit(digits.charAt(0))) ? 0 : Integer.parseInt(digits);
	}

}
