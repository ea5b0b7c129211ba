package renda.legislation.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import renda.legislation.text.LegalEvent.Kind;

/**
 * Reads the words of one event: who did what to the text, by which decision.
 */
public final class Events {

	private static final Map<String, Kind> VERBS = Map.ofEntries(Map.entry("通过", Kind.ADOPTED),
			Map.entry("批准", Kind.APPROVED), Map.entry("公布", Kind.PROMULGATED), Map.entry("颁布", Kind.PROMULGATED),
			Map.entry("公告", Kind.PROMULGATED), Map.entry("发布", Kind.ISSUED), Map.entry("印发", Kind.ISSUED),
			Map.entry("修正", Kind.AMENDED), Map.entry("修改", Kind.AMENDED), Map.entry("修订", Kind.REVISED),
			Map.entry("施行", Kind.EFFECTIVE), Map.entry("实施", Kind.EFFECTIVE), Map.entry("生效", Kind.EFFECTIVE),
			Map.entry("废止", Kind.REPEALED), Map.entry("失效", Kind.REPEALED));

	private static final Pattern VERB = Pattern.compile("通过|批准|公布|颁布|公告|发布|印发|修正|修订|施行|实施|生效|废止|失效");

	private static final Pattern LATER_VERB = Pattern.compile("修改");

	private static final Pattern COMMENCES = Pattern.compile("自?(?:公布|发布|颁布|通过|批准|印发|发文)之日");

	private static final Pattern CHANGE = Pattern.compile("修正|修订|修改");

	private static final Pattern ORDINAL = Pattern.compile("第 ?([" + ChineseNumeral.CHARS + "]{1,4}) ?次 ?(?:修正|修订|修改)");

	private static final Pattern MEETING = Pattern
		.compile("第 ?[" + ChineseNumeral.CHARS + "]{1,7} ?次 ?[^第，。；、]{0,6}?会议");

	private static final Pattern DECREE = Pattern.compile("(?:主席)?(?:令|公告|通告)(?: ?[（(〔]?第?[^，。；]{0,20}号[）)]?)?");

	private static final Pattern EDGE = Pattern.compile(
			"^(?:[，、；。 （(]|根据|依据|按照|由|经|在)+|^[0-9]{4}年(?:[0-9]{1,2}月)?|(?:[，、；。 ]|审议|表决|审查|并|的|予以|重新|第[一二三四五六七八九十]+次)+$");

	private Events() {
	}

	/**
	 * Whether a line of a head note tells of an event.
	 */
	public static boolean dated(String text) {
		return Dates.PATTERN.matcher(text).find() && (hasVerb(text) || text.length() <= 16)
				|| (hasVerb(text) && text.length() <= 120 && text.contains("会议") && !text.endsWith("。"));
	}

	/**
	 * Whether words outside all titles say what was done.
	 */
	public static boolean hasVerb(String words) {
		return !verb(plain(words)).isEmpty();
	}

	/**
	 * The verb that says what was done: 通过, 批准; empty where there is none.
	 */
	public static String verbOf(String words) {
		return verb(plain(words));
	}

	/**
	 * Reads one event.
	 */
	public static LegalEvent read(String words) {
		String text = words.replace(" ", "");
		LocalDate date = null;
		Matcher day = Dates.PATTERN.matcher(text);
		String rest = text;
		if (day.find()) {
			date = Dates.of(day);
			rest = text.substring(0, day.start()) + text.substring(day.end());
		}
		String plain = plain(rest);
		String verb = verb(plain);
		Kind kind = verb.isEmpty() ? Kind.UNCLASSIFIED : VERBS.getOrDefault(verb, Kind.UNCLASSIFIED);
		String decision = decision(rest);
		Matcher number = ORDINAL.matcher(plain);
		int ordinal = number.find() ? Math.max(ChineseNumeral.parse(number.group(1)), 0) : 0;
		return actor(actorWords(rest, plain, verb), date, kind, decision, ordinal, words);
	}

	/** What an event did to the words of the text, or null where it left them alone. */
	static @Nullable Kind change(LegalEvent event) {
		if (event.kind() == Kind.AMENDED || event.kind() == Kind.REVISED) {
			return event.kind();
		}
		String words = plain(event.text());
		Matcher matcher = CHANGE.matcher(words);
		if (matcher.find()) {
			return VERBS.get(matcher.group());
		}
		return words.strip().endsWith("废止") ? Kind.REPEALED : null;
	}

	private static LegalEvent actor(String words, @Nullable LocalDate date, Kind kind, String decision, int ordinal,
			String text) {
		Matcher matcher = MEETING.matcher(words);
		int start = -1;
		int end = -1;
		while (matcher.find()) {
			start = matcher.start();
			end = matcher.end();
		}
		if (start >= 0) {
			String after = words.substring(end);
			String organ = words.substring(0, start) + (after.startsWith("主席团") ? "主席团" : "");
			return new LegalEvent(date, kind, organ, words.substring(start, end), decision, ordinal, text);
		}
		if (words.endsWith("会议") && words.length() > 2) {
			return new LegalEvent(date, kind, words.substring(0, words.length() - 2), "会议", decision, ordinal, text);
		}
		Matcher decree = DECREE.matcher(words);
		if (decree.find() && decree.start() > 0) {
			String organ = words.substring(0, decree.start());
			return new LegalEvent(date, kind, organ, "", decision.isEmpty() ? words : decision, ordinal, text);
		}
		return new LegalEvent(date, kind, words, "", decision, ordinal, text);
	}

	private static String actorWords(String rest, String plain, String verb) {
		int title = rest.indexOf('《');
		int to = verb.isEmpty() ? plain.length() : plain.indexOf(verb);
		String words = plain.substring(0, (title >= 0 && title < to) ? title : to);
		String actor = EDGE.matcher(words).replaceAll("");
		return "自".equals(actor) || "自起".equals(actor) || "起".equals(actor) ? "" : actor;
	}

	private static String decision(String rest) {
		String words = rest.replace('<', '〈').replace('＜', '〈').replace('>', '〉').replace('＞', '〉');
		int open = words.indexOf('《');
		if (open < 0) {
			return "";
		}
		int close = RegulationTitle.closing(words, open);
		if (close < 0) {
			close = words.lastIndexOf('》');
		}
		return (close > open) ? words.substring(open + 1, close) : words.substring(open + 1);
	}

	private static String verb(String plain) {
		String words = COMMENCES.matcher(plain).replaceAll("");
		Matcher matcher = VERB.matcher(words);
		if (matcher.find()) {
			return matcher.group();
		}
		return LATER_VERB.matcher(words).find() ? "修改" : "";
	}

	/**
	 * The words outside all titles; places before the first title stay where they are.
	 */
	private static String plain(String words) {
		StringBuilder plain = new StringBuilder();
		int from = 0;
		while (true) {
			int open = words.indexOf('《', from);
			if (open < 0) {
				return plain.append(words, from, words.length()).toString();
			}
			plain.append(words, from, open);
			int close = RegulationTitle.closing(words, open);
			if (close < 0) {
				close = words.lastIndexOf('》');
			}
			if (close < open) {
				return plain.toString();
			}
			from = close + 1;
		}
	}

}
