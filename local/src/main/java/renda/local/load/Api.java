package renda.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's public API, as any client sees it.
 */
public final class Api {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(5))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final JsonMapper json = new JsonMapper();

	private final URI gateway;

	private final Tokens tokens;

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param body the JSON body; missing when there is none
	 */
	public record Answer(int status, JsonNode body) {

		/** Whether the platform did what was asked. */
		public boolean accepted() {
			return this.status / 100 == 2;
		}

		/** What a problem says: its title and detail. */
		public String problem() {
			return (this.status + " " + this.body.path("title").asString("") + " "
					+ this.body.path("detail").asString(""))
				.strip();
		}

	}

	public Api(URI gateway, Tokens tokens) {
		this.gateway = gateway;
		this.tokens = tokens;
	}

	/**
	 * Posts a body as the client, with an Idempotency-Key made from what is posted:
	 * posting it again changes nothing.
	 */
	public Answer post(String path, String contentType, byte[] body, String clientId)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.tokens.of(clientId))
			.header("Content-Type", contentType)
			.header("Accept", "application/json")
			.header("Idempotency-Key", key(path, body))
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		return send(request);
	}

	/**
	 * Reads a path as the client, or without a token when the client id is empty.
	 */
	public Answer get(String path, String clientId) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(Duration.ofSeconds(30))
			.header("Accept", "application/json");
		if (!clientId.isEmpty()) {
			request.header("Authorization", "Bearer " + this.tokens.of(clientId));
		}
		return send(request.build());
	}

	private Answer send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		return new Answer(response.statusCode(), parse(response.body()));
	}

	private JsonNode parse(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return this.json.createObjectNode().put("detail", body.substring(0, Math.min(200, body.length())));
		}
	}

	private static String key(String path, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(path.getBytes(StandardCharsets.UTF_8));
			return "local-" + HexFormat.of().formatHex(digest.digest(body), 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
