package renda.legislation.parse;

import java.util.ArrayList;
import java.util.List;

import renda.legislation.text.RegulationTitle;
import renda.legislation.text.Warning;

/**
 * The front of a text: its title, the lines of the head note, and the lines of the body.
 *
 * @param title the title
 * @param head the lines of the head note
 * @param body the lines of the body, without repeated titles and tables of contents
 */
record Front(String title, List<Line> head, List<Line> body) {

	private static final int LONGEST_TITLE = 160;

	static Front of(Lines lines, Warnings warnings) {
		List<Line> all = lines.all();
		if (all.isEmpty()) {
			return new Front("", List.of(), List.of());
		}
		String title = title(all.getFirst());
		List<Line> head = new ArrayList<>();
		int at;
		if (lines.marker() >= 0) {
			at = Math.max(lines.marker(), 1);
			head.addAll(all.subList(1, at));
		}
		else {
			warnings.add(Warning.Code.NO_MARKER, 0, "");
			at = 1;
			if (!title.isEmpty() && at + 1 < all.size() && continuesTitle(title, all.get(at), all.get(at + 1))) {
				title += all.get(at++).text();
			}
		}
		List<Line> volumes = new ArrayList<>();
		head = withoutTitle(head, title, volumes, warnings);
		List<Line> body = withoutTitle(all.subList(at, all.size()), title, volumes, warnings);
		int events = headLines(body);
		head.addAll(body.subList(0, events));
		body = Contents.without(body.subList(events, body.size()), warnings);
		body = withoutTitle(body, title, new ArrayList<>(), warnings);
		for (Line volume : volumes) {
			title += " " + volume.text();
		}
		body.addAll(0, volumes);
		return new Front(title, head, body);
	}

	private static String title(Line line) {
		String text = line.text();
		boolean plain = line.level() == 0
				&& (text.endsWith("。") || Structure.divides(line) || Label.structure(text) != null || line.table());
		if (plain || text.length() > LONGEST_TITLE || line.level() > 2 || text.chars().noneMatch(Character::isLetter)) {
			return "";
		}
		return tidy(text);
	}

	private static String tidy(String text) {
		return text.startsWith("《") && RegulationTitle.closing(text, 0) == text.length() - 1
				? text.substring(1, text.length() - 1) : text;
	}

	private static boolean continuesTitle(String title, Line line, Line next) {
		return !RegulationTitle.legal(title) && line.level() == 0 && line.text().length() < 60
				&& RegulationTitle.legal(line.text()) && !HeadNote.isEvent(line) && !Structure.divides(line)
				&& Label.structure(line.text()) == null
				&& (HeadNote.isEvent(next) || Structure.divides(next) || Label.structure(next.text()) != null);
	}

	/**
	 * How many lines at the start of a body are really head note: days with what was done
	 * on them, in brackets or not, over several lines.
	 */
	private static int headLines(List<Line> lines) {
		int last = 0;
		boolean open = false;
		for (int i = 0; i < lines.size() && i < 60; i++) {
			Line line = lines.get(i);
			if (line.heading() || Structure.divides(line) || Label.structure(line.text()) != null) {
				break;
			}
			boolean event = HeadNote.isEvent(line) && !sentence(line);
			if (!event && !open) {
				break;
			}
			last = i + 1;
			open = (event || open) && !closes(line) && opens(line, open);
		}
		return last;
	}

	private static boolean sentence(Line line) {
		return line.text().endsWith("。") || line.text().endsWith("：") || line.text().endsWith("；");
	}

	private static boolean closes(Line line) {
		return line.text().endsWith("）") || line.text().endsWith(")");
	}

	private static boolean opens(Line line, boolean open) {
		String text = line.text();
		return open || text.startsWith("（") || text.startsWith("(")
				|| text.chars().filter((c) -> c == '《').count() > text.chars().filter((c) -> c == '》').count();
	}

	/**
	 * Leaves out the title where it is repeated, also over several lines; sets aside a
	 * second # title.
	 */
	private static List<Line> withoutTitle(List<Line> lines, String title, List<Line> volumes, Warnings warnings) {
		List<Line> rest = new ArrayList<>(lines.size());
		String words = RegulationTitle.normalise(title);
		int i = 0;
		while (i < lines.size() && i < 20) {
			Line line = lines.get(i);
			boolean structure = Structure.divides(line) || Label.structure(line.text()) != null;
			if ((structure && line.level() != 1) || HeadNote.isEvent(line)) {
				break;
			}
			int repeated = repeated(lines, i, words);
			if (repeated > 0) {
				warnings.add(Warning.Code.REPEATED_TITLE, line.number(), line.text());
			}
			else if (line.level() == 1 && volumes.isEmpty()) {
				volumes.add(line);
				repeated = 1;
			}
			else {
				rest.add(line);
				repeated = 1;
			}
			i += repeated;
		}
		rest.addAll(lines.subList(i, lines.size()));
		return rest;
	}

	private static int repeated(List<Line> lines, int from, String title) {
		if (title.isEmpty()) {
			return 0;
		}
		String words = "";
		for (int i = from; i < lines.size() && i < from + 4 && words.length() < title.length(); i++) {
			if (lines.get(i).text().length() > LONGEST_TITLE) {
				return 0;
			}
			words = RegulationTitle.normalise(words + lines.get(i).text());
			if (words.equals(title)) {
				return i + 1 - from;
			}
		}
		return 0;
	}

}
