package renda.gateway.token;

import java.net.http.HttpResponse;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeSecurityTest {

	private static final TokenFixtures tokens = new TokenFixtures();

	private static StubService service;

	private static StubService identity;

	private static RunningGateway gateway;

	@BeforeAll
	static void start() {
		service = StubService.start();
		identity = StubService.start()
			.on("/keys", (request, response) -> response.sendString(Mono.just(tokens.keys())));
		gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
				"renda.security.issuer=" + TokenFixtures.ISSUER,
				"renda.security.jwk-set-uri=" + identity.url() + "/keys");
	}

	@AfterAll
	static void stop() {
		gateway.close();
		service.close();
		identity.close();
	}

	static Stream<Named<Function<TokenFixtures, String>>> bad() {
		return Stream.of(Named.of("expired", TokenFixtures::expired),
				Named.of("without expiry", TokenFixtures::withoutExpiry),
				Named.of("another issuer", TokenFixtures::ofAnotherIssuer),
				Named.of("another key", TokenFixtures::signedByAnotherKey),
				Named.of("an unknown key", TokenFixtures::ofAnUnknownKey),
				Named.of("another algorithm", TokenFixtures::withAnotherAlgorithm),
				Named.of("confused algorithm", TokenFixtures::confused), Named.of("none", TokenFixtures::unsigned),
				Named.of("tampered", TokenFixtures::tampered), Named.of("no JWT", (_) -> "abc"),
				Named.of("half a JWT", (all) -> all.good().substring(0, 40)));
	}

	@ParameterizedTest
	@MethodSource("bad")
	void refusesABadTokenAndNeverAsksTheService(Function<TokenFixtures, String> token) {
		HttpResponse<String> answer = gateway.get("/api/v1/deputy/bad", "Authorization",
				"Bearer " + token.apply(tokens));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
		assertThat(RunningGateway.json(answer).path("type").asString()).isEqualTo("urn:renda:problem:unauthorized");
		assertThat(service.seen("/api/v1/deputy/bad")).isEmpty();
	}

	@Test
	void passesAGoodTokenOn() {
		String token = tokens.good();
		assertThat(gateway.get("/api/v1/deputy/good", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
		assertThat(gateway.get("/api/v1/deputy/good", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
		assertThat(service.seen("/api/v1/deputy/good")).hasSize(2)
			.allSatisfy((seen) -> assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer " + token));
	}

	@Test
	void takesEllipticKeysToo() {
		assertThat(gateway.get("/api/v1/deputy/x", "Authorization", "Bearer " + tokens.goodEc()).statusCode())
			.isEqualTo(200);
	}

	@Test
	void letsWhoBringsNoTokenThrough() {
		assertThat(gateway.get("/api/v1/deputy/x").statusCode()).isEqualTo(200);
	}

	@Test
	void asksTheIdentityProviderOnceForManyUnknownKeys() {
		gateway.get("/api/v1/deputy/x", "Authorization", "Bearer " + tokens.good());
		int before = identity.seen("/keys").size();
		for (int i = 0; i < 20; i++) {
			gateway.get("/api/v1/deputy/x", "Authorization", "Bearer " + tokens.ofAnUnknownKey());
		}
		assertThat(identity.seen("/keys").size() - before).isLessThanOrEqualTo(2);
	}

}
