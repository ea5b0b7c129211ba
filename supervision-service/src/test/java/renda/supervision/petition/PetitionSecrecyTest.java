package renda.supervision.petition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.supervision.petition.PetitionCalls.Answer;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.supervision.petition.PetitionCalls.OFFICE;
import static renda.supervision.petition.PetitionCalls.PETITIONS;
import static renda.supervision.petition.PetitionCalls.RECEIPTS;
import static renda.supervision.petition.PetitionCalls.letter;
import static renda.supervision.petition.PetitionCalls.opinion;
import static renda.supervision.petition.PetitionCalls.organ;
import static renda.supervision.petition.PetitionCalls.resident;

/**
 * Nobody whom a matter accuses learns of it (PET-18, 信访工作条例 第三十条), by whatever way they
 * ask: what they are answered is what they would be answered if it did not exist.
 */
@ServiceTest
class PetitionSecrecyTest {

	private static final String WATER = organ("water");

	private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-correlation-id", "x-request-id");

	@Autowired
	private WebTestClient client;

	private PetitionCalls calls;

	@BeforeEach
	void organs() {
		this.calls = new PetitionCalls(this.client);
		this.calls.organs();
	}

	private String code(UUID petition) {
		return this.calls.get(OFFICE, PETITIONS + "/" + petition).body().path("code").asString();
	}

	/**
	 * Both answers are the same to the letter, the id in the address aside.
	 */
	private static void same(Answer hidden, UUID petition, Answer none, UUID nothing) {
		assertThat(hidden.status()).isEqualTo(none.status()).isEqualTo(404);
		assertThat(hidden.text().replace(petition.toString(), "ID"))
			.isEqualTo(none.text().replace(nothing.toString(), "ID"));
		assertThat(headers(hidden.headers())).isEqualTo(headers(none.headers()));
	}

	private static Map<String, List<String>> headers(HttpHeaders headers) {
		Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> {
			if (!OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT))) {
				kept.put(name, values);
			}
		});
		return kept;
	}

	private Stream<String> strangers() {
		return Stream.of(WATER, organ("gov"), organ("housing"), organ("supervisory"), resident("nobody"),
				Tokens.of(Role.COMMITTEE).organ("water").value(), Tokens.of(Role.AUDIT_OFFICE).organ("water").value(),
				Tokens.of(Role.CHAIR).subject("chair-of-water").organ("water").value(),
				Tokens.of(Role.ORGAN, Role.CHAIR).organ("water").value());
	}

	@Test
	void pet18AnAccusationIsAnsweredLikeNothingToWhomeverItDoesNotConcern() {
		UUID petition = this.calls.accusation("举报一");
		UUID nothing = UUID.randomUUID();
		strangers().forEach((token) -> {
			same(this.calls.get(token, PETITIONS + "/" + petition), petition,
					this.calls.get(token, PETITIONS + "/" + nothing), nothing);
			same(this.calls.get(token, PETITIONS + "/" + petition + "/timeline"), petition,
					this.calls.get(token, PETITIONS + "/" + nothing + "/timeline"), nothing);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "accept", "object", "answer", "not-accept", "close", "transfer", "add-accused", "claim",
			"register", "ask-reexamination", "no-such-step" })
	void pet18EveryStepIsAnsweredLikeAStepOnNothing(String step) {
		UUID petition = this.calls.accusation("举报二" + step);
		UUID nothing = UUID.randomUUID();
		Map<String, Object> good = Map.of("notice", "x", "reason", "x", "to", "water", "reasons", "x");
		Map<String, Object> bad = Map.of("to", Map.of("code", "water"), "on", "never", "accused", 7);
		for (Map<String, Object> body : List.of(good, bad)) {
			for (String etag : List.of("\"1\"", "\"2\"", "\"99\"")) {
				same(this.calls.act(WATER, petition, step, body, etag), petition,
						this.calls.act(WATER, nothing, step, body, etag), nothing);
			}
			same(this.calls.post(WATER, PETITIONS + "/" + petition + "/" + step, body), petition,
					this.calls.post(WATER, PETITIONS + "/" + nothing + "/" + step, body), nothing);
		}
	}

	@Test
	void pet18AReceiptIsAnsweredLikeNothing() {
		UUID petition = this.calls.accusation("举报三");
		UUID receipt = UUID.fromString(this.calls.get(OFFICE, RECEIPTS + "?petition=" + petition)
			.body()
			.path("items")
			.get(0)
			.path("id")
			.asString());
		UUID nothing = UUID.randomUUID();
		strangers().forEach((token) -> same(this.calls.get(token, RECEIPTS + "/" + receipt), receipt,
				this.calls.get(token, RECEIPTS + "/" + nothing), nothing));
		String chair = Tokens.of(Role.CHAIR).subject("chair-of-water").organ("water").value();
		assertThat(this.calls.get(chair, RECEIPTS + "?limit=1000").text()).doesNotContain(petition.toString());
		assertThat(this.calls.get(PetitionCalls.CHAIR, RECEIPTS + "?limit=1000").text()).contains(petition.toString());
	}

	@Test
	void pet18NoListNoFormNoSearchAndNoChangeListNamesIt() {
		UUID petition = this.calls.accusation("举报四");
		String code = code(petition);
		strangers().forEach((token) -> {
			for (String query : List.of("?limit=1000", "?limit=1000&q=" + code, "?limit=1000&category=ACCUSATION",
					"?limit=1000&state=REGISTERED", "?limit=1000&modifiedSince=2020-01-01T00:00:00Z",
					"?limit=1000&sort=code", "?limit=1000&handler=water")) {
				for (String accept : List.of("application/json", "text/csv", "application/x-ndjson")) {
					Answer list = this.calls.get(token, PETITIONS + query, accept);
					assertThat(list.status()).isEqualTo(200);
					assertThat(list.text()).as(query).doesNotContain(code).doesNotContain(petition.toString());
				}
			}
		});
		assertThat(this.calls.get(OFFICE, PETITIONS + "?limit=1000&q=" + code).text()).contains(petition.toString());
	}

	@Test
	void pet18TheListOfAnOrganIsTheSameToTheLetterAfterItWasAccused() {
		String before = this.calls.get(WATER, PETITIONS + "?limit=1000").text();
		String deadlines = this.calls.get(WATER, "/api/v1/supervision/deadlines?limit=1000").text();
		this.calls.accusation("举报五");
		assertThat(this.calls.get(WATER, PETITIONS + "?limit=1000").text()).isEqualTo(before);
		assertThat(this.calls.get(WATER, "/api/v1/supervision/deadlines?limit=1000").text()).isEqualTo(deadlines);
	}

	@Test
	void pet18NoDeadlineAndNoDeskNamesIt() {
		UUID petition = this.calls.accusation("举报六");
		String code = code(petition);
		strangers().forEach((token) -> {
			assertThat(world(token)).doesNotContain(code).doesNotContain(petition.toString());
		});
		assertThat(this.calls.get(OFFICE, "/api/v1/supervision/deadlines?limit=1000&kind=petition").text())
			.contains(code);
	}

	/**
	 * All that a caller can find without knowing an id.
	 */
	private String world(String token) {
		StringBuilder all = new StringBuilder();
		for (String path : List.of(PETITIONS + "?limit=1000",
				PETITIONS + "?limit=1000&modifiedSince=2020-01-01T00:00:00Z",
				"/api/v1/supervision/deadlines?limit=1000",
				"/api/v1/supervision/deadlines?limit=1000&modifiedSince=2020-01-01T00:00:00Z",
				"/api/v1/supervision/deadlines?limit=1000&status=CANCELLED",
				"/api/v1/supervision/deadlines?limit=1000&status=MET",
				"/api/v1/supervision/deadlines?limit=1000&status=OVERDUE", "/api/v1/supervision/desk?limit=200",
				"/api/v1/supervision/events?limit=1000", "/api/v1/supervision/events/types",
				"/api/v1/supervision/figures?term=16", "/api/v1/supervision/audit?limit=1000",
				"/api/v1/supervision/petition-analysis")) {
			all.append(this.calls.get(token, path).text()).append('\n');
		}
		return all.toString();
	}

	@Test
	void pet18TheFeedTellsTheOfficeNoMoreThanTheCodeAndOthersNothing() {
		UUID petition = this.calls.accusation("举报七");
		strangers().forEach((token) -> assertThat(
				this.calls.get(token, "/api/v1/supervision/events?limit=1000&types=petition.*").text())
			.isEqualTo("[]"));
		JsonNode events = awaited(petition);
		assertThat(events.toString()).doesNotContain("举报七")
			.doesNotContain("赵强")
			.doesNotContain("water")
			.doesNotContain("ACCUSATION")
			.doesNotContain("违规");
	}

	private JsonNode awaited(UUID petition) {
		String last = "";
		for (int i = 0; i < 50; i++) {
			Answer answer = this.calls.get(Tokens.of(Role.SERVICE).value(),
					"/api/v1/supervision/events?limit=1000&types=petition.*" + "&timeout=200"
							+ (last.isEmpty() ? "" : "&lastEventId=" + last));
			if (answer.text().contains(petition.toString())) {
				return answer.body();
			}
			JsonNode events = answer.body();
			if (!events.isEmpty()) {
				last = events.get(events.size() - 1).path("id").asString();
			}
		}
		throw new AssertionError("no event of " + petition);
	}

	@Test
	void pet18NoFigureIsBrokenDownByOrgan() {
		Map<?, ?> all = this.client.get()
			.uri("/api/v1/supervision/figures?term=16&by=organ")
			.exchange()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody();
		assertThat(String.valueOf(all)).doesNotContain("petitions");
	}

	@Test
	void pet18TheYearCountsAccusationsByOrganForTheOfficeOnly() {
		UUID petition = this.calls.accusation("举报八");
		this.calls.done(OFFICE, petition, "transfer", Map.of("to", "supervisory"));
		String path = "/api/v1/supervision/petition-analysis";
		JsonNode council = this.calls.get(Tokens.of(Role.COUNCIL).value(), path).body();
		JsonNode office = this.calls.get(OFFICE, path).body();
		assertThat(council.path("byHandler").has("supervisory")).isFalse();
		assertThat(office.path("byHandler").path("supervisory").asInt()).isPositive();
		assertThat(council.path("receipts")).isEqualTo(office.path("receipts"));
		assertThat(this.calls.get(WATER, path).status()).isEqualTo(403);
	}

	@Test
	void pet18IsGivenToNoAccusedOrganAndToNoneUnderIt() {
		UUID bureau = this.calls.accusation("举报九");
		assertThat(this.calls.act(OFFICE, bureau, "transfer", Map.of("to", "water")).body().path("rule").asString())
			.isEqualTo("PET-18");
		UUID government = this.calls.registered("举报十", "举报十反映市政府乱作为");
		this.calls.done(OFFICE, government, "classify", Map.of("category", "CLAIM", "route", "OTHER", "competence",
				"LAW_ENFORCEMENT", "accused", List.of(Map.of("organ", "gov"))));
		Answer under = this.calls.act(OFFICE, government, "assign", Map.of("to", "water"));
		assertThat(under.status()).isEqualTo(422);
		assertThat(under.body().path("rule").asString()).isEqualTo("PET-18");
		assertThat(under.body().path("quote").asString()).contains("不得将信访人的检举");
	}

	@Test
	void pet18AnAccusationGoesToASupervisoryCommission() {
		UUID petition = this.calls.accusation("举报十一");
		this.calls.done(OFFICE, petition, "transfer", Map.of("to", "supervisory"));
		JsonNode seen = this.calls.get(organ("supervisory"), PETITIONS + "/" + petition).body();
		assertThat(seen.path("accused").get(0).path("person").asString()).isEqualTo("赵强");
		assertThat(this.calls.get(WATER, PETITIONS + "/" + petition).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "water", "gov" })
	void pet18WhoeverIsAccusedLaterIsLeftWithNothing(String accused) {
		UUID petition = this.calls.claimWith("water", "后举报" + accused);
		String code = code(petition);
		this.calls.done(WATER, petition, "accept", Map.of("notice", "已受理"));
		assertThat(world(WATER)).contains(code);
		Answer added = this.calls.done(OFFICE, petition, "add-accused",
				Map.of("accused", List.of(Map.of("organ", accused, "person", "赵强"))));
		assertThat(added.body().path("state").asString()).isEqualTo("REGISTERED");
		assertThat(added.body().has("handler")).isFalse();
		assertThat(world(WATER)).doesNotContain(code).doesNotContain(petition.toString());
		UUID nothing = UUID.randomUUID();
		same(this.calls.get(WATER, PETITIONS + "/" + petition), petition,
				this.calls.get(WATER, PETITIONS + "/" + nothing), nothing);
		same(this.calls.act(WATER, petition, "answer", opinion(), "\"5\""), petition,
				this.calls.act(WATER, nothing, "answer", opinion(), "\"5\""), nothing);
		this.calls.done(OFFICE, petition, "classify",
				Map.of("category", "ACCUSATION", "competence", "DEPUTIES_AND_APPOINTEES"));
		this.calls.done(OFFICE, petition, "transfer", Map.of("to", "supervisory"));
		assertThat(world(WATER)).doesNotContain(code);
	}

	@Test
	void pet18AMatterTakenFromTheAccusedLooksLikeOneTakenFromAnybody() {
		UUID ordinary = this.calls.claimWith("housing", "收回一");
		UUID accused = this.calls.claimWith("water", "收回二");
		for (UUID petition : List.of(ordinary, accused)) {
			String organ = petition.equals(ordinary) ? organ("housing") : WATER;
			this.calls.done(organ, petition, "accept", Map.of("notice", "已受理"));
		}
		this.calls.done(OFFICE, ordinary, "withdraw", Map.of("note", "职能划转"));
		this.calls.done(OFFICE, accused, "add-accused", Map.of("accused", List.of(Map.of("organ", "water"))));
		assertThat(world(organ("housing"))).doesNotContain(ordinary.toString());
		assertThat(world(WATER)).doesNotContain(accused.toString());
		same(this.calls.get(organ("housing"), PETITIONS + "/" + ordinary), ordinary,
				this.calls.get(WATER, PETITIONS + "/" + accused), accused);
	}

	@Test
	void pet18ARepeatedRequestAnswersNothingAnyMoreOnceTheOrganIsAccused() {
		UUID petition = this.calls.claimWith("water", "重放");
		String etag = this.calls.get(WATER, PETITIONS + "/" + petition).etag();
		assertThat(repeated(petition, etag).status()).isEqualTo(200);
		assertThat(repeated(petition, etag).status()).isEqualTo(200);
		this.calls.done(OFFICE, petition, "add-accused", Map.of("accused", List.of(Map.of("organ", "water"))));
		assertThat(repeated(petition, etag).status()).isEqualTo(404);
	}

	private Answer repeated(UUID petition, String etag) {
		var result = this.client.post().uri(PETITIONS + "/" + petition + "/accept").headers((headers) -> {
			headers.setBearerAuth(WATER);
			headers.setIfMatch(etag);
			headers.set("Idempotency-Key", "accept-" + petition);
		}).bodyValue(Map.of("notice", "已受理")).exchange().expectBody(String.class).returnResult();
		return new Answer(result.getStatus().value(), result.getResponseHeaders(),
				String.valueOf(result.getResponseBody()));
	}

	@Test
	void pet18AnAccusedPersonOfTheOfficeIsAStrangerToo() {
		UUID petition = this.calls.registered("举报十二", "反映信访干部收受礼品");
		String officer = Tokens.of(Role.PETITION_OFFICE).subject("officer-liu").organ("standing-committee").value();
		assertThat(this.calls.get(officer, PETITIONS + "/" + petition).status()).isEqualTo(200);
		this.calls.organs();
		this.calls.done(OFFICE, petition, "classify", Map.of("category", "ACCUSATION", "competence", "CONGRESS_WORK",
				"accused", List.of(Map.of("organ", "lonely", "person", "刘某", "account", "officer-liu"))));
		UUID nothing = UUID.randomUUID();
		same(this.calls.get(officer, PETITIONS + "/" + petition), petition,
				this.calls.get(officer, PETITIONS + "/" + nothing), nothing);
		assertThat(this.calls.get(officer, PETITIONS + "?limit=1000").text()).doesNotContain(petition.toString());
		assertThat(this.calls.get(officer, RECEIPTS + "?limit=1000").text()).doesNotContain(petition.toString());
		assertThat(this.calls.get(OFFICE, PETITIONS + "/" + petition).status()).isEqualTo(200);
	}

	@Test
	void pet18AnAccusedCodeThatNobodyHasIsRefused() {
		UUID petition = this.calls.registered("举报十三", "反映违法占地");
		Answer refused = this.calls.act(OFFICE, petition, "classify",
				Map.of("category", "ACCUSATION", "competence", "OTHER", "accused", List.of(Map.of("organ", "watre"))));
		assertThat(refused.status()).isEqualTo(400);
		Map<String, Object> entry = new HashMap<>(letter("举报十四", "反映违法建房"));
		entry.put("accused", List.of(Map.of("organ", "watre")));
		assertThat(this.calls.post(OFFICE, RECEIPTS, entry).status()).isEqualTo(400);
	}

	@Test
	void pet18AnAccusedWhoFindsTheSlipGetsNothingForIt() {
		Answer registered = this.calls.post(OFFICE, RECEIPTS, letter("举报十五", "反映干部赵某"));
		UUID petition = UUID.fromString(registered.body().path("petition").asString());
		this.calls.done(OFFICE, petition, "add-accused",
				Map.of("accused", List.of(Map.of("organ", "water", "person", "赵某", "account", "resident.zhao"))));
		JsonNode slip = registered.body().path("slip");
		Map<String, Object> claim = Map.of("code", slip.path("code").asString(), "key", slip.path("key").asString());
		Answer refused = this.calls.post(resident("zhao"), PETITIONS + "/claim", claim);
		Answer unknown = this.calls.post(resident("zhao"), PETITIONS + "/claim",
				Map.of("code", "XF-1999-0001", "key", "AAAAAAAAAAAA"));
		assertThat(refused.text()).isEqualTo(unknown.text());
		assertThat(this.calls.post(resident("victim"), PETITIONS + "/claim", claim).status()).isEqualTo(200);
	}

	@Test
	void anOrganThatDealtWithNoMatterSeesNone() {
		UUID petition = this.calls.claimWith("housing", "他人事项");
		assertThat(this.calls.get(organ("housing"), PETITIONS + "/" + petition).status()).isEqualTo(200);
		assertThat(this.calls.get(organ("lonely"), PETITIONS).body().path("items")).isEmpty();
		assertThat(this.calls.get(organ("gov"), PETITIONS + "/" + petition).status()).isEqualTo(404);
		assertThat(this.calls.get(resident("other"), PETITIONS).body().path("items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEPUTY", "MEMBER", "ADMINISTRATOR", "OPERATOR", "GENERAL_OFFICE", "SERVICE", "STATION" })
	void othersAreNotLetInAtAll(String role) {
		String token = Tokens.of(Role.valueOf(role)).value();
		for (String path : List.of(PETITIONS, PETITIONS + "/" + UUID.randomUUID(), RECEIPTS)) {
			assertThat(this.calls.get(token, path).status()).isEqualTo(403);
		}
	}

}
