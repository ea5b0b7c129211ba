package renda.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are: one base address for each copy, separated by commas.
 *
 * @param legislation the copies of legislation-service
 * @param supervision the copies of supervision-service
 * @param deputy the copies of deputy-service
 */
@ConfigurationProperties("renda.services")
public record ServiceSettings(@DefaultValue("http://localhost:8081") List<URI> legislation,
		@DefaultValue("http://localhost:8082") List<URI> supervision,
		@DefaultValue("http://localhost:8083") List<URI> deputy) {

	/**
	 * The services, as they are named in paths.
	 */
	public static final Set<String> NAMES = Set.of("legislation", "supervision", "deputy");

	List<URI> copies(String service) {
		List<URI> copies = switch (service) {
			case "legislation" -> this.legislation;
			case "supervision" -> this.supervision;
			case "deputy" -> this.deputy;
			default -> List.of();
		};
		if (copies.isEmpty() || copies.stream().anyMatch((copy) -> copy.getHost() == null)) {
			throw new IllegalArgumentException("renda.services." + service + " wants addresses like http://host:port");
		}
		return copies;
	}

}
