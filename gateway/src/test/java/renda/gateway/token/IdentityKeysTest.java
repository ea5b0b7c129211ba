package renda.gateway.token;

import java.net.http.HttpResponse;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import renda.gateway.RunningGateway;
import renda.gateway.StubService;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityKeysTest {

	private final TokenFixtures tokens = new TokenFixtures();

	@Test
	void saysThatTheIdentityProviderIsAwayInsteadOfRefusingTheToken() {
		try (StubService service = StubService.start();
				RunningGateway gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
						"renda.security.issuer=" + TokenFixtures.ISSUER,
						"renda.security.jwk-set-uri=http://127.0.0.1:1/keys")) {
			HttpResponse<String> answer = gateway.get("/api/v1/deputy/x", "Authorization",
					"Bearer " + this.tokens.good());
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(gateway.get("/api/v1/deputy/x").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void findsTheKeysByDiscoveryAndServesOnWhileTheProviderIsAway() {
		try (StubService service = StubService.start(); StubService identity = StubService.start()) {
			identity.on("/keys", (request, response) -> response.sendString(Mono.just(this.tokens.keys())));
			identity.on("/.well-known/openid-configuration", (request, response) -> response
				.sendString(Mono.just("{\"jwks_uri\":\"" + identity.url() + "/keys\"}")));
			try (RunningGateway gateway = RunningGateway.start("renda.services.deputy=" + service.url(),
					"renda.security.issuer=" + identity.url())) {
				assertThat(call(gateway, identity, "one")).isEqualTo(200);
				assertThat(identity.seen("/keys")).hasSize(1);
				identity.down();
				assertThat(call(gateway, identity, "two")).isEqualTo(200);
			}
		}
	}

	private int call(RunningGateway gateway, StubService identity, String subject) {
		JWTClaimsSet claims = TokenFixtures.claims().issuer(identity.url()).subject(subject).build();
		return gateway.get("/api/v1/deputy/x", "Authorization", "Bearer " + this.tokens.rs256(claims)).statusCode();
	}

}
