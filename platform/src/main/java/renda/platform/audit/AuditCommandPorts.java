package renda.platform.audit;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the command run beside the service: on any free ports.
 */
class AuditCommandPorts implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.containsProperty(AuditCommand.OPTION)) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource(AuditCommand.OPTION,
						Map.of("server.port", 0, "server.address", "127.0.0.1", "management.server.port", 0)));
		}
	}

}
