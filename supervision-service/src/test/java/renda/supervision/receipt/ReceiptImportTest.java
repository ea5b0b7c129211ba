package renda.supervision.receipt;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renda.platform.event.FeedEvent;
import renda.platform.event.Subscription;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.supervision.petition.PetitionCalls;
import renda.supervision.petition.PetitionCalls.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static renda.supervision.petition.PetitionCalls.OFFICE;
import static renda.supervision.petition.PetitionCalls.PETITIONS;
import static renda.supervision.petition.PetitionCalls.RECEIPTS;

@ServiceTest
class ReceiptImportTest {

	private static final String HEADER = "number,petition,channel,receivedOn,receivedBy,name,phone,request,area,"
			+ "classifiedOn,category,route,accused,notifiedOn,divertedOn,where,passedOn,handler,acceptedOn,answeredOn,outcome,"
			+ "reexaminationAskedOn,reexaminedOn,closedOn,supervisedOn,leader,supervisionReason,rating,sample\n";

	private static final String LETTERS = """
			XFJ-2022-00001,XF-2022-0001,LETTER,2022-06-01,,刘洋,13900000001,要求修路,410105,2022-06-01,CLAIM,OTHER,,2022-06-10,,,2022-06-02,water,2022-06-10,2022-08-02,SUPPORTED,,,2022-09-01,2022-07-01,副主任 孙立,LATE,SATISFIED,true
			XFJ-2022-00002,XF-2022-0001,VISIT,2022-06-20,,刘洋,13900000001,再次要求修路,410105,,,,,,,,,,,,,,,,,,,,true
			XFJ-2022-00003,XF-2022-0002,VISIT,2022-06-03,,马超,13900000002,要求法院再审,410102,2022-06-03,CLAIM,LITIGATION,,,2022-06-05,市中级人民法院,,,,,,,,,,,,,true
			XFJ-2021-00001,XF-2021-0001,LETTER,2021-03-01,,黄忠,13900000003,要求发放补贴,410102,2021-03-01,CLAIM,OTHER,,,,,2021-03-02,water,2021-03-05,2021-04-02,NOT_SUPPORTED,2021-04-20,2021-05-10,,,,,,true
			XFJ-2022-00004,XF-2022-0003,PHONE,2022-06-04,,,,反映噪声,410103,,,,,,,,,,,,,,,,,,,,true
			XFJ-2022-00005,XF-2022-0004,NETWORK,2022-06-05,,张飞,13900000005,建议加装电梯,410103,2022-06-05,SUGGESTION,,,,,,,,,,,,,,,,,,true
			XFJ-2022-00006,XF-2022-0005,LETTER,2022-06-05,410182,张飞,13900000005,县里收到的信,410182,,,,,,,,,,,,,,,,,,,,true
			XFJ-2017-00001,XF-2017-0001,LETTER,2017-06-05,,关羽,13900000006,上一届的信,410103,,,,,,,,,,,,,,,,2017-07-01,副主任 王立,LATE,,true
			XFJ-2023-00001,XF-2023-0001,LETTER,2023-01-06,,关羽,13900000006,下一届的信,410103,,,,,,,,,,,,,,,,,,,,true
			""";

	@Autowired
	private WebTestClient client;

	@Autowired
	@Qualifier("petitionSuggestions")
	private Subscription suggestions;

	private PetitionCalls calls;

	@BeforeEach
	void letters() {
		this.calls = new PetitionCalls(this.client);
		this.calls.organs();
		JsonNode job = imported(LETTERS);
		assertThat(job.path("failed").asInt()).as(job.toString()).isZero();
	}

	private JsonNode imported(String rows) {
		String body = this.client.post()
			.uri("/api/v1/supervision/imports/petition-receipts")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.contentType(MediaType.parseMediaType("text/csv"))
			.bodyValue(HEADER + rows)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return new JsonMapper().readTree(body);
	}

	private JsonNode petition(String code) {
		String id = this.calls.get(OFFICE, PETITIONS + "?q=" + code)
			.body()
			.path("items")
			.valueStream()
			.filter((item) -> item.path("code").asString().equals(code))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
		return this.calls.get(OFFICE, PETITIONS + "/" + id).body();
	}

	@Test
	void theSameRowsAgainChangeNothing() {
		JsonNode again = imported(LETTERS);
		assertThat(again.path("unchanged").asInt()).isEqualTo(9);
		assertThat(again.path("created").asInt()).isZero();
	}

	@Test
	void aMatterHasTheLifeItsFirstRowTells() {
		JsonNode lived = petition("XF-2022-0001");
		assertThat(lived.path("state").asString()).isEqualTo("CLOSED");
		assertThat(lived.path("rating").path("satisfaction").asString()).isEqualTo("SATISFIED");
		assertThat(lived.path("supervision").path("leader").asString()).isEqualTo("副主任 孙立");
		JsonNode steps = this.calls.get(OFFICE, lived.path("links").path("timeline").asString()).body();
		assertThat(steps.valueStream().map((step) -> step.path("step").asString())).containsExactly("register",
				"classify", "transfer", "notify", "accept", "supervise", "answer", "close", "rate");
		assertThat(this.calls.get(OFFICE, RECEIPTS + "?petition=" + lived.path("id").asString()).body().path("items"))
			.hasSize(2);
	}

	@Test
	void whatWasInTimeIsMetAndTheOldLawHoldsForOldMatters() {
		assertThat(clock("XF-2022-0001", "handling").path("dueOn").asString()).isEqualTo("2022-08-09");
		assertThat(clock("XF-2022-0001", "handling").path("status").asString()).isEqualTo("MET");
		// 5 March 2021 + 30 = 4 April, Tomb Sweeping Day until the 5th: the 6th
		assertThat(clock("XF-2021-0001", "handling").path("dueOn").asString()).isEqualTo("2021-04-06");
		assertThat(petition("XF-2021-0001").path("state").asString()).isEqualTo("REEXAMINED");
		assertThat(petition("XF-2021-0001").path("reexaminer").path("code").asString()).isEqualTo("gov");
	}

	private JsonNode clock(String code, String name) {
		return petition(code).path("deadlines")
			.valueStream()
			.filter((clock) -> clock.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void aLifeThatTheLawDoesNotKnowIsRefusedWithAllItsReceipts() {
		JsonNode job = imported(
				"""
						XFJ-2022-00101,XF-2022-0101,LETTER,2022-06-01,,甲,13900000011,要求仲裁,410105,2022-06-01,CLAIM,ARBITRATION,,,,,2022-06-02,water,,,,,,,,,,,true
						XFJ-2022-00102,XF-2022-0101,LETTER,2022-06-02,,甲,13900000011,要求仲裁,410105,,,,,,,,,,,,,,,,,,,,true
						XFJ-2022-00103,XF-2022-0103,LETTER,2022-06-01,,乙,13900000012,举报水利局,410105,2022-06-01,CLAIM,OTHER,gov,,,,2022-06-02,water,,,,,,,,,,,true
						XFJ-2022-00104,XF-2022-0104,LETTER,2022-06-01,,丙,13900000013,要求供水,410105,2022-06-01,CLAIM,OTHER,,,,,2022-06-02,nobody,,,,,,,,,,,true
						""");
		assertThat(job.path("failed").asInt()).isEqualTo(4);
		assertThat(job.path("created").asInt()).isZero();
		assertThat(this.calls.get(OFFICE, PETITIONS + "?q=XF-2022-0101").body().path("items")).isEmpty();
	}

	@Test
	void aNewCodeGoesOnAfterThoseThatCame() {
		UUID petition = this.calls.registered("新来信人" + UUID.randomUUID(), "要求解释政策");
		assertThat(this.calls.get(OFFICE, PETITIONS + "/" + petition).body().path("code").asString()).startsWith("XF-");
	}

	@Test
	void onlyThePetitionOfficeImports() {
		for (Role role : List.of(Role.ADMINISTRATOR, Role.GENERAL_OFFICE, Role.ORGAN)) {
			this.client.post()
				.uri("/api/v1/supervision/imports/petition-receipts")
				.headers((headers) -> headers.setBearerAuth(Tokens.of(role).value()))
				.header("Idempotency-Key", UUID.randomUUID().toString())
				.contentType(MediaType.parseMediaType("text/csv"))
				.bodyValue(HEADER)
				.exchange()
				.expectStatus()
				.isForbidden();
		}
	}

	@Test
	void theFigureCountsLettersAndVisitsOfTheTermToTheCityOnly() {
		JsonNode figure = figure("petitions", "");
		assertThat(figure.path("value").asInt()).isEqualTo(4);
		String lines = this.calls.get(OFFICE, figure.path("items").asString(), "application/x-ndjson").text();
		assertThat(lines.lines()).hasSize(4);
		assertThat(lines).contains("XFJ-2022-00001", "XFJ-2022-00002", "XFJ-2022-00003", "XFJ-2021-00001");
		assertThat(this.calls.get(PetitionCalls.organ("water"), figure.path("items").asString()).status())
			.isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "channel", "class", "area", "month", "year" })
	void theFigureAddsUpByEveryGroup(String by) {
		assertThat(figure("petitions", "&by=" + by).path("counts")
			.valueStream()
			.mapToInt((count) -> count.path("value").asInt())
			.sum()).isEqualTo(4);
	}

	@Test
	void theFigureOfTheSupervisedCountsMattersMarkedInTheTerm() {
		JsonNode figure = figure("petitions_supervised", "");
		assertThat(figure.path("value").asInt()).isEqualTo(1);
		assertThat(this.calls.get(OFFICE, figure.path("items").asString()).body().path("items"))
			.extracting((item) -> item.path("code").asString())
			.containsExactly("XF-2022-0001");
	}

	private JsonNode figure(String key, String more) {
		return this.calls.get(OFFICE, "/api/v1/supervision/figures?term=15&asOf=2022-12-31&key=" + key + more)
			.body()
			.path("figures")
			.get(0);
	}

	@Test
	void pet23TheYearIsCountedFromWhatIsThere() {
		JsonNode year = this.calls.get(OFFICE, "/api/v1/supervision/petition-analysis?year=2021").body();
		assertThat(year.path("receipts").asInt()).isEqualTo(1);
		assertThat(year.path("byChannel").path("LETTER").asInt()).isEqualTo(1);
		assertThat(year.path("byRoute").path("OTHER").asInt()).isEqualTo(1);
		assertThat(year.path("bySteps").path("transfer").asInt()).isEqualTo(1);
		JsonNode kept = year.path("onTime")
			.valueStream()
			.filter((clock) -> clock.path("clock").asString().equals("handling"))
			.findFirst()
			.orElseThrow();
		assertThat(kept.path("met").asInt()).isEqualTo(1);
		assertThat(kept.path("due").asInt()).isEqualTo(1);
		assertThat(this.calls.get(OFFICE, "/api/v1/supervision/petition-analysis?year=12").status()).isEqualTo(400);
	}

	@Test
	void aSuggestionThatAMatterBecameIsFollowed() {
		UUID petition = this.calls.registered("建议人" + UUID.randomUUID(), "建议增设口袋公园");
		this.calls.done(OFFICE, petition, "classify", Map.of("category", "SUGGESTION", "competence", "OTHER"));
		Answer guided = this.calls.done(OFFICE, petition, "guide-to-suggestion", Map.of("title", "关于增设口袋公园的建议"));
		assertThat(guided.body().path("state").asString()).isEqualTo("GUIDED");
		event(petition, "DRAFT");
		event(petition, "ASSIGNED");
		event(petition, "ASSIGNED");
		event(UUID.randomUUID(), "ASSIGNED");
		JsonNode seen = this.calls.get(OFFICE, PETITIONS + "/" + petition).body();
		assertThat(seen.path("suggestion").path("state").asString()).isEqualTo("ASSIGNED");
		assertThat(seen.path("suggestion").path("code").asString()).isEqualTo("JY-2022-0417");
		assertThat(seen.path("suggestion").path("title").asString()).isEqualTo("关于增设口袋公园的建议");
		assertThat(seen.path("version").asInt()).isEqualTo(5);
		String feed = "";
		for (int i = 0; i < 50 && !feed.contains(petition.toString()); i++) {
			feed = this.calls
				.get(Tokens.of(Role.DEPUTY_OFFICE).value(),
						"/api/v1/supervision/events?limit=1000&timeout=200&types=petition.guided-to-suggestion")
				.text();
		}
		assertThat(feed).contains(petition.toString(), "关于增设口袋公园的建议", "guidedOn").doesNotContain("建议人");
	}

	private void event(UUID petition, String state) {
		this.suggestions.handler()
			.on(new FeedEvent(UUID.randomUUID().toString(), "suggestion.moved", "suggestion/1", OffsetDateTime.now(),
					new JsonMapper().readTree("""
							{"id": "018f0000-0000-7000-8000-000000000001", "code": "JY-2022-0417", "state": "%s",
							 "petition": {"id": "%s", "code": "XF-2022-0001"}}""".formatted(state, petition))))
			.block();
	}

}
