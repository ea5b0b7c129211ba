package renda.legislation.ledger;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import renda.platform.security.Role;
import renda.platform.test.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls of ledgers for tests, as one caller.
 */
public final class LedgerCalls {

	public static final String BASE = "/api/v1/legislation";

	private static final JsonMapper JSON = new JsonMapper();

	private final WebTestClient client;

	private final String token;

	private LedgerCalls(WebTestClient client, String token) {
		this.client = client;
		this.token = token;
	}

	public static LedgerCalls by(WebTestClient client, Role role) {
		return new LedgerCalls(client, Tokens.of(role).value());
	}

	public static LedgerCalls byOrgan(WebTestClient client, String organ) {
		return new LedgerCalls(client, Tokens.of(Role.ORGAN).organ(organ).value());
	}

	public static LedgerCalls byNobody(WebTestClient client) {
		return new LedgerCalls(client, "");
	}

	/**
	 * Members in order: {@code of("title", "甲", "level", "CITY")}.
	 */
	public static Map<String, Object> of(Object... members) {
		Map<String, Object> all = new LinkedHashMap<>();
		for (int i = 0; i < members.length; i += 2) {
			all.put((String) members[i], members[i + 1]);
		}
		return all;
	}

	/**
	 * The same members with one changed, or left out where null.
	 */
	public static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
		Map<String, Object> all = new LinkedHashMap<>(members);
		if (value == null) {
			all.remove(name);
		}
		else {
			all.put(name, value);
		}
		return all;
	}

	public static Map<String, Object> correction(String reason, Map<String, Object> line) {
		return of("reason", reason, "line", line);
	}

	public EntityExchangeResult<byte[]> get(String path) {
		return this.client.get().uri(BASE + path).headers(this::signed).exchange().expectBody().returnResult();
	}

	public EntityExchangeResult<byte[]> post(String path, Object body, String... headers) {
		return sent(this.client.post(), path, body, headers);
	}

	public EntityExchangeResult<byte[]> put(String path, Object body, String... headers) {
		return sent(this.client.put(), path, body, headers);
	}

	private EntityExchangeResult<byte[]> sent(WebTestClient.RequestBodyUriSpec request, String path, Object body,
			String... headers) {
		return request.uri(BASE + path).headers((all) -> {
			signed(all);
			for (int i = 0; i < headers.length; i += 2) {
				all.set(headers[i], headers[i + 1]);
			}
		}).bodyValue(body).exchange().expectBody().returnResult();
	}

	private void signed(HttpHeaders headers) {
		if (!this.token.isEmpty()) {
			headers.setBearerAuth(this.token);
		}
	}

	/**
	 * Reads and expects 200.
	 */
	public JsonNode read(String path) {
		return json(get(path), 200);
	}

	/**
	 * Enters and expects 201.
	 */
	public JsonNode enter(String path, Map<String, Object> line) {
		return json(post(path, line), 201);
	}

	/**
	 * Posts with the version read, and expects a status.
	 */
	public JsonNode act(String path, long version, Object body, int status) {
		return json(post(path, body, "If-Match", "\"" + version + "\""), status);
	}

	/**
	 * Imports a table and expects that the job ends.
	 */
	public JsonNode csv(String kind, String table) {
		return json(this.client.post()
			.uri(BASE + "/imports/" + kind)
			.headers(this::signed)
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.bodyValue(table)
			.exchange()
			.expectBody()
			.returnResult(), 200);
	}

	public String export(String path, MediaType type) {
		byte[] body = this.client.get()
			.uri(path.startsWith("/api") ? path : BASE + path)
			.headers(this::signed)
			.accept(type)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
	}

	public static JsonNode json(EntityExchangeResult<byte[]> result, int status) {
		byte[] body = result.getResponseBody();
		String text = (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
		assertThat(result.getStatus().value()).as("%s %s: %s", result.getMethod(), result.getUrl(), text)
			.isEqualTo(status);
		return JSON.readTree(text.isEmpty() ? "{}" : text);
	}

	/**
	 * A figure of the 15th term at the end of 2022, whose link is followed: the records
	 * listed are as many as were counted.
	 */
	public JsonNode figure(String key) {
		JsonNode figure = read("/figures?term=15&asOf=2022-12-31&key=" + key).path("figures").path(0);
		String listed = export(figure.path("items").asString(), MediaType.APPLICATION_NDJSON);
		assertThat(listed.lines().count()).as("%s lists %s", key, figure.path("items")).isEqualTo(value(figure));
		return figure;
	}

	/**
	 * The parts of a figure, which add up to the whole.
	 */
	public Map<String, Long> parts(String key, String by) {
		JsonNode figure = read("/figures?term=15&asOf=2022-12-31&by=" + by + "&key=" + key).path("figures").path(0);
		Map<String, Long> parts = new LinkedHashMap<>();
		figure.path("counts")
			.forEach((count) -> parts.put(count.path("group").asString(), count.path("value").asLong()));
		assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(value(figure("" + key)));
		return parts;
	}

	public static long value(JsonNode figure) {
		assertThat(figure.path("missing").asBoolean()).isFalse();
		return figure.path("value").asLong();
	}

}
