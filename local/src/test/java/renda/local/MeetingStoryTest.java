package renda.local;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One meeting of the standing committee, from the notice to the last announcement: it
 * passes a bill and two resolutions and makes ten appointments. Everybody acts with their
 * own token, through the gateway.
 */
class MeetingStoryTest {

	private static final String LEGISLATION = "/api/v1/legislation/";

	private static final String COUNCIL = "council";

	private static final String CHAIR = "chair";

	private static final String OFFICE = "general-office";

	private static final String DRAFTERS = "legislative-office";

	private static final String LEGAL = "legal-committee";

	private static final String PERSONNEL = "personnel-office";

	private static final String GOVERNMENT = "organ/city-government";

	private static final String COURT = "organ/intermediate-court";

	private static final List<String> CHECKS = List.of("CONFLICT", "CONSISTENCY", "LOCAL_NEED", "BALANCE",
			"FEASIBILITY", "DRAFTING");

	private static final String TITLE = "郑州市测试停车管理条例";

	@RegisterExtension
	static PlatformExtension platform = new PlatformExtension();

	private static final Committee COMMITTEE = new Committee(platform, "story");

	@BeforeAll
	static void membersPostsAndARegulation() throws Exception {
		COMMITTEE.enrol();
		Ground.rows(platform, LEGISLATION + "imports/posts", PERSONNEL, """
				code,kind,organ,title,organName,seats,establishedOn,basis,sample
				story-head,government-member,story-bureau,市某局局长,市某局,1,2015-01-01,测试,true
				story-judge,judge,intermediate-court,市中级人民法院审判员,市中级人民法院,,2015-01-01,测试,true
				""");
		Ground.rows(platform, LEGISLATION + "imports/office-holders", PERSONNEL, """
				post,person,name,since,sample
				story-head,story-1,孙前任,2020-03-01,true
				""");
		HttpResponse<String> text = platform.post(LEGISLATION + "imports/regulations", DRAFTERS,
				"text/markdown;charset=UTF-8", """
						# %s

						2019年6月27日 郑州市第十五届人民代表大会常务委员会第七次会议通过

						2019年7月26日 河南省第十三届人民代表大会常务委员会第十一次会议批准

						<!-- INFO END -->

						第一条 为了管理停车，制定本条例。

						第二条 停车场由城市管理部门管理。

						第三条 本条例自2019年10月1日起施行。
						""".formatted(TITLE));
		assertThat(text.statusCode()).as(text.body()).isBetween(200, 299);
	}

	@Test
	void aBillTwoResolutionsAndTenAppointmentsFromTheNoticeToPromulgationAndOath() throws Exception {
		// what the meeting is about has come in before it
		StoryCase bill = aBillOfTheGovernment();
		StoryCase coal = aResolution("关于加强减煤减污治理的决定（草案）", Map.of());
		StoryCase city = aResolution("关于与某市建立友好城市关系的决议（草案）",
				Map.of("type", "SISTER_CITY", "form", "RESOLUTION", "country", "某国", "city", "某市"));
		StoryCase leaving = nominated("DISMISS", "story-1", "孙前任", "story-head", GOVERNMENT);
		StoryCase coming = nominated("APPOINT", "story-2", "钱新任", "story-head", GOVERNMENT);
		List<StoryCase> judges = new ArrayList<>();
		for (int i = 1; i <= 8; i++) {
			judges.add(nominated("APPOINT", "story-judge-" + i, "法官" + i, "story-judge", COURT));
		}
		String slate = slate(judges);

		// the chairpersons' meeting plans it, the office gives notice and sends the
		// papers
		StoryCase meeting = StoryCase.opened(platform, LEGISLATION + "meetings", COUNCIL,
				Map.of("body", "STANDING_COMMITTEE", "term", 16, "number", 61, "kind", "SPECIAL", "from", today(), "to",
						today(), "basis", "主任会议决定", "sample", true));
		meeting.step("fix-date", COUNCIL, Map.of("from", today(), "to", today(), "place", "常委会会议厅"));
		propose(meeting, "bill", bill.id(), "FIRST_READING");
		propose(meeting, "bill", bill.id(), "VOTE");
		propose(meeting, "resolution", coal.id(), "VOTE");
		propose(meeting, "resolution", city.id(), "VOTE");
		propose(meeting, "appointment", leaving.id(), "DISMISS");
		propose(meeting, "appointment", coming.id(), "APPOINT");
		propose(meeting, "appointment", slate, "APPOINT");
		meeting.step("notify", OFFICE, Map.of());
		for (JsonNode item : meeting.seenBy(OFFICE).path("agenda")) {
			meeting.step("send-papers", OFFICE, Map.of("item", item.path("id").asString(), "late", "临时会议，情况紧急"));
		}

		// members sign in with their devices; there is no meeting before there is a
		// quorum
		meeting.step("check-in", OFFICE, Map.of());
		COMMITTEE.signIn(meeting.id(), 25);
		JsonNode few = meeting.refused("open", CHAIR, Committee.OPENING, "MTG-02");
		assertThat(few.path("facts").path("needed").asInt()).isEqualTo(26);
		COMMITTEE.signIn(meeting.id(), 45);
		meeting.step("open", CHAIR, Committee.OPENING);
		meeting.step("adopt-agenda", OFFICE, Map.of());
		Map<String, String> items = new LinkedHashMap<>();
		meeting.seenBy(OFFICE)
			.path("agenda")
			.forEach((item) -> items.put(item.path("subject").asString() + "/" + item.path("purpose").asString(),
					item.path("id").asString()));

		// the bill: one reading, the draft for the vote, and the vote by name
		bill.step("read-first", DRAFTERS,
				Map.of("meeting", meeting.id(), "presentedBy", "市司法局局长", "papersLate", "临时会议"));
		bill.step("vote-draft", LEGAL, Map.of("draft", draft(bill, "草案表决稿", LEGAL), "report", "审议结果报告"));
		JsonNode passed = COMMITTEE.votes(meeting.id(), List.of(items.get(bill.id() + "/VOTE")), Map.of(),
				Committee.choices(40, 3, 2));
		Committee.assertPassed(passed, true);
		assertThat(passed.path("count").path("outcome").path("explanation").path("en").asString())
			.contains("members 51, present 45, for 40", "needed 26", "passed");
		assertThat(bill.seenBy("").path("state").asString()).isEqualTo("PASSED");
		JsonNode sheet = platform
			.json(platform.get(LEGISLATION + "ballots/" + passed.path("id").asString() + "/sheet", ""));
		assertThat(platform.post(LEGISLATION + "ballots/verify", "", "application/json", sheet.toString()).body())
			.contains("\"genuine\":true");

		// two resolutions
		for (StoryCase resolution : List.of(coal, city)) {
			resolution.refresh(OFFICE).step("deliberate", OFFICE, Map.of("meeting", meeting.id(), "opinions", "多数赞成"));
			Committee.assertPassed(COMMITTEE.votes(meeting.id(), List.of(items.get(resolution.id() + "/VOTE")),
					Map.of(), Committee.choices(44, 0, 1)), true);
			assertThat(resolution.seenBy("").path("state").asString()).isEqualTo("ADOPTED");
		}

		// ten appointments in secret: first the post is vacated, then it is filled; the
		// judges together
		deliberated(leaving, meeting, GOVERNMENT, false);
		deliberated(coming, meeting, GOVERNMENT, true);
		for (StoryCase judge : judges) {
			deliberated(judge, meeting, COURT, false);
		}
		Committee.assertPassed(COMMITTEE.votes(meeting.id(), List.of(items.get(leaving.id() + "/DISMISS")), Map.of(),
				Committee.choices(43, 1, 1)), true);
		JsonNode secret = COMMITTEE.votes(meeting.id(), List.of(items.get(coming.id() + "/APPOINT")), Map.of(),
				Committee.choices(41, 2, 2));
		Committee.assertPassed(secret, true);
		assertThat(secret.path("count").path("tally").path("votesFor").asInt()).isEqualTo(41);
		assertThat(platform.get(LEGISLATION + "ballots/" + secret.path("id").asString() + "/votes", "").body())
			.as("who took part, and never what they chose")
			.doesNotContain("\"choice\"");
		Committee.assertPassed(COMMITTEE.votes(meeting.id(), List.of(items.get(slate + "/APPOINT")), Map.of(),
				Committee.choices(45, 0, 0)), true);

		// announced, certified, sworn
		List<StoryCase> appointed = new ArrayList<>(List.of(coming));
		appointed.addAll(judges);
		for (StoryCase one : appointed) {
			assertThat(one.statusFor("")).as("nothing is published before it is announced").isEqualTo(404);
			one.refresh(CHAIR).step("announce", CHAIR, Map.of("number", "公告〔2026〕1号"));
			one.step("notify", OFFICE, Map.of("organs", List.of("市人民政府")));
			one.step("certify", CHAIR, Map.of());
			assertThat(one.seenBy("").path("outcome").asString()).contains("全体 51 人");
		}
		sworn("COUNCIL", COUNCIL, List.of(coming));
		sworn("COURT", COURT, judges);

		// the bill goes to the province and comes back; the register has the new text
		// that day
		bill.refresh(DRAFTERS);
		bill.step("submit-for-approval", DRAFTERS, Map.of("explanation", "说明", "materials", List.of("审议报告")));
		bill.step("approve", DRAFTERS, Map.of("by", "河南省第十四届人民代表大会常务委员会第二十次会议", "document", "豫人常〔2026〕1号"));
		bill.step("promulgate", DRAFTERS, Map.of("number", "第1号", "signedBy", "常委会", "effectiveOn", today()));
		JsonNode regulation = platform.json(platform.get(LEGISLATION + "regulations?q=测试停车管理", ""))
			.path("items")
			.path(0);
		String text = platform
			.get(LEGISLATION + "regulations/" + regulation.path("id").asString() + "/text?on=" + today(), "")
			.body();
		assertThat(text).contains("共享停车", "郑州市第十六届人民代表大会常务委员会第六十一次会议");

		// the meeting ends when every item has an outcome, and is published with all of
		// them
		meeting.refresh(OFFICE);
		for (JsonNode item : meeting.seenBy(OFFICE).path("agenda")) {
			if (item.path("purpose").asString().equals("FIRST_READING")) {
				meeting.step("conclude-item", OFFICE,
						Map.of("item", item.path("id").asString(), "result", "DELIBERATED"));
			}
		}
		meeting.step("close", CHAIR, Map.of());
		meeting.step("publish", OFFICE, Map.of("digest", "会议通过一件法规、两项决定决议，任免十人。"));
		assertThat(meeting.seenBy("").path("state").asString()).isEqualTo("PUBLISHED");
		assertThat(platform.get(LEGISLATION + "meetings/calendar", "").body()).contains("BEGIN:VEVENT", "第六十一次会议");
	}

	private static StoryCase aBillOfTheGovernment() throws Exception {
		String regulation = platform.json(platform.get(LEGISLATION + "regulations?q=测试停车管理", ""))
			.path("items")
			.path(0)
			.path("id")
			.asString();
		StoryCase bill = StoryCase.opened(platform, LEGISLATION + "bills", GOVERNMENT,
				Map.of("title", "关于修改〈" + TITLE + "〉的决定（草案）", "act", "AMEND", "domain", "URBAN_RURAL", "proposer",
						"GOVERNMENT", "withoutProject", "市委交办，计划调整中", "targets",
						List.of(Map.of("regulation", regulation, "change", "AMEND")), "sample", true));
		String decision = draft(bill, "草案", GOVERNMENT);
		bill.step("submit", GOVERNMENT,
				Map.of("draft", decision, "explanation", "说明", "legalBasis", "依据", "materials", List.of("调研报告"),
						"coordination", "部门意见一致", "consolidated",
						List.of(Map.of("regulation", regulation, "draft", whole(bill)))));
		bill.step("list", COUNCIL, Map.of("readings", "ONE", "reason", "部分修改", "broadAgreement", true));
		return bill;
	}

	/**
	 * The decision on the amendment, as a draft.
	 */
	private static String draft(StoryCase bill, String label, String client) throws Exception {
		return entered(bill, label, client,
				"# 关于修改〈" + TITLE + "〉的决定\n\n第一条 将第二条修改为：“停车场由城市管理部门管理，鼓励共享停车。”\n\n" + "第二条 本决定自公布之日起施行。\n");
	}

	/**
	 * The regulation's whole text as the amendment makes it.
	 */
	private static String whole(StoryCase bill) throws Exception {
		return entered(bill, "修改后全文", GOVERNMENT,
				"# " + TITLE + "\n\n第一条 为了管理停车，制定本条例。\n\n" + "第二条 停车场由城市管理部门管理，鼓励共享停车。\n\n第三条 本条例自2019年10月1日起施行。\n");
	}

	private static String entered(StoryCase bill, String label, String client, String text) throws Exception {
		HttpResponse<String> made = platform.post(bill.path() + "/drafts", client, "application/json",
				new JsonMapper().writeValueAsString(Map.of("label", label, "text", text)));
		assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
		return platform.json(made).path("id").asString();
	}

	private static StoryCase aResolution(String title, Map<String, Object> more) throws Exception {
		Map<String, Object> motion = new LinkedHashMap<>(Map.of("title", title, "form", "DECISION", "type",
				"MAJOR_MATTER", "draft", "一、办好某事。", "explanation", "依据地方组织法"));
		motion.putAll(more);
		StoryCase resolution = StoryCase.opened(platform, LEGISLATION + "resolutions", GOVERNMENT, motion);
		resolution.step("list", COUNCIL, Map.of("meetingFrom", today(), "shortNotice", "临时会议"));
		return resolution;
	}

	/**
	 * Judges are voted on together where nobody objects.
	 */
	private static String slate(List<StoryCase> judges) throws Exception {
		HttpResponse<String> made = platform
			.post(LEGISLATION + "appointment-slates", COUNCIL, "application/json", new JsonMapper().writeValueAsString(
					Map.of("appointments", judges.stream().map(StoryCase::id).toList(), "consulted", "征求意见，无人提出异议")));
		assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
		String location = made.headers().firstValue("Location").orElseThrow();
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private static StoryCase nominated(String act, String person, String name, String post, String nominator)
			throws Exception {
		StoryCase one = StoryCase.opened(platform, LEGISLATION + "appointments", nominator,
				Map.of("act", act, "person", person, "name", name, "post", post, "meetingOn", today(), "papers",
						Map.of("form", "任免审批表", "reasons", "工作需要", "evaluation", "德才兼备", "publicity", "公示无异议")));
		one.step("file", nominator, Map.of("lateReason", "临时会议"));
		one.step("check", PERSONNEL, Map.of("opinion", "材料齐全"));
		if (act.equals("APPOINT")) {
			one.step("examine", PERSONNEL, Map.of("score", 90));
		}
		one.step("table", COUNCIL, Map.of());
		return one;
	}

	private static void propose(StoryCase meeting, String kind, String subject, String purpose) throws Exception {
		meeting.step("propose-item", COUNCIL, Map.of("kind", kind, "subject", subject, "purpose", purpose));
	}

	private static void deliberated(StoryCase one, StoryCase meeting, String nominator, boolean speaks)
			throws Exception {
		one.refresh(nominator);
		one.step("introduce", nominator, Map.of("meeting", meeting.id(), "speaker", "受委托人", "text", "提请说明"));
		if (speaks) {
			one.step("make-statement", PERSONNEL, Map.of("text", "若获任命，将忠于职守"));
		}
		one.step("deliberate", OFFICE, Map.of("meeting", meeting.id()));
	}

	/**
	 * A ceremony, and everybody on it in office afterwards.
	 */
	private static void sworn(String organiser, String client, List<StoryCase> appointed) throws Exception {
		List<String> ids = appointed.stream().map(StoryCase::id).toList();
		Map<String, Object> plan = new LinkedHashMap<>(Map.of("organiser", organiser, "on", today(), "place", "会议厅",
				"form", (ids.size() > 1) ? "GROUP" : "SINGLE", "appointments", ids));
		if (ids.size() > 1) {
			plan.put("leader", ids.getFirst());
		}
		StoryCase ceremony = StoryCase.opened(platform, LEGISLATION + "oath-ceremonies", client, plan);
		ceremony.step("hold", client,
				Map.of("anthem", true, "emblem", true, "formalDress", true, "constitution", true, "nameStated", true));
		for (StoryCase one : appointed) {
			assertThat(one.seenBy(OFFICE).path("state").asString()).isEqualTo("IN_OFFICE");
		}
		assertThat(platform.json(platform.get(LEGISLATION + "oaths?ceremony=" + ceremony.id(), "")).path("items"))
			.hasSize(ids.size());
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

}
