package renda.local.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * A small OAuth 2 authorization server for development. Tokens are RS256 and carry
 * {@code sub}, {@code name}, {@code roles}, {@code areas} and {@code organ}, as the realm
 * in {@code deploy/} does.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class IdentityProvider implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final IdentitySettings settings;

	// Spring makes the configuration object; start() makes the handle
	IdentityProvider(ConfigurableApplicationContext context) {
		this.context = context;
		this.settings = IdentitySettings.of(context.getEnvironment());
	}

	/**
	 * Starts the provider on 127.0.0.1.
	 */
	public static IdentityProvider start(IdentitySettings settings) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(IdentityProvider.class)
			.web(WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.properties(settings.toProperties())
			// no other application's settings that happen to be on the class path
			.properties("spring.config.name=identity-provider")
			.run();
		return new IdentityProvider(context);
	}

	/**
	 * The settings it was started with.
	 */
	public IdentitySettings settings() {
		return this.settings;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Bean
	static DemoClients demoClients() {
		return DemoClients.load();
	}

	@Bean
	static RegisteredClientRepository registeredClients(DemoClients clients) {
		return new DemoRegistrations(clients);
	}

	@Bean
	static OAuth2AuthorizationService authorizations() {
		return new NothingStored();
	}

	@Bean
	static PasswordEncoder secrets() {
		return new KnownSecrets();
	}

	@Bean
	static JWKSource<SecurityContext> keys(Environment environment) throws IOException {
		Path file = Path.of(environment.getRequiredProperty("renda.identity.key"));
		return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(file)));
	}

	@Bean
	static AuthorizationServerSettings authorizationServerSettings(Environment environment) {
		return AuthorizationServerSettings.builder().issuer(IdentitySettings.of(environment).issuer()).build();
	}

	@Bean
	static OAuth2TokenCustomizer<JwtEncodingContext> claims(DemoClients clients) {
		return (context) -> clients.find(context.getRegisteredClient().getClientId())
			.ifPresent((client) -> context.getClaims()
				.claims((claims) -> claims.putAll(Map.of("name", client.name(), "roles", List.of(client.role()),
						"areas", client.areas(), "organ", client.organ()))));
	}

}
