package renda.legislation.docket;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import renda.platform.security.Role;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bill over HTTP, for this test and those of whatever happens to bills.
 */
public final class BillCalls {

	public static final String PATH = "/api/v1/legislation/bills";

	public static final String GOVERNMENT = Tokens.of(Role.ORGAN).organ("city-government").value();

	public static final String COUNCIL = Tokens.of(Role.COUNCIL).value();

	public static final String OFFICE = Tokens.of(Role.LEGISLATIVE_OFFICE).value();

	public static final String LEGAL = Tokens.of(Role.LEGAL_COMMITTEE).value();

	public static final List<String> CHECKS = List.of("CONFLICT", "CONSISTENCY", "LOCAL_NEED", "BALANCE", "FEASIBILITY",
			"DRAFTING");

	private static final JsonMapper JSON = new JsonMapper();

	private final WebTestClient client;

	private final UUID id;

	private BillCalls(WebTestClient client, UUID id) {
		this.client = client;
		this.id = id;
	}

	/**
	 * A draft of an invented regulation.
	 */
	public static String text(String title, String... articles) {
		StringBuilder text = new StringBuilder("# " + title + "\n\n");
		String[] labels = { "一", "二", "三", "四", "五", "六", "七" };
		for (int i = 0; i < articles.length; i++) {
			text.append("第").append(labels[i]).append("条 ").append(articles[i]).append("\n\n");
		}
		return text.toString();
	}

	/**
	 * What begins the drafting of a new regulation by the government.
	 */
	public static Map<String, Object> enactment(String title) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("title", title);
		body.put("act", "ENACT");
		body.put("domain", "URBAN_RURAL");
		body.put("proposer", "GOVERNMENT");
		body.put("withoutProject", "市委交办，计划调整中");
		body.put("sample", true);
		return body;
	}

	/**
	 * Begins drafting.
	 */
	public static BillCalls drafted(WebTestClient client, Map<String, Object> body, String token) {
		JsonNode made = answer(post(client, PATH, body, token, null), 201);
		return new BillCalls(client, UUID.fromString(made.path("id").asString()));
	}

	/**
	 * A bill of the government that is on the agenda.
	 */
	public static BillCalls listed(WebTestClient client, String title, String readings) {
		BillCalls bill = drafted(client, enactment(title + "（草案）"), GOVERNMENT);
		bill.submitted(text(title + "（草案）", "为了管理某事，制定本条例。", "某事由某部门管理。", "本条例自2027年3月1日起施行。"));
		bill.step("list", Map.of("readings", readings, "reason", "急需", "broadAgreement", true), COUNCIL);
		return bill;
	}

	/**
	 * Submits it with all papers.
	 */
	public void submitted(String text) {
		step("submit", papers(draft("草案", text, GOVERNMENT)), GOVERNMENT);
	}

	/**
	 * All papers of a bill of the government.
	 */
	public static Map<String, Object> papers(UUID draft) {
		return new LinkedHashMap<>(Map.of("draft", draft, "explanation", "说明", "legalBasis", "依据", "materials",
				List.of("调研报告"), "coordination", "部门意见一致"));
	}

	public UUID id() {
		return this.id;
	}

	public String href() {
		return PATH + "/" + this.id;
	}

	/**
	 * Enters a draft.
	 */
	public UUID draft(String label, String text, String token) {
		JsonNode made = answer(post(this.client, href() + "/drafts", Map.of("label", label, "text", text), token, null),
				201);
		return UUID.fromString(made.path("id").asString());
	}

	/**
	 * The bill as somebody sees it now.
	 */
	public JsonNode shown(String token) {
		return get(href(), token, 200);
	}

	public String state() {
		return shown(OFFICE).path("state").asString();
	}

	public JsonNode get(String path, String token, int status) {
		return answer(this.client.get().uri(path).headers((headers) -> bearer(headers, token)), status);
	}

	/**
	 * Takes a step on the present version.
	 */
	public JsonNode step(String step, Map<String, Object> body, String token) {
		return answer(post(this.client, href() + "/" + step, body, token, version()), 200);
	}

	/**
	 * A step that a rule refuses.
	 */
	public JsonNode refused(String step, Map<String, Object> body, String token, String rule) {
		JsonNode problem = answer(post(this.client, href() + "/" + step, body, token, version()), 422);
		assertThat(problem.path("rule").asString()).as(problem.toString()).isEqualTo(rule);
		assertThat(problem.path("citation").asString()).isNotEmpty();
		return problem;
	}

	/**
	 * A step that is answered with a status.
	 */
	public JsonNode attempt(String step, Map<String, Object> body, String token, Long version, int status) {
		return answer(post(this.client, href() + "/" + step, body, token, version), status);
	}

	public long version() {
		return shown(OFFICE).path("version").asLong();
	}

	private static WebTestClient.RequestHeadersSpec<?> post(WebTestClient client, String path, Map<String, Object> body,
			String token, Long version) {
		return client.post().uri(path).headers((headers) -> {
			bearer(headers, token);
			if (version != null) {
				headers.set("If-Match", "\"" + version + "\"");
			}
		}).bodyValue(body);
	}

	private static void bearer(HttpHeaders headers, String token) {
		if (!token.isEmpty()) {
			headers.setBearerAuth(token);
		}
	}

	private static JsonNode answer(WebTestClient.RequestHeadersSpec<?> request, int status) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		byte[] bytes = result.getResponseBody();
		String words = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
		assertThat(result.getStatus().value()).as(words).isEqualTo(status);
		return words.isEmpty() ? JSON.createObjectNode() : JSON.readTree(words);
	}

}
