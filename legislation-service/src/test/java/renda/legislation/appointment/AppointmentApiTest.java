package renda.legislation.appointment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.Calls.Opened;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.member.Body;
import renda.legislation.member.Member;
import renda.legislation.member.Members;
import renda.legislation.post.Holding;
import renda.legislation.post.Holdings;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Base;
import renda.platform.vote.DecisionRule;
import renda.platform.vote.Tally;
import renda.platform.web.Refusal;
import renda.platform.web.Text;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static renda.legislation.meeting.MeetingFixtures.COUNCIL;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.today;

@ServiceTest
class AppointmentApiTest {

	private static final String PATH = "/api/v1/legislation/appointments";

	private static final String POSTS = "/api/v1/legislation/posts";

	private static final String PERSONNEL = Tokens.of(Role.PERSONNEL_OFFICE).value();

	private static final String CHAIR = Tokens.of(Role.CHAIR).value();

	private static final String GOVERNMENT = Tokens.of(Role.ORGAN).organ("city-government").value();

	private static final String COURT = Tokens.of(Role.ORGAN).organ("intermediate-court").value();

	private static final Caller ANNOUNCER = new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "");

	private static final DecisionRule RULE = new DecisionRule("secret", Text.of("任免", "appointments"), Base.MEMBERS,
			"mtg.scMajority", "APT-16", "mtg.scQuorum", "MTG-02", true);

	private static int meetings = 40;

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@Autowired
	private TabledAppointments tabled;

	@Autowired
	private Members members;

	@Autowired
	private Holdings holdings;

	private Calls calls;

	@BeforeAll
	static void postsAndMembers(@Autowired WebTestClient client) {
		MeetingFixtures.committee(client);
		Calls calls = new Calls(client);
		done(calls.load("posts", """
				code,kind,organ,title,organName,seats,establishedOn,basis,sample
				planning-head,government-member,development-commission,市发展和改革委员会主任,市发展和改革委员会,1,2015-01-01,机构设置,true
				water-head,government-member,water-bureau,市水利局局长,市水利局,1,2015-01-01,机构设置,true
				transport-head,government-member,transport-bureau,市交通运输局局长,市交通运输局,1,2015-01-01,机构设置,true
				health-head,government-member,health-bureau,市卫生健康委员会主任,市卫生健康委员会,1,2015-01-01,机构设置,true
				old-head,government-member,old-bureau,市某局局长,市某局,1,2015-01-01,机构设置,true
				commission-head,commission-head,supervisory-commission,市监察委员会主任,市监察委员会,1,2015-01-01,法律,true
				mayor,mayor,city-government,市长,市人民政府,1,2015-01-01,法律,true
				vice-mayor,vice-mayor,city-government,副市长,市人民政府,8,2015-01-01,法律,true
				judge,judge,intermediate-court,市中级人民法院审判员,市中级人民法院,,2015-01-01,法律,true
				court-vice-president,court-vice-president,intermediate-court,市中级人民法院副院长,市中级人民法院,4,2015-01-01,法律,true
				chief-procurator,chief-procurator,procuratorate,市人民检察院检察长,市人民检察院,1,2015-01-01,法律,true
				""", PERSONNEL));
		done(calls.load("office-holders", """
				post,person,name,since,sample
				planning-head,h-1,孙前任,2020-03-01,true
				transport-head,h-2,李交通,2020-03-01,true
				vice-mayor,h-3,周副市长,2021-03-01,true
				""", PERSONNEL));
	}

	private static void done(JsonNode job) {
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(given);
	}

	@Test
	void aDismissalAndAnAppointmentToTheSamePostGoFromTheFileToTheCertificate() {
		Opened leaving = drafted("DISMISS", "h-1", "孙前任", "planning-head", GOVERNMENT);
		leaving.step("file", Map.of(), GOVERNMENT);
		Opened coming = drafted("APPOINT", "p-1", "钱新任", "planning-head", GOVERNMENT);
		assertThat(coming.seen(GOVERNMENT).path("deadlines").path(0).path("rule").asString()).isEqualTo("APT-09");
		assertThat(coming.seen(GOVERNMENT).path("file").path("evaluation").asString()).isEqualTo("德才兼备");
		assertThat(coming.seen(GOVERNMENT).path("file").path("publicity").asString())
			.as("APT-10: what the publicity brought")
			.isEqualTo("公示无异议");
		coming.step("file", Map.of(), GOVERNMENT);
		assertThat(desk(PERSONNEL)).contains(coming.code());
		leaving.step("check", Map.of("opinion", "材料齐全"), PERSONNEL);
		coming.step("check", Map.of("opinion", "材料齐全"), PERSONNEL);
		coming.refused("table", Map.of(), COUNCIL, "APT-11");
		assertThat(coming.step("examine", Map.of("score", 59), PERSONNEL).path("state").asString())
			.isEqualTo("EXAM_FAILED");
		coming.step("examine", Map.of("score", 91, "training", "任前法律培训"), PERSONNEL);
		leaving.step("table", Map.of(), COUNCIL);
		coming.step("table", Map.of(), COUNCIL);
		UUID meeting = meeting(List.of(item(leaving, Purpose.DISMISS), item(coming, Purpose.APPOINT)));
		deliberated(leaving, meeting, GOVERNMENT);
		coming.step("introduce", Map.of("meeting", meeting, "speaker", "常务副市长", "text", "提请说明"), GOVERNMENT);
		coming.step("answer", Map.of("question", "有何打算", "answer", "抓项目"), GOVERNMENT);
		coming.refused("deliberate", Map.of("meeting", meeting), OFFICE, "APT-14");
		coming.step("make-statement", Map.of("text", "若获任命，将忠于职守"), PERSONNEL);
		coming.step("deliberate", Map.of("meeting", meeting), OFFICE);
		assertThat(catchThrowableOfType(Refusal.class, () -> decided(coming, Purpose.APPOINT, meeting, 8)).properties())
			.containsEntry("rule", "APT-18");
		coming.attempt("appoint", Map.of(), CHAIR).expectStatus().isForbidden();
		decided(leaving, Purpose.DISMISS, meeting, 9);
		decided(coming, Purpose.APPOINT, meeting, 8);
		coming.moved();
		unknownToOutsiders(coming);
		announcedAndCertified(coming, leaving);
	}

	/**
	 * Nothing of it is published before it is announced.
	 */
	private void unknownToOutsiders(Opened one) {
		for (String outsider : List.of("", COURT, Tokens.of(Role.DEPUTY).value(),
				Tokens.of(Role.PERSONNEL_OFFICE).area("420100").value(), Tokens.of(Role.RESIDENT).value())) {
			assertThat(this.calls.status(one.path(), outsider)).as("APT-20: nobody learns of it before").isEqualTo(404);
			assertThat(this.calls.status(one.path() + "/timeline", outsider)).isEqualTo(404);
			assertThat(this.calls.status(one.path() + "/certificate", outsider)).isIn(404, 406);
			assertThat(this.calls.codes(PATH + "?code=" + one.code(), outsider)).isEmpty();
		}
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=planning-head&on=" + today(), ""))
			.isEmpty();
		assertThat(this.calls.codes(PATH + "?q=钱新任", PERSONNEL)).isEmpty();
		JsonNode member = one.seen(MeetingFixtures.member(5));
		assertThat(member.path("name").asString()).isEqualTo("钱新任");
		assertThat(member.has("file")).isFalse();
		assertThat(one.seen(OFFICE).has("file")).isFalse();
		assertThat(this.calls.get(one.path() + "/timeline", OFFICE).toString()).doesNotContain("德才兼备");
		for (String insider : List.of(GOVERNMENT, PERSONNEL, COUNCIL)) {
			assertThat(one.seen(insider).path("file").path("exams").path(1).path("score").asInt()).isEqualTo(91);
			assertThat(one.seen(insider).path("file").path("exams").path(1).path("training").asString())
				.as("APT-12: the legal training")
				.isEqualTo("任前法律培训");
		}
		assertThat(events(one)).isNotEmpty()
			.noneMatch((event) -> event.contains("钱新任"))
			.allMatch((event) -> event.startsWith("false"));
		assertThat(isStored(one, "planning-head")).as("a column that lists filter by").isTrue();
		assertThat(isStored(one, "钱新任") || isStored(one, "德才兼备") || isStored(one, "任前法律培训")).isFalse();
	}

	private void announcedAndCertified(Opened coming, Opened leaving) {
		coming.step("announce", Map.of("number", "公告〔2026〕7号"), CHAIR);
		JsonNode open = coming.seen("");
		assertThat(open.path("name").asString()).isEqualTo("钱新任");
		assertThat(open.path("outcome").asString()).contains("赞成 8 票", "全体 9 人");
		assertThat(open.has("file") || open.has("proceedings")).isFalse();
		JsonNode timeline = this.calls.get(coming.path() + "/timeline", "");
		assertThat(timeline.valueStream().map((entry) -> entry.path("step").asString())).containsExactly("appoint",
				"announce");
		assertThat(this.calls.codes(PATH + "?q=钱新任", "")).containsExactly(coming.code());
		assertThat(events(coming)).anyMatch((event) -> event.startsWith("true") && event.contains("钱新任"));
		coming.step("notify", Map.of("organs", List.of("市人民政府", "市发展和改革委员会")), OFFICE);
		assertThat(coming.seen(OFFICE).path("deadlines").valueStream().map((clock) -> clock.path("status").asString()))
			.doesNotContain("RUNNING", "OVERDUE");
		assertThat(this.calls.status(coming.path() + "/certificate", "")).isIn(404, 406);
		coming.step("certify", Map.of(), CHAIR);
		assertThat(printed(coming, "html")).as("APT-22, APT-23: the certificate that is handed over")
			.contains("<h1>任命书</h1>", "决定任命 钱新任 为 市发展和改革委员会主任", coming.code());
		assertThat(printed(coming, "markdown")).startsWith("# 任命书").contains("钱新任");
		coming.step("commit", Map.of("text", "本人承诺依法履职"), PERSONNEL);
		coming.step("file-record", Map.of("to", "UPPER_GOVERNMENT", "document", "报备〔2026〕3号"), GOVERNMENT);
		List<JsonNode> holders = this.calls
			.listed("/api/v1/legislation/office-holders?post=planning-head&on=" + today(), "");
		assertThat(holders).extracting((holder) -> holder.path("name").asString()).containsExactly("钱新任");
		leaving.moved();
		leaving.step("announce", Map.of("number", "公告〔2026〕8号"), OFFICE);
		leaving.refused("complete", Map.of(), PERSONNEL, "APT-21");
		leaving.step("notify", Map.of("organs", List.of("市人民政府")), OFFICE);
		leaving.step("file-record", Map.of("to", "UPPER_GOVERNMENT", "document", "报备〔2026〕4号"), GOVERNMENT);
		assertThat(leaving.step("complete", Map.of(), PERSONNEL).path("state").asString()).isEqualTo("COMPLETED");
	}

	@Test
	void whoIsNotTheNominatorIsToldByWhichRule() {
		refused(draft("APPOINT", "p-9", "赵某", "judge", Map.of()), GOVERNMENT, "APT-05");
		refused(draft("APPOINT", "p-9", "赵某", "water-head", Map.of()), COURT, "APT-03");
		refused(draft("APPOINT", "p-9", "赵某", "vice-mayor", Map.of()), COUNCIL, "APT-01");
		refused(draft("ACTING", "h-3", "周副市长", "mayor", Map.of()), GOVERNMENT, "APT-02");
		refused(draft("RESIGNATION", "h-3", "周副市长", "vice-mayor", Map.of()), GOVERNMENT, "APT-08");
		this.calls.post(PATH, draft("APPOINT", "p-9", "赵某", "judge", Map.of()), Tokens.of(Role.DEPUTY).value())
			.expectStatus()
			.isForbidden();
		this.calls.post(PATH, draft("APPOINT", "p-9", "赵某", "nowhere", Map.of()), COURT).expectStatus().isBadRequest();
		this.calls.post(PATH, draft("DANCE", "p-9", "赵某", "judge", Map.of()), COURT).expectStatus().isBadRequest();
		this.calls.post(PATH, draft("APPOINT", "p 9", "", "judge", Map.of()), COURT).expectStatus().isBadRequest();
	}

	@Test
	void aStepNeedsTheVersionReadAndNothingIsForged() {
		Opened one = drafted("APPOINT", "p-20", "吴某", "judge", COURT);
		this.calls.post(one.path() + "/file", Map.of(), COURT).expectStatus().isEqualTo(428);
		one.attempt("file", Map.of(), COURT, 7).expectStatus().isEqualTo(412);
		one.attempt("check", Map.of(), PERSONNEL).expectStatus().isEqualTo(409);
		one.attempt("check", Map.of(), GOVERNMENT).expectStatus().isNotFound();
		one.attempt("dance", Map.of(), COURT).expectStatus().isNotFound();
		one.attempt("revise", Map.of("papers", "x"), COURT).expectStatus().isBadRequest();
		one.step("revise", Map.of("papers", Map.of("form", "表")), COURT);
		one.refused("file", Map.of(), COURT, "APT-09");
		one.step("revise", Map.of("papers", papers()), COURT);
		one.step("file", Map.of(), COURT);
		one.step("return", Map.of("reason", "缺少公示结果"), PERSONNEL);
		one.step("file", Map.of(), COURT);
		one.step("record-complaint", Map.of("text", "某人实名反映某事"), PERSONNEL);
		assertThat(one.seen(COURT).path("file").path("complaints").toString()).contains("某人实名反映某事");
		one.step("verify-complaint", Map.of("number", 1, "finding", "查无实据"), COURT);
		one.step("check", Map.of(), PERSONNEL);
		one.refused("table", Map.of("known", Map.of("holders", 0, "holds", true, "deputises", List.of(), "fails",
				List.of(), "examined", true, "passMark", 1)), COUNCIL, "APT-11");
		one.step("withdraw", Map.of("reason", "工作变动"), COURT);
		assertThat(this.calls.status(one.path(), "")).isEqualTo(404);
	}

	@Test
	void aMemberOfTheStandingCommitteeResignsFirst() {
		Opened namesake = filed("APPOINT", "p-30", "委员5", "water-head", Map.of(), GOVERNMENT);
		namesake.attempt("check", Map.of(), PERSONNEL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-35")
			.jsonPath("$.citation")
			.isEqualTo("地方组织法(2022) 第四十七条")
			.jsonPath("$.facts.sameNameAsAMember")
			.isEqualTo(true);
		namesake.step("check", Map.of("namesake", "身份证号不同，另有其人"), PERSONNEL);
		Opened member = filed("APPOINT", "p-31", "委员6", "water-head", Map.of("account", "member-6"), GOVERNMENT);
		member.refused("check", Map.of("namesake", "另有其人"), PERSONNEL, "MTG-35");
		assertThat(member.seen(PERSONNEL).toString()).doesNotContain("member-6");
		member.step("withdraw", Map.of("reason", "改提他人"), GOVERNMENT);
		namesake.step("withdraw", Map.of("reason", "改提他人"), GOVERNMENT);
	}

	@Test
	void judgesAreVotedOnTogetherUnlessSomebodyObjects() {
		List<Opened> judges = List.of(tabled("APPOINT", "j-1", "郑法官", "judge", COURT),
				tabled("APPOINT", "j-2", "冯法官", "judge", COURT), tabled("APPOINT", "j-3", "陈法官", "judge", COURT));
		Opened leader = tabled("APPOINT", "j-9", "褚副院长", "court-vice-president", COURT);
		List<String> mixed = List.of(judges.get(0).id(), leader.id());
		this.calls.post("/api/v1/legislation/appointment-slates", slate(mixed), COUNCIL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("APT-17");
		this.calls.post("/api/v1/legislation/appointment-slates", slate(List.of(UUID.randomUUID().toString())), COUNCIL)
			.expectStatus()
			.isBadRequest();
		this.calls.post("/api/v1/legislation/appointment-slates", slate(mixed), PERSONNEL).expectStatus().isForbidden();
		String list = created("/api/v1/legislation/appointment-slates",
				slate(judges.stream().map(Opened::id).toList()));
		judges.forEach(Opened::moved);
		assertThat(this.tabled.subject(UUID.fromString(judges.get(0).id())).block().purposes())
			.as("it is voted on with its list")
			.isEmpty();
		assertThat(this.tabled.subject(UUID.fromString(list)).block().purposes()).containsExactly(Purpose.APPOINT);
		assertThat(this.tabled.deciding(Purpose.APPOINT)).isEqualTo(Tabled.Deciding.SECRET);
		judges.get(2).step("vote-singly", Map.of("reason", "有组成人员提出异议"), COUNCIL);
		UUID meeting = meeting(List.of(MeetingFixtures.item("appointment", UUID.fromString(list), Purpose.APPOINT),
				item(judges.get(2), Purpose.APPOINT)));
		judges.forEach((judge) -> deliberated(judge, meeting, COURT));
		decided(UUID.fromString(list), Purpose.APPOINT, meeting, 7);
		assertThat(judges).extracting((judge) -> judge.seen(COURT).path("state").asString())
			.containsExactly("APPOINTED", "APPOINTED", "DELIBERATED");
		assertThat(judges.get(0).seen(OFFICE).path("proceedings").path("votes").path(0).path("slate").asBoolean())
			.isTrue();
		decided(judges.get(2), Purpose.APPOINT, meeting, 6);
		assertThat(this.calls.codes(PATH + "?meeting=" + meeting, OFFICE)).hasSize(3);
	}

	@Test
	void aSecretBallotAppointsAndItsAgendaItemIsSettledWithIt() {
		Opened one = tabled("APPOINT", "p-60", "杨法官", "judge", COURT);
		MeetingFixtures.Running meeting = MeetingFixtures.open(this.client, meetings++,
				List.of(item(one, Purpose.APPOINT)));
		deliberated(one, meeting.id(), COURT);
		Opened ballot = this.calls.opened("/api/v1/legislation/ballots",
				Map.of("meeting", meeting.id(), "items", meeting.items()), OFFICE);
		assertThat(ballot.seen(OFFICE).toString()).contains("\"secret\":true");
		ballot.step("open", Map.of(), CHAIR);
		ballot.step("fall-back", Map.of("reason", "表决系统故障", "method", "PAPER"), CHAIR);
		Map<String, Object> count = Map.of("votesFor", 5, "against", 3, "abstained", 1, "notPressed", 0, "invalid", 0);
		ballot.step("tally", count, Tokens.of(Role.GENERAL_OFFICE).subject("teller-1").value());
		ballot.step("confirm", count, Tokens.of(Role.GENERAL_OFFICE).subject("teller-2").value());
		ballot.step("announce", Map.of(), CHAIR);
		JsonNode appointed = one.seen(COURT);
		assertThat(appointed.path("state").asString()).isEqualTo("APPOINTED");
		JsonNode vote = appointed.path("proceedings").path("votes").path(0);
		assertThat(vote.path("ballot").asString()).isEqualTo(ballot.id());
		assertThat(vote.path("votesFor").asInt()).isEqualTo(5);
		assertThat(meeting.shown().path("agenda").path(0).path("result").asString()).isEqualTo("PASSED");
	}

	@Test
	void whoFailsComesBackAfterSixMonthsAtTheEarliest() {
		Opened one = tabled("APPOINT", "p-40", "卫某", "health-head", GOVERNMENT);
		UUID meeting = meeting(item(one, Purpose.APPOINT));
		one.step("introduce", Map.of("meeting", meeting, "speaker", "副市长", "text", "说明"), GOVERNMENT);
		one.step("make-statement", Map.of("text", "表态"), PERSONNEL);
		one.step("deliberate", Map.of("meeting", meeting), OFFICE);
		decided(one, Purpose.APPOINT, meeting, 4);
		one.moved();
		assertThat(one.seen(GOVERNMENT).path("state").asString()).isEqualTo("NOT_APPROVED");
		assertThat(this.calls.status(one.path(), "")).isEqualTo(404);
		one.attempt("renominate", Map.of("papers", papers(), "meetingOn", today().plusMonths(1)), GOVERNMENT)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("APT-19")
			.jsonPath("$.facts.againFrom")
			.isEqualTo(today().plusMonths(6).toString());
		Opened roundabout = drafted("APPOINT", "p-40", "卫某", "health-head", GOVERNMENT);
		roundabout.refused("file", Map.of(), GOVERNMENT, "APT-19");
		Opened other = drafted("APPOINT", "p-40", "卫某", "water-head", GOVERNMENT);
		other.step("file", Map.of(), GOVERNMENT);
	}

	@Test
	void apt02AViceMayorActsForTheMayorUntilThereIsOneAndResigns() {
		Opened acting = filed("ACTING", "h-3", "周副市长", "mayor", Map.of(), COUNCIL);
		acting.step("check", Map.of(), PERSONNEL);
		acting.step("table", Map.of(), COUNCIL);
		Opened stranger = filed("ACTING", "h-2", "李交通", "mayor", Map.of(), COUNCIL);
		stranger.refused("check", Map.of(), PERSONNEL, "APT-02");
		UUID meeting = meeting(item(acting, Purpose.APPOINT));
		deliberated(acting, meeting, COUNCIL);
		decided(acting, Purpose.APPOINT, meeting, 9);
		assertThat(acting.seen(PERSONNEL).path("state").asString()).isEqualTo("APPOINTED");
		assertThat(holds("mayor")).containsExactly("h-3 acting");
		this.calls.posted(PATH + "/elections", Map.of("person", "m-1", "name", "吴市长", "post", "mayor", "electedOn",
				today(), "session", "第十六届人民代表大会第四次会议", "deputies", 558, "present", 540, "votesFor", 530), OFFICE);
		assertThat(holds("mayor")).as("acting ends with the election").containsExactly("m-1");
		assertThat(acting.seen(PERSONNEL).path("state").asString()).isEqualTo("ENDED");
		assertThat(acting.seen(PERSONNEL).path("ground").asString()).isEqualTo("ACTING_OVER");
		assertThat(acting.seen(PERSONNEL).path("endedOn").asString()).isEqualTo(today().toString());
		assertThat(holds("vice-mayor")).as("the deputy's own post stays").contains("h-3");
		Opened resigning = filed("RESIGNATION", "h-3", "周副市长", "vice-mayor", Map.of(), PERSONNEL);
		resigning.step("check", Map.of(), PERSONNEL);
		resigning.step("table", Map.of(), COUNCIL);
		UUID next = meeting(item(resigning, Purpose.RESIGNATION));
		deliberated(resigning, next, PERSONNEL);
		decided(resigning, Purpose.RESIGNATION, next, 9);
		resigning.moved();
		assertThat(resigning.seen(PERSONNEL).path("unfiled").path(0).asString()).isEqualTo("CONGRESS");
	}

	@Test
	void apt02ActingForAHeadWhoIsAwayGoesOnUntilTheHeadIsBack() {
		Holding.Begun head = begun("c-7", false, today().minusYears(1));
		Holding.Begun standin = begun("c-8", true, today().minusDays(3));
		UUID post = head.post();
		this.holdings.begin(List.of(head, standin)).block();
		assertThat(this.holdings.endActing(List.of(post), "ACTING_OVER").block()).isEmpty();
		assertThat(holds("commission-head")).as("the head was there before").containsExactly("c-7", "c-8 acting");
		this.holdings.begin(List.of(begun("c-9", false, today()))).block();
		this.holdings.endActing(List.of(post), "ACTING_OVER").block();
		assertThat(holds("commission-head")).containsExactly("c-7", "c-9");
	}

	private Holding.Begun begun(String person, boolean acting, LocalDate since) {
		UUID post = UUID.fromString(
				this.calls.get(POSTS + "?code=commission-head", "").path("items").path(0).path("id").asString());
		return new Holding.Begun(post, person, "某主任", acting, since, null, true, true);
	}

	/**
	 * Who holds a post today, announced or not.
	 */
	private List<String> holds(String code) {
		UUID post = UUID
			.fromString(this.calls.get(POSTS + "?code=" + code, "").path("items").path(0).path("id").asString());
		return this.holdings.ofPost(post, today())
			.block()
			.stream()
			.map((one) -> one.person() + (one.acting() ? " acting" : ""))
			.toList();
	}

	@Test
	void mtg35AMemberElectedToAPostInTheFourOrgansIsNotedUntilTheResignation() {
		String roll = "/api/v1/legislation/members";
		JsonNode member = this.calls.posted(roll, Map.of("body", "STANDING_COMMITTEE", "term", 16, "name", "吕委员",
				"number", "sc-99", "account", "member-99", "post", "MEMBER", "since", "2023-01-05"), PERSONNEL);
		String seat = roll + "/" + member.path("id").asString();
		String path = elected("p-99", "吕委员", "member-99");
		assertThat(this.calls.get(seat, "").has("incompatible")).as("nothing is told before the announcement")
			.isFalse();
		JsonNode announced = step(path, 1, "announce",
				Map.of("number", "公告〔2026〕50号", "known", Map.of("member", UUID.randomUUID())), OFFICE);
		assertThat(announced.path("committeeSeat").path("member").asString())
			.as("what is sent as known is not looked at")
			.isEqualTo(member.path("id").asString());
		JsonNode noted = this.calls.get(seat, "");
		assertThat(noted.path("incompatible").asString()).isEqualTo("副市长");
		assertThat(noted.path("incompatibleSince").asString()).isEqualTo(today().toString());
		assertThat(noted.has("until")).as("the membership does not end by itself").isFalse();
		assertThat(this.calls.get(path, "").path("committeeSeat").path("rule").asString()).isEqualTo("MTG-35");
		assertThat(this.calls.get(path, PERSONNEL).path("deadlines").findValuesAsString("rule")).contains("MTG-35");
		attempted(path, 2, "record-resignation", Map.of("basis", "接受辞职", "known", today().toString())).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-35");
		step(seat, noted.path("version").asLong(), "end", Map.of("until", today()), PERSONNEL);
		JsonNode settled = step(path, 2, "record-resignation", Map.of("basis", "常委会接受辞职的决定"), PERSONNEL);
		assertThat(settled.path("committeeSeat").path("resigned").asBoolean()).isTrue();
		assertThat(this.calls.get(seat, "").has("incompatible")).isFalse();
	}

	@Test
	void mtg35WhetherANamesakeIsTheMemberIsFoundOutBeforeAnythingIsTold() {
		String path = elected("p-98", "委员8", "");
		JsonNode announced = step(path, 1, "announce", Map.of("number", "公告〔2026〕51号"), OFFICE);
		assertThat(announced.has("committeeSeat")).as("to the general office").isFalse();
		assertThat(this.calls.get(path, "").has("committeeSeat")).isFalse();
		assertThat(this.calls.get(path, "").toString()).doesNotContain("MTG-35");
		assertThat(this.calls.get(path, PERSONNEL).path("deadlines").findValuesAsString("rule")).contains("MTG-35");
		JsonNode asked = this.calls.get(path, PERSONNEL).path("committeeSeat");
		assertThat(asked.path("identified").asBoolean()).isFalse();
		String seat = "/api/v1/legislation/members/" + asked.path("member").asString();
		assertThat(this.calls.get(seat, "").has("incompatible")).isFalse();
		JsonNode other = step(path, 2, "identify-member", Map.of("same", false, "basis", "身份证号不同"), PERSONNEL);
		assertThat(other.path("committeeSeat").path("resigned").asBoolean()).isFalse();
		assertThat(this.calls.get(seat, "").has("incompatible")).isFalse();
		String again = elected("p-97", "委员9", "");
		step(again, 1, "announce", Map.of("number", "公告〔2026〕52号"), OFFICE);
		step(again, 2, "identify-member", Map.of("same", true, "basis", "核对身份证"), PERSONNEL);
		String same = "/api/v1/legislation/members/"
				+ this.calls.get(again, "").path("committeeSeat").path("member").asString();
		assertThat(this.calls.get(same, "").path("incompatible").asString()).isEqualTo("副市长");
		step(again, 3, "end", Map.of("ground", "TERM_OVER", "basis", "任期届满"), PERSONNEL);
		assertThat(this.calls.get(same, "").has("incompatible")).as("the post is left").isFalse();
	}

	/**
	 * Somebody elected vice-mayor.
	 */
	private String elected(String person, String name, String account) {
		JsonNode elected = this.calls
			.posted(PATH + "/elections",
					Map.of("person", person, "name", name, "account", account, "post", "vice-mayor", "electedOn",
							today(), "session", "第十六届人民代表大会第四次会议", "deputies", 558, "present", 540, "votesFor", 530),
					OFFICE);
		return PATH + "/" + elected.path("id").asString();
	}

	private WebTestClient.ResponseSpec attempted(String path, long version, String step, Object body) {
		return this.client.post().uri(path + "/" + step).headers((headers) -> {
			headers.setBearerAuth(PERSONNEL);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange();
	}

	@Test
	void theChiefProcuratorIsElectedAndApprovedAbove() {
		Map<String, Object> election = new LinkedHashMap<>(
				Map.of("person", "c-1", "name", "蒋检察长", "post", "chief-procurator", "electedOn", today(), "session",
						"第十六届人民代表大会第四次会议", "deputies", 558, "present", 540, "votesFor", 279));
		this.calls.post(PATH + "/elections", election, OFFICE)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-15");
		election.put("votesFor", 530);
		this.calls.post(PATH + "/elections", election, GOVERNMENT).expectStatus().isForbidden();
		JsonNode elected = this.calls.posted(PATH + "/elections", election, OFFICE);
		assertThat(elected.path("state").asString()).isEqualTo("APPROVAL_NEEDED");
		String path = PATH + "/" + elected.path("id").asString();
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=chief-procurator", "")).isEmpty();
		JsonNode approved = step(path, 1, "record-upper-decision",
				Map.of("approved", true, "by", "省人民代表大会常务委员会", "document", "批复〔2026〕1号"), OFFICE);
		assertThat(approved.path("state").asString()).isEqualTo("APPOINTED");
		step(path, 2, "announce", Map.of("number", "公告〔2026〕20号"), OFFICE);
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=chief-procurator", "")).hasSize(1);
	}

	@Test
	void aFifthOfTheMembersMovesARemovalAndThePersonIsHeard() {
		List<UUID> roll = this.members.inOffice(Body.STANDING_COMMITTEE, today())
			.block()
			.stream()
			.map(Member::id)
			.toList();
		String mover = MeetingFixtures.member(1);
		refused(draft("REMOVE", "h-2", "李交通", "transport-head", Map.of("members", roll.subList(0, 1))), mover,
				"INQ-22");
		this.calls
			.post(PATH, draft("REMOVE", "h-2", "李交通", "transport-head", Map.of("members", roll.subList(0, 4))),
					Tokens.of(Role.MEMBER).subject("somebody").value())
			.expectStatus()
			.isForbidden();
		Opened removal = this.calls.opened(PATH,
				draft("REMOVE", "h-2", "李交通", "transport-head", Map.of("members", roll.subList(0, 9))), mover);
		removal.step("file", Map.of(), mover);
		assertThat(removal.seen(MeetingFixtures.member(2)).path("actions").toString()).as("moved together")
			.contains("withdraw");
		removal.step("check", Map.of(), PERSONNEL);
		removal.step("table", Map.of(), COUNCIL);
		UUID meeting = meeting(item(removal, Purpose.REMOVE));
		removal.step("introduce", Map.of("meeting", meeting, "speaker", "委员1", "text", "撤职理由"), mover);
		removal.refused("deliberate", Map.of("meeting", meeting), OFFICE, "INQ-23");
		removal.step("defend", Map.of("text", "书面申辩意见"), PERSONNEL);
		removal.step("deliberate", Map.of("meeting", meeting), OFFICE);
		decided(removal, Purpose.REMOVE, meeting, 6);
		removal.moved();
		removal.step("announce", Map.of("number", "公告〔2026〕30号"), OFFICE);
		List<JsonNode> past = this.calls.listed("/api/v1/legislation/office-holders?post=transport-head", "");
		assertThat(past).hasSize(1);
		assertThat(past.getFirst().path("ground").asString()).isEqualTo("REMOVE");
	}

	@Test
	void aPostIsRenamedWithoutANewAppointmentAndItsEndIsThatOfItsHolders() {
		Opened one = tabled("APPOINT", "p-50", "沈某", "old-head", GOVERNMENT);
		UUID meeting = meeting(item(one, Purpose.APPOINT));
		one.step("introduce", Map.of("meeting", meeting, "speaker", "副市长", "text", "说明"), GOVERNMENT);
		one.step("make-statement", Map.of("text", "表态"), PERSONNEL);
		one.step("deliberate", Map.of("meeting", meeting), OFFICE);
		decided(one, Purpose.APPOINT, meeting, 9);
		one.moved();
		one.step("announce", Map.of("number", "公告〔2026〕40号"), OFFICE);
		JsonNode post = this.calls.get(POSTS + "?code=old-head", "").path("items").path(0);
		String path = POSTS + "/" + post.path("id").asString();
		JsonNode renamed = step(path, 1, "rename",
				Map.of("from", today(), "title", "市新局局长", "organName", "市新局", "basis", "机构改革方案"), PERSONNEL);
		assertThat(renamed.path("title").asString()).isEqualTo("市新局局长");
		assertThat(this.calls.get(path + "?on=2020-01-01", "").path("title").asString()).isEqualTo("市某局局长");
		assertThat(this.calls.listed("/api/v1/legislation/office-holders?post=old-head", "")).hasSize(1);
		assertThat(this.calls.codes(POSTS + "?q=新局", "")).contains("old-head");
		assertThat(this.calls.codes(POSTS + "?vacant=true", "")).doesNotContain("old-head");
		this.client.post()
			.uri(path + "/abolish")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.bodyValue(Map.of("on", today(), "basis", "x"))
			.exchange()
			.expectStatus()
			.isForbidden();
		step(path, 2, "abolish", Map.of("on", today(), "successor", "water-head", "basis", "机构改革方案"), PERSONNEL);
		JsonNode ended = one.seen("");
		assertThat(ended.path("state").asString()).isEqualTo("ENDED");
		assertThat(ended.path("ground").asString()).isEqualTo("BODY_ABOLISHED");
		this.client.post()
			.uri(path + "/abolish")
			.headers((headers) -> headers.setBearerAuth(PERSONNEL))
			.header("If-Match", "\"3\"")
			.bodyValue(Map.of("on", today(), "basis", "x"))
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("APT-24");
		refused(draft("APPOINT", "p-51", "韩某", "old-head", Map.of()), GOVERNMENT, "APT-24");
		assertThat(this.calls.get("/api/v1/legislation/post-kinds", "").size()).isEqualTo(21);
	}

	private static Map<String, Object> papers() {
		return Map.of("form", "任免呈报表", "reasons", "工作需要", "evaluation", "德才兼备", "publicity", "公示无异议");
	}

	private static Map<String, Object> draft(String act, String person, String name, String post,
			Map<String, Object> more) {
		Map<String, Object> draft = new LinkedHashMap<>(Map.of("act", act, "person", person, "name", name, "post", post,
				"meetingOn", today().plusDays(30), "papers", papers()));
		draft.putAll(more);
		return draft;
	}

	private Opened drafted(String act, String person, String name, String post, String token) {
		return this.calls.opened(PATH, draft(act, person, name, post, Map.of()), token);
	}

	private Opened filed(String act, String person, String name, String post, Map<String, Object> more, String token) {
		Opened one = this.calls.opened(PATH, draft(act, person, name, post, more), token);
		one.step("file", Map.of(), token);
		return one;
	}

	private Opened tabled(String act, String person, String name, String post, String token) {
		Opened one = filed(act, person, name, post, Map.of(), token);
		one.step("check", Map.of(), PERSONNEL);
		one.step("examine", Map.of("score", 80), PERSONNEL);
		one.step("table", Map.of(), COUNCIL);
		return one;
	}

	private void deliberated(Opened one, UUID meeting, String nominator) {
		one.step("introduce", Map.of("meeting", meeting, "speaker", "受委托人", "text", "提请说明"), nominator);
		one.step("deliberate", Map.of("meeting", meeting), OFFICE);
	}

	private void refused(Object body, String token, String rule) {
		this.calls.post(PATH, body, token)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo(rule);
	}

	private static Map<String, Object> slate(List<String> ids) {
		return Map.of("appointments", ids, "consulted", "征求意见，无人提出异议");
	}

	private String created(String path, Object body) {
		String location = this.calls.post(path, body, COUNCIL)
			.expectStatus()
			.isCreated()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getFirst("Location");
		return String.valueOf(location).substring(path.length() + 1);
	}

	private UUID meeting(Map<String, Object> item) {
		return meeting(List.of(item));
	}

	private UUID meeting(List<Map<String, Object>> items) {
		return MeetingFixtures.open(this.client, meetings++, items).id();
	}

	private static Map<String, Object> item(Opened one, Purpose purpose) {
		return MeetingFixtures.item("appointment", UUID.fromString(one.id()), purpose);
	}

	private void decided(Opened one, Purpose purpose, UUID meeting, int votesFor) {
		decided(UUID.fromString(one.id()), purpose, meeting, votesFor);
	}

	private void decided(UUID subject, Purpose purpose, UUID meeting, int votesFor) {
		Decided outcome = new Decided(UUID.randomUUID(), meeting, "第十六届人大常委会会议", Body.STANDING_COMMITTEE, today(),
				purpose, "任免", RULE.outcome(9, 9, Tally.of(votesFor, 9 - votesFor, 0, 0), RuleBook.statutory(today())));
		this.transaction.transactional(this.tabled.decided(subject, outcome, ANNOUNCER)).block();
	}

	private JsonNode step(String path, long version, String step, Object body, String token) {
		JsonNode after = this.client.post().uri(path + "/" + step).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange().expectBody(JsonNode.class).returnResult().getResponseBody();
		assertThat(after).isNotNull();
		assertThat(after.path("version").asLong()).as(after.toString()).isEqualTo(version + 1);
		return after;
	}

	private String printed(Opened one, String format) {
		return this.client.get()
			.uri(one.path() + "/certificate?format=" + format)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
	}

	private String desk(String token) {
		return this.calls.get("/api/v1/legislation/desk", token).toString();
	}

	private List<String> events(Opened one) {
		return this.database.sql("""
				SELECT (audience IS NULL)::text || data::text AS event FROM outbox
				WHERE subject = 'appointment/' || $1""")
			.bind(0, one.id())
			.map((row) -> String.valueOf(row.get("event", String.class)))
			.all()
			.collectList()
			.block();
	}

	/**
	 * Whether the row or its timeline in the database has these words in any column.
	 */
	private boolean isStored(Opened one, String words) {
		return Boolean.TRUE.equals(this.database
			.sql("""
					SELECT EXISTS (SELECT FROM appointment AS kept WHERE id = $1::uuid
					               AND (position(convert_to($2, 'UTF8') IN content) > 0 OR kept::text LIKE '%' || $2 || '%'))
					    OR EXISTS (SELECT FROM case_step AS kept WHERE case_id = $1::uuid AND kept::text LIKE '%' || $2 || '%')
					       AS stored""")
			.bind(0, one.id())
			.bind(1, words)
			.map((row) -> row.get("stored", Boolean.class))
			.one()
			.block());
	}

}
