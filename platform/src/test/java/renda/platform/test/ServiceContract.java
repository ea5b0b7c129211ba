package renda.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import renda.platform.rule.Rule;
import renda.platform.rule.RuleBook;
import renda.platform.rule.RuleSet;
import renda.platform.security.Endpoints;
import renda.platform.security.Endpoints.Endpoint;
import renda.platform.security.Role;
import renda.platform.workflow.WorkflowDescription;
import renda.platform.workflow.WorkflowDrawing;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every service promises whatever its features: each endpoint answers each role as
 * the authorisation table says, refuses every kind of bad token, and is documented. The
 * documents in {@code docs/} are compared with what runs; {@code -Drenda.docs=write}
 * writes them anew.
 */
public final class ServiceContract {

	private static final Path DOCS = Path.of("..", "docs");

	private static final int LARGEST_DOCUMENT = 16 << 20;

	private static final List<String> BAD_TOKENS = List.of(Tokens.of(Role.ADMINISTRATOR).expired().value(),
			Tokens.of(Role.ADMINISTRATOR).foreign().value(), Tokens.of(Role.ADMINISTRATOR).forged().value(),
			Tokens.of(Role.ADMINISTRATOR).unsigned(), Tokens.of(Role.DEPUTY).tampered(), "not-a-token");

	private static final List<String> BAD_BODIES = List.of("", "{", "null", "[1]", "{\"colour\":1}",
			"{\"title\":{\"a\":[]}}", "{\"title\":\"a\\u0000b\"}", "{\"title\":\"\\ud800\"}", "{\"title\":1e999}",
			"{\"title\":" + "[".repeat(2000) + "}");

	private static final List<String> BAD_QUERIES = List.of("limit=-1", "limit=many", "cursor=%21", "sort=sideways",
			"modifiedSince=yesterday", "q=%00", "on=2026-02-30", "year=99999999999", "colour=red");

	private final WebTestClient client;

	private final Endpoints endpoints;

	private final String service;

	public ServiceContract(WebTestClient client, Endpoints endpoints, String service) {
		this.client = client;
		this.endpoints = endpoints;
		this.service = service;
	}

	/**
	 * One test for each endpoint and role, the public and bad tokens included.
	 */
	public Stream<DynamicTest> everyEndpointAnswersEveryRole() {
		return this.endpoints.all().stream().flatMap(this::tests);
	}

	private Stream<DynamicTest> tests(Endpoint endpoint) {
		String name = endpoint.method() + " " + endpoint.path();
		Stream<DynamicTest> roles = Arrays.stream(Role.values())
			.map((role) -> DynamicTest.dynamicTest(name + " by " + role.claim(), () -> {
				int status = status(endpoint, Tokens.of(role).value());
				if (endpoint.allows(role)) {
					assertThat(status).isNotEqualTo(401).isLessThan(500);
				}
				else {
					assertThat(status).isEqualTo(403);
				}
			}));
		DynamicTest open = DynamicTest.dynamicTest(name + " by the public", () -> {
			int status = status(endpoint, null);
			if (endpoint.open()) {
				assertThat(status).isNotIn(401, 403).isLessThan(500);
			}
			else {
				assertThat(status).isEqualTo(401);
			}
		});
		DynamicTest bad = DynamicTest.dynamicTest(name + " with bad tokens",
				() -> assertThat(BAD_TOKENS).allSatisfy((token) -> assertThat(status(endpoint, token)).isEqualTo(401)));
		return Stream.concat(roles, Stream.of(open, bad));
	}

	/**
	 * One test for each endpoint: whatever is sent, what is wrong is said with a 4xx
	 * problem, never a 5xx.
	 */
	public Stream<DynamicTest> everyEndpointRefusesBadInput() {
		return this.endpoints.all()
			.stream()
			.map((endpoint) -> DynamicTest.dynamicTest(endpoint.method() + " " + endpoint.path(),
					() -> assertThat(endpoint.method().equals("GET") ? BAD_QUERIES : BAD_BODIES)
						.allSatisfy((input) -> assertThat(answer(endpoint, input)).as(input).isLessThan(500))));
	}

	private int answer(Endpoint endpoint, String input) {
		boolean read = endpoint.method().equals("GET");
		WebTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(endpoint.method()))
			.uri((builder) -> URI.create(builder.path(path(endpoint)).build() + (read ? "?" + input : "")))
			.accept(MediaType.ALL)
			.header("If-Match", "\"1\"");
		if (!endpoint.open()) {
			Role role = endpoint.roles().stream().sorted().findFirst().orElse(Role.ADMINISTRATOR);
			request.headers((headers) -> headers.setBearerAuth(Tokens.of(role).value()));
		}
		if (!read && !endpoint.method().equals("DELETE")) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue(input.getBytes(StandardCharsets.UTF_8));
		}
		return request.exchange().expectBody().returnResult().getStatus().value();
	}

	private static String path(Endpoint endpoint) {
		return endpoint.path().replaceAll("\\{\\*?[^}]+}", UUID.randomUUID().toString());
	}

	private int status(Endpoint endpoint, String token) {
		String path = path(endpoint);
		WebTestClient.RequestBodySpec request = this.client.method(HttpMethod.valueOf(endpoint.method()))
			.uri((builder) -> URI.create(builder.path(path).build().toString()))
			.accept(MediaType.ALL)
			.header("If-Match", "\"1\"");
		if (token != null) {
			request.headers((headers) -> headers.setBearerAuth(token));
		}
		if (!endpoint.method().equals("GET") && !endpoint.method().equals("DELETE")) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}");
		}
		return request.exchange().expectBody().returnResult().getStatus().value();
	}

	/**
	 * Compares the authorisation table in the documentation with the annotations.
	 */
	public void theAuthorisationTableIsCurrent() {
		StringBuilder table = new StringBuilder("# Who may call what: " + this.service + "\n\n");
		table.append("Generated from the endpoints and checked by the tests; every row is tried with every role, ")
			.append("without a token, and with expired, foreign, forged, unsigned and tampered tokens.\n\n")
			.append("| method | path | who |\n|---|---|---|\n");
		for (Endpoint endpoint : this.endpoints.all()) {
			table.append("| %s | `%s` | %s |\n".formatted(endpoint.method(), endpoint.path(), who(endpoint)));
		}
		compare(DOCS.resolve("authorization").resolve(this.service + ".md"), table.toString());
	}

	private static String who(Endpoint endpoint) {
		if (endpoint.open()) {
			return "everyone";
		}
		return endpoint.roles().isEmpty() ? "any token"
				: endpoint.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(", "));
	}

	/**
	 * Compares the OpenAPI document in the documentation with the one served.
	 */
	public void theOpenApiDocumentIsCurrent() {
		byte[] served = this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT))
			.build()
			.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		ObjectNode document = (ObjectNode) json.readTree(served);
		document.remove("servers");
		compare(DOCS.resolve("openapi").resolve(this.service + ".json"), json.writeValueAsString(document) + "\n");
	}

	/**
	 * Compares the drawings in the documentation with the workflows the service
	 * publishes.
	 */
	public void theWorkflowDrawingsAreCurrent() {
		JsonMapper json = JsonMapper.builder().build();
		byte[] served = this.client.get()
			.uri("/api/v1/" + this.service + "/workflows")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		RuleSet rules = RuleBook.statutory(LocalDate.now());
		for (WorkflowDescription workflow : json.readValue(served, WorkflowDescription[].class)) {
			compare(DOCS.resolve("workflows").resolve(workflow.name() + ".md"),
					WorkflowDrawing.page(workflow, (rule) -> {
						Rule cited = rules.rule(rule);
						return cited.citation() + " “" + cited.quote() + "”";
					}));
		}
	}

	private static void compare(Path file, String current) {
		try {
			if ("write".equals(System.getProperty("renda.docs"))) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, current);
			}
			assertThat(Files.exists(file) ? Files.readString(file) : "")
				.as("%s is out of date; run the tests with -Drenda.docs=write", file.getFileName())
				.isEqualTo(current);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
