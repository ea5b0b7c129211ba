package renda.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens by client credentials, kept until shortly before they end.
 */
public final class Tokens {

	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	private final Map<String, Token> known = new ConcurrentHashMap<>();

	private final URI tokenUri;

	private final UnaryOperator<String> secret;

	private record Token(String value, Instant until) {
	}

	/**
	 * @param tokenUri the provider's token address
	 * @param secret gives the secret of a client id
	 */
	public Tokens(URI tokenUri, UnaryOperator<String> secret) {
		this.tokenUri = tokenUri;
		this.secret = secret;
	}

	/**
	 * A token for the client.
	 * @throws IOException when the provider gives none
	 */
	public String of(String clientId) throws IOException, InterruptedException {
		Token token = this.known.get(clientId);
		if (token == null || Instant.now().plus(MARGIN).isAfter(token.until())) {
			token = fetch(clientId);
			this.known.put(clientId, token);
		}
		return token.value();
	}

	private Token fetch(String clientId) throws IOException, InterruptedException {
		String credentials = encode(clientId) + ":" + encode(this.secret.apply(clientId));
		HttpRequest request = HttpRequest.newBuilder(this.tokenUri)
			.timeout(Duration.ofSeconds(20))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new IOException(
					"%s 没有发放令牌 · gave no token to %s: %d".formatted(this.tokenUri, clientId, response.statusCode()));
		}
		JsonNode body = this.json.readTree(response.body());
		return new Token(body.path("access_token").asString(),
				Instant.now().plusSeconds(body.path("expires_in").asLong(60)));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
