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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's public API, as any client sees it.
 */
public final class Api {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

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

		/**
		 * Whether the same request, sent again a little later, may well be carried out: a
		 * service was away, or went away over the job.
		 */
		boolean worthRepeating() {
			return this.status == 429 || this.status == 502 || this.status == 503 || this.status == 504
					|| this.body.path("state").asString("").equals("interrupted");
		}

		/**
		 * Whether it was done to the end: accepted, and where it is a job, finished with
		 * nothing refused.
		 */
		public boolean done() {
			return accepted() && this.body.path("state").asString("finished").equals("finished")
					&& this.body.path("failed").asLong(0) == 0;
		}

		/**
		 * What a problem says: its title and detail, or a job's state and first error.
		 */
		public String problem() {
			JsonNode error = this.body.path("errors").path(0);
			return Stream
				.of(Integer.toString(this.status), words(this.body.path("title")), words(this.body.path("state")),
						words(this.body.path("detail")), words(error.path("place")), words(error.path("detail")))
				.filter((words) -> !words.isEmpty())
				.collect(Collectors.joining(" "));
		}

		/** A text in Chinese, whether it was written in one language or in both. */
		static String words(JsonNode text) {
			return text.isObject() ? text.path("zh").asString("") : text.asString("");
		}

	}

	public Api(URI gateway, Tokens tokens) {
		this.gateway = gateway;
		this.tokens = tokens;
	}

	/**
	 * Posts a body as the client, with an Idempotency-Key made from what is posted:
	 * posting it again, even days later, gives the first answer and changes nothing.
	 */
	public Answer post(String path, String contentType, byte[] body, String clientId)
			throws IOException, InterruptedException {
		return post(path, contentType, body, clientId, key(path, body));
	}

	/**
	 * Posts a body as the client.
	 * @param key the Idempotency-Key: the same key and body are carried out once
	 */
	public Answer post(String path, String contentType, byte[] body, String clientId, String key)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.tokens.of(clientId))
			.header("Content-Type", contentType)
			.header("Accept", "application/json")
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofByteArray(body))
			.build();
		return send(request);
	}

	/**
	 * Takes a step on a case as the client.
	 * @param version the version of the case that the client has read
	 */
	Answer act(String path, byte[] body, String clientId, long version) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.gateway.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + this.tokens.of(clientId))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("If-Match", "\"" + version + "\"")
			.POST(BodyPublishers.ofByteArray(body))
			.build());
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

	/**
	 * Waits until the job that was answered is no longer at work; any other answer is
	 * given back at once.
	 */
	public Answer finished(Answer answer, String clientId) throws IOException, InterruptedException {
		Answer job = answer;
		while (job.accepted() && job.body().path("state").asString("").equals("running")) {
			Thread.sleep(BETWEEN_LOOKS);
			job = get(job.body().path("links").path("self").asString(), clientId);
		}
		return job;
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
