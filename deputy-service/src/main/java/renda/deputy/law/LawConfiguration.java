package renda.deputy.law;

import java.util.Set;

import reactor.core.publisher.Mono;
import renda.platform.event.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows the register's feed.
 */
@Configuration(proxyBeanMethods = false)
class LawConfiguration {

	private static final Set<String> TYPES = Set.of("regulation.imported", "regulation.enacted", "regulation.amended",
			"regulation.revised", "regulation.repealed");

	@Bean
	Subscription regulationTitlesSubscription(RegulationTitles titles, JsonMapper json) {
		return new Subscription("regulation-titles", "legislation", TYPES, (event) -> isComplete(event.data())
				? titles.put(json.treeToValue(event.data(), RegulationTitle.class)) : Mono.empty());
	}

	/**
	 * An event that does not say these is passed over: it must not hold up the others.
	 */
	private static boolean isComplete(JsonNode data) {
		return data.hasNonNull("id") && data.hasNonNull("title") && data.hasNonNull("status");
	}

}
