package renda.legislation.interpretation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import renda.legislation.agenda.Decided;
import renda.legislation.agenda.Decisions;
import renda.legislation.agenda.Purpose;
import renda.legislation.agenda.Tabled;
import renda.legislation.meeting.MeetingFixtures;
import renda.legislation.member.Body;
import renda.legislation.regulation.RegulationFixtures;
import renda.platform.rule.RuleBook;
import renda.platform.security.Caller;
import renda.platform.security.Role;
import renda.platform.test.ServiceTest;
import renda.platform.test.Tokens;
import renda.platform.vote.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class InterpretationApiTest {

	private static final String COURT = Tokens.of(Role.ORGAN).organ("city-court").value();

	private static final String OFFICE = Tokens.of(Role.LEGISLATIVE_OFFICE).value();

	@Autowired
	private WebTestClient client;

	@Autowired
	private InterpretationTabled tabled;

	@Autowired
	private TransactionalOperator transactions;

	@Autowired
	private RuleBook rules;

	private final JsonMapper json = new JsonMapper();

	private JsonNode answer(WebTestClient.RequestHeadersSpec<?> request, int status) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		byte[] bytes = result.getResponseBody();
		String words = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
		assertThat(result.getStatus().value()).as(words).isEqualTo(status);
		return words.isEmpty() ? this.json.createObjectNode() : this.json.readTree(words);
	}

	private JsonNode get(String path, String token, int status) {
		return answer(this.client.get().uri(path).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}), status);
	}

	private JsonNode step(String path, String step, Map<String, Object> body, String token, int status) {
		long version = get(path, OFFICE, 200).path("version").asLong();
		return answer(this.client.post()
			.uri(path + "/" + step)
			.headers((headers) -> headers.setBearerAuth(token))
			.header("If-Match", "\"" + version + "\"")
			.bodyValue(body), status);
	}

	private JsonNode asked(Map<String, Object> body, String token, int status) {
		return answer(this.client.post()
			.uri(InterpretationKind.PATH)
			.headers((headers) -> headers.setBearerAuth(token))
			.bodyValue(body), status);
	}

	@Test
	void goesFromTheCourtsRequestToTheRegister() {
		answer(this.client.post()
			.uri("/api/v1/legislation/imports/regulations")
			.headers((headers) -> headers.setBearerAuth(OFFICE))
			.contentType(MediaType.parseMediaType("application/zip"))
			.bodyValue(RegulationFixtures.zip(List.of(RegulationFixtures.lanterns()))), 200);
		String regulation = get("/api/v1/legislation/regulations?title=花灯", "", 200).path("items")
			.get(0)
			.path("id")
			.asString();
		Map<String, Object> request = Map.of("regulation", regulation, "article", "第三条", "ground", "MEANING",
				"question", "桥是否包括浮桥", "requester", "COURT", "sample", true);
		asked(request, Tokens.of(Role.ORGAN).organ("city-water").value(), 403);
		asked(Map.of("regulation", UUID.randomUUID(), "article", "第三条", "question", "问", "requester", "COURT"), COURT,
				400);
		String path = InterpretationKind.PATH + "/" + asked(request, COURT, 201).path("id").asString();
		get(path, "", 404);
		assertThat(get(path, COURT, 200).path("state").asString()).isEqualTo("REQUESTED");
		step(path, "draft", Map.of("title", "关于《郑州市花灯会管理条例》第三条的解释", "text", "桥包括浮桥。"), OFFICE, 200);
		step(path, "list", Map.of(), Tokens.of(Role.COUNCIL).value(), 200);
		assertThat(get(path, "", 200).path("title").asString()).contains("第三条的解释");
		step(path, "report-review", Map.of("text", "桥包括浮桥。", "report", "审议报告"), Tokens.of(Role.LEGAL_COMMITTEE).value(),
				200);
		Decided decided = new Decided(UUID.randomUUID(), UUID.randomUUID(), "第十六届人大常委会第三次会议", Body.STANDING_COMMITTEE,
				MeetingFixtures.today(), Purpose.VOTE, "表决", Decisions.of(Body.STANDING_COMMITTEE, Tabled.Deciding.OPEN)
					.outcome(9, 9, Tally.of(5, 4, 0, 0), this.rules.on(MeetingFixtures.today()).block()));
		UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
		assertThat(this.tabled.subject(id).block().purposes()).containsExactlyInAnyOrder(Purpose.DELIBERATE,
				Purpose.VOTE);
		this.transactions
			.transactional(
					this.tabled.decided(id, decided, new Caller("chair", "主任", Set.of(Role.CHAIR), Set.of(), "")))
			.block();
		step(path, "submit-for-approval", Map.of(), OFFICE, 200);
		step(path, "announce", Map.of("number", "2号"), OFFICE, 422);
		step(path, "announce",
				Map.of("number", "2号", "approvedBy", "河南省人民代表大会常务委员会", "approvedOn", MeetingFixtures.today()), OFFICE,
				200);
		JsonNode versions = get("/api/v1/legislation/regulations/" + regulation + "/versions", "", 200);
		JsonNode last = versions.get(versions.size() - 1);
		assertThat(last.path("kind").asString()).as("LEG-66").isEqualTo("INTERPRETED");
		assertThat(last.path("decision").asString()).contains("第三条的解释");
		assertThat(get("/api/v1/legislation/regulations/" + regulation + "/text", "", 200).path("text").toString())
			.as("the text stays")
			.contains("有桥");
		assertThat(get(InterpretationKind.PATH + "?regulation=" + regulation + "&state=ANNOUNCED&q=浮桥", "", 200)
			.path("items")
			.size()).isEqualTo(1);
	}

}
