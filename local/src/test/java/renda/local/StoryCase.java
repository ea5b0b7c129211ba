package renda.local;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case that its parties move step by step, each with a token of their own, through the
 * gateway.
 */
final class StoryCase {

	private static final JsonMapper JSON = new JsonMapper();

	private final PlatformExtension platform;

	private final String path;

	private long version;

	private StoryCase(PlatformExtension platform, String path, long version) {
		this.platform = platform;
		this.path = path;
		this.version = version;
	}

	/**
	 * Opens a case.
	 */
	static StoryCase opened(PlatformExtension platform, String path, String client, Object body)
			throws IOException, InterruptedException {
		HttpResponse<String> response = platform.post(path, client, "application/json", JSON.writeValueAsString(body));
		assertThat(response.statusCode()).as(path + " by " + client + ": " + response.body()).isEqualTo(201);
		return at(platform, response.headers().firstValue("Location").orElseThrow(), client);
	}

	/**
	 * A case that is there, as a client finds it.
	 */
	static StoryCase at(PlatformExtension platform, String path, String client)
			throws IOException, InterruptedException {
		StoryCase found = new StoryCase(platform, path, 0);
		found.version = found.seenBy(client).path("version").asLong();
		return found;
	}

	/**
	 * The same, in the version in which a client finds it now: others have moved it.
	 */
	StoryCase refresh(String client) throws IOException, InterruptedException {
		this.version = seenBy(client).path("version").asLong();
		return this;
	}

	String path() {
		return this.path;
	}

	String id() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

	/**
	 * Takes a step.
	 * @return the case after it, as the client sees it
	 */
	JsonNode step(String step, String client, Map<String, ?> body) throws IOException, InterruptedException {
		HttpResponse<String> response = send(step, client, body);
		assertThat(response.statusCode()).as(step + " by " + client + ": " + response.body()).isBetween(200, 201);
		JsonNode after = this.platform.json(response);
		this.version = after.path("version").asLong(this.version + 1);
		return after;
	}

	/**
	 * Tries a step that a rule refuses.
	 * @return the problem
	 */
	JsonNode refused(String step, String client, Map<String, ?> body, String rule)
			throws IOException, InterruptedException {
		JsonNode problem = denied(step, client, body, 422);
		assertThat(problem.path("rule").asString()).as(problem.toString()).isEqualTo(rule);
		assertThat(problem.path("citation").asString()).isNotBlank();
		return problem;
	}

	/**
	 * Tries a step that is answered with a status.
	 */
	JsonNode denied(String step, String client, Map<String, ?> body, int status)
			throws IOException, InterruptedException {
		HttpResponse<String> response = send(step, client, body);
		assertThat(response.statusCode()).as(step + " by " + client + ": " + response.body()).isEqualTo(status);
		return this.platform.json(response);
	}

	/**
	 * The case as a client sees it.
	 */
	JsonNode seenBy(String client) throws IOException, InterruptedException {
		HttpResponse<String> response = this.platform.get(this.path, client);
		assertThat(response.statusCode()).as(this.path + " by " + client + ": " + response.body()).isEqualTo(200);
		return this.platform.json(response);
	}

	/**
	 * What a client is answered who asks for the case.
	 */
	int statusFor(String client) throws IOException, InterruptedException {
		return this.platform.get(this.path, client).statusCode();
	}

	private HttpResponse<String> send(String step, String client, Map<String, ?> body)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = this.platform.request(this.path + "/" + step, client)
			.header("Content-Type", "application/json")
			.header("If-Match", "\"" + this.version + "\"")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
		return this.platform.send(request);
	}

}
