package renda.legislation.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.meeting.MeetingFixtures.Running;
import renda.legislation.member.Body;
import renda.legislation.sitting.Sitting;
import renda.legislation.sitting.Sittings;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.PATH;
import static renda.legislation.meeting.MeetingFixtures.member;

/**
 * Meetings of the past, who attended them, and what follows from either.
 */
@ServiceTest
class MeetingImportTest {

	private static final Set<String> WAITING = Set.of("RUNNING", "OVERDUE");

	@Autowired
	private WebTestClient client;

	@Autowired
	private Sittings sittings;

	private Calls calls;

	@BeforeEach
	void calls() {
		this.calls = new Calls(this.client);
	}

	@Test
	void pastMeetingsComeInBulkOnceEach() {
		List<String> rows = new ArrayList<>(List.of("body,term,number,from,to,members,present,agenda,sample"));
		for (int i = 1; i <= 38; i++) {
			rows.add("STANDING_COMMITTEE,15,%d,2019-%02d-%02d,,55,%d,听取报告%d；审议条例,true".formatted(i, (i - 1) % 12 + 1,
					(i - 1) / 12 + 10, 40 + i % 15, i));
		}
		rows.add("CONGRESS,15,2,2019-02-18,2019-02-22,560,530,政府工作报告,true");
		rows.add("STANDING_COMMITTEE,15,39,2019-12-30,,55,56,出席多于全体,true");
		JsonNode job = this.calls.load("meetings", String.join("\n", rows), OFFICE);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(39);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(this.calls.load("meetings", String.join("\n", rows), OFFICE).path("unchanged").asInt())
			.isEqualTo(39);
		List<JsonNode> listed = this.calls
			.listed(PATH + "?body=STANDING_COMMITTEE&term=15&year=2019&state=PUBLISHED&held=true", "");
		assertThat(listed).hasSize(38).allMatch((one) -> one.path("members").asInt() == 55);
		assertThat(this.calls.listed(PATH + "?term=15&year=2020", "")).isEmpty();
		assertThat(this.calls.codes(PATH + "?from=2019-02-20&to=2019-02-21", "")).containsExactly("RDH-15-02");
		assertThat(this.calls.codes(PATH + "?q=政府工作报告", "")).containsExactly("RDH-15-02");
		Sitting past = this.sittings.byCode("CWH-15-38").block();
		assertThat(past.members()).isEqualTo(55);
		assertThat(past.open()).isFalse();
		assertThat(past.present()).isEqualTo(40 + 38 % 15);
		attendanceOfThePast();
	}

	@Test
	void mtg01AnImportLeavesTheClockOfTheNextMeetingOnTheLastOne() {
		String head = "body,term,number,from,to,members,present,sample\n";
		JsonNode job = this.calls.load("meetings",
				head + "STANDING_COMMITTEE,15,61,2022-05-10,2022-05-11,55,40,true\n"
						+ "STANDING_COMMITTEE,15,62,2022-07-12,2022-07-13,55,41,true\n"
						+ "STANDING_COMMITTEE,15,60,2022-03-15,,55,42,true\n"
						+ "STANDING_COMMITTEE,15,69,2022-09-01,,55,27,true\n",
				OFFICE);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(3);
		assertThat(job.path("failed").asInt()).as("MTG-02: 27 of 55 could not meet").isEqualTo(1);
		assertThat(waiting(past("CWH-15-62"))).as("two months from its last day").containsExactly("next");
		assertThat(past("CWH-15-62").shown().path("deadlines").toString()).contains("2022-09-13");
		assertThat(waiting(past("CWH-15-61"))).isEmpty();
		this.calls.load("meetings", head + "STANDING_COMMITTEE,15,59,2022-01-11,,55,40,true\n", OFFICE);
		assertThat(waiting(past("CWH-15-62"))).as("an earlier one changes nothing").containsExactly("next");
		this.calls.load("meetings", head + "STANDING_COMMITTEE,15,63,2022-09-06,,55,40,true\n", OFFICE);
		assertThat(waiting(past("CWH-15-62"))).isEmpty();
		assertThat(waiting(past("CWH-15-63"))).containsExactly("next");
		Running next = MeetingFixtures.planned(this.client, Body.STANDING_COMMITTEE, 17);
		next.step("fix-date", Map.of("from", MeetingFixtures.today(), "to", MeetingFixtures.today()), COUNCIL);
		assertThat(waiting(past("CWH-15-63"))).as("the next one has a date").isEmpty();
		this.calls.load("meetings", head + "STANDING_COMMITTEE,15,64,2022-11-08,,55,40,true\n", OFFICE);
		assertThat(waiting(past("CWH-15-64"))).isEmpty();
		assertThat(waiting(next)).containsExactly("interval");
		assertThat(next.shown().path("deadlines").toString()).as("from the last one imported").contains("2023-01-08");
	}

	/**
	 * The clocks that have not ended, over or not.
	 */
	private static List<String> waiting(Running meeting) {
		return meeting.shown()
			.path("deadlines")
			.valueStream()
			.filter((clock) -> WAITING.contains(clock.path("status").asString()))
			.map((clock) -> clock.path("name").asString())
			.toList();
	}

	private Running past(String code) {
		return new Running(this.client,
				UUID.fromString(this.calls.listed(PATH + "?term=15&state=PUBLISHED", "")
					.stream()
					.filter((one) -> one.path("code").asString().equals(code))
					.findFirst()
					.orElseThrow()
					.path("id")
					.asString()));
	}

	private void attendanceOfThePast() {
		this.calls.load("members",
				"body,term,name,number,post,since,until,sample\nSTANDING_COMMITTEE,15,旧委员甲,old-1,MEMBER,2018-12-01,2023-01-04,true\n"
						+ "STANDING_COMMITTEE,15,旧委员乙,old-2,MEMBER,2018-12-01,2023-01-04,true\n",
				Tokens.of(Role.PERSONNEL_OFFICE).value());
		String rows = """
				meeting,number,on,present,leave
				CWH-15-01,old-1,2019-01-10,true,
				CWH-15-01,old-2,2019-01-10,false,
				CWH-15-02,old-2,2019-02-10,false,
				CWH-15-03,old-2,2019-03-10,false,true
				CWH-15-77,old-2,2019-03-10,false,
				CWH-15-03,nobody,2019-03-10,false,
				CWH-15-03,old-1,2019-03-11,true,
				CWH-15-03,old-1,2019-03-10,true,true
				""";
		JsonNode job = this.calls.load("meeting-attendance", rows, OFFICE);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(4);
		assertThat(job.path("failed").asInt()).isEqualTo(4);
		assertThat(this.calls.load("meeting-attendance", rows, OFFICE).path("unchanged").asInt()).isEqualTo(4);
		assertThat(this.calls
			.load("meeting-attendance", "meeting,number,on,present\nCWH-15-01,old-1,2019-01-10,false\n", OFFICE)
			.path("updated")
			.asInt()).isEqualTo(1);
		JsonNode second = line(this.calls.listed(PATH + "/attendance?term=15&year=2019", OFFICE), "旧委员乙");
		assertThat(second.path("unexcused").asInt()).isEqualTo(2);
		assertThat(second.path("excused").asInt()).isEqualTo(1);
		assertThat(this.calls.listed(PATH + "/attendance/duties?year=2019", OFFICE)).as("MTG-32")
			.extracting((one) -> one.path("name").asString())
			.contains("旧委员乙");
	}

	@Test
	void mtg32WithoutLeaveTwoMeetingsObligeAndWithLeaveOnlyMoreThanAThirdOfTheDays() {
		StringBuilder meetings = new StringBuilder("body,term,number,from,members,present,sample\n");
		StringBuilder attendance = new StringBuilder("meeting,number,on,present,leave\n");
		for (int i = 1; i <= 6; i++) {
			meetings.append("STANDING_COMMITTEE,15,%d,2021-%02d-07,55,40,true\n".formatted(70 + i, 2 * i));
			absence(attendance, i, "leave-2", i <= 2, true);
			absence(attendance, i, "leave-3", i <= 3, true);
			absence(attendance, i, "none-1", i <= 1, false);
			absence(attendance, i, "none-2", i <= 2, false);
			absence(attendance, i, "mixed-3", i <= 3, i > 1);
		}
		this.calls.load("meetings", meetings.toString(), OFFICE);
		StringBuilder members = new StringBuilder("body,term,name,number,post,since,until,sample\n");
		for (String number : List.of("leave-2", "leave-3", "none-1", "none-2", "mixed-3")) {
			members.append("STANDING_COMMITTEE,15,%1$s,%1$s,MEMBER,2019-12-01,2023-01-04,true\n".formatted(number));
		}
		this.calls.load("members", members.toString(), Tokens.of(Role.PERSONNEL_OFFICE).value());
		assertThat(this.calls.load("meeting-attendance", attendance.toString(), OFFICE).path("created").asInt())
			.isEqualTo(30);
		List<JsonNode> lines = this.calls.listed(PATH + "/attendance/duties?year=2021", OFFICE);
		assertThat(lines).extracting((one) -> one.path("name").asString())
			.as("two of six days are no more than a third")
			.containsExactlyInAnyOrder("leave-3", "none-2", "mixed-3");
		assertThat(line(lines, "none-2").path("explanation").toString()).contains("未请假缺席常委会会议2次")
			.doesNotContain("三分之一");
		JsonNode leave = line(lines, "leave-3");
		assertThat(leave.path("unexcused").asInt()).as("leave is no absence without leave").isZero();
		assertThat(leave.path("daysMissed").asInt()).isEqualTo(3);
		assertThat(leave.path("daysWithLeave").asInt()).isEqualTo(3);
		assertThat(leave.path("explanation").toString()).contains("缺席3天", "其中请假3天", "三分之一").doesNotContain("未请假");
		assertThat(line(lines, "mixed-3").path("daysWithLeave").asInt()).isEqualTo(2);
		assertThat(line(lines, "mixed-3").path("unexcused").asInt()).isEqualTo(1);
	}

	private static void absence(StringBuilder rows, int meeting, String member, boolean absent, boolean leave) {
		rows.append("CWH-15-%d,%s,2021-%02d-07,%s,%s\n".formatted(70 + meeting, member, 2 * meeting, !absent,
				(absent && leave) ? "true" : ""));
	}

	private static JsonNode line(List<JsonNode> lines, String name) {
		return lines.stream().filter((one) -> one.path("name").asString().equals(name)).findFirst().orElseThrow();
	}

}
