package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import renda.legislation.text.Dates;
import renda.legislation.text.Events;
import renda.legislation.text.LegalEvent;
import renda.legislation.text.Warning;

/**
 * Reads the head note (题注): finds every day in it, cuts it there, and joins what has no
 * day to what it continues. An amended text names there who amended it and when (LEG-59).
 */
final class HeadNote {

	private static final Pattern LEAD = Pattern.compile("^(?:[（(，、；。 ]|根据|依据|按照)+");

	private static final Pattern TAIL = Pattern.compile("(?:[，、；。 ]|根据|依据|按照|，?自|，?并于|，?经)+$");

	/** Beyond these, words are not a head note; they keep the work bounded. */
	private static final int LINES = 200;

	private static final int LENGTH = 1500;

	private static final Pattern LIST = Pattern.compile("》(?:[、，和]|以及|及)$");

	private final Warnings warnings;

	private final List<Segment> segments = new ArrayList<>();

	private HeadNote(Warnings warnings) {
		this.warnings = warnings;
	}

	static List<LegalEvent> read(List<Line> lines, Warnings warnings) {
		HeadNote note = new HeadNote(warnings);
		lines.stream().limit(LINES).forEach(note::line);
		return note.events();
	}

	/**
	 * Whether a line can stand in a head note: it names a day, or a meeting that passed
	 * something.
	 */
	static boolean isEvent(Line line) {
		return line.text().length() <= 400 && Events.dated(line.text());
	}

	private void line(Line line) {
		String text = line.text();
		if (text.length() > LENGTH) {
			this.warnings.add(Warning.Code.STRAY_TEXT, line.number(), text);
			return;
		}
		List<Integer> days = days(text);
		if (days.isEmpty()) {
			undated(line, text);
			return;
		}
		int first = days.getFirst();
		boolean joined = first > 0 && before(line, text.substring(0, first));
		int from = (first > 0 && !joined) ? 0 : first;
		for (int i = 0; i < days.size(); i++) {
			int to = (i + 1 < days.size()) ? days.get(i + 1) : text.length();
			this.segments.add(new Segment(line.number(), text.substring(from, to)));
			from = to;
		}
		if (days.size() > 1) {
			this.warnings.add(Warning.Code.GLUED_EVENTS, line.number(), text);
		}
	}

	/**
	 * Words before the first day of a line.
	 * @return whether they belong to the event before, or are an event without a day
	 */
	private boolean before(Line line, String words) {
		if (LEAD.matcher(words).replaceFirst("").isEmpty()) {
			return true;
		}
		boolean verb = Events.hasVerb(words);
		if (!this.segments.isEmpty() && (this.segments.getLast().open() || !this.segments.getLast().hasVerb())) {
			join(line, words);
			return true;
		}
		if (verb) {
			this.segments.add(new Segment(line.number(), words));
		}
		return verb;
	}

	private void undated(Line line, String text) {
		boolean verb = Events.hasVerb(text);
		if (!this.segments.isEmpty()
				&& (!verb || this.segments.getLast().open() || !this.segments.getLast().hasVerb())) {
			join(line, text);
		}
		else if (verb) {
			this.segments.add(new Segment(line.number(), text));
		}
		else {
			this.warnings.add(Warning.Code.STRAY_TEXT, line.number(), text);
		}
	}

	private void join(Line line, String words) {
		StringBuilder last = this.segments.getLast().words;
		last.append(words, 0, Math.min(words.length(), Math.max(0, 2 * LENGTH - last.length())));
		this.warnings.add(Warning.Code.CONTINUED_EVENT, line.number(), words);
	}

	private List<LegalEvent> events() {
		List<LegalEvent> events = new ArrayList<>();
		shareVerbs();
		for (Segment segment : this.segments) {
			String words = LEAD.matcher(segment.words).replaceFirst("");
			String text = unbracket(TAIL.matcher(words).replaceFirst(""));
			if (words.length() > text.length() && words.substring(text.length()).matches(".*[）)据照].*")) {
				this.warnings.add(Warning.Code.STRAY_TEXT, segment.line, segment.words.toString());
			}
			if (text.isEmpty()) {
				continue;
			}
			LegalEvent event = Events.read(text);
			if (event.kind() == LegalEvent.Kind.UNCLASSIFIED) {
				this.warnings.add(Warning.Code.UNCLASSIFIED_EVENT, segment.line, text);
			}
			events.add(event);
		}
		if (events.stream().noneMatch((event) -> event.date() != null)) {
			this.warnings.add(Warning.Code.NO_EVENTS, 0, "");
		}
		return events;
	}

	/** 1998年…《甲》、1999年…《乙》修正: all decisions of such a list did what the last one did. */
	private void shareVerbs() {
		for (int i = this.segments.size() - 2; i >= 0; i--) {
			Segment segment = this.segments.get(i);
			Segment next = this.segments.get(i + 1);
			boolean listed = segment.line == next.line && !segment.hasVerb()
					&& LIST.matcher(segment.words.toString().strip()).find();
			if (listed && next.hasVerb()) {
				String words = TAIL.matcher(segment.words.toString().strip())
					.replaceFirst("")
					.replaceFirst("(?:和|以及|及)$", "");
				segment.words.setLength(0);
				segment.words.append(words).append(Events.verbOf(next.words.toString()));
			}
		}
	}

	/** Leaves out closing brackets at the end that nothing opens. */
	private static String unbracket(String words) {
		String text = words;
		while (text.endsWith("）") || text.endsWith(")")) {
			long open = text.chars().filter((c) -> c == '（' || c == '(').count();
			long close = text.chars().filter((c) -> c == '）' || c == ')').count();
			if (open >= close) {
				return text;
			}
			text = TAIL.matcher(text.substring(0, text.length() - 1)).replaceFirst("");
		}
		return text;
	}

	private static List<Integer> days(String text) {
		List<Integer> days = new ArrayList<>();
		Matcher matcher = Dates.PATTERN.matcher(text);
		while (matcher.find()) {
			if (!insideTitle(text, matcher.start())) {
				days.add(matcher.start());
			}
		}
		return days;
	}

	private static boolean insideTitle(String text, int at) {
		if (text.lastIndexOf('《', at) <= text.lastIndexOf('》', at)) {
			return false;
		}
		int close = text.indexOf('》', at);
		int open = text.indexOf('《', at);
		return close >= 0 && (open < 0 || close < open);
	}

	private static final class Segment {

		private final int line;

		private final StringBuilder words;

		Segment(int line, String words) {
			this.line = line;
			this.words = new StringBuilder(words);
		}

		boolean open() {
			return this.words.chars().filter((c) -> c == '《').count() > this.words.chars()
				.filter((c) -> c == '》')
				.count();
		}

		boolean hasVerb() {
			return Events.hasVerb(this.words.toString());
		}

	}

}
