package renda.deputy.roster;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.deputy.DeputyFixtures.act;
import static renda.deputy.DeputyFixtures.add;
import static renda.deputy.DeputyFixtures.committee;
import static renda.deputy.DeputyFixtures.get;
import static renda.deputy.DeputyFixtures.ground;
import static renda.deputy.DeputyFixtures.load;
import static renda.deputy.DeputyFixtures.office;
import static renda.deputy.DeputyFixtures.post;
import static renda.deputy.DeputyFixtures.seat;

@ServiceTest
class RosterApiTest {

	private static final String DEPUTIES = "/api/v1/deputy/deputies";

	@Autowired
	private WebTestClient client;

	@Autowired
	private DatabaseClient database;

	@BeforeEach
	void areasCongressesAndUnits() {
		ground(this.client);
	}

	@Test
	void takesASeatFromElectionToItsByElection() {
		String path = add(this.client, seat("whole-life"));
		step(path, 1, "confirm-credentials", Map.of("on", "2022-12-28", "decision", "常委会第四十次会议"), "CREDENTIALS_OK");
		step(path, 2, "take-office", Map.of("on", "2023-01-05"), "ACTIVE");
		step(path, 3, "suspend", Map.of("on", "2023-03-01", "ground", "DETAINED", "permission", "许可决定"), "SUSPENDED");
		step(path, 4, "restore", Map.of("on", "2023-05-01", "reason", "不起诉"), "ACTIVE");
		step(path, 5, "request-resignation", Map.of("on", "2023-06-01", "written", true), "RESIGN_REQUESTED");
		step(path, 6, "accept-resignation", Map.of("on", "2023-06-20", "members", 25, "votesFor", 20, "decision", "决定"),
				"RESIGNED");
		step(path, 7, "announce", Map.of("on", "2023-06-28", "announcement", "公告第三号"), "ANNOUNCED");
		step(path, 8, "declare-vacant", Map.of("on", "2023-06-28"), "VACANT");
		Map<String, Object> other = seat("successor");
		other.put("electedOn", "2023-09-01");
		other.put("byElection", true);
		String successor = add(this.client, other);
		step(path, 9, "fill",
				Map.of("on", "2023-09-01", "successor", successor.substring(successor.lastIndexOf('/') + 1)),
				"BY_ELECTION");
		JsonNode timeline = get(this.client, path + "/timeline", office());
		assertThat(timeline).hasSize(9);
		assertThat(timeline.path(2).path("rule").asString()).isEqualTo("DEP-13");
		assertThat(timeline.path(8).path("to").asString()).isEqualTo("BY_ELECTION");
	}

	@Test
	void showsEachCallerTheActionsTheyMayTakeNow() {
		String path = add(this.client, seat("offers"));
		assertThat(names(get(this.client, path, ""))).isEmpty();
		assertThat(names(get(this.client, path, office()))).containsExactly("confirm-credentials", "void-election");
		assertThat(names(get(this.client, path, committee("410105")))).isEmpty();
		JsonNode offer = get(this.client, path, office()).path("actions").path(1);
		assertThat(offer.path("href").asString()).isEqualTo(path + "/void-election");
		assertThat(offer.path("input").path("required").toString()).contains("on", "decision", "reason");
	}

	@Test
	void refusesByRuleWithArticleAndFacts() {
		String path = add(this.client, seat("too-early"));
		step(path, 1, "confirm-credentials", Map.of("on", "2022-12-28", "decision", "决定"), "CREDENTIALS_OK");
		act(this.client, path + "/take-office", 2, Map.of("on", "2023-01-01"), office()).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("DEP-01")
			.jsonPath("$.facts.firstSessionOn")
			.isEqualTo("2023-01-05");
		act(this.client, path + "/suspend", 2, Map.of("on", "2023-03-01", "ground", "SERVING_SENTENCE"), office())
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.allowed[0]")
			.isEqualTo("take-office");
		act(this.client, path + "/take-office", 1, Map.of("on", "2023-01-05"), office()).expectStatus().isEqualTo(412);
		post(this.client, path + "/take-office", Map.of("on", "2023-01-05"), office()).expectStatus().isEqualTo(428);
	}

	@Test
	void dep05NobodyIsADeputyOfTwoUnrelatedAreas() {
		Map<String, Object> city = seat("two-areas");
		add(this.client, city);
		Map<String, Object> county = county("two-areas", "410105");
		post(this.client, DEPUTIES, county, office()).expectStatus().isCreated();
		post(this.client, DEPUTIES, county("two-areas", "410102"), office()).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("DEP-05")
			.jsonPath("$.facts.otherArea")
			.isEqualTo("410105");
		post(this.client, DEPUTIES, city, office()).expectStatus().isEqualTo(409);
	}

	@Test
	void keepsPersonalDataFromEveryoneElse() {
		String path = add(this.client, seat("secret"));
		for (String open : List.of(path, DEPUTIES + "?electingUnit=410100-410105")) {
			for (String token : List.of("", office(), committee("410102"))) {
				assertThat(get(this.client, open, token).toString()).doesNotContain("13800001234", "410105199001011234",
						"1990-01-01", "account-secret");
			}
		}
		String self = Tokens.of(Role.DEPUTY).subject("account-secret").value();
		for (String token : List.of(office(), committee("410105"), self)) {
			assertThat(get(this.client, path + "/personal-data", token).path("phone").asString())
				.isEqualTo("13800001234");
		}
		for (String token : List.of(committee("410102"), committee("410100"), Tokens.of(Role.MEMBER).value(),
				Tokens.of(Role.DEPUTY).subject("account-of-another").value(),
				Tokens.of(Role.DEPUTY_OFFICE).area("420100").value())) {
			JsonNode shown = get(this.client, path + "/personal-data", token);
			assertThat(shown.path("masked").asBoolean()).isTrue();
			assertThat(shown.toString()).doesNotContain("1234", "1990");
		}
		this.client.get().uri(path + "/personal-data").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void recordsWhoReadPersonalDataInFull() {
		String path = add(this.client, seat("read"));
		get(this.client, path + "/personal-data", office());
		get(this.client, path + "/personal-data", Tokens.of(Role.DEPUTY).subject("account-read").value());
		get(this.client, path + "/personal-data", Tokens.of(Role.MEMBER).subject("sees-stars").value());
		String id = path.substring(path.lastIndexOf('/') + 1);
		assertThat(this.database.sql("SELECT caller FROM audit_entry WHERE method = 'GET' AND subject = $1 ORDER BY at")
			.bind(0, "deputy/" + id)
			.map((row) -> row.get("caller", String.class))
			.all()
			.collectList()
			.block()).containsExactly("deputy-office", "account-read");
	}

	@Test
	void keepsPersonalDataSealedInTheDatabaseAndOutOfEvents() {
		String path = add(this.client, seat("sealed"));
		String id = path.substring(path.lastIndexOf('/') + 1);
		String stored = this.database.sql("""
				SELECT (SELECT encode(phone, 'escape') || encode(id_number, 'escape') || encode(birth_date, 'escape')
				        || digest FROM deputy_private WHERE deputy_id = $1::uuid)
				    || (SELECT string_agg(data::text, '') FROM outbox WHERE subject = 'deputy/' || $1) AS stored""")
			.bind(0, id)
			.map((row) -> row.get("stored", String.class))
			.one()
			.block();
		assertThat(stored).as("what others keep of a seat: who, in which state, since which election")
			.contains("梁小满", "ELECTED", "electedOn")
			.doesNotContain("13800001234", "410105199001011234", "1990-01-01");
	}

	@Test
	void aCountyCommitteeKeepsItsOwnCountyOnly() {
		post(this.client, DEPUTIES, county("own-county", "410102"), committee("410102")).expectStatus().isCreated();
		post(this.client, DEPUTIES, county("other-county", "410105"), committee("410102")).expectStatus().isForbidden();
		post(this.client, DEPUTIES, seat("city-by-county"), committee("410105")).expectStatus().isForbidden();
		String path = add(this.client, county("of-105", "410105"));
		act(this.client, path + "/confirm-credentials", 1, Map.of("on", "2022-03-25", "decision", "d"),
				committee("410102"))
			.expectStatus()
			.isForbidden();
		act(this.client, path + "/confirm-credentials", 1, Map.of("on", "2022-03-25", "decision", "d"),
				committee("410105"))
			.expectStatus()
			.isOk();
		this.client.get()
			.uri(path + "/timeline")
			.headers((headers) -> headers.setBearerAuth(committee("410102")))
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void importsRowByRowAndSaysWhichRowsItRefused() {
		String csv = """
				congress,electingUnit,person,name,sex,electedOn,phone
				410100-16,410100-410105,row-1,甲,MALE,2022-12-20,
				410100-99,410100-410105,row-2,乙,MALE,2022-12-20,
				410100-16,410105-1,row-3,丙,MALE,2022-12-20,
				410100-16,410100-410105,410105199001011234,丁,MALE,2022-12-20,
				410105-14,410105-1,row-5,戊,FEMALE,2022-03-20,13800005555
				410102-14,410102-1,row-5,戊,FEMALE,2022-03-20,
				""";
		JsonNode job = load(this.client, "deputies", csv, office());
		assertThat(job.path("created").asInt()).isEqualTo(2);
		assertThat(job.path("failed").asInt()).isEqualTo(4);
		assertThat(job.path("errors").toString()).contains("\"place\":\"2\"", "\"place\":\"3\"", "\"place\":\"4\"",
				"\"place\":\"6\"");
	}

	@Test
	void correctsWhatTheRosterSays() {
		String path = add(this.client, seat("typo"));
		this.client.put().uri(path).headers((headers) -> {
			headers.setBearerAuth(office());
			headers.setIfMatch("\"1\"");
		})
			.bodyValue(Map.of("name", "梁晓满", "sex", "FEMALE", "field", "教育", "group", "第一代表小组"))
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(get(this.client, DEPUTIES + "?q=梁晓满", "").path("items")).hasSize(1);
	}

	private void step(String path, long version, String name, Map<String, Object> body, String state) {
		act(this.client, path + "/" + name, version, body, office()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.state")
			.isEqualTo(state);
	}

	private static Map<String, Object> county(String person, String code) {
		Map<String, Object> seat = seat(person);
		seat.put("congress", code + "-14");
		seat.put("electingUnit", code + "-1");
		seat.put("electedOn", "2022-03-20");
		return seat;
	}

	private static List<String> names(JsonNode shown) {
		return shown.path("actions").valueStream().map((action) -> action.path("name").asString()).toList();
	}

}
