package renda.legislation.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import renda.legislation.sitting.Announced;

/**
 * Writes meetings as iCalendar (RFC 5545). A meeting is an event of whole days whose UID
 * never changes; one that is put off is tentative, one that is called off cancelled, so
 * that calendars which follow it do the same.
 */
final class MeetingCalendar {

	/** RFC 5545, 3.1: octets of a line, its break not counted. */
	private static final int LONGEST = 75;

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

	private final StringBuilder text = new StringBuilder();

	private MeetingCalendar() {
	}

	/**
	 * Writes a calendar.
	 * @param name what the calendar is called
	 */
	static String of(String name, List<Announced> meetings) {
		MeetingCalendar calendar = new MeetingCalendar();
		calendar.line("BEGIN", "VCALENDAR");
		calendar.line("VERSION", "2.0");
		calendar.line("PRODID", "-//Renda//Meetings//ZH");
		calendar.line("CALSCALE", "GREGORIAN");
		calendar.line("METHOD", "PUBLISH");
		calendar.line("X-WR-CALNAME", escaped(name));
		meetings.forEach(calendar::event);
		calendar.line("END", "VCALENDAR");
		return calendar.text.toString();
	}

	private void event(Announced meeting) {
		String changed = STAMP.format(meeting.modifiedAt().withOffsetSameInstant(ZoneOffset.UTC));
		line("BEGIN", "VEVENT");
		line("UID", "meeting-" + meeting.id() + "@renda");
		line("DTSTAMP", changed);
		line("LAST-MODIFIED", changed);
		line("SEQUENCE", String.valueOf(meeting.version()));
		line("DTSTART;VALUE=DATE", DAY.format(meeting.from()));
		line("DTEND;VALUE=DATE", DAY.format(meeting.to().plusDays(1)));
		line("SUMMARY", escaped(meeting.name()));
		if (!meeting.place().isEmpty()) {
			line("LOCATION", escaped(meeting.place()));
		}
		if (!meeting.agenda().isEmpty()) {
			line("DESCRIPTION", escaped(String.join("\n", meeting.agenda())));
		}
		line("STATUS", meeting.certainty().name());
		line("TRANSP", "TRANSPARENT");
		line("END", "VEVENT");
	}

	private void line(String name, String value) {
		this.text.append(folded(name + ":" + value)).append("\r\n");
	}

	/**
	 * Breaks a line into pieces of at most 75 octets, never inside a character; what goes
	 * on begins with a space.
	 */
	static String folded(String line) {
		StringBuilder folded = new StringBuilder();
		int octets = 0;
		for (int i = 0; i < line.length();) {
			int point = line.codePointAt(i);
			String character = Character.toString(point);
			int size = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + size > LONGEST) {
				folded.append("\r\n ");
				octets = 1;
			}
			folded.append(character);
			octets += size;
			i += Character.charCount(point);
		}
		return folded.toString();
	}

	/**
	 * A value of type TEXT (RFC 5545, 3.3.11). Other control characters are not allowed
	 * in one.
	 */
	static String escaped(String value) {
		StringBuilder escaped = new StringBuilder();
		for (char c : value.replace("\r\n", "\n").replace('\r', '\n').toCharArray()) {
			switch (c) {
				case '\\' -> escaped.append("\\\\");
				case ';' -> escaped.append("\\;");
				case ',' -> escaped.append("\\,");
				case '\n' -> escaped.append("\\n");
				default -> {
					if (!Character.isISOControl(c)) {
						escaped.append(c);
					}
				}
			}
		}
		return escaped.toString();
	}

}
