package renda.legislation.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * When a text takes effect by its own words, and what it puts an end to.
 *
 * @param form how the text fixes the day
 * @param date the day, only where it is fixed
 * @param words the clause; empty where there is none
 * @param repeals the titles of the texts repealed, as printed
 */
public record Commencement(Form form, @Nullable LocalDate date, String words, List<String> repeals) {

	private static final int LAST_ARTICLES = 8;

	private static final Pattern FIXED = Pattern
		.compile("(?:自|从|于|，|^)? ?" + Dates.DAY + " ?(?:零时)?(?:起|开始)?(?:正式|一并)?(?:施行|实施|生效|执行)");

	private static final Pattern ON_PROMULGATION = Pattern
		.compile("(?:自|从)(?:公布|发布|颁布|通过|批准|印发|公告|签署)之?日起?(?<delay>[^，。；]{0,12}?)(?:施行|实施|生效|执行)");

	private static final Pattern REPEAL = Pattern.compile("废止|失效|停止执行|不再适用|不再执行");

	public Commencement {
		repeals = List.copyOf(repeals);
	}

	/**
	 * Reads the last articles of a text.
	 * @param text the text
	 * @return the clause nearest the end that speaks of taking effect
	 */
	public static Commencement of(LegalText text) {
		List<String> clauses = clauses(text);
		Commencement found = new Commencement(Form.ABSENT, null, "", List.of());
		for (int i = clauses.size() - 1; i >= 0 && found.form == Form.ABSENT; i--) {
			found = clause(clauses.get(i));
		}
		List<String> repeals = new ArrayList<>();
		for (String clause : clauses) {
			repeals(clause, repeals);
		}
		if (text.title().contains("废止")) {
			titles(text.title().substring(text.title().indexOf("废止")).replace('〈', '《').replace('〉', '》'), repeals);
		}
		return new Commencement(found.form, found.date, found.words, repeals.stream().distinct().toList());
	}

	private static List<String> clauses(LegalText text) {
		List<Node> pieces = text.articles();
		if (pieces.isEmpty()) {
			pieces = text.nodes().filter((node) -> !node.text().isEmpty()).toList();
			return pieces.stream().skip(Math.max(0, pieces.size() - LAST_ARTICLES)).map(Node::text).toList();
		}
		return pieces.stream().skip(Math.max(0, pieces.size() - LAST_ARTICLES)).map(Node::plainText).toList();
	}

	private static Commencement clause(String words) {
		Matcher fixed = FIXED.matcher(words);
		while (fixed.find()) {
			LocalDate date = Dates.of(fixed);
			if (date != null && !insideTitle(words, fixed.start())) {
				return new Commencement(Form.FIXED, date, fixed.group().strip(), List.of());
			}
		}
		Matcher promulgation = ON_PROMULGATION.matcher(words);
		if (promulgation.find()) {
			Form form = promulgation.group("delay").isBlank() ? Form.ON_PROMULGATION : Form.AFTER_PROMULGATION;
			return new Commencement(form, null, promulgation.group(), List.of());
		}
		return new Commencement(Form.ABSENT, null, "", List.of());
	}

	private static boolean insideTitle(String words, int at) {
		return words.lastIndexOf('《', at) > words.lastIndexOf('》', at);
	}

	/**
	 * Adds the titles of each sentence that speaks of repeal, from its last full stop on.
	 */
	private static void repeals(String clause, List<String> repeals) {
		boolean listed = false;
		for (String sentence : clause.split("[。；\n]+")) {
			boolean repeal = REPEAL.matcher(sentence).find();
			boolean list = repeal && sentence.indexOf('《') < 0;
			if (repeal || listed) {
				titles(sentence, repeals);
			}
			listed = list || (listed && sentence.indexOf('《') >= 0);
		}
	}

	private static void titles(String words, List<String> titles) {
		int from = 0;
		int open;
		while ((open = words.indexOf('《', from)) >= 0) {
			int close = RegulationTitle.closing(words, open);
			if (close < 0) {
				return;
			}
			String before = words.substring(from, open);
			if (!before.endsWith("根据") && !before.endsWith("依照") && !before.endsWith("批准的") || !decides(words, close)) {
				titles.add(words.substring(open + 1, close));
			}
			from = close + 1;
		}
	}

	/** Whether a title is that of the decision by which the one after it was changed. */
	private static boolean decides(String words, int close) {
		return words.startsWith("修", close + 1) || words.startsWith("第", close + 1);
	}

	/**
	 * How a text fixes the day on which it takes effect.
	 */
	public enum Form {

		/** 自2001年5月1日起施行. */
		FIXED,
		/** 自公布之日起施行. */
		ON_PROMULGATION,
		/** 自公布之日起三十日后施行, and the like. */
		AFTER_PROMULGATION,
		/** No such words. */
		ABSENT

	}

}
