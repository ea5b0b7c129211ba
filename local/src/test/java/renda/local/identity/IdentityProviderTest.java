package renda.local.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import renda.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityProviderTest {

	@TempDir
	static Path folder;

	static IdentityProvider provider;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		provider = IdentityProvider.start(settings(Ports.free()));
	}

	@AfterAll
	static void stop() {
		provider.close();
	}

	@Test
	void givesATokenThatSaysWhoCalls() throws Exception {
		SignedJWT token = SignedJWT.parse(token(provider, "county-committee@410182/xingyang"));
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
		JWTClaimsSet claims = token.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo(provider.settings().issuer());
		assertThat(claims.getSubject()).isEqualTo("county-committee@410182/xingyang");
		assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("county-committee"));
		assertThat(claims.getStringListClaim("areas")).isEqualTo(List.of("410182"));
		assertThat(claims.getStringClaim("organ")).isEqualTo("xingyang");
		assertThat(claims.getStringClaim("name")).isEqualTo("县级人大常委会");
		assertThat(claims.getExpirationTime()).isInTheFuture();
	}

	@Test
	void signsWithTheKeyItPublishes() throws Exception {
		SignedJWT token = SignedJWT.parse(token(provider, "chair"));
		assertThat(verifies(provider, token)).isTrue();
	}

	@Test
	void refusesAWrongSecret() throws Exception {
		assertThat(ask(provider, "chair", "guess").statusCode()).isEqualTo(401);
		assertThat(ask(provider, "nobody", "demo-nobody").statusCode()).isEqualTo(401);
	}

	@Test
	void keepsItsKeyOverARestart() throws Exception {
		SignedJWT before = SignedJWT.parse(token(provider, "deputy"));
		try (IdentityProvider again = IdentityProvider.start(settings(Ports.free()))) {
			assertThat(verifies(again, before)).isTrue();
		}
	}

	private static IdentitySettings settings(int port) {
		return new IdentitySettings(port, folder.resolve("signing-key.json"), folder.resolve("identity.log"));
	}

	private String token(IdentityProvider from, String client) throws Exception {
		HttpResponse<String> response = ask(from, client, DemoClients.load().find(client).orElseThrow().secret());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return new JsonMapper().readTree(response.body()).get("access_token").asString();
	}

	private HttpResponse<String> ask(IdentityProvider from, String client, String secret) throws Exception {
		return this.http.send(HttpRequest.newBuilder(URI.create(from.settings().tokenUri()))
			.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes()))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build(), BodyHandlers.ofString());
	}

	private static boolean verifies(IdentityProvider from, SignedJWT token) throws Exception {
		JWKSet keys = JWKSet.load(URI.create(from.settings().jwkSetUri()).toURL());
		return token
			.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey().toRSAPublicKey()));
	}

}
