package renda.legislation.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renda.legislation.Calls;
import renda.legislation.Calls.Opened;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Tally;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.today;

@ServiceTest
class ResolutionApiTest {

	private static final String PATH = "/api/v1/legislation/resolutions";

	private static final String GOVERNMENT = Tokens.of(Role.ORGAN).organ("city-government").value();

	private static final String BUREAU = Tokens.of(Role.ORGAN).organ("environment-bureau").value();

	private static final String FINANCE = Tokens.of(Role.COMMITTEE).organ("finance-committee").value();

	private static final Caller CHAIR = new Caller("chair", "主任", java.util.Set.of(Role.CHAIR), java.util.Set.of(), "");

	private static int meetings = 20;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private ResolutionTabled tabled;

	@Autowired
	private Members members;

	private Calls calls;

	@BeforeAll
	static void past(@Autowired WebTestClient client) {
		MeetingFixtures.committee(client);
		JsonNode job = new Calls(client).load("resolutions", PastResolutions.csv(), OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
		assertThat(job.path("created").asInt()).isEqualTo(PastResolutions.rows().size());
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
	}

	@Test
	void goesFromTheGovernmentsMotionThroughTheVoteToTheLastReport() {
		Opened one = moved(Map.of("title", "关于加强减煤减污治理的决定（草案）"), GOVERNMENT);
		assertThat(one.code()).startsWith("JD-");
		assertThat(one.seen(GOVERNMENT).path("deadlines").path(0).path("rule").asString()).isEqualTo("MAJ-05");
		assertThat(desk(COUNCIL)).contains(one.code());
		one.attempt("list", Map.of("meetingFrom", today().plusDays(30)), GOVERNMENT).expectStatus().isForbidden();
		one.step("refer", Map.of("committee", "finance-committee"), COUNCIL);
		one.attempt("list", Map.of("meetingFrom", today().plusDays(30)), COUNCIL).expectStatus().isEqualTo(409);
		one.attempt("examine", Map.of("report", "可行"), Tokens.of(Role.COMMITTEE).organ("social-committee").value())
			.expectStatus()
			.isNotFound();
		one.step("examine", Map.of("report", "必要、可行"), FINANCE);
		one.refused("list", Map.of("meetingFrom", today()), COUNCIL, "MTG-10");
		one.step("list", Map.of("meetingFrom", today(), "shortNotice", "汛情紧急"), COUNCIL);
		UUID meeting = MeetingFixtures
			.open(this.client, meetings++,
					List.of(MeetingFixtures.item("resolution", UUID.fromString(one.id()), Purpose.VOTE)))
			.id();
		Opened other = listed("另一件");
		other.refused("deliberate", Map.of("meeting", meeting), OFFICE, "MTG-09");
		other.attempt("deliberate", Map.of("meeting", UUID.randomUUID()), OFFICE).expectStatus().isBadRequest();
		other.attempt("deliberate", Map.of("meeting", "soon"), OFFICE).expectStatus().isBadRequest();
		JsonNode deliberated = one.step("deliberate", Map.of("meeting", meeting, "opinions", "多数赞成"), OFFICE);
		assertThat(deliberated.path("deliberation").path("meetingName").asString()).contains("常委会");
		one.attempt("adopt", Map.of(), COUNCIL).expectStatus().isForbidden();
		decided(one, 9, 5);
		JsonNode adopted = one.seen("");
		assertThat(adopted.path("state").asString()).isEqualTo("ADOPTED");
		assertThat(adopted.path("vote").path("needed").asInt()).isEqualTo(5);
		assertThat(adopted.path("vote").path("explanation").toString()).contains("全体 9 人", "members 9");
		assertThat(adopted.has("examination") || adopted.has("shortNotice")).as("not for strangers").isFalse();
		one.refused("publish", Map.of("where", "公报"), OFFICE, "MAJ-01");
		one.attempt("publish", Map.of("where", "公报", "text", "没有标题也没有条文", "structured", true), OFFICE)
			.expectStatus()
			.isEqualTo(422);
		JsonNode published = one.step("publish",
				Map.of("where", "公报第三号", "text", "# 关于加强减煤减污治理的决定\n\n第一条 减煤。\n\n第二条 减污。\n", "structured", true, "dueOn",
						today().plusDays(90), "tasks",
						List.of(Map.of("organ", "environment-bureau", "task", "报告治理情况"))),
				OFFICE);
		assertThat(published.path("state").asString()).isEqualTo("EXECUTING");
		JsonNode texts = this.calls.get(published.path("structured").asString(), "").path("items");
		assertThat(texts.path(0).path("articles").asInt()).isEqualTo(2);
		assertThat(desk(BUREAU)).contains(one.code());
		executed(one);
	}

	private void executed(Opened one) {
		one.step("report-progress", Map.of("text", "已拆改一半"), BUREAU);
		one.attempt("report-execution", Map.of("text", "完成"), GOVERNMENT).expectStatus().isForbidden();
		one.refused("ask-extension", Map.of("until", today().plusDays(60), "reason", "工期"), BUREAU, "MAJ-07");
		one.step("ask-extension", Map.of("until", today().plusDays(200), "reason", "工期"), BUREAU);
		assertThat(this.tabled.subject(UUID.fromString(one.id())).block().purposes()).contains(Purpose.VOTE);
		decided(one, 9, 5);
		JsonNode extended = one.seen("");
		assertThat(extended.path("tasks").path(0).path("dueOn").asString()).isEqualTo(today().plusDays(200).toString());
		assertThat(extended.path("vote").path("votesFor").asInt()).as("the vote that adopted it").isEqualTo(5);
		assertThat(this.tabled.subject(UUID.fromString(one.id())).block().purposes()).isEmpty();
		this.database.sql("UPDATE deadline SET due_on = due_on - 400 WHERE case_id = $1::uuid AND ended_on IS NULL")
			.bind(0, one.id())
			.fetch()
			.rowsUpdated()
			.block();
		assertThat(this.calls.codes(PATH + "?overdue=true", OFFICE)).contains(one.code());
		one.refused("report-execution", Map.of("text", "全部完成"), BUREAU, "MAJ-07");
		one.step("report-execution", Map.of("text", "全部完成", "lateReason", "汛期影响"), BUREAU);
		one.step("return", Map.of("organ", "environment-bureau", "until", today().plusDays(30), "reason", "缺少数据"),
				OFFICE);
		one.step("report-execution", Map.of("text", "补充数据"), BUREAU);
		one.step("follow-up", Map.of("text", "现场核查"), FINANCE);
		one.step("close", Map.of(), OFFICE);
		JsonNode closed = one.seen("");
		assertThat(closed.path("executedOn").asString()).isEqualTo(today().toString());
		assertThat(closed.path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(this.calls.codes(PATH + "?executor=environment-bureau&executed=true", "")).contains(one.code());
		JsonNode timeline = this.calls.get(one.path() + "/timeline", "");
		assertThat(timeline.valueStream().map((entry) -> entry.path("step").asString())).contains("adopt",
				"grant-extension", "close");
		assertThat(timeline.toString()).as("words are for those who act").doesNotContain("多数赞成", "现场核查");
	}

	@Test
	void fiveMembersMoveTogetherAndTheOfficeRecordsWhatCameOnPaper() {
		List<UUID> roll = this.members.inOffice(Body.STANDING_COMMITTEE, today())
			.block()
			.stream()
			.filter((member) -> member.post() == Member.Post.MEMBER)
			.map(Member::id)
			.toList();
		String lead = MeetingFixtures.member(5);
		this.calls.post(PATH, motion(together(roll.subList(0, 4))), lead)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-11")
			.jsonPath("$.facts.needed")
			.isEqualTo(5);
		List<UUID> four = new ArrayList<>(roll.subList(0, 4));
		four.add(UUID.randomUUID());
		this.calls.post(PATH, motion(together(four)), lead).expectStatus().isEqualTo(422);
		this.calls.post(PATH, motion(together(roll.subList(0, 5))), Tokens.of(Role.MEMBER).subject("member-99").value())
			.expectStatus()
			.isForbidden();
		Opened joint = moved(together(roll.subList(0, 5)), lead);
		assertThat(joint.seen(lead).path("movers")).hasSize(5);
		assertThat(joint.seen(lead).toString()).doesNotContain("member-5");
		assertThat(this.calls.status(joint.path(), MeetingFixtures.member(9))).isEqualTo(404);
		assertThat(this.calls.codes(PATH, "")).doesNotContain(joint.code());
		joint.refused("decline", Map.of(), COUNCIL, "MTG-11");
		joint.step("decline", Map.of("reason", "不属于常委会职权"), COUNCIL);
		this.calls.post(PATH, motion(Map.of()), OFFICE).expectStatus().isBadRequest();
		Map<String, Object> paper = motion(Map.of("submittedOn", today().minusDays(20), "mover",
				Map.of("kind", "COURT", "organ", "intermediate-court")));
		Opened court = this.calls.opened(PATH, paper, OFFICE);
		assertThat(court.seen(OFFICE).path("submittedOn").asString()).isEqualTo(today().minusDays(20).toString());
		assertThat(this.calls.status(court.path(), Tokens.of(Role.ORGAN).organ("intermediate-court").value()))
			.isEqualTo(200);
		this.calls.post(PATH, motion(Map.of("submittedOn", today().minusDays(20))), COUNCIL)
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void othersMoveNothing() {
		this.calls.post(PATH, motion(Map.of()), Tokens.of(Role.ORGAN).organ("transport-bureau").value())
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-11");
		this.calls.post(PATH, motion(Map.of()), Tokens.of(Role.RESIDENT).value()).expectStatus().isForbidden();
		this.calls.post(PATH, motion(Map.of("type", "SISTER_CITY", "country", "日本")), GOVERNMENT)
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/city");
		this.calls.post(PATH, motion(Map.of("form", "SONG")), GOVERNMENT).expectStatus().isBadRequest();
	}

	@Test
	void whatIsRejectedIsAnsweredInWritingAndReportedBack() {
		Opened one = listed("关于另设机构的决定（草案）");
		decided(one, 9, 4);
		assertThat(this.calls.status(one.path(), "")).as("no resolution came of it").isEqualTo(404);
		one.refused("send-opinions", Map.of(), OFFICE, "MAJ-06");
		JsonNode sent = one.step("send-opinions", Map.of("text", "论证不足"), OFFICE);
		assertThat(sent.path("deadlines").valueStream().map((clock) -> clock.path("name").asString()))
			.contains("answer");
		one.step("extend-answer", Map.of(), COUNCIL);
		one.step("answer", Map.of("text", "已重新论证"), GOVERNMENT);
		assertThat(one.seen(OFFICE).path("state").asString()).isEqualTo("CLOSED");
	}

	@Test
	void isTakenBackWithConsentAndTellsWhoeverIsBehind() {
		Opened one = listed("关于撤回的决定（草案）");
		one.step("ask-withdrawal", Map.of("reason", "情况变化"), GOVERNMENT);
		one.attempt("consent-withdrawal", Map.of(), COUNCIL, one.version() - 1)
			.expectStatus()
			.isEqualTo(412)
			.expectBody()
			.jsonPath("$.changes[0].step")
			.isEqualTo("ask-withdrawal");
		this.calls.post(one.path() + "/consent-withdrawal", Map.of(), COUNCIL).expectStatus().isEqualTo(428);
		one.step("consent-withdrawal", Map.of(), COUNCIL);
		one.attempt("dance", Map.of(), COUNCIL).expectStatus().isNotFound();
	}

	@ParameterizedTest
	@CsvSource({ "resolutions, 53", "sister_cities, 7" })
	void countsExactlyTheResolutionsItsItemsLinkLists(String key, int value) {
		JsonNode figure = this.calls.figure(key, "term=15&asOf=2022-12-31");
		assertThat(figure.path("value").asInt()).isEqualTo(value);
		assertThat(this.calls.codes(figure.path("items").asString(), "")).hasSize(value)
			.doesNotContainAnyElementsOf(PastResolutions.OUTSIDE);
	}

	@ParameterizedTest
	@CsvSource({ "resolutions, year, '2018=3, 2019=11, 2020=13, 2021=13, 2022=13'",
			"resolutions, type, 'CONGRESS=10, FINANCE_APPROVAL=18, MAJOR_MATTER=10, OTHER=8, SISTER_CITY=7'",
			"resolutions, form, 'DECISION=10, RESOLUTION=43'",
			"sister_cities, year, '2019=2, 2020=2, 2021=1, 2022=2'" })
	void breaksDownByEveryGroup(String key, String by, String expected) {
		assertThat(this.calls.counts(key, "term=15&asOf=2022-12-31&by=" + by)).isEqualTo(expected);
	}

	@Test
	void theSisterCitiesAreAmongTheResolutionsAndEachOfThemPassedByMoreThanHalf() {
		List<String> all = this.calls
			.codes(this.calls.figure("resolutions", "term=15&asOf=2022-12-31").path("items").asString(), "");
		assertThat(all).containsAll(this.calls
			.codes(this.calls.figure("sister_cities", "term=15&asOf=2022-12-31").path("items").asString(), ""));
		assertThat(this.calls.listed(PATH + "?term=15&adopted=true", "")).isNotEmpty()
			.allMatch((row) -> 2 * row.path("votesFor").asInt() > row.path("members").asInt());
		assertThat(this.calls.figure("resolutions", "term=15&asOf=2020-12-31").path("value").asInt()).isEqualTo(27);
	}

	@Test
	void anImportChangesNothingTwiceAndNamesTheColumnOfWhatTheLawDoesNotAllow() {
		JsonNode again = this.calls.load("resolutions", PastResolutions.csv(), OFFICE);
		assertThat(again.path("unchanged").asInt()).isEqualTo(PastResolutions.rows().size());
		record Bad(String row, String column, String reason) {
		}
		List<Bad> bad = List.of(
				new Bad("无资格提案,DECISION,OTHER,15,GOVERNMENT,transport-bureau,2021-03-01,2021-04-28,会议,55,40,,,,,",
						"mover", "人民政府"),
				new Bad("人数不足,DECISION,OTHER,15,COUNCIL,,2021-03-01,2021-04-28,会议,55,27,,,,,", "votesFor", "出席人数不足"),
				new Bad("票数有误,DECISION,OTHER,15,COUNCIL,,2021-03-01,2021-04-28,会议,55,56,,,,,", "members", "多于全体"),
				new Bad("缺少会议,DECISION,OTHER,15,COUNCIL,,2021-03-01,2021-04-28,,55,40,,,,,", "meeting", "meeting"),
				new Bad("没有城市,RESOLUTION,SISTER_CITY,15,COUNCIL,,2021-03-01,2021-04-28,会议,55,40,,日本,,,", "city",
						"city"),
				new Bad("先表决后提出,DECISION,OTHER,15,COUNCIL,,2021-04-30,2021-04-28,会议,55,40,,,,,", "votedOn",
						"2021-04-30"));
		String rows = IntStream.range(0, bad.size())
			.mapToObj((i) -> "JD-2021-%04d,%s\n".formatted(901 + i, bad.get(i).row()))
			.collect(Collectors.joining());
		JsonNode job = this.calls.load("resolutions", PastResolutions.HEAD + "\n" + rows, OFFICE);
		assertThat(job.path("failed").asInt()).as(job.toString()).isEqualTo(bad.size());
		for (int i = 0; i < bad.size(); i++) {
			JsonNode error = job.path("errors").path(i);
			assertThat(error.path("place").asString()).isEqualTo(String.valueOf(i + 1));
			assertThat(error.path("column").asString()).as(error.toString()).isEqualTo(bad.get(i).column());
			assertThat(error.path("detail").toString()).contains(bad.get(i).reason());
		}
	}

	@Test
	void marksInThePastWhatWasLate() {
		JsonNode row = this.calls.listed(PATH + "?code=JD-2018-0001", "").getFirst();
		JsonNode timeline = this.calls.get(PATH + "/" + row.path("id").asString() + "/timeline", "");
		assertThat(timeline.valueStream().map((entry) -> entry.path("step").asString())).containsExactly("propose",
				"list", "adopt", "publish", "report-execution", "close");
		assertThat(timeline.path(4).path("late").toString()).isEqualTo("[\"execution\"]");
	}

	private Opened listed(String title) {
		Opened one = moved(Map.of("title", title), GOVERNMENT);
		one.step("list", Map.of("meetingFrom", today().plusDays(20)), COUNCIL);
		return one;
	}

	/**
	 * What announcing a ballot does.
	 */
	private void decided(Opened one, int present, int votesFor) {
		Decided outcome = new Decided(UUID.randomUUID(), UUID.randomUUID(), "第十六届人大常委会会议", Body.STANDING_COMMITTEE,
				today(), Purpose.VOTE, "表决", Decisions.STANDING_COMMITTEE.outcome(9, present,
						Tally.of(votesFor, present - votesFor, 0, 0), RuleBook.statutory(today())));
		this.transaction.transactional(this.tabled.decided(UUID.fromString(one.id()), outcome, CHAIR)).block();
		one.moved();
	}

	private Opened moved(Map<String, Object> more, String token) {
		return this.calls.opened(PATH, motion(more), token);
	}

	private static Map<String, Object> motion(Map<String, Object> more) {
		Map<String, Object> motion = new LinkedHashMap<>(Map.of("title", "关于某事的决定（草案）", "form", "DECISION", "type",
				"MAJOR_MATTER", "draft", "一、办好某事。", "explanation", "依据地方组织法"));
		motion.putAll(more);
		return motion;
	}

	private static Map<String, Object> together(List<UUID> ids) {
		return Map.of("mover", Map.of("kind", "MEMBERS", "members", ids));
	}

	private String desk(String token) {
		return this.calls.get("/api/v1/legislation/desk", token).toString();
	}

	/**
	 * The resolutions of the 15th term, by years and types as the work report has them,
	 * and some that no figure counts.
	 */
	private static final class PastResolutions {

		static final String HEAD = "code,title,form,type,term,mover,moverOrgan,submittedOn,votedOn,meeting,members,votesFor,against,country,city,publishedOn,executors";

		static final List<String> OUTSIDE = List.of("JD-2022-0801", "JD-2022-0802", "JD-2023-0803", "JD-2018-0804",
				"JD-2022-0805", "JD-2022-0806");

		private static final int[] YEARS = { 3, 11, 13, 13, 13 };

		/** Sister cities by year; the other types are dealt out in turn. */
		private static final int[] SISTERS = { 0, 2, 2, 1, 2 };

		private PastResolutions() {
		}

		static String csv() {
			return HEAD + ",dueOn,executedOn,closedOn,body,withdrawnOn,sample\n" + String.join("\n", rows()) + "\n";
		}

		static List<String> rows() {
			List<String> types = new ArrayList<>();
			types.addAll(java.util.Collections.nCopies(10, "MAJOR_MATTER"));
			types.addAll(java.util.Collections.nCopies(18, "FINANCE_APPROVAL"));
			types.addAll(java.util.Collections.nCopies(10, "CONGRESS"));
			types.addAll(java.util.Collections.nCopies(8, "OTHER"));
			List<String> rows = new ArrayList<>();
			int next = 0;
			for (int i = 0; i < YEARS.length; i++) {
				int year = 2018 + i;
				LocalDate voted = (year == 2018) ? LocalDate.of(2018, 10, 26) : LocalDate.of(year, 8, 27);
				for (int k = 1; k <= YEARS[i]; k++) {
					boolean sister = k <= SISTERS[i];
					String type = sister ? "SISTER_CITY" : types.get(next++);
					rows.add(row("JD-%d-%04d".formatted(year, k), type, 15, voted, 40, sister ? "日本" : "",
							sister ? "某市" + k : "",
							(year == 2018 && k == 1) ? "city-government,2018-12-31,2019-02-01,2019-02-20,," : ",,,,,"));
				}
			}
			// rejected; withdrawn; of the next term; of the last term; of the congress;
			// only moved
			rows.add(row(OUTSIDE.get(0), "OTHER", 15, LocalDate.of(2022, 8, 26), 27, "", "", ",,,,,"));
			rows.add(OUTSIDE.get(1) + ",撤回的决定,DECISION,OTHER,15,COUNCIL,,2022-03-01,,,,,,,,,,,,,,2022-03-10,true");
			rows.add(row(OUTSIDE.get(2), "SISTER_CITY", 16, LocalDate.of(2023, 2, 24), 40, "韩国", "某市", ",,,,,"));
			rows.add(row(OUTSIDE.get(3), "OTHER", 14, LocalDate.of(2018, 8, 30), 40, "", "", ",,,,,"));
			rows.add(row(OUTSIDE.get(4), "CONGRESS", 15, LocalDate.of(2022, 4, 2), 400, "", "", ",,,,CONGRESS,")
				.replace(",55,400,", ",558,400,"));
			rows.add(OUTSIDE.get(5) + ",尚未表决,DECISION,SISTER_CITY,15,COUNCIL,,2022-12-01,,,,,,日本,某市,,,,,,,,true");
			return rows;
		}

		private static String row(String code, String type, int term, LocalDate voted, int votesFor, String country,
				String city, String rest) {
			String form = type.equals("MAJOR_MATTER") ? "DECISION" : "RESOLUTION";
			return "%s,关于%s的决议,%s,%s,%d,COUNCIL,,%s,%s,第某次会议,55,%d,5,%s,%s,%s,%s,true".formatted(code, code, form, type,
					term, voted.minusDays(30), voted, votesFor, country, city,
					(votesFor >= 28) ? voted.plusDays(3) : "", rest);
		}

	}

}
