package renda.local.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TermTest {

	private static final String BEGINS = "2018-10-26";

	private static final String ENDS = "2022-12-31";

	private static final Set<String> COUNTED_ACTS = Set.of("APPOINT", "DISMISS", "APPROVE", "APPROVE_DISMISSAL");

	@ParameterizedTest
	@ValueSource(strings = { "members", "meetings", "resolutions", "matters", "posts", "office-holders", "appointments",
			"oaths", "filings", "filing-makers", "filing-year-lists", "cleanup-rounds", "plan-items", "bills",
			"consultations", "consultation-comments" })
	void everyRowHasEveryColumnIsASampleAndTheSameEachTime(String file) {
		List<String> lines = new String(Term.csv(file), StandardCharsets.UTF_8).lines().toList();
		int columns = lines.getFirst().split(",", -1).length;
		assertThat(lines).hasSizeGreaterThan(1)
			.allSatisfy((line) -> assertThat(line.split(",", -1)).as(line).hasSize(columns));
		assertThat(lines.getFirst()).endsWith(",sample");
		assertThat(lines.stream().skip(1)).allMatch((line) -> line.endsWith(",true")).doesNotHaveDuplicates();
		assertThat(Term.csv(file)).isEqualTo(Term.csv(file));
	}

	@ParameterizedTest
	@CsvSource({ "resolutions, votedOn, 53, 3, 11, 13, 13, 13", "appointments, votedOn, 767, 118, 147, 158, 166, 178",
			"oaths, on, 351, 62, 71, 66, 74, 78", "filings, registeredOn, 173, 9, 38, 41, 43, 42",
			"cleanup-rounds, completedOn, 9, 0, 2, 3, 2, 2", "bills, promulgatedOn, 10, 0, 3, 2, 2, 3",
			"consultation-comments, madeOn, 2864, 0, 812, 694, 703, 655", "meetings, from, 38, 3, 8, 10, 9, 8" })
	void fillsTheYearsOfTheTermAndHasRowsBeside(String file, String day, int total, int y2018, int y2019, int y2020,
			int y2021, int y2022) {
		List<Map<String, String>> counted = counted(file, day);
		assertThat(counted).hasSize(total).hasSizeLessThan(rows(file).size());
		Map<String, Long> years = counted.stream()
			.collect(Collectors.groupingBy((row) -> row.get(day).substring(0, 4), Collectors.counting()));
		List<Integer> expected = List.of(y2018, y2019, y2020, y2021, y2022);
		for (int i = 0; i < expected.size(); i++) {
			assertThat(years.getOrDefault(Integer.toString(2018 + i), 0L)).as("%d", 2018 + i)
				.isEqualTo(expected.get(i).longValue());
		}
	}

	@Test
	void theMeetingsThatAreKnownAreOnTheirDays() {
		Map<String, String> days = rows("meetings").stream()
			.filter((row) -> "15".equals(row.get("term")))
			.collect(Collectors.toMap((row) -> row.getOrDefault("number", ""), (row) -> row.getOrDefault("from", "")));
		assertThat(days).containsAllEntriesOf(
				Map.of("1", "2018-10-26", "7", "2019-06-27", "8", "2019-08-29", "10", "2019-10-31", "15", "2020-04-29",
						"17", "2020-06-24", "26", "2021-06-24", "27", "2021-08-26", "28", "2021-10-29"));
		assertThat(Term.MEETINGS).isSorted().doesNotHaveDuplicates();
		assertThat(Term.name(LocalDate.of(2019, 10, 31))).isEqualTo("第十五届人大常委会第十次会议");
		assertThat(Term.name(LocalDate.of(2021, 6, 24))).isEqualTo("第十五届人大常委会第二十六次会议");
	}

	@Test
	void everyCountedActHasMoreThanHalfOfTheMembersForIt() {
		assertThat(counted("appointments", "votedOn"))
			.allMatch((row) -> 2 * number(row, "votesFor") > number(row, "members"));
		assertThat(counted("resolutions", "votedOn"))
			.allMatch((row) -> 2 * number(row, "votesFor") > number(row, "members"));
		assertThat(counts(counted("appointments", "votedOn"), "act")).containsEntry("APPOINT", 441L)
			.containsEntry("DISMISS", 312L);
		assertThat(rows("appointments")).anyMatch((row) -> "false".equals(row.get("passed")))
			.anyMatch((row) -> "ACTING".equals(row.get("act")));
		Set<String> posts = rows("posts").stream().map((row) -> row.get("code")).collect(Collectors.toSet());
		assertThat(rows("appointments")).allMatch((row) -> posts.contains(row.get("post")));
	}

	@Test
	void everyOathIsOfOnePassedAppointmentAndNotBeforeItsVote() {
		Map<String, Map<String, String>> acts = rows("appointments").stream()
			.collect(Collectors.toMap((row) -> row.getOrDefault("code", ""), Function.identity()));
		List<Map<String, String>> oaths = rows("oaths");
		assertThat(oaths.stream().map((row) -> row.get("appointment"))).doesNotHaveDuplicates();
		for (Map<String, String> oath : oaths) {
			Map<String, String> act = acts.get(oath.get("appointment"));
			assertThat(act).as(oath.toString())
				.isNotNull()
				.containsEntry("act", "APPOINT")
				.containsEntry("passed", "true");
			assertThat(oath.get("on")).isGreaterThanOrEqualTo(act.get("votedOn"));
		}
	}

	@Test
	void theSisterCitiesAreAmongTheResolutions() {
		assertThat(counts(counted("resolutions", "votedOn"), "type")).isEqualTo(
				Map.of("SISTER_CITY", 7L, "MAJOR_MATTER", 10L, "FINANCE_APPROVAL", 18L, "CONGRESS", 10L, "OTHER", 8L));
	}

	@Test
	void theFilingsComeFromTheirSourcesAndToTheirResults() {
		List<Map<String, String>> counted = counted("filings", "registeredOn");
		assertThat(counts(counted, "source")).isEqualTo(Map.of("GOVERNMENT_RULE", 14L, "GOVERNMENT_DOCUMENT", 98L,
				"COUNTY_RESOLUTION", 53L, "COURT", 5L, "PROCURATORATE", 3L));
		assertThat(counted.stream().filter((row) -> !row.getOrDefault("concludedOn", "").isEmpty())).hasSize(158);
		assertThat(counted.stream().filter((row) -> !row.getOrDefault("suspendedOn", "").isEmpty())).hasSize(11);
		assertThat(counted.stream().filter((row) -> !row.getOrDefault("opinionOn", "").isEmpty())).hasSize(4);
		assertThat(rows("filings").stream().filter((row) -> !row.getOrDefault("lateReason", "").isEmpty())).hasSize(6);
		assertThat(rows("filings").stream().filter((row) -> !row.getOrDefault("declinedOn", "").isEmpty()))
			.isNotEmpty();
	}

	@Test
	void everyMakerIsOnTheRollAndItsListsNameWhatItFiledButThreeThatNeverCame() {
		Set<String> roll = counts(rows("filing-makers"), "code").keySet();
		List<Map<String, String>> lists = rows("filing-year-lists");
		assertThat(roll).containsAll(counts(rows("filings"), "maker").keySet())
			.containsAll(counts(lists, "maker").keySet());
		assertThat(lists.stream().map((row) -> row.get("maker") + row.get("year")).distinct()).hasSize(16 * 8 - 3)
			.doesNotContain("market-bureau2024", "market-bureau2025", "county-committee-122025");
		assertThat(lists.stream().map((row) -> row.get("maker") + row.get("title") + row.get("issuedOn")))
			.containsAll(rows("filings").stream()
				.filter((row) -> row.getOrDefault("declinedOn", "").isEmpty()
						&& row.getOrDefault("issuedOn", "").compareTo("2018") > 0)
				.map((row) -> row.get("maker") + row.get("title") + row.get("issuedOn"))
				.toList());
	}

	@Test
	void theCommentsCameInTheirChannelsAndTheMattersFromTheirReporters() {
		assertThat(counts(counted("consultation-comments", "madeOn"), "channel"))
			.isEqualTo(Map.of("ONLINE", 1913L, "OFFLINE", 951L));
		assertThat(
				counts(rows("matters").stream().filter((row) -> "重大事项清单".equals(row.get("list"))).toList(), "reporter"))
			.isEqualTo(Map.of("GOVERNMENT", 33L, "SUPERVISORY_COMMISSION", 3L, "COURT", 3L, "PROCURATORATE", 3L));
		assertThat(counts(rows("plan-items").stream().filter((row) -> "2023".equals(row.get("year"))).toList(),
				"itemClass"))
			.containsEntry("REVIEW", 2L)
			.containsEntry("RESEARCH", 6L);
	}

	@Test
	void besideTheBillsThatWereAnnouncedOneOfEachCameToNothing() {
		List<Map<String, String>> others = rows("bills").stream()
			.filter((row) -> row.getOrDefault("promulgatedOn", "").isEmpty() && "15".equals(row.get("term")))
			.toList();
		assertThat(others).hasSize(5)
			.anyMatch((row) -> !row.getOrDefault("withdrawnOn", "").isEmpty())
			.anyMatch((row) -> !row.getOrDefault("shelvedOn", "").isEmpty()
					&& row.getOrDefault("terminatedOn", "").isEmpty())
			.anyMatch((row) -> !row.getOrDefault("terminatedOn", "").isEmpty())
			.anyMatch((row) -> !row.getOrDefault("askedOn", "").isEmpty())
			.anyMatch((row) -> "22".equals(row.get("votesFor")));
	}

	@Test
	void theCommitteeInOfficeHasItsMembersAndTheirAccounts() {
		List<String> lines = new String(Term.csv("members"), StandardCharsets.UTF_8).lines().toList();
		assertThat(lines).hasSize(52)
			.contains("body,term,name,number,account,post,since,sample",
					"STANDING_COMMITTEE,16,委员1,m-1,member.m1,CHAIR,2023-01-05,true",
					"STANDING_COMMITTEE,16,委员5,m-5,member.m5,SECRETARY_GENERAL,2023-01-05,true",
					"STANDING_COMMITTEE,16,委员51,m-51,member.m51,MEMBER,2023-01-05,true");
	}

	/**
	 * What the term's figures count: within the term, and passed or reviewed where that
	 * is asked.
	 */
	private static List<Map<String, String>> counted(String file, String day) {
		return rows(file).stream()
			.filter((row) -> row.getOrDefault(day, "").compareTo(BEGINS) >= 0
					&& row.getOrDefault(day, "").compareTo(ENDS) <= 0)
			.filter((row) -> !"false".equals(row.get("passed")) && !"CONGRESS".equals(row.get("body")))
			.filter((row) -> !file.equals("appointments") || COUNTED_ACTS.contains(row.get("act")))
			.filter((row) -> !file.equals("resolutions") || 2 * number(row, "votesFor") > number(row, "members"))
			.filter((row) -> !file.equals("filings")
					|| !(row.getOrDefault("concludedOn", "") + row.get("correctedOn")).isEmpty())
			.toList();
	}

	private static Map<String, Long> counts(List<Map<String, String>> rows, String column) {
		return rows.stream()
			.collect(Collectors.groupingBy((row) -> row.getOrDefault(column, ""), Collectors.counting()));
	}

	private static int number(Map<String, String> row, String column) {
		return Integer.parseInt(row.getOrDefault(column, ""));
	}

	private static List<Map<String, String>> rows(String file) {
		List<String[]> lines = new String(Term.csv(file), StandardCharsets.UTF_8).lines()
			.map((line) -> line.split(",", -1))
			.toList();
		String[] columns = lines.getFirst();
		return lines.stream().skip(1).map((values) -> {
			Map<String, String> row = new HashMap<>();
			for (int i = 0; i < columns.length; i++) {
				row.put(columns[i], values[i]);
			}
			return row;
		}).toList();
	}

}
