package renda.legislation.member;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renda.legislation.Calls;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class MemberApiTest {

	private static final String PATH = "/api/v1/legislation/members";

	private static final String PERSONNEL = Tokens.of(Role.PERSONNEL_OFFICE).value();

	private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

	@Autowired
	private WebTestClient client;

	@Autowired
	private Members members;

	@Autowired
	private DatabaseClient database;

	@Autowired
	@Qualifier("cityDeputiesSubscription")
	private Subscription roster;

	private Calls calls;

	@BeforeEach
	void empty() {
		this.calls = new Calls(this.client);
		this.database.sql("TRUNCATE member, committee_size").then().block();
	}

	private static Map<String, Object> entry(String name, String post) {
		return new LinkedHashMap<>(Map.of("body", "STANDING_COMMITTEE", "term", 16, "name", name, "post", post, "since",
				"2023-01-05", "account", "acc-" + name));
	}

	private WebTestClient.ResponseSpec change(String path, String method, long version, Object body, String token) {
		return this.client.method(HttpMethod.valueOf(method))
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(token))
			.header("If-Match", "\"" + version + "\"")
			.bodyValue(body)
			.exchange();
	}

	@Test
	void membersEnterChangeAndLeaveAndNobodySeesTheirAccounts() {
		JsonNode made = this.calls.posted(PATH, entry("甲委员", "MEMBER"), PERSONNEL);
		String path = PATH + "/" + made.path("id").asString();
		assertThat(made.toString()).doesNotContain("acc-");
		this.calls.post(PATH, entry("甲委员", "MEMBER"), PERSONNEL).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		Map<String, Object> taken = entry("乙委员", "MEMBER");
		taken.put("account", "acc-甲委员");
		this.calls.post(PATH, taken, PERSONNEL).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		this.calls.post(PATH, entry("丙委员", "DEPUTY"), PERSONNEL).expectStatus().isBadRequest();
		this.calls.post(PATH, entry("丁委员", "MEMBER"), Tokens.of(Role.MEMBER).value()).expectStatus().isForbidden();
		this.calls.post(PATH, entry("丁委员", "MEMBER"), Tokens.of(Role.PERSONNEL_OFFICE).area("420100").value())
			.expectStatus()
			.isForbidden();
		change(path, "PUT", 9, Map.of("name", "甲委员", "post", "VICE_CHAIR"), PERSONNEL).expectStatus().isEqualTo(412);
		change(path, "PUT", 1, Map.of("name", "甲委员", "post", "VICE_CHAIR", "delegation", "东区"), PERSONNEL)
			.expectStatus()
			.isOk();
		assertThat(this.members.ofAccount(Body.STANDING_COMMITTEE, "acc-甲委员", DAY).block().post())
			.isEqualTo(Member.Post.VICE_CHAIR);
		change(path + "/account", "PUT", 2, Map.of("account", "new"), Tokens.of(Role.GENERAL_OFFICE).value())
			.expectStatus()
			.isForbidden();
		change(path + "/account", "PUT", 2, Map.of("account", "new"), PERSONNEL).expectStatus().isOk();
		assertThat(this.members.ofAccount(Body.STANDING_COMMITTEE, "acc-甲委员", DAY).blockOptional()).isEmpty();
		assertThat(this.members.ofAccount(Body.STANDING_COMMITTEE, "new", DAY).blockOptional()).isPresent();
		assertThat(this.members.ofAccount(Body.CONGRESS, "new", DAY).blockOptional()).isEmpty();
		change(path + "/end", "POST", 3, Map.of("until", "2022-01-01"), PERSONNEL).expectStatus().isBadRequest();
		change(path + "/end", "POST", 3, Map.of("until", "2024-06-01"), PERSONNEL).expectStatus().isOk();
		change(path + "/end", "POST", 4, Map.of("until", "2024-07-01"), PERSONNEL).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
		assertThat(this.members.count(Body.STANDING_COMMITTEE, DAY).block()).as("the first day no longer").isZero();
		assertThat(this.members.count(Body.STANDING_COMMITTEE, DAY.minusDays(1)).block()).isEqualTo(1);
		assertThat(this.calls.listed(PATH + "?on=2024-05-31&post=VICE_CHAIR", "")).hasSize(1);
		assertThat(this.calls.listed(PATH + "?on=2024-06-01", "")).isEmpty();
		assertThat(this.calls.listed(PATH + "?term=16&body=STANDING_COMMITTEE&q=甲委&delegation=东区", "")).hasSize(1);
		assertThat(this.calls.listed(PATH + "?term=15", "")).isEmpty();
		assertThat(this.calls.status(PATH + "/" + UUID.randomUUID(), "")).isEqualTo(404);
	}

	@Test
	void mtg34ACityHasSoManySeatsAPopulousOneMoreAndTheyDoNotChange() {
		String sizes = "/api/v1/legislation/committee-sizes";
		size(28, null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.rule").isEqualTo("MTG-34");
		size(52, null).expectStatus().isEqualTo(422).expectBody().jsonPath("$.facts.most").isEqualTo(51);
		size(52, 8_000_000).expectStatus().isEqualTo(422);
		size(62, 12_600_000).expectStatus().isEqualTo(422).expectBody().jsonPath("$.facts.most").isEqualTo(61);
		change(sizes + "/77", "PUT", 0, Map.of("size", 51, "basis", "决定"), PERSONNEL).expectStatus().isBadRequest();
		size(61, 12_600_000).expectStatus().isOk();
		size(60, 12_600_000).expectStatus().isEqualTo(422).expectBody().jsonPath("$.facts.size").isEqualTo(61);
		assertThat(this.calls.get(sizes, "").path(0).path("size").asInt()).isEqualTo(61);
		assertThat(this.calls.get(sizes, "").path(0).path("population").asInt()).isEqualTo(12_600_000);
	}

	private WebTestClient.ResponseSpec size(int size, @Nullable Integer population) {
		Map<String, Object> fixed = new LinkedHashMap<>(Map.of("size", size, "basis", "省人大常委会决定"));
		if (population != null) {
			fixed.put("population", population);
		}
		return change("/api/v1/legislation/committee-sizes/16", "PUT", 0, fixed, PERSONNEL);
	}

	@Test
	void mtg34NobodyIsEnteredBeyondTheSeatsOfTheCommittee() {
		this.database.sql("INSERT INTO committee_size (term, size, basis) VALUES (16, 2, '省人大常委会决定')").then().block();
		this.calls.posted(PATH, entry("一", "CHAIR"), PERSONNEL);
		JsonNode second = this.calls.posted(PATH, entry("二", "MEMBER"), PERSONNEL);
		this.calls.post(PATH, entry("三", "MEMBER"), PERSONNEL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-34")
			.jsonPath("$.facts.size")
			.isEqualTo(2);
		JsonNode job = this.calls.load("members",
				"body,term,name,post,since\nSTANDING_COMMITTEE,16,三,MEMBER,2023-01-05\n"
						+ "STANDING_COMMITTEE,16,一,CHAIR,2023-01-05\n",
				PERSONNEL);
		assertThat(job.path("failed").asInt()).isEqualTo(1);
		assertThat(job.path("unchanged").asInt()).isEqualTo(1);
		change(PATH + "/" + second.path("id").asString() + "/end", "POST", 1, Map.of("until", "2024-01-01"), PERSONNEL)
			.expectStatus()
			.isOk();
		Map<String, Object> successor = entry("三", "MEMBER");
		successor.put("since", "2024-01-01");
		this.calls.posted(PATH, successor, PERSONNEL);
	}

	@Test
	void rollsComeInBulkAndRowsSayOnlyWhatIsNew() {
		String rows = """
				body,term,name,number,account,post,delegation,since
				STANDING_COMMITTEE,16,主任甲,1,a1,CHAIR,,2023-01-05
				STANDING_COMMITTEE,16,副主任乙,2,a2,VICE_CHAIR,,2023-01-05
				STANDING_COMMITTEE,16,秘书长丙,3,a3,SECRETARY_GENERAL,,2023-01-05
				STANDING_COMMITTEE,16,委员丁,4,a4,MEMBER,,2023-01-05
				CONGRESS,16,代表戊,5,a1,DEPUTY,东代表团,2023-01-05
				CONGRESS,16,代表己,6,,CHAIR,,2023-01-05
				""";
		JsonNode first = this.calls.load("members", rows, PERSONNEL);
		assertThat(first.path("created").asInt()).as(first.toString()).isEqualTo(5);
		assertThat(first.path("failed").asInt()).as("a deputy's post is DEPUTY").isEqualTo(1);
		assertThat(this.calls.load("members", rows, PERSONNEL).path("unchanged").asInt()).isEqualTo(5);
		JsonNode renamed = this.calls.load("members",
				"body,term,name,number,post,since\nSTANDING_COMMITTEE,16,委员丁丁,4,MEMBER,2023-01-05\n", PERSONNEL);
		assertThat(renamed.path("updated").asInt()).isEqualTo(1);
		assertThat(this.members.ofAccount(Body.STANDING_COMMITTEE, "a4", DAY).block().name()).as("the account stays")
			.isEqualTo("委员丁丁");
		assertThat(this.members.council(DAY).block()).as("MTG-08")
			.extracting(Member::name)
			.containsExactlyInAnyOrder("主任甲", "副主任乙", "秘书长丙");
		assertThat(this.members.named(Body.CONGRESS, "代表戊", DAY).block()).hasSize(1);
	}

	@Test
	void mtg08TheChairpersonsMeetingHasOneChairAndOneSecretaryGeneral() {
		JsonNode chair = this.calls.posted(PATH, entry("主任", "CHAIR"), PERSONNEL);
		this.calls.posted(PATH, entry("副主任一", "VICE_CHAIR"), PERSONNEL);
		JsonNode vice = this.calls.posted(PATH, entry("副主任二", "VICE_CHAIR"), PERSONNEL);
		this.calls.posted(PATH, entry("委员", "MEMBER"), PERSONNEL);
		this.calls.post(PATH, entry("另一主任", "CHAIR"), PERSONNEL)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-08")
			.jsonPath("$.facts.incumbent")
			.isEqualTo("主任");
		String path = PATH + "/" + vice.path("id").asString();
		change(path, "PUT", 1, Map.of("name", "副主任二", "post", "CHAIR"), PERSONNEL).expectStatus().isEqualTo(422);
		assertThat(this.calls.get(PATH + "/council?on=2024-06-01", "")).extracting((one) -> one.path("name").asString())
			.containsExactlyInAnyOrder("主任", "副主任一", "副主任二");
		assertThat(this.calls.get(PATH + "/council?on=2022-06-01", "")).isEmpty();
		change(PATH + "/" + chair.path("id").asString() + "/end", "POST", 1, Map.of("until", "2024-06-01"), PERSONNEL)
			.expectStatus()
			.isOk();
		Map<String, Object> successor = entry("新主任", "CHAIR");
		successor.put("since", "2024-06-01");
		this.calls.posted(PATH, successor, PERSONNEL);
		assertThat(this.calls.get(PATH + "/council?on=2024-06-01", "").toString()).contains("新主任")
			.doesNotContain("\"主任\"");
	}

	@Test
	void mtg35APostThatMembersMayNotHoldIsNotedAndObligesToResign() {
		JsonNode member = this.calls.posted(PATH, entry("委员", "MEMBER"), PERSONNEL);
		this.calls.posted(PATH, entry("另一委员", "MEMBER"), PERSONNEL);
		String path = PATH + "/" + member.path("id").asString();
		Map<String, Object> taken = Map.of("post", "市财政局局长", "since", "2024-03-01");
		change(path + "/incompatible", "PUT", 1, taken, Tokens.of(Role.MEMBER).value()).expectStatus().isForbidden();
		change(path + "/incompatible", "PUT", 9, taken, PERSONNEL).expectStatus().isEqualTo(412);
		change(path + "/incompatible", "PUT", 1, taken, PERSONNEL).expectStatus().isOk();
		assertThat(this.calls.listed(PATH + "?incompatible=true", "")).hasSize(1).first().satisfies((one) -> {
			assertThat(one.path("incompatible").asString()).isEqualTo("市财政局局长");
			assertThat(one.path("incompatibleSince").asString()).isEqualTo("2024-03-01");
		});
		assertThat(this.members.count(Body.STANDING_COMMITTEE, DAY).block()).as("until the resignation is accepted")
			.isEqualTo(2);
		change(path + "/incompatible", "PUT", 2, Map.of("post", ""), PERSONNEL).expectStatus().isOk();
		assertThat(this.calls.get(path, "").has("incompatible")).isFalse();
		assertThat(this.calls.listed(PATH + "?incompatible=false", "")).hasSize(2);
		UUID seat = new UUID(6, 9);
		told("deputy.took-office", seat(seat, "某代表", "ACTIVE"));
		change(PATH + "/" + seat + "/incompatible", "PUT", 1, taken, PERSONNEL).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo("MTG-35");
	}

	@Test
	void theCityDeputiesAreKeptFromTheRostersFeed() {
		UUID seat = new UUID(6, 1);
		told("deputy.elected", seat(seat, "某代表", "ELECTED"));
		assertThat(this.members.count(Body.CONGRESS, DAY).block()).as("not confirmed yet").isZero();
		told("deputy.credentials-confirmed", seat(seat, "某代表", "CREDENTIALS_OK"));
		told("deputy.took-office", seat(seat, "某代表", "ACTIVE"));
		told("deputy.elected", seat(new UUID(6, 2), "邻市代表", "ACTIVE", Map.of("area", "420100")));
		told("deputy.elected", seat(new UUID(6, 3), "县代表", "ACTIVE", Map.of("level", "COUNTY")));
		told("deputy.elected", Map.of("id", new UUID(6, 4)));
		told("deputy.elected", seat(new UUID(6, 5), "补选代表", "ACTIVE", Map.of("electedOn", "2025-03-01")));
		assertThat(this.members.inOffice(Body.CONGRESS, DAY).block()).extracting(Member::id).containsExactly(seat);
		assertThat(this.members.count(Body.CONGRESS, LocalDate.of(2025, 3, 1)).block()).isEqualTo(2);
		change(PATH + "/" + seat + "/account", "PUT", 2, Map.of("account", "deputy-acc"), PERSONNEL).expectStatus()
			.isOk();
		told("deputy.corrected", seat(seat, "某某代表", ""));
		assertThat(this.members.ofAccount(Body.CONGRESS, "deputy-acc", DAY).block().name()).isEqualTo("某某代表");
		told("deputy.suspended", seat(seat, "某某代表", "SUSPENDED"));
		assertThat(this.members.ofAccount(Body.CONGRESS, "deputy-acc", DAY).blockOptional()).isEmpty();
		assertThat(this.calls.get(PATH + "/" + seat, "").path("suspended").asBoolean()).isTrue();
		told("deputy.restored", seat(seat, "某某代表", "ACTIVE"));
		assertThat(this.members.ofAccount(Body.CONGRESS, "deputy-acc", DAY).blockOptional()).as("the account stays")
			.isPresent();
		told("deputy.terminated", seat(seat, "某某代表", "TERMINATED"));
		told("deputy.end-announced", seat(seat, "某某代表", "ANNOUNCED"));
		assertThat(this.calls.get(PATH + "/" + seat, "").path("until").asString()).isEqualTo("2024-06-01");
		assertThat(this.members.count(Body.CONGRESS, DAY).block()).isZero();
	}

	private static Map<String, Object> seat(UUID id, String name, String state) {
		return seat(id, name, state, Map.of());
	}

	private static Map<String, Object> seat(UUID id, String name, String state, Map<String, Object> other) {
		Map<String, Object> seat = new LinkedHashMap<>(Map.of("id", id, "name", name, "sex", "MALE", "congress",
				"410100-16", "level", "CITY", "area", "410100", "term", 16, "electingUnit", "410100-410105"));
		if (!state.isEmpty()) {
			seat.put("state", state);
		}
		seat.putAll(other);
		return seat;
	}

	private void told(String type, Map<String, Object> data) {
		JsonMapper json = JsonMapper.shared();
		this.roster.handler()
			.on(new FeedEvent(UUID.randomUUID().toString(), type, "deputy/" + data.get("id"),
					OffsetDateTime.parse("2024-06-01T10:00:00+08:00"), json.valueToTree(data)))
			.block();
	}

	@Test
	void findsNobodyByAnUnknownIdOrAnEmptyAccount() {
		assertThat(this.members.byIds(List.of(UUID.randomUUID())).block()).isEmpty();
		assertThat(this.members.ofAccount(Body.CONGRESS, "", DAY).blockOptional()).isEmpty();
	}

}
