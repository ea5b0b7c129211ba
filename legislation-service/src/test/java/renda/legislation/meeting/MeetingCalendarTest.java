package renda.legislation.meeting;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import renda.legislation.meeting.Meeting.State;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingCalendarTest {

	private static final OffsetDateTime CHANGED = OffsetDateTime.parse("2026-03-01T09:00:00+08:00");

	private static String written(Meeting meeting) {
		return MeetingCalendar.of("某市人大会议", List.of(new MeetingCalendar.Entry(meeting, CHANGED)));
	}

	@Test
	void writesAMeetingAsAnEventOfWholeDays() {
		Meeting meeting = MeetingCases.ready(State.NOTIFIED, "check-in");
		assertThat(written(meeting).lines()).containsSubsequence("BEGIN:VCALENDAR", "VERSION:2.0",
				"X-WR-CALNAME:某市人大会议", "BEGIN:VEVENT", "UID:meeting-" + MeetingCases.ID + "@renda",
				"DTSTAMP:20260301T010000Z", "SEQUENCE:5", "DTSTART;VALUE=DATE:20260326", "DTEND;VALUE=DATE:20260328",
				"SUMMARY:第十六届人大常委会第二十次会议", "LOCATION:会议厅", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR");
	}

	@Test
	void tellsWhatIsPutOffOrCalledOffUnderTheSameUid() {
		Meeting meeting = MeetingCases.ready(State.NOTIFIED, "check-in");
		assertThat(written(meeting.in(State.PLANNED, MeetingCases.BEFORE, 6))).contains("STATUS:TENTATIVE",
				"SEQUENCE:6", "UID:meeting-" + MeetingCases.ID);
		assertThat(written(meeting.in(State.CANCELLED, MeetingCases.BEFORE, 7))).contains("STATUS:CANCELLED",
				"UID:meeting-" + MeetingCases.ID);
	}

	@Test
	void keepsWithheldItemsOutOfTheDescription() {
		Meeting meeting = MeetingCases.ready(State.NOTIFIED, "check-in");
		Meeting withheld = meeting.withAgenda(List.of(meeting.agenda().getFirst().withheld("决定")));
		assertThat(written(withheld)).doesNotContain("DESCRIPTION");
	}

	@Test
	void foldsLinesAt75OctetsAndNeverInsideACharacter() {
		String line = "SUMMARY:" + "会".repeat(60) + "𠮷".repeat(20);
		String folded = MeetingCalendar.folded(line);
		assertThat(folded.split("\r\n"))
			.allSatisfy((piece) -> assertThat(piece.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
			.hasSizeGreaterThan(3);
		assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
		assertThat(MeetingCalendar.folded("x".repeat(75))).doesNotContain("\r\n");
		assertThat(MeetingCalendar.folded("x".repeat(76))).isEqualTo("x".repeat(75) + "\r\n x");
	}

	@Test
	void escapesWhatTextMayNotHold() {
		assertThat(MeetingCalendar.escaped("a,b;c\\d\r\ne\u0007\rBEGIN:VEVENT"))
			.isEqualTo("a\\,b\\;c\\\\d\\ne\\nBEGIN:VEVENT");
	}

}
