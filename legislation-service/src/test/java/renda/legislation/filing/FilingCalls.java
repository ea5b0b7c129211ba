package renda.legislation.filing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import renda.platform.security.Role;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests of tests of filings and review requests, in their words.
 */
public final class FilingCalls {

	/** Where filings are. */
	public static final String PATH = "/api/v1/legislation/filings";

	/** The filing office. */
	public static final String OFFICE = Tokens.of(Role.FILING_OFFICE).value();

	private static final JsonMapper JSON = new JsonMapper();

	private final WebTestClient client;

	public FilingCalls(WebTestClient client) {
		this.client = client;
	}

	public static String maker(String organ) {
		return Tokens.of(Role.MAKER).subject("maker-" + organ).organ(organ).value();
	}

	public static String committee(String organ) {
		return Tokens.of(Role.COMMITTEE).subject("committee-" + organ).organ(organ).value();
	}

	public Answered get(String path, String token) {
		return answered(this.client.get().uri(path).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}));
	}

	public Answered post(String path, Object body, String token) {
		return post(path, body, token, -1);
	}

	public Answered post(String path, Object body, String token, long version) {
		return answered(this.client.post()
			.uri(path)
			.contentType((body instanceof String) ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON)
			.headers((headers) -> {
				if (!token.isEmpty()) {
					headers.setBearerAuth(token);
				}
				if (version >= 0) {
					headers.setIfMatch("\"" + version + "\"");
				}
			})
			.bodyValue(body));
	}

	public JsonNode load(String kind, String csv, String token) {
		return answered(this.client.post()
			.uri("/api/v1/legislation/imports/" + kind)
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.bodyValue(csv)).body();
	}

	public static Answered answered(WebTestClient.RequestHeadersSpec<?> request) {
		var result = request.exchange().expectBody().returnResult();
		byte[] bytes = result.getResponseBody();
		String words = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
		return new Answered(result.getStatus().value(), words);
	}

	/**
	 * Uploads a small file.
	 * @return its id
	 */
	public String file(String name, String token) {
		return post("/api/v1/legislation/files?visibility=public&name=" + name, "文件 " + name, token).ok(201)
			.path("id")
			.asString();
	}

	/**
	 * The members of a complete filing.
	 */
	public Map<String, Object> document(String number, String token) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("makerName", "市住房局");
		document.put("source", "GOVERNMENT_DOCUMENT");
		document.put("act", "MADE");
		document.put("title", "甲市房屋租赁管理办法" + number);
		document.put("number", number);
		document.put("issuedOn", LocalDate.now().minusDays(5).toString());
		document.put("scope", Map.of("binding", true, "repeated", true, "rights", true, "internal", false));
		document.put("report", file("report.txt", token));
		document.put("officialText", file("text.txt", token));
		document.put("explanation", file("explanation.txt", token));
		document.put("basis", List.of("城市房地产管理法"));
		document.put("paperCopies", 10);
		document.put("text", FilingFixtures.TEXT);
		return document;
	}

	/**
	 * A filed document.
	 */
	public Case filed(Map<String, Object> document, String token) {
		JsonNode shown = post(PATH, document, token).ok(201);
		return new Case(this, PATH + "/" + shown.path("id").asString(), shown.path("code").asString());
	}

	/**
	 * A document that is registered.
	 */
	public Case registered(String number, String organ) {
		Case filed = filed(document(number, maker(organ)), maker(organ));
		filed.step("register", Map.of("scope", document(number, maker(organ)).get("scope")), OFFICE);
		return filed;
	}

	/**
	 * What came back.
	 */
	public record Answered(int status, String words) {

		public JsonNode body() {
			return JSON.readTree(this.words);
		}

		public JsonNode ok(int expected) {
			assertThat(this.status).as(this.words).isEqualTo(expected);
			return this.words.isEmpty() ? JSON.createObjectNode() : body();
		}

		public List<String> items(String member) {
			List<String> found = new ArrayList<>();
			ok(200).path("items").forEach((item) -> found.add(item.path(member).asString()));
			return found;
		}

	}

	/**
	 * A case and the version it is in.
	 */
	public static final class Case {

		public final String path;

		public final String code;

		public long version = 1;

		private final FilingCalls calls;

		public Case(FilingCalls calls, String path, String code) {
			this.calls = calls;
			this.path = path;
			this.code = code;
		}

		public String id() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

		public JsonNode step(String step, Object body, String token) {
			JsonNode after = this.calls.post(this.path + "/" + step, body, token, this.version).ok(200);
			this.version++;
			assertThat(after.path("version").asLong()).as(step).isEqualTo(this.version);
			return after;
		}

		public void refused(String step, Object body, String token, String rule) {
			JsonNode problem = this.calls.post(this.path + "/" + step, body, token, this.version).ok(422);
			assertThat(problem.path("rule").asString()).as(problem.toString()).isEqualTo(rule);
		}

		public int status(String step, Object body, String token) {
			return this.calls.post(this.path + "/" + step, body, token, this.version).status();
		}

		public JsonNode seen(String token) {
			return this.calls.get(this.path, token).ok(200);
		}

	}

}
