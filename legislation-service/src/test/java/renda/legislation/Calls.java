package renda.legislation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests to the service, for tests that tell a story. A token may be empty: the public.
 */
public final class Calls {

	private static final JsonMapper JSON = new JsonMapper();

	private final WebTestClient client;

	public Calls(WebTestClient client) {
		this.client = client;
	}

	/**
	 * What stands at an address.
	 */
	public JsonNode get(String path, String token) {
		return JSON.readTree(asked(path, token, MediaType.APPLICATION_JSON).expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

	public int status(String path, String token) {
		return asked(path, token, MediaType.APPLICATION_JSON).expectBody().returnResult().getStatus().value();
	}

	/**
	 * The codes in a list, however long it is.
	 */
	public List<String> codes(String path, String token) {
		return listed(path, token).stream().map((row) -> row.path("code").asString()).toList();
	}

	/**
	 * All rows of a list.
	 */
	public List<JsonNode> listed(String path, String token) {
		String lines = asked(path, token, MediaType.APPLICATION_NDJSON).expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return (lines == null) ? List.of() : lines.lines().map(JSON::readTree).toList();
	}

	private WebTestClient.ResponseSpec asked(String path, String token, MediaType type) {
		return this.client.get().uri(path).accept(type).headers((headers) -> {
			if (!token.isEmpty()) {
				headers.setBearerAuth(token);
			}
		}).exchange();
	}

	public WebTestClient.ResponseSpec post(String path, Object body, String token) {
		return this.client.post()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(token))
			.bodyValue(body)
			.exchange();
	}

	/**
	 * Posts something new.
	 * @return it, as the service shows it
	 */
	public JsonNode posted(String path, Object body, String token) {
		byte[] answer = post(path, body, token).expectBody().returnResult().getResponseBody();
		JsonNode made = JSON.readTree(answer);
		assertThat(made.has("version")).as(made.toString()).isTrue();
		return made;
	}

	/**
	 * Asserts that what is posted is refused by a rule.
	 */
	public void refused(String path, Object body, String token, String rule) {
		post(path, body, token).expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.rule")
			.isEqualTo(rule)
			.jsonPath("$.citation")
			.isNotEmpty();
	}

	/**
	 * Imports rows.
	 * @return the job
	 */
	public JsonNode load(String kind, String csv, String token) {
		return JSON.readTree(this.client.post()
			.uri("/api/v1/legislation/imports/" + kind)
			.headers((headers) -> headers.setBearerAuth(token))
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.bodyValue(csv)
			.exchange()
			.expectStatus()
			.is2xxSuccessful()
			.expectBody()
			.returnResult()
			.getResponseBody());
	}

	/**
	 * A figure.
	 */
	public JsonNode figure(String key, String query) {
		return get("/api/v1/legislation/figures?key=" + key + "&" + query, "").path("figures").path(0);
	}

	/**
	 * The counts of a figure by a group, as {@code 2019=2, 2020=1}.
	 */
	public String counts(String key, String query) {
		return figure(key, query).path("counts")
			.valueStream()
			.map((count) -> count.path("group").asString() + "=" + count.path("value").asInt())
			.reduce((one, other) -> one + ", " + other)
			.orElse("");
	}

	/**
	 * A case that was opened.
	 */
	public Opened opened(String path, Object body, String token) {
		return at(path, posted(path, body, token));
	}

	/**
	 * A case as it was shown.
	 * @param path where cases of its kind are
	 */
	public Opened at(String path, JsonNode made) {
		return new Opened(path + "/" + made.path("id").asString(), made.path("id").asString(),
				made.path("code").asString(), made.path("version").asLong());
	}

	/**
	 * A case that is there.
	 */
	public Opened known(String path) {
		JsonNode shown = get(path, "");
		return new Opened(path, shown.path("id").asString(), shown.path("code").asString(),
				shown.path("version").asLong());
	}

	/**
	 * A case and the version it is in.
	 */
	public final class Opened {

		private final String path;

		private final String id;

		private final String code;

		private long version;

		Opened(String path, String id, String code, long version) {
			this.path = path;
			this.id = id;
			this.code = code;
			this.version = version;
		}

		public String path() {
			return this.path;
		}

		public String id() {
			return this.id;
		}

		public String code() {
			return this.code;
		}

		public long version() {
			return this.version;
		}

		/**
		 * Says that something else has taken a step on it.
		 */
		public void moved() {
			this.version++;
		}

		/**
		 * Takes a step.
		 * @return the case after it
		 */
		public JsonNode step(String step, Object body, String token) {
			JsonNode after = JSON.readTree(attempt(step, body, token).expectBody().returnResult().getResponseBody());
			assertThat(after.path("version").asLong()).as(step + ": " + after).isEqualTo(this.version + 1);
			this.version++;
			return after;
		}

		public WebTestClient.ResponseSpec attempt(String step, Object body, String token) {
			return attempt(step, body, token, this.version);
		}

		public WebTestClient.ResponseSpec attempt(String step, Object body, String token, long read) {
			return Calls.this.client.post().uri(this.path + "/" + step).headers((headers) -> {
				headers.setBearerAuth(token);
				headers.setIfMatch("\"" + read + "\"");
			}).bodyValue(body).exchange();
		}

		/**
		 * Asserts that a step is refused by a rule.
		 */
		public void refused(String step, Object body, String token, String rule) {
			attempt(step, body, token).expectStatus()
				.isEqualTo(422)
				.expectBody()
				.jsonPath("$.rule")
				.isEqualTo(rule)
				.jsonPath("$.citation")
				.isNotEmpty();
		}

		/**
		 * The case as a caller sees it.
		 */
		public JsonNode seen(String token) {
			return get(this.path, token);
		}

	}

}
