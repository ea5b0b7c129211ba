package renda.local.identity;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.core.env.Environment;

/**
 * Where the provider listens and what it keeps.
 *
 * @param port the port on this machine
 * @param key the file of the signing key
 * @param log the file of the provider's log
 */
public record IdentitySettings(int port, Path key, Path log) {

	static IdentitySettings of(Environment environment) {
		return new IdentitySettings(environment.getRequiredProperty("server.port", Integer.class),
				Path.of(environment.getRequiredProperty("renda.identity.key")),
				Path.of(environment.getRequiredProperty("logging.file.name")));
	}

	/**
	 * The issuer that tokens name.
	 */
	public String issuer() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Where the public keys are.
	 */
	public String jwkSetUri() {
		return issuer() + "/oauth2/jwks";
	}

	/**
	 * Where tokens are given out.
	 */
	public String tokenUri() {
		return issuer() + "/oauth2/token";
	}

	Map<String, Object> toProperties() {
		return Map.of("server.port", this.port, "server.address", "127.0.0.1", "renda.identity.key",
				this.key.toString(), "logging.file.name", this.log.toString(), "logging.threshold.console", "OFF",
				"spring.application.name", "identity", "server.tomcat.threads.max", "20", "spring.main.banner-mode",
				"off");
	}

}
