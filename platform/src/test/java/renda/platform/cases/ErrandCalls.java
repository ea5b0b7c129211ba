package renda.platform.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import reactor.core.publisher.Mono;
import renda.platform.security.Role;
import renda.platform.test.Tokens;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls about errands, as different people make them.
 */
final class ErrandCalls {

	static final String ERRANDS = "/api/v1/small/errands";

	static final String OWNER = Tokens.of(Role.DEPUTY).subject("owner").value();

	static final String OFFICE = Tokens.of(Role.DEPUTY_OFFICE).subject("clerk").value();

	static final String ORGAN = Tokens.of(Role.ORGAN).subject("officer").organ("finance").value();

	private final WebTestClient client;

	private final DatabaseClient database;

	private final int port;

	ErrandCalls(WebTestClient client, DatabaseClient database, int port) {
		this.client = client;
		this.database = database;
		this.port = port;
	}

	Mono<Integer> version(String id) {
		return web().get()
			.uri(ERRANDS + "/" + id)
			.headers((headers) -> headers.setBearerAuth(ORGAN))
			.retrieve()
			.bodyToMono(String.class)
			.map((body) -> JsonPath.read(body, "$.version"));
	}

	Mono<ClientResponse> send(String id, String step, long version, String token, Object body) {
		return web().post().uri(ERRANDS + "/" + id + "/" + step).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchangeToMono((response) -> response.releaseBody().thenReturn(response));
	}

	private WebClient web() {
		return WebClient.create("http://localhost:" + this.port);
	}

	String opened(String matter) {
		byte[] body = this.client.post()
			.uri(ERRANDS)
			.headers((headers) -> headers.setBearerAuth(OWNER))
			.bodyValue(Map.of("matter", matter))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.exists("Location")
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JsonPath.read(new String(body), "$.id");
	}

	/**
	 * An errand given to the finance organ; on a day in the past it was opened then too.
	 */
	String given(String matter, LocalDate on) {
		String id = opened(matter);
		this.database.sql("""
				UPDATE errand SET state_since = $2, content = jsonb_set(content, '{stateSince}', to_jsonb($2::text))
				WHERE id = $1""").bind(0, UUID.fromString(id)).bind(1, on).fetch().rowsUpdated().block();
		act(id, "give", 1, OFFICE, Map.of("organ", "finance", "on", on.toString())).expectStatus().isOk();
		return id;
	}

	WebTestClient.ResponseSpec act(String id, String step, long version, String token, Object body) {
		return this.client.post().uri(ERRANDS + "/" + id + "/" + step).headers((headers) -> {
			headers.setBearerAuth(token);
			headers.setIfMatch("\"" + version + "\"");
		}).bodyValue(body).exchange();
	}

	WebTestClient.BodyContentSpec read(String id, String token) {
		return get(ERRANDS + "/" + id, token);
	}

	WebTestClient.BodyContentSpec timeline(String id, String token) {
		return get(ERRANDS + "/" + id + "/timeline", token);
	}

	WebTestClient.BodyContentSpec desk(String token) {
		return get("/api/v1/small/desk", token);
	}

	WebTestClient.BodyContentSpec get(String uri, String token) {
		return this.client.get()
			.uri(uri)
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody();
	}

}
