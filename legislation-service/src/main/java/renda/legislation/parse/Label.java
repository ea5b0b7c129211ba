package renda.legislation.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.ChineseNumeral;
import renda.legislation.text.Node;

/**
 * The number a line begins with, and what it is the number of.
 *
 * @param kind the kind of piece the number belongs to
 * @param words the label as printed, inner spaces left out: 第十条之一, （三）, 1、
 * @param number the number for an id: {@code 10-1}
 * @param spaced whether a space follows the label
 * @param rest the words after the label
 */
record Label(Node.Kind kind, String words, String number, boolean spaced, String rest) {

	private static final String N = "[" + ChineseNumeral.CHARS + "]";

	private static final Pattern STRUCTURE = Pattern
		.compile(("第ˍ(" + N + "{1,10}(?:ˍ" + N + "){0,4})ˍ(分编|编|章|节|条)(?:ˍ之ˍ(" + N + "{1,6}))?").replace("ˍ", " ?"));

	private static final Pattern ITEM = Pattern.compile("[（(] ?(" + N + "{1,6}) ?[）)] ?");

	private static final Pattern POINT = Pattern.compile("([0-9]{1,3}) ?([、．.:：]|[)）])(?![0-9]) ?|([①-⑳]) ?");

	private static final Pattern DECISION = Pattern.compile("([一二三四五六七八九十百零〇]{1,5})、 ?");

	private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

	static @Nullable Label structure(String text) {
		if (!text.startsWith("第")) {
			return null;
		}
		Matcher matcher = STRUCTURE.matcher(text);
		if (!matcher.lookingAt()) {
			return null;
		}
		int number = ChineseNumeral.parse(matcher.group(1).replace(" ", ""));
		if (number < 0) {
			return null;
		}
		int end = matcher.end();
		String suffix = "";
		if (matcher.group(3) != null) {
			suffix = "-" + Math.max(ChineseNumeral.parse(matcher.group(3)), 0);
		}
		Node.Kind kind = switch (matcher.group(2)) {
			case "编" -> Node.Kind.PART;
			case "分编" -> Node.Kind.SUBPART;
			case "章" -> Node.Kind.CHAPTER;
			case "节" -> Node.Kind.SECTION;
			default -> Node.Kind.ARTICLE;
		};
		boolean spaced = end == text.length() || text.charAt(end) == ' ';
		return new Label(kind, text.substring(0, end).replace(" ", ""), number + suffix, spaced,
				text.substring(end).strip());
	}

	/** 一、 of a decision, or of an article in old texts. */
	static @Nullable Label decision(String text) {
		return of(Node.Kind.HEADING, DECISION.matcher(text), text);
	}

	static @Nullable Label item(String text) {
		return of(Node.Kind.ITEM, ITEM.matcher(text), text);
	}

	static @Nullable Label point(String text) {
		Matcher matcher = POINT.matcher(text);
		if (!matcher.lookingAt()) {
			return null;
		}
		String number = (matcher.group(1) != null) ? "" + Integer.parseInt(matcher.group(1))
				: "" + (CIRCLED.indexOf(matcher.group(3)) + 1);
		return new Label(Node.Kind.POINT, text.substring(0, matcher.end()).strip(), number, true,
				text.substring(matcher.end()));
	}

	private static @Nullable Label of(Node.Kind kind, Matcher matcher, String text) {
		if (!matcher.lookingAt()) {
			return null;
		}
		int number = ChineseNumeral.parse(matcher.group(1));
		if (number < 0) {
			return null;
		}
		return new Label(kind, text.substring(0, matcher.end()).strip(), "" + number, true,
				text.substring(matcher.end()));
	}

	/** The number without the part after 之. */
	int main() {
		int dash = this.number.indexOf('-');
		return Integer.parseInt((dash < 0) ? this.number : this.number.substring(0, dash));
	}

}
