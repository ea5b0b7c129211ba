package renda.supervision.petition;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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
 * Calls about petitions, as different people make them.
 */
public final class PetitionCalls {

	public static final String PETITIONS = "/api/v1/supervision/petitions";

	public static final String RECEIPTS = "/api/v1/supervision/petition-receipts";

	public static final String OFFICE = Tokens.of(Role.PETITION_OFFICE).organ("standing-committee").value();

	public static final String CHAIR = Tokens.of(Role.CHAIR).organ("standing-committee").value();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WebTestClient client;

	public PetitionCalls(WebTestClient client) {
		this.client = client;
	}

	public static String organ(String code) {
		return Tokens.of(Role.ORGAN).subject("staff-of-" + code).organ(code).value();
	}

	public static String resident(String person) {
		return Tokens.of(Role.RESIDENT).subject("resident." + person).value();
	}

	/**
	 * The organs of the tests: a province, a city, its bureaus, a supervisory commission.
	 */
	public void organs() {
		organ("henan", "GOVERNMENT", "省人民政府", null);
		organ("gov", "GOVERNMENT", "市人民政府", "henan");
		organ("water", "DEPARTMENT", "市水利局", "gov");
		organ("housing", "DEPARTMENT", "市住房保障局", "gov");
		organ("supervisory", "SUPERVISORY_COMMISSION", "市监察委员会", null);
		organ("lonely", "ENTERPRISE", "市供水公司", null);
	}

	private void organ(String code, String kind, String name, String parent) {
		Map<String, Object> organ = new HashMap<>(Map.of("code", code, "kind", kind, "name", name, "area", "410100",
				"establishedOn", "2010-01-01", "basis", "机构设置方案", "sample", true));
		if (parent != null) {
			organ.put("parent", parent);
		}
		post(Tokens.of(Role.GENERAL_OFFICE).value(), "/api/v1/supervision/organs", organ);
	}

	/**
	 * A letter of somebody new.
	 */
	public static Map<String, Object> letter(String name, String request) {
		Map<String, Object> letter = new HashMap<>();
		letter.put("channel", "LETTER");
		letter.put("petitioners", List.of(Map.of("name", name, "address", "金水区文化路1号", "phone", "13800001234",
				"idNumber", "41010519700101" + Math.abs(name.hashCode() % 9000))));
		letter.put("request", request);
		letter.put("facts", "情况属实");
		letter.put("area", "410105");
		return letter;
	}

	public Answer post(String token, String path, Object body) {
		return answer(this.client.post().uri(path).headers((headers) -> headers.setBearerAuth(token)).bodyValue(body));
	}

	public Answer get(String token, String path) {
		return answer(this.client.get().uri(path).headers((headers) -> headers.setBearerAuth(token)));
	}

	public Answer get(String token, String path, String accept) {
		return answer(this.client.get().uri(path).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.set(HttpHeaders.ACCEPT, accept);
		}));
	}

	/**
	 * Takes a step on the matter as the caller sees it now.
	 */
	public Answer act(String token, UUID petition, String step, Map<String, Object> body) {
		return act(token, petition, step, body, get(OFFICE, PETITIONS + "/" + petition).etag());
	}

	public Answer act(String token, UUID petition, String step, Map<String, Object> body, String etag) {
		return answer(this.client.post().uri(PETITIONS + "/" + petition + "/" + step).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.set(HttpHeaders.IF_MATCH, etag);
		}).bodyValue(body));
	}

	/**
	 * Takes a step that may be sent again with the same key.
	 */
	public Answer act(String token, UUID petition, String step, Map<String, Object> body, String etag, String key) {
		return answer(this.client.post().uri(PETITIONS + "/" + petition + "/" + step).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.set(HttpHeaders.IF_MATCH, etag);
			headers.set("Idempotency-Key", key);
		}).bodyValue(body));
	}

	/**
	 * Takes a step that must succeed.
	 */
	public Answer done(String token, UUID petition, String step, Map<String, Object> body) {
		Answer answer = act(token, petition, step, body);
		assertThat(answer.status()).as("%s: %s", step, answer.text()).isEqualTo(200);
		return answer;
	}

	/**
	 * Registers a letter of somebody new.
	 */
	public UUID registered(String name, String request) {
		Answer answer = post(OFFICE, RECEIPTS, letter(name, request));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return UUID.fromString(answer.body().path("petition").asString());
	}

	/**
	 * A claim that an organ has been given.
	 */
	public UUID claimWith(String organ, String name) {
		UUID petition = registered(name, name + "要求修复供水管道");
		done(OFFICE, petition, "classify",
				Map.of("category", "CLAIM", "route", "OTHER", "competence", "LAW_ENFORCEMENT"));
		done(OFFICE, petition, "transfer", Map.of("to", organ));
		return petition;
	}

	/**
	 * An accusation of the water bureau.
	 */
	public UUID accusation(String name) {
		UUID petition = registered(name, name + "反映某局干部违规发包工程");
		done(OFFICE, petition, "classify", Map.of("category", "ACCUSATION", "competence", "DEPUTIES_AND_APPOINTEES",
				"accused", List.of(Map.of("organ", "water", "person", "赵强"))));
		return petition;
	}

	public static Map<String, Object> opinion() {
		return Map.of("outcome", "EXPLAINED", "facts", "经查管道属业主共有", "text", "依法由业主共同维修", "basis", "民法典 第二百七十一条",
				"signedBy", "局长 李伟");
	}

	public static Map<String, Object> finding() {
		return Map.of("verdict", "UPHELD", "text", "原处理意见事实清楚", "basis", "信访工作条例 第三十五条", "signedBy", "副市长 周明");
	}

	public static String today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
	}

	private static Answer answer(WebTestClient.RequestHeadersSpec<?> request) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		byte[] body = (result.getResponseBody() != null) ? result.getResponseBody() : new byte[0];
		return new Answer(result.getStatus().value(), result.getResponseHeaders(),
				new String(body, StandardCharsets.UTF_8));
	}

	/**
	 * What was answered.
	 */
	public record Answer(int status, HttpHeaders headers, String text) {

		public JsonNode body() {
			return JSON.readTree(this.text);
		}

		public String etag() {
			return String.valueOf(this.headers.getETag());
		}

	}

}
