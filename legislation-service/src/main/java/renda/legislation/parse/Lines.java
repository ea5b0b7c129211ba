package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import renda.legislation.text.Warning;

/**
 * Cuts a source into lines: full-width digits become digits, every kind of space one
 * space, invisible characters vanish. Only what was changed is noted; the raw source is
 * kept elsewhere.
 */
final class Lines {

	private static final Pattern MARKER = Pattern.compile("<!-- ?INFO ?END ?-->", Pattern.CASE_INSENSITIVE);

	private final List<Line> lines = new ArrayList<>();

	private final Warnings warnings;

	private int digits;

	private int invisible;

	private int spaces;

	private int firstOdd;

	private int marker = -1;

	private Lines(Warnings warnings) {
		this.warnings = warnings;
	}

	static Lines of(String source, Warnings warnings) {
		Lines lines = new Lines(warnings);
		lines.cut(source);
		if (lines.digits + lines.invisible + lines.spaces > 0) {
			warnings.add(Warning.Code.NORMALISED, lines.firstOdd,
					"０→0: " + lines.digits + ", U+200B: " + lines.invisible + ", U+00A0: " + lines.spaces);
		}
		return lines;
	}

	/** The lines that are not blank, without comments. */
	List<Line> all() {
		return this.lines;
	}

	/**
	 * How many lines stand before the marker between head and body; -1 without a marker.
	 */
	int marker() {
		return this.marker;
	}

	private void cut(String source) {
		int number = 1;
		int from = 0;
		int length = source.length();
		for (int i = 0; i <= length; i++) {
			char c = (i < length) ? source.charAt(i) : '\n';
			if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
				add(number, source, from, i);
				if (c == '\r' && i + 1 < length && source.charAt(i + 1) == '\n') {
					i++;
				}
				from = i + 1;
				number++;
			}
		}
	}

	private void add(int number, String source, int from, int to) {
		String text = normalise(number, source, from, to);
		if (text.startsWith("<!--")) {
			int end = text.indexOf("-->");
			if (this.marker < 0 && end > 0 && MARKER.matcher(text.substring(0, end + 3)).matches()) {
				this.marker = this.lines.size();
			}
			text = (end < 0) ? "" : text.substring(end + 3).strip();
		}
		int level = 0;
		while (level < 6 && level < text.length() && text.charAt(level) == '#') {
			level++;
		}
		text = text.substring(level).strip();
		if (text.startsWith("**")) {
			text = text.replace("**", "").strip();
		}
		if (!text.isEmpty()) {
			this.lines.add(new Line(number, level, text));
		}
	}

	private String normalise(int number, String source, int from, int to) {
		StringBuilder words = new StringBuilder(to - from);
		boolean glyph = false;
		int odd = this.digits + this.invisible + this.spaces;
		for (int i = from; i < to; i++) {
			char c = source.charAt(i);
			if (isSpace(c)) {
				this.spaces += (c == ' ' || c == '\u3000') ? 0 : 1;
				if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
					words.append(' ');
				}
			}
			else if (c >= '０' && c <= '９') {
				this.digits++;
				words.append((char) (c - '０' + '0'));
			}
			else if (isInvisible(c)) {
				this.invisible++;
			}
			else {
				glyph |= c >= '\ue000' && c <= '\uf8ff';
				words.append(c);
			}
		}
		if (odd == 0 && this.digits + this.invisible + this.spaces > 0) {
			this.firstOdd = number;
		}
		String text = words.toString().strip();
		if (glyph) {
			this.warnings.add(Warning.Code.LOST_GLYPH, number, text);
		}
		return text;
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u1680' || (c >= '\u2000' && c <= '\u200a')
				|| c == '\u202f' || c == '\u205f' || c == '\u3000';
	}

	private static boolean isInvisible(char c) {
		return c < ' ' || (c >= '\u007f' && c <= '\u009f') || c == '\u00ad' || (c >= '\u200b' && c <= '\u200f')
				|| (c >= '\u202a' && c <= '\u202e') || (c >= '\u2060' && c <= '\u2064') || c == '\ufeff'
				|| c == '\ufffe' || c == '\uffff';
	}

}
