package renda.legislation.oath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.legislation.appointment.PastAppointments;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.legislation.meeting.MeetingFixtures.OFFICE;
import static renda.legislation.meeting.MeetingFixtures.today;

@ServiceTest
class OathApiTest {

	private static final String CEREMONIES = "/api/v1/legislation/oath-ceremonies";

	private static final String OATHS = "/api/v1/legislation/oaths";

	private static final String APPOINTMENTS = "/api/v1/legislation/appointments";

	private static final String TERM_15 = "term=15&asOf=2022-12-31";

	private static final String PERSONNEL = Tokens.of(Role.PERSONNEL_OFFICE).value();

	private static final String COURT = Tokens.of(Role.ORGAN).organ("intermediate-court").value();

	private static final PastAppointments PAST = new PastAppointments();

	@Autowired
	private WebTestClient client;

	private Calls calls;

	@BeforeAll
	static void past(@Autowired WebTestClient client) {
		Calls calls = new Calls(client);
		loaded(calls.load("posts", PastAppointments.posts(), PERSONNEL), 8, 0);
		loaded(calls.load("appointments", PAST.appointments(), PERSONNEL), PAST.count(), 0);
		loaded(calls.load("oaths", PAST.oaths(), PERSONNEL), PAST.oathCount(), 0);
	}

	private static void loaded(JsonNode job, int created, int unchanged) {
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(created);
		assertThat(job.path("unchanged").asInt()).as(job.toString()).isEqualTo(unchanged);
	}

	@Autowired
	void calls(WebTestClient given) {
		this.calls = new Calls(
				given.mutate().codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 << 20)).build());
	}

	@Test
	void appointmentsAreCountedByActAndTheListOfTheFigureHasExactlyThose() {
		JsonNode figure = this.calls.figure("appointments", TERM_15);
		assertThat(figure.path("value").asInt()).isEqualTo(767);
		assertThat(this.calls.listed(figure.path("items").asString(), "")).hasSize(767)
			.allMatch((one) -> one.path("votesFor").asInt() * 2 > one.path("members").asInt());
		assertThat(this.calls.counts("appointments", TERM_15 + "&by=year"))
			.isEqualTo("2018=118, 2019=147, 2020=158, 2021=166, 2022=178");
		assertThat(this.calls.counts("appointments", TERM_15 + "&by=act"))
			.isEqualTo("APPOINT=441, APPROVE=14, DISMISS=312");
		assertThat(this.calls.counts("appointments", TERM_15 + "&by=organ")).isEqualTo(
				"CONGRESS=58, COUNTY_PROCURATORATE=14, COURT=338, GOVERNMENT=121, PROCURATORATE=200, SUPERVISORY_COMMISSION=36");
		assertThat(PAST.count()).as("with what no figure counts").isEqualTo(767 + PastAppointments.OUTSIDE);
		assertThat(this.calls.figure("appointments", "term=16&asOf=2023-03-01").path("value").asInt()).isEqualTo(1);
		assertThat(this.calls.figure("appointments", "term=15&asOf=2019-12-31").path("value").asInt())
			.isEqualTo(118 + 147);
	}

	@Test
	void oathsAreCountedByOrganAndEachFollowsAnAppointmentThatPassed() {
		JsonNode figure = this.calls.figure("oaths", TERM_15);
		assertThat(figure.path("value").asInt()).isEqualTo(351);
		List<JsonNode> oaths = this.calls.listed(figure.path("items").asString(), "");
		assertThat(oaths).hasSize(351);
		assertThat(this.calls.counts("oaths", TERM_15 + "&by=year"))
			.isEqualTo("2018=62, 2019=71, 2020=66, 2021=74, 2022=78");
		assertThat(this.calls.counts("oaths", TERM_15 + "&by=organ"))
			.isEqualTo("CONGRESS=34, COURT=142, GOVERNMENT=68, PROCURATORATE=86, SUPERVISORY_COMMISSION=21");
		Map<String, JsonNode> appointed = new LinkedHashMap<>();
		this.calls.listed(APPOINTMENTS + "?announced=true", "")
			.forEach((one) -> appointed.put(one.path("id").asString(), one));
		assertThat(oaths).allMatch((oath) -> {
			JsonNode one = appointed.get(oath.path("appointment").asString());
			return one != null && List.of("APPOINT", "ELECT").contains(one.path("act").asString())
					&& one.path("passedOn").asString().compareTo(oath.path("on").asString()) <= 0;
		});
		assertThat(this.calls.listed(APPOINTMENTS + "?sworn=true&act=DISMISS", PERSONNEL)).isEmpty();
		assertThat(this.calls.listed(CEREMONIES + "?from=2019-01-01&to=2019-12-31", "")).hasSize(3);
		assertThat(this.calls.listed(OATHS + "?q=审判员&from=2018-10-01&to=2022-12-31", "")).hasSize(142);
	}

	@Test
	void importingThemAgainChangesNothing() {
		loaded(this.calls.load("posts", PastAppointments.posts(), PERSONNEL), 0, 8);
		loaded(this.calls.load("appointments", PAST.appointments(), PERSONNEL), 0, PAST.count());
		loaded(this.calls.load("oaths", PAST.oaths(), PERSONNEL), 0, PAST.oathCount());
	}

	@Test
	void aRowThatNoMajorityWasForIsRefusedAndTheOthersAreTaken() {
		String head = PAST.appointments().lines().findFirst().orElseThrow() + "\n";
		JsonNode job = this.calls.load("appointments", head + """
				RM-2023-0901,APPOINT,q-1,某人,past-judge,第某次会议,2023-06-28,55,27,28,true,,,,true
				RM-2023-0902,DISMISS,q-2,某人,past-judge,第某次会议,2023-06-28,55,40,28,true,,,,true
				RM-2023-0903,APPOINT,q-3,某人,nowhere,第某次会议,2023-06-28,55,40,5,true,,,,true
				RM-2023-0904,APPOINT,q-4,某人,past-mayor,第某次会议,2023-06-28,55,40,5,true,,,,true
				RM-2023-0905,APPOINT,q-5,某人,past-judge,第某次会议,2023-06-28,55,40,5,false,,,,true
				RM-2023-0906,APPOINT,q-6,某人,past-judge,第某次会议,2023-06-28,55,28,5,true,,,,true
				""", PERSONNEL);
		assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
		assertThat(job.path("errors").findValuesAsString("place")).containsExactly("1", "2", "3", "4", "5");
		assertThat(job.path("errors").findValuesAsString("column")).containsExactly("votesFor", "members", "post",
				"act", "votesFor");
		assertThat(job.path("errors").path(0).toString()).contains("过常委会全体组成人员半数");
		JsonNode oaths = this.calls.load("oaths", """
				ceremony,on,place,organiser,appointment,sample
				XS-2023-0901,2023-06-27,厅,COURT,RM-2023-0906,true
				XS-2023-0901,2023-06-29,厅,COUNCIL,RM-2023-0906,true
				XS-2023-0901,2023-06-29,厅,COURT,RM-2019-0140,true
				XS-2023-0901,2023-06-29,厅,COURT,RM-1999-0001,true
				""", PERSONNEL);
		assertThat(oaths.path("failed").asInt()).as(oaths.toString()).isEqualTo(4);
		assertThat(oaths.path("errors").findValuesAsString("column")).as(oaths.toString())
			.containsExactly("appointment", "organiser", "appointment", "appointment");
		this.client.post()
			.uri("/api/v1/legislation/imports/appointments")
			.headers((headers) -> headers.setBearerAuth(COURT))
			.bodyValue(head)
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void whoWasDismissedLaterHasLeftThePostAndHasSwornAllTheSame() {
		List<JsonNode> ended = this.calls.listed(APPOINTMENTS + "?state=ENDED&sworn=true", "");
		assertThat(ended).isNotEmpty().allMatch((one) -> one.path("postCode").asString().equals("past-judge"));
		String person = ended.getFirst().path("person").asString();
		List<JsonNode> holdings = this.calls.listed("/api/v1/legislation/office-holders?person=" + person, "");
		assertThat(holdings).hasSize(1);
		assertThat(holdings.getFirst().path("until").asString()).isEqualTo("2022-08-27");
	}

	@Test
	void aGroupSwearsWithALeaderAndWhoMissedItSwearsLater() {
		List<String> judges = appointed("judge", 3);
		Map<String, Object> plan = plan("COURT", judges, judges.getFirst());
		this.calls.refused(CEREMONIES, with(plan, "organiser", "COUNCIL"), OFFICE, "OATH-04");
		this.calls.refused(CEREMONIES, with(plan, "leader", null), COURT, "OATH-06");
		this.calls.refused(CEREMONIES, with(plan, "leader", UUID.randomUUID().toString()), COURT, "OATH-06");
		this.calls.refused(CEREMONIES, with(plan, "form", "SINGLE"), COURT, "OATH-06");
		this.calls.refused(CEREMONIES, with(plan, "textVersion", "1982"), COURT, "OATH-02");
		this.calls.refused(CEREMONIES, with(plan, "on", "2019-01-01"), COURT, "OATH-01");
		this.calls.post(CEREMONIES, plan, Tokens.of(Role.ORGAN).organ("procuratorate").value())
			.expectStatus()
			.isForbidden();
		this.calls.post(CEREMONIES, plan, Tokens.of(Role.DEPUTY).value()).expectStatus().isForbidden();
		this.calls.post(CEREMONIES, with(plan, "appointments", List.of(UUID.randomUUID().toString())), COURT)
			.expectStatus()
			.isBadRequest();
		JsonNode planned = this.calls.posted(CEREMONIES, plan, COURT);
		String path = CEREMONIES + "/" + planned.path("id").asString();
		assertThat(planned.path("oaths").findValuesAsString("result")).containsOnly("INVITED");
		assertThat(this.calls.figure("oaths", "term=16").path("value").asInt()).as("asked is not sworn")
			.isEqualTo(sworn16());
		held(path, 1, with(done(), "anthem", false), COURT).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("OATH-07");
		held(path, 1, with(done(), "nameStated", false), COURT).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("OATH-06");
		held(path, 1, with(done(), "missed", List.of(UUID.randomUUID())), COURT).expectStatus().isBadRequest();
		held(path, 7, done(), COURT).expectStatus().isEqualTo(412);
		this.calls.post(path + "/hold", done(), COURT).expectStatus().isEqualTo(428);
		held(path, 1, with(done(), "missed", List.of(judges.get(2))), COURT).expectStatus().isOk();
		held(path, 2, done(), COURT).expectStatus().isEqualTo(409);
		assertThat(judges).extracting((id) -> this.calls.get(APPOINTMENTS + "/" + id, "").path("state").asString())
			.containsExactly("IN_OFFICE", "IN_OFFICE", "OATH_MISSED");
		this.calls.refused(CEREMONIES, plan("COURT", judges.subList(0, 2), judges.getFirst()), COURT, "OATH-09");
		JsonNode again = this.calls.posted(CEREMONIES, single("COURT", judges.get(2)), OFFICE);
		String later = CEREMONIES + "/" + again.path("id").asString();
		step(later, 1, "move", Map.of("on", today(), "place", "另一厅"));
		held(later, 2, done(), OFFICE).expectStatus().isOk();
		assertThat(this.calls.get(APPOINTMENTS + "/" + judges.get(2), "").path("swornOn").asString())
			.isEqualTo(today().toString());
		assertThat(this.calls.listed(OATHS + "?appointment=" + judges.get(2), "")
			.stream()
			.map((one) -> one.path("result").asString())).containsExactlyInAnyOrder("MISSED", "SWORN");
	}

	@Test
	void anElectedChiefProcuratorSwearsBeforeTheChairpersonsMeetingOnceApprovedAbove() {
		loaded(this.calls.load("posts", """
				code,kind,organ,title,organName,establishedOn,basis,sample
				chief,chief-procurator,procuratorate,市人民检察院检察长,市人民检察院,2000-01-01,法律,true
				vice,vice-mayor,city-government,副市长,市人民政府,2000-01-01,法律,true
				""", PERSONNEL), 2, 0);
		String chief = elected("chief", "c-1");
		this.calls.refused(CEREMONIES, single("COUNCIL", chief), OFFICE, "OATH-05");
		step(APPOINTMENTS + "/" + chief, 1, "record-upper-decision",
				Map.of("approved", true, "by", "省人大常委会", "document", "批复"));
		this.calls.refused(CEREMONIES, single("COUNCIL", chief), OFFICE, "OATH-01");
		step(APPOINTMENTS + "/" + chief, 2, "announce", Map.of("number", "公告"));
		this.calls.refused(CEREMONIES, single("PRESIDIUM", chief), OFFICE, "OATH-03");
		JsonNode ceremony = this.calls.posted(CEREMONIES, single("COUNCIL", chief), OFFICE);
		step(CEREMONIES + "/" + ceremony.path("id").asString(), 1, "cancel", Map.of("reason", "另行安排"));
		assertThat(this.calls.listed(OATHS + "?appointment=" + chief, "")).isEmpty();
		String vice = elected("vice", "c-2");
		step(APPOINTMENTS + "/" + vice, 1, "announce", Map.of("number", "公告"));
		this.calls.refused(CEREMONIES, single("COUNCIL", vice), OFFICE, "OATH-03");
		JsonNode presidium = this.calls.posted(CEREMONIES, single("PRESIDIUM", vice), OFFICE);
		held(CEREMONIES + "/" + presidium.path("id").asString(), 1, done(), OFFICE).expectStatus().isOk();
		assertThat(this.calls.get(APPOINTMENTS + "/" + vice, "").path("state").asString()).isEqualTo("IN_OFFICE");
		String leaving = this.calls.listed(APPOINTMENTS + "?act=DISMISS&limit=1", "").getFirst().path("id").asString();
		this.calls.refused(CEREMONIES, single("COURT", leaving), OFFICE, "OATH-01");
		assertThat(this.calls.status(CEREMONIES + "/" + UUID.randomUUID(), "")).isEqualTo(404);
	}

	/**
	 * Persons appointed yesterday, who have not sworn.
	 */
	private List<String> appointed(String prefix, int count) {
		StringBuilder rows = new StringBuilder(PAST.appointments().lines().findFirst().orElseThrow()).append('\n');
		for (int i = 1; i <= count; i++) {
			rows.append("RM-%d-9%02d,APPOINT,%s-%d,某法官,past-judge,第某次会议,%s,55,40,5,true,,,,true%n"
				.formatted(today().getYear(), i, prefix, i, today().minusDays(1)));
		}
		loaded(this.calls.load("appointments", rows.toString(), PERSONNEL), count, 0);
		return IntStream.rangeClosed(1, count)
			.mapToObj((i) -> this.calls.listed(APPOINTMENTS + "?person=" + prefix + "-" + i, "")
				.getFirst()
				.path("id")
				.asString())
			.toList();
	}

	private int sworn16() {
		return this.calls.listed(OATHS + "?result=SWORN&from=2023-01-05", "").size();
	}

	private String elected(String post, String person) {
		return this.calls
			.posted(APPOINTMENTS + "/elections", Map.of("person", person, "name", "某人", "post", post, "electedOn",
					today().minusDays(1), "session", "第四次会议", "deputies", 558, "present", 540, "votesFor", 500), OFFICE)
			.path("id")
			.asString();
	}

	private static Map<String, Object> plan(String organiser, List<String> appointments, String leader) {
		Map<String, Object> plan = new LinkedHashMap<>(Map.of("organiser", organiser, "on", today(), "place", "会议厅",
				"form", "GROUP", "appointments", appointments));
		plan.put("leader", leader);
		return plan;
	}

	private static Map<String, Object> single(String organiser, String appointment) {
		return Map.of("organiser", organiser, "on", today(), "place", "会议厅", "form", "SINGLE", "appointments",
				List.of(appointment));
	}

	private static Map<String, Object> done() {
		return Map.of("anthem", true, "emblem", true, "formalDress", true, "constitution", true, "nameStated", true);
	}

	private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(body);
		changed.put(member, value);
		return changed;
	}

	private WebTestClient.ResponseSpec held(String path, long version, Object body, String token) {
		return this.client.post().uri(path + "/hold").headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange();
	}

	private void step(String path, long version, String step, Object body) {
		this.client.post().uri(path + "/" + step).headers((headers) -> {
			headers.setBearerAuth(OFFICE);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange().expectStatus().isOk();
	}

}
