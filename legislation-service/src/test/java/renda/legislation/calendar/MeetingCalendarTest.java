package renda.legislation.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.sitting.Announced;
import renda.legislation.sitting.Announced.Certainty;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingCalendarTest {

	private static final UUID ID = new UUID(8, 1);

	private static String written(Certainty certainty, long version, List<String> agenda) {
		Announced meeting = new Announced(ID, version, "第十六届人大常委会第二十次会议", "会议厅", LocalDate.of(2026, 3, 26),
				LocalDate.of(2026, 3, 27), certainty, agenda, OffsetDateTime.parse("2026-03-01T09:00:00+08:00"));
		return MeetingCalendar.of("某市人大会议", List.of(meeting));
	}

	@Test
	void writesAMeetingAsAnEventOfWholeDays() {
		assertThat(written(Certainty.CONFIRMED, 5, List.of("听取报告", "审议条例")).lines()).containsSubsequence(
				"BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:某市人大会议", "BEGIN:VEVENT", "UID:meeting-" + ID + "@renda",
				"DTSTAMP:20260301T010000Z", "SEQUENCE:5", "DTSTART;VALUE=DATE:20260326", "DTEND;VALUE=DATE:20260328",
				"SUMMARY:第十六届人大常委会第二十次会议", "LOCATION:会议厅", "DESCRIPTION:听取报告\\n审议条例", "STATUS:CONFIRMED", "END:VEVENT",
				"END:VCALENDAR");
	}

	@Test
	void tellsWhatIsPutOffOrCalledOffUnderTheSameUid() {
		assertThat(written(Certainty.TENTATIVE, 6, List.of())).contains("STATUS:TENTATIVE", "SEQUENCE:6",
				"UID:meeting-" + ID);
		assertThat(written(Certainty.CANCELLED, 7, List.of())).contains("STATUS:CANCELLED", "UID:meeting-" + ID)
			.doesNotContain("DESCRIPTION");
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
